import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PRECISIONS } from '../domain/fuzzy-date.ts';
import { AGENDA_STATES, ATTENDANCE_STATES, MEMBER_ROLES, NOTE_KINDS } from '../domain/words.ts';
import { recordColumns } from './columns.ts';

export const meeting = sqliteTable('meeting', {
  ...recordColumns(),
  label: text('label').notNull(),
  dateRaw: text('date_raw').notNull(),
  dateStart: text('date_start'),
  dateEnd: text('date_end'),
  datePrecision: text('date_precision', { enum: PRECISIONS }).notNull(),
  dateFlag: text('date_flag'),
  topics: text('topics').notNull(),
  place: text('place').notNull(),
  startTime: text('start_time').notNull(),
  endTime: text('end_time').notNull(),
  open: integer('open', { mode: 'boolean' }).notNull(),
  closedReason: text('closed_reason').notNull(),
  observers: integer('observers'),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] })]);

export const agendaItem = sqliteTable('agenda_item', {
  ...recordColumns(),
  meetingId: text('meeting_id').notNull(),
  title: text('title').notNull(),
  minutes: integer('minutes'),
  state: text('state', { enum: AGENDA_STATES }).notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('agenda_item_list').on(t.dossierId, t.meetingId, t.rank)]);

export const agendaLink = sqliteTable('agenda_link', {
  ...recordColumns(),
  agendaItemId: text('agenda_item_id').notNull(),
  itemId: text('item_id').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] })]);

export const member = sqliteTable('member', {
  ...recordColumns(),
  name: text('name').notNull(),
  affiliation: text('affiliation').notNull(),
  field: text('field').notNull(),
  role: text('role', { enum: MEMBER_ROLES }).notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] })]);

export const attendance = sqliteTable('attendance', {
  ...recordColumns(),
  meetingId: text('meeting_id').notNull(),
  memberId: text('member_id').notNull(),
  state: text('state', { enum: ATTENDANCE_STATES }).notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('attendance_meeting').on(t.dossierId, t.meetingId)]);

export const note = sqliteTable('note', {
  ...recordColumns(),
  meetingId: text('meeting_id').notNull(),
  agendaItemId: text('agenda_item_id'),
  speakerId: text('speaker_id'),
  speaker: text('speaker').notNull(),
  kind: text('kind', { enum: NOTE_KINDS }).notNull(),
  text: text('text').notNull(),
  at: text('at').notNull(),
  due: text('due').notNull(),
  rank: text('rank').notNull(),
}, (t) => [primaryKey({ columns: [t.dossierId, t.id] }), index('note_list').on(t.dossierId, t.meetingId, t.rank)]);
