import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { isComposing, isTextField } from './keys.ts';
import type { useRowSelection } from './use-row-selection.ts';

export type RecordGridOptions = {
  selection: ReturnType<typeof useRowSelection>;
  /** While something is edited the focus stays in its field. */
  editing: boolean;
  /** Edits the active line; of a line with cells, the cell of that id. */
  onEdit: (cell: string | null) => void;
  onHover: (place: string | null) => void;
  /** Alt+↑/↓ on the active line. */
  onShift?: (place: string, by: -1 | 1) => void;
  /** Changes when lines may stand elsewhere: the view then follows the active one. */
  drawn: unknown;
};

/**
 * Keys and mouse of a list of records: a grid whose lines carry `data-row`, and those of tables cells with `data-cell`.
 * ↑↓ PgUp PgDn Home End choose a line (Shift: several), ←→ a cell, Enter, F2 or a double click edits. The focus goes with
 * the active line.
 */
export function useRecordGrid({ selection, editing, onEdit, onHover, onShift, drawn }: RecordGridOptions) {
  const grid = useRef<HTMLDivElement>(null);
  const { active } = selection;
  const [column, setColumn] = useState(0);
  const cellsOf = (place: string) => [...(grid.current?.querySelectorAll<HTMLElement>(`[data-row="${CSS.escape(place)}"] [data-cell]`) ?? [])];
  /** The active line, or its cell that the keys are at. */
  const target = useCallback(
    (place: string) => {
      const line = grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(place)}"]`) ?? null;
      const cells = [...(line?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
      return cells[Math.min(column, cells.length - 1)] ?? line;
    },
    [column],
  );

  useEffect(() => {
    // also after a change that put the line elsewhere: the view goes where the line went
    if (active !== null) target(active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, target, drawn]);
  // after an edit, and where a key acted on the focused line, the focus goes on from the active line
  const focusActive = useRef(false);
  const hadFocus = useRef(false);
  // before the next key can come
  useLayoutEffect(() => {
    // nothing has it where the line that had it was put elsewhere
    const lost = document.activeElement === document.body && hadFocus.current;
    if ((!focusActive.current && !lost) || active === null || editing) return;
    focusActive.current = false;
    target(active)?.focus({ preventScroll: true });
  });
  const keepFocus = useCallback(() => {
    focusActive.current = true;
  }, []);

  const edit = () => {
    if (active === null) return;
    const cells = cellsOf(active);
    onEdit(cells[Math.min(column, cells.length - 1)]?.dataset['cell'] ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || isTextField(event.target) || event.ctrlKey || event.metaKey) return;
    const by = STEPS[event.key] ?? 0;
    const aside = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    // Alt with a page key goes to another paper
    if (event.altKey && Math.abs(by) !== 1) return;
    if (event.altKey) {
      keepFocus();
      if (active !== null) onShift?.(active, by > 0 ? 1 : -1);
    } else if (by !== 0) {
      keepFocus();
      selection.step(by, event.shiftKey);
    } else if (aside !== 0 && active !== null && cellsOf(active).length > 0) {
      keepFocus();
      const last = cellsOf(active).length - 1;
      setColumn(Math.min(last, Math.max(0, Math.min(column, last) + aside)));
    } else if ((event.key === 'Enter' || event.key === 'F2') && event.target instanceof Element && event.target.matches('[data-row], [data-cell]')) edit();
    else return;
    event.preventDefault();
  };
  const placeAt = (target: EventTarget) => (target instanceof Element ? (target.closest('[data-row]')?.getAttribute('data-row') ?? null) : null);
  const onClick = (event: MouseEvent) => {
    const place = placeAt(event.target);
    if (place === null || isTextField(event.target)) return;
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
    if (cell) setColumn(cellsOf(place).indexOf(cell));
    if (event.shiftKey) selection.extendTo(place);
    else if (event.ctrlKey || event.metaKey) selection.toggle(place);
    else selection.select(place);
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (placeAt(event.target) === null || isTextField(event.target) || (event.target instanceof Element && event.target.closest('a, button'))) return;
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
    onEdit(cell?.dataset['cell'] ?? null);
  };
  return {
    /** Which cell of the active line the keys are at. */
    column,
    /** The focus goes to the active line as soon as nothing is edited. */
    keepFocus,
    gridProps: {
      ref: grid,
      role: 'grid' as const,
      'aria-multiselectable': true,
      tabIndex: active === null ? 0 : -1,
      onKeyDown,
      onClick,
      onDoubleClick,
      onFocus: () => { hadFocus.current = true; },
      // not told where the focused line is taken away, which is when it is to be found again
      onBlur: () => { hadFocus.current = false; },
      onMouseOver: (event: MouseEvent) => onHover(placeAt(event.target)),
      onMouseLeave: () => onHover(null),
    },
  };
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };
