import type { SearchHit } from '../../../electron/contract/search.ts';
import { OUTSIDE_ITEMS, routes, type Focus } from '../../app/routes.ts';

/**
 * Where a hit is shown: the screen, and what to select or mark there.
 * @param from the committee the person is in, whose own door to the library is taken.
 */
export function hitPlace(hit: SearchHit, from: string | null = null): { path: string; focus: Focus } {
  const { committeeId, id } = hit;
  if (hit.library) {
    // a record of the library is shown in its paper: the library has no board
    const path = (paperId: string | null) => (from === null ? routes.library(paperId) : routes.committeeLibrary(from, paperId));
    if (hit.paperId === null) return { path: path(null), focus: { pointId: id } };
    return { path: path(hit.paperId), focus: hit.kind === 'paper' ? rangeOf(hit) : { recordId: id } };
  }
  switch (hit.kind) {
    case 'item':
      return { path: routes.board(committeeId, id), focus: {} };
    case 'viewpoint':
    case 'issue':
    case 'example':
      return { path: routes.board(committeeId, hit.itemId ?? OUTSIDE_ITEMS), focus: { pointId: id } };
    case 'meeting':
      return { path: routes.meetings(committeeId, id), focus: {} };
    case 'agenda':
      return { path: routes.meetings(committeeId, hit.meetingId), focus: { agendaItemId: id } };
    case 'note':
      return { path: routes.meetings(committeeId, hit.meetingId), focus: { noteId: id } };
    case 'member':
      return { path: routes.meetings(committeeId, hit.meetingId), focus: { memberId: id } };
    case 'clause':
      return { path: routes.draft(committeeId, hit.draftId), focus: { clauseId: id } };
    case 'paper':
      return { path: routes.papers(committeeId, hit.paperId), focus: rangeOf(hit) };
    case 'excerpt':
    case 'indicator':
    case 'action':
      // beside its paper, where its own line is marked
      return { path: routes.papers(committeeId, hit.paperId), focus: { recordId: id } };
  }
}

const rangeOf = ({ offset, match }: SearchHit): Focus => (offset === null ? {} : { start: offset, end: offset + match.length });
