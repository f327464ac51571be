import type { MeetingSummary } from '../../../electron/contract/meetings.ts';
import { useT } from '../../i18n/index.ts';
import classes from './meeting-form.module.css';

/** How a written date is understood, and why it should be looked at, in words and with a mark. */
export function DateReading({ meeting }: { meeting: Pick<MeetingSummary, 'dateRaw' | 'start' | 'end' | 'dateFlag'> }) {
  const t = useT();
  const { dateRaw, start, end, dateFlag } = meeting;
  if (dateRaw === '') return null;
  const range = start === end ? (start ?? '') : `${start ?? ''} – ${end ?? ''}`;
  return (
    <>
      <span>{start === null && end === null ? t('meeting.notADate') : t('meeting.readAs', { range })}</span>
      {dateFlag === null ? null : <span className={classes.flag}>△ {flagSentence(t, dateFlag)}</span>}
    </>
  );
}

const FLAGS = ['era-overrun', 'era-underrun', 'weekday-mismatch', 'conflict', 'year-from-context'] as const;

/** The sentence for a flag of the date rules; one that is not known is shown as it is. */
export function flagSentence(t: ReturnType<typeof useT>, flag: string): string {
  const known = FLAGS.find((each) => each === flag);
  return known === undefined ? flag : t(`meeting.flag.${known}`);
}
