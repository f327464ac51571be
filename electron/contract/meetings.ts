import { z } from 'zod';
import { PRECISIONS } from '../../db/domain/fuzzy-date.ts';
import { AGENDA_STATES, ATTENDANCE_STATES, MEMBER_ROLES, NOTE_KINDS } from '../../db/domain/words.ts';
import { CitationPlace } from './board.ts';
import { AfterId, Done, Id, Name, Text, command, query } from './operation.ts';

export const Member = z.object({
  id: Id,
  name: z.string(),
  affiliation: z.string(),
  field: z.string(),
  role: z.enum(MEMBER_ROLES),
});
export type Member = z.infer<typeof Member>;

export const MeetingSummary = z.object({
  id: Id,
  label: z.string(),
  dateRaw: z.string(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  precision: z.enum(PRECISIONS),
  /** Why the date should be looked at (era overrun, weekday…), else null. */
  dateFlag: z.string().nullable(),
  topics: z.string(),
  agendaItems: z.number().int(),
  notes: z.number().int(),
});
export type MeetingSummary = z.infer<typeof MeetingSummary>;

export const AgendaItem = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  minutes: z.number().int().nullable(),
  state: z.enum(AGENDA_STATES),
  itemIds: z.array(Id),
  notes: z.number().int(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const Note = z.object({
  id: Id,
  meetingId: Id,
  agendaItemId: Id.nullable(),
  speakerId: Id.nullable(),
  speaker: z.string(),
  kind: z.enum(NOTE_KINDS),
  text: z.string(),
  /** ISO time the note was taken. */
  at: z.string(),
  /** Deadline as written, for an action (宿題); empty otherwise. */
  due: z.string(),
  /** Points this note is linked to, with the short form the screen shows: 「課題②」. */
  links: z.array(z.object({ pointId: Id, label: z.string() })),
  /** Clauses that cite this note. */
  citations: z.array(CitationPlace),
});
export type Note = z.infer<typeof Note>;

export const Meeting = MeetingSummary.extend({
  place: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  open: z.boolean(),
  closedReason: z.string(),
  observers: z.number().int().nullable(),
});
export type Meeting = z.infer<typeof Meeting>;

const OfCommittee = z.object({ committeeId: Id });
const meetingFields = {
  label: z.string().trim().max(500),
  dateRaw: z.string().trim().max(200),
  topics: Text,
  place: z.string().max(500),
  startTime: z.string().max(20),
  endTime: z.string().max(20),
  open: z.boolean(),
  closedReason: Text,
  observers: z.number().int().nonnegative().nullable(),
};
const memberFields = {
  name: Name,
  affiliation: z.string().max(500),
  field: z.string().max(500),
  role: z.enum(MEMBER_ROLES),
};
const agendaFields = { title: Name, minutes: z.number().int().nonnegative().max(1440).nullable(), state: z.enum(AGENDA_STATES) };

export const meetings = {
  /** In order of their fuzzy dates; those without a date last. */
  'meetings.list': query(OfCommittee, z.array(MeetingSummary)),
  'meetings.get': query(
    OfCommittee.extend({ id: Id }),
    z.object({
      meeting: Meeting,
      agenda: z.array(AgendaItem),
      attendance: z.array(z.object({ memberId: Id, state: z.enum(ATTENDANCE_STATES) })),
      notes: z.array(Note),
    }),
  ),
  /** A date that cannot be read is refused with invalid-date; an empty one or 「未定」 is kept as it is. */
  'meetings.add': command(OfCommittee.extend({ ...z.object(meetingFields).partial().shape, label: meetingFields.label.min(1) }), z.object({ id: Id })),
  'meetings.update': command(OfCommittee.extend({ id: Id, ...z.object(meetingFields).partial().shape }), Done),
  'meetings.remove': command(OfCommittee.extend({ id: Id }), Done),

  'agenda.add': command(
    OfCommittee.extend({ meetingId: Id, title: Name, minutes: agendaFields.minutes.default(null), itemIds: z.array(Id).default([]), afterId: AfterId.optional() }),
    z.object({ id: Id }),
  ),
  'agenda.update': command(OfCommittee.extend({ id: Id, ...z.object(agendaFields).partial().shape, itemIds: z.array(Id).optional() }), Done),
  'agenda.move': command(OfCommittee.extend({ id: Id, afterId: AfterId }), Done),
  'agenda.remove': command(OfCommittee.extend({ id: Id }), Done),

  'members.list': query(OfCommittee, z.array(Member)),
  'members.add': command(OfCommittee.extend({ ...z.object(memberFields).partial().shape, name: Name, afterId: AfterId.optional() }), z.object({ id: Id })),
  'members.update': command(OfCommittee.extend({ id: Id, ...z.object(memberFields).partial().shape }), Done),
  'members.move': command(OfCommittee.extend({ id: Id, afterId: AfterId }), Done),
  'members.remove': command(OfCommittee.extend({ id: Id }), Done),

  /** null clears what was recorded for the member. */
  'attendance.set': command(OfCommittee.extend({ meetingId: Id, memberId: Id, state: z.enum(ATTENDANCE_STATES).nullable() }), Done),

  'notes.list': query(OfCommittee, z.array(Note)),
  'notes.add': command(
    OfCommittee.extend({
      meetingId: Id,
      agendaItemId: Id.nullable().default(null),
      speakerId: Id.nullable().default(null),
      speaker: z.string().trim().max(200).default(''),
      kind: z.enum(NOTE_KINDS).default('opinion'),
      text: Text.refine((text) => text.trim() !== ''),
      due: z.string().trim().max(200).default(''),
      pointIds: z.array(Id).default([]),
    }),
    z.object({ id: Id, at: z.string() }),
  ),
  'notes.update': command(
    OfCommittee.extend({
      id: Id,
      agendaItemId: Id.nullable().optional(),
      speakerId: Id.nullable().optional(),
      speaker: z.string().trim().max(200).optional(),
      kind: z.enum(NOTE_KINDS).optional(),
      text: Text.optional(),
      due: z.string().trim().max(200).optional(),
    }),
    Done,
  ),
  'notes.move': command(OfCommittee.extend({ id: Id, afterId: AfterId }), Done),
  'notes.remove': command(OfCommittee.extend({ id: Id }), Done),
} as const;
