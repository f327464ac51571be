import type { Point } from '../../../electron/contract/board.ts';
import type { PointKind } from '../../../db/domain/words.ts';
import type { Columns } from './board-grid.ts';

/** What a dragged point or item is held over, and at which side of it. */
export type Drop =
  | { over: 'point'; id: string; side: 'before' | 'after' }
  | { over: 'column'; kind: PointKind }
  | { over: 'item'; id: string | null; side: 'before' | 'after' };

/** Two drops that mean the same; a drag tells of many. */
export function sameDrop(a: Drop | null, b: Drop | null): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Where points that are let go over a column's row or its end are put. Child lines go with their point, so a drop on a
 * child line is one on its point, except for a line of the same point, which then moves among its sisters.
 * @param carried the points that move; they do not count as neighbours.
 */
export function placeOf(drop: Drop, columns: Columns, carried: readonly Point[]): { kind: PointKind; afterId: string | null } | null {
  if (drop.over === 'item') return null;
  const kind = drop.over === 'column' ? drop.kind : kindOf(drop.id, columns);
  if (kind === null) return null;
  const column = columns[kind];
  const stays = (point: Point) => !carried.some((each) => each.id === point.id);
  const roots = column.filter((point) => !isLine(point, column));
  if (drop.over === 'column') return { kind, afterId: roots.findLast(stays)?.id ?? null };
  const target = column.find((point) => point.id === drop.id);
  const [only] = carried;
  const sisters = carried.length === 1 && only?.parentId !== null && only?.parentId === target?.parentId;
  const row = sisters ? column.filter((point) => point.parentId === only?.parentId) : roots;
  const at = row.findIndex((point) => point.id === drop.id || (!sisters && point.id === target?.parentId));
  return { kind, afterId: row.slice(0, drop.side === 'before' ? at : at + 1).findLast(stays)?.id ?? null };
}

const isLine = (point: Point, column: readonly Point[]) => point.parentId !== null && column.some((each) => each.id === point.parentId);

function kindOf(id: string, columns: Columns): PointKind | null {
  for (const kind of ['viewpoint', 'issue', 'example'] as const) if (columns[kind].some((point) => point.id === id)) return kind;
  return null;
}

/** The item that a dragged item comes to follow; null: it becomes the first. */
export function afterItem(drop: Drop, ids: readonly string[], dragged: string): string | null | undefined {
  if (drop.over !== 'item' || drop.id === null) return undefined;
  const at = ids.indexOf(drop.id) + (drop.side === 'before' ? 0 : 1);
  return ids.slice(0, at).findLast((id) => id !== dragged) ?? null;
}
