import { ApiError, invoke, sentenceOf } from '../../app/api.ts';
import { PAPER_SIZE_LIMIT } from '../../../electron/contract/papers.ts';
import type { OutputOf } from '../../../electron/contract/index.ts';
import type { SourceRange } from '../../../electron/contract/recognised.ts';
import { go, routes } from '../../app/routes.ts';
import { createStore } from '../../shared/store.ts';
import { rowsFromRecognised } from '../../../electron/contract/preview/rows-from-recognised.ts';
import type { Preview } from '../../../electron/contract/preview/preview.ts';

/** One paper being looked through, with the corrections made so far and the way back through them. */
export type Session = {
  fileName: string;
  sha256: string;
  title: string | null;
  municipality: string | null;
  text: string;
  headings: SourceRange[];
  heldBy: { committeeId: string; name: string }[];
  past: Preview[];
  present: Preview;
  future: Preview[];
};

export type ImportState = {
  session: Session | null;
  /** The file being read now; `waiting` come after it. */
  reading: string | null;
  waiting: readonly File[];
  /** Papers that could not be taken in, with the sentence that says why and what to do. */
  refused: readonly { id: number; fileName: string; sentence: string }[];
  /** The committee to propose: the one the import was begun in, then the one the paper before this went to. */
  proposedId: string | null;
};

const EMPTY: ImportState = { session: null, reading: null, waiting: [], refused: [], proposedId: null };
const KEPT = 'shingicho.import';

/** The import outlives its screen, so that a look elsewhere loses no correction; a reload of the page brings it back. */
export const importStore = createStore<ImportState>({ ...EMPTY, session: readKept() });
const patch = (change: Partial<ImportState>) => importStore.set((state) => ({ ...state, ...change }));

function readKept(): Session | null {
  const kept = typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(KEPT);
  // written by `keep` below in this very window: sessionStorage ends with it
  return kept === null ? null : { ...(JSON.parse(kept) as Omit<Session, 'past' | 'future'>), past: [], future: [] };
}

let keeping: ReturnType<typeof setTimeout> | undefined;
function keep(): void {
  clearTimeout(keeping);
  const { session } = importStore.get();
  try {
    if (session === null) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, JSON.stringify({ ...session, past: [], future: [] }));
  } catch {
    // a paper of many megabytes does not fit there; its preview lives as long as the page
  }
}
if (typeof window !== 'undefined') {
  importStore.subscribe(() => {
    clearTimeout(keeping);
    keeping = setTimeout(keep, 300);
  });
  window.addEventListener('pagehide', keep);
}

/** Opens the import, with the committee it is begun in (null: a new one) to be proposed. */
export function openImport(committeeId: string | null): void {
  patch({ proposedId: committeeId });
  go(routes.import());
}

/** Takes files in, one after another; those beyond a paper being looked through wait for it. */
export function takeFiles(files: Iterable<File>): void {
  importStore.set((state) => ({ ...state, waiting: [...state.waiting, ...files], refused: state.session || state.reading ? state.refused : [] }));
  readNext();
}

let reading = 0;

function readNext(): void {
  const { session, reading: busy, waiting } = importStore.get();
  const [file, ...rest] = waiting;
  if (session || busy !== null || !file) return;
  reading += 1;
  patch({ reading: file.name, waiting: rest });
  void read(file, reading);
}

async function read(file: File, turn: number): Promise<void> {
  const outcome = await preview(file).then(
    (value) => ({ session: sessionOf(value) }),
    (error: unknown) => ({ refused: [...importStore.get().refused, { id: turn, fileName: file.name, sentence: sentenceOf(error) }] }),
  );
  // cancelled, and perhaps another file begun, while this one was being read
  if (turn !== reading || importStore.get().reading === null) return;
  patch({ reading: null, ...outcome });
  readNext();
}

async function preview(file: File) {
  // a file of gigabytes must not even be read into memory
  if (file.size > PAPER_SIZE_LIMIT) throw new ApiError('paper-too-large', { file: file.name, size: megabytes(file.size), limit: megabytes(PAPER_SIZE_LIMIT) });
  const bytes = await file.arrayBuffer().catch(() => {
    throw new ApiError('file-not-readable', { file: file.name });
  });
  return invoke('papers.preview', { fileName: file.name, bytes: new Uint8Array(bytes) });
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toLocaleString('ja-JP', { maximumFractionDigits: 1 })} MB`;

function sessionOf({ fileName, sha256, text, heldBy, recognised }: OutputOf<'papers.preview'>): Session {
  return {
    fileName, sha256, text, heldBy,
    title: recognised.title,
    municipality: recognised.municipality,
    headings: recognised.headings.map((heading) => heading.source),
    past: [],
    present: rowsFromRecognised(recognised),
    future: [],
  };
}

/** Stops reading; the files behind it wait no more. */
export function cancelReading(): void {
  reading += 1;
  patch({ reading: null, waiting: [] });
}

/** One correction, to be taken back by undoCorrection. */
export function correct(edit: (preview: Preview) => Preview): void {
  withSession((session) => {
    const next = edit(session.present);
    return next === session.present ? session : { ...session, past: [...session.past, session.present], present: next, future: [] };
  });
}

/** Takes the last correction back; nothing where there is none. */
export function undoCorrection(): void {
  withSession((session) => {
    const last = session.past.at(-1);
    return last ? { ...session, past: session.past.slice(0, -1), present: last, future: [session.present, ...session.future] } : session;
  });
}

/** Makes the correction again that was taken back last. */
export function redoCorrection(): void {
  withSession((session) => {
    const [next, ...rest] = session.future;
    return next ? { ...session, past: [...session.past, session.present], present: next, future: rest } : session;
  });
}

function withSession(change: (session: Session) => Session): void {
  importStore.set((state) => (state.session ? { ...state, session: change(state.session) } : state));
}

/** Puts the paper away, accepted (with the committee it went to) or given up, and goes on to the next that waits. */
export function endSession(committeeId: string | null): void {
  patch({ session: null, proposedId: committeeId ?? importStore.get().proposedId });
  readNext();
}

/** Takes a paper that was given up back in hand, corrections and all. */
export function resumeSession(session: Session): void {
  patch({ session });
}

/** Forgets the papers that were refused. */
export function forgetRefused(): void {
  patch({ refused: [] });
}
