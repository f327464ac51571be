import { z } from 'zod';
import { PRECISIONS } from '../../db/domain/fuzzy-date.ts';
import { MEMBER_ROLES, POINT_KINDS } from '../../db/domain/words.ts';
import { Id, Name, Text, command, query } from './operation.ts';
import { RecognisedPaper, SourceRange } from './recognised.ts';

/** The largest paper taken in, in bytes: some 7 million characters, far beyond any printed policy. The page checks it before it reads a file. */
export const PAPER_SIZE_LIMIT = 20 * 1024 * 1024;

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
  topics: Text,
  ranges: z.array(SourceRange).max(1000),
});
export type AcceptedMeeting = z.infer<typeof AcceptedMeeting>;

export const AcceptedMember = z.object({
  name: Name,
  affiliation: z.string().max(500),
  field: z.string().max(500),
  role: z.enum(MEMBER_ROLES),
});
export type AcceptedMember = z.infer<typeof AcceptedMember>;

export const papers = {
  /** Reads a paper without writing anything; the reading is kept by its sha256 until it is accepted. */
  'papers.preview': query(
    z.object({ fileName: Name, bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
    z.object({
      sha256: z.string(),
      fileName: z.string(),
      encoding: z.string(),
      text: z.string(),
      layout: PaperLayout.nullable(),
      warnings: z.array(PaperWarning),
      recognised: RecognisedPaper,
      /** Committees that hold this very paper already. */
      heldBy: z.array(z.object({ committeeId: Id, name: z.string() })),
    }),
  ),
  'papers.accept': command(
    z.object({
      sha256: z.string().length(64),
      title: Name,
      label: z.string().trim().max(100).default(''),
      committee: z.discriminatedUnion('to', [
        z.object({ to: z.literal('new'), name: Name, municipality: z.string().trim().max(200).default('') }),
        z.object({ to: z.literal('existing'), committeeId: Id }),
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
    z.object({ paper: Paper, text: z.string(), passages: z.array(SourceRange.extend({ recordId: Id })) }),
  ),
} as const;
