import { Button, Progress } from '@mantine/core';
import { ApiError, invoke, sentenceOf } from '../../app/api.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../../electron/contract/reports.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { SectionLabel } from '../../shared/section-label.tsx';
import { showRefusal } from '../../shared/use-operation.ts';
import { fileSize } from './export-warnings.ts';
import classes from './export.module.css';
import type { ExportState } from './use-export.ts';

export const EXPORT_KEYS: Record<ReportFormat, string> = { docx: 'mod+d', pdf: 'mod+p', md: 'mod+shift+m' };

/** The three ways out, and how the last one went: where the file is, or why there is none and what to do. */
export function ExportButtons({ state, onWrite }: { state: ExportState; onWrite: (format: ReportFormat) => Promise<void> }) {
  const t = useT();
  return (
    <section>
      <SectionLabel>{t('export.write')}</SectionLabel>
      <div className={classes.buttons}>
        {REPORT_FORMATS.map((format) => (
          <Button
            key={format}
            variant={format === 'md' ? 'default' : 'filled'}
            disabled={state.at === 'writing'}
            justify="space-between"
            rightSection={<Kbd keys={EXPORT_KEYS[format]} />}
            onClick={() => void onWrite(format)}
          >
            {t(`export.${format}`)}
          </Button>
        ))}
      </div>
      <div className={classes.result} aria-live="polite">
        <Outcome state={state} onWrite={onWrite} />
      </div>
    </section>
  );
}

/** Whether another folder would help. */
const aboutPlace = (error: unknown): boolean => error instanceof ApiError && (error.code === 'file-not-writable' || error.code === 'disk-full');

/** Whether the paper itself is fine and only its printing is not to be had. */
const aboutPrinting = (error: unknown): boolean => error instanceof ApiError && (error.code === 'print-unavailable' || error.code === 'print-failed');

function Outcome({ state, onWrite }: { state: ExportState; onWrite: (format: ReportFormat) => Promise<void> }) {
  const t = useT();
  if (state.at === 'idle') return null;
  const format = t(`export.${state.format}`);
  if (state.at === 'writing') {
    return <><p>{t('export.writing', { format })}</p><Progress value={100} animated aria-label={t('export.writing', { format })} /></>;
  }
  if (state.at === 'written') {
    return (
      <>
        <p className={classes.written}>{t('export.written', { format })}</p>
        <p className={classes.path}>{t('export.size', { path: state.path, size: fileSize(state.bytes) })}</p>
        <Button size="compact-sm" variant="default" onClick={() => void invoke('files.reveal', { path: state.path }).catch(showRefusal)}>{t('export.reveal')}</Button>
      </>
    );
  }
  return (
    <div role="alert">
      <p className={classes.failed}>{t('export.failed', { format })}</p>
      <p>{sentenceOf(state.error)}</p>
      <div className={classes.ways}>
        <Button size="compact-sm" variant="default" onClick={() => void onWrite(state.format)}>{t(aboutPlace(state.error) ? 'export.chooseAgain' : 'common.tryAgain')}</Button>
        {aboutPrinting(state.error) ? <Button size="compact-sm" variant="subtle" onClick={() => void onWrite('docx')}>{t('export.asWord')}</Button> : null}
      </div>
    </div>
  );
}
