import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from './columns.ts';

/** A committee's use of a source paper. */
export const paper = sqliteTable('paper', {
  ...recordColumns(),
  sha256: text('sha256').notNull(),
  title: text('title').notNull(),
  label: text('label').notNull(),
  fileName: text('file_name').notNull(),
  importedAt: text('imported_at').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] })]);

/** A source paper itself: immutable, named by its bytes, shared by every committee that uses it. */
export const source = sqliteTable('source', {
  sha256: text('sha256').primaryKey(),
  fileName: text('file_name').notNull(),
  encoding: text('encoding').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  text: text('text').notNull(),
  characters: integer('characters').notNull(),
});
