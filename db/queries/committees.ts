import { eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { committee, dossierChange, item, meeting, paper } from '../schema/index.ts';

const countOf = (table: typeof item | typeof meeting | typeof paper) =>
  sql<number>`(SELECT count(*) FROM ${table} WHERE ${table.dossierId} = ${committee.dossierId})`;

/** Names of the committees on the shelf, by id. */
export function committeeNames(orm: Orm): Map<string, string> {
  return new Map(orm.select({ id: committee.dossierId, name: committee.name }).from(committee).all().map(({ id, name }) => [id, name]));
}

/** The committees on the shelf (a removed one is not) with what they hold, by name; or the one asked for. */
export function listCommittees(orm: Orm, dossierId?: string) {
  return orm
    .select({
      id: committee.dossierId,
      name: committee.name,
      municipality: committee.municipality,
      purpose: committee.purpose,
      sample: committee.sample,
      items: countOf(item),
      meetings: countOf(meeting),
      papers: countOf(paper),
      changedAt: sql<string | null>`(SELECT ${dossierChange.at} FROM ${dossierChange} WHERE ${dossierChange.dossierId} = ${committee.dossierId} ORDER BY ${dossierChange.seq} DESC LIMIT 1)`,
    })
    .from(committee)
    .where(dossierId === undefined ? undefined : eq(committee.dossierId, dossierId))
    .orderBy(committee.name)
    .all();
}
