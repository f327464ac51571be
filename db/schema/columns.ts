import { text } from 'drizzle-orm/sqlite-core';

/** The two columns every projected record starts with; together they are its key. */
export const recordColumns = () => ({
  dossierId: text('dossier_id').notNull(),
  id: text('id').notNull(),
});
