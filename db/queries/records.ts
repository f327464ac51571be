import { sql } from 'drizzle-orm';
import type { TableName } from '../dossier/shape.ts';
import type { Orm } from '../open.ts';
import * as schema from '../schema/index.ts';

/** Whether the dossier has a record of that id that is not removed. */
export function hasRecord(orm: Orm, dossierId: string, table: TableName, id: string): boolean {
  return orm.get(sql`SELECT 1 FROM ${schema[table]} WHERE dossier_id = ${dossierId} AND id = ${id}`) !== undefined;
}
