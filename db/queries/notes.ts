import { and, eq } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { agendaItem, note } from '../schema/index.ts';
import { citationPlaces } from './citations.ts';
import { linkedNotes } from './links.ts';
import { meetingRows } from './meetings.ts';
import { speakersOf } from './members.ts';
import { placedPoints } from './placed-points.ts';
import { byRank } from './rank.ts';
import { shortLabel } from './short-label.ts';

/** Ids and ranks of a meeting's notes, in order. */
export function noteOrder(orm: Orm, dossierId: string, meetingId: string) {
  return orm.select({ id: note.id, rank: note.rank }).from(note).where(and(eq(note.dossierId, dossierId), eq(note.meetingId, meetingId))).all().toSorted(byRank);
}

/** The meeting a note was taken in; undefined where there is no such note. */
export function meetingOfNote(orm: Orm, dossierId: string, id: string): string | undefined {
  return orm.select({ meetingId: note.meetingId }).from(note).where(and(eq(note.dossierId, dossierId), eq(note.id, id))).get()?.meetingId;
}

const columns = {
  id: note.id, meetingId: note.meetingId, agendaItemId: note.agendaItemId, speakerId: note.speakerId, speaker: note.speaker,
  kind: note.kind, text: note.text, at: note.at, due: note.due, rank: note.rank,
};

/** The notes of one meeting, or of all: meeting by meeting in their order, each in the order of speech; speakers as minutes name them. */
export function noteRows(orm: Orm, dossierId: string, meetingId?: string) {
  const meetings = new Map(meetingRows(orm, dossierId).map(({ id, label }, place) => [id, { label, place }]));
  const speakerOf = speakersOf(orm, dossierId);
  const placeOf = (id: string) => meetings.get(id)?.place ?? meetings.size;
  return orm
    .select(columns)
    .from(note)
    .where(and(eq(note.dossierId, dossierId), meetingId === undefined ? undefined : eq(note.meetingId, meetingId)))
    .all()
    .toSorted((a, b) => placeOf(a.meetingId) - placeOf(b.meetingId) || byRank(a, b))
    .map((row) => ({ ...row, ...speakerOf(row), meetingLabel: meetings.get(row.meetingId)?.label ?? '' }));
}

/** The notes of one meeting, or of all, with the points they are linked to and the clauses that cite them. */
export function listNotes(orm: Orm, dossierId: string, meetingId?: string) {
  const agenda = new Set(orm.select({ id: agendaItem.id }).from(agendaItem).where(eq(agendaItem.dossierId, dossierId)).all().map(({ id }) => id));
  const linked = Map.groupBy(linkedNotes(orm, dossierId), ({ noteId }) => noteId);
  const labels = linked.size === 0 ? new Map() : new Map(placedPoints(orm, dossierId).map(({ id, kind, placeNumber }) => [id, shortLabel(kind, placeNumber)]));
  const places = citationPlaces(orm, dossierId);
  return noteRows(orm, dossierId, meetingId).map(({ rank: _rank, meetingLabel: _label, ...one }) => ({
    ...one,
    agendaItemId: one.agendaItemId !== null && agenda.has(one.agendaItemId) ? one.agendaItemId : null,
    links: (linked.get(one.id) ?? []).flatMap(({ pointId }) => {
      const label = labels.get(pointId);
      return label === undefined ? [] : [{ pointId, label }];
    }),
    citations: places.get(one.id) ?? [],
  }));
}

/** The notes linked to a point, in order. */
export function notesAbout(orm: Orm, dossierId: string, pointId: string) {
  const about = new Set(linkedNotes(orm, dossierId).filter((one) => one.pointId === pointId).map(({ noteId }) => noteId));
  return noteRows(orm, dossierId).filter(({ id }) => about.has(id))
    .map(({ id, meetingId, meetingLabel, speaker, kind, text, at }) => ({ id, meetingId, meetingLabel, speaker, kind, text, at }));
}
