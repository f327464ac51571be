import { Button, Group, Modal, Progress, SegmentedControl, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type FormEvent } from 'react';
import { invoke } from '../../app/api.ts';
import { preferences } from '../../app/preferences.ts';
import { go, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { showRefusal, useRead } from '../../shared/use-operation.ts';
import { acceptPaper, stemOf, type Destination } from './accept-paper.ts';
import { committeeNameFrom } from './committee-name.ts';
import { DestinationFields, type DestinationInput } from './destination-fields.tsx';
import { endSession, importStore, isUnderWay, type Entry } from './import-session.ts';
import classes from './accept-all-dialog.module.css';

/** Papers that are seen at once. */
const MANY = 6;

/** Takes every paper without doubts in, one after another, into one place; what may be a newer version is left to the person. */
export function AcceptAllDialog({ entries, onClose }: { entries: readonly Entry[]; onClose: () => void }) {
  const t = useT();
  const { data: committees = [] } = useRead('committees.list', {});
  const first = entries[0]?.session ?? null;
  const proposed = importStore.get().proposedId;
  const [input, setInput] = useState<DestinationInput>({
    to: proposed ? 'existing' : 'new',
    name: first ? committeeNameFrom(first.title ?? stemOf(first)) : '',
    municipality: first?.municipality ?? '',
    committeeId: proposed ?? preferences().lastCommitteeId,
  });
  // the papers taken into the new committee would otherwise change what is asked while it is under way
  const [papers] = useState(entries);
  const [done, setDone] = useState<number | null>(null);
  const stopped = useRef(false);
  const committeeId = committees.find(({ id }) => id === input.committeeId)?.id ?? committees[0]?.id ?? null;
  const ready = input.to === 'new' ? input.name.trim() !== '' : input.to === 'library' || committeeId !== null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || done !== null) return;
    setDone(0);
    let into: Destination = input.to === 'new' ? { to: 'new', name: input.name, municipality: input.municipality } : input.to === 'library' ? { to: 'library', municipality: input.municipality } : { to: 'existing', committeeId: committeeId ?? '' };
    let [taken, left, place] = [0, 0, ''];
    try {
      for (const { id, session } of papers) {
        if (stopped.current || !session) break;
        const versions = await invoke('papers.versions', { sha256: session.sha256 });
        if (versions.some((version) => version.likely)) left += 1;
        else {
          // a city's paper in the library is that city's, whoever is named for the others
          const destination: Destination = into.to === 'library' ? { to: 'library', municipality: session.municipality ?? into.municipality } : into;
          const made = await acceptPaper(session, session.title ?? stemOf(session), session.label, destination);
          if (into.to === 'new') into = { to: 'existing', committeeId: made.committeeId };
          place = into.to === 'library' ? routes.library() : routes.board(made.committeeId);
          endSession(id, made.committeeId);
          taken += 1;
        }
        setDone((now) => (now ?? 0) + 1);
      }
    } catch (error) {
      showRefusal(error);
    }
    onClose();
    notifications.show({ message: left === 0 ? t('import.acceptedAll', { n: taken }) : t('import.acceptedSome', { n: taken, left }), autoClose: 8000, closeButtonProps: { 'aria-label': t('common.close') } });
    if (place !== '' && !importStore.get().entries.some(isUnderWay)) go(place);
  };
  const stop = () => {
    stopped.current = true;
    if (done === null) onClose();
  };

  return (
    <Modal opened onClose={stop} title={t('import.acceptAllTitle', { n: papers.length })} closeButtonProps={{ 'aria-label': t('common.close') }} size="lg">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <SegmentedControl
            value={input.to}
            aria-label={t('import.acceptTitle')}
            onChange={(to) => setInput((now) => ({ ...now, to }))}
            data={[
              { value: 'new' as const, label: t('import.toNew') },
              ...(committees.length > 0 ? [{ value: 'existing' as const, label: t('import.toExisting') }] : []),
              { value: 'library' as const, label: t('words.library') },
            ]}
          />
          <DestinationFields input={{ ...input, committeeId }} onChange={(change) => setInput((now) => ({ ...now, ...change }))} />
          <section className={classes.papers} aria-label={t('import.papers')}>
            <p>{t('import.papers')}</p>
            {/* a long list is read by scrolling, with the keys as well */}
            <ul tabIndex={papers.length > MANY ? 0 : undefined}>{papers.map(({ id, fileName, session }) => <li key={id}>{session?.title ?? fileName}{session?.title ? <span>　{fileName}</span> : null}</li>)}</ul>
          </section>
          <p className={classes.hint}>{t('import.acceptAllHint')}</p>
          {done === null ? null : <Progress value={(100 * done) / papers.length} aria-label={t('import.accepting')} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={stop}>{t(done === null ? 'common.back' : 'common.cancel')}</Button>
            <Button type="submit" disabled={!ready} loading={done !== null}>{t('import.acceptNow')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
