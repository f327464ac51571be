import { QueryClient } from '@tanstack/react-query';
import { LIBRARY_ID } from '../../db/domain/library.ts';
import type { ChangeNotice } from '../../electron/contract/index.ts';
import { onChange } from './api.ts';

/** Everything read stays true until a change notice says otherwise: no polling, no refetch on focus, no retries. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, gcTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
  },
});

const ACROSS_COMMITTEES = new Set(['committees.list', 'search.all', 'papers.versions']);
const OUTSIDE_THE_STORE = new Set(['app.info', 'papers.preview']);

/** What shows the words of clauses; all else knows clauses only by their numbers and citations. */
const SHOWS_CLAUSES = /^(drafts|clauses|history|reports|search)\.|^committees\.list$/;

/** Whether a change makes what was read by `[name, input]` out of date. */
export function isTouchedBy(key: readonly unknown[], notice: Pick<ChangeNotice, 'committeeId' | 'tables'>): boolean {
  const [name, input] = key;
  if (typeof name !== 'string' || OUTSIDE_THE_STORE.has(name)) return false;
  // Typing in a draft saves every second or so: only what shows its words is read again.
  if (notice.tables.length === 1 && notice.tables[0] === 'clause' && !SHOWS_CLAUSES.test(name)) return false;
  if (notice.committeeId === null || ACROSS_COMMITTEES.has(name)) return true;
  if (notice.committeeId === LIBRARY_ID && name.startsWith('library.')) return true;
  return typeof input === 'object' && input !== null && 'committeeId' in input && input.committeeId === notice.committeeId;
}

/** Reads again what a change touched; gives back what stops it. */
export function followChanges(): () => void {
  return onChange((notice) => {
    void queryClient.invalidateQueries({ predicate: (query) => isTouchedBy(query.queryKey, notice) });
  });
}
