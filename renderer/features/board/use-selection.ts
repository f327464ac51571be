import { useCallback, useMemo, useState } from 'react';
import { POINT_KINDS } from '../../../db/domain/words.ts';
import { span, type Columns } from './board-grid.ts';

type Chosen = { active: string | null; anchor: string | null; ids: readonly string[] };
const NONE: Chosen = { active: null, anchor: null, ids: [] };

/** Which points are chosen: one is active (it has the keys and its evidence is shown), and more may be chosen with it. */
export function useSelection(columns: Columns) {
  const [chosen, setChosen] = useState(NONE);
  const present = useMemo(() => new Set(POINT_KINDS.flatMap((kind) => columns[kind].map((point) => point.id))), [columns]);

  // Points that were removed, moved to another item or hidden by a filter are no longer chosen.
  const ids = useMemo(() => new Set(chosen.ids.filter((id) => present.has(id))), [chosen.ids, present]);
  const active = chosen.active !== null && present.has(chosen.active) ? chosen.active : null;

  const choose = useCallback((id: string | null) => setChosen(id === null ? NONE : { active: id, anchor: id, ids: [id] }), []);
  const extend = useCallback(
    (to: string) => setChosen((now) => ({ active: to, anchor: now.anchor ?? to, ids: span(columns, now.anchor ?? to, to) })),
    [columns],
  );
  const toggle = useCallback(
    (id: string) =>
      setChosen((now) => {
        const rest = now.ids.filter((each) => each !== id);
        return rest.length < now.ids.length ? { active: rest.at(-1) ?? null, anchor: rest.at(-1) ?? null, ids: rest } : { active: id, anchor: id, ids: [...now.ids, id] };
      }),
    [],
  );
  const all = useCallback(
    () =>
      setChosen((now) => {
        const column = POINT_KINDS.map((kind) => columns[kind]).find((points) => points.some((point) => point.id === now.active)) ?? [];
        return { ...now, ids: column.map((point) => point.id) };
      }),
    [columns],
  );
  return { active, ids, choose, extend, toggle, all };
}
export type Selection = ReturnType<typeof useSelection>;
