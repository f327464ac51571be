import { readMarker } from '../../../../../db/domain/marker.ts';
import { alignedRows } from '../paper-writer.ts';
import type { Cell, Sheet } from './sheet.ts';

/** What stands on a sheet, from top to bottom: lines of text, or a table with a text for each of its cells. */
export type SheetBlock = { kind: 'text'; row: number; lines: TextLine[] } | { kind: 'table'; row: number; rows: string[][] };
/** `indent` counts steps to the right; `full` where the line is about as long as the longest, so that it may go on in the next. */
export type TextLine = { text: string; indent: number; full: boolean };

type SheetRow = { row: number; cells: Cell[] };

/**
 * Tells tables from text. Lines around cells make a table; without any, columns that stand below each other do, unless the
 * sheet is a page drawn on small squares. Blank rows part blocks. A text across a whole table heads what follows, or breaks
 * the table where the columns below are others.
 */
export function blocksOf({ isSquared, hiddenRows }: Pick<Sheet, 'isSquared' | 'hiddenRows'>, cells: readonly Cell[]): SheetBlock[] {
  const starts = indentSteps(cells);
  return bandsOf(cells, hiddenRows).flatMap((band) => {
    const hasFrames = band.some(({ cells: row }) => row.some((cell) => cell.framed));
    const isOpen = !hasFrames && !isSquared && isOpenTable(band);
    const sections: { grid: boolean; rows: SheetRow[] }[] = [];
    band.forEach((row, i) => {
      const grid = hasFrames ? isFramedRow(row, band, i) : isOpen;
      const open = sections.at(-1);
      if (open?.grid === grid) open.rows.push(row);
      else sections.push({ grid, rows: [row] });
    });
    return sections.flatMap(({ grid, rows }) => (grid ? tablesOf(rows, starts) : [textOf(rows, starts)]));
  }).filter((block) => (block.kind === 'table' ? block.rows.length : block.lines.length) > 0);
}

/** Rows without a blank row between them; a merged cell or a framed one fills its rows though it shows nothing there. */
function bandsOf(cells: readonly Cell[], hiddenRows: ReadonlySet<number>): SheetRow[][] {
  const rows = [...Map.groupBy(cells, (cell) => cell.row)].map(([row, own]) => ({ row, cells: own }));
  const bands: SheetRow[][] = [];
  let covered = -1;
  for (const row of rows) {
    const band = bands.at(-1);
    while (hiddenRows.has(covered + 1)) covered += 1;
    if (band && row.row <= covered + 1) band.push(row);
    else bands.push([row]);
    covered = row.cells.reduce((most, cell) => Math.max(most, cell.row + Math.min(cell.rows, 5000) - 1), covered);
  }
  return bands.map((band) => trimmed(band)).filter((band) => band.length > 0);
}

/** Without the empty framed rows below the last text. */
function trimmed(band: readonly SheetRow[]): SheetRow[] {
  const hasText = ({ cells }: SheetRow) => cells.some((cell) => cell.text !== '');
  return band.slice(0, band.findLastIndex(hasText) + 1);
}

/** Two framed cells make a row of a table, and so does whatever stands beside a framed cell merged from above. */
function isFramedRow({ row, cells }: SheetRow, band: readonly SheetRow[], at: number): boolean {
  const framed = cells.filter((cell) => cell.framed).length;
  if (framed >= 2) return true;
  for (let i = at - 1; i >= 0 && i >= at - 60; i -= 1) {
    if (band[i]?.cells.some((cell) => cell.framed && cell.row + cell.rows > row)) return true;
  }
  if (framed === 0) return false;
  // A lone framed cell between rows of a table is a heading within it.
  return isGridRow(band[at - 1]) && isGridRow(band[at + 1]);
}

function isGridRow(row: SheetRow | undefined): boolean {
  return (row?.cells.filter((cell) => cell.framed).length ?? 0) >= 2;
}

/** A table without lines: two rows at least, most with several cells, and in few columns. */
function isOpenTable(band: readonly SheetRow[]): boolean {
  const wide = band.filter(({ cells }) => cells.length >= 2);
  if (wide.length < 2 || wide.length < band.length * 0.6) return false;
  const marked = wide.filter(({ cells: [first] }) => first !== undefined && isMarkerAlone(first.text));
  if (marked.length === wide.length && wide.every(({ cells }) => cells.length === 2)) return false;
  const columns = new Set(wide.flatMap(({ cells }) => cells.map((cell) => cell.column)));
  const most = wide.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return columns.size <= most + 2;
}

/** Rows of a table, broken where a text across it begins a part of its own. */
function tablesOf(rows: readonly SheetRow[], starts: ReadonlyMap<number, number>): SheetBlock[] {
  const blocks: SheetBlock[] = [];
  let table: SheetRow[] = [];
  /** Where the columns of the rows so far begin, and the row that their merged cells reach to. */
  let shapes = new Set<string>();
  let reach = 0;
  const flush = () => {
    if (table.length > 0) blocks.push({ kind: 'table', row: table[0]?.row ?? 0, rows: gridOf(table) });
    table = [];
    shapes = new Set();
  };
  rows.forEach((row, i) => {
    const [only] = row.cells;
    const isAcross = only !== undefined && only.text !== '' && row.cells.length === 1 && reach <= row.row;
    if (isAcross && breaksTable(only, shapes, rows[i + 1])) {
      flush();
      blocks.push(textOf([row], starts));
      return;
    }
    table.push(row);
    shapes.add(shapeOf(row));
    reach = row.cells.reduce((most, cell) => Math.max(most, cell.row + cell.rows), reach);
  });
  flush();
  return blocks;
}

/** A text across a table: at its top, a section of its own by its form or length, or between rows of other columns. */
function breaksTable({ text }: Cell, above: ReadonlySet<string>, below: SheetRow | undefined): boolean {
  if (above.size === 0 || /^[【〔《〈■◆●◎※]|\n|。$/.test(text) || text.length > 40) return true;
  return below === undefined || !above.has(shapeOf(below));
}

const shapeOf = ({ cells }: SheetRow): string => cells.map((cell) => cell.column).join();

/** Texts by row and column; columns in which nothing begins are left out, as merged cells cover them. */
function gridOf(rows: readonly SheetRow[]): string[][] {
  return alignedRows(rows.map(({ cells }) => new Map(cells.map((cell) => [cell.column, cell.text]))));
}

function textOf(rows: readonly SheetRow[], starts: ReadonlyMap<number, number>): SheetBlock {
  const lines = rows.flatMap(({ cells }) => {
    const filled = cells.filter((cell) => cell.text.trim() !== '');
    if (filled.length === 0) return [];
    const indent = starts.get(filled[0]?.column ?? 0) ?? 0;
    return besides(filled).split('\n').map((text) => ({ text, indent, full: false }));
  });
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  return { kind: 'text', row: rows[0]?.row ?? 0, lines: lines.map((line) => ({ ...line, full: line.text.length >= longest * 0.8 && longest >= 20 })) };
}

/** Cells of one row as a line: a marker stands close to its text, columns stand apart. */
function besides(cells: readonly Cell[]): string {
  let line = '';
  cells.forEach(({ text }, i) => {
    const before = cells[i - 1]?.text ?? '';
    line += i === 0 ? text : isMarkerAlone(before) ? ` ${text}` : `\u3000\u3000${text}`;
  });
  return line;
}

function isMarkerAlone(text: string): boolean {
  const marker = readMarker(`${text} x`);
  return /^[・○●◎◆◇■□※]$/.test(text) || (marker?.rest === 'x' && marker.label === undefined && text.length <= 6);
}

/** How far to the right each column begins, counted in the columns where lines begin. */
function indentSteps(cells: readonly Cell[]): Map<number, number> {
  const first = new Map<number, number>();
  for (const { row, column, text } of cells) if (text !== '') first.set(row, Math.min(first.get(row) ?? Infinity, column));
  const columns = [...new Set(first.values())].toSorted((a, b) => a - b);
  return new Map(columns.map((column, i) => [column, Math.min(i, 8)]));
}
