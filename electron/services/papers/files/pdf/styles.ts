import type { Element, Line } from './types.ts';

/** Letters this much larger than the text's are a heading's, where few stand in a paragraph. */
const LARGER = 1.12;
const LONGEST_HEADING = 70;

export type Styles = {
  /** The size of the letters of the text. */
  body: number;
  /** The level of a heading set in these lines, 1 for the largest; 0 where its letters are no larger than the text's. */
  level(lines: readonly Line[]): number;
};

/** Tells headings by the size of their letters; what a bold face means is left to the marks that headings begin with. */
export function stylesOf(elements: readonly Element[]): Styles {
  const letters = new Map<number, number>();
  for (const element of elements) {
    if (element.kind !== 'line') continue;
    const size = half(element.line.size);
    letters.set(size, (letters.get(size) ?? 0) + element.line.text.length);
  }
  let body = 0;
  for (const [size, count] of letters) if (count > (letters.get(body) ?? 0)) body = size;
  const larger = [...letters.keys()].filter((size) => size >= body * LARGER).sort((a, b) => b - a);
  return {
    body,
    level: (lines) => {
      const length = lines.reduce((sum, line) => sum + line.text.length, 0);
      return length > LONGEST_HEADING ? 0 : Math.min(6, larger.indexOf(half(Math.max(...lines.map((line) => line.size)))) + 1);
    },
  };
}

/** Pages give sizes with a little noise. */
const half = (size: number): number => Math.round(size * 2) / 2;
