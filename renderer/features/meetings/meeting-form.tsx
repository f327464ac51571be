import type { InputOf } from '../../../electron/contract/index.ts';
import type { MeetingSummary } from '../../../electron/contract/meetings.ts';
import { invoke } from '../../app/api.ts';
import { useT } from '../../i18n/index.ts';
import { useRead } from '../../shared/use-operation.ts';
import { DateReading } from './date-reading.tsx';
import { SavedField } from './saved-field.tsx';
import classes from './meeting-form.module.css';

/** Everything about a meeting that is not said in it; each field saves itself. */
export function MeetingForm({ committeeId, meeting: summary, focusDate = false }: { committeeId: string; meeting: MeetingSummary; focusDate?: boolean }) {
  const t = useT();
  const { data } = useRead('meetings.get', { committeeId, id: summary.id });
  if (data === undefined || data.meeting.id !== summary.id) return null;
  const { meeting } = data;
  // Not useCommand: a refusal is said beside its field instead of in a notification.
  const save = (change: Omit<InputOf<'meetings.update'>, 'committeeId' | 'id'>) => invoke('meetings.update', { committeeId, id: meeting.id, ...change });
  const toNumber = (text: string) => {
    const digits = text.normalize('NFKC').replace(/\D/g, '');
    return digits === '' ? null : Number(digits);
  };

  return (
    <div key={meeting.id} className={classes.form}>
      <SavedField label={t('meeting.name')} value={meeting.label} onSave={(label) => save({ label })} />
      <SavedField
        label={t('meeting.date')}
        value={meeting.dateRaw}
        placeholder={t('meeting.dateHint')}
        autoFocus={focusDate}
        hint={<DateReading meeting={meeting} />}
        onSave={(dateRaw) => save({ dateRaw })}
      />
      <div className={classes.pair}>
        <SavedField label={t('meeting.startTime')} value={meeting.startTime} placeholder="14:00" onSave={(startTime) => save({ startTime })} />
        <SavedField label={t('meeting.endTime')} value={meeting.endTime} placeholder="16:00" onSave={(endTime) => save({ endTime })} />
      </div>
      <SavedField label={t('meeting.place')} value={meeting.place} onSave={(place) => save({ place })} />
      <SavedField label={t('meeting.topics')} value={meeting.topics} lines={3} onSave={(topics) => save({ topics })} />
      <label className={classes.check}>
        <input type="checkbox" checked={meeting.open} onChange={(event) => void save({ open: event.currentTarget.checked })} />
        {t('meeting.open')}
      </label>
      {meeting.open ? null : <SavedField label={t('meeting.closedReason')} value={meeting.closedReason} lines={2} onSave={(closedReason) => save({ closedReason })} />}
      <SavedField label={t('meeting.observers')} value={meeting.observers === null ? '' : String(meeting.observers)} onSave={(text) => save({ observers: toNumber(text) })} />
    </div>
  );
}
