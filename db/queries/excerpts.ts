import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { excerpt } from '../schema/index.ts';
import { among } from './among.ts';

/** The dossier's excerpts in the order they were taken in, or those of `ids` among them. */
export function excerptRows(orm: Orm, dossierId: string, ids?: readonly string[]) {
  return orm
    .select({
      id: excerpt.id, kind: excerpt.kind, text: excerpt.text, speaker: excerpt.speaker, section: excerpt.section, parentId: excerpt.parentId, rank: excerpt.rank,
    })
    .from(excerpt)
    .where(among(excerpt, dossierId, ids))
    .orderBy(asc(excerpt.rank), asc(excerpt.id))
    .all();
}

/** The excerpts that belong to those of `ids`, line under line: answers, and what stands under a measure. */
export function excerptsUnder(orm: Orm, dossierId: string, ids: readonly string[]): string[] {
  const found = new Set(ids);
  for (let above = [...ids]; above.length > 0;) {
    const lines = orm.select({ id: excerpt.id }).from(excerpt).where(and(eq(excerpt.dossierId, dossierId), inArray(excerpt.parentId, above))).all();
    // Two laptops may have put each under the other.
    above = lines.map(({ id }) => id).filter((id) => !found.has(id));
    for (const id of above) found.add(id);
  }
  return [...found].slice(ids.length);
}
