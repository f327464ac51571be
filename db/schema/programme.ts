import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PLAN_KINDS } from '../domain/words.ts';
import { recordColumns } from './columns.ts';

/** 指標. All figures are as the paper writes them. */
export const indicator = sqliteTable('indicator', {
  ...recordColumns(),
  name: text('name').notNull(),
  marker: text('marker').notNull(),
  baseLabel: text('base_label').notNull(),
  baseValue: text('base_value').notNull(),
  baseUnit: text('base_unit').notNull(),
  targetLabel: text('target_label').notNull(),
  targetValue: text('target_value').notNull(),
  targetUnit: text('target_unit').notNull(),
  note: text('note').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] })]);

/** What an indicator was, or is to be, in one year. */
export const indicatorValue = sqliteTable('indicator_value', {
  ...recordColumns(),
  indicatorId: text('indicator_id').notNull(),
  label: text('label').notNull(),
  value: text('value').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('indicator_value_list').on(t.dossierId, t.indicatorId)]);

/** 実施項目 of a programme. */
export const action = sqliteTable('action', {
  ...recordColumns(),
  title: text('title').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] })]);

/** A row of an action's plan: as first made, or a revision with its reason. */
export const actionPlan = sqliteTable('action_plan', {
  ...recordColumns(),
  actionId: text('action_id').notNull(),
  kind: text('kind', { enum: PLAN_KINDS }).notNull(),
  revision: text('revision').notNull(),
  reason: text('reason').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('action_plan_list').on(t.dossierId, t.actionId)]);

/** What a row of a plan has for one year. */
export const actionCell = sqliteTable('action_cell', {
  ...recordColumns(),
  planId: text('plan_id').notNull(),
  year: text('year').notNull(),
  text: text('text').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('action_cell_list').on(t.dossierId, t.planId)]);

/** 取組実績: what was done in one year, and how it was rated. */
export const actionProgress = sqliteTable('action_progress', {
  ...recordColumns(),
  actionId: text('action_id').notNull(),
  year: text('year').notNull(),
  kind: text('kind').notNull(),
  status: text('status').notNull(),
  text: text('text').notNull(),
  note: text('note').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('action_progress_list').on(t.dossierId, t.actionId)]);
