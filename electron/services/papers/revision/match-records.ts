import { alike, plain } from '../../../../db/domain/squeeze.ts';
import type { Squeezed } from '../../../../db/domain/squeeze.ts';
import type { SourcedTable } from '../../../contract/revision.ts';
import type { SourceRange } from '../../../contract/recognised.ts';

/** Something that stands in a paper: a record with its passages, or a row that was read. */
export type Placed = {
  id: string;
  table: SourcedTable;
  /** The kind of a point; null for the others. */
  kind: string | null;
  /** What the paper says there. */
  text: string;
  /** What a meeting or a member is called: whoever and whatever has the same name is the same. */
  name?: string;
  ranges: readonly SourceRange[];
};

/** What became of something of the old paper: a row of the new one, or merely a place in its text; neither: vanished. */
export type Match = { row: Placed | null; range: SourceRange | null; /** Whether it stands there word for word, with nothing put in between. */ whole: boolean };

/** A line that was edited where it stands, between the same neighbours, is known where this much of the words is the same… */
const WORDS_IN_PLACE = 0.45;
/** …and anywhere else where this much is: papers repeat their phrases, and one line must not pass for another. */
const WORDS_ELSEWHERE = 0.72;
/** Of one name they are one, whatever else is said of them: a meeting that was put off, a member with a new office. */
const NAMED_ALIKE = 0.95;
/** Without a row of its own, this much of a passage must stand together in the new text for it to be there still… */
const STANDS = 0.6;
/** …and this much within a row that is not its own: two lines made one. */
const STANDS_WITHIN = 0.85;

/**
 * Finds what has become of everything that stands in the old paper: the row of the new one that it goes with, each row
 * with one; else the place where it still stands in the text.
 * @param placeOf for each character of the old text, squeezed, its place in the new one (alignTexts)
 * @param alive told that it gets on, at least once a record
 */
export function matchRecords(old: readonly Placed[], rows: readonly Placed[], was: Squeezed, is: Squeezed, placeOf: Int32Array, alive: () => void = () => {}): Map<string, Match> {
  const oldSpans = old.map(({ ranges }) => spansOf(ranges, was));
  const rowSpans = rows.map(({ ranges }) => spansOf(ranges, is));
  alive();
  const shared = common(old, rows, oldSpans, rowSpans, is.text.length, placeOf);
  const found = pairUp(old, rows, candidatePairs(old, rows, oldSpans, rowSpans, shared, alive), alive);
  const inRow = new Uint8Array(is.text.length);
  for (const { from, to } of rowSpans.flat()) inRow.fill(1, from, to);
  return new Map(old.map((record, i) => {
    alive();
    const spans = oldSpans[i] ?? [];
    const row = found.get(record) ?? null;
    const stretch = standsAt(spans, placeOf);
    const { from, to, kept } = stretch.kept >= STANDS ? stretch : (onlyPlace(spans, was.text, is.text) ?? stretch);
    const isThere = kept >= (inRow[from] === 1 ? STANDS_WITHIN : STANDS);
    return [record.id, { row, range: row?.ranges[0] ?? (isThere ? rangeOf(is, from, to) : null), whole: kept === 1 && to - from === lengthOf(spans) }];
  }));
}

/** Pairs records with rows, each with one: those that say the very same, then those that were edited, the surest first. */
function pairUp(old: readonly Placed[], rows: readonly Placed[], candidates: readonly Pair[], alive: () => void): Map<Placed, Placed> {
  const found = new Map<Placed, Placed>();
  const taken = new Set<Placed>();
  const pair = (pairs: readonly Pair[]) => {
    for (const { record, row } of pairs.toSorted((a, b) => b.sureness - a.sureness)) {
      if (found.has(record) || taken.has(row)) continue;
      found.set(record, row);
      taken.add(row);
    }
  };
  pair(candidates.filter(({ words }) => words === 1));
  pair(candidates.filter(({ words }) => words >= WORDS_ELSEWHERE));
  // Each pair found makes neighbours of the next: lines edited one after another are found in turn.
  for (let size = -1; size !== found.size;) {
    size = found.size;
    alive();
    const stands = besides(old, rows, found);
    pair(candidates.filter(({ record, row, words }) => words >= WORDS_IN_PLACE && stands(record, row)));
  }
  pair(farPairs(old.filter((one) => !found.has(one)), rows.filter((row) => !taken.has(row)), alive));
  return found;
}

/** The pairs worth a thought: with characters in one place, the same words, or the same name. @param shared as `common` gives it */
function candidatePairs(old: readonly Placed[], rows: readonly Placed[], oldSpans: readonly Span[][], rowSpans: readonly Span[][], shared: Map<number, number>, alive: () => void): Pair[] {
  for (const key of sameTexts(old, rows)) shared.set(key, shared.get(key) ?? 0);
  return [...shared].flatMap(([key, together]): Pair[] => {
    alive();
    const [one, other] = [Math.floor(key / rows.length), key % rows.length];
    const [record, row] = [old[one], rows[other]];
    if (record === undefined || row === undefined) return [];
    const place = (2 * together) / (lengthOf(oldSpans[one] ?? []) + lengthOf(rowSpans[other] ?? []));
    const words = Math.max(alike(record.text, row.text), isNamedAlike(record, row) ? NAMED_ALIKE : 0);
    return [{ record, row, words, sureness: words + place + (record.kind === row.kind ? 0.1 : 0) }];
  });
}

type Pair = { record: Placed; row: Placed; words: number; sureness: number };

/** Tells whether a record and a row stand next to two that say the same: before or behind them, in the order of their table. */
function besides(old: readonly Placed[], rows: readonly Placed[], found: ReadonlyMap<Placed, Placed>): (record: Placed, row: Placed) => boolean {
  const inOrder = (list: readonly Placed[]) => {
    const neighbours = new Map<Placed, { before: Placed | undefined; behind: Placed | undefined }>();
    for (const own of Map.groupBy(list, ({ table }) => table).values()) {
      const sorted = own.toSorted((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0));
      sorted.forEach((one, i) => neighbours.set(one, { before: sorted[i - 1], behind: sorted[i + 1] }));
    }
    return neighbours;
  };
  const [oldOrder, newOrder] = [inOrder(old), inOrder(rows)];
  const goesWith = (record: Placed | undefined, row: Placed | undefined) => (record === undefined ? row === undefined : row !== undefined && found.get(record) === row);
  return (record, row) => goesWith(oldOrder.get(record)?.before, newOrder.get(row)?.before) || goesWith(oldOrder.get(record)?.behind, newOrder.get(row)?.behind);
}

/** Characters by which rows with some words in common are found without comparing all with all. */
const GRAM = 3;
/** Rows a record is compared with, those that share most first. */
const COMPARED = 4;

const gramsOf = (text: string): Set<string> => {
  const words = plain(text);
  return new Set(Array.from({ length: Math.max(words.length - GRAM + 1, 0) }, (_, at) => words.slice(at, at + GRAM)));
};

/** Short lines that were edited and moved share no run that is long enough: they are known by their words. */
function farPairs(old: readonly Placed[], rows: readonly Placed[], alive: () => void): Pair[] {
  const rowsOf = new Map<string, Placed[]>();
  for (const row of rows) {
    for (const gram of gramsOf(row.text)) {
      const others = rowsOf.get(gram);
      if (others === undefined) rowsOf.set(gram, [row]);
      else others.push(row);
    }
  }
  return old.flatMap((record) => {
    alive();
    const shared = new Map<Placed, number>();
    for (const gram of gramsOf(record.text)) {
      for (const row of rowsOf.get(gram) ?? []) if (row.table === record.table) shared.set(row, (shared.get(row) ?? 0) + 1);
    }
    return [...shared].toSorted(([, a], [, b]) => b - a).slice(0, COMPARED).flatMap(([row]) => {
      const words = alike(record.text, row.text);
      return words >= WORDS_ELSEWHERE ? [{ record, row, words, sureness: words }] : [];
    });
  });
}

/** Shortest text that is looked for by itself. */
const LEAST = 4;

/** Where a passage that was moved stands word for word, in one place alone: short ones share no run that is long enough. */
function onlyPlace([span, ...others]: readonly Span[], was: string, is: string): (Span & { kept: number }) | null {
  if (span === undefined || others.length > 0 || span.to - span.from < LEAST) return null;
  const words = was.slice(span.from, span.to);
  const at = is.indexOf(words);
  return at < 0 || is.includes(words, at + 1) ? null : { from: at, to: at + words.length, kept: 1 };
}

/** A stretch of a squeezed text. */
type Span = { from: number; to: number };

function spansOf(ranges: readonly SourceRange[], { offsets }: Squeezed): Span[] {
  return ranges.map(({ start, end }) => ({ from: firstAt(offsets, start), to: firstAt(offsets, end) })).filter(({ from, to }) => from < to);
}

/** The first squeezed character that stands at or behind an offset. */
function firstAt(offsets: Int32Array, offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lengthOf = (spans: readonly Span[]): number => Math.max(1, spans.reduce((sum, { from, to }) => sum + to - from, 0));

const isNamedAlike = (record: Placed, row: Placed): boolean => record.name !== undefined && row.name !== undefined && record.name !== '' && plain(record.name) === plain(row.name);

/** Records and rows of one table that say the very same, or have the same name, by `record index × rows + row index`. */
function sameTexts(old: readonly Placed[], rows: readonly Placed[]): number[] {
  const keysOf = ({ table, text, name = '' }: Placed) => [`${table} ${plain(text)}`, ...(name === '' ? [] : [`${table} named ${plain(name)}`])];
  const rowsOf = Map.groupBy(rows.flatMap((row, i) => keysOf(row).map((key) => ({ key, i }))), ({ key }) => key);
  return old.flatMap((record, i) => keysOf(record).flatMap((key) => (rowsOf.get(key) ?? []).slice(0, COMPARED * COMPARED).map((row) => i * rows.length + row.i)));
}

/** How many characters each record and row of one table have in common, by `record index × rows + row index`. */
function common(old: readonly Placed[], rows: readonly Placed[], oldSpans: readonly Span[][], rowSpans: readonly Span[][], length: number, placeOf: Int32Array): Map<number, number> {
  const rowsAt: (number[] | undefined)[] = Array.from({ length });
  rowSpans.forEach((spans, row) => {
    for (const { from, to } of spans) for (let at = from; at < to; at++) (rowsAt[at] ??= []).push(row);
  });
  const shared = new Map<number, number>();
  oldSpans.forEach((spans, record) => {
    for (const { from, to } of spans) {
      for (let at = from; at < to; at++) {
        for (const row of rowsAt[placeOf[at] ?? -1] ?? []) {
          if (rows[row]?.table !== old[record]?.table) continue;
          const key = record * rows.length + row;
          shared.set(key, (shared.get(key) ?? 0) + 1);
        }
      }
    }
  });
  return shared;
}

/** The stretch of the new text, squeezed, that holds most characters of a passage, a little apart or not. */
function standsAt(spans: readonly Span[], placeOf: Int32Array): Span & { kept: number } {
  const places = spans.flatMap(({ from, to }) => Array.from(placeOf.subarray(from, to))).filter((place) => place >= 0).toSorted((a, b) => a - b);
  const length = lengthOf(spans);
  const apart = Math.max(8, length / 2);
  let best = { from: 0, to: 0 };
  for (let from = 0; from < places.length;) {
    let to = from + 1;
    while (to < places.length && (places[to] ?? 0) - (places[to - 1] ?? 0) <= apart) to += 1;
    if (to - from > best.to - best.from) best = { from, to };
    from = to;
  }
  return { from: places[best.from] ?? 0, to: (places[best.to - 1] ?? -1) + 1, kept: (best.to - best.from) / length };
}

/** A squeezed stretch as the text has it. */
function rangeOf({ offsets }: Squeezed, from: number, to: number): SourceRange | null {
  const [start, last] = [offsets[from], offsets[to - 1]];
  return start === undefined || last === undefined ? null : { start, end: Math.max(start, last) + 1 };
}
