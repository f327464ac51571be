import { cutter, type KeyedRange, type PaperLine } from './paper-lines.ts';
import { undressed } from './paper-dressing.ts';

export type SheetLine = PaperLine & {
  kind: 'line';
  /** Depth of a heading by the number of its #; 0: not a heading. */
  level: number;
  /** A new page of the paper begins here. */
  page: boolean;
};
export type SheetCell = Pick<PaperLine, 'pieces' | 'begins'> & { start: number; end: number; header: boolean; colSpan: number; rowSpan: number };
export type SheetTable = { kind: 'table'; number: number; start: number; page: boolean; rows: { number: number; cells: SheetCell[] }[] };
export type SheetBlock = SheetLine | SheetTable;

type Line = { number: number; start: number; end: number };

/** A column or row span beyond any printed table is a mistake or malice. */
const WIDEST_SPAN = 200;

/**
 * A paper in Markdown form as it is to look at: headings without their #, tables as tables, dressing taken off. Every
 * block, cell and piece keeps its place in the text; nothing but dressing is left out.
 * @param text the paper's text with \n line ends. @param ranges passages, by which text is cut (see paperLines).
 */
export function paperBlocks(text: string, ranges: readonly KeyedRange[]): SheetBlock[] {
  const lines = linesOf(text);
  const cut = cutter(ranges);
  const blocks: SheetBlock[] = [];
  let page = false;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (!line) break;
    const raw = text.slice(line.start, line.end);
    page ||= raw.includes('\f');
    const table = htmlTable(text, lines, i) ?? pipeTable(text, lines, i);
    if (table) {
      const rows = table.rows.map(({ number, cells }) => ({ number, cells: cells.map(({ start, end, ...cell }) => ({ ...cell, start, end, ...cut(start, end, undressed(text, start, end)) })) }));
      blocks.push({ kind: 'table', number: line.number, start: line.start, page, rows });
      i += table.taken;
    } else {
      const lead = /^[\f\s]*(?:>[ \t]*)*(#{1,6})(?:[ \t\u3000]+|(?=[^\s#]))/.exec(raw);
      const skip = lead ? lead[0].length : raw.startsWith('\f') ? 1 : 0;
      blocks.push({ kind: 'line', number: line.number, start: line.start, page, level: lead?.[1]?.length ?? 0, ...cut(line.start, line.end, undressed(text, line.start + skip, line.end)) });
      i += 1;
    }
    page = false;
  }
  return blocks;
}

/** Whether a paper looks other than its text: it has dressing, headings, tables or pages. */
export function isDressed(text: string): boolean {
  return /^[ \t]*#{1,6}[ \t\u3000]|\f|\*\*|<\/?(?:table|tr|td|th|br|p|ins|del|b|strong|sup|sub|rt)\b|<!--|^\s*\|.*\|\s*$|\\[!-/:-@[-`{-~]|&(?:nbsp|amp|lt|gt);/im.test(text);
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line, index) => {
    const place = { number: index + 1, start, end: start + line.length };
    start = place.end + 1;
    return place;
  });
}

type Cell = { start: number; end: number; header: boolean; colSpan: number; rowSpan: number };
type Table = { rows: { number: number; cells: Cell[] }[]; taken: number };

const PIPE_ROW = /^[\f\s]*\|.*\|\s*$/;
const PIPE_RULE = /^[\s|:+-]*-[\s|:+-]*$/;

/** Lines with a bar at both ends; a line of dashes below the first makes that one a header, and one further down begins another table. */
function pipeTable(text: string, lines: readonly Line[], from: number): Table | null {
  const raws: string[] = [];
  for (let i = from; i < lines.length; i += 1) {
    const line = lines[i];
    const raw = line ? text.slice(line.start, line.end) : '';
    if (!PIPE_ROW.test(raw) || (i > from && raw.includes('\f')) || (i > from + 1 && PIPE_RULE.test(raw))) break;
    raws.push(raw);
  }
  if (raws.length === 0) return null;
  const hasHeader = PIPE_RULE.test(raws[1] ?? '');
  const rows = raws.flatMap((raw, i) => {
    const line = lines[from + i];
    if (!line || PIPE_RULE.test(raw)) return [];
    const bars = [...raw.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
    const cells = bars.slice(0, -1).map((bar, k) => ({ ...trimmed(text, line.start + bar + 1, line.start + (bars[k + 1] ?? raw.length)), header: hasHeader && i === 0, colSpan: 1, rowSpan: 1 }));
    return [{ number: line.number, cells }];
  });
  return { rows, taken: raws.length };
}

/** <table>…</table> that begins a line; one that is never closed is left as text. */
function htmlTable(text: string, lines: readonly Line[], from: number): Table | null {
  const first = lines[from];
  if (!first || !/^[\f\s]*<table\b/i.test(text.slice(first.start, first.end))) return null;
  const rows: Table['rows'] = [];
  let cell: Cell | null = null;
  let line = from;
  let depth = 0;
  const tags = /<(\/?)(table|tr|td|th)\b([^<>]{0,400})>/gi;
  tags.lastIndex = first.start;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    const [whole, slash, name = '', attributes = ''] = tag;
    const closing = slash === '/';
    const kind = name.toLowerCase();
    while ((lines[line]?.end ?? Infinity) < tag.index) line += 1;
    if (kind === 'table') depth += closing ? -1 : 1;
    // a table within a cell is text of the cell
    if (depth > 1 || (depth === 1 && kind === 'table')) continue;
    if (cell) {
      Object.assign(cell, trimmed(text, cell.start, tag.index));
      cell = null;
    }
    if (depth === 0) {
      while ((lines[line]?.end ?? Infinity) < tags.lastIndex) line += 1;
      return { rows: rows.filter((row) => row.cells.length > 0), taken: line - from + 1 };
    }
    if (closing) continue;
    if (kind === 'tr' || rows.length === 0) rows.push({ number: lines[line]?.number ?? 0, cells: [] });
    if (kind === 'tr') continue;
    cell = { start: tag.index + whole.length, end: tags.lastIndex, header: kind === 'th', colSpan: spanOf(attributes, 'colspan'), rowSpan: spanOf(attributes, 'rowspan') };
    rows.at(-1)?.cells.push(cell);
  }
  return null;
}

function spanOf(attributes: string, name: string): number {
  const written = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1];
  return Math.min(WIDEST_SPAN, Math.max(1, Number(written ?? 1)));
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const body = text.slice(start, end);
  const lead = body.length - body.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, end - (body.length - body.trimEnd().length)) };
}
