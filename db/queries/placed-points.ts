import { asc, eq } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { item, point } from '../schema/index.ts';
import { among } from './among.ts';
import { orderPoints } from './point-order.ts';

/** Every point of the committee in order, placed and numbered, with nothing that stands in other tables. */
export function placedPoints(orm: Orm, dossierId: string) {
  const items = orm.select({ id: item.id }).from(item).where(eq(item.dossierId, dossierId)).orderBy(asc(item.rank), asc(item.id)).all();
  return orderPoints(pointRows(orm, dossierId), items.map(({ id }) => id));
}

/** Every point of the committee, or those of `ids` among them, in the order they were taken in. */
export function pointRows(orm: Orm, dossierId: string, ids?: readonly string[]) {
  return orm
    .select({ id: point.id, itemId: point.itemId, kind: point.kind, text: point.text, parentId: point.parentId, reason: point.reason, rank: point.rank })
    .from(point)
    .where(among(point, dossierId, ids))
    .orderBy(asc(point.rank), asc(point.id))
    .all();
}

export type PlacedPoint = ReturnType<typeof placedPoints>[number];
