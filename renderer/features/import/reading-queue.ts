import { v7 as newId } from 'uuid';
import { ApiError, invoke, sentenceOf } from '../../app/api.ts';
import type { PaperKind } from '../../../db/domain/words.ts';
import { PAPER_SIZE_LIMIT, papersAtOnce, type PaperPreview } from '../../../electron/contract/papers.ts';
import { createStore } from '../../shared/store.ts';
import { importStore, patchEntry, sessionOf, type Entry } from './import-session.ts';

/** As many as there are readers: more would only hold their bytes. */
const AT_ONCE = papersAtOnce(navigator.hardwareConcurrency);
const ASK_EVERY = 250;

/** How far the papers being read are, 0–1 each, by entry. */
export const progressStore = createStore<Readonly<Record<string, number>>>({});

/** Takes files in: they stand in the list at once and are read a few at a time. */
export function takeFiles(files: Iterable<File>): void {
  const taken = [...files].map((file): Entry => ({ id: newId(), fileName: file.name, state: 'waiting', file, session: null, sha256: null, kind: null, sentence: null, committeeId: null }));
  if (taken.length === 0) return;
  // what an import before this one refused was seen: only what is under way stays beside the new
  importStore.set((state) => ({ ...state, entries: [...(state.entries.some((entry) => entry.state === 'read' || entry.state === 'reading') ? state.entries : []), ...taken] }));
  readNext();
}

/** Reads a paper that was stopped, or that did not outlive a reload, once more. */
export function readAgain(id: string): void {
  patchEntry(id, { state: 'waiting', sentence: null });
  readNext();
}

/** Stops reading: what is not read yet is stopped, and can be read again from the list. */
export function stopReading(): void {
  const { entries } = importStore.get();
  const stopped = entries.filter((entry) => entry.state === 'waiting' || entry.state === 'reading');
  importStore.set((state) => {
    const left = state.entries.map((entry): Entry => (stopped.includes(entry) ? { ...entry, state: 'stopped' } : entry));
    // of an import that was stopped before anything came of it nothing stays
    return { ...state, entries: left.every((entry) => entry.state === 'stopped') ? [] : left };
  });
  for (const { id, state } of stopped) {
    // the answer to the reading itself says what came of it
    if (state === 'reading') invoke('papers.stopReading', { reading: id }).catch(() => {});
  }
}

function readNext(): void {
  const { entries } = importStore.get();
  const busy = entries.filter((entry) => entry.state === 'reading').length;
  for (const entry of entries.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, AT_ONCE - busy))) {
    patchEntry(entry.id, { state: 'reading' });
    void read(entry);
  }
  watchProgress();
}

async function read(entry: Entry): Promise<void> {
  const change = await preview(entry).then(
    async (value): Promise<Partial<Entry>> => {
      // a large answer has taken a frame's time to arrive: what is made of it comes after the next
      await new Promise((resolve) => { setTimeout(resolve); });
      return { state: 'read', session: sessionOf(value), sha256: value.sha256, kind: value.recognised.kind };
    },
    (error: unknown): Partial<Entry> => ({ state: 'refused', sentence: sentenceOf(error) }),
  );
  // stopped or taken off the list while it was being read
  const now = importStore.get().entries.find(({ id }) => id === entry.id);
  if (now?.state === 'reading') patchEntry(entry.id, change);
  readNext();
}

/**
 * Reads a paper that was read already as one of a kind. @throws ApiError paper-not-staged where its reading is kept no
 * more and the file is not at hand.
 */
export async function readAs(entry: Entry, kind: PaperKind): Promise<PaperPreview> {
  const { id, file, sha256, session } = entry;
  const of = session?.sha256 ?? sha256;
  try {
    if (of !== null) return await invoke('papers.readAgain', { sha256: of, kind, reading: id });
  } catch (error) {
    if (!file || !(error instanceof ApiError && error.code === 'paper-not-staged')) throw error;
  }
  if (!file) throw new ApiError('paper-not-staged', { file: entry.fileName });
  return invoke('papers.preview', { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()), reading: id, kind });
}

async function preview(entry: Entry): Promise<PaperPreview> {
  const { id, file, fileName, kind } = entry;
  // after a reload the file itself is gone, but its reading may still be there
  if (!file) {
    if (kind === null) throw new ApiError('paper-not-staged', { file: fileName });
    return readAs(entry, kind);
  }
  // a file of gigabytes must not even be read into memory
  if (file.size > PAPER_SIZE_LIMIT) throw new ApiError('paper-too-large', { file: file.name, size: megabytes(file.size), limit: megabytes(PAPER_SIZE_LIMIT) });
  const bytes = await file.arrayBuffer().catch(() => {
    throw new ApiError('file-not-readable', { file: file.name });
  });
  return invoke('papers.preview', { fileName: file.name, bytes: new Uint8Array(bytes), reading: id });
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toLocaleString('ja-JP', { maximumFractionDigits: 1 })} MB`;

let watching = false;

/** Asks how far the readers are for as long as anything is read. */
function watchProgress(): void {
  if (watching) return;
  watching = true;
  const ask = async () => {
    while (importStore.get().entries.some(({ state }) => state === 'reading')) {
      const readings = await invoke('papers.progress', {});
      progressStore.set(Object.fromEntries(readings.map(({ reading, done, total }) => [reading, total === 0 ? 0 : done / total])));
      await new Promise((resolve) => { setTimeout(resolve, ASK_EVERY); });
    }
  };
  ask()
    // without an answer the bar stands still; the readings themselves say what failed
    .catch(() => {})
    .finally(() => {
      watching = false;
      progressStore.set({});
    });
}
