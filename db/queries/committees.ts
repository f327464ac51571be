import { eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { committee, dossierChange, item, meeting, paper } from '../schema/index.ts';

/** The committee a subquery is about: in full, as Drizzle leaves the table out where a query has but one. */
const THIS = sql.raw('"committee"."dossier_id"');
const countOf = (table: typeof item | typeof meeting) => sql<number>`(SELECT count(*) FROM ${table} AS t WHERE t.dossier_id = ${THIS})`;
/** The committee's own papers: not those a newer version replaced, nor those that came along with a citation. */
const papersOf = sql<number>`(SELECT count(*) FROM ${paper} AS p WHERE p.dossier_id = ${THIS} AND p.replaced_by IS NULL AND NOT p.cited)`;
const changedAt = sql<string | null>`(SELECT c.at FROM ${dossierChange} AS c WHERE c.dossier_id = ${THIS} ORDER BY c.seq DESC LIMIT 1)`;

/** Names of the committees on the shelf and of the library, by id. */
export function committeeNames(orm: Orm): Map<string, string> {
  return new Map(orm.select({ id: committee.dossierId, name: committee.name }).from(committee).all().map(({ id, name }) => [id, name]));
}

/** The committees on the shelf (neither a removed one nor the library is) with what they hold, by name; or the one asked for. */
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
      papers: papersOf,
      changedAt,
    })
    .from(committee)
    .where(dossierId === undefined ? eq(committee.library, false) : eq(committee.dossierId, dossierId))
    .orderBy(committee.name)
    .all();
}
