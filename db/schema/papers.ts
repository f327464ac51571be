import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PAPER_KINDS } from '../domain/words.ts';
import { recordColumns } from './columns.ts';

/** A committee's use of a source paper. */
export const paper = sqliteTable('paper', {
  ...recordColumns(),
  sha256: text('sha256').notNull(),
  title: text('title').notNull(),
  label: text('label').notNull(),
  fileName: text('file_name').notNull(),
  importedAt: text('imported_at').notNull(),
  kind: text('kind', { enum: PAPER_KINDS }).notNull().default('other'),
  /** The city whose paper it is. */
  municipality: text('municipality').notNull().default(''),
  /** The paper that took its place; this one stays readable. */
  replacedBy: text('replaced_by'),
  /** Came along with an example cited from the library. */
  cited: integer('cited', { mode: 'boolean' }).notNull().default(false),
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
  /** Where its lines stand on its pages, and its page furniture: JSON, deflated. null where the file has no pages. */
  form: blob('form', { mode: 'buffer' }),
  /** The sketch by which papers alike are found (see db/domain/likeness.ts); null where it was kept by an older version. */
  sketch: blob('sketch', { mode: 'buffer' }),
});
