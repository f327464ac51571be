import { textOfRuns, type Cell, type Table } from './model.ts';

/** One place of a table's row: a cell that begins here, or the lower part of one that began above. */
export type GridPlace = { cell: Cell; column: number; continues: boolean };

/**
 * Lays the cells of a table out on its columns, as the HTML table model does: a cell takes the first free column, and
 * a rowspan takes its columns in the rows below. Spans that run out of the table are cut at its edge.
 */
export function tableGrid(rows: readonly (readonly Cell[])[]): { columns: number; rows: GridPlace[][] } {
  const taken: GridPlace[][] = rows.map(() => []);
  const isFree = (row: number, column: number) =>
    !taken[row]?.some((place) => place.column <= column && column < place.column + place.cell.colspan);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (!isFree(row, column)) column += 1;
      for (let below = 0; below < cell.rowspan; below += 1) taken[row + below]?.push({ cell, column, continues: below > 0 });
      column += cell.colspan;
    }
  });
  const columns = Math.max(0, ...taken.flat().map((place) => place.column + place.cell.colspan));
  return { columns, rows: taken.map((places) => places.toSorted((a, b) => a.column - b.column)) };
}

/** A table of about this many rows or fewer is not split over pages. */
const WHOLE_UP_TO = 8;

/** Which rows stand on one page with the row below: header rows, rows of one spanning cell, all rows of a small table. */
export function keptWithNext({ rows, headerRows }: Table): boolean[] {
  const grid = tableGrid(rows).rows;
  return grid.map((places, i) => {
    if (i === grid.length - 1) return false;
    const names = places.length === 1 && places[0]?.cell.header === true;
    return grid.length <= WHOLE_UP_TO || i < headerRows || names || grid[i + 1]?.some((place) => place.continues) === true;
  });
}

const NARROWEST = 0.08;

/**
 * Shares the text width among the columns by how much their cells hold: the root of the longest line, so that a long
 * column gets more without starving a short one.
 * @returns shares that add up to 1, one a column.
 */
export function columnShares(rows: readonly (readonly Cell[])[]): number[] {
  const { columns, rows: grid } = tableGrid(rows);
  const longest = Array.from({ length: columns }, () => 2);
  for (const { cell, column } of grid.flat()) {
    if (cell.colspan > 1) continue;
    const length = Math.max(...textOfRuns(cell.runs).split('\n').map((line) => line.length));
    longest[column] = Math.max(longest[column] ?? 2, Math.min(length, 120));
  }
  const weights = longest.map((length) => Math.sqrt(length));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => Math.max(NARROWEST, weight / total));
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => share / sum);
}

/** A table of a header row and rows of text, its columns as wide as `widths` says (shares of any sum) or as they need. */
export function tableOf(rows: Cell[][], options: { caption?: string; headerRows?: number; widths?: readonly number[] } = {}): Table {
  const sum = options.widths?.reduce((all, width) => all + width, 0) ?? 1;
  return {
    kind: 'table',
    caption: options.caption ?? '',
    headerRows: options.headerRows ?? 1,
    widths: options.widths?.map((width) => width / sum) ?? columnShares(rows),
    rows,
  };
}
