import { useCallback, useEffect, useMemo } from 'react';
import type { Note } from '../../../electron/contract/meetings.ts';
import { invoke } from '../../app/api.ts';
import { createStore, useStore } from '../../shared/store.ts';
import { showRefusal } from '../../shared/use-operation.ts';
import { dueIn, type Entry } from './entry.ts';

/** A note as the screen shows it: on disk, on its way there, or refused and waiting for its writer. */
export type LoggedNote = Note & { sending?: 'on-its-way' | 'refused' };
/** `reads`: how often the meeting was read again since the note arrived on disk. */
type Sent = { note: LoggedNote; entry: Entry; written: () => void; reads: number };

/** Notes on their way, by meeting. Outside React, so that one that is refused is still there when the screen comes back. */
const sentByMeeting = createStore<Readonly<Record<string, readonly Sent[]>>>({});
/** One after the other: notes reach the store in the order they were recorded. */
let queue: Promise<unknown> = Promise.resolve();
let sequence = 0;

const change = (meetingId: string, next: (sent: readonly Sent[]) => readonly Sent[]) =>
  sentByMeeting.set((all) => ({ ...all, [meetingId]: next(all[meetingId] ?? []) }));

const NOTHING_SENT: readonly Sent[] = [];

/**
 * The notes of a meeting, those just recorded at once among them, so that the next can be typed while one is written.
 * @param onDisk the notes as read from the store; a note on its way leaves the screen only when it is among them.
 */
export function useNoteLog(committeeId: string, meetingId: string, onDisk: readonly Note[]) {
  const sent = useStore(sentByMeeting, (all) => all[meetingId] ?? NOTHING_SENT);
  const notes = useMemo<LoggedNote[]>(() => {
    const known = new Set(onDisk.map((note) => note.id));
    return [...onDisk, ...sent.flatMap(({ note }) => (known.has(note.id) ? [] : note))];
  }, [onDisk, sent]);

  // A note that arrived leaves when it is among those read; also when it is not after the second reading, being undone.
  useEffect(() => {
    const known = new Set(onDisk.map((note) => note.id));
    change(meetingId, (all) =>
      all.length === 0 ? all : all.flatMap((each) => (each.note.sending !== undefined ? each : known.has(each.note.id) || each.reads > 0 ? [] : { ...each, reads: 1 })),
    );
  }, [meetingId, onDisk]);

  const send = useCallback((key: string, { entry, note, written }: Sent) => {
    queue = queue.then(async () => {
      const { speakerId, speaker, kind, text, pointIds } = entry;
      try {
        const { id, at } = await invoke('notes.add', {
          committeeId, meetingId, agendaItemId: note.agendaItemId, speakerId, speaker, kind, text, due: note.due, pointIds: [...pointIds],
        });
        change(meetingId, (all) => all.map((each) => (each.note.id === key ? { ...each, note: arrived(each.note, id, at) } : each)));
        written();
      } catch (error) {
        showRefusal(error);
        change(meetingId, (all) => all.map((each) => (each.note.id === key ? { ...each, note: { ...each.note, sending: 'refused' } } : each)));
      }
    });
  }, [committeeId, meetingId]);

  /** Records an entry; `written` is called when it is on disk (after a second try, where the first was refused). */
  const record = useCallback((entry: Entry, agendaItemId: string | null, written: () => void) => {
    const key = `sent:${(sequence += 1)}`;
    const { pointIds: _linkedOnArrival, ...fields } = entry;
    const due = entry.kind === 'action' ? dueIn(entry.text) : '';
    const note: LoggedNote = { ...fields, id: key, meetingId, agendaItemId, at: new Date().toISOString(), due, links: [], citations: [], sending: 'on-its-way' };
    const sent = { note, entry, written, reads: 0 };
    change(meetingId, (all) => [...all, sent]);
    send(key, sent);
  }, [meetingId, send]);

  /** Sends a refused note again. */
  const retry = useCallback((key: string) => {
    const again = refusedNote(meetingId, key);
    if (again === undefined) return;
    change(meetingId, (all) => all.map((each) => (each === again ? { ...each, note: { ...each.note, sending: 'on-its-way' } } : each)));
    send(key, again);
  }, [meetingId, send]);
  /** Gives a refused note up. */
  const discard = useCallback((key: string) => {
    refusedNote(meetingId, key)?.written();
    change(meetingId, (all) => all.filter((each) => each.note.id !== key));
  }, [meetingId]);

  return { notes, record, retry, discard };
}

function arrived({ sending: _no, ...note }: LoggedNote, id: string, at: string): LoggedNote {
  return { ...note, id, at };
}

const refusedNote = (meetingId: string, key: string) => sentByMeeting.get()[meetingId]?.find(({ note }) => note.id === key && note.sending === 'refused');
