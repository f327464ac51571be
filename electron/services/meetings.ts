import { v7 as uuidv7 } from 'uuid';
import { readDate } from '../../db/domain/read-date.ts';
import { agendaOrder, listAgenda } from '../../db/queries/agenda.ts';
import { latestMeetingStart, listAttendance, listMeetings, meetingRows } from '../../db/queries/meetings.ts';
import { listNotes, noteOrder } from '../../db/queries/notes.ts';
import { byRank, rankAfter } from '../../db/queries/rank.ts';
import type { Meeting, MeetingSummary } from '../contract/meetings.ts';
import { AppError } from '../contract/errors.ts';
import { agendaHandlers } from './agenda.ts';
import { attendanceHandlers } from './attendance.ts';
import type { Context, Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';
import { memberHandlers } from './members.ts';
import { noteHandlers } from './notes.ts';

/**
 * The fields of a meeting that its date as written gives. A date without a year goes by the committee's latest other
 * meeting. Text that is no date (未定) is kept.
 * @throws AppError invalid-date for a date that no calendar has
 */
export function dateFields(context: Context, committeeId: string, dateRaw: string, meetingId?: string) {
  const latest = latestMeetingStart(context.store.connection.orm, committeeId, meetingId);
  const date = readDate(dateRaw, latest === null ? {} : { document_date: latest });
  if (date.precision === 'invalid') throw new AppError('invalid-date', { raw: dateRaw, reason: date.reason ?? '' });
  return { dateRaw, dateStart: date.start, dateEnd: date.end, datePrecision: date.precision, dateFlag: date.flag ?? (date.year_from === undefined ? null : 'year-from-context') };
}

const summaryOf = ({ place: _p, startTime: _s, endTime: _e, open: _o, closedReason: _c, observers: _v, ...summary }: Meeting): MeetingSummary => summary;

const ownHandlers = {
  'meetings.list': (context, { committeeId }) => {
    requireRecords(context, committeeId);
    return listMeetings(context.store.connection.orm, committeeId).map(summaryOf);
  },
  'meetings.get': (context, { committeeId, id }) => {
    requireRecords(context, committeeId);
    const { orm } = context.store.connection;
    const meeting = listMeetings(orm, committeeId).find((one) => one.id === id);
    if (meeting === undefined) throw new AppError('not-found');
    return {
      meeting,
      agenda: listAgenda(orm, committeeId, id),
      attendance: listAttendance(orm, committeeId, id),
      notes: listNotes(orm, committeeId, id),
    };
  },
  'meetings.add': (context, input) => {
    const { committeeId, label, dateRaw = '', topics = '', place = '', startTime = '', endTime = '', open = true, closedReason = '', observers = null } = input;
    requireRecords(context, committeeId);
    const id = uuidv7();
    const date = dateFields(context, committeeId, dateRaw);
    const rank = rankAfter(meetingRows(context.store.connection.orm, committeeId).toSorted(byRank), undefined);
    changeDossier(context, committeeId, (draft) => {
      draft.add('meeting', id, { label, ...date, topics, place, startTime, endTime, open, closedReason, observers, rank });
    });
    return { id };
  },
  'meetings.update': (context, { committeeId, id, dateRaw, ...fields }) => {
    requireRecords(context, committeeId, ['meeting', id]);
    const date = dateRaw === undefined ? {} : dateFields(context, committeeId, dateRaw, id);
    changeDossier(context, committeeId, (draft) => draft.edit('meeting', id, { ...fields, ...date }));
    return {};
  },
  /** Takes the meeting's agenda and notes with it. */
  'meetings.remove': (context, { committeeId, id }) => {
    requireRecords(context, committeeId, ['meeting', id]);
    const { orm } = context.store.connection;
    const [agenda, notes] = [agendaOrder(orm, committeeId, id), noteOrder(orm, committeeId, id)];
    changeDossier(context, committeeId, (draft) => {
      draft.remove('meeting', id);
      for (const one of agenda) draft.remove('agendaItem', one.id);
      for (const one of notes) draft.remove('note', one.id);
    });
    return {};
  },
} satisfies Partial<Handlers>;

/** 日程と会議: the operations of electron/contract/meetings.ts. */
export const meetingHandlers = { ...ownHandlers, ...agendaHandlers, ...memberHandlers, ...attendanceHandlers, ...noteHandlers };
