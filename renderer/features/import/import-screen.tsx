import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useWhere } from '../../app/frame/where.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { useStore } from '../../shared/store.ts';
import { Workbench } from '../../shared/workbench.tsx';
import { FileInput } from './file-input.tsx';
import { importStore, openEntry, stepPaper } from './import-session.ts';
import { PaperList } from './paper-list.tsx';
import { PreviewScreen } from './preview-screen.tsx';
import { Reading } from './reading.tsx';
import { Refused } from './refused.tsx';
import classes from './import-screen.module.css';

/** Where papers are chosen and then looked through before they are taken in. */
export default function ImportScreen() {
  const t = useT();
  const state = useStore(importStore);
  const entry = openEntry(state);
  const session = entry?.session ?? null;
  useWhere(session ? `${t('import.title')}　${session.fileName}` : t('import.title'));
  const readable = state.entries.filter((each) => each.state === 'read');
  useScreenCommands([
    { id: 'import.next', label: t('import.nextPaper'), keys: 'alt+pagedown', run: () => stepPaper(1), disabled: readable.at(-1)?.id === state.openId || readable.length === 0 },
    { id: 'import.previous', label: t('import.previousPaper'), keys: 'alt+pageup', run: () => stepPaper(-1), disabled: readable[0]?.id === state.openId || readable.length === 0 },
  ]);

  const shown = entry && session ? <PreviewScreen key={entry.id} entry={entry} session={session} /> : <ChooseScreen />;
  return <Workbench id="import" leftWidth={230} leftLabel={t('import.papers')} {...(state.entries.length > 1 ? { left: <PaperList entries={state.entries} openId={state.openId} /> } : {})} middle={shown} />;
}

function ChooseScreen() {
  const t = useT();
  const { entries } = useStore(importStore);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={classes.choose}>
      <h1 className={classes.heading}>{t('import.open')}</h1>
      <p className={classes.lead}>{t('import.lead')}</p>
      <div className={classes.drop}>
        <p>{t('import.dropHere')} <Kbd keys="mod+v" /></p>
        <Button autoFocus onClick={() => input.current?.click()}>{t('import.choose')}</Button>
        <p className={classes.soft}>{t('import.formats')}</p>
        <FileInput ref={input} />
      </div>
      {entries.length > 1 ? null : <><Reading /><Refused /></>}
    </div>
  );
}
