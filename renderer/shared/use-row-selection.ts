import { useCallback, useEffect, useMemo, useState } from 'react';

/** Which lines of the preview are selected: one is active (the keys and the paper follow it), Shift extends from `anchor`. */
export type RowSelection = { active: string | null; keys: ReadonlySet<string> };

/**
 * Selection over the keys in the order they are shown. When the active row goes away (joined, filtered), the one that
 * took its place becomes active.
 */
export function useRowSelection(order: readonly string[]) {
  const [active, setActive] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);
  const [extra, setExtra] = useState<ReadonlySet<string>>(new Set());
  const [lastIndex, setLastIndex] = useState(0);

  const select = useCallback((key: string) => {
    setActive(key);
    setAnchor(key);
    setExtra(new Set([key]));
  }, []);

  const clear = useCallback(() => {
    setActive(null);
    setExtra(new Set());
  }, []);

  useEffect(() => {
    if (active === null) return;
    const index = order.indexOf(active);
    if (index >= 0) setLastIndex(index);
    else {
      const next = order[Math.min(lastIndex, order.length - 1)];
      if (next === undefined) setActive(null);
      else select(next);
    }
  }, [order, active, lastIndex, select]);

  const extendTo = useCallback(
    (key: string) => {
      const [from, to] = [order.indexOf(anchor ?? key), order.indexOf(key)];
      setActive(key);
      setExtra(new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)));
    },
    [order, anchor],
  );
  const toggle = useCallback((key: string) => {
    setActive(key);
    setAnchor(key);
    setExtra((keys) => {
      const next = new Set(keys);
      if (!next.delete(key) || next.size === 0) next.add(key);
      return next;
    });
  }, []);
  const selectAll = useCallback((keys: readonly string[]) => {
    const [first] = keys;
    if (first === undefined) return;
    setActive(first);
    setAnchor(first);
    setExtra(new Set(keys));
  }, []);
  /** Moves by rows; with `extend`, from the anchor on. */
  const step = useCallback(
    (by: number, extend: boolean) => {
      const index = active === null ? (by > 0 ? -1 : order.length) : order.indexOf(active);
      const key = order[Math.min(order.length - 1, Math.max(0, index + by))];
      if (key === undefined) return;
      if (extend) extendTo(key);
      else select(key);
    },
    [active, order, extendTo, select],
  );
  const keys = useMemo(() => {
    const shown = new Set(order);
    return new Set([...extra].filter((key) => shown.has(key)));
  }, [extra, order]);
  return { active, keys, select, clear, extendTo, toggle, selectAll, step };
}
