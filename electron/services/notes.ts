import { v7 as uuidv7 } from 'uuid';
import { meetingOfAgenda } from '../../db/queries/agenda.ts';
import { speakersOf } from '../../db/queries/members.ts';
import { listNotes, meetingOfNote, noteOrder } from '../../db/queries/notes.ts';
import { rankAfter } from '../../db/queries/rank.ts';
import { AppError } from '../contract/errors.ts';
import type { ParsedInputOf } from '../contract/index.ts';
import type { Context, Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';
import { writeLink } from './links.ts';

/** @throws AppError bad-input where the agenda item is another meeting's */
function requireSameMeeting(context: Context, committeeId: string, meetingId: string, agendaItemId: string | null | undefined): void {
  if (typeof agendaItemId !== 'string') return;
  if (meetingOfAgenda(context.store.connection.orm, committeeId, agendaItemId) !== meetingId) throw new AppError('bad-input', { field: 'agendaItemId' });
}

/** Who speaks, in words as well as by id: the note still says it when the member is taken off the list. */
const inWords = (context: Context, committeeId: string, speakerId: string | null, speaker: string): string =>
  speaker === '' ? speakersOf(context.store.connection.orm, committeeId)({ speakerId, speaker }).speaker : speaker;

function addNote(context: Context, { committeeId, pointIds, ...input }: ParsedInputOf<'notes.add'>): { id: string; at: string } {
  const { meetingId, agendaItemId, speakerId } = input;
  requireRecords(context, committeeId, ['meeting', meetingId], ['agendaItem', agendaItemId], ['member', speakerId], ...pointIds.map((id) => ['point', id] as const));
  requireSameMeeting(context, committeeId, meetingId, agendaItemId);
  const id = uuidv7();
  const at = context.now().toISOString();
  const rank = rankAfter(noteOrder(context.store.connection.orm, committeeId, meetingId), undefined);
  changeDossier(context, committeeId, (draft) => {
    draft.add('note', id, { ...input, speaker: inWords(context, committeeId, speakerId, input.speaker), at, rank });
    for (const pointId of new Set(pointIds)) writeLink(draft, id, pointId);
  });
  return { id, at };
}

export const noteHandlers = {
  'notes.list': (context, { committeeId }) => {
    requireRecords(context, committeeId);
    return listNotes(context.store.connection.orm, committeeId);
  },
  'notes.add': addNote,
  'notes.update': (context, { committeeId, id, ...fields }) => {
    requireRecords(context, committeeId, ['note', id], ['agendaItem', fields.agendaItemId], ['member', fields.speakerId]);
    const meetingId = meetingOfNote(context.store.connection.orm, committeeId, id);
    if (meetingId === undefined) throw new AppError('not-found');
    requireSameMeeting(context, committeeId, meetingId, fields.agendaItemId);
    const { speakerId, speaker = '' } = fields;
    const spoken = typeof speakerId === 'string' ? { speaker: inWords(context, committeeId, speakerId, speaker) } : {};
    changeDossier(context, committeeId, (draft) => draft.edit('note', id, { ...fields, ...spoken }));
    return {};
  },
  'notes.move': (context, { committeeId, id, afterId }) => {
    requireRecords(context, committeeId);
    const { orm } = context.store.connection;
    const meetingId = meetingOfNote(orm, committeeId, id);
    if (meetingId === undefined) throw new AppError('not-found');
    if (afterId === id) return {};
    const rank = rankAfter(noteOrder(orm, committeeId, meetingId), afterId, id);
    changeDossier(context, committeeId, (draft) => draft.edit('note', id, { rank }));
    return {};
  },
  'notes.remove': (context, { committeeId, id }) => {
    requireRecords(context, committeeId, ['note', id]);
    changeDossier(context, committeeId, (draft) => draft.remove('note', id));
    return {};
  },
} satisfies Partial<Handlers>;
