import { and, asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { SHAPE, laterFields } from '../dossier/shape.ts';
import type { RecordOf, TableName } from '../dossier/shape.ts';
import type { Orm } from '../open.ts';
import { dossierChange, recordChange } from '../schema/index.ts';

const Fields = z.record(z.string(), z.unknown());

/** What records of a table last said, removed ones too, put together from their changes. Ids the table never had are left out. */
export function lastWords<T extends TableName>(orm: Orm, dossierId: string, table: T, ids: readonly string[]): Map<string, RecordOf<T>> {
  const changes = orm
    .select({ id: recordChange.recordId, after: recordChange.after })
    .from(recordChange)
    .innerJoin(dossierChange, eq(dossierChange.hash, recordChange.hash))
    .where(and(eq(recordChange.dossierId, dossierId), inArray(recordChange.recordId, [...ids]), eq(recordChange.tableName, table)))
    .orderBy(asc(dossierChange.seq))
    .all();
  const said = new Map<string, Record<string, unknown>>();
  for (const { id, after } of changes) said.set(id, { ...said.get(id), ...Fields.parse(JSON.parse(after)) });
  // The shape of a table is what its records were checked against when they were written.
  return new Map([...said].map(([id, fields]) => [id, SHAPE[table].parse({ ...laterFields(table), ...fields }) as RecordOf<T>]));
}
