import type { SourceRange } from '../../../electron/contract/recognised.ts';
import type { Preview, PreviewRow } from '../../../electron/contract/preview/preview.ts';
import { inPaperOrder, isByHand } from './preview-lines.ts';

/** The new reading with the corrections carried over, and how many were made to what it does not know as such. */
export type Carried = { preview: Preview; kept: number; lost: number };

/**
 * Carries a person's corrections of one reading of a paper over to another reading of the same text. Rows that hang
 * together (one split in two, two joined to one) are one correction; it is carried where the new reading has the very
 * lines it was made to.
 * @param read what was recognised first. @param now the same, as corrected. @param fresh what is recognised now.
 */
export function carryCorrections(read: Preview, now: Preview, fresh: Preview): Carried {
  const rows = carryRows(read.rows, now.rows, fresh.rows);
  const meetings = carryEach(read.meetings, now.meetings, fresh.meetings);
  const members = carryEach(read.members, now.members, fresh.members);
  const indicators = carryEach(read.indicators, now.indicators, fresh.indicators);
  const actions = carryEach(read.actions, now.actions, fresh.actions);
  const parts = [rows, meetings, members, indicators, actions];
  return {
    preview: { rows: rows.all, meetings: meetings.all, members: members.all, indicators: indicators.all, actions: actions.all },
    kept: parts.reduce((sum, { kept }) => sum + kept, 0),
    lost: parts.reduce((sum, { lost }) => sum + lost, 0),
  };
}

const overlap = (a: readonly SourceRange[], b: readonly SourceRange[]) => a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));
const placeOf = ({ ranges }: { ranges: readonly SourceRange[] }) => ranges.map(({ start, end }) => `${start}-${end}`).join(' ');
const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

function carryRows(read: readonly PreviewRow[], now: readonly PreviewRow[], fresh: readonly PreviewRow[]): { all: PreviewRow[]; kept: number; lost: number } {
  const before = new Map(read.map((row) => [row.key, row]));
  // what was made by hand is of the paper itself, not of a reading
  const byHand = now.filter(isByHand);
  const touched = now.filter((row) => !isByHand(row) && !same(row, before.get(row.key) ?? {}));
  const freshAt = new Map(fresh.map((row) => [`${placeOf(row)}\n${row.text}`, row]));
  const newKeys = new Map(read.flatMap((row) => { const there = freshAt.get(`${placeOf(row)}\n${row.text}`); return there ? [[row.key, there.key] as const] : []; }));
  const replaced = new Map<string, PreviewRow[]>();
  const gone = new Set<string>();
  let [kept, lost] = [0, 0];
  const done = new Set<string>();
  for (const row of touched) {
    if (done.has(row.key)) continue;
    const origins = read.filter((origin) => overlap(origin.ranges, row.ranges) || origin.key === row.key);
    const made = touched.filter((other) => other.key === row.key || origins.some((origin) => overlap(origin.ranges, other.ranges)));
    for (const other of made) done.add(other.key);
    const targets = origins.filter((origin) => made.some((other) => other.key === origin.key) || !now.some((other) => other.key === origin.key)).map((origin) => newKeys.get(origin.key));
    const [first] = targets;
    if (first === undefined || targets.includes(undefined)) {
      lost += 1;
      continue;
    }
    kept += 1;
    for (const key of targets) if (key !== undefined && key !== first) gone.add(key);
    replaced.set(first, made.map((other, i) => ({ ...other, key: i === 0 ? first : `${first}-${i + 1}` })));
  }
  const keyOf = (key: string | null) => (key === null ? null : (newKeys.get(key) ?? null));
  const rows = fresh.flatMap((row): PreviewRow[] => {
    const made = replaced.get(row.key);
    if (!made) return gone.has(row.key) ? [] : [row];
    return made.map((corrected) => {
      const origin = read.find((candidate) => newKeys.get(candidate.key) === row.key);
      // what the person did not touch is as the new reading has it
      const untouched = (field: 'kind' | 'item' | 'parent') => origin !== undefined && origin[field] === corrected[field];
      return {
        ...corrected,
        kind: untouched('kind') ? row.kind : corrected.kind,
        item: untouched('item') ? row.item : keyOf(corrected.item),
        parent: untouched('parent') ? row.parent : keyOf(corrected.parent),
      };
    });
  });
  return { all: inPaperOrder(rows, byHand.map((row) => ({ ...row, item: keyOf(row.item), parent: keyOf(row.parent) }))), kept: kept + byHand.length, lost };
}

/** What is not a row: each by itself, by where it stands; of those that share a place, by their order there. */
function carryEach<T extends { key: string; ranges: readonly SourceRange[] }>(read: readonly T[], now: readonly T[], fresh: readonly T[]): { all: T[]; kept: number; lost: number } {
  const places = placesOf(read);
  const corrected = new Map(read.flatMap((one, index) => {
    const other = now.find(({ key }) => key === one.key);
    return other && !same(other, one) ? [[places[index] ?? '', other] as const] : [];
  }));
  const freshPlaces = placesOf(fresh);
  const all = fresh.map((one, index) => {
    const other = corrected.get(freshPlaces[index] ?? '');
    return other ? { ...other, key: one.key } : one;
  });
  const kept = freshPlaces.filter((place) => corrected.has(place)).length;
  const byHand = now.filter(isByHand);
  return { all: inPaperOrder(all, byHand), kept: kept + byHand.length, lost: corrected.size - kept };
}

function placesOf(all: readonly { ranges: readonly SourceRange[] }[]): string[] {
  const times = new Map<string, number>();
  return all.map((one) => {
    const place = placeOf(one);
    const nth = (times.get(place) ?? 0) + 1;
    times.set(place, nth);
    return `${place} ${nth}`;
  });
}
