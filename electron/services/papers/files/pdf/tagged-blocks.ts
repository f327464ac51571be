import { isFinished } from '../../joining.ts';
import { readMarker } from '../../../../../db/domain/marker.ts';
import type { Page, Piece } from './types.ts';

/** Tags part so many of the sentences that go on from line to line at most. */
const MOST_PARTED = 0.1;

/**
 * Whether the tags of a paper tell its paragraphs apart. Those of some programs make each printed line a paragraph:
 * then sentences that fill a line and go on are parted, and places tell more.
 */
export function partsParagraphs(pages: readonly Page[]): boolean {
  let whole = 0;
  let parted = 0;
  for (const { rows } of pages) {
    const edge = rows.reduce((most, { pieces }) => Math.max(most, pieces.at(-1)?.right ?? 0), 0);
    rows.forEach(({ pieces: [line, beside] }, i) => {
      const [below] = rows[i + 1]?.pieces ?? [];
      if (!line?.tag || !below?.tag || beside || line.tag.cell !== below.tag.cell || !goesOn(line, below, edge)) return;
      if (line.tag === below.tag) whole += 1;
      else parted += 1;
    });
  }
  return parted <= MOST_PARTED * (whole + parted);
}

/** A line that ends right at the edge of the page's text, and not as a sentence does. */
function goesOn(line: Piece, below: Piece, edge: number): boolean {
  const { size } = line;
  const isRightBelow = below.base - line.base < 2.5 * size && Math.abs(below.x - line.x) < 4 * size && Math.abs(below.size - size) < 0.1 * size;
  return edge - line.right < 1.5 * size && isRightBelow && !isFinished(line.text) && readMarker(below.text) === null;
}
