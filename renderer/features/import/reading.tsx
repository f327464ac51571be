import { Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useScreenCommands } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { useStore } from '../../shared/store.ts';
import { importStore } from './import-session.ts';
import { progressStore, stopReading } from './reading-queue.ts';
import classes from './reading.module.css';

/** One bar for everything that is being read, with what is read now, how many are done, and a way out (Esc). */
export function Reading() {
  const t = useT();
  const { entries } = useStore(importStore);
  const progress = useStore(progressStore);
  const reading = entries.filter((entry) => entry.state === 'reading');
  const busy = reading.length > 0;
  const shown = useLate(busy);
  useScreenCommands([{ id: 'import.stopReading', label: t('import.stopReading'), keys: 'escape', run: stopReading, disabled: !busy }]);
  const [first] = reading;
  if (!shown || !first) return null;
  const done = entries.filter((entry) => !['waiting', 'reading', 'stopped'].includes(entry.state)).length;
  const total = entries.filter((entry) => entry.state !== 'stopped').length;
  const parts = done + reading.reduce((sum, { id }) => sum + (progress[id] ?? 0), 0);
  // a bar that never moves tells nothing: where a reader cannot say how far it is, it runs
  const known = total > 1 || parts > 0;
  const label = t('import.reading', { file: first.fileName });
  return (
    <div className={classes.reading}>
      <p role="status">
        {label}
        {total > 1 ? <span className={classes.soft}>　{t('import.readCount', { done, total })}</span> : null}
      </p>
      <Progress value={known ? (100 * parts) / total : 100} animated={!known} aria-label={label} />
      <button type="button" className="quiet" onClick={stopReading}>{t('import.stopReading')} <Kbd keys="escape" /></button>
    </div>
  );
}

/** True once something has been going on for half a second. */
export function useLate(busy: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) {
      setLate(false);
      return undefined;
    }
    const wait = setTimeout(() => setLate(true), 500);
    return () => clearTimeout(wait);
  }, [busy]);
  return late;
}
