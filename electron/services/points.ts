import { v7 as uuidv7 } from 'uuid';
import type { DossierDraft } from '../../db/dossier/draft.ts';
import { placedPoints } from '../../db/queries/placed-points.ts';
import type { PlacedPoint } from '../../db/queries/placed-points.ts';
import { citiesByPoint, listCities, listPoints } from '../../db/queries/points.ts';
import { byRank, rankAfter } from '../../db/queries/rank.ts';
import { AppError } from '../contract/errors.ts';
import type { ParsedInputOf } from '../contract/index.ts';
import type { Context, Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';

type Place = Pick<PlacedPoint, 'itemId' | 'kind' | 'parentId'>;

/** The points that share a place: those of one item and kind, or the child lines of one point. By rank, as ranks are dealt. */
const siblings = (points: readonly PlacedPoint[], { itemId, kind, parentId }: Place): PlacedPoint[] =>
  points.filter((one) => one.itemId === itemId && one.kind === kind && one.parentId === parentId).toSorted(byRank);

function addPoint(context: Context, input: ParsedInputOf<'points.add'>): { id: string } {
  const { committeeId, itemId, kind, text, cities, afterId } = input;
  requireRecords(context, committeeId, ['item', itemId], ['point', input.parentId]);
  const points = placedPoints(context.store.connection.orm, committeeId);
  const above = points.find((point) => point.id === input.parentId);
  if (above !== undefined && (above.itemId !== itemId || above.kind !== kind)) throw new AppError('bad-input', { field: 'parentId' });
  const parentId = above === undefined ? null : (above.parentId ?? above.id); // a line under a child line is the point's own
  const id = uuidv7();
  const rank = rankAfter(siblings(points, { itemId, kind, parentId }), afterId);
  changeDossier(context, committeeId, (draft) => {
    draft.add('point', id, { itemId, kind, text, parentId, reason: '', rank });
    writeCities(draft, id, cities);
  });
  return { id };
}

/** Makes the cities of a point these, in this order: the ones that stay keep their records, so that merging sees one set. */
export function writeCities(draft: DossierDraft, pointId: string, cities: readonly string[], before: readonly string[] = []): void {
  const wanted = new Set(cities);
  const recordOf = (city: string) => `${pointId}/${city}`;
  for (const city of before) if (!wanted.has(city)) draft.remove('pointCity', recordOf(city));
  for (const [i, city] of [...wanted].entries()) draft.add('pointCity', recordOf(city), { pointId, city, rank: `a${String(i).padStart(3, '0')}` });
}

/**
 * Puts a point after another. A child line stays one while it moves among the lines of its own point; anywhere else it
 * becomes a point by itself. A point put after a child line comes after the point that line belongs to.
 */
function movePoint(context: Context, { committeeId, id, itemId, afterId, ...input }: ParsedInputOf<'points.move'>): void {
  requireRecords(context, committeeId, ['point', id], ['item', itemId]);
  if (afterId === id) return;
  const points = placedPoints(context.store.connection.orm, committeeId);
  const moved = points.find((point) => point.id === id);
  if (moved === undefined) throw new AppError('not-found');
  const kind = input.kind ?? moved.kind;
  const after = points.find((point) => point.id === afterId);
  const staysLine = moved.parentId !== null && itemId === moved.itemId && kind === moved.kind
    && (afterId === null || afterId === moved.parentId || after?.parentId === moved.parentId);
  const parentId = staysLine ? moved.parentId : null;
  const afterSibling = staysLine ? (afterId === parentId ? null : afterId) : (after?.parentId ?? afterId);
  const rank = rankAfter(siblings(points, { itemId, kind, parentId }), afterSibling, id);
  const lines = points.filter((point) => point.parentId === id);
  changeDossier(context, committeeId, (draft) => {
    draft.edit('point', id, { itemId, kind, parentId, rank });
    for (const line of lines) draft.edit('point', line.id, { itemId, kind });
  });
}

export const pointHandlers = {
  'points.list': (context, { committeeId, itemId }) => {
    requireRecords(context, committeeId, ['item', itemId]);
    return listPoints(context.store.connection.orm, committeeId, itemId);
  },
  'points.all': (context, { committeeId }) => {
    requireRecords(context, committeeId);
    return listPoints(context.store.connection.orm, committeeId);
  },
  'points.add': addPoint,
  'points.update': (context, { committeeId, id, cities, ...fields }) => {
    requireRecords(context, committeeId, ['point', id]);
    const before = cities === undefined ? [] : (citiesByPoint(context.store.connection.orm, committeeId).get(id) ?? []);
    changeDossier(context, committeeId, (draft) => {
      draft.edit('point', id, fields);
      if (cities !== undefined) writeCities(draft, id, cities, before);
    });
    return {};
  },
  'points.move': (context, input) => {
    movePoint(context, input);
    return {};
  },
  // What hangs on the point (cities, links, passages) stays, unseen, and is there again where the removal is undone.
  'points.remove': (context, { committeeId, id }) => {
    requireRecords(context, committeeId, ['point', id]);
    const lines = placedPoints(context.store.connection.orm, committeeId).filter((point) => point.parentId === id);
    changeDossier(context, committeeId, (draft) => {
      for (const one of [...lines, { id }]) draft.remove('point', one.id);
    });
    return {};
  },
  'cities.list': (context, { committeeId }) => {
    requireRecords(context, committeeId);
    return listCities(context.store.connection.orm, committeeId);
  },
} satisfies Partial<Handlers>;
