import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * What can be found: one row a record, one row a line of a source paper. Its rowid is that of the search index
 * (`search_index`, an FTS5 table that Drizzle cannot express; see the first migration). Records count up from 1, lines
 * of papers down from -1, so that reading the index from the top gives records first, the newest before the older.
 */
export const searchDoc = sqliteTable('search_doc', {
  rowid: integer('rowid').primaryKey(),
  /** Dossier of a record; null for a line of a source paper, which belongs to every committee that uses the paper. */
  dossierId: text('dossier_id'),
  tableName: text('table_name').notNull(),
  /** Record id; for a source line the paper's sha256. */
  recordId: text('record_id').notNull(),
  /** Offset and number (from 1) of a source line in its paper; 0 for records. */
  offset: integer('offset').notNull(),
  line: integer('line').notNull(),
  body: text('body').notNull(),
  // Only records are looked up by id; lines of papers are many and found by rowid alone.
}, (t) => [uniqueIndex('search_doc_record').on(t.dossierId, t.tableName, t.recordId).where(sql`dossier_id IS NOT NULL`)]);
