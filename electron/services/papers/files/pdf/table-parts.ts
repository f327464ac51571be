import { begun, goesOn, take, type Paragraph } from './paragraphs.ts';
import type { Cell, Page, Table } from './types.ts';
import type { ReadPage } from './write-text.ts';

/** Columns of one table stand in one place on all its pages, within points. */
const PLACE = 4;

/**
 * Fits the parts of a table that goes on over the end of a page together: a part that shows fewer columns gets them all,
 * and a row that the page's end cuts gets the rest of its cells.
 */
export function joinTables(pages: readonly ReadPage[]): void {
  let open: { table: Table; page: Page } | null = null;
  for (const { page, elements } of pages) {
    const [first] = elements;
    const last = elements.at(-1);
    if (open && first?.kind === 'table' && fit(open.table, first)) joinRow(open.table, first, page);
    if (first?.kind === 'table' && first.rows.length === 0) elements.shift();
    if (last?.kind === 'table' && last.rows.length > 0) open = { table: last, page };
    else if (elements.length > 0) open = null;
  }
}

/** Gives a part the columns of the table that it goes on with; false where it is another table. */
function fit(table: Table, part: Table): boolean {
  if (table.tagged && part.tagged) return table.tagged.of === part.tagged.of && table.tagged.last <= part.tagged.first && table.rows[0]?.length === part.rows[0]?.length;
  const columns = part.xs.map((x) => table.xs.findIndex((other) => Math.abs(other - x) < PLACE));
  if (columns[0] !== 0 || columns.at(-1) !== table.xs.length - 1 || columns.includes(-1)) return false;
  part.rows = part.rows.map((row) => {
    const cells = table.xs.slice(1).map((): Cell => []);
    row.forEach((cell, c) => { cells[columns[c] ?? 0] = cell; });
    return cells;
  });
  part.xs = table.xs;
  return true;
}

/** A row was cut where every cell of the next page's first row goes on with the cell above it, or tags say that it is one row. */
function joinRow(table: Table, part: Table, page: Page): void {
  const above = table.rows.at(-1);
  const below = part.rows[0];
  if (!above || !below) return;
  const joins = below.map((cell, c) => ({ cell, last: paragraphOf(above[c]?.at(-1)) }));
  const isOpen = ({ cell, last }: (typeof joins)[number]) => last !== null && cell[0]?.[0] !== undefined && goesOn(last, cell[0][0], null, true);
  if (table.tagged && part.tagged) {
    if (table.tagged.last !== part.tagged.first) return;
    table.tagged = part.tagged;
  } else {
    if (!joins.some(({ cell }) => cell.length === 0) && joins.some(({ cell }) => cell.length > 1)) return;
    if (!joins.every((join) => join.cell.length === 0 || isOpen(join))) return;
  }
  joins.forEach(({ cell, last }, c) => {
    for (const line of cell.flat()) line.page = page;
    const goesOnAbove = isOpen({ cell, last });
    if (goesOnAbove && last) for (const line of cell[0] ?? []) take(last, line);
    above[c]?.push(...cell.slice(goesOnAbove ? 1 : 0));
  });
  part.rows.shift();
}

function paragraphOf(lines: Cell[number] | undefined): Paragraph | null {
  const [first, second] = lines ?? [];
  if (!lines || !first) return null;
  return { lines, marked: begun(first).marked, rest: second ? second.x - second.left : null };
}
