import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { OperationName } from '../../electron/contract/index.ts';
import { invoke, onChange } from '../app/api.ts';
import { translate } from '../i18n/index.ts';
import { showRefusal } from './use-operation.ts';

const ID = 'undo-notice';
let stopWatching = () => {};

/**
 * 「「…」を消しました　元に戻す」, in place of asking before. It goes away by itself, and at once when the committee
 * changes in another way, since undo would then take back something else.
 */
export function showUndoNotice({ message, committeeId, origin, undo }: {
  message: string;
  committeeId: string;
  /** The operation that was just run: its own change notices do not end the offer. */
  origin: OperationName;
  undo: () => Promise<unknown>;
}): void {
  const close = () => notifications.hide(ID);
  stopWatching();
  notifications.hide(ID);
  notifications.show({
    id: ID,
    autoClose: 10_000,
    onClose: () => stopWatching(),
    closeButtonProps: { 'aria-label': translate('common.close') },
    message: <WithWayBack message={message} onBack={() => { close(); undo().catch(showRefusal); }} />,
  });
  const stop = onChange((notice) => {
    if (notice.committeeId === committeeId && notice.origin !== origin) close();
  });
  stopWatching = () => { stop(); stopWatching = () => {}; };
}

/** A sentence with 「元に戻す」 beside it, for a notification. */
export function WithWayBack({ message, onBack }: { message: string; onBack: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <span>{message}</span>
      <Button flex="none" size="compact-sm" variant="subtle" onClick={onBack}>{translate('common.undo')}</Button>
    </Group>
  );
}

/** `removed(「課題②」, 'points.remove')` after a removal: says so and offers to take it back. */
export function useRemovedNotice(committeeId: string): (what: string, origin: OperationName) => void {
  return useCallback(
    (what, origin) =>
      showUndoNotice({
        message: translate('common.removed', { what: shortened(what) }),
        committeeId,
        origin,
        undo: () => invoke('history.undo', { committeeId }),
      }),
    [committeeId],
  );
}

/** The first line of a text, short enough for a notification. */
export function shortened(text: string, length = 24): string {
  const line = text.trim().split('\n')[0] ?? '';
  // by whole characters: a cut between the halves of a rare kanji shows as a box
  const characters = Array.from(line);
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : line;
}
