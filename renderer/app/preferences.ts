import { useCallback } from 'react';
import type { Preferences } from '../../electron/contract/app.ts';
import { createStore, useStore } from '../shared/store.ts';
import { showRefusal } from '../shared/use-operation.ts';
import { setLanguage } from '../i18n/index.ts';
import { invoke } from './api.ts';

const INITIAL: Preferences = { author: '', language: 'ja', theme: 'system', place: '/', lastCommitteeId: null, view: {} };

const store = createStore<Preferences>(INITIAL);
/** The preferences of now, outside components. */
export const preferences = store.get;

/** Reads the preferences once, before the first screen, so that language and theme never flash. */
export async function loadPreferences(): Promise<Preferences> {
  const read = await invoke('preferences.get', {});
  store.set(read);
  setLanguage(read.language);
  return read;
}

/** Changes preferences at once on the screen, then on disk. */
export function setPreferences(change: Partial<Preferences>): void {
  store.set((now) => ({ ...now, ...change }));
  if (change.language) setLanguage(change.language);
  invoke('preferences.set', change).catch(showRefusal);
}

/** The preferences, followed. */
export function usePreferences(): Preferences {
  return useStore(store);
}

type Widened<T> = T extends boolean ? boolean : T extends number ? number : string;

/**
 * A small thing a screen remembers by itself: a pane's width, a sort order, a filter.
 * `key` is written area first: 「shelf.sort」; what is read back was once written, but by whichever version: check unions.
 */
export function useViewMemory<T extends string | number | boolean>(key: string, initial: T): [Widened<T>, (next: Widened<T>) => void] {
  const kept = useStore(store, (now) => now.view[key]);
  // of the same type as `initial`, which is what Widened<T> says
  const value = (typeof kept === typeof initial ? kept : initial) as Widened<T>;
  const remember = useCallback((next: Widened<T>) => setPreferences({ view: { ...store.get().view, [key]: next } }), [key]);
  return [value, remember];
}
