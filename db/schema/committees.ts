import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from './columns.ts';

export const committee = sqliteTable('committee', {
  ...recordColumns(),
  name: text('name').notNull(),
  municipality: text('municipality').notNull(),
  purpose: text('purpose').notNull(),
  sample: integer('sample', { mode: 'boolean' }).notNull(),
  /** The library of other cities' papers, which is not on the shelf. */
  library: integer('library', { mode: 'boolean' }).notNull().default(false),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] })]);
