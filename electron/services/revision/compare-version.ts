import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { saysTheSame } from '../../../db/domain/squeeze.ts';
import { listPapers } from '../../../db/queries/papers.ts';
import { hangings, passagesOf } from '../../../db/queries/versions.ts';
import { readMarker } from '../../../db/domain/marker.ts';
import { AppError } from '../../contract/errors.ts';
import type { OutputOf } from '../../contract/index.ts';
import type { AcceptedContent } from '../../contract/papers.ts';
import type { SourceRange } from '../../contract/recognised.ts';
import type { RevisedRecord, SourcedTable } from '../../contract/revision.ts';
import type { Context } from '../context.ts';
import { requireRecords } from '../door.ts';
import { undress } from '../papers/lines.ts';
import type { MatchTask } from '../papers/paper-reader.ts';
import type { Match, Placed } from '../papers/revision/match-records.ts';
import type { VersionMatches } from '../papers/revision/match-versions.ts';
import type { StagedPaper } from '../papers/staged-papers.ts';
import { entriesOf } from '../records/entries.ts';
import { EXISTING, checkReferences, requireExisting } from '../records/incoming.ts';
import type { Incoming } from '../records/incoming.ts';
import { existingIn, incomingOf } from './incoming.ts';
import { fetchOldPaper, openOldPaper, rereading } from './old-paper.ts';
import type { OldPaper, OldRecord, StoredPaper } from './old-paper.ts';

/** What a person corrected in the preview of the newer version; what is left out is as it was recognised. */
type Corrected = { [K in keyof AcceptedContent]?: AcceptedContent[K] | undefined };
export type Asked = Corrected & {
  committeeId: string;
  paperId: string;
  sha256: string;
  municipality?: string | undefined;
  /** The caller's name for the comparison, by which it can be stopped. */
  reading?: string | undefined;
};

/** What became of a record: what the contract tells of it, the row it goes with, and its places in the new text. */
export type Revised = RevisedRecord & { record: OldRecord; row: Placed | null; ranges: SourceRange[] };
type Added<T> = T & { key: string; leftBefore: boolean };
export type Comparison = {
  staged: StagedPaper;
  old: OldPaper;
  incoming: Incoming;
  revised: Revised[];
  added: { [K in keyof AcceptedContent]: Added<AcceptedContent[K][number]>[] };
  /** Where the passages of removed records stand now, should one be brought back; those that are gone are not among them. */
  orphans: { passageId: string; range: SourceRange }[];
};

/**
 * Compares a paper of a committee with the staged newer version. The readers do the work, and the store may be written to
 * meanwhile: where the old paper or its records were, the answer is found once more. It is of the store as it stands.
 * @throws AppError paper-not-staged, not-found, bad-input where the version is the paper itself or a row names none, and
 *   as the readers refuse
 */
export async function compareVersion(context: Context, { committeeId, paperId, sha256, municipality, reading = uuidv7(), ...corrected }: Asked): Promise<Comparison> {
  requireRecords(context, committeeId, ['paper', paperId]);
  const staged = context.staged.get(sha256);
  if (staged === undefined) throw new AppError('paper-not-staged');
  const fetch = (): StoredPaper => {
    const fetched = fetchOldPaper(context, committeeId, paperId);
    if (fetched.paper.replacedBy !== null || fetched.paper.sha256 === sha256) throw new AppError('bad-input', { field: 'paperId' });
    return fetched;
  };
  let stored = fetch();
  const bringing = () => incomingFrom(context, staged, committeeId, municipality ?? stored.paper.municipality, corrected);
  let incoming = bringing();
  const recognised = await context.reader.run(reading, rereading(stored));
  for (;;) {
    const old = openOldPaper(stored, incomingOf(recognised, committeeId, stored.paper.municipality));
    const rows = entriesOf(incoming, old.hasAgenda).map(({ placed }) => placed);
    const found = await context.reader.run(reading, versionsOf(old, staged, rows));
    const before = { stored, incoming };
    stored = fetch();
    incoming = bringing();
    if (isDeepStrictEqual(before, { stored, incoming })) return comparisonFrom(context, committeeId, { staged, old, incoming, rows, found });
  }
}

/** What a reader needs to tell what became of the old paper's records. */
function versionsOf(old: OldPaper, staged: StagedPaper, rows: Placed[]): MatchTask {
  const placed = ({ id, table, kind, text, name, ranges }: Placed): Placed => ({ id, table, kind, text, ranges, ...(name === undefined ? {} : { name }) });
  return {
    do: 'match', fileName: staged.fileName,
    was: { text: old.text, furniture: old.furniture },
    is: { text: staged.text, furniture: staged.furniture },
    old: [...old.records, ...old.ghosts].map(placed), rows: rows.map(placed),
    places: old.orphans.map(({ id, start, end }) => ({ id, table: 'point', kind: null, text: '', ranges: [{ start, end }] })),
  };
}

type Matched = Pick<Comparison, 'staged' | 'old' | 'incoming'> & { rows: Placed[]; found: VersionMatches };

function comparisonFrom(context: Context, committeeId: string, { staged, old, incoming, rows, found: { matches, placeOf } }: Matched): Comparison {
  const hanging = hangings(context.store.connection.orm, committeeId);
  const revised = old.records.map((record) => ({ ...revise(record, matches.get(record.id), staged, incoming), ...hanging(record.id) }));
  return {
    staged, old, incoming,
    revised: revised.toSorted((a, b) => (a.oldRange?.start ?? 0) - (b.oldRange?.start ?? 0)),
    added: addedOf(incoming, rows.filter(isHeld(context, committeeId, staged.sha256)), old, matches),
    orphans: [...placeOf].map(([passageId, range]) => ({ passageId, range })),
  };
}

/** Tells the rows whose record the committee has already, as it holds the newer version by itself. */
function isHeld({ store }: Context, committeeId: string, sha256: string): (row: Placed) => boolean {
  const held = listPapers(store.connection.orm, committeeId).find((paper) => paper.sha256 === sha256);
  const passages = held === undefined ? [] : passagesOf(store.connection.orm, committeeId, held.id);
  const starts = new Set(passages.map(({ start, end }) => `${start} ${end}`));
  return ({ ranges }) => ranges.some(({ start, end }) => starts.has(`${start} ${end}`));
}

/**
 * What the newer version brings, as the person left it.
 * @throws AppError bad-input where two rows have one key, or one names none; not-found for a meeting or member that is not there
 */
function incomingFrom(context: Context, staged: StagedPaper, committeeId: string, municipality: string, corrected: Corrected): Incoming {
  const read = incomingOf(staged.recognised, committeeId, municipality, existingIn(context.store.connection.orm, committeeId));
  const { rows = read.rows, meetings = read.meetings, members = read.members, indicators = read.indicators, actions = read.actions } = corrected;
  const incoming = { rows, meetings, members, indicators, actions };
  checkReferences(incoming);
  requireExisting(context, committeeId, incoming);
  return incoming;
}

function revise(record: OldRecord, match: Match | undefined, staged: StagedPaper, incoming: Incoming): Omit<Revised, 'links' | 'notes' | 'citations'> {
  const { row = null, range = null, whole = false } = match ?? {};
  const ranges = row === null ? (range === null ? [] : [range]) : [...row.ranges];
  const accepted = incoming.rows.find(({ key }) => key === row?.id);
  const newText = row?.text ?? (range === null ? null : bare(staged.text.slice(range.start, range.end)));
  const newCities = record.table === 'point' && accepted !== undefined ? [...accepted.cities] : record.cities;
  const citiesStay = record.readCities === null || record.readCities.join('、') === newCities.join('、');
  // Without a row of its own the words are compared as they stand in the text, marks and all.
  const textStays = row === null ? whole : saysTheSame(record.reading, row.text);
  const state = newText === null ? 'vanished' : textStays && citiesStay ? 'same' : 'changed';
  const oldRange = record.passages[0] === undefined ? null : { start: record.passages[0].start, end: record.passages[0].end };
  return {
    recordId: record.id, table: record.table, kind: record.kind, itemId: record.itemId, state,
    oldText: record.says, oldReading: record.reading, newText, oldCities: record.cities, newCities,
    corrected: record.corrected || record.correctedCities, oldRange, newRange: ranges[0] ?? null, record, row, ranges,
  };
}

/** A stretch of a paper as a record would say it: without dress, line ends and the mark that opens it. */
function bare(stretch: string): string {
  const lines = stretch.split('\n').map((line) => undress(line.replace(/^[\s\u3000#>*+|-]+/, ''), 0).text);
  const text = lines.join('').trim();
  return readMarker(text)?.rest.trim() || text;
}

/** The rows that no record stands for. Their items and owners are named by the committee's own where those stay. */
function addedOf({ rows, meetings, members, indicators, actions }: Incoming, held: readonly Placed[], old: OldPaper, matches: ReadonlyMap<string, Match>): Comparison['added'] {
  const ownerOf = new Map<string, string>();
  const heldIds = new Set(held.map(({ id }) => id));
  const leftBefore = new Set<string>();
  const ghosts = new Set(old.ghosts.map(({ id }) => id));
  for (const [id, { row }] of matches) {
    if (row === null) continue;
    if (ghosts.has(id)) leftBefore.add(row.id);
    else ownerOf.set(row.id, id);
  }
  const points = new Map(old.records.map((record) => [record.id, record]));
  const stays = (key: string): string | null => {
    const owner = ownerOf.get(key);
    return owner === undefined ? null : EXISTING + owner;
  };
  const added = <T>(list: readonly T[], idOf: (one: T, i: number) => string): Added<T>[] =>
    list.flatMap((one, i) => (ownerOf.has(idOf(one, i)) || heldIds.has(idOf(one, i)) ? [] : [{ ...one, key: idOf(one, i), leftBefore: leftBefore.has(idOf(one, i)) }]));
  const newRows = added(rows, (row) => row.key).map((row) => {
    const item = row.item === null ? null : (stays(row.item) ?? (leftBefore.has(row.item) || heldIds.has(row.item) ? null : row.item));
    const above = row.parent === null ? undefined : points.get(ownerOf.get(row.parent) ?? '');
    // A child line goes with its point only where a person has not put that point elsewhere.
    const parent = row.parent === null || leftBefore.has(row.parent) || heldIds.has(row.parent) ? null
      : above === undefined ? row.parent
        : above.table === 'excerpt' || (above.kind === row.kind && EXISTING + above.itemId === item) ? EXISTING + above.id : null;
    return { ...row, item, parent };
  });
  const numbered = (table: SourcedTable) => (_one: unknown, i: number) => `${table} ${i}`;
  return {
    rows: newRows, meetings: added(meetings, numbered('meeting')), members: added(members, numbered('member')),
    indicators: added(indicators, numbered('indicator')), actions: added(actions, numbered('action')),
  };
}

/** What the contract tells of a comparison. */
export function comparisonOf({ revised, added }: Comparison): OutputOf<'papers.compareVersion'> {
  const count = (state: RevisedRecord['state']) => revised.filter((one) => one.state === state).length;
  const records = revised.map(({ record: _record, row: _row, ranges: _ranges, ...one }) => one);
  return {
    counts: {
      same: count('same'), changed: count('changed'), vanished: count('vanished'),
      moved: movedCount(revised),
      added: Object.values(added).flat().filter((one) => !one.leftBefore).length,
    },
    records, added,
  };
}

/** How many lines stand elsewhere among the others: those outside the longest run that kept its order. */
function movedCount(revised: readonly Revised[]): number {
  const starts = revised.flatMap(({ newRange }) => (newRange === null ? [] : [newRange.start]));
  const ends: number[] = [];
  for (const start of starts) {
    const at = ends.findIndex((end) => end > start);
    if (at < 0) ends.push(start);
    else ends[at] = start;
  }
  return starts.length - ends.length;
}

