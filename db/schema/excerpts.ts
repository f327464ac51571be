import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { EXCERPT_KINDS } from '../domain/words.ts';
import { recordColumns } from './columns.ts';

/** 記載: what a paper states beside items and points, kept as it says it. */
export const excerpt = sqliteTable('excerpt', {
  ...recordColumns(),
  kind: text('kind', { enum: EXCERPT_KINDS }).notNull(),
  text: text('text').notNull(),
  speaker: text('speaker').notNull(),
  /** The headings it stands under, outermost first, a line each. */
  section: text('section').notNull(),
  /** The excerpt it answers or belongs to. */
  parentId: text('parent_id'),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('excerpt_parent').on(t.dossierId, t.parentId)]);
