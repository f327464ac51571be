import { z } from 'zod';
import { DATE_FLAGS, PRECISIONS } from '../../db/domain/fuzzy-date.ts';
import { EXCERPT_KINDS, MEMBER_ROLES, PAPER_KINDS, PLAN_KINDS, POINT_KINDS } from '../../db/domain/words.ts';
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

/** A few words as a paper has them, in a cell or before a speech; long enough for whatever a table holds there. */
export const Written = z.string().max(10_000);

/** One line of the preview as the person left it: a deliberation item, a point or an excerpt to be made of it. */
export const AcceptedRow = z.object({
  /** The preview's own key, by which rows name their item and parent. */
  key: z.string().min(1).max(100),
  kind: z.enum(['item', ...POINT_KINDS, ...EXCERPT_KINDS]),
  text: z.string().trim().min(1).max(1_000_000),
  /** Key of the item row this point belongs to, or `id:…` of an item the committee already has; null: outside the items. */
  item: z.string().max(200).nullable(),
  /** Key of the row this one is a child line of, or the answer to; a point's is a point, an excerpt's an excerpt. */
  parent: z.string().max(100).nullable(),
  /** Who says it, as the paper names them; empty where it does not. */
  speaker: Written.default(''),
  /** The headings an excerpt stands under, outermost first, a line each. */
  section: Text.default(''),
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
  place: z.string().max(500).optional(),
  ranges: z.array(SourceRange).max(1000),
  /** The committee's own meeting that this is: it is tied to the paper, and only what it leaves open is filled in. */
  existing: Id.nullable().default(null),
});
export type AcceptedMeeting = z.infer<typeof AcceptedMeeting>;

export const AcceptedMember = z.object({
  name: Name,
  affiliation: z.string().max(500),
  field: z.string().max(500),
  role: z.enum(MEMBER_ROLES),
  ranges: z.array(SourceRange).max(1000).default([]),
  /** The committee's own member that this is; what it leaves empty is filled in. */
  existing: Id.nullable().default(null),
});
export type AcceptedMember = z.infer<typeof AcceptedMember>;

/** A value of an indicator as the paper writes it: what or when it is of (「H25」「目標（R9）」), how much, in which unit. */
export const AcceptedFigure = z.object({ label: Written, value: Written, unit: Written });
export type AcceptedFigure = z.infer<typeof AcceptedFigure>;

export const AcceptedIndicator = z.object({
  name: z.string().trim().min(1).max(10_000),
  marker: Written,
  base: AcceptedFigure.nullable(),
  /** In the paper's order; a label is mostly a year. */
  values: z.array(z.object({ label: Written, value: Written })).max(200),
  target: AcceptedFigure.nullable(),
  note: Text,
  ranges: z.array(SourceRange).max(1000),
});
export type AcceptedIndicator = z.infer<typeof AcceptedIndicator>;

/** 実施項目: an action of a programme, with the rows of its plan (the last one holds) and what was done. */
export const AcceptedAction = z.object({
  title: z.string().trim().min(1).max(10_000),
  plans: z.array(z.object({
    kind: z.enum(PLAN_KINDS),
    /** 「H27改訂」; empty for the plan as first made. */
    revision: Written,
    reason: Text,
    cells: z.array(z.object({ year: Written, text: Text })).max(200),
  })).max(200),
  progress: z.array(z.object({ year: Written, kind: Written, status: Written, text: Text, note: Written })).max(1000),
  ranges: z.array(SourceRange).max(1000),
});
export type AcceptedAction = z.infer<typeof AcceptedAction>;

/** What a person takes in of a paper. */
export const AcceptedContent = z.object({
  rows: z.array(AcceptedRow).max(100_000),
  meetings: z.array(AcceptedMeeting).max(10_000),
  members: z.array(AcceptedMember).max(10_000),
  indicators: z.array(AcceptedIndicator).max(10_000),
  actions: z.array(AcceptedAction).max(10_000),
});
export type AcceptedContent = z.infer<typeof AcceptedContent>;

/** How many records were made; excerpts with those that became agenda items of the paper's one meeting. */
export const RecordCounts = z.object({
  items: z.number().int(), points: z.number().int(), excerpts: z.number().int(), meetings: z.number().int(), members: z.number().int(),
  indicators: z.number().int(), actions: z.number().int(),
});
export type RecordCounts = z.infer<typeof RecordCounts>;

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

/**
 * How many papers are read at a time: as many as there are processors, but at least 2, so that a short paper passes a long
 * one, and at most 4: more would take memory and be read sooner than a person looks through them.
 */
export const papersAtOnce = (processors: number): number => Math.max(2, Math.min(processors, 4));

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
        /** 事例集: what is sent is libraryContent of the preview, not committeeContent. */
        z.object({ to: z.literal('library') }),
      ]),
    }).extend(AcceptedContent.shape),
    RecordCounts.extend({ committeeId: Id, paperId: Id }),
  ),
  /**
   * Makes records of lines of a paper that was taken in, which its reading had missed, each where the paper has it among
   * its like. A row's `item` or `parent` may be `id:…` of a record that stands. @returns ids in the order of the tables
   */
  'papers.add': command(
    z.object({ committeeId: Id, paperId: Id, ...AcceptedContent.partial().shape }),
    z.object({ ids: z.array(Id) }),
  ),
  'papers.list': query(z.object({ committeeId: Id }), z.array(Paper)),
  /** The whole text, with where each record that was made of it stands. */
  'papers.text': query(
    z.object({ committeeId: Id, paperId: Id }),
    z.object({ paper: Paper, text: z.string(), layout: PaperLayout.nullable(), passages: z.array(SourceRange.extend({ recordId: Id })) }),
  ),
} as const;
