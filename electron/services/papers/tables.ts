import type { SourceRange } from '../../contract/recognised.ts';
import { isFinished, openBrackets } from './joining.ts';
import { undress, type Line, type Span } from './lines.ts';
import { readMarker } from '../../../db/domain/marker.ts';

/** A table: rows of cells; a cell left empty has an empty text. A table split by a page has a range for each part. `unit`: of all its figures, told above it. `tabbed`: lines whose parts tabs set off. */
export type Table = { rows: Row[]; ranges: { start: number; end: number }[]; unit?: string; tabbed?: true };
/** `places`: of a row whose cells do not stand side by side in the paper. */
export type Row = { cells: Span[]; start: number; end: number; places?: readonly SourceRange[] };

/** Where a table stands, as the things read from it carry it. */
export function sourceOf({ ranges }: Table): { source: SourceRange } {
  return { source: { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 } };
}

/** The places of what is read from several rows, with one more: rows right below each other are one place. */
export function withRow(ranges: readonly SourceRange[] | undefined, { start, end, places }: Row): SourceRange[] {
  if (places !== undefined) return [...(ranges ?? []), ...places];
  const last = ranges?.at(-1);
  const isNext = last !== undefined && start >= last.start && start - last.end < ROW_GAP;
  return isNext ? [...(ranges ?? []).slice(0, -1), { start: last.start, end: Math.max(last.end, end) }] : [...(ranges ?? []), { start, end }];
}

/** What stands between two rows that follow each other: a line end and a frame. */
const ROW_GAP = 8;

/** A header cell as its column is known by. */
export function nameOf(cell: Span | undefined): string {
  return cell ? cell.text.normalize('NFKC').replace(/\s/g, '') : '';
}

/**
 * Reads the table that starts at a line, if one does: tab-separated lines, pipes, or HTML rows.
 * @returns the table and how many lines it took, or null.
 */
export function readTable(lines: readonly Line[], from: number, text: string): { table: Table; taken: number } | null {
  const first = lines[from];
  if (!first) return null;
  if (/^<t(?:able|r|head|body|d|h)\b/i.test(first.raw.trim())) return readHtml(lines, from, text);
  const drawn = isPipeRow(first) ? isPipeRow : isTabRow(first, lines[from + 1]) ? isTabLine : null;
  if (drawn === null) return null;
  const rows: Row[] = [];
  const isRuled = drawn === isPipeRow && isRuledBetween(lines, from);
  let taken = 0;
  for (; from + taken < lines.length; taken += 1) {
    const line = lines[from + taken];
    const above = rows.at(-1);
    if (line && above && drawn === isTabLine && isRestOfCell(above.cells.at(-1), line)) {
      rows[rows.length - 1] = longer(above, line);
      continue;
    }
    const rest = line && above && drawn === isTabLine ? restOfCell(above, line) : null;
    if (rest !== null) {
      rows[rows.length - 1] = rest;
      continue;
    }
    if (!line || !drawn(line)) break;
    // Below a blank line, a row of another width begins a table of its own.
    if (taken > 0 && line.gap > 0 && drawn === isPipeRow && isDelimiter(lines[from + taken + 1]) && (barsIn(line) !== barsIn(first) || beginsAnew(line, first))) break;
    // A rule on top, below a blank line, opens the next of two tables that stand right below each other.
    if (taken > 0 && line.gap > 0 && drawn === isPipeRow && isDelimiter(line)) break;
    // A blank line ends a tab table, unless the next row leaves its label empty and so goes on with the cell above.
    if (taken > 0 && line.gap > 0 && drawn === isTabLine && !line.raw.startsWith('\t') && !isOverPage(line, first, above)) break;
    const row = drawn === isPipeRow ? pipeRow(line) : tabRow(line);
    if (row && above && isRuled && line.gap === 0 && above.cells.length === row.cells.length) rows[rows.length - 1] = grown(above, row);
    else if (row) rows.push(row);
  }
  const [top] = rows;
  const last = lines[from + taken - 1];
  if (!top || !last) return null;
  return { table: { rows, ranges: [{ start: first.start, end: last.end }], ...(drawn === isTabLine ? { tabbed: true } : {}) }, taken };
}

/** Right below a page number, a row as wide as the one above goes on with its table, unless the table begins anew there. */
function isOverPage(line: Line, first: Line, above: Row | undefined): boolean {
  return line.afterPage && line.gap === 1 && tabRow(line).cells.length === above?.cells.length && line.text !== first.text;
}

/** A line without a tab closes the bracket that the last cell above left open. */
function isRestOfCell(cell: Span | undefined, line: Line): boolean {
  if (!cell || line.gap > 0 || line.hash > 0 || line.bullet || line.raw.includes('\t')) return false;
  const open = openBrackets(cell.text);
  return open > 0 && openBrackets(line.text, open) < open;
}

/** A full line of a cell, broken in the midst of a sentence, goes on below it in a row that has no other cell. */
function restOfCell(above: Row, line: Line): Row | null {
  if (line.gap > 0 || !line.raw.startsWith('\t')) return null;
  const { cells } = tabRow(line);
  const at = cells.findIndex((cell) => cell.text !== '');
  const [cell, more] = [above.cells[at], cells[at]];
  if (!cell || !more || cells.some((other, i) => i !== at && other.text !== '') || above.cells.some((other, i) => i > at && other.text !== '')) return null;
  if (cell.text.length < FULL_LINE || isFinished(cell.text) || readMarker(more.text) !== null) return null;
  return { ...above, end: line.end, cells: above.cells.map((each) => (each === cell ? appended(cell, more) : each)) };
}

const FULL_LINE = 30;

/** Two stretches of the paper as one text. */
function appended(cell: Span, more: Span): Span {
  const place = (span: Span) => span.map ?? Int32Array.from({ length: span.text.length }, (_, at) => span.start + at);
  return { text: cell.text + more.text, start: cell.start, end: more.end, map: Int32Array.from([...place(cell), ...place(more)]) };
}

function longer(row: Row, line: Line): Row {
  const cell = row.cells.at(-1);
  return cell ? { ...row, end: line.end, cells: [...row.cells.slice(0, -1), appended(cell, line)] } : row;
}

/** Below the header, rules stand between the rows of a table drawn with lines, so that a line without one goes on with the row above. */
function isRuledBetween(lines: readonly Line[], from: number): boolean {
  const end = lines.findIndex((line, i) => i > from && !isPipeRow(line));
  const rows = lines.slice(from + 1, end < 0 ? lines.length : end);
  return /^[│┃]/.test(lines[from]?.raw.trim() ?? '') && rows.filter((line) => line.gap > 0).length >= 2;
}

/** A row with its next line: a cell goes on where it broke, and a mark begins a line of its own. */
function grown(above: Row, row: Row): Row {
  const cells = above.cells.map((cell, i): Span => {
    const more = row.cells[i];
    if (!more || more.text === '') return cell;
    if (cell.text === '') return more;
    const place = (span: Span) => span.map ?? Int32Array.from({ length: span.text.length }, (_, at) => span.start + at);
    const gap = readMarker(more.text) === null && !/^第[0-9０-９]+回/.test(more.text) ? '' : '\n';
    return { text: cell.text + gap + more.text, start: cell.start, end: more.end, map: Int32Array.from([...place(cell), ...(gap === '' ? [] : [cell.end]), ...place(more)]) };
  });
  return { cells, start: above.start, end: row.end };
}

/** Bars at both ends, or two at least between cells. */
function isPipeRow(line: Line): boolean {
  const row = line.raw.trim();
  return /^[|│┃].*[|│┃]$/.test(row) || (line.hash === 0 && barsIn(line) >= 2 && !/^[|│┃]/.test(row));
}

const barsIn = (line: Line): number => line.raw.match(/(?<!\\)[|│┃]/g)?.length ?? 0;

/** 「| 指標名 | 利用者数 |」 below 「| 指標名 | 貸出冊数 |」: the same label with another value. */
function beginsAnew(line: Line, first: Line): boolean {
  const textsOf = (row: Line): string[] => pipeRow(row)?.cells.map(({ text }) => text) ?? [];
  const [label, value, ...more] = textsOf(line);
  const [known, other] = textsOf(first);
  return more.length === 0 && label !== '' && label === known && value !== other;
}

/** | --- | --- | */
const isDelimiter = (line: Line | undefined): boolean => line !== undefined && /^[\s|:+-]+$/.test(line.raw);

function pipeRow(line: Line): Row | null {
  const lead = line.raw.length - line.raw.trimStart().length;
  const from = line.start - lead;
  const body = line.raw;
  if (isDelimiter(line)) return null;
  const bars = [...body.matchAll(/(?<!\\)[|│┃]/g)].map((m) => m.index);
  const edges = [...(/^[|│┃]/.test(body.trimStart()) ? [] : [-1]), ...bars, ...(/[|│┃]$/.test(body.trimEnd()) && /^[|│┃]/.test(body.trimStart()) ? [] : [body.length])];
  const cells = edges.slice(1).map((edge, i) => {
    const begin = (edges[i] ?? 0) + 1;
    return undress(body.slice(begin, edge), from + begin, '\n');
  });
  return { cells, start: line.start, end: line.end };
}

function isTabLine(line: Line): boolean {
  return line.hash === 0 && line.raw.trimEnd().includes('\t') || /^[^\t]+\t+$/.test(line.raw);
}

/** A lone marker and its text (①⇥…) or an indent is no table; a title cell alone is one when rows follow. */
function isTabRow(line: Line, next: Line | undefined): boolean {
  if (!isTabLine(line)) return false;
  const cells = line.raw.split('\t').map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (cells.length < 2) return next !== undefined && next.gap === 0 && isTabLine(next) && /\S\t/.test(line.raw);
  if (line.raw.startsWith('\t') && cells.length < 2) return false;
  const [label = ''] = cells;
  const marker = readMarker(`${label} x`);
  const markerOnly = (marker?.rest === 'x' && marker.label === undefined) || line.bullet;
  return !(markerOnly && cells.length === 2);
}

function tabRow(line: Line): Row {
  // Trailing tabs are empty cells too; the raw line keeps them.
  const lineStart = line.start - (/^[\s\u3000]*/.exec(line.raw)?.[0].length ?? 0);
  const cells: Span[] = [];
  let at = 0;
  for (const part of line.raw.split('\t')) {
    cells.push(undress(part, lineStart + at, '\n'));
    at += part.length + 1;
  }
  return { cells, start: line.start, end: line.end };
}

function readHtml(lines: readonly Line[], from: number, text: string): { table: Table; taken: number } | null {
  const first = lines[from];
  if (!first) return null;
  const close = /<\/table>/i;
  let taken = 0;
  for (; from + taken < lines.length; taken += 1) {
    if (close.test(lines[from + taken]?.raw ?? '')) {
      taken += 1;
      break;
    }
  }
  const last = lines[from + taken - 1];
  if (!last) return null;
  const body = text.slice(first.start, last.end);
  const rows: Row[] = [];
  /** Column → how many rows below still belong to the cell above. */
  const held = new Map<number, number>();
  for (const row of body.matchAll(/<tr\b[^<>]*>([\s\S]*?)(?=<\/tr>|<tr\b|<\/table>|$)/gi)) {
    const begin = first.start + row.index;
    const cells: Span[] = [];
    const skipHeld = () => {
      for (let left = held.get(cells.length) ?? 0; left > 0; left = held.get(cells.length) ?? 0) {
        held.set(cells.length, left - 1);
        cells.push(emptyAt(begin));
      }
    };
    const printed = [...row[0].matchAll(/<t[dh]\b([^<>]*)>([\s\S]*?)(?=<\/t[dh]>|<t[dh]\b|<\/tr>|$)/gi)];
    for (const cell of printed) {
      const [whole, attributes = '', inner = ''] = cell;
      const at = begin + cell.index + whole.length;
      skipHeld();
      const [wide, deep] = [spanIn(attributes, 'col'), spanIn(attributes, 'row')];
      for (let i = 0; i < wide; i += 1) {
        if (deep > 1) held.set(cells.length, deep - 1);
        cells.push(i === 0 ? undress(inner, at - inner.length, '\n') : emptyAt(at));
      }
    }
    if (printed.length === 0) continue;
    skipHeld();
    rows.push({ cells, start: begin, end: begin + row[0].length });
  }
  return { table: { rows, ranges: [{ start: first.start, end: last.end }] }, taken };
}

const emptyAt = (at: number): Span => ({ text: '', start: at, end: at });

/** No cell of a paper takes more columns or rows, and a page cannot make a table grow without end. */
const WIDEST = 40;

/** rowspan="2": a cell that belongs to more columns or rows than one stands in the first of them. */
function spanIn(attributes: string, along: 'row' | 'col'): number {
  const found = new RegExp(`${along}span[ ]*=[ ]*["']?([0-9]{1,3})`, 'i').exec(attributes)?.[1];
  return Math.min(Math.max(Number(found ?? 1), 1), WIDEST);
}
