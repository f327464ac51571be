import { Button, Progress } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { InputOf, OutputOf } from '../../../electron/contract/index.ts';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { committeeContent } from '../../../electron/contract/preview/accepted-rows.ts';
import { libraryContent } from '../../../electron/contract/preview/library-rows.ts';
import { invoke, sentenceOf } from '../../app/api.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { go, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { PaperFace } from '../../shared/paper-face.tsx';
import { showUndoNotice } from '../../shared/undo-notice.tsx';
import { useCommand, useRead } from '../../shared/use-operation.ts';
import { useRowSelection } from '../../shared/use-row-selection.ts';
import { endSession, importStore, isUnderWay, patchRevision, type Entry, type Revision, type Session } from './import-session.ts';
import { RevisionList } from './revision-list.tsx';
import { addedLines, revisionOrder, takenText } from './revision-rows.ts';
import { useLate } from './reading.tsx';
import classes from './preview-screen.module.css';

type Comparison = OutputOf<'papers.compareVersion'>;

/** What the newer version of a paper would change, record by record, before it takes the old one's place (差し替え). */
export function RevisionScreen({ entry, session, revision, onBack }: { entry: Entry; session: Session; revision: Revision; onBack: () => void }) {
  const t = useT();
  const { replaced } = revision;
  const { committeeId, paperId } = replaced;
  const { sha256, present, municipality } = session;
  const { data: meetings } = useRead('meetings.list', { committeeId });
  const { data: members } = useRead('members.list', { committeeId });
  const input = useMemo(() => {
    if (!meetings || !members) return null;
    const content = committeeId === LIBRARY_ID ? libraryContent(present, municipality ?? '') : committeeContent(present, { meetings, members });
    return { committeeId, paperId, sha256, ...content };
  }, [sha256, present, municipality, committeeId, paperId, meetings, members]);
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
  const leftBefore = useMemo(() => new Set(comparison ? addedLines(comparison).filter((line) => line.leftBefore).map(({ key }) => key) : []), [comparison]);
  const left = active !== null && leftBefore.has(active);

  const choose = (recordId: string, text: 'old' | 'new') => patchRevision((now) => ({ take: { ...now.take, [recordId]: text } }));
  const toggleAdd = (key: string) => patchRevision((now) => ({ alsoAdd: now.alsoAdd.includes(key) ? now.alsoAdd.filter((each) => each !== key) : [...now.alsoAdd, key] }));
  const accept = async () => {
    if (!comparison || !input || replace.pending) return;
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
      alsoAdd: [...leftBefore].filter((key) => alsoAdd.has(key)),
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

/** Not through the query client: the rows are megabytes, too much for the key of an answer. Leaving stops the comparing. */
function useComparison(input: InputOf<'papers.compareVersion'> | null): { comparison: Comparison | null; failed: string | null } {
  const [state, setState] = useState<{ comparison: Comparison | null; failed: string | null }>({ comparison: null, failed: null });
  useEffect(() => {
    if (input === null) return undefined;
    let over = false;
    const reading = newId();
    const settle = (settled: { comparison: Comparison | null; failed: string | null }) => {
      if (over) return;
      over = true;
      setState(settled);
    };
    invoke('papers.compareVersion', { ...input, reading }).then(
      (comparison) => settle({ comparison, failed: null }),
      (error: unknown) => settle({ comparison: null, failed: sentenceOf(error) }),
    );
    return () => {
      if (over) return;
      over = true;
      invoke('papers.stopReading', { reading }).catch(() => {
        // nobody waits for the comparison any more, stopped or not
      });
    };
  }, [input]);
  return state;
}

function passagesOf({ records, added }: Comparison) {
  return [
    ...records.flatMap(({ recordId, newRange }) => (newRange ? [{ key: recordId, ...newRange }] : [])),
    ...Object.values(added).flat().flatMap(({ key, ranges }) => ranges.map((range) => ({ key, ...range }))),
  ];
}
