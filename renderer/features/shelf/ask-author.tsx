import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { setPreferences } from '../../app/preferences.ts';
import { useT } from '../../i18n/index.ts';
import classes from './shelf.module.css';

/** Asks once, below the list, who writes; 「あとで」 does not come back. */
export function AskAuthor({ onLater }: { onLater: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') setPreferences({ author: name.trim() });
  };
  return (
    <form className={classes.ask} onSubmit={submit}>
      <TextInput label={t('shelf.askAuthor')} description={t('shelf.askAuthorHint')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit" variant="default" disabled={name.trim() === ''}>{t('common.done')}</Button>
      <button type="button" className="quiet" onClick={onLater}>{t('shelf.later')}</button>
    </form>
  );
}
