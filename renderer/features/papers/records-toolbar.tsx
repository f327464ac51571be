import { useState } from 'react';
import { EXCERPT_KINDS } from '../../../db/domain/words.ts';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { useScreenCommands, type AppCommand } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { AddPartDialog } from '../../shared/add-part-dialog.tsx';
import { planOfLine, type FigureSubject } from '../../shared/figure-parts.ts';
import { focusLine } from '../../shared/focus-line.ts';
import { KindMenu } from '../../shared/kind-menu.tsx';
import { ToolButton } from '../../shared/tool-button.tsx';
import { MakePointsDialog } from './make-points-dialog.tsx';
import { recordOf, type Records } from './paper-records.ts';
import type { RecordEditing } from './records-pane.tsx';
import type { RecordEdits } from './use-record-edits.ts';
import classes from './records-pane.module.css';

/** What can be done with the records that are chosen, each with its key. */
export function RecordsToolbar({ committeeId, records, selected, active, edits, onEdit, onAddLines }: {
  committeeId: string;
  records: Records;
  selected: ReadonlySet<string>;
  /** The place of the active line. */
  active: string | null;
  edits: RecordEdits;
  onEdit: (what: RecordEditing['what']) => void;
  /** Begins to choose lines of the paper, of which a record is to be made; left out where none can be. */
  onAddLines?: () => void;
}) {
  const t = useT();
  const [choosing, setChoosing] = useState(false);
  const [making, setMaking] = useState(false);
  const [adding, setAdding] = useState(false);
  const library = committeeId === LIBRARY_ID;
  const excerpts = records.excerpts.filter(({ id }) => selected.has(id));
  const removable = [...excerpts.map(({ id, text }) => ({ id, text })), ...records.indicators.map(({ id, name }) => ({ id, text: name })), ...records.actions.map(({ id, title }) => ({ id, text: title }))].filter(({ id }) => selected.has(id));
  const ids = excerpts.map(({ id }) => id);
  const one = excerpts.length === 1 && active !== null && recordOf(active) === ids[0];
  const activeId = active === null ? null : recordOf(active);
  const subject = subjectOf(records, activeId, active);
  const remove = () => {
    const [first] = removable;
    if (first) void edits.remove(removable.map(({ id }) => id), removable.length === 1 ? first.text : t('common.count', { n: removable.length }));
  };
  const kind: AppCommand = { id: 'papers.kind', label: t('import.retype'), keys: 't', run: () => setChoosing(true), disabled: excerpts.length === 0 };
  const tools: AppCommand[] = [
    { id: 'papers.speaker', label: t('words.speaker'), keys: 'shift+s', run: () => onEdit('speaker'), disabled: !one },
    library
      // the library has no items: what is made a point of it can be cited
      ? { id: 'papers.makePoints', label: t('papers.makeCitable'), keys: 'k', run: () => void edits.makePoints(ids, 'example', null), disabled: excerpts.length === 0 }
      : { id: 'papers.makePoints', label: t('papers.makePoints'), keys: 'k', run: () => setMaking(true), disabled: excerpts.length === 0 },
    { id: 'papers.addPart', label: t('papers.addPart'), keys: 'shift+c', run: () => setAdding(true), disabled: subject === null },
    { id: 'papers.addLines', label: t('papers.addLines'), keys: 'shift+a', run: () => onAddLines?.(), disabled: onAddLines === undefined },
    { id: 'papers.removeRecords', label: t('common.remove'), keys: 'delete', run: remove, disabled: removable.length === 0 },
  ];
  useScreenCommands([kind, ...tools]);
  return (
    <div role="toolbar" aria-label={t('common.edit')} className={classes.toolbar}>
      <KindMenu tool={kind} kinds={EXCERPT_KINDS} opened={choosing} onOpened={setChoosing} onChoose={(each) => void edits.setKind(ids, each)} />
      {tools.map((tool) => <ToolButton key={tool.id} tool={tool} />)}
      <p className={classes.hint}>{t('papers.keysHint')}</p>
      {adding && subject && activeId !== null ? <AddPartDialog subject={subject} onAdd={(part) => void edits.addPart(activeId, part)} onClose={() => { setAdding(false); focusLine(); }} /> : null}
      {making ? <MakePointsDialog excerpts={excerpts} items={records.items} onMake={(as, itemId) => edits.makePoints(ids, as, itemId)} onClose={() => { setMaking(false); focusLine(); }} /> : null}
    </div>
  );
}

/** The indicator or the action that the active line is of, to which something can be added. */
function subjectOf({ indicators, actions }: Records, id: string | null, place: string | null): FigureSubject | null {
  const indicator = indicators.find((one) => one.id === id);
  if (indicator) return { indicator: { ...indicator, key: indicator.id } };
  const found = actions.find((one) => one.id === id);
  if (!found || place === null) return null;
  const action = { ...found, key: found.id };
  return { action, plan: planOfLine(action, place) };
}
