import { readMarker } from '../../db/domain/marker.ts';
import type { SourceRange } from '../../electron/contract/recognised.ts';
import { paperBlocks, type SheetCell } from './paper-blocks.ts';

export type UnitCell = SourceRange & { text: string };
/** What a person can choose in a paper: a line that says something, or a row of a table with its cells. */
export type PaperUnit = SourceRange & {
  /** The line it begins on, from 1. */
  number: number;
  text: string;
  /** None of a plain line. */
  cells: readonly UnitCell[];
  /** What stands in the first row of its table, column by column. */
  heads: readonly string[];
};

/** The lines and rows of a paper, in order, without those that say nothing. @param text with \n line ends */
export function paperUnits(text: string): PaperUnit[] {
  return paperBlocks(text, []).flatMap((block): PaperUnit[] => {
    if (block.kind === 'line') {
      const said = textOf(block);
      return said === '' ? [] : [{ number: block.number, start: block.start, end: lineEnd(text, block.start), text: said, cells: [], heads: [] }];
    }
    const heads = (block.rows[0]?.cells ?? []).map(textOf);
    return block.rows.flatMap(({ number, cells: own }): PaperUnit[] => {
      const cells = own.map((cell) => ({ start: cell.start, end: cell.end, text: textOf(cell) }));
      const said = cells.map((cell) => cell.text).filter((each) => each !== '').join('　');
      return said === '' ? [] : [{ number, ...rowRange(text, cells), text: said, cells, heads }];
    });
  });
}

const textOf = ({ pieces }: Pick<SheetCell, 'pieces'>) => pieces.map((piece) => piece.text).join('').trim();
const lineEnd = (text: string, from: number) => (text.indexOf('\n', from) < 0 ? text.length : text.indexOf('\n', from));

/** A row between bars is its whole line; any other goes from its first cell to its last. */
function rowRange(text: string, cells: readonly SourceRange[]): SourceRange {
  const [start, end] = [cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0];
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return /^\s*\|/.test(text.slice(line, start)) ? { start: line, end: lineEnd(text, line) } : { start, end };
}

/** The words of lines as a record has them: without the signs that open them (- ①); a line broken within its sentence is joined. */
export function wordsOf(lines: readonly string[]): { marker: string; text: string } {
  const [first = '', ...rest] = lines;
  const { raw = '', rest: opening = first } = opens(opens(first)?.rest ?? '') ?? opens(first) ?? {};
  const text = rest.reduce((before, line) => (/[。．）」]$/.test(before) || opens(line) !== null ? `${before}\n${line.replace(/^[-*+]\s+/, '')}` : before + line), opening);
  return { marker: raw, text };
}

/** The sign that opens a line, where words follow it. */
function opens(line: string): { raw: string; rest: string } | null {
  const marker = readMarker(line);
  return marker === null || marker.rest.trim() === '' ? null : { raw: marker.raw, rest: marker.rest.trim() };
}
