import { readMarker } from '../../../../../db/domain/marker.ts';
import type { Dot, Row, Run } from './types.ts';

/** Browsers set lists in by some letters and hang a dot before each item, which they draw: it is no text. */
const SET_IN = { least: 1.2, most: 8 };
/** From the dot to its item, in the size of the item's letters. */
const FAREST = 2.5;
/** No page has more items; what has more dots is a picture. */
const MOST = 200;

/** Whether lines are set in below one that is not, and that would not hang them below its own number or sign. */
export function maybeDotted(rows: readonly Row[]): boolean {
  const left = rows.reduce((least, { pieces: [piece] }) => Math.min(least, piece?.x ?? least), Infinity);
  return rows.some(({ pieces: [piece], size }, i) => {
    const above = rows[i - 1]?.pieces[0];
    if (!piece || !above || piece.x - left < SET_IN.least * size || piece.x - left > SET_IN.most * size) return false;
    return piece.x - above.x > size && readMarker(above.text) === null && readMarker(piece.text) === null;
  });
}

/** Writes the dots that stand before the first letters of a line as signs of the text, right before these. */
export function withDots(runs: readonly Run[], rows: readonly Row[], dots: readonly Dot[]): readonly Run[] {
  if (dots.length > MOST) return runs;
  const signs = dots.flatMap(({ right, middle }): Run[] => {
    for (const { pieces, top, bottom } of rows) {
      const piece = middle > top && middle < bottom ? pieces.find(({ x, size }) => x >= right && x - right < FAREST * size) : undefined;
      if (piece) return [{ text: '•', x: piece.x - piece.size, right: piece.x, base: piece.base, size: piece.size, face: piece.faces[0] ?? '', tag: piece.tag }];
    }
    return [];
  });
  return signs.length === 0 ? runs : [...runs, ...signs];
}
