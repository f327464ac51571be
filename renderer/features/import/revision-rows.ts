import type { OutputOf } from '../../../electron/contract/index.ts';
import type { RevisedRecord } from '../../../electron/contract/revision.ts';

type Comparison = OutputOf<'papers.compareVersion'>;

const TABLES = ['item', 'meeting', 'member', 'indicator', 'action'] as const;
type Table = (typeof TABLES)[number];
type RowKind = Exclude<Comparison['added']['rows'][number]['kind'], 'item'>;

/** A line of what is new. */
export type AddedLine = { key: string; what: RowKind | Table; text: string; leftBefore: boolean };

/** Whether the new line is named by its table; a row is named by its kind. */
export const isTable = (what: AddedLine['what']): what is Table => TABLES.some((table) => table === what);

/** What is new in the newer version, in one list. */
export function addedLines({ added }: Comparison): AddedLine[] {
  const line = (what: AddedLine['what'], { key, leftBefore }: { key: string; leftBefore: boolean }, words: readonly string[]): AddedLine =>
    ({ key, what, text: words.filter((word) => word !== '').join('　'), leftBefore });
  return [
    ...added.rows.map((row) => line(row.kind, row, [row.speaker, row.text])),
    ...added.indicators.map((one) => line('indicator', one, [one.marker, one.name, ...one.values.map(({ label, value }) => `${label} ${value}`)])),
    ...added.actions.map((one) => line('action', one, [one.title, ...(one.plans.at(-1)?.cells ?? []).map(({ year, text }) => `${year} ${text}`)])),
    ...added.meetings.map((one) => line('meeting', one, [one.dateRaw, one.label])),
    ...added.members.map((one) => line('member', one, [one.name, one.affiliation])),
  ];
}

/** Keys in the order they are shown: what changed, what vanished, what is new, and what stayed where that is unfolded. */
export function revisionOrder(comparison: Comparison, sameFolded: boolean): string[] {
  const of = (state: RevisedRecord['state']) => comparison.records.filter((record) => record.state === state).map((record) => record.recordId);
  return [...of('changed'), ...of('vanished'), ...addedLines(comparison).map(({ key }) => key), ...(sameFolded ? [] : of('same'))];
}

/** Which text a changed record goes on with: as chosen; else the person's own where it was corrected, and the new one where not. */
export function takenText({ recordId, corrected }: Pick<RevisedRecord, 'recordId' | 'corrected'>, take: ReadonlyMap<string, 'old' | 'new'>): 'old' | 'new' {
  return take.get(recordId) ?? (corrected ? 'old' : 'new');
}

/** Two texts as what they begin with alike, what differs, and what they end with alike; never cut within a character. */
export function differing(a: string, b: string): { before: string; a: string; b: string; after: string } {
  const [one, other] = [Array.from(a), Array.from(b)];
  const shortest = Math.min(one.length, other.length);
  let head = 0;
  while (head < shortest && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return { before: one.slice(0, head).join(''), a: one.slice(head, one.length - tail).join(''), b: other.slice(head, other.length - tail).join(''), after: one.slice(one.length - tail).join('') };
}

/** A stretch of a text, named by where it comes; marked where the other text has something else there. */
export type DiffRun = { at: number; text: string; changed: boolean };

/**
 * Two texts, each with what differs marked. What is put together of parts (an indicator with its years, an action with
 * its cells, a space between them) is compared part by part: else all between two changed cells would be marked.
 */
export function diffRuns(a: string, b: string, inParts: boolean): { a: DiffRun[]; b: DiffRun[] } {
  if (inParts) return diffParts(a.split(PART), b.split(PART));
  const { before, after, ...own } = differing(a, b);
  const runs = (text: string) => [
    { at: 0, text: before, changed: false }, { at: 1, text, changed: true }, { at: 2, text: after, changed: false },
  ].filter((run) => run.text !== '');
  return { a: runs(own.a), b: runs(own.b) };
}

const PART = '　';

/** By the most parts they have in common, in order. */
function diffParts(a: readonly string[], b: readonly string[]): { a: DiffRun[]; b: DiffRun[] } {
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const runs: { a: DiffRun[]; b: DiffRun[] } = { a: [], b: [] };
  const put = (own: DiffRun[], text = '', changed = true) => own.push({ at: own.length, text: own.length === 0 ? text : `${PART}${text}`, changed });
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put(runs.a, a[i++], false);
      put(runs.b, b[j++], false);
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) put(runs.a, a[i++]);
    else put(runs.b, b[j++]);
  }
  return runs;
}
