import { v7 as newStep } from 'uuid';
import type { Point } from '../../../electron/contract/board.ts';
import type { OperationName } from '../../../electron/contract/index.ts';
import type { PointKind } from '../../../db/domain/words.ts';
import { invoke } from '../../app/api.ts';
import { useT } from '../../i18n/index.ts';
import { showUndoNotice, useRemovedNotice } from '../../shared/undo-notice.tsx';
import { useCommand } from '../../shared/use-operation.ts';
import { splitCities, type TypedPoint } from './point-text.ts';
import { usePointLabel } from './use-point-label.ts';

/** Where a point is put: in an item (null: outside them), a column, after another point (null: first). */
export type Place = { itemId: string | null; kind: PointKind; afterId: string | null };

/** What a person does to points, as commands of the contract. Each rejects with what was refused, after showing it. */
export function useBoardCommands(committeeId: string) {
  const t = useT();
  const labelOf = usePointLabel();
  const removed = useRemovedNotice(committeeId);
  const { run: runAdd } = useCommand('points.add');
  const { run: runUpdate } = useCommand('points.update');
  const { run: runMove } = useCommand('points.move');
  const { run: runRemove } = useCommand('points.remove');
  const { run: runLink } = useCommand('links.set');

  const offerUndo = (message: string, origin: OperationName) =>
    showUndoNotice({ message, committeeId, origin, undo: () => invoke('history.undo', { committeeId }) });

  return {
    /** Adds a point as typed at the end of its column; an example's cities come off its closing bracket. */
    add: (itemId: string | null, kind: PointKind, line: string) => {
      const typed = kind === 'example' ? splitCities(line) : { text: line.trim(), cities: [] };
      return runAdd({ committeeId, itemId, kind, ...typed });
    },
    paste: async (place: Place, lines: readonly TypedPoint[]) => {
      const step = newStep();
      let { afterId } = place;
      for (const line of lines) afterId = (await runAdd({ committeeId, ...place, ...line, afterId, step })).id;
      offerUndo(t('board.pasted', { n: lines.length }), 'points.add');
      return afterId;
    },
    edit: (point: Point, line: string) => {
      const withCities = point.kind === 'example' || point.cities.length > 0;
      return runUpdate({ committeeId, id: point.id, ...(withCities ? splitCities(line, point.cities) : { text: line.trim() }) });
    },
    reason: (point: Point, reason: string) => runUpdate({ committeeId, id: point.id, reason: reason.trim() }),
    /** Puts points, in the order given, one after the other at a place. */
    move: async (points: readonly Point[], { itemId, kind, afterId }: Place) => {
      const step = newStep();
      let after = afterId;
      for (const point of points) {
        await runMove({ committeeId, id: point.id, itemId, step, afterId: after, ...(point.kind === kind ? {} : { kind }) });
        after = point.id;
      }
    },
    /** Puts points at the end of another item, each in its own column. */
    moveToItem: async (points: readonly Point[], item: { id: string | null; label: string }, lastOf: (kind: PointKind) => string | null) => {
      const step = newStep();
      const last: Partial<Record<PointKind, string>> = {};
      for (const point of points) {
        await runMove({ committeeId, id: point.id, itemId: item.id, step, afterId: last[point.kind] ?? lastOf(point.kind) });
        last[point.kind] = point.id;
      }
      offerUndo(t('board.movedTo', { n: points.length, item: item.label }), 'points.move');
    },
    remove: async (points: readonly Point[]) => {
      const step = newStep();
      for (const point of points) await runRemove({ committeeId, id: point.id, step });
      const [only] = points;
      if (points.length === 1 && only !== undefined) removed(`${labelOf(only)} ${only.text}`, 'points.remove');
      else offerUndo(t('board.removedMany', { n: points.length }), 'points.remove');
    },
    link: (a: Point, b: Point, linked: boolean) => runLink({ committeeId, aId: a.id, bId: b.id, linked }),
  };
}
export type BoardCommands = ReturnType<typeof useBoardCommands>;
