import type { PaperKind, PointKind } from '../../../db/domain/words.ts';
import { plain, saysTheSame } from '../../../db/domain/squeeze.ts';
import { listPapers } from '../../../db/queries/papers.ts';
import { citiesByPoint } from '../../../db/queries/points.ts';
import { sourceForm, sourceText } from '../../../db/queries/sources.ts';
import { passagesOf, sourcedRecords } from '../../../db/queries/versions.ts';
import { AppError } from '../../contract/errors.ts';
import type { SourceRange } from '../../contract/recognised.ts';
import type { Context } from '../context.ts';
import { formFromText } from '../papers/paper-form.ts';
import { recognisePaper } from '../papers/recognise-paper.ts';
import type { Placed } from '../papers/revision/match-records.ts';
import { incomingOf, meetingText, memberText, placedRows } from './incoming.ts';
import type { Incoming } from '../paper-records.ts';

/** A record made of the old paper, with what the paper says where it stands. */
export type OldRecord = Placed & {
  kind: PointKind | null;
  itemId: string | null;
  cities: string[];
  /** What the record says now. */
  says: string;
  /** What the paper was read as there, and the cities it names. */
  reading: string;
  readCities: string[] | null;
  /** Whether a person has corrected the text, or the cities. */
  corrected: boolean;
  correctedCities: boolean;
  passages: { id: string; start: number; end: number }[];
};

export type OldPaper = {
  id: string;
  sha256: string;
  title: string;
  kind: PaperKind;
  municipality: string;
  replacedBy: string | null;
  text: string;
  furniture: SourceRange[];
  records: OldRecord[];
  /** Passages of records that were removed. */
  orphans: { id: string; ownerId: string; start: number; end: number }[];
  /** What the paper says that no record stands for: left out when it was taken in, or removed since. */
  ghosts: Placed[];
};

/** The old paper as it was read, and what has become of its records. @throws AppError not-found */
export function openOldPaper(context: Context, committeeId: string, paperId: string): OldPaper {
  const { orm } = context.store.connection;
  const paper = listPapers(orm, committeeId).find((one) => one.id === paperId);
  const text = paper === undefined ? undefined : sourceText(orm, paper.sha256);
  if (paper === undefined || text === undefined) throw new AppError('not-found');
  const { furniture } = formFromText(sourceForm(orm, paper.sha256));
  // The same text is read the same again: what a record says otherwise, a person wrote. Papers taken in before there
  // were kinds are 'other', and were read by what they hold.
  const reading = recognisePaper(text, { furniture, ...(paper.kind === 'other' ? {} : { kind: paper.kind }) });
  const read = incomingOf(reading, committeeId, paper.municipality);

  const byOwner = Map.groupBy(passagesOf(orm, committeeId, paperId), ({ ownerId }) => ownerId);
  const standing = recordsOf(context, committeeId, [...byOwner.keys()]);
  const rows = placedRows(read);
  const records = standing.map((record): OldRecord => withReading(record, byOwner.get(record.id) ?? [], rows, read));
  const known = new Set(standing.map(({ id }) => id));
  const orphans = [...byOwner].flatMap(([ownerId, own]) => (known.has(ownerId) ? [] : own));
  const ghosts = rows.filter((row) => !records.some((record) => record.table === row.table && sharedPart(record.ranges, row.ranges) >= SAME_PLACE));
  return { ...paper, text, furniture, records, orphans, ghosts: ghosts.map((ghost) => ({ ...ghost, id: `ghost ${ghost.id}` })) };
}

type Standing = { id: string; table: OldRecord['table']; kind: PointKind | null; itemId: string | null; cities: string[]; says: string };

/** The records among `ids` that stand, each with its text in one line. */
export function recordsOf(context: Context, committeeId: string, ids: readonly string[]): Standing[] {
  const { orm } = context.store.connection;
  const { items, points, meetings, members } = sourcedRecords(orm, committeeId, ids);
  const cities = points.length === 0 ? new Map<string, string[]>() : citiesByPoint(orm, committeeId);
  const nothing = { kind: null, itemId: null, cities: [] };
  return [
    ...items.map((one): Standing => ({ ...nothing, id: one.id, table: 'item', says: one.title })),
    ...points.map((one): Standing => ({ id: one.id, table: 'point', kind: one.kind, itemId: one.itemId, cities: cities.get(one.id) ?? [], says: one.text })),
    ...meetings.map((one): Standing => ({ ...nothing, id: one.id, table: 'meeting', says: meetingText(one) })),
    ...members.map((one): Standing => ({ ...nothing, id: one.id, table: 'member', says: memberText(one) })),
  ];
}

/** A row is a record's own where they share this much of their places. */
const SAME_PLACE = 0.5;

function withReading(record: Standing, passages: { id: string; start: number; end: number; quote: string }[], rows: readonly Placed[], read: Incoming): OldRecord {
  const ranges = passages.map(({ start, end }) => ({ start, end }));
  const there = rows.filter((row) => row.table === record.table)
    .map((row) => ({ row, part: sharedPart(ranges, row.ranges) }))
    .filter(({ part }) => part >= SAME_PLACE);
  // Rows of one table line share one place: the one that says what the record says is its own.
  const own = (there.find(({ row }) => saysTheSame(row.text, record.says)) ?? there.toSorted((a, b) => b.part - a.part)[0])?.row;
  const quote = passages.map((one) => one.quote).join('');
  const reading = own?.text ?? quote;
  const readCities = own === undefined ? null : [...(read.rows.find(({ key }) => key === own.id)?.cities ?? [])];
  return {
    id: record.id, table: record.table, kind: record.kind, itemId: record.itemId, says: record.says, cities: record.cities,
    text: reading, ranges, reading, readCities, passages, ...(own?.name === undefined ? {} : { name: own.name }),
    corrected: own === undefined ? !plain(quote).includes(plain(record.says)) : !saysTheSame(reading, record.says),
    correctedCities: record.table === 'point' && readCities !== null && readCities.join('、') !== record.cities.join('、'),
  };
}

/** How much of two sets of ranges is the same, 0–1, by the shorter. */
function sharedPart(one: readonly SourceRange[], other: readonly SourceRange[]): number {
  const lengthOf = (ranges: readonly SourceRange[]) => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  let shared = 0;
  for (const a of one) for (const b of other) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / Math.max(1, Math.min(lengthOf(one), lengthOf(other)));
}

