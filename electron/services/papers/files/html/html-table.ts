import { attributeOf, childrenOf, isElement, isUnseen, walk, type Element, type Node } from './html-nodes.ts';
import { alignedRows } from '../paper-writer.ts';
import { collapsed, inlineText, withoutPictures } from './inline-text.ts';

const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'pre', 'blockquote']);
/** A table wider than this is none (HTML allows a colspan of 1000). */
const MOST_COLUMNS = 2000;

/**
 * Finds the tables that only lay a page out: those that hold tables or headings, or have one column. What they hold is
 * read as if they were not there.
 */
export function layoutTables(root: Node): ReadonlySet<Node> {
  const layout = new Set<Node>();
  const open: Element[] = [];
  walk(root, (node) => {
    if (!isElement(node)) return false;
    if (/^(?:table|h[1-6])$/.test(node.tagName) && !isUnseen(node)) {
      const outer = open.at(-1);
      if (outer) layout.add(outer);
    }
    if (node.tagName === 'table') {
      open.push(node);
      if (/^(?:presentation|none)$/.test(attributeOf(node, 'role') ?? '')) layout.add(node);
    }
    return true;
  }, (node) => {
    const table = open.at(-1);
    if (table === undefined || table !== node) return;
    open.pop();
    if (groupsOf(table).flat().every((row) => cellsOf(row).length <= 1)) layout.add(table);
  });
  return layout;
}

/**
 * The texts of a table by row and column: a cell over several columns or rows has its text in the first of them.
 * @param tick called now and then, as a sign of life.
 */
export function tableGrid(table: Element, tick: () => void): string[][] {
  /** For each column, how many rows more a cell from above reaches down. */
  const reach: number[] = [];
  const rows = groupsOf(table).flatMap((group) => group.map((row, i) => {
    // No cell reaches beyond its part of the table.
    if (i === 0) reach.length = 0;
    if (i % 200 === 0) tick();
    const texts = new Map<number, string>();
    let column = 0;
    const taken: [column: number, rows: number][] = [];
    for (const cell of cellsOf(row)) {
      while ((reach[column] ?? 0) > 0) column += 1;
      if (column >= MOST_COLUMNS) break;
      texts.set(column, cellText(cell));
      const [columns, down] = [spanOf(cell, 'colspan', 1000), spanOf(cell, 'rowspan', 65_534)];
      for (let i = 0; i < columns && column < MOST_COLUMNS; i += 1, column += 1) taken.push([column, down]);
    }
    for (let i = 0; i < reach.length; i += 1) reach[i] = Math.max(0, (reach[i] ?? 0) - 1);
    for (const [at, down] of taken) {
      while (reach.length <= at) reach.push(0);
      reach[at] = down - 1;
    }
    return texts;
  }));
  return alignedRows(rows);
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  // rowspan="0" reaches to the end.
  if (span === 0 && name === 'rowspan') return most;
  return Number.isNaN(span) || span < 1 ? 1 : Math.min(span, most);
}

/** Rows by the parts of a table, in the order they are shown: a foot stands last wherever it was written. */
function groupsOf(table: Element): Element[][] {
  const parts = childrenOf(table).filter(isElement).filter((part) => /^t(?:head|body|foot)$/.test(part.tagName) && !isUnseen(part));
  const inOrder = [...parts.filter(({ tagName }) => tagName !== 'tfoot'), ...parts.filter(({ tagName }) => tagName === 'tfoot')];
  return inOrder.map((part) => childrenOf(part).filter(isElement).filter((row) => row.tagName === 'tr' && !isUnseen(row)));
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th').filter((cell) => !isUnseen(cell));
}

/** Stands where a list shows a mark; a character that no text has (Unicode keeps it for programs). */
const ITEM = '\uFDD0';
/** An item that begins with a mark of its own. */
const MARKED_ITEM = new RegExp(`^${ITEM}[ \\u3000]*(?=[・○●◎◆■①-⑳※(（\\d０-９ア-ン][)）.．]?)`);

/** The text of a cell, its blocks and <br> as lines; a list's items keep a mark where they have none of their own. */
export function cellText(cell: Element): string {
  let text = '';
  let preformatted = 0;
  walk(cell, (node) => {
    if (isElement(node)) {
      if (isUnseen(node)) return false;
      if (node.tagName === 'pre') preformatted += 1;
      if (BLOCKS.has(node.tagName)) text += '\u2028';
      if (node.tagName === 'li') text += ITEM;
    }
    text += inlineText(node, preformatted > 0);
    return true;
  }, (node) => {
    if (!isElement(node)) return;
    if (node.tagName === 'pre') preformatted -= 1;
    if (BLOCKS.has(node.tagName)) text += '\u2028';
  });
  const lines = collapsed(text, false).filter((line) => line !== '' && line !== ITEM).map((line) => line.replace(MARKED_ITEM, '').replace(ITEM, '・'));
  return withoutPictures(lines.join('\n'));
}
