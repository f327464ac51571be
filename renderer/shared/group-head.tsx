import type { ReactNode } from 'react';
import classes from './record-list.module.css';

/** The heading of a part of the list, with how many there are and, at the right, what can be done with them. */
export function GroupHead({ title, count, strong = false, children }: { title: string; count?: number; strong?: boolean; children?: ReactNode }) {
  return (
    <div role="row" className={classes.head} data-strong={strong || undefined}>
      <div role="rowheader" className={classes.title}>{title}{count === undefined ? null : <span className={classes.count}>{count}</span>}</div>
      {children ? <div role="gridcell">{children}</div> : null}
    </div>
  );
}

/** The headings of the paper that the lines below stand under. */
export function RunHead({ children }: { children: ReactNode }) {
  return (
    <div role="row" className={classes.runHead}><div role="rowheader">{children}</div></div>
  );
}

/** A titled part of the list; nothing where there is none of it. */
export function Listed({ title, count, aside, empty = false, children }: { title: string; count: number; aside?: ReactNode; empty?: boolean; children: ReactNode }) {
  if (empty) return null;
  return (
    <div role="rowgroup" className={classes.section}>
      <GroupHead title={title} count={count} strong>{aside}</GroupHead>
      {children}
    </div>
  );
}
