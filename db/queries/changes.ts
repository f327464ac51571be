import { and, count, desc, eq, max, ne } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { dossierChange, recordChange } from '../schema/index.ts';

/** The dossier's changes, newest first: who, when, by which operation, and how many records each touched. */
export function listChanges(orm: Orm, dossierId: string, limit: number) {
  return orm
    .select({ hash: dossierChange.hash, at: dossierChange.at, author: dossierChange.author, reason: dossierChange.reason, records: count(recordChange.recordId) })
    .from(dossierChange)
    .leftJoin(recordChange, eq(recordChange.hash, dossierChange.hash))
    // What only begins a record is nobody's doing (see beginning in db/dossier/document.ts).
    .where(and(eq(dossierChange.dossierId, dossierId), ne(dossierChange.reason, '')))
    .groupBy(dossierChange.seq)
    .orderBy(desc(dossierChange.seq))
    .limit(limit)
    .all();
}

/** When the dossier was last written (ISO time), null where it never was. */
export function savedAt(orm: Orm, dossierId: string): string | null {
  return orm.select({ at: max(dossierChange.at) }).from(dossierChange).where(eq(dossierChange.dossierId, dossierId)).get()?.at ?? null;
}

/** What happened to one record, newest first; `before` is null where the change created it. Fields as JSON. */
export function listRecordChanges(orm: Orm, dossierId: string, recordId: string) {
  return orm
    .select({ at: dossierChange.at, author: dossierChange.author, reason: dossierChange.reason, before: recordChange.before, after: recordChange.after })
    .from(recordChange)
    .innerJoin(dossierChange, eq(dossierChange.hash, recordChange.hash))
    .where(and(eq(recordChange.dossierId, dossierId), eq(recordChange.recordId, recordId)))
    .orderBy(desc(dossierChange.seq))
    .all();
}

/** The newest change made on this machine: what a further stretch of typing may join. */
export function lastLocalChange(orm: Orm, dossierId: string, device: string) {
  return orm
    .select({ at: dossierChange.at, reason: dossierChange.reason, step: dossierChange.step, mode: dossierChange.mode })
    .from(dossierChange)
    .where(and(eq(dossierChange.dossierId, dossierId), eq(dossierChange.device, device)))
    .orderBy(desc(dossierChange.seq))
    .limit(1)
    .get();
}

/** Whether a field of a record was only ever set by taking in papers (papers.accept, papers.replace), never by a person. */
export function isSetByPapers(orm: Orm, dossierId: string, recordId: string, field: string): boolean {
  return listRecordChanges(orm, dossierId, recordId).every(({ reason, after }) => reason.startsWith('papers.') || !Object.hasOwn(JSON.parse(after), field));
}
