import { createStore, type Store } from '../shared/store.ts';
import { diffClauses, isNothing, type ClauseChanges } from './diff-clauses.ts';
import type { EditorClause } from './editor-clause.ts';

/** `failed` carries why; the text stays in the editor and is tried again. */
export type SaveState = { at: 'saved' | 'waiting' | 'saving' } | { at: 'failed'; error: unknown };

export type Autosave = {
  state: Store<SaveState>;
  /** The text changed: it is saved within `delay`, however long the typing goes on. */
  touch(): void;
  /** Saves what is not saved yet, now. Resolves when that is done, or refused. */
  flush(): Promise<void>;
  /** What is known to be on disk. */
  saved(): readonly EditorClause[];
  /** What is on disk is this, as read between two saves. */
  rebase(onDisk: readonly EditorClause[]): void;
  /** Counts the saves begun: whoever reads while it stands still has read what was saved last. */
  begun(): number;
};

const RETRY_AFTER = [1_000, 3_000, 10_000, 30_000];

/**
 * Keeps what a person writes on disk: only the clauses that differ from what was acknowledged last, one save at a time.
 * @param read the clauses as they stand, without what an input method is still composing.
 * @param isFinal whether a refusal is for good (the draft is gone): then only the next key tries again.
 * @param delay milliseconds from the first unsaved change to its save.
 */
export function createAutosave({ initial, read, save, isFinal = () => false, delay = 800 }: {
  initial: readonly EditorClause[];
  read: () => readonly EditorClause[];
  save: (changes: ClauseChanges) => Promise<unknown>;
  isFinal?: (error: unknown) => boolean;
  delay?: number;
}): Autosave {
  const state = createStore<SaveState>({ at: 'saved' });
  let saved = initial;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let queue = Promise.resolve();
  let waiting = 0;
  let begun = 0;
  let failures = 0;

  const schedule = (after: number) => {
    timer ??= setTimeout(() => void flush(), after);
  };

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // at once where nothing is on the way: when the window closes there is no later
    queue = (waiting === 0 ? saveOnce() : queue.then(saveOnce)).finally(() => {
      waiting -= 1;
    });
    waiting += 1;
    return queue;
  }

  async function saveOnce(): Promise<void> {
    const now = read();
    const changes = diffClauses(saved, now);
    if (!isNothing(changes)) {
      state.set({ at: 'saving' });
      begun += 1;
      try {
        await save(changes);
      } catch (error) {
        // the text stays where it is, says that it is not saved, and is tried again by itself
        state.set({ at: 'failed', error });
        if (!isFinal(error)) schedule(RETRY_AFTER[Math.min(failures, RETRY_AFTER.length - 1)] ?? delay);
        failures += 1;
        return;
      }
      failures = 0;
      saved = now;
    }
    state.set({ at: timer === null ? 'saved' : 'waiting' });
  }

  return {
    state,
    touch() {
      if (state.get().at === 'saved') state.set({ at: 'waiting' });
      schedule(delay);
    },
    flush,
    saved: () => saved,
    rebase: (onDisk) => {
      saved = onDisk;
    },
    begun: () => begun,
  };
}
