import { z } from 'zod';
import { ClauseContent } from '../../db/domain/clause-content.ts';
import { CLAUSE_KINDS, DRAFT_EDITIONS } from '../../db/domain/words.ts';
import { AfterId, Done, Id, Name, Step, command, query } from './operation.ts';

export const Draft = z.object({
  id: Id,
  title: z.string(),
  edition: z.enum(DRAFT_EDITIONS),
  clauses: z.number().int(),
  characters: z.number().int(),
});
export type Draft = z.infer<typeof Draft>;

/** A clause's own fields, as the editor holds them. */
const clauseFields = {
  id: Id,
  kind: z.enum(CLAUSE_KINDS),
  /** 1–5 for 第1章, 1, (1), ア, (ア); 0 for text that takes no number. */
  level: z.number().int().min(0).max(5),
  /** false for a heading without a number, such as はじめに. */
  numbered: z.boolean(),
  content: ClauseContent,
};
export const Clause = z.object({
  ...clauseFields,
  /** Its own number: 「第1章」「1」「(1)」「ア」; empty where it takes none. */
  number: z.string(),
  /** The whole place: 「第2章1(1)」; for unnumbered text the place it stands under. */
  label: z.string(),
});
export type Clause = z.infer<typeof Clause>;

/** What a citation shows: the short form in the text and the sentence behind it. */
export const CitationTarget = z.object({
  id: Id,
  kind: z.enum(['viewpoint', 'issue', 'example', 'note']),
  /** 「課題②」「事例③」「森委員 第2回」 */
  label: z.string(),
  text: z.string(),
  cities: z.array(z.string()),
  itemId: Id.nullable(),
  /** false where it has since been removed: the citation stays and says so. */
  exists: z.boolean(),
});
export type CitationTarget = z.infer<typeof CitationTarget>;

const OfCommittee = z.object({ committeeId: Id });

export const drafts = {
  'drafts.list': query(OfCommittee, z.array(Draft)),
  'drafts.get': query(
    OfCommittee.extend({ id: Id }),
    z.object({ draft: Draft, clauses: z.array(Clause), targets: z.array(CitationTarget) }),
  ),
  'drafts.add': command(OfCommittee.extend({ title: Name, edition: z.enum(DRAFT_EDITIONS).default('rough') }), z.object({ id: Id })),
  'drafts.update': command(OfCommittee.extend({ id: Id, title: Name.optional(), edition: z.enum(DRAFT_EDITIONS).optional() }), Done),
  'drafts.remove': command(OfCommittee.extend({ id: Id }), Done),

  /**
   * The editor's autosave: the clauses that are new, changed or moved, and those taken out, as one undoable step.
   * `afterId` names the clause it follows and is sent for new and moved clauses; upserts are applied in the order given.
   * `typing` marks steps that belong to one stretch of typing, which undo takes back together.
   */
  'clauses.apply': command(
    OfCommittee.extend({
      draftId: Id,
      upserts: z.array(z.object({ ...clauseFields, afterId: AfterId.optional() })).max(100_000),
      removes: z.array(Id).max(100_000),
      typing: z.boolean().default(false),
    }),
    Done,
  ),
  /**
   * Cites a point or note at the end of a clause; a clause that cites it already is left as it is. A point of the library
   * becomes an example of the committee first (as library.cite makes it), and that is cited.
   */
  'clauses.cite': command(OfCommittee.extend({ clauseId: Id, targetId: Id, step: Step }), Done),
  /** Takes every citation of the target out of the clause. */
  'clauses.uncite': command(OfCommittee.extend({ clauseId: Id, targetId: Id }), Done),
  /** Who changed a clause, when, and what it said before and after, newest first. */
  'clauses.history': query(
    OfCommittee.extend({ clauseId: Id }),
    z.array(z.object({ at: z.string(), author: z.string(), reason: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  ),
} as const;
