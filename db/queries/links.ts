import { and, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { link, note } from '../schema/index.ts';

/** Every pair that is linked; an end may have been removed since. */
export function listLinks(orm: Orm, dossierId: string) {
  return orm.select({ aId: link.aId, bId: link.bId }).from(link).where(eq(link.dossierId, dossierId)).all();
}

/** The notes that are linked to something, each with what it is linked to. */
export function linkedNotes(orm: Orm, dossierId: string) {
  return orm
    .select({ noteId: note.id, pointId: sql<string>`CASE WHEN ${link.aId} = ${note.id} THEN ${link.bId} ELSE ${link.aId} END` })
    .from(link)
    .innerJoin(note, and(eq(note.dossierId, link.dossierId), sql`${note.id} IN (${link.aId}, ${link.bId})`))
    .where(eq(link.dossierId, dossierId))
    .all();
}
