import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One committee's document. Everything else that carries its id is either its log or thrown away and built again. */
export const dossier = sqliteTable('dossier', {
  id: text('id').primaryKey(),
  createdAt: text('created_at').notNull(),
});

/** The log: every change of every dossier, in the order it was applied here. Never updated, never deleted. */
export const dossierChange = sqliteTable('dossier_change', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  dossierId: text('dossier_id').notNull().references(() => dossier.id),
  hash: text('hash').notNull().unique(),
  author: text('author').notNull(),
  device: text('device').notNull(),
  at: text('at').notNull(),
  /** The operation that made it. */
  reason: text('reason').notNull(),
  /** The undoable step it belongs to, and whether it does, undoes or redoes that step. */
  step: text('step').notNull(),
  mode: text('mode', { enum: ['do', 'undo', 'redo'] }).notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
}, (t) => [index('dossier_change_dossier').on(t.dossierId, t.seq), index('dossier_change_step').on(t.step)]);

/** The document as of `seq`, so that opening it does not replay the whole log. */
export const dossierSnapshot = sqliteTable('dossier_snapshot', {
  dossierId: text('dossier_id').primaryKey().references(() => dossier.id),
  seq: integer('seq').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

/** Projection of the log: what each change did to each record (only the fields that changed, as JSON). */
export const recordChange = sqliteTable('record_change', {
  dossierId: text('dossier_id').notNull(),
  hash: text('hash').notNull(),
  tableName: text('table_name').notNull(),
  recordId: text('record_id').notNull(),
  /** null where the change created the record. */
  before: text('before'),
  after: text('after').notNull(),
}, (t) => [primaryKey({ columns: [t.hash, t.tableName, t.recordId] }), index('record_change_record').on(t.dossierId, t.recordId)]);

/** Fields on which two people's changes meet: every value (JSON array), until a person chooses. */
export const conflict = sqliteTable('conflict', {
  dossierId: text('dossier_id').notNull(),
  tableName: text('table_name').notNull(),
  recordId: text('record_id').notNull(),
  field: text('field').notNull(),
  values: text('values').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.tableName, t.recordId, t.field] })]);
