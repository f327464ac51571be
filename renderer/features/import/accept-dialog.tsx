import { Button, Group, Modal, Progress, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { invoke } from '../../app/api.ts';
import { preferences } from '../../app/preferences.ts';
import { go, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { committeeLabel } from '../../shared/committee-label.ts';
import { useCommand, useRead } from '../../shared/use-operation.ts';
import { acceptedOthers, acceptedRows } from '../../../electron/contract/preview/accepted-rows.ts';
import { committeeNameFrom } from './committee-name.ts';
import { endSession, importStore, type Session } from './import-session.ts';
import type { PreviewCounts } from '../../../electron/contract/preview/preview.ts';
import classes from './preview-screen.module.css';

/** Asks where the paper goes, a new committee or one there is, and takes it in. */
export function AcceptDialog({ session, counts, onClose }: { session: Session; counts: PreviewCounts; onClose: () => void }) {
  const t = useT();
  const accept = useCommand('papers.accept');
  const { data: committees = [] } = useRead('committees.list', {});
  const before = importStore.get().proposedId;
  const stem = session.fileName.replace(/\.[^.]*$/, '');
  const [to, setTo] = useState<'new' | 'existing'>(before ? 'existing' : 'new');
  const [committeeId, setCommitteeId] = useState<string | null>(before);
  const [name, setName] = useState(committeeNameFrom(session.title ?? stem));
  const [municipality, setMunicipality] = useState(session.municipality ?? '');
  const [title, setTitle] = useState(session.title ?? stem);
  const [label, setLabel] = useState('');
  // not chosen yet: the one this paper came from last time, or the one last worked in
  const chosen = committees.find(({ id }) => id === (committeeId ?? session.heldBy[0]?.committeeId ?? preferences().lastCommitteeId))?.id ?? committees[0]?.id ?? null;
  const ready = title.trim() !== '' && (to === 'new' ? name.trim() !== '' : chosen !== null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || accept.pending) return;
    const existing = to === 'existing' ? chosen : null;
    const items = existing === null ? [] : await invoke('items.list', { committeeId: existing });
    const made = await accept.run({
      sha256: session.sha256,
      title,
      label,
      committee: existing === null ? { to: 'new', name, municipality } : { to: 'existing', committeeId: existing },
      rows: acceptedRows(session.present.rows, items),
      ...acceptedOthers(session.present),
    });
    const more = importStore.get().waiting.length > 0;
    const summary = t('import.accepted', { items: made.items, points: made.points, meetings: made.meetings });
    notifications.show({ message: more ? `${summary}　${t('import.acceptedNext')}` : summary, autoClose: 6000, closeButtonProps: { 'aria-label': t('common.close') } });
    if (!more) go(routes.board(made.committeeId));
    endSession(made.committeeId);
  };

  return (
    <Modal opened onClose={onClose} title={t('import.acceptTitle')} closeButtonProps={{ 'aria-label': t('common.close') }} size="lg">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {committees.length === 0 ? null : (
            <SegmentedControl
              value={to}
              onChange={(value) => setTo(value === 'existing' ? 'existing' : 'new')}
              data={[{ value: 'new', label: t('import.toNew') }, { value: 'existing', label: t('import.toExisting') }]}
            />
          )}
          {to === 'new' ? (
            <>
              <TextInput data-autofocus label={t('import.name')} value={name} error={name.trim() === '' ? t('import.nameNeeded') : null} onChange={(event) => setName(event.currentTarget.value)} />
              <TextInput label={t('import.municipality')} description={t('import.municipalityHint')} value={municipality} onChange={(event) => setMunicipality(event.currentTarget.value)} />
            </>
          ) : (
            <Select
              data-autofocus
              label={t('import.committee')}
              data={committees.map((committee) => ({ value: committee.id, label: committeeLabel(committee) }))}
              value={chosen}
              onChange={setCommitteeId}
              allowDeselect={false}
              searchable={committees.length > 8}
            />
          )}
          <Group grow align="flex-start">
            <TextInput label={t('import.paperTitle')} value={title} error={title.trim() === '' ? t('import.nameNeeded') : null} onChange={(event) => setTitle(event.currentTarget.value)} />
            <TextInput label={t('import.paperLabel')} placeholder={t('import.paperLabelPlaceholder')} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
          </Group>
          <p>{t('import.summary', { items: counts.items, viewpoints: counts.points.viewpoint, issues: counts.points.issue, examples: counts.points.example, meetings: counts.meetings })}</p>
          {counts.doubts > 0 ? <p className={classes.held}>{t('import.summaryDoubts', { n: counts.doubts })}</p> : null}
          {accept.pending ? <Progress value={100} animated aria-label={t('import.accepting')} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('common.back')}</Button>
            <Button type="submit" disabled={!ready} loading={accept.pending}>{t('import.acceptNow')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
