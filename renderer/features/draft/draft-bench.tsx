import { notifications } from '@mantine/notifications';
import type { Command } from '@tiptap/pm/state';
import { useEffect, useMemo, useState } from 'react';
import type { CitationPlace } from '../../../electron/contract/board.ts';
import type { Draft } from '../../../electron/contract/drafts.ts';
import { sentenceOf } from '../../app/api.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { useWhere } from '../../app/frame/where.ts';
import { go, OUTSIDE_ITEMS, routes, useFocusTarget } from '../../app/routes.ts';
import type { CitationLabels } from '../../editor/citation-node.ts';
import { cite, clauseAt, insertTable, moveClauses } from '../../editor/clause-commands.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { createStore, useStore } from '../../shared/store.ts';
import { useRead } from '../../shared/use-operation.ts';
import { Workbench } from '../../shared/workbench.tsx';
import { ClausePanel } from './clause-panel.tsx';
import { ContentsPane } from './contents-pane.tsx';
import { CoverageBar } from './coverage-bar.tsx';
import { LibraryPicker } from '../library/library-picker.tsx';
import { useCiteFromLibrary } from '../library/use-cite.ts';
import { DraftList } from './draft-list.tsx';
import { EvidencePane, focusEvidence, type EvidenceView } from './evidence-pane.tsx';
import classes from './evidence.module.css';
import { goToClause } from './go-to-clause.ts';
import { Sheet } from './sheet.tsx';
import { useDraftSession } from './use-draft-session.ts';
import { useEvidence } from './use-evidence.ts';

/** The clause a person left each draft at, to come back to it from the board or a meeting. */
const lastPlaces = new Map<string, string>();

/** One draft on the bench: its contents, its text, and what bears on it. */
export function DraftBench({ committeeId, draft, drafts }: { committeeId: string; draft: Draft; drafts: readonly Draft[] }) {
  const t = useT();
  const { clauseId } = useFocusTarget();
  const [labels] = useState(() => createStore<CitationLabels>(new Map()));
  const [view, setView] = useState<EvidenceView>({ tab: 'issue', selectedId: null, filter: '', openOnly: false });
  const [picking, setPicking] = useState(false);
  const citeFromLibrary = useCiteFromLibrary(committeeId);
  const onView = (change: Partial<EvidenceView>) => setView((now) => ({ ...now, ...change }));
  const saved = useRead('drafts.get', { committeeId, id: draft.id });
  const evidence = useEvidence(committeeId, saved.data?.targets, labels);

  const citeAtCaret = (targetId: string) => {
    if (!session) return;
    if (cite(targetId)(session.editor.state, session.editor.view.dispatch)) void session.autosave.flush();
    else notifications.show({ message: t('draft.noPlaceToCite') });
    session.editor.view.focus();
  };
  const { session, error } = useDraftSession({
    committeeId,
    draftId: draft.id,
    labels,
    actions: {
      onChoose: (targetId) => onView({ tab: evidence.tabOf(targetId) ?? view.tab, selectedId: targetId, filter: '', openOnly: false }),
      onCite: () => {
        const id = selectedEvidence();
        if (id !== null) citeAtCaret(id);
      },
      onLeave: focusEvidence,
    },
  });

  const open = saved.data ? session : null;
  useEffect(() => {
    if (!open) return;
    const place = clauseId ?? lastPlaces.get(draft.id);
    if (place !== undefined) goToClause(open.editor, place);
    return () => {
      const clause = clauseAt(open.editor.state.selection.$from);
      if (clause) lastPlaces.set(draft.id, String(clause.node.attrs['id']));
    };
  }, [open, clauseId, draft.id]);

  const goToPlace = (place: CitationPlace) => {
    if (place.draftId === draft.id && session) goToClause(session.editor, place.clauseId);
    else go(routes.draft(committeeId, place.draftId), { clauseId: place.clauseId });
  };
  const openTarget = (targetId: string) => {
    const point = evidence.points.find(({ id }) => id === targetId);
    const note = evidence.notes.find(({ id }) => id === targetId);
    if (note) go(routes.meetings(committeeId, note.meetingId), { noteId: targetId });
    else if (point) go(routes.board(committeeId, point.itemId ?? OUTSIDE_ITEMS), { pointId: targetId });
  };

  useWhere(`${draft.title}（${t(`words.edition.${draft.edition}`)}）`);
  const run = (command: Command) => {
    if (!session) return;
    command(session.editor.state, session.editor.view.dispatch, session.editor.view);
    session.editor.view.focus();
  };
  useScreenCommands([
    { id: 'draft.cite', label: t('draft.citeSelected'), disabled: !session, run: () => { const id = selectedEvidence(); if (id !== null) citeAtCaret(id); } },
    { id: 'draft.library', label: t('library.pick'), disabled: !session, run: () => setPicking(true) },
    { id: 'draft.goToEvidence', label: t('draft.goToEvidence'), keys: 'mod+e', run: focusEvidence },
    { id: 'draft.goToText', label: t('draft.goToText'), keys: 'mod+shift+e', disabled: !session, run: () => session?.editor.view.focus() },
    { id: 'draft.moveUp', label: t('draft.moveUp'), disabled: !session, run: () => run(moveClauses(-1)) },
    { id: 'draft.moveDown', label: t('draft.moveDown'), disabled: !session, run: () => run(moveClauses(1)) },
    { id: 'draft.insertTable', label: t('draft.insertTable'), disabled: !session, run: () => run(insertTable) },
  ]);

  const shownLabels = useStore(labels);
  const left = useMemo(() => (
    <ContentsPane editor={session?.editor ?? null}>
      <CoverageBar points={evidence.points} />
      <DraftList committeeId={committeeId} drafts={drafts} currentId={draft.id} />
    </ContentsPane>
  ), [session, evidence.points, committeeId, drafts, draft.id]);

  return (
    <Workbench
      id="draft"
      leftLabel={t('draft.contents')}
      rightLabel={t('draft.evidence')}
      rightWidth={364}
      left={left}
      middle={open ? <Sheet session={open} title={draft.title} /> : error ? <EmptyState title={t('common.failedToRead')} hint={sentenceOf(error)} /> : null}
      right={
        <div className={classes.pane}>
          <EvidencePane groups={evidence.groups} view={view} onView={onView} onCite={citeAtCaret} onLibrary={() => setPicking(true)} onGo={goToPlace} onLeave={() => session?.editor.view.focus()} />
          {picking ? <LibraryPicker committeeId={committeeId} title={t('library.pick')} onPick={(id) => void citeFromLibrary(id, null).then((made) => { if (made !== null) citeAtCaret(made); })} onClose={() => setPicking(false)} /> : null}
          {session ? (
            <ClausePanel
              committeeId={committeeId}
              editor={session.editor}
              saved={saved.data?.clauses ?? []}
              targets={saved.data?.targets ?? []}
              labels={shownLabels}
              onOpen={openTarget}
            />
          ) : null}
        </div>
      }
    />
  );
}

/** The evidence that is selected on the screen: what Ctrl+Enter cites is what the person sees marked. */
function selectedEvidence(): string | null {
  return document.querySelector<HTMLElement>('[data-evidence][aria-current]')?.dataset['evidence'] ?? null;
}
