import { Button } from '@mantine/core';
import { memo, useRef, useState, type KeyboardEvent } from 'react';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { arrowStep } from '../../shared/rows.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { countPreview } from '../../../electron/contract/preview/preview.ts';
import { AcceptAllDialog } from './accept-all-dialog.tsx';
import { discardWithNotice } from './discard.tsx';
import { FileInput } from './file-input.tsx';
import { openPaper, type Entry } from './import-session.ts';
import { recordsIn } from './places.ts';
import { Reading } from './reading.tsx';
import { readAgain } from './reading-queue.ts';
import classes from './paper-list.module.css';

/** 資料一覧: every file of this import, what became of it, and what it wants. ↑↓ and Enter open, Delete takes it off. */
export function PaperList({ entries, openId }: { entries: readonly Entry[]; openId: string | null }) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [acceptingAll, setAcceptingAll] = useState(false);
  const sure = entries.filter(isSure);
  useScreenCommands([
    { id: 'import.acceptAll', label: t('import.acceptAll'), keys: 'mod+shift+enter', run: () => setAcceptingAll(true), disabled: sure.length === 0 },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrowStep(event);
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
    const at = lines.findIndex((line) => line === document.activeElement);
    const entry = entries[at];
    if (by !== 0) lines[at + by]?.focus();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && entry && entry.state !== 'accepted') {
      discardWithNotice(entry);
      (lines[at + 1] ?? lines[at - 1])?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div className={classes.list}>
      <SectionLabel count={entries.length} aside={<button type="button" className="quiet" onClick={() => input.current?.click()}>{t('common.add')}</button>}>{t('import.papers')}</SectionLabel>
      <FileInput ref={input} />
      <div className={classes.reading}><Reading /></div>
      <ul ref={list} onKeyDown={onKeyDown}>
        {entries.map((entry) => <PaperLine key={entry.id} entry={entry} open={entry.id === openId} />)}
      </ul>
      <div className={classes.ways}>
        {sure.length > 0 ? <Button size="xs" variant="default" fullWidth className={classes.all} onClick={() => setAcceptingAll(true)}>{t('import.acceptSure', { n: sure.length })}</Button> : null}
        <p className={classes.keys}><span><Kbd keys="alt+pagedown" /> {t('import.nextPaper')}</span><span><Kbd keys="delete" /> {t('import.takeOff')}</span></p>
      </div>
      {acceptingAll ? <AcceptAllDialog entries={sure} onClose={() => setAcceptingAll(false)} /> : null}
    </div>
  );
}

/** Whether a paper can be taken in without a look: read, something recognised, nothing doubtful, and not there already. */
export function isSure({ state, session }: Entry): boolean {
  if (state !== 'read' || !session || session.heldBy.length > 0 || session.warnings.length > 0) return false;
  return recordsIn(session.present) > 0 && countPreview(session.present).doubts === 0;
}

const PaperLine = memo(function PaperLine({ entry, open }: { entry: Entry; open: boolean }) {
  const t = useT();
  const { id, fileName, state, session, sentence, committeeId } = entry;
  const again = state === 'stopped' || state === 'refused';
  return (
    <li className={classes.line} data-open={open || undefined}>
      <button
        type="button"
        data-entry={id}
        className={classes.name}
        aria-current={open ? 'true' : undefined}
        disabled={state === 'waiting' || state === 'reading'}
        onClick={() => {
          if (state === 'read') openPaper(id);
          else if (again) readAgain(id);
        }}
      >
        <span className={classes.file}>{session?.title ?? fileName}</span>
        {session?.title ? <span className={classes.soft}>{fileName}</span> : null}
        <span className={classes.soft} data-state={state}>
          {t(`import.state.${state}`)}
          {session ? <>　{t(`words.paperKind.${session.kind}`)}</> : null}
          {again ? <>　{t('import.readAgain')}</> : null}
        </span>
        {session ? <Found session={session} /> : null}
        {sentence === null ? null : <span role="alert" className={classes.sentence}>{sentence}</span>}
      </button>
      {committeeId === null ? null : <a className={classes.soft} href={`#${committeeId === LIBRARY_ID ? routes.library() : routes.board(committeeId)}`}>{t('import.toCommittee')}</a>}
    </li>
  );
});

/** How much was recognised, and what wants a look. */
function Found({ session }: { session: NonNullable<Entry['session']> }) {
  const t = useT();
  const counts = countPreview(session.present);
  const records = recordsIn(session.present) - counts.leftOut;
  const doubts = counts.doubts + session.warnings.length;
  return (
    <span className={classes.soft}>
      {t('import.found', { n: records })}
      {doubts > 0 ? <span className={classes.doubts}>　{t('import.toCheck', { n: doubts })}</span> : null}
    </span>
  );
}
