import { and, count, eq, isNotNull } from 'drizzle-orm';
import { compareFuzzy } from '../domain/fuzzy-date.ts';
import type { Orm } from '../open.ts';
import { agendaItem, attendance, meeting, member, note } from '../schema/index.ts';
import { among } from './among.ts';
import { byRank } from './rank.ts';

/** The committee's meetings (or those of `ids`) in order of their dates, those without a date last; the order they were entered in decides ties. */
export function meetingRows(orm: Orm, dossierId: string, ids?: readonly string[]) {
  return orm
    .select({
      id: meeting.id, label: meeting.label, dateRaw: meeting.dateRaw, start: meeting.dateStart, end: meeting.dateEnd,
      precision: meeting.datePrecision, dateFlag: meeting.dateFlag, topics: meeting.topics, place: meeting.place,
      startTime: meeting.startTime, endTime: meeting.endTime, open: meeting.open, closedReason: meeting.closedReason,
      observers: meeting.observers, rank: meeting.rank,
    })
    .from(meeting)
    .where(among(meeting, dossierId, ids))
    .all()
    .toSorted((a, b) => compareFuzzy(a, b) || byRank(a, b));
}

/** The meetings in order with everything recorded of them but their agendas, attendance and notes, which are counted. */
export function listMeetings(orm: Orm, dossierId: string) {
  const counts = (table: typeof agendaItem | typeof note) =>
    new Map(orm.select({ id: table.meetingId, count: count() }).from(table).where(eq(table.dossierId, dossierId)).groupBy(table.meetingId).all().map((row) => [row.id, row.count]));
  const [agenda, notes] = [counts(agendaItem), counts(note)];
  return meetingRows(orm, dossierId).map(({ rank: _rank, ...one }) => ({ ...one, agendaItems: agenda.get(one.id) ?? 0, notes: notes.get(one.id) ?? 0 }));
}

/** First day of the latest meeting whose date is known (not counting `exceptId`): what a date without a year goes by. */
export function latestMeetingStart(orm: Orm, dossierId: string, exceptId?: string): string | null {
  const starts = orm.select({ id: meeting.id, start: meeting.dateStart }).from(meeting).where(and(eq(meeting.dossierId, dossierId), isNotNull(meeting.dateStart))).all();
  return starts.filter(({ id }) => id !== exceptId).map(({ start }) => start ?? '').toSorted().at(-1) ?? null;
}

/** What was recorded of each member's attendance; members since removed are left out. */
export function listAttendance(orm: Orm, dossierId: string, meetingId: string) {
  return orm
    .select({ memberId: attendance.memberId, state: attendance.state })
    .from(attendance)
    .innerJoin(member, and(eq(member.dossierId, attendance.dossierId), eq(member.id, attendance.memberId)))
    .where(and(eq(attendance.dossierId, dossierId), eq(attendance.meetingId, meetingId)))
    .orderBy(member.rank, member.id)
    .all();
}
