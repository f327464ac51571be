import { and, eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** The rows of one dossier, or those of `ids` among them: any number, as they travel in one parameter. */
export const among = (columns: { dossierId: SQLiteColumn; id: SQLiteColumn }, dossierId: string, ids: readonly string[] | undefined): SQL | undefined =>
  and(eq(columns.dossierId, dossierId), ids === undefined ? undefined : sql`${columns.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
