import type { Meeting, Member } from '../../../electron/contract/meetings.ts';
import type { AttendanceState } from '../../../db/domain/words.ts';
import { useT } from '../../i18n/index.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useCommand } from '../../shared/use-operation.ts';
import { familyName } from '../../../db/domain/speaker-name.ts';
import { seatedMembers, speakerLabel } from './speaker.ts';
import classes from './room.module.css';

export type AttendanceListProps = {
  committeeId: string;
  meeting: Meeting;
  members: readonly Member[];
  attendance: readonly { memberId: string; state: AttendanceState }[];
  onMembers: () => void;
};

/** Each press of a name goes one on: not recorded → present → absent → late → online → by proxy → present. */
const NEXT: Record<AttendanceState | 'none', AttendanceState> = { none: 'present', present: 'absent', absent: 'late', late: 'online', online: 'proxy', proxy: 'present' };

/** Who is here: each press of a name goes to the next state; how many of how many, and how many observe. */
export function AttendanceList({ committeeId, meeting, members, attendance, onMembers }: AttendanceListProps) {
  const t = useT();
  const { run: set } = useCommand('attendance.set');
  const { run: update } = useCommand('meetings.update');
  const seated = seatedMembers(members);
  const stateOf = (member: Member) => attendance.find((each) => each.memberId === member.id)?.state ?? null;
  const here = seated.filter((member) => !['absent', null].includes(stateOf(member))).length;
  const unrecorded = seated.filter((member) => stateOf(member) === null);
  const press = (member: Member) => void set({ committeeId, meetingId: meeting.id, memberId: member.id, state: NEXT[stateOf(member) ?? 'none'] });
  const allPresent = async () => {
    for (const member of unrecorded) await set({ committeeId, meetingId: meeting.id, memberId: member.id, state: 'present' });
  };
  const onObservers = (text: string) => {
    const typed = text.normalize('NFKC').replace(/\D/g, '');
    const observers = typed === '' ? null : Number(typed);
    if (observers !== meeting.observers) void update({ committeeId, id: meeting.id, observers });
  };

  return (
    <section aria-label={t('meeting.attendance')}>
      <SectionLabel
        count={seated.length === 0 ? 0 : `${here}／${seated.length}`}
        aside={
          <label className={classes.observers}>
            {t('meeting.observers')}
            <input key={meeting.observers} className={classes.observersField} inputMode="numeric" defaultValue={meeting.observers ?? ''} onBlur={(event) => onObservers(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') event.currentTarget.blur(); }} />
          </label>
        }
      >
        {t('meeting.attendance')}
      </SectionLabel>
      <p className={classes.people}>
        {seated.map((member) => {
          const state = stateOf(member);
          const label = speakerLabel(member, members);
          const word = state === null ? t('meeting.notRecordedYet') : t(`words.attendance.${state}`);
          return (
            <button key={member.id} type="button" className={classes.person} data-state={state ?? 'none'} title={`${label}　${word}`} onClick={() => press(member)}>
              {member.role === 'chair' ? '◎' : ''}
              {familyName(member.name)}
              {state === null || state === 'present' || state === 'absent' ? <span className="visually-hidden"> {word}</span> : <small> {word}</small>}
            </button>
          );
        })}
      </p>
      <p className={classes.peopleActions}>
        {seated.length === 0 ? <span>{t('meeting.noMembers')}</span> : null}
        {unrecorded.length > 0 && seated.length > 0 ? <button type="button" className="quiet" onClick={() => void allPresent()}>{t('meeting.allPresent', { n: unrecorded.length })}</button> : null}
        <button type="button" className="quiet" onClick={onMembers}>{t('meeting.manageMembers')}</button>
      </p>
    </section>
  );
}
