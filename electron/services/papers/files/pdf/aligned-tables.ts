import { paragraphsIn } from './ruled-tables.ts';
import { rowFrom } from './rows.ts';
import type { Cell, Piece, Row, Table } from './types.ts';

/** Fewer columns are a label and its text, fewer rows a line with wide gaps: both are read as lines. */
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 3;

type Span = { x: number; right: number };

/**
 * Reads the table without ruling lines that begins at a row, if one does: rows of pieces that stand below each other.
 * @param pitch the usual distance of two lines, in their size.
 */
export function alignedTable(rows: readonly Row[], from: number, pitch: number): { table: Table; taken: number } | null {
  const first = rows[from];
  if (!first || first.pieces.length < LEAST_COLUMNS - 1) return null;
  let columns: Span[] = [];
  let taken = 0;
  let full = 0;
  for (let i = from; i < rows.length; i += 1) {
    const row = rows[i];
    const above = rows[i - 1];
    if (!row || (i > from && above && row.top - above.bottom > 2.2 * row.size)) break;
    const grown = withPieces(columns, row.pieces);
    if (grown === null) break;
    // A line on its own belongs to the table where it goes on in a cell: close below, or not in the first column.
    if (row.pieces.length === 1 && above && row.base - above.base > 1.2 * pitch * row.size && (row.pieces[0]?.x ?? 0) < (columns[0]?.right ?? 0)) break;
    columns = grown;
    if (row.pieces.length >= 2) {
      full += 1;
      taken = i - from + 1;
    } else if (above && row.base - above.base <= 1.2 * pitch * row.size) taken = i - from + 1;
  }
  if (columns.length < LEAST_COLUMNS || full < LEAST_ROWS) return null;
  const own = rows.slice(from, from + taken);
  return { table: { kind: 'table', rows: tableRows(own, columns), top: first.top, bottom: own.at(-1)?.bottom ?? first.bottom, xs: [...columns.map((column) => column.x), columns.at(-1)?.right ?? 0] }, taken };
}

/** The columns with a row's pieces in them; null where a piece would join two of them, as a line of text does. */
function withPieces(columns: readonly Span[], pieces: readonly Piece[]): Span[] | null {
  const grown = columns.map((column) => ({ ...column }));
  for (const piece of pieces) {
    const over = grown.filter((column) => Math.min(column.right, piece.right) > Math.max(column.x, piece.x));
    const [column] = over;
    if (over.length > 1) return null;
    if (column) {
      column.x = Math.min(column.x, piece.x);
      column.right = Math.max(column.right, piece.right);
    } else grown.push({ x: piece.x, right: piece.right });
  }
  grown.sort((a, b) => a.x - b.x);
  return grown.every((column, i) => i === 0 || column.x > (grown[i - 1]?.right ?? 0)) ? grown : null;
}

/** A row of the table begins where a cell that was finished gets another line. */
function tableRows(rows: readonly Row[], columns: readonly Span[]): Cell[][] {
  const table: Row[][][] = [];
  for (const row of rows) {
    const cells = columns.map((column) => row.pieces.filter((piece) => piece.x < column.right && piece.right > column.x));
    const open = table.at(-1);
    const goesOn = open && row.pieces.length < columns.length && cells.every((pieces, c) => {
      const above = open[c]?.at(-1)?.pieces.at(-1);
      const column = columns[c];
      return pieces.length === 0 || (above !== undefined && column !== undefined && column.right - above.right < above.size * 1.2);
    });
    if (goesOn) cells.forEach((pieces, c) => { if (pieces.length > 0) open[c]?.push(rowFrom(pieces)); });
    else table.push(cells.map((pieces) => (pieces.length > 0 ? [rowFrom(pieces)] : [])));
  }
  return table.map((cells) => cells.map((own, c) => paragraphsIn(own, columns[c]?.x ?? 0, columns[c]?.right ?? 0)));
}
