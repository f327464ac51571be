import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CLAUSE_KINDS, DRAFT_EDITIONS } from '../domain/words.ts';
import { recordColumns } from './columns.ts';

export const draft = sqliteTable('draft', {
  ...recordColumns(),
  title: text('title').notNull(),
  edition: text('edition', { enum: DRAFT_EDITIONS }).notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] })]);

export const clause = sqliteTable('clause', {
  ...recordColumns(),
  draftId: text('draft_id').notNull(),
  kind: text('kind', { enum: CLAUSE_KINDS }).notNull(),
  level: integer('level').notNull(),
  numbered: integer('numbered', { mode: 'boolean' }).notNull(),
  content: text('content').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('clause_list').on(t.dossierId, t.draftId, t.rank)]);

/** Which clause cites what: read off the clauses' contents, so that a citation is a link both ways. */
export const citation = sqliteTable('citation', {
  dossierId: text('dossier_id').notNull(),
  clauseId: text('clause_id').notNull(),
  targetId: text('target_id').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.clauseId, t.targetId] }), index('citation_target').on(t.dossierId, t.targetId)]);
