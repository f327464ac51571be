import type { SourceRange } from '../../../contract/recognised.ts';

/** What undress() would take for dressing, and what a line's beginning would be taken for. */
const DRESSING = /\*\*|__|<(?=[a-z!/])|&(?=(?:nbsp|amp|lt|gt|quot);)/gi;
const LINE_START = /^([\s\u3000]*)(#{1,6}|[-*+](?=[ \t])|>)/;

/** A text of the paper as it stands within a line: what looks like dressing is escaped. */
export function plain(text: string): string {
  return text.replace(DRESSING, (sign) => (sign === '&' ? '&amp;' : sign.replace(/./g, '\\$&')));
}

/** The same for a text that begins a line. */
export function plainLine(text: string): string {
  const line = plain(text).replace(LINE_START, '$1\\$2');
  return line.includes('|') ? line.replaceAll('|', '\\|') : line;
}

/** A row of a table. A cell's line ends become <br>. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(cellText).join(' | ')} |`;
}

function cellText(text: string): string {
  // A row of nothing but dashes would be taken for the rule below a header.
  if (/^[-+:]+$/.test(text)) return `\\${text}`;
  return plain(text).replaceAll('|', '\\|').replace(/\s*\n\s*/g, '<br>');
}

/** Beyond so many cells a table is too sparse to be drawn with its empty ones. */
const MOST_CELLS = 2_000_000;

/**
 * Texts by their columns, row by row, as rows of the same length; rows and columns without any text are left out.
 * @param rows texts by column number
 */
export function alignedRows(rows: readonly ReadonlyMap<number, string>[]): string[][] {
  const filled = rows.map((row) => new Map([...row].filter(([, text]) => text !== ''))).filter((row) => row.size > 0);
  const columns = [...new Set(filled.flatMap((row) => [...row.keys()]))].toSorted((a, b) => a - b);
  if (filled.length * columns.length > MOST_CELLS) return filled.map((row) => [...row.values()]);
  return filled.map((row) => columns.map((column) => row.get(column) ?? ''));
}

/** Puts a paper's text together, knowing which of it is page furniture. */
export class PaperWriter {
  private readonly pieces: string[] = [];
  private length = 0;
  readonly furniture: SourceRange[] = [];
  private afterTable = false;
  private readonly alive: () => void;

  /** @param alive called now and then while the paper grows, as a sign of life. */
  constructor(alive: () => void = () => {}) {
    this.alive = alive;
  }

  /** Adds a line as it is to stand in the text. */
  line(text: string): void {
    this.pieces.push(text, '\n');
    this.length += text.length + 1;
    if (text !== '') this.afterTable = false;
    if (this.pieces.length % 2000 === 0) this.alive();
  }

  /** Adds a table, its first row as the head. A rule on top keeps it apart from a table right above. */
  table(rows: readonly (readonly string[])[]): void {
    const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
    if (this.afterTable) this.line(rule);
    rows.forEach((row, i) => {
      this.line(tableRow(row));
      if (i === 0) this.line(rule);
    });
    this.afterTable = true;
  }

  /** Adds lines that the paper shows to nobody, or on every page. */
  aside(text: string): void {
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      const start = this.length;
      this.line(plainLine(line));
      this.furniture.push({ start, end: this.length - 1 });
    }
  }

  /** Adds a blank line, one however often it is asked for. */
  gap(): void {
    if (this.length > 0 && this.pieces.at(-2) !== '') this.line('');
  }

  /** What follows begins on a new page. */
  page(): void {
    if (this.length === 0) return;
    this.pieces.push('\f');
    this.length += 1;
  }

  get text(): string {
    return this.pieces.join('');
  }
}
