import { z } from 'zod';
import { NOTE_KINDS, POINT_KINDS } from '../../db/domain/words.ts';
import { AfterId, Done, Id, Name, Step, Text, command, query } from './operation.ts';

/** Coverage of an issue: 未対応, answered by a clause, or left unanswered for a recorded reason. */
export const IssueState = z.enum(['open', 'answered', 'reasoned']);
export type IssueState = z.infer<typeof IssueState>;

export const Item = z.object({
  id: Id,
  /** Number among the committee's items: 「(1)」. */
  number: z.string(),
  title: z.string(),
  viewpoints: z.number().int(),
  issues: z.number().int(),
  examples: z.number().int(),
  openIssues: z.number().int(),
  answeredIssues: z.number().int(),
  reasonedIssues: z.number().int(),
});
export type Item = z.infer<typeof Item>;

/** Where a clause cites something: the clause and its number in the draft, such as 「第2章1(1)」. */
export const CitationPlace = z.object({ draftId: Id, clauseId: Id, label: z.string() });
export type CitationPlace = z.infer<typeof CitationPlace>;

export const Point = z.object({
  id: Id,
  itemId: Id.nullable(),
  kind: z.enum(POINT_KINDS),
  /** 「①」 within its item and kind; empty for a child line. */
  number: z.string(),
  text: z.string(),
  parentId: Id.nullable(),
  cities: z.array(z.string()),
  /** Why an issue is left unanswered; empty where none is recorded. */
  reason: z.string(),
  /** null for what is not an issue. */
  state: IssueState.nullable(),
  /** Ids of the points this one is linked to. */
  linkedIds: z.array(Id),
  notes: z.number().int(),
  citations: z.array(CitationPlace),
  hasSource: z.boolean(),
  /** True where a newer version of its paper no longer says it: it waits in papers.tray. */
  vanished: z.boolean(),
});
export type Point = z.infer<typeof Point>;

/** A source passage with the text around it, ready to be shown highlighted. */
export const Passage = z.object({
  id: Id,
  paperId: Id,
  paperTitle: z.string(),
  paperLabel: z.string(),
  line: z.number().int().positive(),
  start: z.number().int(),
  end: z.number().int(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
});
export type Passage = z.infer<typeof Passage>;

export const NoteBrief = z.object({
  id: Id,
  meetingId: Id,
  meetingLabel: z.string(),
  speaker: z.string(),
  kind: z.enum(NOTE_KINDS),
  text: z.string(),
  at: z.string(),
});
export type NoteBrief = z.infer<typeof NoteBrief>;

const OfCommittee = z.object({ committeeId: Id });

export const board = {
  'items.list': query(OfCommittee, z.array(Item)),
  'items.add': command(OfCommittee.extend({ title: Name, afterId: AfterId.optional() }), z.object({ id: Id })),
  'items.update': command(OfCommittee.extend({ id: Id, title: Name }), Done),
  'items.move': command(OfCommittee.extend({ id: Id, afterId: AfterId }), Done),
  /** Removes the item; its points stay, outside the items, unless `withPoints`. */
  'items.remove': command(OfCommittee.extend({ id: Id, withPoints: z.boolean().default(false) }), Done),

  /** All points of one item (or, with null, those outside the items), in order. */
  'points.list': query(OfCommittee.extend({ itemId: Id.nullable() }), z.array(Point)),
  /** Every point of the committee, for linking and citing. */
  'points.all': query(OfCommittee, z.array(Point)),
  'points.add': command(
    OfCommittee.extend({
      itemId: Id.nullable(),
      kind: z.enum(POINT_KINDS),
      text: Text,
      parentId: Id.nullable().default(null),
      cities: z.array(Name).default([]),
      /** Left out: at the end. */
      afterId: AfterId.optional(),
      step: Step,
    }),
    z.object({ id: Id }),
  ),
  'points.update': command(
    OfCommittee.extend({ id: Id, text: Text.optional(), cities: z.array(Name).optional(), reason: Text.optional() }),
    Done,
  ),
  /** Puts a point after another in an item, and retypes it where `kind` is given; its child lines go with it. */
  'points.move': command(OfCommittee.extend({ id: Id, itemId: Id.nullable(), kind: z.enum(POINT_KINDS).optional(), afterId: AfterId, step: Step }), Done),
  'points.remove': command(OfCommittee.extend({ id: Id, step: Step }), Done),
  /** What bears on a point: its passages, the notes about it, the points it is linked to. */
  'points.evidence': query(
    OfCommittee.extend({ id: Id }),
    z.object({ point: Point, passages: z.array(Passage), notes: z.array(NoteBrief), linked: z.array(Point) }),
  ),
  /** Links or unlinks two records (point–point, note–point); the pair has no direction. */
  'links.set': command(OfCommittee.extend({ aId: Id, bId: Id, linked: z.boolean() }), Done),
  /** Cities named in the committee's examples, with how many points name each, most first. */
  'cities.list': query(OfCommittee, z.array(z.object({ city: z.string(), points: z.number().int() }))),
} as const;
