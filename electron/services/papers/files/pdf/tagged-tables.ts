import { isLayout, paragraphsIn } from './ruled-tables.ts';
import { rowsOf } from './rows.ts';
import type { TaggedCell, TaggedTable } from './tags.ts';
import type { Cell, Row, Run, Table } from './types.ts';

type Placed = { cell: TaggedCell; column: number; rows: readonly Row[]; x: number; right: number; top: number; bottom: number; size: number };
type Span = { x: number; right: number };

/** Tables times runs: a page has some tables and some thousand runs. */
const MOST_COMPARED = 20_000_000;
/** Lines and cells may reach so far into each other, in the size of their letters. */
const SLACK = 0.5;

/**
 * Takes the tables that tags tell out of the runs of a page, where the text stands as the tags say: rows below each other,
 * cells of a row beside each other, those of a column below each other, and no other text among them.
 * @param runs outside ruled tables: of what stands in part in one, the tags are not followed.
 * @param all the runs of the page.
 * @param byTags whether paragraphs end where their tags do.
 * @param goesOn whether the page before and the next one have tables too, which may be parts of those here.
 * @returns the tables from the top down, and the runs outside them.
 */
export function takeTaggedTables(runs: readonly Run[], all: readonly Run[], byTags: boolean, goesOn: { from: boolean; to: boolean }): { tables: Table[]; rest: readonly Run[] } {
  if (runs.every(({ tag }) => !tag?.cell)) return { tables: [], rest: runs };
  const groups = Map.groupBy(runs, ({ tag }) => tag?.cell?.table);
  const whole = Map.groupBy(all, ({ tag }) => tag?.cell?.table);
  if (groups.size * runs.length > MOST_COMPARED) return { tables: [], rest: runs };
  const tables: Table[] = [];
  let rest = runs;
  for (const [tagged, own] of groups) {
    if (!tagged || tagged.outer || tagged.columns < 2 || own.length < (whole.get(tagged)?.length ?? 0)) continue;
    const others = rest.filter((run) => run.tag?.cell?.table !== tagged);
    const table = tableOf(tagged, own, byTags);
    if (table === null || others.some((run) => isIn(run, table)) || (isOneColumn(table) && !isCut(table, others, goesOn))) continue;
    rest = others;
    tables.push(table);
  }
  return { tables: tables.toSorted((a, b) => a.top - b.top), rest };
}

function isIn({ x, right, base, size }: Run, table: Table): boolean {
  const middle = (x + right) / 2;
  const y = base - size * 0.38;
  return y > table.top && y < table.bottom && middle > (table.xs[0] ?? 0) && middle < (table.xs.at(-1) ?? 0);
}

/** Text in one column only, beside pictures or nothing, is no table, but where a page's end cuts it. */
function isOneColumn({ rows }: Table): boolean {
  return new Set(rows.flatMap((row) => row.flatMap((cell, c) => (cell.length > 0 ? [c] : [])))).size < 2;
}

function isCut({ top, bottom, tagged: { first, last, of } = { first: 0, last: 0, of: 1 } }: Table, others: readonly Run[], goesOn: { from: boolean; to: boolean }): boolean {
  return (goesOn.from && first > 0 && others.every(({ base }) => base > top)) || (goesOn.to && last < of - 1 && others.every(({ base }) => base < bottom));
}

function tableOf(tagged: TaggedTable, runs: readonly Run[], byTags: boolean): Table | null {
  const cells = [...Map.groupBy(runs, ({ tag }) => tag?.cell)].flatMap(([cell, own]) => (cell ? placed(cell, rowsOf(own)) : []));
  const columns = columnsByTags(cells, tagged.columns) ?? columnsByPlace(cells);
  if (columns === null || !goDown(cells) || (tagged.rows === 1 && isLayout(cells.map(({ rows }) => rows.length)))) return null;
  const [first, last] = [Math.min(...cells.map(({ cell }) => cell.row)), Math.max(...cells.map(({ cell }) => cell.row))];
  const rows = Array.from({ length: last - first + 1 }, () => columns.map((): Cell => []));
  for (const { cell, column, rows: own } of cells) {
    const { x, right } = columns[column] ?? { x: 0, right: 0 };
    const until = columns[column + cell.columns - 1] ?? { right };
    const row = rows[cell.row - first];
    if (row) row[column] = (byTags ? blocksOf(own) : [own]).flatMap((block) => paragraphsIn(block, x, Math.max(right, until.right)));
  }
  return {
    kind: 'table', rows, top: Math.min(...cells.map(({ top }) => top)), bottom: Math.max(...cells.map(({ bottom }) => bottom)),
    xs: [...columns.map(({ x }) => x), Math.max(...cells.map(({ right }) => right))],
    tagged: { first, last, of: tagged.rows },
  };
}

/** The lines of a cell by its paragraphs. */
function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last && last[0]?.pieces[0]?.tag === row.pieces[0]?.tag) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function placed(cell: TaggedCell, rows: readonly Row[]): Placed {
  const pieces = rows.flatMap((row) => row.pieces);
  return {
    cell, column: cell.column, rows, x: Math.min(...pieces.map(({ x }) => x)), right: Math.max(...pieces.map(({ right }) => right)),
    top: Math.min(...rows.map(({ top }) => top)), bottom: Math.max(...rows.map(({ bottom }) => bottom)), size: Math.min(...rows.map(({ size }) => size)),
  };
}

/** The columns as the tags count them; null where the text of two of them overlaps, as where empty cells have no tags. */
function columnsByTags(cells: readonly Placed[], count: number): Span[] | null {
  const spans = Array.from({ length: count }, (): Span => ({ x: Infinity, right: -Infinity }));
  for (const { cell, x, right } of cells) {
    const span = spans[cell.column];
    if (!span || cell.columns > 1) continue;
    span.x = Math.min(span.x, x);
    span.right = Math.max(span.right, right);
  }
  const slack = SLACK * Math.min(...cells.map(({ size }) => size));
  let reach = -Infinity;
  for (const span of spans) {
    if (span.x === Infinity) continue;
    if (span.x < reach - slack) return null;
    reach = span.right;
  }
  // A column without text of its own begins where the one before it ends.
  let at = Math.min(...cells.map(({ x }) => x));
  return spans.map((span) => {
    const own = span.x === Infinity ? { x: at, right: at } : span;
    at = Math.max(at, own.right);
    return own;
  });
}

/** The columns as the text stands, and the cells put into them; null where two cells of a row come to stand in one. */
function columnsByPlace(cells: readonly Placed[]): Span[] | null {
  const spans: Span[] = [];
  const over = (cell: Span) => spans.filter(({ x, right }) => Math.min(right, cell.right) > Math.max(x, cell.x));
  // Narrow cells show the columns; one that lies over several takes all of these.
  for (const { x, right } of cells.toSorted((a, b) => a.right - a.x - (b.right - b.x))) {
    const [span, more] = over({ x, right });
    if (!span) spans.push({ x, right });
    else if (!more) {
      span.x = Math.min(span.x, x);
      span.right = Math.max(span.right, right);
    }
  }
  spans.sort((a, b) => a.x - b.x);
  for (const cell of cells) cell.column = spans.indexOf(over(cell)[0] ?? { x: 0, right: 0 });
  const isApart = [...Map.groupBy(cells, ({ cell }) => cell.row).values()].every((row) =>
    row.toSorted((a, b) => a.cell.column - b.cell.column).every(({ column }, i, sorted) => column > (sorted[i - 1]?.column ?? -1)));
  return isApart && spans.length > 1 ? spans : null;
}

/** Rows begin one below the other, cells of a row stand beside each other and those of a column below each other. */
function goDown(cells: readonly Placed[]): boolean {
  const rows = [...Map.groupBy(cells, ({ cell }) => cell.row)].sort(([a], [b]) => a - b).map(([, row]) => row);
  const top = (row: readonly Placed[]) => Math.min(...row.map((cell) => cell.top));
  const columns = Map.groupBy(rows.flat(), ({ column }) => column);
  return rows.every((row, i) => i === 0 || top(row) > top(rows[i - 1] ?? [])) &&
    rows.every((row) => row.toSorted((a, b) => a.column - b.column).every(({ x, size }, i, sorted) => x > (sorted[i - 1]?.right ?? -Infinity) - SLACK * size)) &&
    [...columns.values()].every((column) => column.every((cell, i) => cell.top > (column[i - 1]?.bottom ?? -Infinity) - SLACK * cell.size));
}
