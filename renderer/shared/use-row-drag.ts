import { useEffect, useRef, type PointerEvent } from 'react';
import { isTextField } from './keys.ts';
import { rowOf } from './rows.ts';

/** Pixels a pointer goes before it drags: clicks stay clicks. */
const DISTANCE = 6;
/** How near to the edge of the list it scrolls, and by how much. */
const EDGE = 40;
const SCROLL = 14;

export type Side = 'before' | 'behind';
type Drag = { place: string; x: number; y: number; begun: boolean; over: { place: string; side: Side } | null };

/**
 * Puts the lines of a grid (`data-row`) in order with the mouse: one is taken by the line, and a rule shows where it
 * would go. Without a part for each line, as a list may have thousands. The keyboard's way is Alt+↑/↓; Esc lets go.
 * @param mayDrag tells the lines that can be taken. @param mayDrop where such a line may go.
 */
export function useRowDrag({ mayDrag, mayDrop, onDrop }: {
  mayDrag: (place: string) => boolean;
  mayDrop: (place: string, beside: string) => boolean;
  onDrop: (place: string, beside: string, side: Side) => void;
}) {
  const latest = useRef({ mayDrop, onDrop });
  latest.current = { mayDrop, onDrop };
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const grid = event.currentTarget;
    const place = placeAt(event.target);
    if (!event.isPrimary || event.button !== 0 || place === null || !mayDrag(place) || isTextField(event.target)) return;
    if (event.target instanceof Element && event.target.closest('a, button')) return;
    const drag: Drag = { place, x: event.clientX, y: event.clientY, begun: false, over: null };
    const move = ({ clientX, clientY }: globalThis.PointerEvent) => {
      drag.begun ||= Math.hypot(clientX - drag.x, clientY - drag.y) >= DISTANCE;
      if (!drag.begun) return;
      grid.dataset['dragging'] = '';
      rowOf(grid, 'data-row', drag.place)?.setAttribute('data-dragged', '');
      window.getSelection()?.removeAllRanges();
      const { top, bottom } = grid.getBoundingClientRect();
      grid.scrollBy(0, clientY < top + EDGE ? -SCROLL : clientY > bottom - EDGE ? SCROLL : 0);
      drag.over = overAt(grid, document.elementFromPoint(clientX, clientY), clientY, (beside) => beside !== drag.place && latest.current.mayDrop(drag.place, beside));
    };
    const end = (dropped: boolean) => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key, true);
      delete grid.dataset['dragging'];
      for (const line of grid.querySelectorAll('[data-dragged], [data-drop]')) for (const name of ['data-dragged', 'data-drop']) line.removeAttribute(name);
      stop.current = () => {};
      if (dropped && drag.begun && drag.over) latest.current.onDrop(drag.place, drag.over.place, drag.over.side);
    };
    const up = () => end(true);
    const cancel = () => end(false);
    const key = (pressed: globalThis.KeyboardEvent) => {
      if (pressed.key !== 'Escape' || !drag.begun) return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end(false);
    };
    stop.current = cancel;
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key, true);
  };
  return { onPointerDown };
}

const placeAt = (target: EventTarget | null) => (target instanceof Element ? (target.closest('[data-row]')?.getAttribute('data-row') ?? null) : null);

/** The line under the pointer, and on which side of its middle it is; marked with the rule. */
function overAt(grid: HTMLElement, target: Element | null, y: number, may: (beside: string) => boolean): Drag['over'] {
  for (const line of grid.querySelectorAll('[data-drop]')) line.removeAttribute('data-drop');
  const line = target?.closest('[data-row]');
  const place = line?.getAttribute('data-row');
  if (!line || !place || !may(place)) return null;
  const { top, height } = line.getBoundingClientRect();
  const side: Side = y < top + height / 2 ? 'before' : 'behind';
  line.setAttribute('data-drop', side);
  return { place, side };
}
