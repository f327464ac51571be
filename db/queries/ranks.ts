import { eq, max } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import type { action, agendaItem, excerpt, indicator, item, meeting, member, paper, point } from '../schema/index.ts';
import { ranksAtEnd } from './rank.ts';

/** The tables whose records stand in an order of their own. */
export type RankedTable = typeof item | typeof point | typeof excerpt | typeof meeting | typeof agendaItem | typeof member | typeof indicator | typeof action | typeof paper;

/** `count` ranks behind every record of one table of the dossier: for records that come in at the end, many at once. */
export function ranksBehind(orm: Orm, table: RankedTable, dossierId: string, count: number): string[] {
  const last = orm.select({ rank: max(table.rank) }).from(table).where(eq(table.dossierId, dossierId)).get()?.rank;
  return ranksAtEnd(last ? [{ id: '', rank: last }] : [], count);
}
