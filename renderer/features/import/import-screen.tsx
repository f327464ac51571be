import { Button, Progress } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWhere } from '../../app/frame/where.ts';
import { useT } from '../../i18n/index.ts';
import { useStore } from '../../shared/store.ts';
import { cancelReading, importStore, takeFiles } from './import-session.ts';
import { PreviewScreen } from './preview-screen.tsx';
import { Refused } from './refused.tsx';
import classes from './import-screen.module.css';

/** Where a paper is chosen and then looked through before it is taken in. */
export default function ImportScreen() {
  const t = useT();
  const session = useStore(importStore, (state) => state.session);
  useWhere(session ? `${t('import.title')}　${session.fileName}` : t('import.title'));
  return session ? <PreviewScreen key={session.sha256} session={session} /> : <ChooseScreen />;
}

function ChooseScreen() {
  const t = useT();
  const { reading, waiting } = useStore(importStore);
  const input = useRef<HTMLInputElement>(null);
  return (
    <main className={classes.choose}>
      <h1 className={classes.heading}>{t('import.open')}</h1>
      <p className={classes.lead}>{t('import.lead')}</p>
      <div className={classes.drop}>
        <p>{t('import.dropHere')}</p>
        <Button autoFocus disabled={reading !== null} onClick={() => input.current?.click()}>{t('import.choose')}</Button>
        <p className={classes.soft}>{t('import.formats')}</p>
        <FileInput ref={input} />
      </div>
      {reading === null ? null : <Reading key={reading} file={reading} waiting={waiting.length} />}
      <Refused />
    </main>
  );
}

/** The hidden file picker behind a button; the same file may be chosen again. */
export function FileInput({ ref }: { ref: React.Ref<HTMLInputElement> }) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      accept=".txt,.text,.md,.markdown"
      onChange={(event) => {
        takeFiles([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = '';
      }}
    />
  );
}

/** A bar with a way out, once reading has taken half a second. */
function Reading({ file, waiting }: { file: string; waiting: number }) {
  const t = useT();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setShown(true), 500);
    return () => clearTimeout(wait);
  }, []);
  if (!shown) return null;
  return (
    <div className={classes.reading} role="status">
      <span>
        {t('import.reading', { file })}
        {waiting > 0 ? <span className={classes.soft}>　{t('import.waiting', { n: waiting })}</span> : null}
      </span>
      <Progress value={100} animated aria-label={t('import.reading', { file })} />
      <Button variant="default" size="xs" onClick={cancelReading}>{t('import.stopReading')}</Button>
    </div>
  );
}
