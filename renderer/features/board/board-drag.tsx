import { DndContext, DragOverlay, pointerWithin, type CollisionDetection, type DragEndEvent, type DragMoveEvent, type DragStartEvent } from '@dnd-kit/core';
import { useState, type ReactNode } from 'react';
import { SILENT, useRowSensors } from '../../shared/sortable-list.tsx';
import { sameDrop, type Drop } from './drop-place.ts';
import classes from './board.module.css';

/** A row is meant before the column it stands in. */
const nearest: CollisionDetection = (args) => {
  const hits = pointerWithin(args);
  const dragsItem = String(args.active.id).startsWith('item:');
  const allowed = hits.filter(({ id }) => !dragsItem || String(id).startsWith('into:'));
  const row = allowed.find(({ id }) => !String(id).startsWith('column:'));
  return row === undefined ? allowed : [row];
};

function dropOf({ over, activatorEvent, delta }: DragMoveEvent): Drop | null {
  if (over === null || !(activatorEvent instanceof PointerEvent)) return null;
  const side = activatorEvent.clientY + delta.y < over.rect.top + over.rect.height / 2 ? 'before' : 'after';
  const id = String(over.id);
  const [what, rest] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  if (what === 'point') return { over: 'point', id: rest, side };
  if (what === 'into') return { over: 'item', id: rest === '' ? null : rest, side };
  return rest === 'viewpoint' || rest === 'issue' || rest === 'example' ? { over: 'column', kind: rest } : null;
}

export type BoardDragProps = {
  /** What is shown under the pointer for what is dragged: an id of a point, or 「item:<id>」. */
  describe: (dragged: string) => string;
  onDrop: (dragged: string, drop: Drop) => void;
  children: (drag: { dragged: string | null; drop: Drop | null }) => ReactNode;
};

/** Dragging on the board: nothing gives way while a row is carried, a line shows where it would be put. */
export function BoardDrag({ describe, onDrop, children }: BoardDragProps) {
  const sensors = useRowSensors();
  const [dragged, setDragged] = useState<string | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const end = () => {
    setDragged(null);
    setDrop(null);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearest}
      accessibility={SILENT}
      onDragStart={({ active }: DragStartEvent) => setDragged(String(active.id))}
      onDragMove={(event) => {
        const next = dropOf(event);
        setDrop((now) => (sameDrop(now, next) ? now : next));
      }}
      onDragEnd={(event: DragEndEvent) => {
        const at = dropOf(event);
        end();
        if (at !== null) onDrop(String(event.active.id), at);
      }}
      onDragCancel={end}
    >
      {children({ dragged, drop })}
      <DragOverlay dropAnimation={null}>{dragged === null ? null : <div className={classes.carried}>{describe(dragged)}</div>}</DragOverlay>
    </DndContext>
  );
}
