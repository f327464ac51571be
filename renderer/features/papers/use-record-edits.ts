import { useMemo, useRef } from 'react';
import type { ExcerptKind, PointKind } from '../../../db/domain/words.ts';
import { invoke } from '../../app/api.ts';
import { translate } from '../../i18n/index.ts';
import type { FigurePart } from '../../shared/figure-parts.ts';
import { recordsOfLines, type LineKind } from '../../shared/records-of-lines.ts';
import { showUndoNotice, useRemovedNotice } from '../../shared/undo-notice.tsx';
import type { Lines } from '../../shared/use-chosen-lines.ts';
import { useCommand } from '../../shared/use-operation.ts';
import { actionChange, actionPart, indicatorChange, indicatorPart } from './figure-updates.ts';
import { rowsToAdd } from './lines-to-add.ts';
import type { usePaperRecords } from './use-paper-records.ts';

/** What a person can do to the records of a paper. The object stays the same, so that a line is drawn anew only when it changed. */
export function useRecordEdits(committeeId: string, paperId: string, made: ReturnType<typeof usePaperRecords>) {
  const latest = useRef(made);
  latest.current = made;
  const { run: updateExcerpt } = useCommand('excerpts.update');
  const { run: addToPaper } = useCommand('papers.add');
  const { run: retype } = useCommand('excerpts.retype');
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
      setKind: (ids: readonly string[], kind: ExcerptKind) => retype({ committeeId, ids: [...ids], kind }),
      /** Makes records of lines of the paper. @returns the first one's id */
      addLines: async (kind: LineKind, lines: Lines): Promise<string | undefined> => {
        const { rows, ...figures } = recordsOfLines(kind, lines);
        if (!latest.current) return undefined;
        const { ids } = await addToPaper({ committeeId, paperId, ...figures, rows: rowsToAdd(rows, latest.current.records, latest.current.made) });
        return ids[0];
      },
      addPart: async (id: string, part: FigurePart) => {
        const [ofIndicator, ofAction] = [indicatorPart(part), actionPart(part)];
        if (ofIndicator) await updateIndicator({ committeeId, id, ...ofIndicator });
        else if (ofAction) await updateAction({ committeeId, id, ...ofAction });
      },
      setCell: async (id: string, cell: string, text: string) => {
        const indicator = latest.current?.records.indicators.find((one) => one.id === id);
        const action = latest.current?.records.actions.find((one) => one.id === id);
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
    [committeeId, paperId, addToPaper, updateExcerpt, retype, updateIndicator, updateAction, remove, makePoints, removed],
  );
}

export type RecordEdits = ReturnType<typeof useRecordEdits>;
