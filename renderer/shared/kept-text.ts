import { useCallback, useEffect, useRef } from 'react';
import { preferences, setPreferences } from '../app/preferences.ts';
import { createStore, useStore } from './store.ts';

/** A remembered value holds 2,000 characters at most; a longer text is kept in pieces. */
const PIECE = 1900;
const DELAY_MS = 400;

const keyOf = (name: string, piece: number) => `kept.${name}.${piece}`;

/** What was typed under this name and not recorded when the screen was left, or the app was ended; empty where nothing was. */
export function readKept(name: string): string {
  const { view } = preferences();
  let text = '';
  for (let piece = 0; ; piece += 1) {
    const value = view[keyOf(name, piece)];
    if (typeof value !== 'string') return text;
    text += value;
  }
}

/** Keeps a text that is not recorded yet under a name, or (an empty one) forgets it. Written to disk when it differs. */
export function keep(name: string, text: string): void {
  if (readKept(name) === text) return;
  const others = Object.entries(preferences().view).filter(([key]) => !key.startsWith(`kept.${name}.`));
  const pieces = Array.from({ length: Math.ceil(text.length / PIECE) }, (_, piece): [string, string] => [
    keyOf(name, piece),
    text.slice(piece * PIECE, (piece + 1) * PIECE),
  ]);
  setPreferences({ view: Object.fromEntries([...others, ...pieces]) });
}

export type KeptText = {
  text: string;
  setText: (text: string) => void;
  /** Keeps a text that is being recorded on disk, beside that of the field, until the function given back is called. */
  hold: (text: string) => () => void;
};

/**
 * State of a text field whose unrecorded text survives leaving the screen and a crash: it is on disk within half a
 * second of the first key, and at once when the field goes away. Fields of one name share one text.
 */
export function useKeptText(name: string): KeptText {
  const keeper = keeperOf(name);
  const text = useStore(keeper.text);
  useEffect(() => {
    window.addEventListener('pagehide', keeper.flush);
    return () => {
      window.removeEventListener('pagehide', keeper.flush);
      keeper.flush();
    };
  }, [keeper]);
  return { text, setText: keeper.set, hold: keeper.hold };
}

/** Outside React: what is held for a recording that was refused must outlive the screen it was typed on. */
const keepers = new Map<string, ReturnType<typeof makeKeeper>>();

function keeperOf(name: string) {
  const keeper = keepers.get(name) ?? makeKeeper(name);
  keepers.set(name, keeper);
  return keeper;
}

function makeKeeper(name: string) {
  const text = createStore(readKept(name));
  const held: string[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    keep(name, [...held, text.get()].filter((each) => each !== '').join('\n'));
  };
  return {
    text,
    flush,
    set: (next: string) => {
      text.set(next);
      // Counted from the first key, so that steady typing is written too.
      timer ??= setTimeout(flush, DELAY_MS);
    },
    hold: (recording: string) => {
      held.push(recording);
      return () => {
        held.splice(held.indexOf(recording), 1);
        flush();
      };
    },
  };
}

/**
 * Keeps the text of an edit under a name while it differs from what is saved (null: it does not, or nothing is to be
 * kept). Also when the field goes away with the screen; the function given back is called when the edit is over.
 */
export function useKeptEdit(name: string | undefined, text: string | null): () => void {
  const latest = useRef(text);
  const over = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  latest.current = text;
  const flush = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (name !== undefined) keep(name, over.current ? '' : (latest.current ?? ''));
  }, [name]);
  useEffect(() => {
    timer.current ??= setTimeout(flush, DELAY_MS);
  }, [flush, text]);
  useEffect(() => flush, [flush]);
  return useCallback(() => {
    over.current = true;
    flush();
  }, [flush]);
}
