import { useDroppable } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import type { PointKind } from '../../../db/domain/words.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import classes from './board.module.css';

export const ADD_KEYS: Readonly<Record<PointKind, string>> = { viewpoint: 'v', issue: 'k', example: 'e' };

export type PointColumnProps = {
  kind: PointKind;
  /** Points of the column that have a number; child lines are not counted. */
  count: number;
  empty: boolean;
  composer: ReactNode;
  /** A dragged point would be put at the end of this column. */
  dropAtEnd: boolean;
  onAdd: () => void;
  children: ReactNode;
};

/** One of the three columns of a board: heading with its count, the points, and the row that adds one. It scrolls by itself. */
export function PointColumn({ kind, count, empty, composer, dropAtEnd, onAdd, children }: PointColumnProps) {
  const t = useT();
  const { setNodeRef } = useDroppable({ id: `column:${kind}`, data: { kind } });
  const heading = `board-column-${kind}`;
  return (
    <section ref={setNodeRef} className={classes.column} data-kind={kind} aria-labelledby={heading}>
      <h2 id={heading} className={classes.columnHead}>
        {t(`words.point.${kind}`)} <span className={classes.columnCount}>{count}</span>
      </h2>
      {empty ? null : (
        <div role="treegrid" aria-multiselectable aria-labelledby={heading}>
          {children}
        </div>
      )}
      {composer}
      <button type="button" className={`row-button ${classes.addRow}`} data-drop={dropAtEnd || undefined} onClick={onAdd}>
        <span aria-hidden>＋</span> {t(`board.add.${kind}`)} <Kbd keys={ADD_KEYS[kind]} />
      </button>
    </section>
  );
}
