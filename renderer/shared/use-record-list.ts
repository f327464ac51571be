import { useCallback, useMemo } from 'react';
import type { FigureLine } from './figure-table.ts';
import { useGradually } from './use-gradually.ts';
import { useRecordGrid, type RecordGridOptions } from './use-record-grid.ts';

/** Lines drawn at once: more than the tallest window shows. */
const AT_ONCE = 60;

/** What is edited where: a place of the list, and its text, a cell, or whatever else its lines have. */
type Edited<W extends string> = { place: string; what: W | `cell:${string}` };

export type RecordListOptions<W extends string> = Omit<RecordGridOptions, 'editing'> & {
  /** The places of all lines, as they follow one another. */
  order: readonly string[];
  editing: Edited<W> | null;
  onEndEdit: () => void;
};

/** What the lists of a paper's records have in common, before it is taken in and after: what each line is told of itself, and which are drawn yet. */
export function useRecordList<W extends string>({ order, editing, onEndEdit, ...grid }: RecordListOptions<W>) {
  const { active, keys } = grid.selection;
  const { column, keepFocus, gridProps } = useRecordGrid({ ...grid, editing: editing !== null });
  const endEdit = useCallback(() => {
    keepFocus();
    onEndEdit();
  }, [keepFocus, onEndEdit]);
  const room = useGradually(order.length, active === null ? 0 : order.indexOf(active) + 1, AT_ONCE);
  const drawn = useMemo(() => new Set(order.slice(0, room)), [order, room]);
  return {
    gridProps,
    endEdit,
    /** Whether the line of a place is drawn yet: they are in their order. */
    isDrawn: (place: string) => drawn.has(place),
    lineProps: (place: string) => ({ place, selected: keys.has(place), tabStop: place === active }),
    editingAt: (place: string) => (editing?.place === place ? editing.what : null),
    figureProps: ({ place }: FigureLine) => ({
      selected: keys.has(place),
      column: place === active ? column : null,
      editing: editing?.place === place && editing.what.startsWith('cell:') ? editing.what.slice('cell:'.length) : null,
      onEndEdit: endEdit,
    }),
  };
}
