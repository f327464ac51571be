import type { SearchHit } from '../../../electron/contract/search.ts';
import { OUTSIDE_ITEMS, routes, type Focus } from '../../app/routes.ts';

/** Where a hit is shown: the screen, and what to select or mark there. */
export function hitPlace(hit: SearchHit): { path: string; focus: Focus } {
  const { committeeId, id } = hit;
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
      return { path: routes.papers(committeeId, id), focus: hit.offset === null ? {} : { start: hit.offset, end: hit.offset + hit.match.length } };
  }
}
