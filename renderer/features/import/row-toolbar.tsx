import { Menu } from '@mantine/core';
import { useState } from 'react';
import { RECORD_KINDS, type RecordKind } from '../../../electron/contract/recognised.ts';
import { EXCERPT_KINDS } from '../../../db/domain/words.ts';
import { useScreenCommands, type AppCommand } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { AddPartDialog } from '../../shared/add-part-dialog.tsx';
import { planOfLine, type FigureSubject } from '../../shared/figure-parts.ts';
import { focusLine } from '../../shared/focus-line.ts';
import { KIND_KEYS, KindMenu } from '../../shared/kind-menu.tsx';
import { ToolButton } from '../../shared/tool-button.tsx';
import { shortened } from '../../shared/undo-notice.tsx';
import { isExcerptKind, isPointKind, type Preview } from '../../../electron/contract/preview/preview.ts';
import { actionLike, indicatorLikes } from './preview-figures.ts';
import type { Corrections } from './use-corrections.ts';
import type { Editing } from './preview-screen.tsx';
import classes from './row-toolbar.module.css';

type Tool = AppCommand & { pressed?: boolean };

/** What can be done with the selected rows, each with its key; the keys work wherever the focus is on the screen. */
export function RowToolbar({ preview, selected, active, place, corrections, onEdit, onSelectSection, onAddLines }: {
  preview: Preview;
  selected: ReadonlySet<string>;
  active: string | null;
  /** The place of the active line (see places.ts). */
  place: string | null;
  corrections: Corrections;
  onEdit: (what: Editing['what']) => void;
  onSelectSection: () => void;
  /** Begins to choose lines of the paper, of which a record is to be made. */
  onAddLines: () => void;
}) {
  const t = useT();
  const [moving, setMoving] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [adding, setAdding] = useState(false);
  const subject = subjectOf(preview, active, place);
  const rows = preview.rows.filter((row) => selected.has(row.key));
  const meetings = preview.meetings.filter((meeting) => selected.has(meeting.key));
  const all = [...rows, ...meetings, ...[...preview.members, ...preview.indicators, ...preview.actions].filter((one) => selected.has(one.key))];
  const inTable = [...preview.indicators, ...preview.actions].some(({ key }) => selected.has(key));
  const items = preview.rows.filter((row) => row.kind === 'deliberation_item' && !row.left);
  const one = rows.length === 1 && all.length === 1;
  const doubtful = [...rows, ...meetings].some((row) => row.doubt !== null);
  const kind = (id: RecordKind, label: string): Tool =>
    ({ id: `import.retype.${id}`, label, keys: KIND_KEYS[id], run: () => corrections.retype(id), disabled: rows.length === 0, pressed: rows.length > 0 && rows.every((row) => row.kind === id) });

  const kinds: Tool[] = [
    kind('viewpoint', t('import.keyViewpoint')),
    kind('issue', t('import.keyIssue')),
    kind('example', t('import.keyExample')),
    kind('deliberation_item', t('import.keyItem')),
  ];
  const otherKinds = EXCERPT_KINDS.map((id) => ({ ...kind(id, t(`words.record.${id}`)), listed: false }));
  const anyKind: Tool = { id: 'import.kind', label: t('import.retype'), keys: 't', run: () => setChoosing(true), disabled: rows.length === 0 };
  const move: Tool = { id: 'import.move', label: t('import.move'), keys: 'm', run: () => setMoving(true), disabled: !rows.some((row) => isPointKind(row.kind)) };
  const tools: Tool[] = [
    { id: 'import.join', label: t(rows.length > 1 ? 'import.joinSelected' : 'import.join'), keys: 'j', run: corrections.join, disabled: rows.length === 0 },
    { id: 'import.split', label: t('import.split'), keys: 's', run: () => onEdit('split'), disabled: !one },
    { id: 'import.cities', label: t('import.cities'), keys: 'c', run: () => onEdit('cities'), disabled: !one || rows[0]?.kind !== 'example' },
    ...(one && rows[0] && isExcerptKind(rows[0].kind) ? [{ id: 'import.speaker', label: t('words.speaker'), keys: 'shift+s', run: () => onEdit('speaker') }] : []),
    { id: 'import.leave', label: t(all.length > 0 && all.every((row) => row.left) ? 'import.bringBack' : 'import.leave'), keys: 'x', run: corrections.leave, disabled: all.length === 0 },
    ...(meetings.length === 1 && all.length === 1 ? [{ id: 'import.date', label: t('import.date'), keys: 'd', run: () => onEdit('date') }] : []),
    { id: 'import.section', label: t('import.selectSection'), keys: 'a', run: onSelectSection, disabled: rows.length === 0 },
    ...(subject ? [{ id: 'import.addPart', label: t('papers.addPart'), keys: 'shift+c', run: () => setAdding(true) }] : []),
    { id: 'import.addLines', label: t('papers.addLines'), keys: 'shift+a', run: onAddLines },
    ...(doubtful ? [{ id: 'import.confirm', label: t('import.confirm'), keys: 'y', run: corrections.confirm }] : []),
  ];
  useScreenCommands([...kinds, ...otherKinds, anyKind, move, ...tools]);

  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('common.edit')}>
      <div className={classes.group}>{kinds.map((tool) => <ToolButton key={tool.id} tool={tool} />)}
        <KindMenu tool={anyKind} kinds={RECORD_KINDS} opened={choosing} onOpened={setChoosing} onChoose={corrections.retype} />
      </div>
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
      <p className={classes.hint}>{active === null ? t('import.selectHint') : `${t('import.selected', { n: all.length })}　${t(inTable ? 'import.cellKeysHint' : 'import.keysHint')}`}</p>
      {adding && subject && active !== null ? <AddPartDialog subject={subject} onAdd={(part) => corrections.addPart(active, part)} onClose={() => { setAdding(false); focusLine(); }} /> : null}
    </div>
  );
}

/** The indicator or the action that the active line is of, to which something can be added. */
function subjectOf({ indicators, actions }: Preview, key: string | null, place: string | null): FigureSubject | null {
  const [indicator] = indicatorLikes(indicators.filter((one) => one.key === key));
  if (indicator) return { indicator };
  const found = actions.find((one) => one.key === key);
  if (!found || place === null) return null;
  const action = actionLike(found);
  return { action, plan: planOfLine(action, place) };
}
