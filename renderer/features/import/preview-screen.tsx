import { Button } from '@mantine/core';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import type { RecordKind } from '../../../electron/contract/recognised.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { AddLinesBar } from '../../shared/add-lines-bar.tsx';
import { focusLine } from '../../shared/focus-line.ts';
import { Kbd } from '../../shared/kbd.tsx';
import type { LineKind } from '../../shared/records-of-lines.ts';
import { useChosenLines, type Lines } from '../../shared/use-chosen-lines.ts';
import { useFigureWords } from '../../shared/use-figure-words.ts';
import { useRowSelection } from '../../shared/use-row-selection.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { discardWithNotice } from './discard.tsx';
import { beginRevision, patchRevision, redoCorrection, undoCorrection, type Entry, type Session } from './import-session.ts';
import { PaperKindSelect } from './paper-kind.tsx';
import { PaperPane, type PaperPassage } from './paper-pane.tsx';
import { PaperWarnings } from './paper-warnings.tsx';
import { countPreview, type Preview } from '../../../electron/contract/preview/preview.ts';
import { firstPlace, keyOfPlace, recordsIn, shownOf, shownOrder, type CountedPart } from './places.ts';
import { PreviewCountsLine } from './preview-counts.tsx';
import { rowsOfSection } from './preview-edits.ts';
import { RevisionScreen } from './revision-screen.tsx';
import { RowList } from './row-list.tsx';
import { RowToolbar } from './row-toolbar.tsx';
import { useCorrections } from './use-corrections.ts';
import classes from './preview-screen.module.css';

/** What is edited where: `place` is a line of the list (see places.ts). */
export type Editing = { place: string; what: 'text' | 'cities' | 'speaker' | 'split' | 'date' | `cell:${string}` };

/** What was recognised, beside the paper it came from, line by line; corrected here and then accepted. */
export const PreviewScreen = memo(function PreviewScreen({ entry, session }: { entry: Entry; session: Session }) {
  const t = useT();
  const { present } = session;
  const [hovered, setHovered] = useState<string | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [accepting, setAccepting] = useState(false);
  const revision = session.revision?.shown ? session.revision : null;

  const counts = useMemo(() => countPreview(present), [present]);
  const words = useFigureWords();
  const shown = useMemo(() => shownOf(present, words), [present, words]);
  const order = useMemo(() => shownOrder(shown), [shown]);
  const left = useMemo(() => new Set([...present.indicators, ...present.actions].filter((one) => one.left).map(({ key }) => key)), [present]);
  const selection = useRowSelection(order);
  const keys = useMemo(() => new Set([...selection.keys].map(keyOfPlace)), [selection.keys]);
  const corrections = useCorrections(keys, selection.select);
  // the rows first, the paper beside them a frame later: both at once would hold up the window
  const paperToo = useDeferredValue(true, false);
  const passages = useDeferredValue(useMemo(() => passagesOf(present), [present]));

  const lineRanges = useMemo(() => passages.flatMap(({ ranges }) => ranges), [passages]);
  const choosing = useChosenLines(session.text, lineRanges);
  const { begin } = choosing;
  const addLines = (kind: LineKind, lines: Lines) => {
    corrections.addLines(kind, lines);
    choosing.end();
    focusLine();
  };

  const { active, select, selectAll } = selection;
  const activeKey = active === null ? null : keyOfPlace(active);
  const edit = (what: Editing['what']) => {
    if (active !== null) setEditing({ place: active, what });
  };
  const jump = (to: CountedPart) => {
    const place = firstPlace(shown, to);
    if (place === null) return;
    select(place);
    // the arrows go on from there
    focusLine();
  };
  const endEdit = useCallback(() => setEditing(null), []);
  const beginLines = () => begin(passages.find(({ key }) => key === activeKey)?.ranges[0]?.start ?? 0);
  const hover = useCallback((place: string | null) => setHovered(place === null ? null : keyOfPlace(place)), []);
  const selectSection = () => {
    if (activeKey !== null) selectAll(rowsOfSection(present.rows, session.headings, activeKey));
  };

  useScreenCommands([
    { id: 'import.undo', label: t('common.undo'), keys: 'mod+z', run: undoCorrection, disabled: session.past.length === 0 },
    { id: 'import.redo', label: t('common.redo'), keys: 'mod+shift+z', run: redoCorrection, disabled: session.future.length === 0 },
    { id: 'import.redo.y', label: t('common.redo'), keys: 'mod+y', run: redoCorrection, disabled: session.future.length === 0, listed: false },
    { id: 'import.accept', label: t('import.accept'), keys: 'mod+enter', run: () => setAccepting(true), disabled: revision !== null },
  ]);

  if (revision) return <RevisionScreen entry={entry} session={session} revision={revision} onBack={() => patchRevision(() => ({ shown: false }))} />;
  const nothing = recordsIn(present) === 0;
  return (
    <div className={classes.screen}>
      <h1 className="visually-hidden">{t('import.title')}　{session.fileName}</h1>
      <header className={classes.bar}>
        <PreviewCountsLine counts={counts} onJump={jump} />
        <div className={classes.ways}>
          <button type="button" className="quiet" disabled={session.past.length === 0} onClick={undoCorrection}><Kbd keys="mod+z" /> {t('common.undo')}</button>
          <Button variant="default" size="xs" onClick={() => discardWithNotice(entry)}>{t('import.discard')}</Button>
          <Button size="xs" rightSection={<Kbd keys="mod+enter" />} onClick={() => setAccepting(true)}>{t('import.accept')}</Button>
        </div>
        {session.heldBy.map(({ committeeId, name }) => <p key={committeeId} className={classes.held}>{t('import.held', { name: committeeId === LIBRARY_ID ? t('words.library') : name })}</p>)}
      </header>
      <div className={classes.panes}>
        {paperToo ? <PaperPane session={session} passages={passages} active={activeKey} hovered={hovered} onPress={select} chosen={choosing.lines?.range ?? null} onPoint={choosing.onPoint} onSelect={begin} /> : <div />}
        <section className={classes.right} aria-label={t('import.recognised')}>
          <div className={classes.kind}>
            <span className={classes.soft}>{t('import.paperKind')}</span>
            <PaperKindSelect entry={entry} session={session} />
          </div>
          <PaperWarnings warnings={session.warnings} />
          {choosing.lines ? <AddLinesBar choosing={choosing} lines={choosing.lines} onAdd={addLines} /> : (
            <RowToolbar preview={present} selected={keys} active={activeKey} place={active} corrections={corrections} onEdit={edit} onSelectSection={selectSection} onAddLines={beginLines} />
          )}
          {nothing ? (
            <EmptyState title={t('import.nothingTitle')} hint={t('import.nothingHint')} />
          ) : (
            <RowList
              shown={shown}
              order={order}
              left={left}
              selection={selection}
              editing={editing}
              onEdit={edit}
              onEndEdit={endEdit}
              onHover={hover}
              corrections={corrections}
            />
          )}
        </section>
      </div>
      {accepting ? <AcceptDialog entry={entry} session={session} counts={counts} onReplace={(replaced) => { setAccepting(false); beginRevision(replaced); }} onClose={() => setAccepting(false)} /> : null}
    </div>
  );
});

function passagesOf({ rows, meetings, members, indicators, actions }: Preview): PaperPassage[] {
  const of = (kind: Exclude<PaperPassage['kind'], RecordKind>, all: readonly Pick<PaperPassage, 'key' | 'left' | 'ranges'>[]) => all.map(({ key, left, ranges }) => ({ key, kind, left, ranges }));
  return [
    ...rows.map(({ key, kind, left, ranges }) => ({ key, kind, left, ranges })),
    ...of('meeting', meetings), ...of('member', members), ...of('indicator', indicators), ...of('action', actions),
  ];
}
