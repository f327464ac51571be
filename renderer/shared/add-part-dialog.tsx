import { Button, Group, Modal, SegmentedControl, Select, Stack, TextInput, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/index.ts';
import { nextYear, partsOf, type FigurePart, type FigureSubject, type PartName } from './figure-parts.ts';
import { useFigureWords } from './use-figure-words.ts';
import { shortened } from './undo-notice.tsx';

type Label = `papers.${'label' | 'value' | 'unit' | 'part.note' | 'year' | 'plan' | 'revisionName' | 'doneKind' | 'status' | 'done'}` | 'words.reason';
type Field = { name: string; label: Label; proposed?: string; long?: boolean };

/** Asks for a figure or a line that an indicator or an action lacks: which, of what year, and what stands there. */
export function AddPartDialog({ subject, onAdd, onClose }: { subject: FigureSubject; onAdd: (part: FigurePart) => void; onClose: () => void }) {
  const t = useT();
  const name = 'indicator' in subject ? subject.indicator.name : subject.action.title;
  return (
    <Modal opened onClose={onClose} title={t('papers.addPartTitle', { name: shortened(name, 30) })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <PartForm subject={subject} onAdd={onAdd} onClose={onClose} />
    </Modal>
  );
}

function PartForm({ subject, onAdd, onClose }: { subject: FigureSubject; onAdd: (part: FigurePart) => void; onClose: () => void }) {
  const t = useT();
  const words = useFigureWords();
  const parts = partsOf(subject);
  const [part, setPart] = useState<PartName>(parts[0] ?? 'value');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const plans = 'action' in subject ? subject.action.plans.filter(({ reason }) => part !== 'reason' || reason === '') : [];
  const [chosen, setPlan] = useState('action' in subject ? subject.plan : null);
  const plan = plans.find(({ id }) => id === chosen)?.id ?? plans.at(-1)?.id ?? null;
  const fields = fieldsOf(part, subject, plan);
  const valueOf = ({ name, proposed = '' }: Field) => (typed[`${part}.${name}`] ?? proposed).trim();
  const empty = fields.every((field) => field.proposed !== undefined || valueOf(field) === '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (empty) return;
    onAdd(partOf(part, plan, Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]))));
    onClose();
  };
  const firstEmpty = fields.findIndex((field) => valueOf(field) === '');
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <SegmentedControl value={part} onChange={setPart} aria-label={t('papers.addTo')} data={parts.map((each) => ({ value: each, label: t(`papers.part.${each}`) }))} />
        {(part === 'cell' || part === 'reason') && plans.length > 1 ? (
          <Select label={t('papers.partOf')} value={plan} onChange={setPlan} allowDeselect={false} data={plans.map(({ id, kind, revision }) => ({ value: id, label: revision || words.plan[kind] }))} />
        ) : null}
        {fields.map((field, index) => {
          const Input = field.long === true ? Textarea : TextInput;
          return (
            <Input
              key={`${part}.${field.name}`}
              label={t(field.label)}
              value={typed[`${part}.${field.name}`] ?? field.proposed ?? ''}
              onChange={(event) => setTyped({ ...typed, [`${part}.${field.name}`]: event.currentTarget.value })}
              data-autofocus={index === firstEmpty || undefined}
              {...(field.long === true ? { autosize: true, minRows: 2 } : {})}
            />
          );
        })}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common.back')}</Button>
          <Button type="submit" disabled={empty}>{t('common.add')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function fieldsOf(part: PartName, subject: FigureSubject, plan: string | null): Field[] {
  switch (part) {
    case 'value':
      return [{ name: 'label', label: 'papers.label', proposed: nextYear('indicator' in subject ? subject.indicator.values.map(({ label }) => label) : []) }, { name: 'value', label: 'papers.value' }];
    case 'base':
    case 'target':
      return [{ name: 'label', label: 'papers.label' }, { name: 'value', label: 'papers.value' }, { name: 'unit', label: 'papers.unit' }];
    case 'note':
      return [{ name: 'text', label: 'papers.part.note', long: true }];
    case 'cell': {
      const cells = 'action' in subject ? (subject.action.plans.find(({ id }) => id === plan)?.cells ?? []) : [];
      return [{ name: 'year', label: 'papers.year', proposed: nextYear(cells.map(({ year }) => year)) }, { name: 'text', label: 'papers.plan' }];
    }
    case 'reason':
      return [{ name: 'text', label: 'words.reason', long: true }];
    case 'revision':
      return [{ name: 'revision', label: 'papers.revisionName' }, { name: 'reason', label: 'words.reason', long: true }];
    case 'progress': {
      const progress = 'action' in subject ? subject.action.progress : [];
      return [
        { name: 'year', label: 'papers.year', proposed: nextYear(progress.map(({ year }) => year)) }, { name: 'kind', label: 'papers.doneKind', proposed: progress.at(-1)?.kind ?? '' },
        { name: 'status', label: 'papers.status' }, { name: 'text', label: 'papers.done', long: true },
      ];
    }
  }
}

function partOf(part: PartName, plan: string | null, { label = '', value = '', unit = '', text = '', year = '', revision = '', reason = '', kind = '', status = '' }: Record<string, string>): FigurePart {
  switch (part) {
    case 'value':
      return { part, label, value };
    case 'base':
    case 'target':
      return { part, label, value, unit };
    case 'note':
      return { part, text };
    case 'cell':
      return { part, plan, year, text };
    case 'reason':
      return { part, plan: plan ?? '', text };
    case 'revision':
      return { part, revision, reason };
    case 'progress':
      return { part, year, kind, status, text };
  }
}
