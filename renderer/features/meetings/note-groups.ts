import type { AgendaItem, Note } from '../../../electron/contract/meetings.ts';

/** A note in its place: an answer stands under the question it answers. */
export type PlacedNote<N extends Note = Note> = { note: N; answers: boolean };
/** The notes taken under one agenda item (null: under none), in order of speech. */
export type NoteGroup<N extends Note = Note> = { agenda: AgendaItem | null; notes: PlacedNote<N>[] };

/** Answers that follow a question, with only answers between them, answer it. */
function place<N extends Note>(notes: readonly N[]): PlacedNote<N>[] {
  let asked = false;
  return notes.map((note) => {
    const answers = note.kind === 'answer' && asked;
    asked = note.kind === 'question' || answers;
    return { note, answers };
  });
}

/**
 * Groups a meeting's notes by agenda item, in the agenda's order; those under none, or under one since removed, come first.
 * Agenda items without notes are left out, except `current`, whose heading shows where the next note will stand.
 */
export function groupNotes<N extends Note>(notes: readonly N[], agenda: readonly AgendaItem[], current: string | null): NoteGroup<N>[] {
  const known = new Set(agenda.map((item) => item.id));
  const groups: NoteGroup<N>[] = [null, ...agenda].map((item) => ({
    agenda: item,
    notes: place(notes.filter((note) => (note.agendaItemId !== null && known.has(note.agendaItemId) ? note.agendaItemId : null) === (item?.id ?? null))),
  }));
  return groups.filter((group) => group.notes.length > 0 || (group.agenda !== null && group.agenda.id === current));
}

/** Who put the question that the last note of an agenda item answers, or would answer; null where there is none. */
export function lastAsker(notes: readonly Note[], agendaItemId: string | null): Note | null {
  const own = notes.filter((note) => note.agendaItemId === agendaItemId);
  const asked = own.findLastIndex((note) => note.kind !== 'answer');
  const question = own[asked];
  return question?.kind === 'question' ? question : null;
}

export type NoteMove = { afterId: string | null; agendaItemId: string | null };

/**
 * Where Alt+↑/↓ puts a note: past its neighbour in the group, or, at the group's edge, into the group next to it.
 * @param notes the meeting's notes in their own order, which the groups only divide.
 * @returns the note it then follows in the whole meeting (null: it is the first) and its agenda item; null at the very edge.
 */
export function shiftNote(notes: readonly Note[], groups: readonly NoteGroup[], noteId: string, direction: 'up' | 'down'): NoteMove | null {
  const others = notes.filter((note) => note.id !== noteId).map((note) => note.id);
  const before = (id: string) => others[others.indexOf(id) - 1] ?? null;
  const idsOf = (group: NoteGroup) => group.notes.map(({ note }) => note.id);
  const g = groups.findIndex((group) => idsOf(group).includes(noteId));
  const group = groups[g];
  if (group === undefined) return null;
  const own = idsOf(group);
  const neighbour = own[own.indexOf(noteId) + (direction === 'up' ? -1 : 1)];
  if (neighbour !== undefined) return { afterId: direction === 'up' ? before(neighbour) : neighbour, agendaItemId: group.agenda?.id ?? null };
  const next = groups[g + (direction === 'up' ? -1 : 1)];
  if (next === undefined) return null;
  const edge = direction === 'up' ? idsOf(next).at(-1) : idsOf(next)[0];
  const unmoved = notes[notes.findIndex((note) => note.id === noteId) - 1]?.id ?? null;
  return { afterId: edge === undefined ? unmoved : direction === 'up' ? edge : before(edge), agendaItemId: next.agenda?.id ?? null };
}
