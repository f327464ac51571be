import { asc, eq, max } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import type { action, actionCell, actionPlan, actionProgress, agendaItem, excerpt, indicator, indicatorValue, item, meeting, member, paper, point } from '../schema/index.ts';
import { ranksAtEnd } from './rank.ts';

/** The tables whose records stand in an order of their own. */
export type RankedTable =
  | typeof item | typeof point | typeof excerpt | typeof meeting | typeof agendaItem | typeof member | typeof paper
  | typeof indicator | typeof indicatorValue | typeof action | typeof actionPlan | typeof actionCell | typeof actionProgress;

/** Ids and ranks of all records of one table of the dossier, in order. */
export function rankedRows(orm: Orm, table: RankedTable, dossierId: string): { id: string; rank: string }[] {
  return orm.select({ id: table.id, rank: table.rank }).from(table).where(eq(table.dossierId, dossierId)).orderBy(asc(table.rank), asc(table.id)).all();
}

/** `count` ranks behind every record of one table of the dossier: for records that come in at the end, many at once. */
export function ranksBehind(orm: Orm, table: RankedTable, dossierId: string, count: number): string[] {
  const last = orm.select({ rank: max(table.rank) }).from(table).where(eq(table.dossierId, dossierId)).get()?.rank;
  return ranksAtEnd(last ? [{ id: '', rank: last }] : [], count);
}
