import { Button, Group, Modal, Progress, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import type { OutputOf } from '../../../electron/contract/index.ts';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { preferences } from '../../app/preferences.ts';
import { go, routes } from '../../app/routes.ts';
import { translate, useT } from '../../i18n/index.ts';
import { showRefusal, useRead } from '../../shared/use-operation.ts';
import { acceptPaper, stemOf, type Destination } from './accept-paper.ts';
import { madeSaid } from './counted.ts';
import { committeeNameFrom } from './committee-name.ts';
import { DestinationFields, type DestinationInput } from './destination-fields.tsx';
import { endSession, importStore, isUnderWay, type Entry, type Replaced, type Session } from './import-session.ts';
import type { PreviewCounts } from '../../../electron/contract/preview/preview.ts';
import { TakenIn } from './taken-in.tsx';
import classes from './preview-screen.module.css';

type To = 'replace' | DestinationInput['to'];

/**
 * Asks where the paper goes and takes it in. Where it is likely a newer version of one that is there, taking that one's
 * place is proposed first, and is decided on the comparison that follows.
 */
export function AcceptDialog({ entry, session, counts, onReplace, onClose }: { entry: Entry; session: Session; counts: PreviewCounts; onReplace: (replaced: Replaced) => void; onClose: () => void }) {
  const t = useT();
  const { data: committees = [] } = useRead('committees.list', {});
  const { data: versions = [] } = useRead('papers.versions', { sha256: session.sha256 });
  const before = importStore.get().proposedId;
  const [chosenTo, setTo] = useState<To | null>(null);
  const [input, setInput] = useState({ name: committeeNameFrom(session.title ?? stemOf(session)), municipality: session.municipality ?? '', committeeId: before });
  const [title, setTitle] = useState(session.title ?? stemOf(session));
  const [label, setLabel] = useState(session.label);
  const [replacedId, setReplacedId] = useState<string | null>(null);
  const [accepting, setAccepting] = useState(false);

  const likely = versions.find((version) => version.likely);
  const to = chosenTo ?? (likely ? 'replace' : before && committees.length > 0 ? 'existing' : 'new');
  const replaced = versions.find((version) => version.paperId === replacedId) ?? likely ?? versions[0];
  // not chosen yet: the one this paper came from last time, or the one last worked in
  const committeeId = committees.find(({ id }) => id === (input.committeeId ?? session.heldBy[0]?.committeeId ?? preferences().lastCommitteeId))?.id ?? committees[0]?.id ?? null;
  const destination: Destination | null =
    to === 'new' ? (input.name.trim() === '' ? null : { to, name: input.name, municipality: input.municipality })
    : to === 'library' ? { to, municipality: input.municipality }
    : committeeId === null ? null : { to: 'existing', committeeId };
  const ready = to === 'replace' ? replaced !== undefined : title.trim() !== '' && destination !== null;

  // what is proposed may still change while the papers that are there are looked up: not under a person's hands
  const settle = () => setTo((now) => now ?? to);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || accepting) return;
    if (to === 'replace') {
      if (replaced) onReplace({ ...replaced, title: title.trim() || replaced.title, label: label.trim() || replaced.label, oldLabel: replaced.label || replaced.title });
      return;
    }
    if (!destination) return;
    setAccepting(true);
    try {
      finish(entry.id, destination.to, await acceptPaper(session, title, label, destination));
    } catch (error) {
      setAccepting(false);
      showRefusal(error);
    }
  };

  return (
    <Modal opened onClose={onClose} title={t('import.acceptTitle')} closeButtonProps={{ 'aria-label': t('common.close') }} size="lg">
      <form onSubmit={(event) => void submit(event)} onChange={settle}>
        <Stack gap="md">
          <SegmentedControl
            value={to}
            aria-label={t('import.acceptTitle')}
            onChange={(value) => setTo(value)}
            data={[
              ...(versions.length > 0 ? [{ value: 'replace' as const, label: t('import.toReplace') }] : []),
              { value: 'new' as const, label: t('import.toNew') },
              ...(committees.length > 0 ? [{ value: 'existing' as const, label: t('import.toExisting') }] : []),
              { value: 'library' as const, label: t('words.library') },
            ]}
          />
          {to === 'replace' && replaced ? (
            <>
              <Select
                data-autofocus
                label={t('import.replaced')}
                description={t('import.replacedHint')}
                data={versions.map((version) => ({ value: version.paperId, label: `${version.label === '' ? '' : `${version.label}　`}${version.title}（${version.committeeId === LIBRARY_ID ? t('words.library') : version.committeeName}）` }))}
                value={replaced.paperId}
                onChange={setReplacedId}
                allowDeselect={false}
              />
              <p>{t('import.similar', { percent: Math.round(replaced.similarity * 100) })}</p>
            </>
          ) : (
            <DestinationFields input={{ ...input, to: to === 'replace' ? 'new' : to, committeeId }} onChange={(change) => { settle(); setInput((now) => ({ ...now, ...change })); }} />
          )}
          <Group grow align="flex-start">
            <TextInput label={t('import.paperTitle')} value={title} error={title.trim() === '' ? t('import.nameNeeded') : null} onChange={(event) => setTitle(event.currentTarget.value)} />
            <TextInput label={t('import.paperLabel')} placeholder={to === 'replace' && replaced?.label ? replaced.label : t('import.paperLabelPlaceholder')} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
          </Group>
          <TakenIn session={session} counts={counts} committeeId={to === 'existing' ? committeeId : null} />
          {counts.doubts > 0 ? <p className={classes.held}>{t('import.summaryDoubts', { n: counts.doubts })}</p> : null}
          {accepting ? <Progress value={100} animated aria-label={t('import.accepting')} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('common.back')}</Button>
            <Button type="submit" disabled={!ready} loading={accepting}>{to === 'replace' ? t('import.compare', { paper: replaced?.label || replaced?.title || '' }) : t('import.acceptNow')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Says what was taken in, and goes on: to the next paper of the list, or to where this one went. */
function finish(id: string, to: Destination['to'], made: OutputOf<'papers.accept'>): void {
  const summary = translate('import.accepted', { what: madeSaid(translate, made) });
  endSession(id, made.committeeId);
  const more = importStore.get().entries.some(isUnderWay);
  notifications.show({ message: more ? `${summary}　${translate('import.acceptedNext')}` : summary, autoClose: 6000, closeButtonProps: { 'aria-label': translate('common.close') } });
  // what is not on the board is beside the paper
  if (!more) go(to === 'library' ? routes.library(made.paperId) : made.items + made.points > 0 ? routes.board(made.committeeId) : routes.papers(made.committeeId, made.paperId));
}
