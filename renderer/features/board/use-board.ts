import { useEffect, useMemo, useRef } from 'react';
import type { Point } from '../../../electron/contract/board.ts';
import type { PointKind } from '../../../db/domain/words.ts';
import { useViewMemory } from '../../app/preferences.ts';
import { OUTSIDE_ITEMS } from '../../app/routes.ts';
import { useRead } from '../../shared/use-operation.ts';
import { columnsOf, filterByCity } from './board-grid.ts';

const NO_POINTS: readonly Point[] = [];

/**
 * What stands on the board of one item: its columns as the city filter leaves them, and what the rest of the screen
 * needs to know of the committee's other points. `itemId` null opens the item that was open last.
 */
export function useBoard(committeeId: string, itemId: string | null) {
  const itemsRead = useRead('items.list', { committeeId });
  const pointsRead = useRead('points.all', { committeeId });
  const { data: cities = [] } = useRead('cities.list', { committeeId });
  const [lastItem, setLastItem] = useViewMemory(`board.item.${committeeId}`, '');
  const [city, setCity] = useViewMemory(`board.city.${committeeId}`, '');
  useEffect(() => {
    if (itemId !== null && itemId !== lastItem) setLastItem(itemId);
  }, [itemId, lastItem, setLastItem]);

  const items = itemsRead.data ?? [];
  const points = useSamePoints(pointsRead.data ?? NO_POINTS);
  const wanted = itemId ?? lastItem;
  const item = wanted === OUTSIDE_ITEMS ? null : (items.find((each) => each.id === wanted) ?? items[0] ?? null);
  const here = item?.id ?? null;
  const byId = useMemo(() => new Map(points.map((point) => [point.id, point])), [points]);
  const { columns, hidden } = useMemo(() => {
    const own = filterByCity(points.filter((point) => point.itemId === here), city === '' ? null : city);
    return { columns: columnsOf(own.shown), hidden: own.hidden };
  }, [points, here, city]);

  return {
    loaded: itemsRead.data !== undefined && pointsRead.data !== undefined,
    items,
    item,
    here,
    points,
    byId,
    columns,
    hidden,
    cities,
    city: city === '' ? null : city,
    setCity: (next: string | null) => setCity(next ?? ''),
    /** Points outside every item, child lines not counted. */
    outside: points.filter((point) => point.itemId === null && point.parentId === null).length,
    /** The last point of a column of any item, which a point that is put at its end follows. */
    lastOf: (of: string | null) => (kind: PointKind) => points.findLast((point) => point.itemId === of && point.kind === kind && point.parentId === null)?.id ?? null,
  };
}

/** The points as read, each the very object it was before where it says the same, so that its row is not drawn again. */
function useSamePoints(points: readonly Point[]): readonly Point[] {
  const before = useRef<ReadonlyMap<string, Point>>(new Map());
  const same = useMemo(
    () => points.map((point) => {
      const known = before.current.get(point.id);
      return known !== undefined && JSON.stringify(known) === JSON.stringify(point) ? known : point;
    }),
    [points],
  );
  useEffect(() => {
    before.current = new Map(same.map((point) => [point.id, point]));
  }, [same]);
  return same;
}
export type Board = ReturnType<typeof useBoard>;
