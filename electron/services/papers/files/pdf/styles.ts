import { boldHeadings } from './bold-headings.ts';
import { taggedHeadings } from './tagged-headings.ts';
import type { Element, Line } from './types.ts';

/** Letters this much larger than the text's are a heading's, where few stand in a paragraph. */
const LARGER = 1.12;
/** Headings of the deepest ranks are set a little smaller than the text. */
const SMALLEST = 0.8;
const LONGEST_HEADING = 70;
const DEEPEST = 6;

export type Styles = {
  /** The size of the letters of the text. */
  body: number;
  /** The level of a heading set in these lines, 1 for the largest; 0 where they are set as the text is. */
  level(lines: readonly Line[]): number;
};

/**
 * Tells headings by their tags, by the size of their letters, and below these by lines of their own in a face that stands out.
 * @param standOut how letters of these faces stand out.
 */
export function stylesOf(elements: readonly Element[], standOut: (faces: readonly string[]) => string | null): Styles {
  const lines = elements.flatMap((element) => (element.kind === 'line' ? element.line : []));
  const letters = lettersBySize(lines);
  let body = mostOf(letters);
  if (lines.filter(({ size }) => half(size) === body).length <= FEW) body = tableSize(elements) ?? body;
  const larger = [...letters.keys()].filter((size) => size >= body * LARGER).sort((a, b) => b - a);
  const tagged = taggedHeadings(lines);
  const deepest = Math.max(larger.length, ...tagged.values());
  const bold = boldHeadings(elements, { least: SMALLEST * body, below: LARGER * body }, standOut);
  return {
    body,
    level: (lines) => {
      const byTag = tagged.get(lines[0]);
      if (byTag !== undefined) return byTag;
      const length = lines.reduce((sum, line) => sum + line.text.length, 0);
      if (length > LONGEST_HEADING) return 0;
      const bySize = larger.indexOf(half(Math.max(...lines.map((line) => line.size)))) + 1;
      if (bySize > 0) return Math.min(DEEPEST, bySize);
      const byFace = lines.every((line) => bold.has(line)) ? bold.get(lines[0]) : undefined;
      return byFace === undefined ? 0 : Math.min(DEEPEST, Math.max(1, deepest) + byFace);
    },
  };
}

/** Where so few lines have the size of most letters, the paper is all headings and tables. */
const FEW = 2;

function tableSize(elements: readonly Element[]): number | null {
  const cells = elements.flatMap((element) => (element.kind === 'table' ? element.rows.flat(3) : []));
  return cells.length > FEW ? mostOf(lettersBySize(cells)) : null;
}

function lettersBySize(lines: readonly Line[]): Map<number, number> {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(half(size), (letters.get(half(size)) ?? 0) + text.length);
  return letters;
}

function mostOf(letters: ReadonlyMap<number, number>): number {
  let most = 0;
  for (const [size, count] of letters) if (count > (letters.get(most) ?? 0)) most = size;
  return most;
}

/** Pages give sizes with a little noise. */
const half = (size: number): number => Math.round(size * 2) / 2;
