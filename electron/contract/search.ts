import { z } from 'zod';
import { Id, query } from './operation.ts';

export const SEARCH_KINDS = ['item', 'viewpoint', 'issue', 'example', 'meeting', 'agenda', 'note', 'clause', 'paper', 'member', 'excerpt', 'indicator', 'action'] as const;

export const SearchHit = z.object({
  kind: z.enum(SEARCH_KINDS),
  /** Id of the record; for a paper the committee's paper id; for what belongs to an indicator or an action, that one's. */
  id: Id,
  committeeId: Id,
  committeeName: z.string(),
  /** True for what stands in the library of other cities' papers. */
  library: z.boolean(),
  /** Where it stands: 「審議事項(1)」「第3回検討会」「第2章1(1)」「資料2 12行」. */
  place: z.string(),
  /** The sentence of the hit, split so that the screen can mark it. */
  before: z.string(),
  match: z.string(),
  after: z.string(),
  /** What the screen needs to go there: item, meeting, draft or paper, and the offset in a paper. An excerpt, indicator or action has those of the line it was read from. */
  itemId: Id.nullable(),
  meetingId: Id.nullable(),
  draftId: Id.nullable(),
  paperId: Id.nullable(),
  offset: z.number().int().nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const search = {
  /** From one character up; the hits of `committeeId` come first where it is given. */
  'search.all': query(
    z.object({ text: z.string().min(1).max(200), committeeId: Id.optional(), limit: z.number().int().min(1).max(200).default(50) }),
    z.object({ hits: z.array(SearchHit), more: z.boolean() }),
  ),
} as const;
