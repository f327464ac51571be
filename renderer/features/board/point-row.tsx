import { useDraggable, useDroppable } from '@dnd-kit/core';
import { memo, useCallback, type MouseEvent } from 'react';
import type { Point } from '../../../electron/contract/board.ts';
import { useT } from '../../i18n/index.ts';
import { CityTag } from '../../shared/city-tag.tsx';
import { InlineEdit } from '../../shared/inline-edit.tsx';
import { StateMark } from '../../shared/state-mark.tsx';
import { readKept } from '../../shared/kept-text.ts';
import { joinCities } from './point-text.ts';
import classes from './board.module.css';

const keptName = (id: string, field: 'text' | 'reason') => `point.${id}.${field}`;

/** The edit of a point that was not finished when the screen was left or the app ended; null where there is none. */
export function keptEditOf(id: string): { id: string; field: 'text' | 'reason' } | null {
  for (const field of ['text', 'reason'] as const) if (readKept(keptName(id, field)) !== '') return { id, field };
  return null;
}

/** What a row of the board shows and does. */
export type PointRowProps = {
  point: Point;
  /** What it is linked to, in words: 「視点 ③　事例 2」. */
  links: string;
  chosen: boolean;
  /** Has the keys; one row of each column can be reached with Tab. */
  tabStop: boolean;
  /** Linked to the active point (or, while linking, to the one that links are made from). */
  linked: boolean;
  /** null: no links are being made; else whether this row is the one they are made from, or can be picked. */
  linking: 'base' | 'other' | null;
  editing: 'text' | 'reason' | null;
  /** Where a dragged point would be put. */
  drop: 'before' | 'after' | null;
  onPress: (id: string, event: MouseEvent) => void;
  onEdit: (id: string) => void;
  onSave: (point: Point, field: 'text' | 'reason', text: string) => Promise<unknown>;
  onClose: () => void;
};

/** One point: carried by the mouse, chosen by click or key. It is drawn again at every drag of another, so it holds little. */
export const PointRow = memo(function PointRow({ point, links, chosen, tabStop, linked, linking, editing, drop, onPress, onEdit, onSave, onClose }: PointRowProps) {
  const drag = useDraggable({ id: point.id, disabled: linking !== null || editing !== null });
  const dropZone = useDroppable({ id: `point:${point.id}` });
  const listener = drag.listeners?.['onPointerDown'];
  const { setNodeRef: setDrag } = drag;
  const { setNodeRef: setDrop } = dropZone;
  const ref = useCallback((node: HTMLElement | null) => {
    setDrag(node);
    setDrop(node);
  }, [setDrag, setDrop]);
  return (
    <div
      ref={ref}
      role="row"
      aria-level={point.parentId === null ? 1 : 2}
      aria-selected={chosen}
      data-point={point.id}
      data-child={point.parentId !== null || undefined}
      data-linked={linked || undefined}
      data-linking={linking ?? undefined}
      data-dragging={drag.isDragging || undefined}
      data-drop={drop ?? undefined}
      tabIndex={tabStop ? 0 : -1}
      className={`row ${classes.point}`}
      onClick={(event) => onPress(point.id, event)}
      onDoubleClick={() => onEdit(point.id)}
      {...(listener ? { onPointerDown: (event) => listener(event) } : {})}
    >
      <PointCell point={point} links={links} editing={editing} linkBox={linking === 'other' ? linked : null} onSave={onSave} onClose={onClose} />
    </div>
  );
});

type PointCellProps = Pick<PointRowProps, 'point' | 'links' | 'editing' | 'onSave' | 'onClose'> & {
  /** While links are made: whether this point is linked; null: no box. */
  linkBox: boolean | null;
};

/** The words of a point and the line under them. */
const PointCell = memo(function PointCell({ point, links, editing, linkBox, onSave, onClose }: PointCellProps) {
  const t = useT();
  const [citation, ...others] = point.citations;
  const clause = citation === undefined ? null : { clause: citation.label, more: others.length > 0 ? t('board.andMore', { n: others.length }) : '' };
  const hasMeta = point.state !== null || point.cities.length > 0 || links !== '' || point.notes > 0 || clause !== null || point.vanished;
  return (
    <div role="gridcell" className={classes.cell}>
      <span className={classes.number}>{point.number}</span>
      <div className={classes.body}>
        {editing === 'text' ? (
          <InlineEdit keepAs={keptName(point.id, 'text')} value={joinCities(point)} label={t('board.editText')} onSave={(text) => onSave(point, 'text', text)} onClose={onClose} />
        ) : (
          <p className={classes.text}>{point.text}</p>
        )}
        {editing === 'reason' ? (
          <div className={classes.reason}>
            <span className={classes.reasonLabel}>{t('board.reason')}</span>
            <InlineEdit keepAs={keptName(point.id, 'reason')} value={point.reason} allowEmpty label={t('board.reason')} placeholder={t('board.reasonHint')} onSave={(text) => onSave(point, 'reason', text)} onClose={onClose} />
          </div>
        ) : null}
        {hasMeta ? (
          <p className={classes.meta}>
            {point.state === null ? null : <StateMark state={point.state} {...(point.state === 'answered' && clause !== null ? { label: t('board.answeredIn', clause) } : {})} />}
            {point.vanished ? <span className={classes.vanished}><span aria-hidden>◇</span> {t('board.vanished')}</span> : null}
            {point.cities.map((city) => <CityTag key={city} city={city} />)}
            {links === '' ? null : <span>{links}</span>}
            {point.notes > 0 ? <span>{t('board.notesCount', { n: point.notes })}</span> : null}
            {point.state === null && clause !== null ? <span className={classes.cited}>{t('board.citedIn', clause)}</span> : null}
          </p>
        ) : null}
      </div>
      {linkBox === null ? null : <span className={classes.linkBox} role="img" aria-label={t(linkBox ? 'board.isLinked' : 'board.isNotLinked')}>{linkBox ? '☑' : '☐'}</span>}
    </div>
  );
});
