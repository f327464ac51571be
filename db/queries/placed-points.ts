import { asc, eq } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { item, point } from '../schema/index.ts';
import { orderPoints } from './point-order.ts';

/** Every point of the committee in order, placed and numbered, with nothing that stands in other tables. */
export function placedPoints(orm: Orm, dossierId: string) {
  const items = orm.select({ id: item.id }).from(item).where(eq(item.dossierId, dossierId)).orderBy(asc(item.rank), asc(item.id)).all();
  const rows = orm
    .select({ id: point.id, itemId: point.itemId, kind: point.kind, text: point.text, parentId: point.parentId, reason: point.reason, rank: point.rank })
    .from(point)
    .where(eq(point.dossierId, dossierId))
    .all();
  return orderPoints(rows, items.map(({ id }) => id));
}

export type PlacedPoint = ReturnType<typeof placedPoints>[number];
