import { z } from 'zod';
import { DATE_FLAGS, PRECISIONS } from '../../db/domain/fuzzy-date.ts';
import { EXCERPT_KINDS, PAPER_KINDS, PLAN_KINDS, POINT_KINDS } from '../../db/domain/words.ts';

/** What a line of a paper can be recognised as (the import format's kinds). */
export const RECORD_KINDS = ['deliberation_item', ...POINT_KINDS, ...EXCERPT_KINDS] as const;
export const RecordKind = z.enum(RECORD_KINDS);
export type RecordKind = z.infer<typeof RecordKind>;

/** A half-open range of UTF-16 offsets in the paper's text. */
export const SourceRange = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });
export type SourceRange = z.infer<typeof SourceRange>;

export const RecognisedHeading = z.object({
  /** Logical level from the marker family (第1章 › 1 › (1) › ア › (ア) › ①), not the number of `#`; 1 is outermost. */
  level: z.number().int().positive(),
  marker: z.string().nullable(),
  text: z.string(),
  source: SourceRange,
});
export type RecognisedHeading = z.infer<typeof RecognisedHeading>;

export const RecognisedRecord = z.object({
  kind: RecordKind,
  text: z.string(),
  marker: z.string().nullable(),
  /** Heading texts this record stands under, outermost first. */
  under: z.array(z.string()),
  cities: z.array(z.string()),
  speaker: z.string().nullable(),
  /** Index in `records` of the record that owns this one. */
  parent: z.number().int().nonnegative().nullable(),
  source: SourceRange,
  /** Where a sentence broken by a page was joined: the pieces as they stand in the paper. */
  parts: z.array(z.string()).optional(),
  /** The ranges of those pieces, where something else (a page number) stands between them. */
  partSources: z.array(SourceRange).optional(),
  /** True for a deliberation item taken from a heading, because the paper lists none: the range is the heading's too. */
  derived: z.literal(true).optional(),
  /** Why a person should look at this reading (a short code, shown as a sentence). */
  doubt: z.string().optional(),
});
export type RecognisedRecord = z.infer<typeof RecognisedRecord>;

export const MEETING_DOUBTS = [...DATE_FLAGS, 'year-unknown'] as const;
export type MeetingDoubt = (typeof MEETING_DOUBTS)[number];

export const RecognisedMeeting = z.object({
  label: z.string(),
  date_raw: z.string(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  precision: z.enum(PRECISIONS),
  part: z.string().nullable(),
  topics: z.string(),
  place: z.string().optional(),
  source: SourceRange,
  /** What was found in converting the date: 平成40年, a weekday that is another's, a year taken from the paper around it. */
  flag: z.enum(DATE_FLAGS).optional(),
  /** Why a person should look at the date: its flag, or 'year-unknown' where nothing in the paper tells the year. */
  doubt: z.enum(MEETING_DOUBTS).optional(),
  /** Its ranges, where its lines do not stand together. */
  partSources: z.array(SourceRange).optional(),
});
export type RecognisedMeeting = z.infer<typeof RecognisedMeeting>;

export const RecognisedMember = z.object({
  name: z.string(),
  field: z.string().nullable(),
  affiliation: z.string().nullable(),
  role: z.string().nullable(),
  source: SourceRange,
});
export type RecognisedMember = z.infer<typeof RecognisedMember>;

const KpiValue = z.object({ label: z.string(), value: z.union([z.string(), z.number()]).nullable(), unit: z.string().nullable() });
export const RecognisedKpi = z.object({
  name: z.string(),
  marker: z.string().nullable(),
  base: KpiValue.nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
  target: KpiValue.nullable(),
  note: z.string().nullable(),
  /** The table or the line it was read from. */
  source: SourceRange.optional(),
  /** Its own rows of a table. */
  rowSources: z.array(SourceRange).optional(),
});
export const RecognisedProgramme = z.object({
  item: z.string(),
  rows: z.array(z.object({
    kind: z.enum(PLAN_KINDS),
    revision: z.string().nullable(),
    cells: z.record(z.string(), z.string()),
    reason: z.string().nullable(),
  })),
  progress: z.array(z.object({
    year: z.string(), kind: z.string(), status: z.string().nullable(), text: z.string(),
    /** What the paper adds to the year in brackets (3月末時点). */
    note: z.string().optional(),
  })),
  /** The table of its plan, and that of its progress. */
  source: SourceRange.optional(),
  progressSource: SourceRange.optional(),
  /** Its own rows of both. */
  rowSources: z.array(SourceRange).optional(),
});

/** Everything read from one paper: the shape `import --json` prints. */
export const RecognisedPaper = z.object({
  /** What the paper is, by its title and what it holds, or as a person set it. */
  kind: z.enum(PAPER_KINDS),
  title: z.string().nullable(),
  /** The number the paper carries (資料4-1), as printed; '' where it carries none. */
  label: z.string(),
  /** null where the paper does not print it: never guessed. */
  municipality: z.string().nullable(),
  headings: z.array(RecognisedHeading),
  records: z.array(RecognisedRecord),
  meetings: z.array(RecognisedMeeting),
  members: z.array(RecognisedMember),
  kpis: z.array(RecognisedKpi),
  programme: z.array(RecognisedProgramme),
  tables: z.number().int().nonnegative(),
  footnotes: z.array(z.object({
    marker: z.string(), term: z.string().nullable(), text: z.string(),
    source: SourceRange.optional(), partSources: z.array(SourceRange).optional(),
  })),
  titleSource: SourceRange.optional(),
  /** Where the tables stand; records, members and meetings read from a table lie within. */
  tableSources: z.array(SourceRange).optional(),
  /** Ranges of the text that are in no record, heading, meeting or member: page furniture and 「その他」. Nothing is dropped. */
  rest: z.array(SourceRange),
});
export type RecognisedPaper = z.infer<typeof RecognisedPaper>;
