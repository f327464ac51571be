import { POINT_KINDS } from '../../../db/domain/words.ts';
import { agendaOrder } from '../../../db/queries/agenda.ts';
import { excerptRows } from '../../../db/queries/excerpts.ts';
import { itemRows } from '../../../db/queries/items.ts';
import { placedPoints } from '../../../db/queries/placed-points.ts';
import { byRank, rankAfter } from '../../../db/queries/rank.ts';
import type { AcceptedRow } from '../../contract/papers.ts';
import type { Context } from '../context.ts';
import { EXISTING } from '../records/incoming.ts';
import type { Comparison } from './compare-version.ts';

type Ranked = { id: string; rank: string };

/**
 * Ranks by which new rows stand where the newer version has them: each after the row before it that stands in the same
 * list, first where that list begins with it.
 * @param rows the new rows that are taken in, in the order of the paper
 * @param meetingId the meeting whose agenda the paper's agenda is; null where it is none, or none that stands yet
 * @returns ranks by row key
 */
export function ranksOfAdded(context: Context, committeeId: string, { incoming, revised }: Comparison, rows: readonly AcceptedRow[], meetingId: string | null): Map<string, string> {
  const { orm } = context.store.connection;
  const points = placedPoints(orm, committeeId);
  const placeOf = (row: AcceptedRow): string => {
    if (row.kind === 'item') return 'items';
    if (POINT_KINDS.some((kind) => kind === row.kind)) return [row.item, row.kind, row.parent].join(' ');
    return row.kind === 'agenda' && meetingId !== null ? 'agenda' : 'excerpts';
  };
  const existing = (id: string | null) => (id === null ? null : EXISTING + id);
  const lists = new Map<string, Ranked[]>([
    ['items', itemRows(orm, committeeId)],
    ['excerpts', excerptRows(orm, committeeId)],
    ['agenda', meetingId === null ? [] : agendaOrder(orm, committeeId, meetingId)],
    ...[...Map.groupBy(points, (point) => [existing(point.itemId), point.kind, existing(point.parentId)].join(' '))]
      .map(([place, own]): [string, Ranked[]] => [place, own.toSorted(byRank)]),
  ]);
  const recordOf = new Map(revised.flatMap(({ row, recordId }) => (row === null ? [] : [[row.id, recordId]])));
  const taken = new Map(rows.map((row) => [row.key, row]));

  const ranks = new Map<string, string>();
  /** The last row of each list on the way through the paper; none yet: null. */
  const before = new Map<string, string>();
  const listOf = new Map([...lists].flatMap(([place, own]) => own.map(({ id }) => [id, place])));
  for (const { key } of incoming.rows) {
    const row = taken.get(key);
    const record = recordOf.get(key);
    if (record !== undefined) before.set(listOf.get(record) ?? '', record);
    if (row === undefined) continue;
    const place = placeOf(row);
    const list = lists.get(place) ?? [];
    const rank = rankAfter(list, before.get(place) ?? (list.length === 0 ? undefined : null));
    ranks.set(key, rank);
    lists.set(place, list.toSpliced(list.findLastIndex((one) => one.rank <= rank) + 1, 0, { id: key, rank }));
    before.set(place, key);
  }
  return ranks;
}
