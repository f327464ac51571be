import { useCallback, useEffect, useMemo, useState } from 'react';
import { useFocusTarget } from '../../app/routes.ts';

/** The record that is marked in the paper and in the list beside it, and the one under the pointer. */
export type Marked = {
  marked: string | null;
  hovered: string | null;
  /** Whether the list marked it itself, by what was chosen there. */
  byList: boolean;
  mark: (recordId: string | null, byList?: boolean) => void;
  hover: (recordId: string | null) => void;
};

/** What a paper and its list show in common: at first the record one came for. */
export function useMarked(paperId: string): Marked {
  const target = useFocusTarget();
  const arrival = target.recordId ?? target.pointId ?? null;
  const [{ marked, byList }, setMarked] = useState({ marked: arrival, byList: false });
  const mark = useCallback((recordId: string | null, own = false) => setMarked({ marked: recordId, byList: own }), []);
  const [hovered, hover] = useState<string | null>(null);
  useEffect(() => {
    // also where one comes for the same record again: the target is a new object whenever one goes somewhere
    mark(target.recordId ?? target.pointId ?? null);
    hover(null);
  }, [paperId, target, mark]);
  return useMemo(() => ({ marked, byList, hovered, mark, hover }), [marked, byList, hovered, mark]);
}
