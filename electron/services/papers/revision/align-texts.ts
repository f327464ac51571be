/** Characters a run must have in common to be looked for anywhere: long enough to be rare in Japanese prose. */
const FAR = 10;
/** …and between two places that belong together already. */
const NEAR = [5, 3] as const;
/** A run that stands in so many places tells nothing by itself; its neighbours will place it. */
const TOO_COMMON = 16;
/** No window between neighbours is searched further than this. */
const WINDOW = 4000;
/** Characters between two signs of life. */
const STRETCH = 4096;

type Run = { a: number; b: number; length: number };

/**
 * Finds where each character of one text stands in another: the longest runs in common first, wherever they have moved
 * to (greedy string tiling; Wise 1993), then what is left between them. Lines play no part, so it does not matter how
 * the texts are broken.
 * @param a, b squeezed texts
 * @param alive told that it gets on, at least once in some thousand characters
 * @returns for each character of `a` its place in `b`, -1 where it has none; no place is given twice
 */
export function alignTexts(a: string, b: string, alive: () => void = () => {}): Int32Array {
  const placeOf = new Int32Array(a.length).fill(-1);
  const taken = new Uint8Array(b.length);
  const all = { from: 0, to: a.length };
  tile(a, b, all, { from: 0, to: b.length }, FAR, placeOf, taken, alive);
  for (const length of NEAR) {
    for (const gap of gapsOf(placeOf)) {
      for (const window of windowsAt(gap, placeOf, taken)) tile(a, b, gap, window, length, placeOf, taken, alive);
    }
  }
  for (const gap of gapsOf(placeOf)) close(a, b, gap, placeOf, taken);
  return placeOf;
}

/** Places what is left at either end of a gap, as far as the texts agree: runs too short to be looked for. */
function close(a: string, b: string, { from, to }: Stretch, placeOf: Int32Array, taken: Uint8Array): void {
  const place = (at: number, there: number): boolean => {
    if (there < 0 || there >= b.length || taken[there] === 1 || a[at] !== b[there]) return false;
    placeOf[at] = there;
    taken[there] = 1;
    return true;
  };
  let at = from;
  while (at < to && place(at, at === 0 ? 0 : (placeOf[at - 1] ?? -2) + 1)) at += 1;
  for (let back = to - 1; back >= at && place(back, back === a.length - 1 ? b.length - 1 : (placeOf[back + 1] ?? 0) - 1);) back -= 1;
}

type Stretch = { from: number; to: number };

/** Stretches of `a` without a place. */
function gapsOf(placeOf: Int32Array): Stretch[] {
  const gaps: Stretch[] = [];
  for (let at = 0; at < placeOf.length; at++) {
    if ((placeOf[at] ?? 0) >= 0) continue;
    const from = at;
    while (at < placeOf.length && (placeOf[at] ?? 0) < 0) at += 1;
    gaps.push({ from, to: at });
  }
  return gaps;
}

/** The free stretches of `b` next to the places of a gap's neighbours: one, where both neighbours kept their order. */
function windowsAt({ from, to }: Stretch, placeOf: Int32Array, taken: Uint8Array): Stretch[] {
  const before = from === 0 ? 0 : (placeOf[from - 1] ?? 0) + 1;
  const after = to === placeOf.length ? taken.length : (placeOf[to] ?? 0);
  const behind: Stretch = { from: before, to: before };
  while (behind.to < taken.length && taken[behind.to] === 0 && behind.to - before < WINDOW) behind.to += 1;
  const ahead: Stretch = { from: after, to: after };
  while (ahead.from > 0 && taken[ahead.from - 1] === 0 && after - ahead.from < WINDOW) ahead.from -= 1;
  return [behind, ahead].filter((window) => window.to > window.from);
}

/** Places runs of at least `least` characters that stand in both stretches and have no place yet, the longest first. */
function tile(a: string, b: string, inA: Stretch, inB: Stretch, least: number, placeOf: Int32Array, taken: Uint8Array, alive: () => void): void {
  if (inA.to - inA.from < least || inB.to - inB.from < least) return;
  const waiting = Map.groupBy(commonRuns(a, b, inA, inB, least, placeOf, taken, alive), (run) => run.length);
  for (let length = Math.max(0, ...waiting.keys()); length >= least; length--) {
    const runs = waiting.get(length);
    if (runs === undefined) continue;
    alive();
    const strayed = new Map(runs.map((run) => [run, strayOf(run, placeOf)]));
    for (const run of runs.toSorted((x, y) => (strayed.get(x) ?? 0) - (strayed.get(y) ?? 0))) {
      const free = longestFree(run, placeOf, taken);
      if (free.length === run.length) {
        for (let i = 0; i < run.length; i++) {
          placeOf[run.a + i] = run.b + i;
          taken[run.b + i] = 1;
        }
      } else if (free.length >= least) {
        waiting.set(free.length, [...(waiting.get(free.length) ?? []), free]);
      }
    }
  }
}

/** How far a run would move away from what stands next to it: of equal runs the one that moves least is the one meant. */
function strayOf({ a, b, length }: Run, placeOf: Int32Array): number {
  const reach = 2000;
  for (let step = 1; step < reach; step++) {
    const before = placeOf[a - step] ?? -1;
    if (before >= 0) return Math.abs(before + step - b);
    const after = placeOf[a + length - 1 + step] ?? -1;
    if (after >= 0) return Math.abs(after - step - (b + length - 1));
  }
  return Math.abs(a - b);
}

function longestFree(run: Run, placeOf: Int32Array, taken: Uint8Array): Run {
  let best: Run = { ...run, length: 0 };
  for (let i = 0; i < run.length; i++) {
    const start = i;
    while (i < run.length && placeOf[run.a + i] === -1 && taken[run.b + i] === 0) i += 1;
    if (i - start > best.length) best = { a: run.a + start, b: run.b + start, length: i - start };
  }
  return best;
}

/** The longest runs, from every pair of places where at least `least` characters are the same. */
function commonRuns(a: string, b: string, inA: Stretch, inB: Stretch, least: number, placeOf: Int32Array, taken: Uint8Array, alive: () => void): Run[] {
  const slots = 1 << Math.min(20, Math.max(6, 33 - Math.clz32(inB.to - inB.from)));
  const first = new Int32Array(slots).fill(-1);
  const next = new Int32Array(inB.to - inB.from);
  for (let j = inB.to - least; j >= inB.from; j--) {
    const slot = hashAt(b, j, least) & (slots - 1);
    next[j - inB.from] = first[slot] ?? -1;
    first[slot] = j;
  }
  const runs: Run[] = [];
  /** How far each diagonal has been read: a run is found once, at its first character. */
  const readTo = new Map<number, number>();
  for (let i = inA.from; i + least <= inA.to; i++) {
    if (i % STRETCH === 0) alive();
    if (placeOf[i] !== -1) continue;
    const places: number[] = [];
    for (let j = first[hashAt(a, i, least) & (slots - 1)] ?? -1; j >= 0 && places.length <= TOO_COMMON; j = next[j - inB.from] ?? -1) {
      if (taken[j] === 0 && a.startsWith(b.slice(j, j + least), i)) places.push(j);
    }
    if (places.length > TOO_COMMON) continue;
    for (const j of places) {
      const diagonal = i - j;
      if ((readTo.get(diagonal) ?? -1) > i) continue;
      const run = grown(a, b, i, j, inA, inB);
      runs.push(run);
      readTo.set(diagonal, run.a + run.length);
    }
  }
  return runs;
}

/** A run drawn out to both sides as far as the texts agree. */
function grown(a: string, b: string, i: number, j: number, inA: Stretch, inB: Stretch): Run {
  let back = 0;
  while (i - back > inA.from && j - back > inB.from && a.charCodeAt(i - back - 1) === b.charCodeAt(j - back - 1)) back += 1;
  let length = 0;
  while (i + length < inA.to && j + length < inB.to && a.charCodeAt(i + length) === b.charCodeAt(j + length)) length += 1;
  return { a: i - back, b: j - back, length: length + back };
}

function hashAt(text: string, at: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
