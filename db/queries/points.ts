import { and, asc, count, desc, eq } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { paper, passage, point, pointCity } from '../schema/index.ts';
import { among } from './among.ts';
import { citationPlaces } from './citations.ts';
import { issueCoverage } from './coverage.ts';
import { linkedNotes, listLinks } from './links.ts';
import { placedPoints } from './placed-points.ts';

/** The cities each point (or each of `ids`) names, in the order written. */
export function citiesByPoint(orm: Orm, dossierId: string, ids?: readonly string[]): Map<string, string[]> {
  const rows = orm.select({ pointId: pointCity.pointId, city: pointCity.city }).from(pointCity)
    .where(among({ dossierId: pointCity.dossierId, id: pointCity.pointId }, dossierId, ids)).orderBy(asc(pointCity.rank), asc(pointCity.id)).all();
  return new Map([...Map.groupBy(rows, ({ pointId }) => pointId)].map(([id, own]) => [id, own.map(({ city }) => city)]));
}

/**
 * The points of one item (null: those outside the items), or with `itemId` left out every point, in order. A point is
 * cited where it or one of its child lines is: the lines are part of it.
 */
export function listPoints(orm: Orm, dossierId: string, itemId?: string | null) {
  const all = placedPoints(orm, dossierId);
  const ids = new Set(all.map(({ id }) => id));
  const linked = Map.groupBy(
    listLinks(orm, dossierId).filter(({ aId, bId }) => ids.has(aId) && ids.has(bId)).flatMap(({ aId, bId }) => [[aId, bId] as const, [bId, aId] as const]),
    ([id]) => id,
  );
  const notes = Map.groupBy(linkedNotes(orm, dossierId), ({ pointId }) => pointId);
  const anchors = orm.selectDistinct({ id: passage.ownerId, replacedBy: paper.replacedBy }).from(passage)
    .innerJoin(paper, and(eq(paper.dossierId, passage.dossierId), eq(paper.id, passage.paperId)))
    .where(eq(passage.dossierId, dossierId)).all();
  const sourced = new Set(anchors.map(({ id }) => id));
  const vanished = new Set(anchors.filter(({ replacedBy }) => replacedBy !== null).map(({ id }) => id));
  const cities = citiesByPoint(orm, dossierId);
  const places = citationPlaces(orm, dossierId);
  const lines = Map.groupBy(all.filter((one) => one.parentId !== null), (one) => one.parentId ?? '');
  const states = new Map(issueCoverage(orm, dossierId, all).issues.map(({ id, state }) => [id, state]));
  return all.filter((one) => itemId === undefined || one.itemId === itemId).map(({ rank: _rank, placeNumber: _place, ...one }) => ({
    ...one,
    cities: cities.get(one.id) ?? [],
    state: states.get(one.id) ?? null,
    linkedIds: (linked.get(one.id) ?? []).map(([, other]) => other),
    notes: notes.get(one.id)?.length ?? 0,
    citations: [one, ...(lines.get(one.id) ?? [])].flatMap(({ id }) => places.get(id) ?? []),
    hasSource: sourced.has(one.id),
    vanished: vanished.has(one.id),
  }));
}

/** Cities named by points that stand, with how many name each: most first, then by name. */
export function listCities(orm: Orm, dossierId: string) {
  const points = count();
  return orm
    .select({ city: pointCity.city, points })
    .from(pointCity)
    .innerJoin(point, and(eq(point.dossierId, pointCity.dossierId), eq(point.id, pointCity.pointId)))
    .where(eq(pointCity.dossierId, dossierId))
    .groupBy(pointCity.city)
    .orderBy(desc(points), asc(pointCity.city))
    .all();
}
