import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { POINT_KINDS } from '../domain/words.ts';
import { recordColumns } from './columns.ts';

export const item = sqliteTable('item', {
  ...recordColumns(),
  title: text('title').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] })]);

export const point = sqliteTable('point', {
  ...recordColumns(),
  itemId: text('item_id'),
  kind: text('kind', { enum: POINT_KINDS }).notNull(),
  text: text('text').notNull(),
  parentId: text('parent_id'),
  reason: text('reason').notNull(),
  /** The point of the library that this example was cited from. */
  origin: text('origin'),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('point_list').on(t.dossierId, t.itemId, t.kind, t.rank)]);

export const pointCity = sqliteTable('point_city', {
  ...recordColumns(),
  pointId: text('point_id').notNull(),
  city: text('city').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('point_city_point').on(t.dossierId, t.pointId), index('point_city_city').on(t.dossierId, t.city)]);

export const link = sqliteTable('link', {
  ...recordColumns(),
  aId: text('a_id').notNull(),
  bId: text('b_id').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('link_a').on(t.dossierId, t.aId), index('link_b').on(t.dossierId, t.bId)]);

export const passage = sqliteTable('passage', {
  ...recordColumns(),
  ownerId: text('owner_id').notNull(),
  paperId: text('paper_id').notNull(),
  start: integer('start').notNull(),
  end: integer('end').notNull(),
  quote: text('quote').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('passage_owner').on(t.dossierId, t.ownerId), index('passage_paper').on(t.dossierId, t.paperId)]);
