import { Autocomplete, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { REPORT_FORMATS, REPORT_FORMS, type ReportForm, type ReportOptions } from '../../../electron/contract/reports.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { useWhere } from '../../app/frame/where.ts';
import { useViewMemory } from '../../app/preferences.ts';
import { go, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { Workbench } from '../../shared/workbench.tsx';
import { ExportButtons, EXPORT_KEYS } from './export-buttons.tsx';
import classes from './export.module.css';
import { Preview, usePreview } from './preview.tsx';
import { useExport } from './use-export.ts';
import { Warnings } from './warnings.tsx';

const isForm = (value: string): value is ReportForm => REPORT_FORMS.some((form) => form === value);

/** 書き出し: which paper, what stands on it, how it looks, and out with it as Word, PDF or Markdown. */
export default function ExportScreen({ committeeId }: { committeeId: string }) {
  const t = useT();
  const [formKept, setForm] = useViewMemory('export.form', 'working-paper');
  const form = isForm(formKept) ? formKept : 'working-paper';
  const [date, setDate] = useViewMemory(`export.date.${form}.${committeeId}`, '');
  const [paperNumber, setPaperNumber] = useViewMemory(`export.number.${committeeId}`, '');
  const [draftKept, setDraft] = useViewMemory(`export.draft.${committeeId}`, '');
  const drafts = useRead('drafts.list', { committeeId }).data ?? [];
  const meetings = useRead('meetings.list', { committeeId }).data ?? [];
  const draftId = (drafts.find(({ id }) => id === draftKept) ?? drafts[0])?.id;

  const policy = form === 'basic-policy';
  const number = policy ? '' : paperNumber;
  const which = useMemo(() => {
    const options: ReportOptions = { date: date.trim(), paperNumber: number.trim(), ...(policy && draftId !== undefined ? { draftId } : {}) };
    return { committeeId, form, options };
  }, [committeeId, form, policy, date, number, draftId]);
  const [settled] = useDebouncedValue(which, 350);
  const preview = usePreview(settled);
  const { state, write } = useExport(which, preview.data?.title ?? t(`words.form.${form}`));

  useWhere(t('export.title'));
  useScreenCommands(REPORT_FORMATS.map((format) => ({
    id: `export.${format}`,
    label: `${t(`words.form.${form}`)}：${t(`export.${format}`)}`,
    keys: EXPORT_KEYS[format],
    disabled: state.at === 'writing',
    run: () => void write(format),
  })));

  const dates = [...new Set(meetings.map(({ dateRaw }) => dateRaw).filter((raw) => raw !== ''))];
  return (
    <Workbench
      id="export"
      leftWidth={350}
      leftLabel={t('export.what')}
      left={
        <div className={classes.pane}>
          <SectionLabel>{t('export.form')}</SectionLabel>
          <Radio.Group className={classes.section} aria-label={t('export.form')} value={form} onChange={setForm}>
            <Stack gap={10}>
              {REPORT_FORMS.map((name) => <Radio key={name} value={name} label={t(`words.form.${name}`)} description={t(`export.about.${name}`)} />)}
            </Stack>
          </Radio.Group>
          <SectionLabel>{t('export.options')}</SectionLabel>
          <Stack gap={10} className={classes.section}>
            {policy && drafts.length > 0 ? (
              <Select
                label={t('export.draft')}
                data={drafts.map(({ id, title, edition }) => ({ value: id, label: `${title}（${t(`words.edition.${edition}`)}）` }))}
                value={draftId ?? null}
                allowDeselect={false}
                onChange={(id) => id !== null && setDraft(id)}
              />
            ) : null}
            {policy && drafts.length === 0 ? (
              <p className={classes.hint}>{t('export.noDraft')}<button type="button" className="quiet" onClick={() => go(routes.draft(committeeId))}>{t('export.writeDraft')}</button></p>
            ) : null}
            <Autocomplete label={t(policy ? 'export.coverDate' : 'export.date')} placeholder={t('export.datePlaceholder')} maxLength={100} value={date} onChange={setDate} data={dates} />
            {policy ? null : (
              <TextInput label={t('export.paperNumber')} placeholder={t('export.paperNumberPlaceholder')} maxLength={100} value={paperNumber} onChange={(event) => setPaperNumber(event.currentTarget.value)} />
            )}
          </Stack>
          <Warnings committeeId={committeeId} draftId={policy ? draftId : undefined} />
          <ExportButtons state={state} onWrite={write} />
        </div>
      }
      middle={<><h1 className="visually-hidden">{t('export.title')}</h1><Preview preview={preview} /></>}
    />
  );
}
