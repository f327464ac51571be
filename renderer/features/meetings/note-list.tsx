import { forwardRef, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { AgendaItem, Member, Note } from '../../../electron/contract/meetings.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { readKept } from '../../shared/kept-text.ts';
import { isComposing, isTextField } from '../../shared/keys.ts';
import { focusRow, rowOf } from '../../shared/rows.ts';
import { useRemovedNotice } from '../../shared/undo-notice.tsx';
import { useCommand } from '../../shared/use-operation.ts';
import { cycleKind } from './entry.ts';
import { bringIntoSight } from './bring-into-sight.ts';
import { noteActionOf } from './note-keys.ts';
import { groupNotes, shiftNote } from './note-groups.ts';
import { NoteRow } from './note-row.tsx';
import { nameOf } from './speaker.ts';
import type { LoggedNote } from './use-note-log.ts';
import classes from './note-list.module.css';

/** `goLast` gives the keys to the last note; `show` brings a note into sight and chooses it. */
export type NoteListHandle = { goLast: () => void; show: (noteId: string) => void };

export type NoteListProps = {
  committeeId: string;
  notes: readonly LoggedNote[];
  agenda: readonly AgendaItem[];
  currentAgenda: string | null;
  /** Which note is in sight when the meeting is opened: the last one while it goes on, the first one when it is read again. */
  startsAt: 'first' | 'last';
  members: readonly Member[];
  onLeave: () => void;
  onSpeaker: (note: LoggedNote) => void;
  onLink: (note: LoggedNote) => void;
  onRetry: (noteId: string) => void;
  /** Gives up a note that was refused. */
  onDiscard: (noteId: string) => void;
  onShowPoint: (pointId: string) => void;
  onShowClause: (place: Note['citations'][number]) => void;
};

/** The notes of a meeting in order of speech under their agenda items; each is corrected with the keys of the entry line. */
export const NoteList = forwardRef<NoteListHandle, NoteListProps>(function NoteList(props, ref) {
  const { committeeId, notes, agenda, currentAgenda, startsAt, members, onLeave, onSpeaker, onLink, onRetry, onDiscard, onShowPoint, onShowClause } = props;
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const { run: update } = useCommand('notes.update');
  const { run: move } = useCommand('notes.move');
  const { run: remove } = useCommand('notes.remove');
  const removed = useRemovedNotice(committeeId);
  const frame = useRef<HTMLDivElement>(null);
  const groups = groupNotes(notes, agenda, currentAgenda);
  const flat = groups.flatMap((group) => group.notes.map(({ note }) => note));
  const tabStop = flat.find((note) => note.id === chosen)?.id ?? flat.at(-1)?.id;

  const focusNote = useCallback((id: string | undefined) => {
    if (id === undefined) return;
    setChosen(id);
    requestAnimationFrame(() => focusRow(rowOf(frame.current, 'data-note', id)));
  }, []);
  const last = flat.at(-1)?.id;
  useImperativeHandle(ref, () => ({ goLast: () => focusNote(last), show: focusNote }), [focusNote, last]);

  // The note just recorded comes into sight under its agenda item; nothing else moves the page.
  const newest = notes.at(-1);
  const seen = useRef<string | null>(null);
  const count = useRef(notes.length);
  useLayoutEffect(() => {
    const opening = seen.current === null;
    const added = notes.length > count.current || opening;
    count.current = notes.length;
    if (newest === undefined || !added || newest.id === seen.current) return;
    seen.current = newest.id;
    if (!(opening && startsAt === 'first')) bringIntoSight(frame.current, newest.id);
  }, [newest, notes.length, startsAt]);

  // A correction that was being typed when the app ended, or the screen was left, is open again.
  const reopened = useRef(false);
  useEffect(() => {
    if (reopened.current || notes.length === 0) return;
    reopened.current = true;
    setEditing(notes.find((note) => readKept(`note.${note.id}`) !== '')?.id ?? null);
  }, [notes]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || isTextField(event.target) || event.target instanceof HTMLButtonElement) return;
    const action = noteActionOf(event);
    const at = flat.findIndex((each) => each.id === chosen);
    const note = flat[at];
    if (action === null || note === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (action === 'up') focusNote(flat[Math.max(0, at - 1)]?.id);
    else if (action === 'leave' || (action === 'down' && at === flat.length - 1)) leave();
    else if (action === 'down') focusNote(flat[at + 1]?.id);
    else if (action === 'first') focusNote(flat[0]?.id);
    else if (action === 'last') focusNote(flat.at(-1)?.id);
    else if (note.sending === 'on-its-way' || (note.sending === 'refused' && action !== 'remove')) return;
    else if (action === 'edit') setEditing(note.id);
    else if (action === 'kind' || action === 'kind-back') void update({ committeeId, id: note.id, kind: cycleKind(note.kind, action === 'kind-back') });
    else if (action === 'speaker') onSpeaker(note);
    else if (action === 'link') onLink(note);
    else if (action === 'remove') void removeNote(note, flat[at + 1]?.id ?? flat[at - 1]?.id);
    else void shift(note, action === 'shift-up' ? 'up' : 'down');
  };
  const leave = () => {
    setChosen(null);
    onLeave();
  };
  const removeNote = async (note: LoggedNote, next: string | undefined) => {
    if (note.sending === 'refused') onDiscard(note.id);
    else {
      await remove({ committeeId, id: note.id });
      removed(note.text, 'notes.remove');
    }
    if (next === undefined) leave();
    else focusNote(next);
  };
  const shift = async (note: LoggedNote, direction: 'up' | 'down') => {
    const to = shiftNote(notes, groups, note.id, direction);
    if (to === null) return;
    if (to.agendaItemId !== note.agendaItemId) await update({ committeeId, id: note.id, agendaItemId: to.agendaItemId });
    await move({ committeeId, id: note.id, afterId: to.afterId });
    focusNote(note.id);
  };
  const onSave = useCallback((id: string, text: string) => update({ committeeId, id, text }), [update, committeeId]);
  const onClose = useCallback(() => {
    setEditing((id) => {
      focusNote(id ?? undefined);
      return null;
    });
  }, [focusNote]);

  return (
    <div ref={frame} className={classes.list} onKeyDown={onKeyDown}>
      {notes.length === 0 ? <EmptyState title={t('meeting.noNotes')} hint={t('meeting.noNotesHint')} /> : null}
      {groups.map((group) => {
        const heading = `notes-of-${group.agenda?.id ?? 'none'}`;
        return (
          <section key={heading} aria-labelledby={heading}>
            <h2 id={heading} className={classes.heading}>
              {group.agenda === null ? t('meeting.outsideAgenda') : `${group.agenda.number}　${group.agenda.title}`}
              {group.notes.length === 0 ? null : <span className={classes.headingCount}>{group.notes.length}</span>}
            </h2>
            {group.notes.length === 0 ? null : (
              <div role="grid" aria-labelledby={heading}>
                {group.notes.map(({ note, answers }) => (
                  <NoteRow
                    key={note.id}
                    note={note}
                    speaker={nameOf(note, members)}
                    chair={members.find((member) => member.id === note.speakerId)?.role === 'chair'}
                    answers={answers}
                    chosen={note.id === chosen}
                    tabStop={note.id === tabStop}
                    editing={note.id === editing}
                    onChoose={setChosen}
                    onEdit={setEditing}
                    onSave={onSave}
                    onClose={onClose}
                    onRetry={onRetry}
                    onShowPoint={onShowPoint}
                    onShowClause={onShowClause}
                  />
                ))}
              </div>
            )}
          </section>
        );
      })}
    </div>
  );
});
