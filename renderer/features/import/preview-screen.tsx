import { Button } from '@mantine/core';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useScreenCommands } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { useStore } from '../../shared/store.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { discardWithNotice } from './discard.tsx';
import { Refused } from './refused.tsx';
import { importStore, redoCorrection, undoCorrection, type Session } from './import-session.ts';
import { PaperPane, type PaperPassage } from './paper-pane.tsx';
import { countPreview, groupPreview, type Preview } from '../../../electron/contract/preview/preview.ts';
import { PreviewCountsLine } from './preview-counts.tsx';
import { RowList } from './row-list.tsx';
import { RowToolbar } from './row-toolbar.tsx';
import { useCorrections } from './use-corrections.ts';
import { useRowSelection } from './use-row-selection.ts';
import classes from './preview-screen.module.css';

export type Editing = { key: string; what: 'text' | 'cities' | 'split' };

/** What was recognised, beside the paper it came from, line by line; corrected here and then accepted. */
export function PreviewScreen({ session }: { session: Session }) {
  const t = useT();
  const { present, text } = session;
  const waiting = useStore(importStore, (state) => state.waiting.length);
  const [onlyDoubts, setOnlyDoubts] = useState(false);
  const [foldOthers, setFoldOthers] = useState(true);
  const [hovered, setHovered] = useState<string | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [accepting, setAccepting] = useState(false);

  const counts = useMemo(() => countPreview(present), [present]);
  const shown = useMemo(() => (onlyDoubts ? { rows: present.rows.filter((row) => row.doubt !== null && !row.left), meetings: [], members: [] } : present), [present, onlyDoubts]);
  const groups = useMemo(() => groupPreview(shown.rows), [shown]);
  const order = useMemo(() => shownOrder(groups, shown, foldOthers && !onlyDoubts), [groups, shown, foldOthers, onlyDoubts]);
  const selection = useRowSelection(order);
  const corrections = useCorrections(selection.keys, selection.select);
  const passages = useDeferredValue(useMemo(() => passagesOf(present), [present]));

  const { active, select } = selection;
  const edit = (what: Editing['what']) => {
    if (active !== null) setEditing({ key: active, what });
  };
  const endEdit = useCallback(() => setEditing(null), []);
  const selectFromPaper = useCallback(
    (key: string) => {
      setOnlyDoubts(false);
      if (importStore.get().session?.present.rows.find((row) => row.key === key && !isShownAlways(row.kind))) setFoldOthers(false);
      select(key);
    },
    [select],
  );

  useScreenCommands([
    { id: 'import.undo', label: t('common.undo'), keys: 'mod+z', run: undoCorrection, disabled: session.past.length === 0 },
    { id: 'import.redo', label: t('common.redo'), keys: 'mod+shift+z', run: redoCorrection, disabled: session.future.length === 0 },
    { id: 'import.redo.y', label: t('common.redo'), keys: 'mod+y', run: redoCorrection, disabled: session.future.length === 0, listed: false },
    { id: 'import.accept', label: t('import.accept'), keys: 'mod+enter', run: () => setAccepting(true) },
    { id: 'import.doubts', label: t(onlyDoubts ? 'import.showAll' : 'import.showDoubts'), run: () => setOnlyDoubts(!onlyDoubts), disabled: counts.doubts === 0 && !onlyDoubts },
  ]);

  return (
    <main className={classes.screen}>
      <h1 className="visually-hidden">{t('import.title')}　{session.fileName}</h1>
      <header className={classes.bar}>
        <PreviewCountsLine counts={counts} onlyDoubts={onlyDoubts} onOnlyDoubts={setOnlyDoubts} />
        <div className={classes.ways}>
          {waiting > 0 ? <span className={classes.soft}>{t('import.waiting', { n: waiting })}</span> : null}
          <button type="button" className="quiet" disabled={session.past.length === 0} onClick={undoCorrection}><Kbd keys="mod+z" /> {t('common.undo')}</button>
          <Button variant="default" size="xs" onClick={() => discardWithNotice(session)}>{t('import.discard')}</Button>
          <Button size="xs" rightSection={<Kbd keys="mod+enter" />} onClick={() => setAccepting(true)}>{t('import.accept')}</Button>
        </div>
        <Refused />
        {session.heldBy.map(({ committeeId, name }) => <p key={committeeId} className={classes.held}>{t('import.held', { name })}</p>)}
      </header>
      <div className={classes.panes}>
        <PaperPane text={text} passages={passages} headings={session.headings} active={active} hovered={hovered} onPress={selectFromPaper} />
        <section className={classes.right} aria-label={t('import.recognised')}>
          {present.rows.length + present.meetings.length === 0 ? (
            <EmptyState title={t('import.nothingTitle')} hint={t('import.nothingHint')} />
          ) : (
            <>
              <RowToolbar preview={present} selected={selection.keys} active={active} corrections={corrections} onEdit={edit} />
              {onlyDoubts && order.length === 0 ? <EmptyState title={t('import.noDoubts')}><Button variant="default" size="xs" onClick={() => setOnlyDoubts(false)}>{t('import.showAll')}</Button></EmptyState> : (
                <RowList
                  groups={groups}
                  meetings={shown.meetings}
                  members={shown.members}
                  selection={selection}
                  editing={editing}
                  foldOthers={foldOthers && !onlyDoubts}
                  onFoldOthers={setFoldOthers}
                  onEdit={edit}
                  onEndEdit={endEdit}
                  onHover={setHovered}
                  corrections={corrections}
                />
              )}
            </>
          )}
        </section>
      </div>
      {accepting ? <AcceptDialog session={session} counts={counts} onClose={() => setAccepting(false)} /> : null}
    </main>
  );
}

const isShownAlways = (kind: Preview['rows'][number]['kind']) => ['deliberation_item', 'viewpoint', 'issue', 'example'].includes(kind);

/** Keys in the order the list shows them. */
function shownOrder({ sections, others }: ReturnType<typeof groupPreview>, { meetings, members }: Preview, othersFolded: boolean): string[] {
  return [
    ...sections.flatMap(({ item, groups }) => [...(item ? [item.key] : []), ...groups.flatMap((group) => group.rows.map((row) => row.key))]),
    ...meetings.map((meeting) => meeting.key),
    ...members.map((member) => member.key),
    ...(othersFolded ? [] : others.flatMap((group) => group.rows.map((row) => row.key))),
  ];
}

function passagesOf({ rows, meetings, members }: Preview): PaperPassage[] {
  return [
    ...rows.map(({ key, kind, left, ranges }) => ({ key, kind, left, ranges })),
    ...meetings.map(({ key, left, ranges }) => ({ key, kind: 'meeting' as const, left, ranges })),
    ...members.map(({ key, left, ranges }) => ({ key, kind: 'member' as const, left, ranges })),
  ];
}
