import { AppError } from '../../../../contract/errors.ts';
import { type Parts } from './parts.ts';
import { readComments, readShapes } from './sheet-extras.ts';
import { general, showNumber, showText } from './show-value.ts';
import { isOn, richText, type Workbook } from './workbook.ts';

/** More filled cells than this in one sheet are a database, not a paper. */
const MOST_CELLS = 200_000;
/** Empty cells are only kept for the lines around them; beyond this many they tell nothing more. */
const MOST_EMPTY = 100_000;
const MOST_MERGES = 20_000;

/** A cell as shown; `rows` and `columns` are what it covers, more than one where it is merged. */
export type Cell = { row: number; column: number; rows: number; columns: number; text: string; framed: boolean };

export type Sheet = {
  /** Row by row, each from left to right; cells without text only where lines frame them. */
  cells: Cell[];
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  /** Columns of this width or less are squares of a grid to draw pages on (方眼). */
  isSquared: boolean;
  /** Texts of shapes drawn over the sheet, and the row each begins at. */
  shapes: { row: number; text: string }[];
  comments: { cell: string; text: string }[];
  /** What is printed at the head and foot of every page. */
  pageHeads: string[];
};

type Merge = { row: number; column: number; lastRow: number; lastColumn: number };

/**
 * Reads one sheet as its cells are shown.
 * @param tick called now and then, as a sign of life.
 * @throws AppError paper-damaged, paper-unpacks-too-large
 */
export function readSheet(fileName: string, parts: Parts, part: string, workbook: Workbook, tick: () => void): Sheet {
  const cells: Cell[] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const widths = new Map<number, number>();
  const pageHeads: string[] = [];
  const rich = richText();
  let defaultWidth = 8.43;
  let row = -1;
  let column = -1;
  let filled = 0;
  let cell: { type: string; style: number; value: string } | null = null;
  let collecting: 'value' | 'head' | null = null;
  let head = '';

  const finishCell = () => {
    if (!cell) return;
    const { format = 'General', framed = false } = workbook.styles[cell.style] ?? {};
    const text = shown(cell.type, cell.type === 'inlineStr' ? rich.end() : cell.value, format, workbook);
    if (text === '' ? framed && cells.length - filled < MOST_EMPTY : true) cells.push({ row, column, rows: 1, columns: 1, text, framed });
    if (text !== '') filled += 1;
    if (filled > MOST_CELLS) throw new AppError('paper-unpacks-too-large', { file: fileName });
    cell = null;
  };

  parts.read(part, {
    open({ name, attributes }) {
      switch (name) {
        case 'sheetFormatPr':
          defaultWidth = Number(attributes['defaultColWidth'] ?? attributes['baseColWidth'] ?? defaultWidth);
          break;
        case 'col':
          takeColumns(attributes, widths, hiddenColumns);
          break;
        case 'row':
          row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
          column = -1;
          if (row % 500 === 0) tick();
          if (isOn(attributes['hidden'])) hiddenRows.add(row);
          break;
        case 'c': {
          const at = attributes['r'] === undefined ? null : placeOf(attributes['r']);
          if (at) ({ row, column } = at);
          else column += 1;
          cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' };
          rich.begin();
          break;
        }
        case 'v':
          collecting = cell ? 'value' : null;
          break;
        case 'mergeCell': {
          const merge = rangeOf(attributes['ref'] ?? '');
          if (merge && merges.length < MOST_MERGES) merges.push(merge);
          break;
        }
        case 'oddHeader': case 'oddFooter': case 'evenHeader': case 'evenFooter': case 'firstHeader': case 'firstFooter':
          collecting = 'head';
          head = '';
          break;
      }
      rich.open(name);
    },
    text(text) {
      if (collecting === 'value' && cell) cell.value += text;
      else if (collecting === 'head') head += text;
      else rich.text(text);
    },
    close(name) {
      rich.close(name);
      if (name === 'c') finishCell();
      if (collecting === 'head' && /Header$|Footer$/.test(name)) pageHeads.push(...headLines(head));
      if (name === 'v' || /Header$|Footer$/.test(name)) collecting = null;
    },
  });

  const related = [...parts.relations(part).values()];
  return {
    cells: merged(cells, merges), hiddenRows, hiddenColumns, isSquared: isSquared(cells, widths, defaultWidth),
    shapes: related.filter(({ kind }) => kind === 'drawing').flatMap(({ target }) => readShapes(parts, target)),
    comments: related.filter(({ kind }) => kind === 'comments' || kind === 'threadedComment').flatMap(({ target }) => readComments(parts, target)),
    pageHeads: [...new Set(pageHeads)],
  };
}

function shown(type: string, value: string, format: string, { strings, from1904 }: Workbook): string {
  switch (type) {
    case 's': return tidy(showText(strings[Number(value)] ?? '', format));
    case 'inlineStr': case 'str': return tidy(showText(value, format));
    case 'b': return value === '' ? '' : isOn(value) ? 'TRUE' : 'FALSE';
    case 'e': return value;
    case 'd': return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
    default: {
      const number = Number(value);
      if (value.trim() === '') return '';
      if (!Number.isFinite(number)) return value;
      return format === 'General' ? general(number) : showNumber(number, format, from1904).trim();
    }
  }
}

/** Line ends as \n; blank lines and blanks at the ends go, as nothing is seen of them. */
function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(/[ \u3000]+$/gm, '').replace(/^\n+|\n+$/g, '').replace(/\n{2,}/g, '\n');
}

function takeColumns(attributes: Readonly<Record<string, string>>, widths: Map<number, number>, hidden: Set<number>): void {
  const from = Number(attributes['min'] ?? 1) - 1;
  const to = Math.min(Number(attributes['max'] ?? 1), 16_384);
  for (let column = from; column < to; column += 1) {
    if (attributes['width'] !== undefined) widths.set(column, Number(attributes['width']));
    if (isOn(attributes['hidden'])) hidden.add(column);
  }
}

/** 「B3」 → row 2, column 1. */
function placeOf(reference: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/.exec(reference);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

function rangeOf(reference: string): Merge | null {
  const [first, last] = reference.split(':').map(placeOf);
  return first && last ? { ...first, lastRow: last.row, lastColumn: last.column } : null;
}

/** Gives merged cells what they cover; what they cover but do not show goes. */
function merged(cells: readonly Cell[], merges: readonly Merge[]): Cell[] {
  const at = new Map(cells.map((cell) => [cell.row * 16_384 + cell.column, cell]));
  const covered = new Set<Cell>();
  const byRow = Map.groupBy(cells, (cell) => cell.row);
  for (const { row, column, lastRow, lastColumn } of merges) {
    const owner = at.get(row * 16_384 + column);
    if (owner) Object.assign(owner, { rows: lastRow - row + 1, columns: lastColumn - column + 1 });
    const rows = lastRow - row < byRow.size ? Array.from({ length: lastRow - row + 1 }, (_, i) => row + i) : [...byRow.keys()].filter((each) => each >= row && each <= lastRow);
    for (const each of rows) {
      for (const cell of byRow.get(each) ?? []) {
        // Text below a merge is seen nowhere in Excel, but it is in the file: it stays.
        if (cell !== owner && cell.column >= column && cell.column <= lastColumn && cell.text === '') covered.add(cell);
      }
    }
  }
  return cells.filter((cell) => !covered.has(cell)).toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** Most of many used columns are narrower than two full-width characters: the sheet is a page drawn on squares. */
function isSquared(cells: readonly Cell[], widths: ReadonlyMap<number, number>, defaultWidth: number): boolean {
  const last = cells.reduce((most, cell) => Math.max(most, cell.column), 0);
  const used = Array.from({ length: Math.min(last, 400) + 1 }, (_, column) => widths.get(column) ?? defaultWidth);
  return used.length >= 12 && used.filter((width) => width <= 4.5).length >= used.length * 0.7;
}

/** 「&L資料1&C&"ＭＳ 明朝"審議会&R&P/&N」 → the texts of its three parts, without fonts, page numbers and dates. */
function headLines(head: string): string[] {
  return head.split(/&[LCR]/).map((text) => text.replace(/&(?:"[^"]*"|[0-9]+|K[0-9A-F]{6}|[A-Z+-])/g, '').replace(/&&/g, '&').replace(/\s+/g, ' ').trim())
    .filter((text) => /[^\s\d/\-–—()ページ頁.]/.test(text));
}
