import { Button } from '@mantine/core';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { AcceptDialog } from './accept-dialog.tsx';
import { discardWithNotice } from './discard.tsx';
import { beginRevision, importStore, openSession, patchRevision, redoCorrection, undoCorrection, type Entry, type Session } from './import-session.ts';
import { PaperKindSelect } from './paper-kind.tsx';
import { PaperPane, type PaperPassage } from './paper-pane.tsx';
import { PaperWarnings } from './paper-warnings.tsx';
import { countPreview, groupPreview, isPointKind, type Preview } from '../../../electron/contract/preview/preview.ts';
import { doubtPlace, doubtsOf, keyOfPlace, shownOrder } from './places.ts';
import { PreviewCountsLine } from './preview-counts.tsx';
import { rowsOfSection } from './preview-edits.ts';
import { RevisionScreen } from './revision-screen.tsx';
import { RowList } from './row-list.tsx';
import { RowToolbar } from './row-toolbar.tsx';
import { useCorrections } from './use-corrections.ts';
import { useRowSelection } from './use-row-selection.ts';
import classes from './preview-screen.module.css';

/** What is edited where: `place` is a line of the list (see places.ts). */
export type Editing = { place: string; what: 'text' | 'cities' | 'split' | 'date' };

/** What was recognised, beside the paper it came from, line by line; corrected here and then accepted. */
export const PreviewScreen = memo(function PreviewScreen({ entry, session }: { entry: Entry; session: Session }) {
  const t = useT();
  const { present } = session;
  // where nothing of it goes to the board, what was recognised is all there
  const [foldOthers, setFoldOthers] = useState(() => present.rows.some((row) => row.kind === 'deliberation_item' || isPointKind(row.kind)) || present.meetings.length + present.members.length > 0);
  const [hovered, setHovered] = useState<string | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [accepting, setAccepting] = useState(false);
  const revision = session.revision?.shown ? session.revision : null;

  const counts = useMemo(() => countPreview(present), [present]);
  const groups = useMemo(() => groupPreview(present.rows), [present]);
  const doubts = useMemo(() => doubtsOf(present), [present]);
  const order = useMemo(() => shownOrder(groups, present, doubts, foldOthers), [groups, present, doubts, foldOthers]);
  const selection = useRowSelection(order);
  const keys = useMemo(() => new Set([...selection.keys].map(keyOfPlace)), [selection.keys]);
  const corrections = useCorrections(keys, selection.select);
  // the rows first, the paper beside them a frame later: both at once would hold up the window
  const paperToo = useDeferredValue(true, false);
  const passages = useDeferredValue(useMemo(() => passagesOf(present), [present]));

  const { active, select, selectAll } = selection;
  const activeKey = active === null ? null : keyOfPlace(active);
  const edit = (what: Editing['what']) => {
    if (active !== null) setEditing({ place: active, what });
  };
  const endEdit = useCallback(() => setEditing(null), []);
  const hover = useCallback((place: string | null) => setHovered(place === null ? null : keyOfPlace(place)), []);
  const selectFromPaper = useCallback(
    (key: string) => {
      const row = openSession(importStore.get())?.present.rows.find((each) => each.key === key);
      if (row && row.kind !== 'deliberation_item' && !isPointKind(row.kind)) setFoldOthers(false);
      select(key);
    },
    [select],
  );
  const selectSection = () => {
    if (activeKey === null) return;
    setFoldOthers(false);
    selectAll(rowsOfSection(present.rows, session.headings, activeKey));
  };
  const [firstDoubt] = doubts;

  useScreenCommands([
    { id: 'import.undo', label: t('common.undo'), keys: 'mod+z', run: undoCorrection, disabled: session.past.length === 0 },
    { id: 'import.redo', label: t('common.redo'), keys: 'mod+shift+z', run: redoCorrection, disabled: session.future.length === 0 },
    { id: 'import.redo.y', label: t('common.redo'), keys: 'mod+y', run: redoCorrection, disabled: session.future.length === 0, listed: false },
    { id: 'import.accept', label: t('import.accept'), keys: 'mod+enter', run: () => setAccepting(true), disabled: revision !== null },
  ]);

  if (revision) return <RevisionScreen entry={entry} session={session} revision={revision} onBack={() => patchRevision(() => ({ shown: false }))} />;
  const nothing = present.rows.length + present.meetings.length + present.members.length === 0;
  return (
    <div className={classes.screen}>
      <h1 className="visually-hidden">{t('import.title')}　{session.fileName}</h1>
      <header className={classes.bar}>
        <PreviewCountsLine counts={counts} onDoubts={() => { if (firstDoubt) select(doubtPlace(firstDoubt.key)); }} />
        <div className={classes.ways}>
          <button type="button" className="quiet" disabled={session.past.length === 0} onClick={undoCorrection}><Kbd keys="mod+z" /> {t('common.undo')}</button>
          <Button variant="default" size="xs" onClick={() => discardWithNotice(entry)}>{t('import.discard')}</Button>
          <Button size="xs" rightSection={<Kbd keys="mod+enter" />} onClick={() => setAccepting(true)}>{t('import.accept')}</Button>
        </div>
        {session.heldBy.map(({ committeeId, name }) => <p key={committeeId} className={classes.held}>{t('import.held', { name: committeeId === LIBRARY_ID ? t('words.library') : name })}</p>)}
      </header>
      <div className={classes.panes}>
        {paperToo ? <PaperPane session={session} passages={passages} active={activeKey} hovered={hovered} onPress={selectFromPaper} /> : <div />}
        <section className={classes.right} aria-label={t('import.recognised')}>
          <div className={classes.kind}>
            <span className={classes.soft}>{t('import.paperKind')}</span>
            <PaperKindSelect entry={entry} session={session} />
          </div>
          <PaperWarnings warnings={session.warnings} />
          {nothing ? (
            <EmptyState title={t('import.nothingTitle')} hint={t('import.nothingHint')} />
          ) : (
            <>
              <RowToolbar preview={present} selected={keys} active={activeKey} corrections={corrections} onEdit={edit} onSelectSection={selectSection} />
              <RowList
                groups={groups}
                doubts={doubts}
                order={order}
                meetings={present.meetings}
                members={present.members}
                selection={selection}
                editing={editing}
                foldOthers={foldOthers}
                onFoldOthers={setFoldOthers}
                onEdit={edit}
                onEndEdit={endEdit}
                onHover={hover}
                corrections={corrections}
              />
            </>
          )}
        </section>
      </div>
      {accepting ? <AcceptDialog entry={entry} session={session} counts={counts} onReplace={(replaced) => { setAccepting(false); beginRevision(replaced); }} onClose={() => setAccepting(false)} /> : null}
    </div>
  );
});

function passagesOf({ rows, meetings, members }: Preview): PaperPassage[] {
  return [
    ...rows.map(({ key, kind, left, ranges }) => ({ key, kind, left, ranges })),
    ...meetings.map(({ key, left, ranges }) => ({ key, kind: 'meeting' as const, left, ranges })),
    ...members.map(({ key, left, ranges }) => ({ key, kind: 'member' as const, left, ranges })),
  ];
}
