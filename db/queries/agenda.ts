import { and, asc, count, eq, isNotNull } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { agendaItem, agendaLink, item, note } from '../schema/index.ts';
import { among } from './among.ts';

/** Ids and ranks of a meeting's agenda, in order. */
export function agendaOrder(orm: Orm, dossierId: string, meetingId: string) {
  return orm.select({ id: agendaItem.id, rank: agendaItem.rank }).from(agendaItem)
    .where(and(eq(agendaItem.dossierId, dossierId), eq(agendaItem.meetingId, meetingId))).orderBy(asc(agendaItem.rank), asc(agendaItem.id)).all();
}

/** Every agenda item of the committee, or those of `ids` among them, in the order of its meeting's agenda. */
export function agendaItems(orm: Orm, dossierId: string, ids?: readonly string[]) {
  return orm.select({ id: agendaItem.id, meetingId: agendaItem.meetingId, title: agendaItem.title }).from(agendaItem)
    .where(among(agendaItem, dossierId, ids)).orderBy(asc(agendaItem.rank), asc(agendaItem.id)).all();
}

/** The meeting an agenda item belongs to; undefined where there is no such agenda item. */
export function meetingOfAgenda(orm: Orm, dossierId: string, id: string): string | undefined {
  return orm.select({ meetingId: agendaItem.meetingId }).from(agendaItem).where(and(eq(agendaItem.dossierId, dossierId), eq(agendaItem.id, id))).get()?.meetingId;
}

/** The deliberation items (those that stand, in order) an agenda item is linked to. */
export function agendaLinks(orm: Orm, dossierId: string) {
  return orm
    .select({ agendaItemId: agendaLink.agendaItemId, itemId: agendaLink.itemId })
    .from(agendaLink)
    .innerJoin(item, and(eq(item.dossierId, agendaLink.dossierId), eq(item.id, agendaLink.itemId)))
    .where(eq(agendaLink.dossierId, dossierId))
    .orderBy(asc(item.rank), asc(item.id))
    .all();
}

/** A meeting's agenda in order, numbered 1, 2…, with its deliberation items and how many notes were taken under each. */
export function listAgenda(orm: Orm, dossierId: string, meetingId: string) {
  const links = Map.groupBy(agendaLinks(orm, dossierId), (one) => one.agendaItemId);
  const notes = new Map(
    orm.select({ id: note.agendaItemId, count: count() }).from(note)
      .where(and(eq(note.dossierId, dossierId), eq(note.meetingId, meetingId), isNotNull(note.agendaItemId))).groupBy(note.agendaItemId).all()
      .map((row) => [row.id, row.count]),
  );
  return orm
    .select({ id: agendaItem.id, title: agendaItem.title, minutes: agendaItem.minutes, state: agendaItem.state })
    .from(agendaItem)
    .where(and(eq(agendaItem.dossierId, dossierId), eq(agendaItem.meetingId, meetingId)))
    .orderBy(asc(agendaItem.rank), asc(agendaItem.id))
    .all()
    .map((row, i) => ({ ...row, number: String(i + 1), itemIds: (links.get(row.id) ?? []).map(({ itemId }) => itemId), notes: notes.get(row.id) ?? 0 }));
}
