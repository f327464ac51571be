import { z } from 'zod';
import { EXCERPT_KINDS, PAPER_KINDS, POINT_KINDS } from '../../db/domain/words.ts';
import { Done, Id, Name, command, query } from './operation.ts';
import { AcceptedAction, AcceptedContent, AcceptedIndicator, AcceptedMeeting, AcceptedMember, AcceptedRow, Sha256 } from './papers.ts';
import { SourceRange } from './recognised.ts';

/** The tables whose records are made of papers. */
export const SOURCED_TABLES = ['item', 'point', 'excerpt', 'meeting', 'agendaItem', 'member', 'indicator', 'action'] as const;
export const SourcedTable = z.enum(SOURCED_TABLES);
export type SourcedTable = z.infer<typeof SourcedTable>;

const SOURCED_KINDS = [...POINT_KINDS, ...EXCERPT_KINDS] as const;

/** A paper of a committee that a new one may be a newer version of. */
export const VersionCandidate = z.object({
  committeeId: Id,
  committeeName: z.string(),
  paperId: Id,
  title: z.string(),
  label: z.string(),
  fileName: z.string(),
  importedAt: z.string(),
  /** How much of the two texts is the same, 0–1, whatever the lines and the kind of file. */
  similarity: z.number(),
  /** Alike enough, by text and names, to be offered first as 差し替え. */
  likely: z.boolean(),
});
export type VersionCandidate = z.infer<typeof VersionCandidate>;

/** What becomes of a record when its paper gives way to the newer version. */
export const RevisedRecord = z.object({
  recordId: Id,
  table: SourcedTable,
  /** The kind of a point or an excerpt; null for the others. */
  kind: z.enum(SOURCED_KINDS).nullable(),
  itemId: Id.nullable(),
  /** same: its line says what it said; changed: the line says something else now; vanished: there is no such line. */
  state: z.enum(['same', 'changed', 'vanished']),
  /** What the record says now, corrected by hand or not. */
  oldText: z.string(),
  /** What the old paper says there; differs from `oldText` where a person corrected it. */
  oldReading: z.string(),
  /** What the newer version says; null where it has vanished. */
  newText: z.string().nullable(),
  oldCities: z.array(z.string()),
  newCities: z.array(z.string()),
  /** Corrected by hand since the paper was read: kept unless the person takes the new text. */
  corrected: z.boolean(),
  /** Records linked to it, notes about it, clauses that cite it: all stay with it. */
  links: z.number().int(),
  notes: z.number().int(),
  citations: z.number().int(),
  /** Where it stands in the old paper's text and in the new one's. */
  oldRange: SourceRange.nullable(),
  newRange: SourceRange.nullable(),
});
export type RevisedRecord = z.infer<typeof RevisedRecord>;

/** What the newer version has and no record of the old one stands for. */
const added = {
  /** A row's own; the others' names in papers.replace. */
  key: z.string(),
  /** Its counterpart was in the old paper and was left out (or removed) by hand then: not taken in unless chosen. */
  leftBefore: z.boolean(),
};

/** What the person has corrected in the preview of the newer version; left out: all as it was recognised. */
const corrected = AcceptedContent.partial().shape;

/** `reading` names the comparing to papers.progress and papers.stopReading. */
const OfPaper = z.object({ committeeId: Id, paperId: Id, reading: Id.optional() });

export const revision = {
  /** The papers a staged one may be a newer version of, likeliest first; of one committee, or of all and the library. */
  'papers.versions': query(z.object({ sha256: Sha256, committeeId: Id.optional() }), z.array(VersionCandidate)),

  /** What replacing the paper by the staged one would do; nothing is written. */
  'papers.compareVersion': query(
    OfPaper.extend({ sha256: Sha256, ...corrected }),
    z.object({
      counts: z.object({ same: z.number().int(), moved: z.number().int(), changed: z.number().int(), vanished: z.number().int(), added: z.number().int() }),
      /** Every record made of the old paper, in its order. */
      records: z.array(RevisedRecord),
      /** What is new. A row's `item` names an item of the committee (`id:…`) where its item stays. */
      added: z.object({
        rows: z.array(AcceptedRow.extend(added)),
        meetings: z.array(AcceptedMeeting.extend(added)),
        members: z.array(AcceptedMember.extend(added)),
        indicators: z.array(AcceptedIndicator.extend(added)),
        actions: z.array(AcceptedAction.extend(added)),
      }),
    }),
  ),

  /**
   * Replaces a paper by the staged newer version, as one undoable step. Records keep their ids, and with them links,
   * notes and citations; their passages move to the new paper; what is new is added as papers.accept would; what has
   * vanished stays where it is and shows in papers.tray. The old paper stays readable, marked `replacedBy`.
   */
  'papers.replace': command(
    OfPaper.extend({
      sha256: Sha256,
      title: Name,
      label: z.string().trim().max(100).default(''),
      kind: z.enum(PAPER_KINDS).optional(),
      municipality: z.string().trim().max(200).optional(),
      ...corrected,
      /** For changed records, which text to go on with; left out: the new one, or the person's own where it was corrected by hand. */
      take: z.array(z.object({ recordId: Id, text: z.enum(['old', 'new']) })).max(100_000).default([]),
      /** Keys of what is `added` and `leftBefore`, and is to be taken in nevertheless. */
      alsoAdd: z.array(z.string().max(100)).max(100_000).default([]),
    }),
    z.object({ paperId: Id, same: z.number().int(), changed: z.number().int(), vanished: z.number().int(), added: z.number().int() }),
  ),

  /** What newer versions of papers no longer say: records that stand, still anchored in a paper that was replaced. */
  'papers.tray': query(
    z.object({ committeeId: Id }),
    z.array(z.object({
      recordId: Id,
      table: SourcedTable,
      kind: z.enum(SOURCED_KINDS).nullable(),
      text: z.string(),
      links: z.number().int(),
      notes: z.number().int(),
      citations: z.number().int(),
      /** The replaced paper it was read from, where in it, and what took its place. */
      paperId: Id,
      paperTitle: z.string(),
      paperLabel: z.string(),
      range: SourceRange,
      quote: z.string(),
      newPaperId: Id,
      newPaperTitle: z.string(),
    })),
  ),
  /** Takes a record out of the tray: tied to a place in a paper, kept without a source, or removed with all its lines. */
  'papers.settle': command(
    z.object({
      committeeId: Id,
      recordId: Id,
      as: z.discriminatedUnion('do', [
        z.object({ do: z.literal('anchor'), paperId: Id, range: SourceRange }),
        z.object({ do: z.literal('keep') }),
        z.object({ do: z.literal('remove') }),
      ]),
    }),
    Done,
  ),
} as const;
