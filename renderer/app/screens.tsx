import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useT } from '../i18n/index.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { useRead } from '../shared/use-operation.ts';
import { ApiError } from './api.ts';
import { usePlace } from './hash-location.ts';
import { patterns, routes, useCommitteeId } from './routes.ts';
import { ScreenBoundary } from './screen-boundary.tsx';

const ShelfScreen = lazy(() => import('../features/shelf/shelf-screen.tsx'));
const ImportScreen = lazy(() => import('../features/import/import-screen.tsx'));
const SettingsScreen = lazy(() => import('../features/settings/settings-screen.tsx'));
const BoardScreen = lazy(() => import('../features/board/board-screen.tsx'));
const MeetingsScreen = lazy(() => import('../features/meetings/meetings-screen.tsx'));
const DraftScreen = lazy(() => import('../features/draft/draft-screen.tsx'));
const PapersScreen = lazy(() => import('../features/papers/papers-screen.tsx'));
const LibraryScreen = lazy(() => import('../features/library/library-screen.tsx'));
const ExportScreen = lazy(() => import('../features/export/export-screen.tsx'));

/** The screen of the present place; each is loaded when it is first gone to, and a failure stays within it. */
export function Screens() {
  const place = usePlace();
  const screen = place.split(/[/?]/)[3] ?? place;
  if (useCommitteeIsGone()) return <NowhereScreen />;
  return (
    <ScreenBoundary key={screen}>
      <Suspense fallback={null}>
        <Switch>
          <Route path={patterns.shelf}><ShelfScreen /></Route>
          <Route path={patterns.import}><ImportScreen /></Route>
          <Route path={patterns.settings}><SettingsScreen /></Route>
          <Route path={patterns.board}>{({ committeeId, itemId }) => <BoardScreen key={committeeId} committeeId={committeeId} itemId={itemId ?? null} />}</Route>
          <Route path={patterns.meetings}>{({ committeeId, meetingId }) => <MeetingsScreen key={committeeId} committeeId={committeeId} meetingId={meetingId ?? null} />}</Route>
          <Route path={patterns.draft}>{({ committeeId, draftId }) => <DraftScreen key={committeeId} committeeId={committeeId} draftId={draftId ?? null} />}</Route>
          <Route path={patterns.papers}>{({ committeeId, paperId }) => <PapersScreen key={committeeId} committeeId={committeeId} paperId={paperId ?? null} />}</Route>
          <Route path={patterns.library}>{({ paperId }) => <LibraryScreen committeeId={null} paperId={paperId ?? null} />}</Route>
          <Route path={patterns.committeeLibrary}>{({ committeeId, paperId }) => <LibraryScreen key={committeeId} committeeId={committeeId} paperId={paperId ?? null} />}</Route>
          <Route path={patterns.export}>{({ committeeId }) => <ExportScreen key={committeeId} committeeId={committeeId} />}</Route>
          <Route><NowhereScreen /></Route>
        </Switch>
      </Suspense>
    </ScreenBoundary>
  );
}

/** Whether the committee of this place was removed, here or by an undo. */
function useCommitteeIsGone(): boolean {
  const committeeId = useCommitteeId();
  const { error } = useRead('committees.get', { committeeId: committeeId ?? '' }, { enabled: committeeId !== null });
  return error instanceof ApiError && error.code === 'not-found';
}

function NowhereScreen() {
  const t = useT();
  return (
    <main>
      <EmptyState heading title={t('common.notFound')} hint={t('common.notFoundHow')}>
        <a href={`#${routes.shelf()}`}>{t('common.shelf')}</a>
      </EmptyState>
    </main>
  );
}
