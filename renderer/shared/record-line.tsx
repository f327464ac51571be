import type { ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import classes from './record-line.module.css';

export type RecordLineProps = {
  /** Names the line in its list. */
  place: string;
  selected: boolean;
  /** Whether Tab stops at this line (the active one). */
  tabStop: boolean;
};

/** One record of a list in a grid: its number, and what it says. */
export function RecordLine({ place, selected, tabStop, left = false, child = false, heading = false, number, aside, children }: RecordLineProps & {
  /** Left out: struck through, and said. */
  left?: boolean;
  child?: boolean;
  heading?: boolean;
  /** Left out where no line of the list is numbered; empty where this one is not. */
  number?: string;
  /** What can be done with it, at the right. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div
      role="row"
      data-row={place}
      data-left={left || undefined}
      data-child={child || undefined}
      data-heading={heading || undefined}
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
      className={`row ${classes.line}`}
    >
      <div role="gridcell" className={classes.cell}>
        {number === undefined ? null : <span className={classes.number}>{number}</span>}
        <span className={classes.body}>{children}</span>
        {aside}
        {left ? <span className={classes.leftOut}>{t('import.leftOutMark')}</span> : null}
      </div>
    </div>
  );
}
