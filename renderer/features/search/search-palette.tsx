import { Modal } from '@mantine/core';
import { useDeferredValue, useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { SearchHit } from '../../../electron/contract/search.ts';
import { useCommands, type AppCommand } from '../../app/commands.ts';
import { useViewMemory } from '../../app/preferences.ts';
import { go } from '../../app/routes.ts';
import { sentenceOf } from '../../app/api.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { isComposing } from '../../shared/keys.ts';
import { createStore, useStore } from '../../shared/store.ts';
import { useRead } from '../../shared/use-operation.ts';
import { hitPlace } from './hit-place.ts';
import { paletteEntries, type Entry } from './palette-entries.ts';
import classes from './search-palette.module.css';

const opened = createStore(false);
/** Opens the palette over whatever is on the screen. */
export const openPalette = () => {
  if (!opened.get()) cameFrom = document.activeElement;
  opened.set(true);
};
/** What had the focus, which the box takes before the dialog could keep it in mind by itself. */
let cameFrom: Element | null = null;
const close = () => {
  opened.set(false);
  setTimeout(() => {
    if (document.activeElement === document.body && cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
  });
};

const RECENT = 6;

/** One box over everything: hits in their sentences, and the commands that apply now. */
export function SearchPalette({ committeeId }: { committeeId: string | null }) {
  const t = useT();
  const open = useStore(opened);
  return (
    <Modal.Root opened={open} onClose={close} size={720} padding={0} yOffset="9vh" transitionProps={{ duration: 0 }} returnFocus={false}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('search.label')}>
        <Modal.Body>
          <Palette committeeId={committeeId} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Palette({ committeeId }: { committeeId: string | null }) {
  const t = useT();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [recent, setRecent] = useViewMemory('search.recent', '');
  const words = useDeferredValue(text.trim()).slice(0, 200);
  const search = useRead('search.all', { text: words, limit: 50, ...(committeeId === null ? {} : { committeeId }) }, { enabled: words !== '' });
  const hits = words === '' ? [] : (search.data?.hits ?? []);
  const groups = paletteEntries(text, useCommands(), hits, recent.split(' '));
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(chosen, entries.length - 1)];

  // Before the dialog's own focus, which comes a task later: what is typed right after Ctrl K is meant for the box.
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);

  const run = (entry: Entry) => {
    close();
    if ('hit' in entry) {
      const { path, focus } = hitPlace(entry.hit, committeeId);
      go(path, focus);
      return;
    }
    const { command } = entry;
    setRecent([command.id, ...recent.split(' ').filter((id) => id !== '' && id !== command.id)].slice(0, RECENT).join(' '));
    // after the dialog has given the focus back, since a command may take it
    setTimeout(command.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // the Enter that confirms kanji chooses nothing, and the arrows belong to the candidates
    if (isComposing(event)) return;
    const last = entries.length - 1;
    if (event.key === 'ArrowDown') setChosen(chosen >= last ? 0 : chosen + 1);
    else if (event.key === 'ArrowUp') setChosen(chosen <= 0 ? last : chosen - 1);
    else if (event.key === 'PageDown') setChosen(Math.min(last, chosen + 8));
    else if (event.key === 'PageUp') setChosen(Math.max(0, chosen - 8));
    else if (event.key === 'Enter' && active) run(active);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        ref={box}
        data-autofocus
        className={classes.input}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={text}
        data-own-undo="true"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={t('search.results')} className={classes.list}>
        {groups.map((group) => (
          <div key={group.key} role="group" aria-labelledby={`${listId}-${group.key}`}>
            <div id={`${listId}-${group.key}`} role="presentation" className={classes.group}>
              {group.key === 'recent' ? t('search.recent') : group.key === 'commands' ? t('search.commands') : t(`words.hit.${group.key}`)}
              {group.key === 'recent' || group.key === 'commands' ? null : <span className={classes.count}>{group.entries.length}</span>}
            </div>
            {group.entries.map((entry) => (
              <div
                key={entry.id}
                id={`${listId}-${entry.id}`}
                role="option"
                aria-selected={entry === active}
                className={classes.entry}
                onMouseMove={() => setChosen(entries.indexOf(entry))}
                onClick={() => run(entry)}
              >
                {'command' in entry ? <CommandLine command={entry.command} /> : <HitLine hit={entry.hit} here={entry.hit.committeeId === committeeId} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={classes.foot}>
        {search.error && words !== '' ? sentenceOf(search.error)
          : words !== '' && entries.length === 0 && search.isSuccess ? <><b>{t('search.nothing', { text: words })}</b>　{t('search.nothingHint')}</>
          : search.data?.more && words !== '' ? t('search.more')
          : t('search.keys')}
      </p>
    </>
  );
}

function CommandLine({ command }: { command: AppCommand }) {
  return (
    <>
      <span className={classes.sentence}>{command.label}</span>
      {command.keys ? <Kbd keys={command.keys} /> : null}
    </>
  );
}

/** At most so many characters before the match, so that the match is always in sight. */
const BEFORE = 26;

function HitLine({ hit, here }: { hit: SearchHit; here: boolean }) {
  const t = useT();
  // A paper's place ends in its line, and says that a newer version took its place: the store says both in Japanese.
  const place = hit.kind === 'paper' ? hit.place.replace('（差し替え前）', t('search.older')).replace(/(\d+)行$/, (_, n: string) => t('papers.line', { n })) : hit.place;
  const before = hit.before.replace(/\s+/g, ' ');
  return (
    <>
      <span className={classes.sentence}>
        {before.length > BEFORE ? `…${before.slice(-BEFORE)}` : before}
        <mark>{hit.match}</mark>
        {hit.after.replace(/\s+/g, ' ')}
      </span>
      <span className={classes.place}>{here ? place : `${hit.library ? t('words.library') : hit.committeeName}　${place}`}</span>
    </>
  );
}
