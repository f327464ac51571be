import { useCallback } from 'react';
import { invoke } from '../../app/api.ts';
import { translate } from '../../i18n/index.ts';
import { showUndoNotice } from '../../shared/undo-notice.tsx';
import { useCommand } from '../../shared/use-operation.ts';

/**
 * Cites a point of the library into a committee, where it becomes an example with its passage; one that was cited before
 * is not doubled. @returns a function that gives the committee's example, or null without a committee
 */
export function useCiteFromLibrary(committeeId: string | null): (pointId: string, itemId: string | null) => Promise<string | null> {
  const { run } = useCommand('library.cite');
  return useCallback(
    async (pointId, itemId) => {
      if (committeeId === null) return null;
      const { ids } = await run({ committeeId, pointIds: [pointId], itemId });
      showUndoNotice({ message: translate('library.citedNow'), committeeId, origin: 'library.cite', undo: () => invoke('history.undo', { committeeId }) });
      return ids[0] ?? null;
    },
    [run, committeeId],
  );
}
