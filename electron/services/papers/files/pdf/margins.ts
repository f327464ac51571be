import { ASCENT } from './runs.ts';
import { sizeTurned } from './turn.ts';
import type { Margins, Page, Row, Run } from './types.ts';

/** How much of a page, at its top and at its bottom, may hold running heads and page numbers. */
export const BAND = 0.13;
/** What stands there is apart from the text by so much, in the size of its letters, and has no more letters. */
const APART = 0.7;
const MOST_LETTERS = 40;

/**
 * Takes what stands above and below the lines of a page set vertically: there a head and a page number stand beside the
 * lines' ends, not beyond the first and the last line.
 * @returns the runs of the text, and a row for what stands at either end of it.
 */
export function takeMargins(runs: readonly Run[], page: Pick<Page, 'turn' | 'width' | 'height'>): { text: readonly Run[]; margins: Margins } {
  if (page.turn % 2 === 0) return { text: runs, margins: NONE };
  const { width } = sizeTurned(page.turn, page);
  const sorted = runs.toSorted((a, b) => a.x - b.x);
  const before = sorted.slice(0, cutAt(sorted.map(({ x, right, size, text }) => ({ from: x, to: right, size, letters: text.length })), BAND * width));
  const after = runs.toSorted((a, b) => b.right - a.right);
  const behind = after.slice(0, cutAt(after.map(({ x, right, size, text }) => ({ from: -right, to: -x, size, letters: text.length })), -(1 - BAND) * width));
  if (before.length + behind.length === 0 || before.length + behind.length >= runs.length) return { text: runs, margins: NONE };
  const taken = new Set([...before, ...behind]);
  const [head, foot] = page.turn === 1 ? [before, behind] : [behind, before];
  return { text: runs.filter((run) => !taken.has(run)), margins: { head: rowsIn(head, page), foot: rowsIn(foot, page) } };
}

const NONE: Margins = { head: [], foot: [] };

/** How many of the first runs stand within the band, and apart from all others. */
function cutAt(runs: readonly { from: number; to: number; size: number; letters: number }[], band: number): number {
  let reach = -Infinity;
  let letters = 0;
  for (const [i, { from, to, size, letters: own }] of runs.entries()) {
    if (i > 0 && from > reach + APART * size) return i;
    reach = Math.max(reach, to);
    letters += own;
    if (reach > band || letters > MOST_LETTERS) return 0;
  }
  return 0;
}

/** Letters that run across stand below each other here. */
function rowsIn(runs: readonly Run[], { turn }: Pick<Page, 'turn'>): Row[] {
  const [first] = runs;
  if (!first) return [];
  const isAcross = runs.every(({ x }) => Math.abs(x - first.x) < first.size / 2);
  const sorted = runs.toSorted((a, b) => (isAcross ? (turn === 1 ? b.base - a.base : a.base - b.base) : a.x - b.x));
  const [top, bottom] = [Math.min(...runs.map(({ base, size }) => base - ASCENT * size)), Math.max(...runs.map(({ base, size }) => base + (1 - ASCENT) * size))];
  const piece = { text: sorted.map(({ text }) => text).join(''), x: Math.min(...runs.map(({ x }) => x)), right: Math.max(...runs.map(({ right }) => right)), base: first.base, top, bottom, size: first.size, faces: [first.face] };
  return [{ pieces: [piece], base: first.base, top, bottom, size: first.size }];
}
