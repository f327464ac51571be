import type { OutputOf } from '../../../electron/contract/index.ts';
import type { PaperKind } from '../../../db/domain/words.ts';
import type { PaperLayout, PaperWarning } from '../../../electron/contract/papers.ts';
import type { SourceRange } from '../../../electron/contract/recognised.ts';
import { go, routes } from '../../app/routes.ts';
import { createStore } from '../../shared/store.ts';
import { rowsFromRecognised } from '../../../electron/contract/preview/rows-from-recognised.ts';
import type { Preview } from '../../../electron/contract/preview/preview.ts';

/** What a paper was read as, and the corrections of it: a step of the way back. */
export type Step = { kind: PaperKind; headings: readonly SourceRange[]; present: Preview };

/** The paper that gives way to a newer version, and what the newer version is to be called. */
export type Replaced = { committeeId: string; paperId: string; title: string; label: string; oldLabel: string };

/** 差し替え as far as the person has come with it: whether its comparison is shown, and what was chosen there. */
export type Revision = { replaced: Replaced; shown: boolean; take: Readonly<Record<string, 'old' | 'new'>>; alsoAdd: readonly string[] };

/** One paper being looked through, with the corrections made so far and the way back through them. */
export type Session = Step & {
  fileName: string;
  sha256: string;
  title: string | null;
  /** The number printed on the paper; '' where none is. */
  label: string;
  municipality: string | null;
  text: string;
  layout: PaperLayout | null;
  warnings: readonly PaperWarning[];
  heldBy: readonly { committeeId: string; name: string }[];
  revision: Revision | null;
  past: readonly Step[];
  future: readonly Step[];
};

/** Where a file of the import is: it waits, is read, was read, was taken in, was refused, or its reading was stopped. */
export type EntryState = 'waiting' | 'reading' | 'read' | 'accepted' | 'refused' | 'stopped';

/** One file of the import. `id` also names its reading to the other side of the door. */
export type Entry = {
  id: string;
  fileName: string;
  state: EntryState;
  /** The file as it was given; null after a reload of the page. */
  file: File | null;
  /** What was read; null before, after the paper was taken in, and where it did not fit into what outlives a reload. */
  session: Session | null;
  /** By which a paper that did not fit is read again. */
  sha256: string | null;
  kind: PaperKind | null;
  /** Why it could not be read, and what to do. */
  sentence: string | null;
  /** Where it was taken in. */
  committeeId: string | null;
};

export type ImportState = {
  entries: readonly Entry[];
  /** The entry that is shown. */
  openId: string | null;
  /** The committee to propose: the one the import was begun in, then the one the paper before this went to. */
  proposedId: string | null;
};

export const EMPTY: ImportState = { entries: [], openId: null, proposedId: null };

/** The import outlives its screen, so that a look elsewhere loses no correction; a reload of the page brings it back. */
export const importStore = createStore<ImportState>(EMPTY);

/** The entry that is shown. */
export const openEntry = ({ entries, openId }: ImportState) => entries.find((entry) => entry.id === openId) ?? null;
/** The paper that is shown, once it was read. */
export const openSession = (state: ImportState) => openEntry(state)?.session ?? null;
/** Whether anything of the entry is still to be done. */
export const isUnderWay = ({ state }: Entry) => state === 'waiting' || state === 'reading' || state === 'read';

/** Opens the import, with the committee it is begun in (null: a new one) to be proposed. */
export function openImport(committeeId: string | null): void {
  importStore.set((state) => ({ ...state, proposedId: committeeId ?? (state.entries.length > 0 ? state.proposedId : null) }));
  go(routes.import());
}

/** Changes an entry; where no paper is shown, one that was just read is. */
export function patchEntry(id: string, change: Partial<Entry>): void {
  importStore.set((state) => {
    const entries = state.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
    return { ...state, entries, openId: openSession(state) === null && change.session ? id : state.openId };
  });
}

/** Shows a paper of the list. */
export function openPaper(id: string): void {
  importStore.set((state) => ({ ...state, openId: id }));
}

/** The paper before or behind the one that is shown, among those that can be looked through. */
export function stepPaper(by: 1 | -1): void {
  const { entries, openId } = importStore.get();
  const readable = entries.filter((entry) => entry.state === 'read');
  const at = readable.findIndex((entry) => entry.id === openId);
  const next = readable[at < 0 ? 0 : at + by];
  if (next) openPaper(next.id);
}

/** Takes an entry off the list, and shows the next; gives back what puts it in its place again. */
export function removeEntry(id: string): () => void {
  const before = importStore.get();
  const at = before.entries.findIndex((entry) => entry.id === id);
  const gone = before.entries[at];
  if (!gone) return () => {};
  importStore.set((state) => withNextOpen({ ...state, entries: state.entries.filter((entry) => entry.id !== id) }, id, at));
  return () => importStore.set((state) => ({ ...state, entries: state.entries.toSpliced(Math.min(at, state.entries.length), 0, gone), openId: before.openId === id ? id : state.openId }));
}

/** Puts a paper away that was taken in, and shows the next that is to be looked through. */
export function endSession(id: string, committeeId: string): void {
  importStore.set((state) => {
    const at = state.entries.findIndex((entry) => entry.id === id);
    const entries = state.entries.map((entry): Entry => (entry.id === id ? { ...entry, state: 'accepted', session: null, file: null, committeeId } : entry));
    const rest = { ...state, entries, proposedId: committeeId };
    // nothing is left to do: the list has said what it had to say
    return entries.some(isUnderWay) ? withNextOpen(rest, id, at) : { ...EMPTY, proposedId: committeeId };
  });
}

function withNextOpen(state: ImportState, id: string, at: number): ImportState {
  if (state.openId !== id) return state;
  const next = [...state.entries.slice(Math.max(0, at)), ...state.entries.slice(0, Math.max(0, at))].find((entry) => entry.state === 'read' && entry.id !== id);
  return { ...state, openId: next?.id ?? null };
}

/** Forgets the papers that were refused. */
export function forgetRefused(): void {
  importStore.set((state) => ({ ...state, entries: state.entries.filter((entry) => entry.state !== 'refused') }));
}

/** The session of a paper that was just read. */
export function sessionOf({ fileName, sha256, text, layout, warnings, heldBy, recognised }: OutputOf<'papers.preview'>): Session {
  return { fileName, sha256, text, layout, warnings, heldBy, title: recognised.title, label: recognised.label, municipality: recognised.municipality, ...stepOf(recognised), revision: null, past: [], future: [] };
}

/** What was recognised, before any correction. */
export function stepOf(recognised: OutputOf<'papers.preview'>['recognised']): Step {
  return { kind: recognised.kind, headings: recognised.headings.map((heading) => heading.source), present: rowsFromRecognised(recognised) };
}

/** One correction, to be taken back by undoCorrection. */
export function correct(edit: (preview: Preview) => Preview): void {
  withSession((session) => {
    const present = edit(session.present);
    return present === session.present ? session : stepped(session, { kind: session.kind, headings: session.headings, present });
  });
}

/** Goes on from another reading of the paper that is shown, as one step. */
export function goOnFrom(sha256: string, step: Step): void {
  withSession((session) => (session.sha256 === sha256 ? stepped(session, step) : session));
}

const currentStep = ({ kind, headings, present }: Session): Step => ({ kind, headings, present });
const stepped = (session: Session, step: Step): Session => ({ ...session, ...step, past: [...session.past, currentStep(session)], future: [] });

/** Takes the last correction back; nothing where there is none. */
export function undoCorrection(): void {
  withSession((session) => {
    const last = session.past.at(-1);
    return last ? { ...session, ...last, past: session.past.slice(0, -1), future: [currentStep(session), ...session.future] } : session;
  });
}

/** Makes the correction again that was taken back last. */
export function redoCorrection(): void {
  withSession((session) => {
    const [next, ...rest] = session.future;
    return next ? { ...session, ...next, past: [...session.past, currentStep(session)], future: rest } : session;
  });
}

/** Begins 差し替え of one paper, or goes on with it where it was left. */
export function beginRevision(replaced: Replaced): void {
  withSession((session) => {
    const before = session.revision?.replaced.paperId === replaced.paperId ? session.revision : { take: {}, alsoAdd: [] };
    return { ...session, revision: { ...before, replaced, shown: true } };
  });
}

/** Changes what was chosen in 差し替え; nothing where none was begun. */
export function patchRevision(change: (revision: Revision) => Partial<Revision>): void {
  withSession((session) => (session.revision ? { ...session, revision: { ...session.revision, ...change(session.revision) } } : session));
}

function withSession(change: (session: Session) => Session): void {
  const entry = openEntry(importStore.get());
  if (!entry?.session) return;
  const session = change(entry.session);
  if (session !== entry.session) patchEntry(entry.id, { session, kind: session.kind });
}
