import { useRef, type KeyboardEvent } from 'react';
import { Kbd } from '../../shared/kbd.tsx';
import { arrowStep } from '../../shared/rows.ts';
import { useT } from '../../i18n/index.ts';
import classes from './shelf.module.css';

/** The three ways to begin. */
export type Ways = { import(): void; create(): void; sample(): void };

/** The first start: three lines to choose from, by mouse, arrow keys or Tab. */
export function FirstWays({ ways }: { ways: Ways }) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrowStep(event);
    if (by === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const now = buttons.findIndex((button) => button === document.activeElement);
    buttons[(now + by + buttons.length) % buttons.length]?.focus();
  };
  const way = (run: () => void, title: string, hint: string, keys: string | null, first = false) => (
    <li>
      <button type="button" className={`row-button ${classes.way}`} autoFocus={first} onClick={run}>
        <span className={classes.wayTitle}>{title}{keys ? <Kbd keys={keys} /> : null}</span>
        <span className={classes.wayHint}>{hint}</span>
      </button>
    </li>
  );
  return (
    <ul ref={list} className={classes.ways} onKeyDown={onKeyDown}>
      {way(ways.import, t('import.open'), t('shelf.importHint'), 'mod+o', true)}
      {way(ways.create, t('shelf.newCommittee'), t('shelf.newHint'), 'n')}
      {way(ways.sample, t('shelf.openSample'), t('shelf.sampleHint'), null)}
    </ul>
  );
}
