import { memo, type CSSProperties } from 'react';
import { useT } from '../i18n/index.ts';
import { LEAD, type FigureCell, type FigureLine, type FigureTable } from './figure-table.ts';
import { InlineEdit } from './inline-edit.tsx';
import classes from './figure-lines.module.css';

export type FigureLineProps = {
  selected: boolean;
  /** Which of its cells the keys are at; null where they are on another line. */
  column: number | null;
  /** Id of the cell that is edited. */
  editing: string | null;
  left?: boolean;
  onSave: (record: string, cell: string, text: string) => Promise<unknown> | void;
  onEndEdit: () => void;
  /** Names what is typed in a cell and not saved, so that it survives a crash. */
  keepAs?: (record: string, cell: string) => string;
};

/** A table of figures: years as columns, a line a row, each cell edited in place. Long ones are given a part of their lines. */
export function FigureRows({ table, lines, propsOf }: { table: FigureTable; lines: readonly FigureLine[]; propsOf: (line: FigureLine) => FigureLineProps }) {
  if (lines.length === 0) return null;
  return (
    <div data-led={table.led || undefined} className={classes.table} style={styleOf(table)}>
      {table.columns.length > 1 ? (
        <div role="row" className={classes.head}>
          {table.columns.map(({ key, head }) => <span key={key} role={head === '' ? 'gridcell' : 'columnheader'} className={classes.cell}>{head}</span>)}
        </div>
      ) : null}
      {lines.map((line) => <Line key={line.place} line={line} led={table.led} {...propsOf(line)} />)}
    </div>
  );
}

const styleOf = ({ columns }: FigureTable): CSSProperties => ({
  '--columns': columns.map(({ least, share }) => (share === 0 ? `${least}em` : `minmax(${least}em, ${share}fr)`)).join(' '),
  '--least': `${columns.reduce((sum, { least }) => sum + least, 0)}em`,
  '--lead': `${LEAD}em`,
}) as CSSProperties; // custom properties, which React's type does not name

const Line = memo(function Line({ line, led, selected, column, left = false, editing, onSave, onEndEdit, keepAs }: FigureLineProps & { line: FigureLine; led: boolean }) {
  return (
    <div role="row" data-row={line.place} data-form={line.form} data-left={left || undefined} aria-selected={selected} className={classes.line}>
      {led ? <span role={line.lead === '' ? 'gridcell' : 'rowheader'} className={classes.lead}>{line.lead}</span> : null}
      {line.cells.map((cell, index) => (
        <Cell
          key={cell.id}
          cell={cell}
          left={left && index === 0}
          active={column !== null && Math.min(column, line.cells.length - 1) === index}
          editing={editing === cell.id}
          onSave={(text) => onSave(line.record, cell.id, text)}
          onEndEdit={onEndEdit}
          keepAs={keepAs?.(line.record, cell.id)}
        />
      ))}
    </div>
  );
});

function Cell({ cell, left, active, editing, onSave, onEndEdit, keepAs }: {
  cell: FigureCell;
  left: boolean;
  active: boolean;
  editing: boolean;
  onSave: (text: string) => Promise<unknown> | void;
  onEndEdit: () => void;
  keepAs: string | undefined;
}) {
  const t = useT();
  return (
    <span role="gridcell" data-cell={cell.id} data-active-cell={active || undefined} tabIndex={active ? 0 : -1} className={classes.cell}>
      {editing ? (
        <InlineEdit value={cell.text} label={t('common.edit')} allowEmpty={cell.id !== 'name'} onSave={onSave} onClose={onEndEdit} {...(keepAs === undefined ? {} : { keepAs })} />
      ) : (
        <>
          {cell.hint === '' ? null : <span className={classes.hint}>{cell.hint}</span>}
          <span className={classes.text}>{cell.shown}</span>
          {left ? <span className={classes.leftOut}>{t('import.leftOutMark')}</span> : null}
        </>
      )}
    </span>
  );
}
