import { alignedTable } from './aligned-tables.ts';
import { findGutter } from './gutters.ts';
import { lineOf, pitchOf, rowFrom } from './rows.ts';
import type { Column, Element, Row, Table } from './types.ts';

type Item = { kind: 'row'; row: Row; x: number; right: number; top: number; bottom: number } | { kind: 'table'; table: Table; x: number; right: number; top: number; bottom: number };

/**
 * Puts what stands on a page in the order in which it is read: from the top down, columns one after the other.
 * @param body the column of the text on most pages.
 */
export function readingOrder(rows: readonly Row[], tables: readonly Table[], body: Column): Element[] {
  const items = [
    ...rows.map((row): Item => ({ kind: 'row', row, ...boxOf(row) })),
    ...tables.map((table): Item => ({ kind: 'table', table, x: table.xs[0] ?? 0, right: table.xs.at(-1) ?? 0, top: table.top, bottom: table.bottom })),
  ].toSorted((a, b) => a.top - b.top);
  return inOrder(items, body);
}

function boxOf({ pieces, top, bottom }: Row): { x: number; right: number; top: number; bottom: number } {
  return { x: pieces[0]?.x ?? 0, right: Math.max(...pieces.map((piece) => piece.right)), top, bottom };
}

/** Columns within columns end here. */
const DEEPEST = 3;

function inOrder(items: readonly Item[], body: Column, depth = 0): Element[] {
  const gutter = depth < DEEPEST ? findGutter(items.flatMap((item) => (item.kind === 'row' ? item.row.pieces : []))) : null;
  if (gutter === null) return singleColumn(items, body);
  const out: Element[] = [];
  const sides = [columnOf(sideOf(items, -Infinity, gutter), body), columnOf(sideOf(items, gutter, Infinity), body)] as const;
  const inner = { ...body, left: Infinity, edge: -Infinity };
  let zone: Item[] = [];
  const close = () => {
    const [left, right] = [sideOf(zone, -Infinity, gutter), sideOf(zone, gutter, Infinity)];
    if (left.length > 0 && right.length > 0) out.push(...inOrder(left, inner, depth + 1), ...inOrder(right, inner, depth + 1));
    else out.push(...singleColumn(zone, left.length > 0 ? sides[0] : sides[1]));
    zone = [];
  };
  for (const item of items) {
    if (crosses(item, gutter)) {
      close();
      out.push(...singleColumn([item], body));
    } else zone.push(item);
  }
  close();
  return out;
}

function columnOf(items: readonly Item[], body: Column): Column {
  return { ...body, left: items.reduce((least, { x }) => Math.min(least, x), Infinity), edge: items.reduce((most, { right }) => Math.max(most, right), -Infinity) };
}

function crosses(item: Item, at: number): boolean {
  const parts = item.kind === 'row' ? item.row.pieces : [item];
  return parts.some((part) => part.x < at && part.right > at);
}

/** What of the items stands between two verticals; a row on both sides is parted. */
function sideOf(items: readonly Item[], from: number, to: number): Item[] {
  return items.flatMap((item): Item[] => {
    if (item.kind === 'table') return item.x >= from && item.right <= to ? [item] : [];
    const pieces = item.row.pieces.filter((piece) => piece.x >= from && piece.right <= to);
    if (pieces.length === 0) return [];
    const row = pieces.length === item.row.pieces.length ? item.row : rowFrom(pieces);
    return [{ kind: 'row', row, ...boxOf(row) }];
  });
}

function singleColumn(items: readonly Item[], body: Column): Element[] {
  const rows = items.flatMap((item) => (item.kind === 'row' ? [item.row] : []));
  const column = {
    left: items.reduce((least, item) => (item.kind === 'row' ? Math.min(least, item.x) : least), body.left),
    edge: items.reduce((most, item) => (item.kind === 'row' ? Math.max(most, item.right) : most), body.edge),
    pitch: pitchOf(rows) ?? body.pitch,
    indent: Infinity,
  };
  const out: Element[] = [];
  for (let i = 0; i < items.length; ) {
    const item = items[i];
    if (!item) break;
    if (item.kind === 'table') {
      out.push(item.table);
      i += 1;
      continue;
    }
    const until = items.findIndex((other, k) => k > i && other.kind === 'table');
    const part = items.slice(i, until < 0 ? items.length : until).flatMap((other) => (other.kind === 'row' ? [other.row] : []));
    out.push(...linesAndTables(part, column));
    i += part.length;
  }
  return out;
}

function linesAndTables(rows: readonly Row[], column: Column): Element[] {
  const out: Element[] = [];
  for (let i = 0; i < rows.length; ) {
    const found = alignedTable(rows, i, column.pitch);
    const row = rows[i];
    if (found) {
      out.push(found.table);
      i += found.taken;
    } else {
      if (row) out.push({ kind: 'line', line: lineOf(row, column) });
      i += 1;
    }
  }
  return out;
}
