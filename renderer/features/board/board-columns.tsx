import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import type { Point } from '../../../electron/contract/board.ts';
import { POINT_KINDS } from '../../../db/domain/words.ts';
import type { PointKind } from '../../../db/domain/words.ts';
import { useT } from '../../i18n/index.ts';
import { Composer } from '../../shared/composer.tsx';
import { linkSummary } from './board-grid.ts';
import type { Drop } from './drop-place.ts';
import { PointColumn } from './point-column.tsx';
import { PointRow } from './point-row.tsx';
import type { Board } from './use-board.ts';
import classes from './board.module.css';

export type Editing = { id: string; field: 'text' | 'reason' };

export type BoardColumnsProps = {
  board: Board;
  label: string;
  ref: Ref<HTMLDivElement>;
  active: string | null;
  chosen: ReadonlySet<string>;
  /** The point whose links are marked; while links are made, the one they are made from. */
  subject: Point | null;
  linking: boolean;
  editing: Editing | null;
  adding: PointKind | null;
  drop: Drop | null;
  /** Names the text of a composer that is not recorded yet. */
  composerName: (kind: PointKind) => string;
  onPress: (id: string, event: MouseEvent) => void;
  onEdit: (id: string) => void;
  onSave: (point: Point, field: Editing['field'], text: string) => Promise<unknown>;
  onClose: () => void;
  onStartAdding: (kind: PointKind) => void;
  onAdd: (kind: PointKind, line: string) => Promise<unknown>;
  onStopAdding: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onHasKeys: (has: boolean) => void;
};

/** Viewpoints, issues and examples side by side. */
export function BoardColumns(props: BoardColumnsProps) {
  const { board, active, chosen, subject, linking, editing, adding, drop, onPress, onEdit, onSave, onClose, onHasKeys } = props;
  const t = useT();
  const { columns } = board;
  /** Numbers where they fit and stand in the same item, counts elsewhere: 「視点 ③　事例 2」. */
  const linksOf = (point: Point) =>
    linkSummary(point, board.byId)
      .map(({ kind, points }) => {
        const numbered = kind !== 'example' && points.length <= 4 && points.every((each) => each.itemId === point.itemId && each.number !== '');
        return `${t(`words.short.${kind}`)} ${numbered ? points.map((each) => each.number).join('') : points.length}`;
      })
      .join('　');
  const linkingOf = (id: string) => (!linking ? null : id === subject?.id ? 'base' : 'other');

  return (
    <div
      ref={props.ref}
      role="group"
      aria-label={props.label}
      tabIndex={-1}
      className={classes.columns}
      data-linking={linking || undefined}
      onKeyDown={props.onKeyDown}
      onFocus={() => onHasKeys(true)}
      // Where an element goes that had the keys, nothing receives them: they are given back then (see the screen).
      onBlur={(event) => { if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) onHasKeys(false); }}
    >
      {POINT_KINDS.map((kind) => {
        const column = columns[kind];
        const tabStop = column.find((point) => point.id === active)?.id ?? column[0]?.id;
        return (
          <PointColumn
            key={kind}
            kind={kind}
            count={column.filter((point) => point.parentId === null).length}
            empty={column.length === 0}
            dropAtEnd={drop?.over === 'column' && drop.kind === kind}
            onAdd={() => props.onStartAdding(kind)}
            composer={adding !== kind ? null : (
              <div className={classes.composing}>
                <Composer
                  key={props.composerName(kind)}
                  name={props.composerName(kind)}
                  label={t(`board.new.${kind}`)}
                  placeholder={t(kind === 'example' ? 'board.exampleHint' : 'board.newHint')}
                  onAdd={(line) => props.onAdd(kind, line)}
                  onClose={props.onStopAdding}
                />
              </div>
            )}
          >
            {column.map((point) => (
              <PointRow
                key={point.id}
                point={point}
                links={linksOf(point)}
                chosen={chosen.has(point.id)}
                tabStop={point.id === tabStop}
                linked={subject?.linkedIds.includes(point.id) === true}
                linking={linkingOf(point.id)}
                editing={editing?.id === point.id ? editing.field : null}
                drop={drop?.over === 'point' && drop.id === point.id ? drop.side : null}
                onPress={onPress}
                onEdit={onEdit}
                onSave={onSave}
                onClose={onClose}
              />
            ))}
          </PointColumn>
        );
      })}
    </div>
  );
}
