import { useEffect, useMemo, useState } from 'react';
import { useFocusTarget } from '../../app/routes.ts';

/** The record that is marked in the paper and in the list beside it, and the one under the pointer. */
export type Marked = {
  marked: string | null;
  hovered: string | null;
  mark: (recordId: string | null) => void;
  hover: (recordId: string | null) => void;
};

/** What a paper and its list show in common: at first the record one came for. */
export function useMarked(paperId: string): Marked {
  const target = useFocusTarget();
  const arrival = target.recordId ?? target.pointId ?? null;
  const [marked, mark] = useState<string | null>(arrival);
  const [hovered, hover] = useState<string | null>(null);
  useEffect(() => {
    // also where one comes for the same record again: the target is a new object whenever one goes somewhere
    mark(target.recordId ?? target.pointId ?? null);
    hover(null);
  }, [paperId, target]);
  return useMemo(() => ({ marked, hovered, mark, hover }), [marked, hovered]);
}
