import { z } from 'zod';
import { ClauseContent } from '../domain/clause-content.ts';
import { PRECISIONS } from '../domain/fuzzy-date.ts';
import {
  AGENDA_STATES, ATTENDANCE_STATES, CLAUSE_KINDS, DRAFT_EDITIONS, EXCERPT_KINDS, MEMBER_ROLES, NOTE_KINDS, PAPER_KINDS, PLAN_KINDS, POINT_KINDS,
} from '../domain/words.ts';

const text = z.string();
const id = z.string();
/** Fractional index: records of one list sort by (rank, id). */
const rank = z.string();

/** A clause's content as canonical JSON text: one value, so that two people's edits stand beside each other. */
export const ContentText = z.string().refine((value) => {
  try {
    return ClauseContent.safeParse(JSON.parse(value)).success;
  } catch {
    return false; // not JSON: refused as an invalid value
  }
});

/**
 * The committee's document: one map a table, one flat record of single values an id.
 * Sets (cities of a point, links, attendance) are maps too, keyed by the pair they hold.
 */
export const SHAPE = {
  committee: z.object({ name: text, municipality: text, purpose: text, sample: z.boolean(), library: z.boolean() }),
  item: z.object({ title: text, rank }),
  point: z.object({ itemId: id.nullable(), kind: z.enum(POINT_KINDS), text, parentId: id.nullable(), reason: text, origin: id.nullable(), rank }),
  pointCity: z.object({ pointId: id, city: text, rank }),
  link: z.object({ aId: id, bId: id }),
  /** What a paper states beside items and points; `section`: the headings it stands under, a line each. */
  excerpt: z.object({ kind: z.enum(EXCERPT_KINDS), text, speaker: text, section: text, parentId: id.nullable(), rank }),
  /** A base or target of which nothing is written has all three of its fields empty. */
  indicator: z.object({
    name: text, marker: text, baseLabel: text, baseValue: text, baseUnit: text, targetLabel: text, targetValue: text, targetUnit: text, note: text, rank,
  }),
  indicatorValue: z.object({ indicatorId: id, label: text, value: text, rank }),
  action: z.object({ title: text, rank }),
  actionPlan: z.object({ actionId: id, kind: z.enum(PLAN_KINDS), revision: text, reason: text, rank }),
  actionCell: z.object({ planId: id, year: text, text, rank }),
  actionProgress: z.object({ actionId: id, year: text, kind: text, status: text, text, note: text, rank }),
  passage: z.object({ ownerId: id, paperId: id, start: z.number().int(), end: z.number().int(), quote: text }),
  paper: z.object({
    sha256: text, title: text, label: text, fileName: text, importedAt: text, kind: z.enum(PAPER_KINDS), municipality: text,
    replacedBy: id.nullable(), cited: z.boolean(), rank,
  }),
  meeting: z.object({
    label: text, dateRaw: text, dateStart: text.nullable(), dateEnd: text.nullable(), datePrecision: z.enum(PRECISIONS),
    dateFlag: text.nullable(), topics: text, place: text, startTime: text, endTime: text, open: z.boolean(),
    closedReason: text, observers: z.number().int().nullable(), rank,
  }),
  agendaItem: z.object({ meetingId: id, title: text, minutes: z.number().int().nullable(), state: z.enum(AGENDA_STATES), rank }),
  agendaLink: z.object({ agendaItemId: id, itemId: id }),
  member: z.object({ name: text, affiliation: text, field: text, role: z.enum(MEMBER_ROLES), rank }),
  attendance: z.object({ meetingId: id, memberId: id, state: z.enum(ATTENDANCE_STATES) }),
  note: z.object({
    meetingId: id, agendaItemId: id.nullable(), speakerId: id.nullable(), speaker: text, kind: z.enum(NOTE_KINDS),
    text, at: text, due: text, rank,
  }),
  draft: z.object({ title: text, edition: z.enum(DRAFT_EDITIONS), rank }),
  clause: z.object({
    draftId: id, kind: z.enum(CLAUSE_KINDS), level: z.number().int().min(0).max(5), numbered: z.boolean(), content: ContentText, rank,
  }),
} as const;

export type TableName = keyof typeof SHAPE;
export type RecordOf<T extends TableName> = z.infer<(typeof SHAPE)[T]>;

/**
 * Fields that came after the first version, each with what it is where a record was written without it: by an older
 * version of the program, on this laptop or another.
 */
export const LATER_FIELDS = {
  committee: { library: false },
  point: { origin: null },
  paper: { kind: 'other', municipality: '', replacedBy: null, cited: false },
} as const satisfies { [T in TableName]?: Partial<RecordOf<T>> };

type LaterField<T extends TableName> = T extends keyof typeof LATER_FIELDS ? keyof (typeof LATER_FIELDS)[T] : never;
/** A record as it is added: the later fields may be left out. */
export type NewRecord<T extends TableName> = Omit<RecordOf<T>, LaterField<T>> & { [K in LaterField<T> & keyof RecordOf<T>]?: RecordOf<T>[K] };

/** What a record written without its later fields says in them; nothing for a table that has none. */
export const laterFields = (table: TableName): AnyRecord => (LATER_FIELDS as Partial<Record<TableName, AnyRecord>>)[table] ?? {};
export type Value = string | number | boolean | null;
/** A record of any table, as the generic parts (projection, history, undo) handle it. */
export type AnyRecord = Readonly<Record<string, Value>>;

// Object.keys loses the literal keys that SHAPE certainly has.
export const TABLE_NAMES = Object.keys(SHAPE) as TableName[];
export const isTableName = (name: unknown): name is TableName => typeof name === 'string' && Object.hasOwn(SHAPE, name);
