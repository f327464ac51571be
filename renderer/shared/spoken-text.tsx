import type { ReactNode } from 'react';
import classes from './record-line.module.css';

/** A text with what it is and who says it in front; while it is edited they stand above the field. */
export function SpokenText({ kind = '', speaker, field = null, children }: { kind?: string; speaker: string; field?: ReactNode; children: string }) {
  const front = (
    <>
      {kind === '' ? null : <span className={classes.kind}>{kind}</span>}
      {speaker === '' ? null : <b className={classes.speaker}>{speaker}</b>}
    </>
  );
  if (field === null) return <span className={classes.text}>{front}{children}</span>;
  return <>{kind === '' && speaker === '' ? null : <span>{front}</span>}{field}</>;
}
