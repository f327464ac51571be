import { useMemo, useRef } from 'react';
import type { ExcerptKind, PointKind } from '../../../db/domain/words.ts';
import { invoke } from '../../app/api.ts';
import { translate } from '../../i18n/index.ts';
import { showUndoNotice, useRemovedNotice } from '../../shared/undo-notice.tsx';
import { useCommand } from '../../shared/use-operation.ts';
import { actionChange, indicatorChange } from './figure-updates.ts';
import type { Records } from './paper-records.ts';

/** What a person can do to the records of a paper. The object stays the same, so that a line is drawn anew only when it changed. */
export function useRecordEdits(committeeId: string, records: Records | null) {
  const latest = useRef(records);
  latest.current = records;
  const { run: updateExcerpt } = useCommand('excerpts.update');
  const { run: updateIndicator } = useCommand('indicators.update');
  const { run: updateAction } = useCommand('actions.update');
  const { run: remove } = useCommand('excerpts.remove');
  const { run: makePoints } = useCommand('excerpts.makePoints');
  const removed = useRemovedNotice(committeeId);
  return useMemo(
    () => ({
      setText: (id: string, text: string) => updateExcerpt({ committeeId, id, text }),
      setSpeaker: (id: string, speaker: string) => updateExcerpt({ committeeId, id, speaker }),
      /** One step for all of them. */
      setKind: async (ids: readonly string[], kind: ExcerptKind) => {
        const step = crypto.randomUUID();
        for (const id of ids) await updateExcerpt({ committeeId, id, kind, step });
      },
      setCell: async (id: string, cell: string, text: string) => {
        const indicator = latest.current?.indicators.find((one) => one.id === id);
        const action = latest.current?.actions.find((one) => one.id === id);
        if (indicator) await updateIndicator({ committeeId, id, ...indicatorChange(indicator, cell, text) });
        else if (action) await updateAction({ committeeId, id, ...actionChange(action, cell, text) });
      },
      /** @param what how they are called in the notice that offers the way back. */
      remove: async (ids: readonly string[], what: string) => {
        await remove({ committeeId, ids: [...ids] });
        removed(what, 'excerpts.remove');
      },
      makePoints: async (ids: readonly string[], kind: PointKind, itemId: string | null) => {
        await makePoints({ committeeId, ids: [...ids], kind, itemId });
        showUndoNotice({
          message: translate('papers.pointsMade', { kind: translate(`words.short.${kind}`), n: ids.length }),
          committeeId,
          origin: 'excerpts.makePoints',
          undo: () => invoke('history.undo', { committeeId }),
        });
      },
    }),
    [committeeId, updateExcerpt, updateIndicator, updateAction, remove, makePoints, removed],
  );
}

export type RecordEdits = ReturnType<typeof useRecordEdits>;
