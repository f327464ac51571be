import { DndContext, PointerSensor, closestCenter, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, arrayMove, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useEffect, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { isComposing, isTextField } from './keys.ts';
import { arrowStep } from './rows.ts';
import classes from './sortable-list.module.css';

/** Starts a drag after a few pixels, so that clicks stay clicks, and never from inside a text field. */
export class RowSensor extends PointerSensor {
  static override activators = [
    {
      eventName: 'onPointerDown' as const,
      handler: ({ nativeEvent }: PointerEvent) => nativeEvent.isPrimary && nativeEvent.button === 0 && !isTextField(nativeEvent.target),
    },
  ];
}

/** The sensors of every list that is reordered with the mouse; the keyboard's way is Alt+↑/↓. */
export function useRowSensors() {
  return useSensors(useSensor(RowSensor, { activationConstraint: { distance: 6 } }));
}

/** dnd-kit speaks English to screen readers; here the keyboard has its own way, so it says nothing. */
export const SILENT = {
  announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined },
  screenReaderInstructions: { draggable: '' },
};

/**
 * The record that a row comes to follow when it is moved one step.
 * @returns null where it becomes the first, undefined where it is at the edge already.
 */
export function afterStep(ids: readonly string[], id: string, step: 1 | -1): string | null | undefined {
  const row = ids.indexOf(id);
  if (step === 1) return ids[row + 1];
  return row < 1 ? undefined : (ids[row - 2] ?? null);
}

export type SortableListProps<T> = {
  items: readonly T[];
  idOf: (item: T) => string;
  label: string;
  /** Puts a row after another (null: first). The list shows the new order at once. */
  onMove: (id: string, afterId: string | null) => unknown;
  children: (item: T) => ReactNode;
};

/** A list whose rows are put in order by dragging them or with Alt+↑/↓ from anywhere inside a row. */
export function SortableList<T>({ items, idOf, label, onMove, children }: SortableListProps<T>) {
  const sensors = useRowSensors();
  const [moved, setMoved] = useState<readonly string[] | null>(null);
  // The order on disk wins as soon as it is read again.
  useEffect(() => setMoved(null), [items]);

  const ids = moved ?? items.map(idOf);
  const rows = ids.flatMap((id) => items.find((item) => idOf(item) === id) ?? []);
  const put = (id: string, afterId: string | null) => {
    const rest = ids.filter((each) => each !== id);
    setMoved(rest.toSpliced(afterId === null ? 0 : rest.indexOf(afterId) + 1, 0, id));
    void onMove(id, afterId);
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over === null || active.id === over.id) return;
    const order = arrayMove([...ids], ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
    put(String(active.id), order[order.indexOf(String(active.id)) - 1] ?? null);
  };
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const step = arrowStep(event);
    if (step === 0 || !event.altKey || isComposing(event)) return;
    event.preventDefault();
    const afterId = afterStep(ids, id, step);
    if (afterId !== undefined) put(id, afterId);
  };

  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd} accessibility={SILENT}>
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ul aria-label={label}>
          {rows.map((item) => (
            <Row key={idOf(item)} id={idOf(item)} onKeyDown={(event) => onKeyDown(event, idOf(item))}>
              {children(item)}
            </Row>
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

function Row({ id, onKeyDown, children }: { id: string; onKeyDown: (event: KeyboardEvent) => void; children: ReactNode }) {
  const { listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id });
  const pointerOnly = { onPointerDown: listeners?.['onPointerDown'] };
  return (
    <li
      ref={setNodeRef}
      data-dragging={isDragging || undefined}
      className={classes.row}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      {...(pointerOnly.onPointerDown ? { onPointerDown: (event) => pointerOnly.onPointerDown?.(event) } : {})}
      onKeyDown={onKeyDown}
    >
      {children}
    </li>
  );
}
