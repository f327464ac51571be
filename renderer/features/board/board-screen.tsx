import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { Point } from '../../../electron/contract/board.ts';
import { POINT_KINDS } from '../../../db/domain/words.ts';
import type { PointKind } from '../../../db/domain/words.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { useWhere } from '../../app/frame/where.ts';
import { OUTSIDE_ITEMS, routes, useFocusTarget, useGo } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { readKept } from '../../shared/kept-text.ts';
import { isComposing, isTextField } from '../../shared/keys.ts';
import { PickerDialog } from '../../shared/picker-dialog.tsx';
import { focusRow as focusOn, rowOf } from '../../shared/rows.ts';
import { shortened } from '../../shared/undo-notice.tsx';
import { useCommand } from '../../shared/use-operation.ts';
import { Workbench } from '../../shared/workbench.tsx';
import { BoardColumns, type Editing } from './board-columns.tsx';
import { BoardDrag } from './board-drag.tsx';
import { shift, step } from './board-grid.ts';
import { BoardHeader } from './board-header.tsx';
import { boardActionOf } from './board-keys.ts';
import { LibraryPicker } from '../library/library-picker.tsx';
import { useCiteFromLibrary } from '../library/use-cite.ts';
import { TrayLine } from '../papers/tray-line.tsx';
import { CiteDialog } from './cite-dialog.tsx';
import { afterItem, placeOf, type Drop } from './drop-place.ts';
import { EvidencePane, type PointAction } from './evidence-pane.tsx';
import { ItemList } from './item-list.tsx';
import { ADD_KEYS } from './point-column.tsx';
import { keptEditOf } from './point-row.tsx';
import { ScheduleList } from './schedule-list.tsx';
import { useBoard } from './use-board.ts';
import { useBoardCommands } from './use-board-commands.ts';
import { useClipboard } from './use-clipboard.ts';
import { usePointLabel } from './use-point-label.ts';
import { useSelection } from './use-selection.ts';
import classes from './board.module.css';

/** 審議事項: the viewpoints, issues and examples of one item side by side, and what bears on the one that is chosen. */
export default function BoardScreen({ committeeId, itemId }: { committeeId: string; itemId: string | null }) {
  const t = useT();
  const go = useGo();
  const labelOf = usePointLabel();
  const focus = useFocusTarget();
  const board = useBoard(committeeId, itemId);
  const { items, item, here, byId, columns, lastOf, loaded } = board;
  const { active: activeId, ids, choose: select, extend, toggle, all } = useSelection(columns);
  const commands = useBoardCommands(committeeId);
  const { run: moveItem } = useCommand('items.move');
  const citeFromLibrary = useCiteFromLibrary(committeeId);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [adding, setAdding] = useState<PointKind | null>(null);
  const [linkingFrom, setLinkingFrom] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'cite' | 'item' | 'library' | null>(null);

  const active = activeId === null ? null : (byId.get(activeId) ?? null);
  const base = linkingFrom === null ? null : (byId.get(linkingFrom) ?? null);
  const subject = base ?? active;
  // In the order of the columns, whatever the order they were chosen in.
  const chosen = POINT_KINDS.flatMap((kind) => columns[kind].filter((point) => ids.has(point.id)));
  /** Child lines go with their point and are not moved or removed beside it. */
  const roots = chosen.filter((point) => !chosen.some((each) => each.id === point.parentId));
  const nothingAtAll = loaded && items.length === 0 && board.points.length === 0;
  const place = item === null ? t('board.outside') : `${item.number}　${item.title}`;
  useWhere(item === null ? place : t('board.where', { item: place }));

  const grid = useRef<HTMLDivElement>(null);
  const focusRow = useCallback((id: string | null) => {
    if (id === null) grid.current?.focus({ preventScroll: true });
    else focusOn(rowOf(grid.current, 'data-point', id));
  }, []);
  const choose = useCallback((id: string | null) => {
    select(id);
    requestAnimationFrame(() => focusRow(id));
  }, [select, focusRow]);

  // A row that moves to another column is a new element: the keys stay with the point, not with the element that went.
  const hasKeys = useRef(false);
  useLayoutEffect(() => {
    if (hasKeys.current && document.activeElement === document.body && editing === null && dialog === null) focusRow(activeId);
  });
  const arrived = useRef<object | null>(null);
  useEffect(() => {
    if (!loaded || arrived.current === focus) return;
    arrived.current = focus;
    if (focus.pointId !== undefined) choose(focus.pointId);
    else if (document.activeElement === document.body || document.activeElement?.closest('nav')) grid.current?.focus({ preventScroll: true });
  }, [loaded, focus, choose]);
  const composerName = useCallback((kind: PointKind) => `board.${kind}.${here ?? committeeId}`, [here, committeeId]);
  // What was being typed when the app ended, or the screen was left, is open again.
  const reopened = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (!loaded || reopened.current === here) return;
    reopened.current = here;
    setAdding(POINT_KINDS.find((kind) => readKept(composerName(kind)) !== '') ?? null);
    setEditing(POINT_KINDS.flatMap((kind) => columns[kind].flatMap((point) => keptEditOf(point.id) ?? []))[0] ?? null);
  }, [loaded, here, columns, composerName]);

  const show = (point: Point) => {
    if (point.itemId === here) choose(point.id);
    else go(routes.board(committeeId, point.itemId ?? OUTSIDE_ITEMS), { pointId: point.id });
  };
  const startAdding = (kind: PointKind) => {
    setEditing(null);
    setAdding(kind);
  };
  const stopLinking = () => {
    const from = linkingFrom;
    setLinkingFrom(null);
    choose(from);
  };
  const toggleLink = (id: string) => {
    const other = byId.get(id);
    if (base !== null && other !== undefined && other.id !== base.id) void commands.link(base, other, !base.linkedIds.includes(other.id));
  };
  const remove = async () => {
    const last = roots.at(-1);
    if (last === undefined) return;
    const rest = columns[last.kind].filter((point) => !roots.some((gone) => gone.id === point.id || gone.id === point.parentId));
    const at = rest.filter((point) => columns[last.kind].indexOf(point) < columns[last.kind].indexOf(last)).length;
    await commands.remove(roots);
    choose((rest[at] ?? rest.at(-1))?.id ?? null);
  };
  const moveToItem = (points: readonly Point[], id: string | null) => {
    const label = items.find((each) => each.id === id)?.number ?? t('board.outside');
    if (id !== here) void commands.moveToItem(points, { id, label }, lastOf(id));
  };
  useClipboard({
    chosen,
    withCities: active?.kind === 'example',
    onPaste: (lines) => {
      const kind = active?.kind ?? 'issue';
      void commands.paste({ itemId: here, kind, afterId: active?.parentId ?? active?.id ?? lastOf(here)(kind) }, lines).then(choose);
    },
  });

  const actions: PointAction[] = active === null ? [] : linkingFrom !== null ? [{ keys: 'l', label: t('board.linkingEnd'), run: stopLinking }] : [
    { keys: 'l', label: t(active.kind === 'issue' ? 'board.linkIssue' : 'board.linkOther'), run: () => setLinkingFrom(active.id) },
    { keys: 'c', label: t('board.cite'), run: () => setDialog('cite') },
    ...(active.kind === 'issue' ? [{ keys: 'r', label: t('board.writeReason'), run: () => setEditing({ id: active.id, field: 'reason' as const }) }] : []),
    { keys: 'm', label: t('board.moveToItem'), run: () => setDialog('item') },
  ];
  useScreenCommands([
    ...POINT_KINDS.map((kind) => ({ id: `board.add.${kind}`, label: t(`board.add.${kind}`), keys: ADD_KEYS[kind], disabled: linkingFrom !== null || nothingAtAll, run: () => startAdding(kind) })),
    ...actions.map(({ keys, label, run }) => ({ id: `board.${keys}`, label, keys, run })),
    { id: 'board.library', label: t('library.pick'), keys: 'shift+e', disabled: linkingFrom !== null, run: () => setDialog('library') },
    { id: 'board.stopLinking', label: t('board.linkingEnd'), keys: 'escape', listed: false, disabled: linkingFrom === null, run: stopLinking },
  ]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || isTextField(event.target) || (event.target instanceof HTMLButtonElement && event.key === 'Enter')) return;
    const action = boardActionOf(event, linkingFrom !== null);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.do === 'go') {
      const to = step(columns, activeId, action.direction);
      if (to === null) return;
      if (action.extend) extend(to);
      else select(to);
      requestAnimationFrame(() => focusRow(to));
    } else if (action.do === 'escape') {
      if (linkingFrom !== null) stopLinking();
      else choose(null);
    } else if (active === null) return;
    else if (action.do === 'edit') setEditing({ id: active.id, field: 'text' });
    else if (action.do === 'remove') void remove();
    else if (action.do === 'select-all') all();
    else if (action.do === 'toggle-link') toggleLink(active.id);
    else if (action.do === 'shift') {
      const afterId = shift(columns, active, action.direction);
      if (afterId !== undefined) void commands.move([active], { itemId: here, kind: active.kind, afterId });
    } else if (action.do === 'retype' && active.parentId === null) {
      const kind = POINT_KINDS[POINT_KINDS.indexOf(active.kind) + (action.direction === 'left' ? -1 : 1)];
      if (kind !== undefined) void commands.move([active], { itemId: here, kind, afterId: lastOf(here)(kind) });
    }
  };

  // Rows keep the same handlers while anything else on the screen changes, so that only those that differ are drawn again.
  const latest = useRef({ linkingFrom, toggleLink, commands, extend, toggle, select });
  latest.current = { linkingFrom, toggleLink, commands, extend, toggle, select };
  const onPress = useCallback((id: string, event: MouseEvent) => {
    const now = latest.current;
    if (now.linkingFrom !== null) now.toggleLink(id);
    else if (event.shiftKey) now.extend(id);
    else if (event.ctrlKey || event.metaKey) now.toggle(id);
    else now.select(id);
  }, []);
  const onEdit = useCallback((id: string) => {
    if (latest.current.linkingFrom === null) setEditing({ id, field: 'text' });
  }, []);
  const onSave = useCallback((point: Point, field: Editing['field'], text: string) => latest.current.commands[field === 'text' ? 'edit' : 'reason'](point, text), []);
  const onClose = useCallback(() => setEditing((now) => {
    if (now !== null) requestAnimationFrame(() => focusRow(now.id));
    return null;
  }), [focusRow]);
  const onHasKeys = useCallback((has: boolean) => {
    hasKeys.current = has;
  }, []);

  const onDrop = (dragged: string, drop: Drop) => {
    if (dragged.startsWith('item:')) {
      const id = dragged.slice('item:'.length);
      const afterId = afterItem(drop, items.map((each) => each.id), id);
      if (afterId !== undefined) void moveItem({ committeeId, id, afterId });
      return;
    }
    const carried = ids.has(dragged) ? roots : [byId.get(dragged)].flatMap((point) => point ?? []);
    if (drop.over === 'item') return moveToItem(carried, drop.id);
    const to = placeOf(drop, columns, carried);
    if (to !== null) void commands.move(carried, { itemId: here, ...to });
  };
  const severalOr = (one: string) => (chosen.length > 1 ? t('board.severalPoints', { n: chosen.length }) : one);
  const describe = (dragged: string) => {
    const point = byId.get(dragged);
    if (point === undefined) return items.find((each) => `item:${each.id}` === dragged)?.title ?? '';
    const one = `${point.number} ${shortened(point.text, 40)}`;
    return ids.has(dragged) ? severalOr(one) : one;
  };

  return (
    <BoardDrag describe={describe} onDrop={onDrop}>
      {({ drop }) => (
        <Workbench
          id="board"
          leftLabel={t('words.item')}
          rightLabel={t('board.evidence')}
          left={
            <div className={classes.index}>
              <ItemList
                committeeId={committeeId}
                items={items}
                current={here}
                outside={board.outside}
                onOpen={(id) => go(routes.board(committeeId, id ?? OUTSIDE_ITEMS))}
                onMove={(id, afterId) => void moveItem({ committeeId, id, afterId })}
              />
              <ScheduleList committeeId={committeeId} />
            </div>
          }
          middle={
            nothingAtAll ? (
              <>
                <h1 className="visually-hidden">{t('words.item')}</h1>
                <EmptyState title={t('board.noItems')} hint={t('board.noItemsHint')} />
              </>
            ) : (
              <div className={classes.board}>
                <TrayLine committeeId={committeeId} />
                <BoardHeader item={item} title={place} city={board.city} cities={board.cities} hidden={board.hidden} onCity={board.setCity} onLibrary={() => setDialog('library')} />
                {base === null ? null : (
                  <p className={classes.linkingBar} role="status">
                    <span>{t('board.linking', { point: labelOf(base), n: base.linkedIds.length })}</span>
                    <Kbd keys="space" /> {t('board.linkingToggle')} <Kbd keys="l" /> <Kbd keys="escape" /> {t('board.linkingEnd')}
                  </p>
                )}
                <BoardColumns
                  ref={grid}
                  board={board}
                  label={place}
                  active={activeId}
                  chosen={ids}
                  subject={subject}
                  linking={base !== null}
                  editing={editing}
                  adding={adding}
                  drop={drop}
                  composerName={composerName}
                  onPress={onPress}
                  onEdit={onEdit}
                  onSave={onSave}
                  onClose={onClose}
                  onStartAdding={startAdding}
                  onAdd={(kind, line) => commands.add(here, kind, line).then(({ id }) => select(id))}
                  onStopAdding={() => {
                    setAdding(null);
                    requestAnimationFrame(() => {
                      if (document.activeElement === document.body) focusRow(activeId);
                    });
                  }}
                  onKeyDown={onKeyDown}
                  onHasKeys={onHasKeys}
                />
                {dialog === 'cite' && active !== null ? (
                  <CiteDialog committeeId={committeeId} points={chosen} title={t('board.citeTitle', { point: severalOr(labelOf(active)) })} onClose={() => setDialog(null)} />
                ) : null}
                {dialog === 'library' ? (
                  <LibraryPicker committeeId={committeeId} title={t('library.pick')} onPick={(id) => void citeFromLibrary(id, here).then((made) => { if (made !== null) select(made); })} onClose={() => setDialog(null)} />
                ) : null}
                {dialog === 'item' && active !== null ? (
                  <PickerDialog
                    title={t('board.moveTitle', { point: severalOr(labelOf(active)) })}
                    options={[...items.filter((each) => each.id !== here).map((each) => ({ id: each.id, lead: each.number, text: each.title })), ...(here === null ? [] : [{ id: '', text: t('board.outside') }])]}
                    nothing={<EmptyState title={t('board.noOtherItem')} />}
                    onPick={(id) => moveToItem(roots, id === '' ? null : id)}
                    onClose={() => setDialog(null)}
                  />
                ) : null}
              </div>
            )
          }
          right={
            subject === null ? (
              <EmptyState title={t('board.nothingChosen')} hint={t('board.nothingChosenHint')} />
            ) : (
              <EvidencePane committeeId={committeeId} point={subject} actions={actions} onShow={show} onUnlink={(other) => void commands.link(subject, other, false)} />
            )
          }
        />
      )}
    </BoardDrag>
  );
}
