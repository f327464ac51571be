import { useMemo } from 'react';
import { useRoute, useSearch } from 'wouter';
import { navigate } from './hash-location.ts';

/** Where every screen is. */
export const patterns = {
  shelf: '/',
  import: '/import',
  settings: '/settings',
  board: '/c/:committeeId/board/:itemId?',
  meetings: '/c/:committeeId/meetings/:meetingId?',
  draft: '/c/:committeeId/draft/:draftId?',
  papers: '/c/:committeeId/papers/:paperId?',
  export: '/c/:committeeId/export',
  library: '/library/:paperId?',
  committeeLibrary: '/c/:committeeId/library/:paperId?',
} as const;

/** The board's place for points that stand outside every item. */
export const OUTSIDE_ITEMS = 'outside';
/** The papers' place for records that a newer version no longer says. */
export const TRAY = 'tray';

const within = (committeeId: string, screen: string) => (id?: string | null) => `/c/${committeeId}/${screen}${id ? `/${id}` : ''}`;

/** The address of a screen: `routes.board(committeeId, itemId)`. */
export const routes = {
  shelf: () => '/',
  import: () => '/import',
  settings: () => '/settings',
  board: (committeeId: string, itemId?: string | null) => within(committeeId, 'board')(itemId),
  meetings: (committeeId: string, meetingId?: string | null) => within(committeeId, 'meetings')(meetingId),
  draft: (committeeId: string, draftId?: string | null) => within(committeeId, 'draft')(draftId),
  papers: (committeeId: string, paperId?: string | null) => within(committeeId, 'papers')(paperId),
  export: (committeeId: string) => within(committeeId, 'export')(),
  library: (paperId?: string | null) => `/library${paperId ? `/${paperId}` : ''}`,
  /** The library as it is opened from a committee, which can cite from it. */
  committeeLibrary: (committeeId: string, paperId?: string | null) => within(committeeId, 'library')(paperId),
};

/** What to show on arrival: the record to select, or the range of a paper to mark. */
export type Focus = { pointId?: string; noteId?: string; clauseId?: string; agendaItemId?: string; memberId?: string; recordId?: string; start?: number; end?: number };

/** Goes to a screen, with what to show there. */
export function go(path: string, focus: Focus = {}, options: { replace?: boolean } = {}): void {
  const params = new URLSearchParams(Object.entries(focus).map(([name, value]) => [name, String(value)]));
  navigate(params.size > 0 ? `${path}?${params}` : path, options);
}

/** `const go = useGo(); go(routes.board(committeeId, itemId), { pointId })`. */
export const useGo = () => go;

/** What the address asks to show; a new object only when the address changes. */
export function useFocusTarget(): Focus {
  const search = useSearch();
  return useMemo(() => {
    const params = new URLSearchParams(search);
    const focus: Focus = {};
    for (const name of ['pointId', 'noteId', 'clauseId', 'agendaItemId', 'memberId', 'recordId'] as const) {
      const value = params.get(name);
      if (value) focus[name] = value;
    }
    for (const name of ['start', 'end'] as const) {
      const value = Number.parseInt(params.get(name) ?? '', 10);
      if (Number.isSafeInteger(value)) focus[name] = value;
    }
    return focus;
  }, [search]);
}

/** The committee the window is in, null on the shelf, import and settings. */
export function useCommitteeId(): string | null {
  const [, params] = useRoute('/c/:committeeId/*?');
  return params?.committeeId ?? null;
}
