import { findGrids, type Grid, type GridCell } from './grid.ts';
import { paragraphsOf, widthOf } from './paragraphs.ts';
import { lineOf, pitchOf, rowsOf, USUAL_PITCH } from './rows.ts';
import type { Cell, Row, Rulings, Run, Table } from './types.ts';

/** How wide the space within a cell's lines can be, in points. */
const WIDEST_PADDING = 9;
/** Cells times pieces of text: a page of small print in a fine grid has a hundredth of this. */
const MOST_COMPARED = 20_000_000;
/** A box for text has more lines than a cell, and stands beside others that are no mere labels. */
const BOX_LINES = 12;
const LABEL_LINES = 5;

/**
 * Takes the tables that ruling lines draw out of the runs of a page.
 * @param afterTable whether the page before ends in a table, which may go on here.
 * @returns the tables from the top down, and the runs outside them.
 */
export function takeRuledTables(runs: readonly Run[], rulings: Rulings, afterTable: boolean): { tables: Table[]; rest: Run[] } {
  const tables: Table[] = [];
  let rest = runs;
  for (const grid of findGrids(rulings)) {
    if (grid.cells.length * rest.length > MOST_COMPARED) continue;
    const [left, right] = [grid.xs[0] ?? 0, grid.xs.at(-1) ?? 0];
    const [top, bottom] = [grid.ys[0] ?? 0, grid.ys.at(-1) ?? 0];
    const inside = (run: Run) => {
      const y = run.base - run.size * 0.38;
      const x = (run.x + run.right) / 2;
      return y > top && y < bottom && x > left && x < right;
    };
    const held = new Map<GridCell, Run[]>();
    const outside: Run[] = [];
    for (const run of rest) {
      const parts = inside(run) ? splitAtWalls(run, grid) : [];
      for (const { cell, run: part } of parts) {
        const own = held.get(cell);
        if (own) own.push(part);
        else held.set(cell, [part]);
      }
      if (parts.length === 0) outside.push(run);
    }
    // A box with text in one of its parts is a table only where a page's end cuts it.
    const isCut = outside.every((run) => run.base < bottom) || (afterTable && outside.every((run) => run.base > top));
    if (held.size < (isCut ? 1 : 2)) continue;
    const rows = new Map([...held].map(([cell, own]) => [cell, rowsOf(own)]));
    if (grid.ys.length === 2 && isLayout([...rows.values()].map((own) => own.length))) continue;
    rest = outside;
    tables.push({ kind: 'table', rows: cellsOf(grid, rows), top, bottom, xs: grid.xs });
  }
  return { tables: tables.toSorted((a, b) => a.top - b.top), rest: [...rest] };
}

/**
 * Boxes side by side that hold whole sections are a way to lay out a page.
 * @param lines of each cell of a table with one row.
 */
export function isLayout(lines: readonly number[]): boolean {
  return lines.some((count) => count > BOX_LINES) && lines.filter((count) => count > LABEL_LINES).length > 1;
}

/** A run as PDF.js gives it may go on over the wall of a cell where only a little space is left at both sides. */
function splitAtWalls(run: Run, grid: Grid): { cell: GridCell; run: Run }[] {
  const y = run.base - run.size * 0.38;
  const row = grid.cells.filter((cell) => cell.top <= y && cell.bottom >= y);
  const at = (x: number) => row.find((cell) => cell.left <= x && cell.right >= x);
  const slack = Math.min(run.size * 0.4, (run.right - run.x) / 2);
  const first = at(run.x + slack);
  const last = at(run.right - slack);
  if (first === last || !first || !last) {
    const cell = at((run.x + run.right) / 2) ?? first ?? last;
    return cell ? [{ cell, run }] : [];
  }
  const widths = Array.from(run.text, widthOf);
  const scale = (run.right - run.x) / widths.reduce((sum, width) => sum + width, 0);
  const parts: { cell: GridCell; run: Run }[] = [];
  let x = run.x;
  for (const [i, letter] of Array.from(run.text).entries()) {
    const right = x + (widths[i] ?? 0) * scale;
    const cell = at((x + right) / 2) ?? first;
    const part = parts.at(-1);
    if (part?.cell === cell) part.run = { ...part.run, text: part.run.text + letter, right };
    else parts.push({ cell, run: { ...run, text: letter, x, right } });
    x = right;
  }
  return parts;
}

function cellsOf(grid: Grid, rows: ReadonlyMap<GridCell, readonly Row[]>): Cell[][] {
  const gaps = [...rows].flatMap(([cell, own]) => own.map((row) => (row.pieces[0]?.x ?? 0) - cell.left));
  const padding = Math.min(WIDEST_PADDING, Math.max(0.5, Math.min(...gaps)));
  const table: Cell[][] = Array.from({ length: grid.ys.length - 1 }, () => Array.from({ length: grid.xs.length - 1 }, (): Cell => []));
  for (const [cell, own] of rows) {
    const row = table[cell.fromRow];
    if (row) row[cell.fromColumn] = paragraphsIn(own, cell.left + padding, cell.right - padding);
  }
  return table.filter((row, r) => row.some((cell) => cell.length > 0) || grid.cells.every((cell) => cell.fromRow !== r));
}

/** The text of a cell by paragraphs; letters one below the other are one word. */
export function paragraphsIn(rows: readonly Row[], left: number, edge: number): Cell {
  const column = { left, edge, pitch: pitchOf(rows) ?? USUAL_PITCH, indent: CELL_INDENT };
  const lines = rows.map((row) => lineOf(row, column));
  if (lines.length > 2 && lines.every((line) => line.text.length === 1)) return [lines];
  return paragraphsOf(lines).map((paragraph) => paragraph.lines);
}

/** In a cell, what stands further in is centred or set from the right. */
const CELL_INDENT = 2;
