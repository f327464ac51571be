import { notifications } from '@mantine/notifications';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CommandName, InputOf, OutputOf, QueryName } from '../../electron/contract/index.ts';
import { invoke, sentenceOf } from '../app/api.ts';
import { translate } from '../i18n/index.ts';

/**
 * Reads an operation and follows its changes. While another input of the same committee is being read, the last answer
 * stays (`isPlaceholderData`), so that nothing flickers; another committee's answer is never shown.
 */
export function useRead<N extends QueryName>(name: N, input: InputOf<N>, options: { enabled?: boolean } = {}): UseQueryResult<OutputOf<N>> {
  const committee = committeeOf(input);
  return useQuery<OutputOf<N>, Error, OutputOf<N>, readonly [N, InputOf<N>]>({
    queryKey: [name, input],
    queryFn: () => invoke(name, input),
    enabled: options.enabled ?? true,
    placeholderData: (previous, query) => (committeeOf(query?.queryKey[1]) === committee ? previous : undefined),
  });
}

function committeeOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'committeeId' in input ? input.committeeId : undefined;
}

/**
 * A command to run. A refusal is shown as a notification with its sentence and then thrown as ApiError, for callers
 * that have something to keep or put back; those that have not may let it go (see app/main.tsx).
 */
export function useCommand<N extends CommandName | 'reports.export'>(name: N): { run(input: InputOf<N>): Promise<OutputOf<N>>; pending: boolean } {
  const [running, setRunning] = useState(0);
  const run = useCallback(
    async (input: InputOf<N>) => {
      setRunning((n) => n + 1);
      try {
        return await invoke(name, input);
      } catch (error) {
        showRefusal(error);
        throw error;
      } finally {
        setRunning((n) => n - 1);
      }
    },
    [name],
  );
  return { run, pending: running > 0 };
}

/** Shows why something could not be done, until the person closes it. */
export function showRefusal(error: unknown): void {
  notifications.show({ id: 'refusal', color: 'red', message: sentenceOf(error), autoClose: 12_000, closeButtonProps: { 'aria-label': translate('common.close') } });
}
