import { EMPTY, importStore, type Entry, type ImportState, type Session } from './import-session.ts';

const LIST = 'shingicho.import.papers';
const keyOf = (id: string) => `shingicho.import.paper.${id}`;

type KeptEntry = Omit<Entry, 'file' | 'session'>;

/** The import as it was before a reload of this window; papers too large to be kept come back without what was read. */
export function readKept(storage: Pick<Storage, 'getItem'>): ImportState {
  const list = storage.getItem(LIST);
  if (list === null) return EMPTY;
  // written by `keep` below in this very window: sessionStorage ends with it
  const { entries, ...rest } = JSON.parse(list) as Omit<ImportState, 'entries'> & { entries: KeptEntry[] };
  return {
    ...rest,
    entries: entries.map((entry): Entry => {
      const kept = storage.getItem(keyOf(entry.id));
      const session = kept === null ? null : { ...(JSON.parse(kept) as Omit<Session, 'past' | 'future'>), past: [], future: [] };
      // what was being read is not read any more; what did not fit can be read again
      const state = entry.state === 'waiting' || entry.state === 'reading' || (entry.state === 'read' && session === null) ? 'stopped' : entry.state;
      return { ...entry, state, session, file: null };
    }),
  };
}

/**
 * Keeps the import over a reload: the list, and every paper that changed since it was kept last. What it returns writes
 * papers for as long as `mayGoOn` says so, one at least, and says whether all of them are kept now.
 */
export function keeper(storage: Pick<Storage, 'setItem' | 'removeItem'>): (state: ImportState, mayGoOn?: () => boolean) => boolean {
  const kept = new Map<string, Session>();
  return ({ entries, ...rest }, mayGoOn = () => true) => {
    if (entries.length === 0) storage.removeItem(LIST);
    else storage.setItem(LIST, JSON.stringify({ ...rest, entries: entries.map(({ file: _file, session: _session, ...entry }): KeptEntry => entry) }));
    const sessions = new Map(entries.flatMap(({ id, session }) => (session ? [[id, session] as const] : [])));
    for (const id of kept.keys()) {
      if (sessions.has(id)) continue;
      storage.removeItem(keyOf(id));
      kept.delete(id);
    }
    for (const [id, session] of sessions) {
      if (kept.get(id) === session) continue;
      kept.set(id, session);
      try {
        storage.setItem(keyOf(id), JSON.stringify({ ...session, past: [], future: [] }));
      } catch {
        // a paper of many megabytes does not fit there: after a reload it is read again
        storage.removeItem(keyOf(id));
      }
      if (!mayGoOn()) break;
    }
    return [...sessions].every(([id, session]) => kept.get(id) === session);
  };
}

/** Brings the import of before a reload back, and keeps it from now on: once, before the first screen. */
export function keepOverReloads(): void {
  importStore.set(readKept(sessionStorage));
  const keep = keeper(sessionStorage);
  let waiting: number | undefined;
  // megabytes are written: when there is nothing better to do, and no more than the time there is for it
  const later = () => {
    if (waiting !== undefined) cancelIdleCallback(waiting);
    waiting = requestIdleCallback((idle) => {
      if (!keep(importStore.get(), () => idle.timeRemaining() > 10)) later();
    }, { timeout: 1500 });
  };
  importStore.subscribe(later);
  window.addEventListener('pagehide', () => keep(importStore.get()));
}
