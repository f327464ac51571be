import { isMidSentence } from '../../joining.ts';
import { MOST_COLUMNS, type Block, type Cell } from './blocks.ts';
import type { Numbering } from './numbering.ts';
import { dressedText, shownText } from './pieces.ts';

/** A table in a cell in a cell is drawn to be looked at, not to be read. */
const DEEPEST_TABLE = 20;

/** The text of a cell on one line: its paragraphs with their numbers, the rows of a table within it, <br> between them. */
export function cellText(cell: Cell, numbering: Numbering, depth = 0): string {
  return cell.map((block) => blockText(block, numbering, depth)).filter((text) => text !== '').join('<br>');
}

function blockText(block: Block, numbering: Numbering, depth: number): string {
  if (block.kind === 'table') {
    if (depth > DEEPEST_TABLE) return block.rows.flatMap(({ cells }) => cells.flat()).map((inner) => blockText(inner, numbering, depth)).join('<br>');
    return block.rows.map(({ cells }) => cells.map((cell) => cellText(cell, numbering, depth + 1)).filter((text) => text !== '').join('　')).join('<br>');
  }
  const number = block.facts.number === null ? null : numbering.next(block.facts.number);
  const isEmpty = shownText(block.pieces).trim() === '';
  const lines = dressedText(block.pieces).replace(/\f/g, '\n').replace(/\t+/g, '　').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const text = lines.map((line, i) => (i === 0 || isMidSentence(lines[i - 1] ?? '') ? line : `<br>${line}`)).join('');
  return number === null || (isEmpty && number.isBullet) ? text : number.text + text;
}

/**
 * Rows of cells as the lines of a pipe table.
 * @param headerRows rows of heads; the rule stands below them.
 * @param isBelowTable true where another table ends right above: a rule on top then keeps them apart.
 */
export function tableLines(rows: readonly (readonly string[])[], headerRows: number, isBelowTable: boolean): string[] {
  const columns = Math.min(MOST_COLUMNS, rows.reduce((most, row) => Math.max(most, row.length), 1));
  const rule = `|${' --- |'.repeat(columns)}`;
  const lines = rows.map((row) => `| ${Array.from({ length: Math.max(columns, row.length) }, (_, i) => row[i] ?? '').join(' | ')} |`);
  const heads = Math.min(Math.max(1, headerRows), lines.length);
  return [...(isBelowTable ? [rule] : []), ...lines.slice(0, heads), rule, ...lines.slice(heads)];
}
