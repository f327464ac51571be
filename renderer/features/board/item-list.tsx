import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Item } from '../../../electron/contract/board.ts';
import { useT } from '../../i18n/index.ts';
import { AddRow } from '../../shared/add-row.tsx';
import { InlineEdit } from '../../shared/inline-edit.tsx';
import { isComposing } from '../../shared/keys.ts';
import { arrowStep, focusFrom, rowOf } from '../../shared/rows.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { afterStep } from '../../shared/sortable-list.tsx';
import { useRemovedNotice } from '../../shared/undo-notice.tsx';
import { useCommand } from '../../shared/use-operation.ts';
import classes from './item-list.module.css';

export type ItemListProps = {
  committeeId: string;
  items: readonly Item[];
  /** The item on the board; null for what stands outside the items. */
  current: string | null;
  /** Points outside every item; the line for them is shown where there are any. */
  outside: number;
  onOpen: (itemId: string | null) => void;
  onMove: (itemId: string, afterId: string | null) => void;
};

/** The deliberation items: open, add, rename, put in order and remove them; points are dragged onto them. */
export function ItemList({ committeeId, items, current, outside, onOpen, onMove }: ItemListProps) {
  const t = useT();
  const [editing, setEditing] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { run: add } = useCommand('items.add');
  const { run: update } = useCommand('items.update');
  const { run: remove } = useCommand('items.remove');
  const removed = useRemovedNotice(committeeId);
  const ids = items.map((item) => item.id);

  const closeEdit = (id: string) => {
    setEditing(null);
    requestAnimationFrame(() => rowOf(list.current, 'data-item', id)?.focus());
  };
  const removeItem = (item: Item, withPoints: boolean) => {
    const next = items[items.indexOf(item) + 1] ?? items[items.indexOf(item) - 1];
    void remove({ committeeId, id: item.id, withPoints }).then(() => {
      removed(`${item.number} ${item.title}`, 'items.remove');
      if (item.id === current) onOpen(next?.id ?? null);
    });
  };
  const onKeyDown = (event: KeyboardEvent, item: Item | null) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || editing !== null) return;
    const step = arrowStep(event);
    if (step !== 0 && event.altKey && item !== null) {
      const afterId = afterStep(ids, item.id, step);
      if (afterId !== undefined) onMove(item.id, afterId);
    } else if (step !== 0 && !event.altKey) focusFrom(list.current, '[data-item]', step);
    else if (event.key === 'F2' && item !== null) setEditing(item.id);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && item !== null) removeItem(item, false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <SectionLabel count={items.length}>{t('words.item')}</SectionLabel>
      <ul ref={list} aria-label={t('words.item')}>
        {items.map((item) => (
          <ItemRow key={item.id} id={item.id} current={item.id === current}>
            {editing === item.id ? (
              <div className={`row-button ${classes.item}`}>
                <span className={classes.itemNumber}>{item.number}</span>
                <InlineEdit value={item.title} singleLine label={t('board.itemTitle')} onSave={(title) => update({ committeeId, id: item.id, title })} onClose={() => closeEdit(item.id)} />
              </div>
            ) : (
              <>
                <button
                  type="button"
                  data-item={item.id}
                  className={`row-button ${classes.item}`}
                  aria-current={item.id === current ? 'page' : undefined}
                  onClick={() => onOpen(item.id)}
                  onDoubleClick={() => setEditing(item.id)}
                  onKeyDown={(event) => onKeyDown(event, item)}
                >
                  <span className={classes.itemNumber}>{item.number}</span>
                  <span className={classes.itemTitle}>{item.title}</span>
                  <span className={classes.itemCount} title={t('board.itemCounts', { v: item.viewpoints, k: item.issues, e: item.examples })}>
                    {item.openIssues > 0 ? <span data-state="open">○{item.openIssues}</span> : item.issues > 0 ? <span data-state="answered">●</span> : null}
                  </span>
                </button>
                <Menu>
                  <Menu.Target>
                    <button type="button" className="row-menu" aria-label={t('board.itemActions', { item: item.number })}><IconDots size={16} /></button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => setEditing(item.id)} rightSection="F2">{t('common.rename')}</Menu.Item>
                    <Menu.Item onClick={() => removeItem(item, false)} rightSection="Del">{t('board.removeItem')}</Menu.Item>
                    <Menu.Item onClick={() => removeItem(item, true)}>{t('board.removeItemWithPoints')}</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </>
            )}
          </ItemRow>
        ))}
        {outside > 0 || (current === null && items.length > 0) ? (
          <ItemRow id={null} current={current === null}>
            <button type="button" data-item="" className={`row-button ${classes.item}`} aria-current={current === null ? 'page' : undefined} onClick={() => onOpen(null)} onKeyDown={(event) => onKeyDown(event, null)}>
              <span className={classes.itemNumber} aria-hidden>–</span>
              <span className={classes.itemTitle}>{t('board.outside')}</span>
              <span className={classes.itemCount}>{outside}</span>
            </button>
          </ItemRow>
        ) : null}
      </ul>
      <AddRow
        label={t('board.addItem')}
        name={`board.item.${committeeId}`}
        fieldLabel={t('board.newItem')}
        placeholder={t('board.newItemHint')}
        onAdd={async (title) => {
          const { id } = await add({ committeeId, title });
          if (items.length === 0) onOpen(id);
        }}
      />
    </>
  );
}

/** A line of the list: what is dropped on it goes into the item, and it is dragged itself to put the items in order. */
function ItemRow({ id, current, children }: { id: string | null; current: boolean; children: ReactNode }) {
  const drag = useDraggable({ id: `item:${id ?? ''}`, data: { itemId: id }, disabled: id === null });
  const drop = useDroppable({ id: `into:${id ?? ''}`, data: { intoItem: id } });
  const listener = drag.listeners?.['onPointerDown'];
  return (
    <li
      ref={(node) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      className={`row ${classes.itemRow}`}
      data-current={current || undefined}
      data-over={drop.isOver || undefined}
      {...(listener ? { onPointerDown: (event) => listener(event) } : {})}
    >
      {children}
    </li>
  );
}
