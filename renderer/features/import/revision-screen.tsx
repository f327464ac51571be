import { Button, Progress } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { InputOf, OutputOf } from '../../../electron/contract/index.ts';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { acceptedOthers, acceptedRows } from '../../../electron/contract/preview/accepted-rows.ts';
import { libraryRows } from '../../../electron/contract/preview/library-rows.ts';
import { invoke, sentenceOf } from '../../app/api.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { go, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { PaperFace } from '../../shared/paper-face.tsx';
import { showUndoNotice } from '../../shared/undo-notice.tsx';
import { useCommand } from '../../shared/use-operation.ts';
import { endSession, importStore, isUnderWay, patchRevision, type Entry, type Revision, type Session } from './import-session.ts';
import { RevisionList } from './revision-list.tsx';
import { revisionOrder, takenText } from './revision-rows.ts';
import { useLate } from './reading.tsx';
import { useRowSelection } from './use-row-selection.ts';
import classes from './preview-screen.module.css';

type Comparison = OutputOf<'papers.compareVersion'>;

/** What the newer version of a paper would change, record by record, before it takes the old one's place (差し替え). */
export function RevisionScreen({ entry, session, revision, onBack }: { entry: Entry; session: Session; revision: Revision; onBack: () => void }) {
  const t = useT();
  const { replaced } = revision;
  const { committeeId, paperId } = replaced;
  const { sha256, present, municipality } = session;
  const input = useMemo(() => inputOf({ sha256, present, municipality }, committeeId, paperId), [sha256, present, municipality, committeeId, paperId]);
  const { comparison, failed } = useComparison(input);
  const late = useLate(comparison === null && failed === null);
  const replace = useCommand('papers.replace');
  const take = useMemo(() => new Map(Object.entries(revision.take)), [revision.take]);
  const alsoAdd = useMemo(() => new Set(revision.alsoAdd), [revision.alsoAdd]);
  const [foldSame, setFoldSame] = useState(true);
  const [hovered, setHovered] = useState<string | null>(null);
  const order = useMemo(() => (comparison ? revisionOrder(comparison, foldSame) : []), [comparison, foldSame]);
  const selection = useRowSelection(order);
  const passages = useMemo(() => (comparison ? passagesOf(comparison) : []), [comparison]);
  const { active } = selection;
  const changed = comparison?.records.find((record) => record.recordId === active && record.state === 'changed');
  const left = comparison ? [...comparison.added.rows, ...comparison.added.meetings, ...comparison.added.members].find((row) => 'key' in row && row.key === active && row.leftBefore) : undefined;

  const choose = (recordId: string, text: 'old' | 'new') => patchRevision((now) => ({ take: { ...now.take, [recordId]: text } }));
  const toggleAdd = (key: string) => patchRevision((now) => ({ alsoAdd: now.alsoAdd.includes(key) ? now.alsoAdd.filter((each) => each !== key) : [...now.alsoAdd, key] }));
  const accept = async () => {
    if (!comparison || replace.pending) return;
    const done = await replace.run({
      ...input,
      title: replaced.title,
      label: replaced.label,
      kind: session.kind,
      // corrections made since may have settled what was chosen
      take: comparison.records.flatMap(({ recordId, state }) => {
        const text = state === 'changed' ? take.get(recordId) : undefined;
        return text ? [{ recordId, text }] : [];
      }),
      alsoAdd: comparison.added.rows.filter(({ key, leftBefore }) => leftBefore && alsoAdd.has(key)).map(({ key }) => key),
    });
    endSession(entry.id, committeeId);
    showUndoNotice({
      message: t('import.replacedDone', { paper: replaced.oldLabel, same: done.same, changed: done.changed, added: done.added, vanished: done.vanished }),
      committeeId,
      origin: 'papers.replace',
      undo: () => invoke('history.undo', { committeeId }),
    });
    if (!importStore.get().entries.some(isUnderWay)) go(committeeId === LIBRARY_ID ? routes.library(done.paperId) : routes.papers(committeeId, done.paperId));
  };
  useScreenCommands([
    { id: 'revision.new', label: t('import.takeNew'), keys: 'n', run: () => { if (changed) choose(changed.recordId, 'new'); else if (active !== null) toggleAdd(active); }, disabled: !changed && !left },
    { id: 'revision.old', label: t('import.keepMine'), keys: 'o', run: () => { if (changed) choose(changed.recordId, 'old'); }, disabled: !changed },
    { id: 'revision.accept', label: t('import.replaceNow'), keys: 'mod+enter', run: () => void accept(), disabled: comparison === null },
    { id: 'revision.back', label: t('common.back'), keys: 'escape', run: onBack },
  ]);

  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t('import.revisionTitle', { paper: replaced.oldLabel })}</h1>
        <div className={classes.ways}>
          <Button variant="default" size="xs" rightSection={<Kbd keys="escape" />} onClick={onBack}>{t('common.back')}</Button>
          <Button size="xs" disabled={comparison === null} loading={replace.pending} rightSection={<Kbd keys="mod+enter" />} onClick={() => void accept()}>{t('import.replaceNow')}</Button>
        </div>
      </header>
      {failed !== null ? <EmptyState title={t('common.failedToRead')} hint={failed}><Button variant="default" onClick={onBack}>{t('common.back')}</Button></EmptyState> : null}
      {late ? <Progress value={100} animated aria-label={t('import.comparing')} m="lg" /> : null}
      {comparison ? (
        <div className={classes.panes}>
          <PaperFace sha256={session.sha256} text={session.text} layout={session.layout} headings={session.headings} label={t('import.newerVersion')} passages={passages} margin={NO_MARGIN} active={active} hovered={hovered} onPress={selection.select} onHover={setHovered} />
          <section className={classes.right} aria-label={t('import.differences')}>
            <RevisionList
              comparison={comparison}
              selection={selection}
              taken={(record) => takenText(record, take)}
              alsoAdd={alsoAdd}
              foldSame={foldSame}
              onFoldSame={setFoldSame}
              onTake={choose}
              onToggleAdd={toggleAdd}
              onHover={setHovered}
            />
          </section>
        </div>
      ) : null}
    </div>
  );
}

const NO_MARGIN = new Map<string, never>();

function inputOf({ sha256, present, municipality }: Pick<Session, 'sha256' | 'present' | 'municipality'>, committeeId: string, paperId: string): InputOf<'papers.compareVersion'> {
  const records = committeeId === LIBRARY_ID
    ? { rows: libraryRows(present.rows, municipality ?? ''), meetings: [], members: [] }
    : { rows: acceptedRows(present.rows), ...acceptedOthers(present) };
  return { committeeId, paperId, sha256, ...records };
}

/** Not through the query client: the rows are megabytes, too much for the key of an answer. */
function useComparison(input: InputOf<'papers.compareVersion'>): { comparison: Comparison | null; failed: string | null } {
  const [state, setState] = useState<{ comparison: Comparison | null; failed: string | null }>({ comparison: null, failed: null });
  useEffect(() => {
    let over = false;
    invoke('papers.compareVersion', input).then(
      (comparison) => { if (!over) setState({ comparison, failed: null }); },
      (error: unknown) => { if (!over) setState({ comparison: null, failed: sentenceOf(error) }); },
    );
    return () => { over = true; };
  }, [input]);
  return state;
}

function passagesOf({ records, added }: Comparison) {
  return [
    ...records.flatMap(({ recordId, newRange }) => (newRange ? [{ key: recordId, ...newRange }] : [])),
    ...added.rows.flatMap(({ key, ranges }) => ranges.map((range) => ({ key, ...range }))),
  ];
}
