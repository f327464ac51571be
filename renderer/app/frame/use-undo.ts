import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { reasonSaid, translate } from '../../i18n/index.ts';
import { showRefusal, useRead } from '../../shared/use-operation.ts';
import { ApiError, invoke } from '../api.ts';

/** Undo and redo of a committee's last steps, with what they would take back; nothing without a committee. */
export function useUndo(committeeId: string | null) {
  const { data } = useRead('history.state', { committeeId: committeeId ?? '' }, { enabled: committeeId !== null });
  const run = useCallback(
    async (direction: 'undo' | 'redo') => {
      if (committeeId === null) return;
      try {
        const { reason } = await invoke(`history.${direction}`, { committeeId });
        notifications.show({ id: 'undone', message: translate(direction === 'undo' ? 'common.undone' : 'common.redone', { reason: reasonSaid(translate, reason) }), autoClose: 3000, withCloseButton: false });
      } catch (error) {
        if (error instanceof ApiError && (error.code === 'nothing-to-undo' || error.code === 'nothing-to-redo')) {
          notifications.show({ id: 'undone', message: error.message, autoClose: 3000, withCloseButton: false });
        } else {
          showRefusal(error);
        }
      }
    },
    [committeeId],
  );
  return {
    undoReason: data?.undo?.reason ?? null,
    redoReason: data?.redo?.reason ?? null,
    savedAt: data?.savedAt ?? null,
    undo: useCallback(() => void run('undo'), [run]),
    redo: useCallback(() => void run('redo'), [run]),
  };
}
