import { ASCENT } from './runs.ts';
import { guttersOf } from './gutters.ts';
import { lanesOf } from './lanes.ts';
import { closedUp, hasJapanese, isJapanese, spaceFor } from './spacing.ts';
import type { Column, Line, Piece, Row, Run } from './types.ts';

/** A gap this wide, in the size of the letters, parts a line in two pieces: cells, columns, a date at the right edge. */
const WIDE = 1.7;

const top = (run: Run): number => run.base - ASCENT * run.size;
const bottom = (run: Run): number => run.base + (1 - ASCENT) * run.size;

/**
 * Gathers the runs that stand on one level, from the top down, and parts them where a wide gap is. Raised and lowered small
 * letters belong to the line they stand in; what is printed twice to look bold counts once.
 */
export function rowsOf(runs: readonly Run[]): Row[] {
  const levels: Run[][] = [];
  const heights: { top: number; bottom: number; size: number }[] = [];
  for (const run of runs.toSorted((a, b) => a.base - b.base || a.x - b.x)) {
    const at = levelOf(run, levels, heights);
    const level = levels[at];
    const height = heights[at];
    if (!level || !height) {
      levels.push([run]);
      heights.push({ top: top(run), bottom: bottom(run), size: run.size });
    } else {
      level.push(run);
      height.top = Math.min(height.top, top(run));
      height.bottom = Math.max(height.bottom, bottom(run));
      height.size = Math.max(height.size, run.size);
    }
  }
  const sorted = levels.map((level) => withoutOverprint(level.toSorted((a, b) => a.x - b.x)));
  const gutters = guttersOf(sorted);
  const lanes = lanesOf(sorted);
  return withRuby(sorted.map((level, i) => rowOf(level, lanes.length === 0 ? gutters : [...gutters, ...lanes.flatMap(({ from, to, at }) => (i >= from && i < to ? [at] : []))])).toSorted((a, b) => a.base - b.base));
}

/** How many levels above may still take a run. */
const REACH = 4;
/** No line has more pieces; what has is made to break a reader, and goes through without being looked at closely. */
const MOST_COMPARED = 400;

function levelOf(run: Run, levels: readonly Run[][], heights: readonly { top: number; bottom: number; size: number }[]): number {
  for (let i = levels.length - 1; i >= Math.max(0, levels.length - REACH); i -= 1) {
    const level = levels[i];
    const height = heights[i];
    if (!level || !height) break;
    const overlap = Math.min(bottom(run), height.bottom) - Math.max(top(run), height.top);
    if (overlap < 0.5 * Math.min(run.size, height.size)) continue;
    if (level.length > MOST_COMPARED || level.every((other) => Math.abs(other.base - run.base) < run.size * 0.2 || isBeside(other, run))) return i;
  }
  return -1;
}

function isBeside(a: Run, b: Run): boolean {
  return Math.min(a.right, b.right) - Math.max(a.x, b.x) < 0.3 * Math.min(a.right - a.x, b.right - b.x);
}

/** Takes away letters that are printed again a hair's breadth away, in whatever pieces PDF.js gives them. */
function withoutOverprint(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const over = last ? last.right - run.x : 0;
    if (!last || over < 0.4 * run.size || Math.abs(last.size - run.size) > 0.1 * run.size) {
      out.push(run);
      continue;
    }
    const letter = (run.right - run.x) / run.text.length;
    let again = Math.min(run.text.length, last.text.length);
    while (again > 0 && (Math.abs(again * letter - over) > 0.5 * run.size || !last.text.endsWith(run.text.slice(0, again)))) again -= 1;
    if (again < run.text.length) out.push(again === 0 ? run : { ...run, text: run.text.slice(again), x: last.right });
  }
  return out;
}

function rowOf(runs: readonly Run[], gutters: readonly number[]): Row {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isApart = last && (run.x - last.right >= WIDE * Math.min(run.size, last.size) || gutters.some((x) => last.right <= x && run.x >= x));
    if (group && isApart === false) group.push(run);
    else groups.push([run]);
  }
  const pieces = spacedOut(groups) ? [pieceOf(runs, '')] : groups.map((group) => pieceOf(group));
  return rowFrom(pieces);
}

/** The least gap between a label and its text, in the size of the letters. */
const LABEL_GAP = 0.8;

/** The row of pieces that stand on one level. */
export function rowFrom(pieces: Piece[]): Row {
  const main = pieces.reduce((a, b) => (b.size > a.size ? b : a));
  return {
    pieces,
    base: main.base,
    top: Math.min(...pieces.map((piece) => piece.top)),
    bottom: Math.max(...pieces.map((piece) => piece.bottom)),
    size: main.size,
  };
}

/** Small kana right above the letters of a line say how these are read: they stand with that line, not in it. */
function withRuby(rows: Row[]): Row[] {
  return rows.filter((row, i) => {
    const below = rows[i + 1];
    if (!below || row.size > below.size * 0.62 || row.bottom < below.top - 0.4 * below.size) return true;
    const over = row.pieces.every((piece) => /^[ぁ-ゖァ-ヺー　 ]+$/.test(piece.text) && below.pieces.some((other) => piece.x > other.x - piece.size && piece.right < other.right + piece.size));
    if (over) below.ruby = row.pieces;
    return !over;
  });
}

/** 「目　　　次」: single letters with the same wide gap between them all. */
function spacedOut(groups: readonly Run[][]): boolean {
  if (groups.length < 2 || !groups.every((group) => group.length === 1 && group[0]?.text.length === 1 && isJapanese(group[0].text))) return false;
  const gaps = groups.slice(1).map((group, i) => (group[0]?.x ?? 0) - (groups[i]?.[0]?.right ?? 0));
  const size = groups[0]?.[0]?.size ?? 0;
  return Math.max(...gaps) - Math.min(...gaps) < size * 0.4 && Math.max(...gaps) < size * 5;
}

function pieceOf(runs: readonly Run[], between?: string): Piece {
  const filling = fillingOf(runs);
  let text = '';
  let last: Run | undefined;
  let tab: number | undefined;
  let main = runs[0];
  let high = Infinity;
  let low = -Infinity;
  for (const run of runs) {
    if (last) {
      const gap = (run.x - last.right) / Math.max(run.size, last.size);
      if (gap >= LABEL_GAP) tab ??= run.x;
      text += between ?? spaceFor(text, run.text, gap - (filling ?? 0), filling !== null);
    }
    text += run.text;
    high = Math.min(high, top(run));
    low = Math.max(low, bottom(run));
    if (!main || run.size > main.size * 1.05) main = run;
    last = run;
  }
  return { text: closedUp(text.trim()), x: runs[0]?.x ?? 0, right: Math.max(...runs.map((run) => run.right)), base: main?.base ?? 0, top: high, bottom: low, size: main?.size ?? 0, faces: facesOf(runs), ...(tab === undefined ? {} : { tab }), tag: runs.every(({ tag }) => tag === runs[0]?.tag) ? runs[0]?.tag : undefined };
}

/** Letters set one by one that are this many show what is put between all of them to fill the line. */
const LETTERWISE = 8;

/** The usual gap between letters that are set one by one, in their size; null where they are not. */
function fillingOf(runs: readonly Run[]): number | null {
  if (runs.length < LETTERWISE || runs.filter(({ text }) => text.length === 1).length < 0.8 * runs.length) return null;
  const gaps = runs.slice(1).map((run, i) => (run.x - (runs[i]?.right ?? 0)) / run.size);
  return Math.max(0, gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0);
}

/** Digits and signs are often of another font than the letters they stand with. */
function facesOf(runs: readonly Run[]): string[] {
  const japanese = runs.filter(({ text }) => hasJapanese(text));
  return [...new Set((japanese.length > 0 ? japanese : runs).map(({ face }) => face))];
}

/** What stands on one level, as a line of its column. */
export function lineOf({ pieces, base, top, bottom, size, ruby }: Row, column: Column): Line {
  const text = pieces.length === 1 ? pieces[0]?.text ?? '' : closedUp(pieces.map((piece) => piece.text).join('\u3000'));
  const tab = pieces[0]?.tab ?? pieces[1]?.x;
  return { text, x: pieces[0]?.x ?? 0, right: pieces.at(-1)?.right ?? 0, base, top, bottom, size, faces: pieces.length === 1 ? pieces[0]?.faces ?? [] : [...new Set(pieces.flatMap(({ faces }) => faces))], ...(tab === undefined ? {} : { tab }), tag: pieces.every((piece) => piece.tag === pieces[0]?.tag) ? pieces[0]?.tag : undefined, ...column, ...(ruby ? { ruby } : {}) };
}

/** The distance of two lines where too few are there to tell. */
export const USUAL_PITCH = 1.7;

/** The usual distance of a row and the one below it, in their size; null where too few stand below each other. */
export function pitchOf(rows: readonly Row[]): number | null {
  const steps: number[] = [];
  rows.forEach((row, i) => {
    if (row.pieces.length > MOST_COMPARED) return;
    const below = rows.slice(i + 1, i + 1 + REACH).find((other) => other.pieces.some((piece) => row.pieces.some((own) => piece.x < own.right && piece.right > own.x)));
    const step = below ? (below.base - row.base) / row.size : 0;
    if (step > 0.8 && step < 3) steps.push(step);
  });
  // The lower quarter: lines within paragraphs stand closer than paragraphs do.
  return steps.length < 3 ? null : steps.sort((a, b) => a - b)[Math.floor(steps.length / 4)] ?? null;
}
