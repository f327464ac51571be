import type { PaperLayout } from '../../electron/contract/papers.ts';
import type { KeyedRange } from './paper-lines.ts';

/** A piece of a passage on a page, in points from its top left corner. */
export type PageMark = { key: string; x: number; y: number; width: number; height: number };
export type PageMarks = {
  marks: PageMark[];
  /** Where passages begin, with the passages that begin on that line. */
  begins: { y: number; keys: string[] }[];
};

type Line = PaperLayout['lines'][number];

/**
 * Where passages stand on their pages: for each page the stretches of its lines that lie within a passage. Within a
 * line, characters are taken to be of one width. Wider passages come first, so that a narrower one lies on top.
 */
export function pageMarks({ pages, lines }: PaperLayout, passages: readonly KeyedRange[]): PageMarks[] {
  const placed: PageMarks[] = pages.map(() => ({ marks: [], begins: [] }));
  const sorted = lines.filter((line) => line.end > line.start).toSorted((a, b) => a.start - b.start);
  const begun = new Set<string>();
  const ordered = passages.filter((range) => range.start < range.end).toSorted((a, b) => Number(a.over ?? false) - Number(b.over ?? false) || a.start - b.start || b.end - a.end);
  for (const { key, start, end } of ordered) {
    for (let i = firstAfter(sorted, start); i < sorted.length; i += 1) {
      const line = sorted[i];
      if (!line || line.start >= end) break;
      const page = placed[line.page];
      if (!page) continue;
      page.marks.push({ key, ...stretch(line, start, end) });
      if (begun.has(key)) continue;
      begun.add(key);
      const beside = page.begins.find(({ y }) => Math.abs(y - line.y) < line.height / 2);
      if (beside) beside.keys.push(key);
      else page.begins.push({ y: line.y, keys: [key] });
    }
  }
  return placed;
}

/** The same places where passages begin, those that are nearer to one another than `least` (points) made one. */
export function apart(begins: PageMarks['begins'], least: number): PageMarks['begins'] {
  const kept: PageMarks['begins'] = [];
  for (const { y, keys } of begins.toSorted((a, b) => a.y - b.y)) {
    const above = kept.at(-1);
    if (above && y - above.y < least) above.keys = [...above.keys, ...keys];
    else kept.push({ y, keys });
  }
  return kept;
}

/** The first line that ends behind an offset. Lines do not overlap, so their ends are in order as well. */
function firstAfter(lines: readonly Line[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of a line between two offsets; a line that is higher than wide is set from top to bottom. */
function stretch({ start, end, x, y, width, height }: Line, from: number, to: number): Omit<PageMark, 'key'> {
  const head = Math.max(0, from - start) / (end - start);
  const tail = Math.min(end - start, to - start) / (end - start);
  const vertical = height > width && end - start > 1;
  return vertical
    ? { x, y: y + height * head, width, height: height * (tail - head) }
    : { x: x + width * head, y, width: width * (tail - head), height };
}
