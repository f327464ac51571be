import type { PaperKind } from '../../../db/domain/words.ts';
import { alike, plain, saysTheSame } from '../../../db/domain/squeeze.ts';
import { listPapers } from '../../../db/queries/papers.ts';
import { sourceForm, sourceText } from '../../../db/queries/sources.ts';
import { passagesOf } from '../../../db/queries/versions.ts';
import { AppError } from '../../contract/errors.ts';
import type { SourceRange } from '../../contract/recognised.ts';
import type { Context } from '../context.ts';
import { formFromText } from '../papers/paper-form.ts';
import type { RecogniseTask } from '../papers/paper-reader.ts';
import type { Placed } from '../papers/revision/match-records.ts';
import { entriesOf, ownMeeting, standingRecords } from '../records/entries.ts';
import type { Incoming } from '../records/incoming.ts';
import type { Said } from '../records/sourced-tables.ts';

/** A record made of the old paper, with what the paper says where it stands. */
export type OldRecord = Placed & Said & {
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
  /** Whether its agenda was taken in as that of one meeting. */
  hasAgenda: boolean;
};

/** What the store has of the old paper: it, its text, its passages and the records they belong to. */
export type StoredPaper = ReturnType<typeof fetchOldPaper>;

/** @throws AppError not-found */
export function fetchOldPaper({ store }: Context, committeeId: string, paperId: string) {
  const { orm } = store.connection;
  const paper = listPapers(orm, committeeId).find((one) => one.id === paperId);
  const text = paper === undefined ? undefined : sourceText(orm, paper.sha256);
  if (paper === undefined || text === undefined) throw new AppError('not-found');
  const { furniture } = formFromText(sourceForm(orm, paper.sha256));
  const passages = passagesOf(orm, committeeId, paperId);
  return { paper, text, furniture, passages, standing: standingRecords(orm, committeeId, passages.map(({ ownerId }) => ownerId)) };
}

/** Has the old text recognised once more: it is read the same again, so what a record says otherwise, a person wrote. */
export function rereading({ paper, text, furniture }: StoredPaper): RecogniseTask {
  // Papers taken in before there were kinds are 'other', and were read by what they hold.
  return { do: 'recognise', fileName: paper.title, text, furniture, ...(paper.kind === 'other' ? {} : { kind: paper.kind }) };
}

/** The old paper as it was read, and what has become of its records. @param read what it brought when it was taken in */
export function openOldPaper({ paper, text, furniture, passages, standing }: StoredPaper, read: Incoming): OldPaper {
  const byOwner = Map.groupBy(passages, ({ ownerId }) => ownerId);
  const hasAgenda = isAgendaTaken(standing) ?? ownMeeting(read) !== null;
  const rows = entriesOf(read, hasAgenda).map(({ placed }) => placed);
  const rowsAt = placesOf(rows);
  const records = standing.map((record): OldRecord => withReading(record, byOwner.get(record.id) ?? [], rowsAt, read));
  const recordsAt = placesOf(records);
  const known = new Set(standing.map(({ id }) => id));
  const orphans = [...byOwner].flatMap(([ownerId, own]) => (known.has(ownerId) ? [] : own));
  const ghosts = rows.filter(({ table, ranges }) => recordsAt(table, ranges).every((record) => sharedPart(record.ranges, ranges) < SAME_PLACE));
  return { ...paper, text, furniture, records, orphans, hasAgenda, ghosts: ghosts.map((ghost) => ({ ...ghost, id: `ghost ${ghost.id}` })) };
}

/** Whether agenda rows became agenda items of a meeting, or excerpts; undefined where neither stands. */
function isAgendaTaken(standing: readonly (Said & { table: string })[]): boolean | undefined {
  const taken = standing.find(({ table, kind }) => table === 'agendaItem' || kind === 'agenda');
  return taken === undefined ? undefined : taken.table === 'agendaItem';
}

/** A row is a record's own where they share this much of their places. */
const SAME_PLACE = 0.5;

function withReading(record: Said & { table: Placed['table'] }, passages: { id: string; start: number; end: number; quote: string }[], rowsAt: ReturnType<typeof placesOf>, read: Incoming): OldRecord {
  const ranges = passages.map(({ start, end }) => ({ start, end }));
  const there = rowsAt(record.table, ranges)
    .map((row) => ({ row, part: sharedPart(ranges, row.ranges) }))
    .filter(({ part }) => part >= SAME_PLACE);
  // Rows of one table line share one place: the one that says what the record says is its own, else the one most like it.
  const own = (there.find(({ row }) => saysTheSame(row.text, record.says))
    ?? there.toSorted((a, b) => b.part - a.part || alike(b.row.text, record.says) - alike(a.row.text, record.says))[0])?.row;
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

/** Characters of text looked at as one place. */
const PLACE = 256;

/** Finds what stands at or next to given ranges, of one table, without going through all there is. */
function placesOf(all: readonly Placed[]): (table: Placed['table'], ranges: readonly SourceRange[]) => Placed[] {
  const keysOf = (table: string, ranges: readonly SourceRange[]) => ranges.flatMap(({ start, end }) => {
    const first = Math.floor(start / PLACE);
    return Array.from({ length: Math.floor(end / PLACE) - first + 1 }, (_, i) => `${table} ${first + i}`);
  });
  const at = Map.groupBy(all.flatMap((one) => keysOf(one.table, one.ranges).map((key) => ({ key, one }))), ({ key }) => key);
  return (table, ranges) => [...new Set(keysOf(table, ranges).flatMap((key) => (at.get(key) ?? []).map(({ one }) => one)))];
}

/** How much of two sets of ranges is the same, 0–1, by the shorter. */
function sharedPart(one: readonly SourceRange[], other: readonly SourceRange[]): number {
  const lengthOf = (ranges: readonly SourceRange[]) => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  let shared = 0;
  for (const a of one) for (const b of other) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / Math.max(1, Math.min(lengthOf(one), lengthOf(other)));
}

