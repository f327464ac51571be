import type { Rule, Rulings } from './types.ts';

/** A cell by the lines that bound it: columns and rows from…to, counted over the grid, `to` not included. */
export type GridCell = { left: number; right: number; top: number; bottom: number; fromRow: number; toRow: number; fromColumn: number; toColumn: number };
export type Grid = { xs: number[]; ys: number[]; cells: GridCell[] };

/** Lines whose ends are this near touch. */
const TOUCH = 4;
/** More lines than this are a drawing or made to break a reader. */
const MOST = 3000;

/**
 * Finds the tables that ruling lines draw: lines that touch make a grid, and where a line is missing within it, cells are
 * one. A frame with one cell, and boxes below each other, are no table.
 */
export function findGrids({ across, down }: Rulings): Grid[] {
  if (across.length > MOST || down.length > MOST) return [];
  return touching(across, down).flatMap(({ across: rows, down: columns }) => {
    const grid = gridOf(rows, columns);
    return grid === null ? [] : splitGrid(grid);
  });
}

function touching(across: readonly Rule[], down: readonly Rule[]): Rulings[] {
  const parent = Array.from({ length: across.length + down.length }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while ((parent[at] ?? at) !== at) at = parent[at] ?? at;
    return at;
  };
  across.forEach((row, i) => {
    down.forEach((column, k) => {
      const meets = column.at >= row.from - TOUCH && column.at <= row.to + TOUCH && row.at >= column.from - TOUCH && row.at <= column.to + TOUCH;
      if (meets) parent[root(across.length + k)] = root(i);
    });
  });
  const groups = new Map<number, Rulings>();
  const groupOf = (i: number): Rulings => {
    const key = root(i);
    const group = groups.get(key) ?? { across: [], down: [] };
    groups.set(key, group);
    return group;
  };
  across.forEach((row, i) => groupOf(i).across.push(row));
  down.forEach((column, k) => groupOf(across.length + k).down.push(column));
  return [...groups.values()].filter((group) => group.across.length > 0 && group.down.length > 0);
}

/** Values that are near each other, as one. */
function levels(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) if (out.length === 0 || value - (out.at(-1) ?? 0) > TOUCH) out.push(value);
  return out;
}

/** Where lines run on past the outermost one across them, the table is open at that side. */
function withEnds(values: readonly number[], ends: readonly Rule[]): number[] {
  const first = ends.reduce((least, { from }) => Math.min(least, from), Infinity);
  const last = ends.reduce((most, { to }) => Math.max(most, to), -Infinity);
  const open = [...values];
  if ((values[0] ?? 0) - first > 2 * TOUCH) open.unshift(first);
  if (last - (values.at(-1) ?? 0) > 2 * TOUCH) open.push(last);
  return open;
}

function gridOf(across: readonly Rule[], down: readonly Rule[]): Grid | null {
  const xs = withEnds(levels(down.map(({ at }) => at)), across);
  const ys = withEnds(levels(across.map(({ at }) => at)), down);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows > 20_000) return null;
  const covers = (rules: readonly Rule[], at: number, middle: number) =>
    rules.some((rule) => Math.abs(rule.at - at) <= TOUCH && rule.from <= middle && rule.to >= middle);
  const owner = new Int32Array(columns * rows).map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while ((owner[at] ?? at) !== at) at = owner[at] ?? at;
    return at;
  };
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const here = r * columns + c;
      if (c + 1 < columns && !covers(down, xs[c + 1] ?? 0, ((ys[r] ?? 0) + (ys[r + 1] ?? 0)) / 2)) owner[root(here + 1)] = root(here);
      if (r + 1 < rows && !covers(across, ys[r + 1] ?? 0, ((xs[c] ?? 0) + (xs[c + 1] ?? 0)) / 2)) owner[root(here + columns)] = root(here);
    }
  }
  const cells = new Map<number, GridCell>();
  for (let i = 0; i < owner.length; i += 1) {
    const r = Math.floor(i / columns);
    const c = i % columns;
    const cell = cells.get(root(i)) ?? { left: 0, right: 0, top: 0, bottom: 0, fromRow: r, toRow: r, fromColumn: c, toColumn: c };
    cell.fromRow = Math.min(cell.fromRow, r);
    cell.fromColumn = Math.min(cell.fromColumn, c);
    cell.toRow = Math.max(cell.toRow, r + 1);
    cell.toColumn = Math.max(cell.toColumn, c + 1);
    cells.set(root(i), cell);
  }
  return cells.size < 2 ? null : placedGrid(xs, ys, [...cells.values()]);
}

function placedGrid(xs: number[], ys: number[], cells: readonly GridCell[]): Grid | null {
  const placed = cells.map((cell) => ({ ...cell, left: xs[cell.fromColumn] ?? 0, right: xs[cell.toColumn] ?? 0, top: ys[cell.fromRow] ?? 0, bottom: ys[cell.toRow] ?? 0 }));
  return placed.some((cell) => cell.fromColumn > 0) ? { xs, ys, cells: placed } : null;
}

/** Forms put tables with different columns right below each other: where no column goes on, another table begins. */
function splitGrid(grid: Grid): Grid[] {
  const rows = grid.ys.length - 1;
  const walls = Array.from({ length: rows }, (_, r) => new Set(grid.cells.filter((cell) => cell.fromRow <= r && cell.toRow > r && cell.fromColumn > 0).map((cell) => cell.fromColumn)));
  const cuts = [0];
  for (let r = 1; r < rows; r += 1) {
    const above = walls[r - 1] ?? new Set();
    const below = walls[r] ?? new Set();
    const spanned = grid.cells.some((cell) => cell.fromRow < r && cell.toRow > r);
    if (!spanned && above.size > 0 && below.size > 0 && !isPartOf(above, below) && !isPartOf(below, above)) cuts.push(r);
  }
  return cuts.map((from, i) => ({ from, to: cuts[i + 1] ?? rows })).flatMap(({ from, to }) => {
    const inside = grid.cells.filter((cell) => cell.fromRow >= from && cell.toRow <= to);
    const starts = [...new Set(inside.map((cell) => cell.fromColumn))].sort((a, b) => a - b);
    const column = (at: number) => starts.findLastIndex((start) => start < at) + 1;
    const cells = inside.map((cell) => ({ ...cell, fromRow: cell.fromRow - from, toRow: cell.toRow - from, fromColumn: starts.indexOf(cell.fromColumn), toColumn: column(cell.toColumn) }));
    const xs = [...starts.map((start) => grid.xs[start] ?? 0), grid.xs.at(-1) ?? 0];
    return cells.length < 2 || starts.length < 2 ? [] : [{ xs, ys: grid.ys.slice(from, to + 1), cells }];
  });
}

function isPartOf(part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean {
  return [...part].every((value) => whole.has(value));
}
