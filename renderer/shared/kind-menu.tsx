import { Menu } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { ExcerptKind } from '../../db/domain/words.ts';
import type { RecordKind } from '../../electron/contract/recognised.ts';
import { useScreenCommands, type AppCommand } from '../app/commands.ts';
import { useT } from '../i18n/index.ts';
import { focusLine } from './focus-line.ts';
import { Kbd } from './kbd.tsx';
import { isComposing, isPress } from './keys.ts';
import { ToolButton } from './tool-button.tsx';
import classes from './kind-menu.module.css';

const EXCERPT_KEYS: Record<ExcerptKind, string> = {
  policy_direction: 'p', measure: 'w', outcome: 'u', background: 'b', purpose: 'q', opinion: 'o', response: 'r', statement: 'h', decision: 'l', agenda: 'g', schedule: 'n', actor: 'f',
};
/** The key that makes a record one of this kind. */
export const KIND_KEYS: Record<RecordKind, string> = { deliberation_item: 'i', viewpoint: 'v', issue: 'k', example: 'e', ...EXCERPT_KEYS };

/** Every kind a record can be given, each with its key, which works while the menu is open. */
export function KindMenu<K extends RecordKind>({ tool, kinds, opened, onOpened, onChoose }: {
  tool: AppCommand;
  kinds: readonly K[];
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onChoose: (kind: K) => void;
}) {
  const t = useT();
  const change = (next: boolean) => {
    onOpened(next);
    if (!next) focusLine();
  };
  const said = (kind: RecordKind) => t(`words.record.${kind}`);
  const choose = (kind: K) => {
    change(false);
    onChoose(kind);
  };
  // pressed before the menu has the focus
  useScreenCommands(opened ? kinds.map((kind) => ({ id: `kind.${kind}`, label: said(kind), keys: KIND_KEYS[kind], run: () => choose(kind), listed: false })) : []);
  const onKeyDown = (event: KeyboardEvent) => {
    const kind = isComposing(event) ? undefined : kinds.find((each) => isPress(event.nativeEvent, KIND_KEYS[each]));
    if (kind === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(kind);
  };
  return (
    <Menu opened={opened} onChange={change} position="bottom-start" returnFocus={false}>
      <Menu.Target><ToolButton tool={tool} /></Menu.Target>
      <Menu.Dropdown aria-label={t('import.retypeTo')} className={classes.menu} onKeyDown={onKeyDown}>
        {kinds.map((each) => (
          <Menu.Item key={each} rightSection={<Kbd keys={KIND_KEYS[each]} />} onClick={() => onChoose(each)}>{said(each)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
