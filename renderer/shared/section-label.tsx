import type { ReactNode } from 'react';
import classes from './section-label.module.css';

/** The small bold heading of a section, with how many there are and, at the right, what can be done. */
export function SectionLabel({ children, count, aside, level = 2 }: { children: ReactNode; count?: number | string; aside?: ReactNode; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <div className={classes.row}>
      <Heading className={classes.label}>
        {children}
        {count === undefined ? null : <span className={classes.count}>{count}</span>}
      </Heading>
      {aside === undefined ? null : <div className={classes.aside}>{aside}</div>}
    </div>
  );
}
