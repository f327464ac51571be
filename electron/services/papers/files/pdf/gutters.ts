import type { Run } from './types.ts';

/** A stretch of text on one level. */
export type Stretch = { x: number; right: number; size: number; text: string };

/** A column of prose has at least so many lines, and so many of them reach this far across it. */
const LEAST_LINES = 3;
const FULL = 0.72;
const FULL_LINES = 0.4;
const LEAST_LETTERS = 8;
/** The share of lines that may cross the strip between two columns, as headings over both do. */
const STRAY = 0.04;
/** A line that takes more of the width than this stands over both columns. */
const OVER_BOTH = 0.62;
/** The narrowest strip, in points, and the widest, in the width of the text. */
const NARROWEST = 6;
const WIDEST = 0.3;

/**
 * Where two columns of prose part: a strip that only headings cross, with lines on both sides that mostly reach from edge
 * to edge of their column, as cells of a table and what stands behind the marks of a list do not.
 */
export function findGutter(lines: readonly Stretch[]): number | null {
  if (lines.length < 2 * LEAST_LINES) return null;
  const left = leftOf(lines);
  const width = rightOf(lines) - left;
  const narrow = lines.filter((line) => line.right - line.x < OVER_BOTH * width);
  if (narrow.length < 0.5 * lines.length || width < 1) return null;
  const covered = new Float64Array(Math.ceil(width) + 2);
  for (const line of narrow) {
    covered[Math.floor(line.x - left)] = (covered[Math.floor(line.x - left)] ?? 0) + 1;
    covered[Math.ceil(line.right - left)] = (covered[Math.ceil(line.right - left)] ?? 0) - 1;
  }
  const stray = Math.floor(narrow.length * STRAY);
  let start: number | null = null;
  for (let x = 0; x < covered.length; x += 1) {
    covered[x] = (covered[x] ?? 0) + (covered[x - 1] ?? 0);
    if ((covered[x] ?? 0) <= stray) start ??= x;
    else if (start !== null) {
      const middle = left + emptiest(covered, start, x);
      if (x - start >= NARROWEST && x - start < WIDEST * width && isProse(narrow.filter((line) => line.right <= middle)) && isProse(narrow.filter((line) => line.x >= middle))) return middle;
      start = null;
    }
  }
  return null;
}

/** The middle of the widest part of a strip that the fewest lines cross: those that begin further in than others leave more room. */
function emptiest(covered: Float64Array, from: number, to: number): number {
  const least = covered.subarray(from, to).reduce((a, b) => Math.min(a, b), Infinity);
  let [best, begin] = [{ from, to: from }, from];
  for (let x = from; x < to; x += 1) {
    if ((covered[x] ?? 0) > least) begin = x + 1;
    else if (x + 1 - begin > best.to - best.from) best = { from: begin, to: x + 1 };
  }
  return (best.from + best.to) / 2;
}

function isProse(lines: readonly Stretch[]): boolean {
  if (lines.length < LEAST_LINES) return false;
  const width = rightOf(lines) - leftOf(lines);
  const full = lines.filter((line) => line.right - line.x > FULL * width && line.text.length >= LEAST_LETTERS);
  return full.length >= Math.max(2, FULL_LINES * lines.length);
}

const leftOf = (lines: readonly Stretch[]): number => lines.reduce((least, { x }) => Math.min(least, x), Infinity);
const rightOf = (lines: readonly Stretch[]): number => lines.reduce((most, { right }) => Math.max(most, right), -Infinity);

/** Columns stand a letter apart, a little less where the last sign of a line hangs over. */
const GAP = 0.7;

/**
 * Finds where columns of text stand so close that their lines would read on from one to the other.
 * @param levels the runs on each level of the page, from the left.
 * @returns a place within each strip between two of them.
 */
export function guttersOf(levels: readonly (readonly Run[])[]): number[] {
  return guttersIn(levels.flatMap(stretchesOf), 2);
}

function guttersIn(lines: readonly Stretch[], deepest: number): number[] {
  const gutter = deepest > 0 ? findGutter(lines) : null;
  if (gutter === null) return [];
  return [...guttersIn(lines.filter(({ right }) => right <= gutter), deepest - 1), gutter, ...guttersIn(lines.filter(({ x }) => x >= gutter), deepest - 1)];
}

function stretchesOf(runs: readonly Run[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { x, right, size, text } of runs) {
    const last = stretches.at(-1);
    if (last && x - last.right < GAP * Math.min(size, last.size)) {
      last.right = Math.max(last.right, right);
      last.text += text;
    } else stretches.push({ x, right, size, text });
  }
  return stretches;
}
