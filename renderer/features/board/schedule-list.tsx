import { useT } from '../../i18n/index.ts';
import { routes, useGo } from '../../app/routes.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { isoDay, presence } from './schedule.ts';
import classes from './item-list.module.css';

/** The committee's meetings in the order of their dates, each with its date as written; today's stands out. */
export function ScheduleList({ committeeId }: { committeeId: string }) {
  const t = useT();
  const go = useGo();
  const { data: meetings = [] } = useRead('meetings.list', { committeeId });
  const today = isoDay(new Date());
  return (
    <div className={classes.schedule}>
      <SectionLabel count={meetings.length}>{t('board.schedule')}</SectionLabel>
      {meetings.length === 0 ? (
        <button type="button" className={`row-button ${classes.addItem}`} onClick={() => go(routes.meetings(committeeId))}>
          <span aria-hidden>＋</span>
          {t('board.addMeeting')}
        </button>
      ) : (
        <ul aria-label={t('board.schedule')}>
          {meetings.map((meeting) => {
            const now = presence(meeting, today);
            return (
              <li key={meeting.id}>
                <button type="button" className={`row-button ${classes.meeting}`} data-now={now ?? undefined} onClick={() => go(routes.meetings(committeeId, meeting.id))}>
                  <span className={classes.meetingDate}>{meeting.dateRaw === '' ? t('board.noDate') : meeting.dateRaw}</span>
                  <span>{meeting.label}{now === null ? null : <span className={classes.meetingNow}>{t(`board.${now}`)}</span>}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
