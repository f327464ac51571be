import { z } from 'zod';
import { DATE_FLAGS, PRECISIONS } from '../../db/domain/fuzzy-date.ts';
import { MEMBER_ROLES, PAPER_KINDS, POINT_KINDS } from '../../db/domain/words.ts';
import { Done, Id, Name, Nothing, Text, command, query } from './operation.ts';
import { RecognisedPaper, SourceRange } from './recognised.ts';

/**
 * The largest paper taken in, in bytes: a policy of 300 pages scanned with its text recognised is about 40 MB. The page
 * and the command line check it before they read a file. A paper of nothing but text may be no larger than TEXT_SIZE_LIMIT.
 */
export const PAPER_SIZE_LIMIT = 64 * 1024 * 1024;

/** The largest paper of plain text: some 7 million characters, where the longest municipal plan has one. */
export const TEXT_SIZE_LIMIT = 20 * 1024 * 1024;

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
export const Sha256 = z.string().length(64);

/**
 * Where the lines of a paper with pages stand on them, in PDF points (1/72 inch) from the page's top left corner.
 * `start` and `end` are offsets in the paper's text; `page` counts from 0.
 */
export const PaperLayout = z.object({
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
  lines: z.array(SourceRange.extend({ page: z.number().int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
});
export type PaperLayout = z.infer<typeof PaperLayout>;

/** What a person should know of a file that was read nonetheless. `pages` are counted from 1. */
export const PAPER_WARNINGS = ['pages-without-text', 'tracked-changes', 'hidden-left-out', 'letters-unreadable'] as const;
export const PaperWarning = z.object({ code: z.enum(PAPER_WARNINGS), count: z.number().int().optional(), pages: z.array(z.number().int()).optional() });
export type PaperWarning = z.infer<typeof PaperWarning>;

export const Paper = z.object({
  id: Id,
  sha256: z.string(),
  title: z.string(),
  /** 「資料1」, empty where the paper has none. */
  label: z.string(),
  fileName: z.string(),
  characters: z.number().int(),
  importedAt: z.string(),
  kind: z.enum(PAPER_KINDS),
  /** The city whose paper it is; empty where it was not said. */
  municipality: z.string(),
  /** The newer version that took its place (差し替え); null while it stands. */
  replacedBy: Id.nullable(),
  /** True for a paper that came along with an example cited from the library: not one of the committee's own. */
  cited: z.boolean(),
});
export type Paper = z.infer<typeof Paper>;

/** One line of the preview as the person left it: a deliberation item or a point to be made of it. */
export const AcceptedRow = z.object({
  /** The preview's own key, by which rows name their item and parent. */
  key: z.string().min(1).max(100),
  kind: z.enum(['item', ...POINT_KINDS]),
  text: z.string().trim().min(1).max(1_000_000),
  /** Key of the item row this point belongs to, or `id:…` of an item the committee already has; null: outside the items. */
  item: z.string().max(200).nullable(),
  /** Key of the point row this one is a child line of. */
  parent: z.string().max(100).nullable(),
  cities: z.array(z.string().trim().min(1).max(100)).max(200),
  ranges: z.array(SourceRange).max(1000),
});
export type AcceptedRow = z.infer<typeof AcceptedRow>;

export const AcceptedMeeting = z.object({
  label: z.string().max(500),
  dateRaw: z.string().max(200),
  start: z.string().nullable(),
  end: z.string().nullable(),
  precision: z.enum(PRECISIONS),
  /** What was found in converting the date; kept with the meeting. */
  flag: z.enum(DATE_FLAGS).nullable().default(null),
  topics: Text,
  ranges: z.array(SourceRange).max(1000),
});
export type AcceptedMeeting = z.infer<typeof AcceptedMeeting>;

export const AcceptedMember = z.object({
  name: Name,
  affiliation: z.string().max(500),
  field: z.string().max(500),
  role: z.enum(MEMBER_ROLES),
  ranges: z.array(SourceRange).max(1000).default([]),
});
export type AcceptedMember = z.infer<typeof AcceptedMember>;

/** A paper as it was read, which nothing may have been recognised in: a person can still take it in, to cite it. */
export const PaperPreview = z.object({
  sha256: z.string(),
  fileName: z.string(),
  encoding: z.string(),
  text: z.string(),
  layout: PaperLayout.nullable(),
  warnings: z.array(PaperWarning),
  recognised: RecognisedPaper,
  /** Committees that hold this very paper already. */
  heldBy: z.array(z.object({ committeeId: Id, name: z.string() })),
});
export type PaperPreview = z.infer<typeof PaperPreview>;

/** How far the reading of one paper is. */
export const PaperReading = z.object({
  /** The caller's own name for it. */
  reading: Id,
  fileName: z.string(),
  /** Steps done and in all (pages, sheets, parts of the file); `total` is 0 while it is not known. */
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** False while it waits for another paper to be done. */
  started: z.boolean(),
});
export type PaperReading = z.infer<typeof PaperReading>;

export const papers = {
  /**
   * Reads a paper without writing anything; the reading is kept by its sha256 until it is accepted. Several may be read
   * at once. `reading` names it to papers.progress and papers.stopReading, `kind` says what to read it as.
   */
  'papers.preview': query(
    z.object({ fileName: Name, bytes: Bytes, reading: Id.optional(), kind: z.enum(PAPER_KINDS).optional() }),
    PaperPreview,
  ),
  /** Reads a paper that was previewed or taken in again, as a paper of another kind. @throws paper-not-staged: send the file again */
  'papers.readAgain': query(z.object({ sha256: Sha256, kind: z.enum(PAPER_KINDS), reading: Id.optional() }), PaperPreview),
  /** The papers being read and waiting to be, in the order they came. */
  'papers.progress': query(Nothing, z.array(PaperReading)),
  /** Ends a reading at once: its call is answered with paper-reading-stopped. Nothing happens where it is done already. */
  'papers.stopReading': query(z.object({ reading: Id }), Done),
  /** The file itself, of a paper that was previewed or taken in: to draw its pages. @throws not-found */
  'papers.file': query(z.object({ sha256: Sha256 }), z.object({ fileName: z.string(), bytes: Bytes })),
  'papers.accept': command(
    z.object({
      sha256: Sha256,
      title: Name,
      label: z.string().trim().max(100).default(''),
      /** Left out: as it was recognised. */
      kind: z.enum(PAPER_KINDS).optional(),
      /** The city whose paper it is. Left out: as the paper prints it. */
      municipality: z.string().trim().max(200).optional(),
      committee: z.discriminatedUnion('to', [
        z.object({ to: z.literal('new'), name: Name, municipality: z.string().trim().max(200).default('') }),
        z.object({ to: z.literal('existing'), committeeId: Id }),
        /** 事例集: its rows are those of libraryRows, not acceptedRows. */
        z.object({ to: z.literal('library') }),
      ]),
      rows: z.array(AcceptedRow).max(100_000),
      meetings: z.array(AcceptedMeeting).max(10_000),
      members: z.array(AcceptedMember).max(10_000),
    }),
    z.object({ committeeId: Id, paperId: Id, items: z.number().int(), points: z.number().int(), meetings: z.number().int(), members: z.number().int() }),
  ),
  'papers.list': query(z.object({ committeeId: Id }), z.array(Paper)),
  /** The whole text, with where each record that was made of it stands. */
  'papers.text': query(
    z.object({ committeeId: Id, paperId: Id }),
    z.object({ paper: Paper, text: z.string(), layout: PaperLayout.nullable(), passages: z.array(SourceRange.extend({ recordId: Id })) }),
  ),
} as const;
