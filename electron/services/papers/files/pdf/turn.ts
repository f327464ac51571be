import type { Turn } from './types.ts';

export type Box = { x: number; y: number; width: number; height: number };
type Size = { width: number; height: number };

/**
 * A page is turned so that its text runs to the right: 0 as it is, 1 for text that runs down (vertical writing, whose lines
 * follow to the left, and lines turned to the right), 2 upside down, 3 for text that runs up.
 * @param page the size of the page as it is shown.
 * @returns a point of the page as it is shown, on the turned page.
 */
export function turned(turn: Turn, { width, height }: Size, x: number, y: number): [number, number] {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  return turn === 3 ? [height - y, x] : [x, y];
}

/** A box on the turned page, on the page as it is shown. */
export function unturned(turn: Turn, { width, height }: Size, { x, y, width: w, height: h }: Box): Box {
  if (turn === 1) return { x: width - y - h, y: x, width: h, height: w };
  if (turn === 2) return { x: width - x - w, y: height - y - h, width: w, height: h };
  return turn === 3 ? { x: y, y: height - x - w, width: h, height: w } : { x, y, width: w, height: h };
}

/** The size of a page once it is turned. */
export function sizeTurned(turn: Turn, { width, height }: Size): Size {
  return turn % 2 === 0 ? { width, height } : { width: height, height: width };
}
