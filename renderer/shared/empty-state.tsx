import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** What stands where there is nothing yet: that it is empty, and what to do. `children` are the ways on, `heading` where the whole screen is it. */
export function EmptyState({ title, hint, heading = false, children }: { title: string; hint?: ReactNode; heading?: boolean; children?: ReactNode }) {
  const Title = heading ? 'h1' : 'p';
  return (
    <div className={classes.empty}>
      <Title className={classes.title}>{title}</Title>
      {hint === undefined ? null : <p className={classes.hint}>{hint}</p>}
      {children === undefined ? null : <div className={classes.ways}>{children}</div>}
    </div>
  );
}
