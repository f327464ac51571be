import type { TextContent, TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';
import { faceOf } from './faces.ts';
import { ordinary } from './letters.ts';
import type { Tag } from './tags.ts';
import { turned } from './turn.ts';
import type { Run, Turn } from './types.ts';

/** How far above the base line a letter reaches, in its size. */
export const ASCENT = 0.88;

type Placed = { text: string; turn: Turn; x: number; y: number; length: number; size: number; face: string; upright: boolean; tag: Tag | undefined };

/**
 * Takes the text of a page as PDF.js gives it to where it stands.
 * @param page its size and the transform from the PDF's own axes to points from the top left, as it is shown.
 * @param tags of the items of the text, where they have one.
 * @param colours of the items of the text, where they are known (colours.ts).
 * @returns the runs on the page turned as most of its text runs; text that runs another way stands among them in place.
 */
export function readRuns({ items, styles }: TextContent, page: { width: number; height: number; transform: readonly number[] }, tags: readonly (Tag | undefined)[] = [], colours: readonly (string | null)[] = []): { runs: Run[]; turn: Turn } {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page.transform;
  const placed: Placed[] = [];
  const letters = [0, 0, 0, 0];
  for (const [i, item] of items.entries()) {
    if (!isText(item) || item.str === '' || item.str === ' ') continue;
    const text = ordinary(item.str);
    if (text.trim() === '') continue;
    // The matrix of a text item is always six numbers.
    const [ta, tb, tc, td, tx, ty] = item.transform as [number, number, number, number, number, number];
    const upright = styles[item.fontName]?.vertical === true;
    const dx = a * ta + c * tb;
    const dy = b * ta + d * tb;
    const turn = upright ? 1 : Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 0 : 2) : dy >= 0 ? 1 : 3;
    // Letters that are slanted for want of a slanted font are no larger for that.
    const slant = slantOf(ta, tb, tc, td);
    const size = Math.hypot(tc, td) * Math.cos(Math.atan(slant));
    letters[turn] = (letters[turn] ?? 0) + text.length;
    placed.push({ text, turn, x: near(a * tx + c * ty + e), y: near(b * tx + d * ty + f), length: near(upright ? item.height : item.width), size: near(size), face: faceOf(item.fontName, slant > SLANTED, colours[i] ?? null), upright, tag: tags[i] });
  }
  if (isStacked(placed)) return { runs: placed.map((run) => stacked(run, page)), turn: 1 };
  const most = letters.indexOf(Math.max(...letters));
  const turn: Turn = most === 1 || most === 2 || most === 3 ? most : 0;
  return { runs: placed.map((run) => (run.turn === turn ? along(run, page) : across(run, page, turn))), turn };
}

/** Programs lean letters by 12 to 20 degrees to make them cursive. */
const SLANTED = 0.15;

/** How far the upright strokes of letters lean, as the tangent of the angle. */
function slantOf(ta: number, tb: number, tc: number, td: number): number {
  const area = Math.abs(ta * td - tb * tc);
  return area === 0 ? 0 : Math.abs(ta * tc + tb * td) / area;
}

/** No page is larger (ISO 32000-1, annex C): a number beyond is no place, and nothing is measured out to it. */
const FAREST = 14_400;

function near(value: number): number {
  return Math.max(-FAREST, Math.min(FAREST, value)) || 0;
}

function isText(item: TextItem | TextMarkedContent): item is TextItem {
  return 'str' in item;
}

type Size = { width: number; height: number };

/** Text that runs as the page is read. In a font for vertical writing a letter stands on its column's middle, not on a base line. */
function along({ text, turn, x, y, length, size, face, upright, tag }: Placed, page: Size): Run {
  const [u, v] = turned(turn, page, x, y);
  return { text, x: u, right: u + length, base: upright ? v + (ASCENT - 0.5) * size : v, size, face, tag };
}

/** Text that runs another way: a run of its own, no higher than a line, in the middle of its place. */
function across(run: Placed, page: Size, turn: Turn): Run {
  const { text, size, length, face, tag } = run;
  const [alongX, alongY] = run.turn === 0 ? [1, 0] : run.turn === 1 ? [0, 1] : run.turn === 2 ? [-1, 0] : [0, -1];
  const [u, v] = turned(turn, page, run.x + (alongX * length) / 2, run.y + (alongY * length) / 2);
  return { text, x: u - size / 2, right: u + size / 2, base: v + (ASCENT - 0.5) * size, size, face, tag };
}

/** Vertical writing set with letters of horizontal fonts, each in its place below the last one. */
function isStacked(placed: readonly Placed[]): boolean {
  let below = 0;
  let letters = 0;
  for (let i = 1; i < placed.length; i += 1) {
    const run = placed[i];
    const last = placed[i - 1];
    if (!run || !last) break;
    letters += run.text.length;
    const step = run.y - last.y;
    if (last.text.length === 1 && Math.abs(middle(run) - middle(last)) < run.size * 0.3 && step > run.size * 0.5 && step < run.size * 2.2) below += 1;
  }
  return below >= 20 && below > letters / 2;
}

/** A sign that its font gives no width is as wide as it is high. */
function middle({ x, length, size }: Placed): number {
  return x + (length || size) / 2;
}

function stacked(run: Placed, page: Size): Run {
  if (run.turn !== 0 || run.upright) return run.turn === 1 ? along(run, page) : across(run, page, 1);
  const { text, y, length, size, face, tag } = run;
  const tall = text.length === 1;
  const [u, v] = turned(1, page, middle(run), y - ASCENT * size);
  // Two digits side by side in one place are as high as one letter.
  return { text, x: u, right: u + (tall || length <= size * 1.3 ? size : length), base: v + (ASCENT - 0.5) * size, size, face, tag };
}
