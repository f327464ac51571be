import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.js';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { turned } from './turn.ts';
import type { Dot, Drawing, Rule, Rulings, Turn } from './types.ts';

/** A filled shape narrower than this, in points, is drawn as a line. */
const THIN = 3;
/** Pieces of one line that are this near are one. */
const NEAR = 2.5;

type Matrix = readonly [number, number, number, number, number, number];
type Page = { width: number; height: number; transform: readonly number[] };

const STROKES = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const FILLS = new Set([OPS.fill, OPS.eoFill]);

/** The marks of a list, in points, both ways about as wide; browsers draw a circle in sixteen arcs at most. */
const DOT = { least: 2, most: 7, uneven: 0.5, steps: 20 };

/**
 * Reads what is drawn on a page: its ruling lines (straight strokes, frames and thin filled boxes) and dots, as browsers draw
 * the marks of a list.
 * @param turn how the page is turned (turn.ts); both are given on the turned page.
 */
export function readDrawing({ fnArray, argsArray }: PDFOperatorList, page: Page, turn: Turn): Drawing {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page.transform;
  let matrix: Matrix = [a, b, c, d, e, f];
  const saved: Matrix[] = [];
  const rulings: Rulings = { across: [], down: [] };
  const dots: Dot[] = [];
  for (let i = 0; i < fnArray.length; i += 1) {
    const fn = fnArray[i];
    // What each operator is given is PDF.js's own affair: its types say any.
    const args: unknown = argsArray[i];
    if (fn === OPS.save || fn === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (fn === OPS.transform) matrix = times(matrix, numbersOf(args));
    else if (fn === OPS.paintFormXObjectBegin && Array.isArray(args)) matrix = times(matrix, numbersOf(args[0]));
    else if (fn === OPS.constructPath && Array.isArray(args)) drawPath(args, matrix, page, turn, rulings, dots);
  }
  return { rulings: { across: merged(rulings.across), down: merged(rulings.down) }, dots };
}

function numbersOf(value: unknown): readonly number[] {
  if (value instanceof Float32Array || value instanceof Float64Array) return [...value];
  return Array.isArray(value) && value.every((n) => typeof n === 'number') ? value : [];
}

function times([a, b, c, d, e, f]: Matrix, by: readonly number[]): Matrix {
  const [ga, gb, gc, gd, ge, gf] = by;
  if (ga === undefined || gb === undefined || gc === undefined || gd === undefined || ge === undefined || gf === undefined) return [a, b, c, d, e, f];
  return [a * ga + c * gb, b * ga + d * gb, a * gc + c * gd, b * gc + d * gd, a * ge + c * gf + e, b * ge + d * gf + f];
}

/** The steps of a path as PDF.js writes them: a number for the step, then its points. */
const STEP = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

function drawPath(args: readonly unknown[], matrix: Matrix, page: Page, turn: Turn, rulings: Rulings, dots: Dot[]): void {
  const fn = typeof args[0] === 'number' ? args[0] : -1;
  const stroked = STROKES.has(fn);
  if (!stroked && !FILLS.has(fn)) return;
  const path: unknown = Array.isArray(args[1]) ? args[1][0] : null;
  if (!(path instanceof Float32Array)) return;
  const [a, b, c, d, e, f] = matrix;
  const at = (i: number): [number, number] => {
    const x = path[i] ?? 0;
    const y = path[i + 1] ?? 0;
    return turned(turn, page, a * x + c * y + e, b * x + d * y + f);
  };
  let shape: [number, number][] = [];
  const finish = (closed: boolean) => {
    addDot(shape, dots);
    if (stroked) addEdges(shape, closed, rulings);
    else addThin(shape, rulings);
    shape = [];
  };
  for (let i = 0; i < path.length; ) {
    const step = path[i];
    if (step === STEP.moveTo) {
      if (shape.length > 1) finish(false);
      shape = [at(i + 1)];
      i += 3;
    } else if (step === STEP.lineTo) {
      shape.push(at(i + 1));
      i += 3;
    } else if (step === STEP.closePath) {
      finish(true);
      i += 1;
    } else {
      // A round corner goes straight here; whatever else is curved is no frame.
      const points = step === STEP.curveTo ? 6 : 4;
      shape.push(at(i + points - 1));
      i += points + 1;
    }
  }
  if (shape.length > 1) finish(false);
}

function addDot(shape: readonly [number, number][], dots: Dot[]): void {
  if (shape.length < 4 || shape.length > DOT.steps) return;
  const xs = shape.map(([x]) => x);
  const ys = shape.map(([, y]) => y);
  const [x, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (right - x >= DOT.least && right - x <= DOT.most && Math.abs(right - x - (bottom - top)) < DOT.uneven) dots.push({ x, right, middle: (top + bottom) / 2 });
}

function addEdges(shape: readonly [number, number][], closed: boolean, rulings: Rulings): void {
  shape.forEach(([x0, y0], i) => {
    const next = shape[i + 1] ?? (closed ? shape[0] : undefined);
    if (next) addEdge(x0, y0, next[0], next[1], rulings);
  });
}

function addEdge(x0: number, y0: number, x1: number, y1: number, { across, down }: Rulings): void {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (height < 1 && width > 2) across.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  else if (width < 1 && height > 2) down.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
}

function addThin(shape: readonly [number, number][], { across, down }: Rulings): void {
  if (shape.length < 2 || shape.length > 6) return;
  const xs = shape.map(([x]) => x);
  const ys = shape.map(([, y]) => y);
  const [left, right, high, low] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (low - high < THIN && right - left > low - high) across.push({ at: (high + low) / 2, from: left, to: right });
  else if (right - left < THIN) down.push({ at: (left + right) / 2, from: high, to: low });
}

/** Puts the pieces of each line together, dashes too, and two lines side by side. */
function merged(rules: readonly Rule[]): Rule[] {
  const out: Rule[] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    let same: Rule | undefined;
    for (let i = out.length - 1; i >= 0 && !same; i -= 1) {
      const other = out[i];
      if (!other || rule.at - other.at > NEAR) break;
      if (rule.from <= other.to + NEAR && rule.to >= other.from - NEAR) same = other;
    }
    if (same) {
      same.from = Math.min(same.from, rule.from);
      same.to = Math.max(same.to, rule.to);
    } else out.push({ ...rule });
  }
  return out;
}
