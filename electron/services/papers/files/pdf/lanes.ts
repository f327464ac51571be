import type { Run } from './types.ts';

/** A strip between two columns of a table that is set without ruling lines, over some levels of a page. */
export type Lane = { from: number; to: number; at: number };

type Strip = { left: number; right: number };

/** So much room parts two cells, in the size of the letters; two words of a line have less. */
const WIDTH = 0.9;
/** A table has so many strips, and so many lines whose next cell begins right behind one. */
const LEAST_LANES = 2;
const LEAST_LINES = 3;
const LEAST_WRAPPED = 2;
const WIDER = 1.2;
/** Cells are set from the left within points, where so many of them are. */
const PLACE = 1.5;
const ALIGNED = 0.7;
/** A page with more levels is a drawing. */
const MOST_LEVELS = 300;

/**
 * Finds where cells stand closer than words with wide gaps do: strips that several lines below each other leave free, each
 * with cells that begin in one place behind it.
 * @param levels the runs on each level of the page, from the top down and from the left.
 */
export function lanesOf(levels: readonly (readonly Run[])[]): Lane[] {
  // Most pages have none: a look at their gaps is cheap.
  if (levels.length > MOST_LEVELS || levels.filter(hasGaps).length < LEAST_LINES) return [];
  const free = levels.map(freeStrips);
  const lanes: Lane[] = [];
  for (let from = 0; from < levels.length; ) {
    let strips = free[from] ?? [];
    let to = from + 1;
    while (to < levels.length && strips.filter(isInner).length >= LEAST_LANES) {
      const both = within(strips, free[to] ?? []);
      if (both.filter(isInner).length < LEAST_LANES) break;
      strips = both;
      to += 1;
    }
    const zone = levels.slice(from, to);
    const found = strips.filter((strip, i) => isLane(strip, strips[i - 1] ?? OUTSIDE, strips[i + 1] ?? OUTSIDE, zone));
    if (found.length >= LEAST_LANES) {
      lanes.push(...found.map(({ left, right }) => ({ from, to, at: (left + right) / 2 })));
      from = to;
    } else from += 1;
  }
  return lanes;
}

/** Whether a level has gaps for the strips of a table. */
function hasGaps(runs: readonly Run[]): boolean {
  let gaps = 0;
  for (let i = 1; i < runs.length; i += 1) {
    const [last, run] = [runs[i - 1], runs[i]];
    if (last && run && run.x - last.right >= WIDTH * run.size) gaps += 1;
  }
  return gaps >= LEAST_LANES;
}

/** What a level leaves free, the margins included. */
function freeStrips(runs: readonly Run[]): Strip[] {
  const strips: Strip[] = [];
  let left = -Infinity;
  for (const run of runs) {
    if (run.x - left >= WIDTH * run.size) strips.push({ left, right: run.x });
    left = Math.max(left, run.right);
  }
  return [...strips, { left, right: Infinity }];
}

/** What both leave free, where it is wide enough for any letters. */
function within(a: readonly Strip[], b: readonly Strip[]): Strip[] {
  return a.flatMap((one) => b.flatMap((other) => {
    const [left, right] = [Math.max(one.left, other.left), Math.min(one.right, other.right)];
    return right - left > NARROWEST ? [{ left, right }] : [];
  }));
}

const OUTSIDE: Strip = { left: Infinity, right: -Infinity };
/** In points. */
const NARROWEST = 6;

const isInner = ({ left, right }: Strip): boolean => left > -Infinity && right < Infinity;

/**
 * Whether cells part at a strip: they begin in one place behind it. The parts of a name do too, a letter apart, but no line
 * stands on one side alone.
 */
function isLane(strip: Strip, before: Strip, after: Strip, levels: readonly (readonly Run[])[]): boolean {
  const { left, right } = strip;
  if (!isInner(strip)) return false;
  const sides = levels.map((runs) => ({
    here: runs.some((run) => run.x >= before.right - PLACE && run.right <= left + PLACE),
    there: runs.find((run) => run.x >= right - PLACE && run.right <= after.left + PLACE),
  }));
  const parted = sides.flatMap(({ here, there }) => (here && there ? there : []));
  const aligned = parted.filter(({ x }) => Math.abs(x - right) < PLACE);
  const isWrapped = sides.filter(({ here, there }) => here !== (there !== undefined)).length >= LEAST_WRAPPED;
  const isWide = parted.every(({ size }) => right - left > WIDER * size);
  return aligned.length >= LEAST_LINES && aligned.length >= ALIGNED * parted.length && (isWrapped || isWide);
}
