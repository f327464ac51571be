import type { PDFOperatorList, TextContent } from 'pdfjs-dist/types/src/display/api.js';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { colourOf, differ } from './faces.ts';
import { FIELD_FONT } from './form-fields.ts';
import { hasJapanese } from './spacing.ts';
import type { Row } from './types.ts';

/** What stands between letters, or nowhere: PDF.js puts it in and leaves it out as it sees fit. */
const NO_LETTER = /[\s\p{Cf}]/gu;

/**
 * Tells the colours that the pieces of a page's text are drawn in: PDF.js gives text and drawing apart, but both in the
 * order in which they stand in the file.
 * @returns a colour, '#rrggbb', for each item of the text; null where it is not a plain one, and for all where text and
 *   drawing do not run side by side.
 */
export function coloursOf({ fnArray, argsArray }: PDFOperatorList, { items }: TextContent): (string | null)[] {
  const stretches = stretchesDrawn(fnArray, argsArray);
  if (new Set(stretches.map(({ colour }) => colour)).size < 2) return items.map(() => stretches[0]?.colour ?? null);
  const drawn = stretches.map(({ colour, glyphs }) => ({ colour, letters: glyphs.reduce((sum, some) => sum + lettersDrawn(some), 0) })).filter(({ letters }) => letters > 0);
  let at = 0;
  let left = drawn[0]?.letters ?? 0;
  let missing = 0;
  const colours = items.map((item) => {
    const colour = drawn[at]?.colour ?? null;
    let letters = 'str' in item && item.fontName !== FIELD_FONT ? lettersIn(item.str) : 0;
    while (letters > 0 && at < drawn.length) {
      const taken = Math.min(letters, left);
      letters -= taken;
      left -= taken;
      if (left > 0) break;
      at += 1;
      left = drawn[at]?.letters ?? 0;
    }
    missing += letters;
    return colour;
  });
  return missing === 0 && at === drawn.length ? colours : items.map(() => null);
}

/** What is drawn in one colour, one stretch of text after the other. */
function stretchesDrawn(fnArray: PDFOperatorList['fnArray'], argsArray: PDFOperatorList['argsArray']): { colour: string | null; glyphs: unknown[][] }[] {
  const stretches: { colour: string | null; glyphs: unknown[][] }[] = [];
  const saved: (string | null)[] = [];
  let colour: string | null = '#000000';
  fnArray.forEach((fn, i) => {
    // What each operator is given is PDF.js's own affair: its types say any.
    const args: unknown = argsArray[i];
    const first: unknown = Array.isArray(args) ? args[0] : null;
    if (fn === OPS.save || fn === OPS.paintFormXObjectBegin) saved.push(colour);
    else if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) colour = saved.pop() ?? colour;
    else if (fn === OPS.setFillRGBColor) colour = typeof first === 'string' ? first : null;
    else if (fn === OPS.setFillColorN) colour = null;
    else if (fn === OPS.showText && Array.isArray(first)) {
      const last = stretches.at(-1);
      if (last?.colour === colour) last.glyphs.push(first);
      else stretches.push({ colour, glyphs: [first] });
    }
  });
  return stretches;
}

/** Of glyphs as PDF.js gives them, with what is moved between them in numbers. */
function lettersDrawn(glyphs: readonly unknown[]): number {
  return lettersIn(glyphs.map((glyph) => (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph && typeof glyph.unicode === 'string' ? glyph.unicode : '')).join(''));
}

const lettersIn = (text: string): number => text.replace(NO_LETTER, '').length;

/** A line of its own in another colour than most of the page may be a heading. */
const LONGEST = 50;

/** Whether a page has short lines of their own in another colour than most of its text. */
export function hasColouredLines(rows: readonly Row[]): boolean {
  const pieces = rows.flatMap((row) => row.pieces);
  const letters = new Map<string | null, number>();
  for (const { faces: [face = ''], text } of pieces) letters.set(colourOf(face), (letters.get(colourOf(face)) ?? 0) + text.length);
  const most = [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [null, 0] as [string | null, number])[0];
  return rows.some(({ pieces: [piece, more] }) => piece !== undefined && more === undefined && piece.text.length <= LONGEST && hasJapanese(piece.text) &&
    piece.faces.every((face) => differ(colourOf(face), most)));
}
