import { useCallback, useEffect, useState } from 'react';
import { useCommand } from '../../shared/use-operation.ts';
import type { Side } from '../../shared/use-row-drag.ts';
import type { Move } from './move-excerpt.ts';

type Asked = Move & { done: boolean };

/**
 * Moves of excerpts that are on their way: shown at once, so that keys pressed faster than the store is read do what
 * they would do one by one.
 * @param read the excerpts as they were read: what was read of other records says nothing of a move
 */
export function useMoves(committeeId: string, read: unknown): { moves: readonly Move[]; move: (id: string, besideId: string, side: Side) => Promise<void> } {
  const [moves, setMoves] = useState<readonly Asked[]>([]);
  const { run } = useCommand('excerpts.move');
  useEffect(() => setMoves((now) => now.filter(({ done }) => !done)), [read]);
  const move = useCallback(
    async (id: string, besideId: string, side: Side) => {
      const asked: Asked = { id, besideId, side, done: false };
      setMoves((now) => [...now, asked]);
      try {
        await run({ committeeId, id, besideId, side });
        // it goes with the next reading; should that have come before the answer, to move it once more changes nothing
        asked.done = true;
      } catch {
        // the refusal was shown
        setMoves((now) => now.filter((one) => one !== asked));
      }
    },
    [committeeId, run],
  );
  return { moves, move };
}
