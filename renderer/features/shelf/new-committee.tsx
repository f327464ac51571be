import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { go, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { isComposing } from '../../shared/keys.ts';
import { useCommand } from '../../shared/use-operation.ts';
import classes from './shelf.module.css';

/** A name, a municipality, and the committee is there; Esc closes. */
export function NewCommittee({ onClose }: { onClose: () => void }) {
  const t = useT();
  const create = useCommand('committees.create');
  const [name, setName] = useState('');
  const [municipality, setMunicipality] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const { committeeId } = await create.run({ name, municipality });
    go(routes.board(committeeId));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event)) onClose();
  };
  return (
    <form className={classes.form} aria-label={t('shelf.newCommittee')} onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown}>
      <TextInput autoFocus required withAsterisk={false} label={t('shelf.name')} placeholder={t('shelf.namePlaceholder')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={t('shelf.municipality')} placeholder={t('shelf.municipalityPlaceholder')} value={municipality} onChange={(event) => setMunicipality(event.currentTarget.value)} />
      <Group gap="xs">
        <Button type="submit" loading={create.pending} disabled={name.trim() === ''}>{t('shelf.create')}</Button>
        <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
      </Group>
    </form>
  );
}
