import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { RecordKind } from '../../../electron/contract/recognised.ts';
import { useScreenCommands, type AppCommand } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { shortened } from '../../shared/undo-notice.tsx';
import type { Preview } from '../../../electron/contract/preview/preview.ts';
import type { Corrections } from './use-corrections.ts';
import type { Editing } from './preview-screen.tsx';
import classes from './row-toolbar.module.css';

type Tool = AppCommand & { pressed?: boolean };

/** What can be done with the selected rows, each with its key; the keys work wherever the focus is on the screen. */
export function RowToolbar({ preview, selected, active, corrections, onEdit }: {
  preview: Preview;
  selected: ReadonlySet<string>;
  active: string | null;
  corrections: Corrections;
  onEdit: (what: Editing['what']) => void;
}) {
  const t = useT();
  const [moving, setMoving] = useState(false);
  const rows = preview.rows.filter((row) => selected.has(row.key));
  const all = [...rows, ...preview.meetings.filter((m) => selected.has(m.key)), ...preview.members.filter((m) => selected.has(m.key))];
  const items = preview.rows.filter((row) => row.kind === 'deliberation_item' && !row.left);
  const one = rows.length === 1 && all.length === 1;
  const kind = (id: RecordKind, label: string, keys: string): Tool =>
    ({ id: `import.retype.${id}`, label, keys, run: () => corrections.retype(id), disabled: rows.length === 0, pressed: rows.length > 0 && rows.every((row) => row.kind === id) });

  const kinds: Tool[] = [
    kind('viewpoint', t('import.keyViewpoint'), 'v'),
    kind('issue', t('import.keyIssue'), 'k'),
    kind('example', t('import.keyExample'), 'e'),
    kind('deliberation_item', t('import.keyItem'), 'i'),
  ];
  const move: Tool = { id: 'import.move', label: t('import.move'), keys: 'm', run: () => setMoving(true), disabled: !rows.some((row) => row.kind !== 'deliberation_item') };
  const tools: Tool[] = [
    { id: 'import.join', label: t(rows.length > 1 ? 'import.joinSelected' : 'import.join'), keys: 'j', run: corrections.join, disabled: rows.length === 0 },
    { id: 'import.split', label: t('import.split'), keys: 's', run: () => onEdit('split'), disabled: !one },
    { id: 'import.cities', label: t('import.cities'), keys: 'c', run: () => onEdit('cities'), disabled: !one || rows[0]?.kind !== 'example' },
    { id: 'import.leave', label: t(all.length > 0 && all.every((row) => row.left) ? 'import.bringBack' : 'import.leave'), keys: 'x', run: corrections.leave, disabled: all.length === 0 },
    ...(rows.some((row) => row.doubt !== null) ? [{ id: 'import.confirm', label: t('import.confirm'), keys: 'y', run: corrections.confirm }] : []),
  ];
  useScreenCommands([...kinds, move, ...tools]);

  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('common.edit')}>
      <div className={classes.group}>{kinds.map((tool) => <ToolButton key={tool.id} tool={tool} />)}</div>
      <div className={classes.group}>
        <Menu opened={moving} onChange={setMoving} position="bottom-start" returnFocus>
          <Menu.Target><ToolButton tool={move} /></Menu.Target>
          <Menu.Dropdown aria-label={t('import.moveTo')} className={classes.menu}>
            {items.map((item, index) => (
              <Menu.Item key={item.key} onClick={() => corrections.move(item.key)}>({index + 1})　{shortened(item.text, 34)}</Menu.Item>
            ))}
            <Menu.Item onClick={() => corrections.move(null)}>{t('import.outsideItems')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {tools.map((tool) => <ToolButton key={tool.id} tool={tool} />)}
      </div>
      <p className={classes.hint}>{active === null ? t('import.selectHint') : `${t('import.selected', { n: all.length })}　${t('import.keysHint')}`}</p>
    </div>
  );
}

function ToolButton({ tool, ref, ...rest }: { tool: Tool; ref?: React.Ref<HTMLButtonElement> } & React.ComponentProps<'button'>) {
  return (
    <button {...rest} ref={ref} type="button" className={`quiet ${classes.tool}`} aria-pressed={tool.pressed} disabled={tool.disabled} onClick={tool.run}>
      {tool.label} {tool.keys ? <Kbd keys={tool.keys} /> : null}
    </button>
  );
}
