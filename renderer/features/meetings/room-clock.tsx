import { useEffect, useState } from 'react';
import type { Meeting } from '../../../electron/contract/meetings.ts';
import { useT } from '../../i18n/index.ts';
import { isoDay, presence } from '../board/schedule.ts';
import { hoursAndMinutes, readClock } from './meeting-clock.ts';
import classes from './room.module.css';

/** The time of now, told anew at every turn of the minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), 60_000 - (Date.now() % 60_000) + 50);
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}

/** The clock on the wall of the meeting, and how long it still has by its own times. */
export function RoomClock({ meeting, now }: { meeting: Meeting; now: Date }) {
  const t = useT();
  const reading = presence(meeting, isoDay(now)) === 'today' ? readClock(now, meeting.startTime, meeting.endTime) : null;
  const span = ({ h, m }: { h: number; m: number }) => (h === 0 ? t('common.minutes', { n: m }) : t('meeting.hoursMinutes', { h, m }));
  return (
    <p className={classes.clock}>
      <time className={classes.now}>{`${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`}</time>
      {reading === null ? null : (
        <span data-over={reading.state === 'over' || undefined}>{t(`meeting.clock.${reading.state}`, { span: span(hoursAndMinutes(reading.minutes)) })}</span>
      )}
    </p>
  );
}
