import { formatCounter } from '../domain/counters.ts';
import { POINT_KINDS } from '../domain/words.ts';
import type { PointKind } from '../domain/words.ts';
import { byRank } from './rank.ts';

export type PointRow = { id: string; itemId: string | null; kind: PointKind; parentId: string | null; rank: string };

/** Where a point stands: `number` is its own (empty for a child line), `placeNumber` that of the point it belongs to. */
export type Placed<T extends PointRow> = T & { number: string; placeNumber: string };

/** ①…㊿, then (51) on, as papers write them. */
export const circled = (n: number): string => (n <= 50 ? formatCounter('circled', n) : `(${n})`);

/**
 * Puts points in the order papers print them: item by item (those outside the items last), then viewpoints, issues and
 * examples, by rank, each with its child lines behind it. What another laptop removed is looked past: an item that is
 * not there counts as none, and so does a parent that is not there, or stands elsewhere, or stands under its own child.
 * A line under a child line belongs to the point above both.
 * @param itemIds the items that stand, in their order
 */
export function orderPoints<T extends PointRow>(rows: readonly T[], itemIds: readonly string[]): Placed<T>[] {
  const standing = new Set(itemIds);
  const settled = rows.map((row) => ({ ...row, itemId: row.itemId !== null && standing.has(row.itemId) ? row.itemId : null }));
  const groups = Map.groupBy(settled, (row) => groupKey(row.itemId, row.kind));
  return [...itemIds, null].flatMap((itemId) => POINT_KINDS.flatMap((kind) => orderGroup(groups.get(groupKey(itemId, kind)) ?? [])));
}

const groupKey = (itemId: string | null, kind: PointKind) => `${kind} ${itemId ?? ''}`;

/** The points of one item and kind. */
function orderGroup<T extends PointRow>(group: readonly T[]): Placed<T>[] {
  const rows = group.toSorted(byRank);
  const ids = new Set(rows.map((row) => row.id));
  const childrenOf = Map.groupBy(rows, (row) => (row.parentId !== null && ids.has(row.parentId) ? row.parentId : null));
  const placed = new Map<string, Placed<T>>();
  let count = 0;
  const placeChildren = (parent: string, root: Placed<T>) => {
    for (const child of childrenOf.get(parent) ?? []) {
      if (placed.has(child.id)) continue;
      placed.set(child.id, { ...child, parentId: root.id, number: '', placeNumber: root.number });
      placeChildren(child.id, root);
    }
  };
  const placeRoot = (row: T) => {
    if (placed.has(row.id)) return;
    count += 1;
    const root = { ...row, parentId: null, number: circled(count), placeNumber: circled(count) };
    placed.set(row.id, root);
    placeChildren(row.id, root);
  };
  for (const row of childrenOf.get(null) ?? []) placeRoot(row);
  for (const row of rows) placeRoot(row); // two laptops put each under the other: neither hangs from a root
  return [...placed.values()];
}
