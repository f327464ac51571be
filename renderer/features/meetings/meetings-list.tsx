import { IconPencil } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { MeetingSummary } from '../../../electron/contract/meetings.ts';
import { useWhere } from '../../app/frame/where.ts';
import { routes, useFocusTarget, useGo } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { AddRow } from '../../shared/add-row.tsx';
import { EmptyState } from '../../shared/empty-state.tsx';
import { isComposing } from '../../shared/keys.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { arrowStep, focusFrom } from '../../shared/rows.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRemovedNotice } from '../../shared/undo-notice.tsx';
import { useCommand, useRead } from '../../shared/use-operation.ts';
import { Workbench } from '../../shared/workbench.tsx';
import { isoDay, presence } from '../board/schedule.ts';
import { flagSentence } from './date-reading.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { MembersPane } from './members-pane.tsx';
import classes from './meetings-list.module.css';

/** 日程と会議: all meetings in the order of their dates, the members beside them, and the details of the one chosen. */
export function MeetingsList({ committeeId }: { committeeId: string }) {
  const t = useT();
  const go = useGo();
  const focus = useFocusTarget();
  const { data: meetings, isPending } = useRead('meetings.list', { committeeId });
  const [chosen, setChosen] = useState<string | null>(null);
  const [justAdded, setJustAdded] = useState<string | null>(null);
  const { run: add } = useCommand('meetings.add');
  const { run: remove } = useCommand('meetings.remove');
  const removed = useRemovedNotice(committeeId);
  const list = useRef<HTMLUListElement>(null);
  const details = useRef<HTMLDivElement>(null);
  const today = isoDay(new Date());
  useWhere(t('meeting.schedule'));

  const all = meetings ?? [];
  const shown = all.find((meeting) => meeting.id === chosen) ?? null;
  const openRoom = (id: string) => go(routes.meetings(committeeId, id));
  const edit = (id: string) => {
    setChosen(id);
    requestAnimationFrame(() => details.current?.querySelector('input')?.focus());
  };
  const removeMeeting = (meeting: MeetingSummary) =>
    void remove({ committeeId, id: meeting.id }).then(() => removed(`${meeting.label} ${meeting.dateRaw}`, 'meetings.remove'));
  const onKeyDown = (event: KeyboardEvent, meeting: MeetingSummary) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = arrowStep(event);
    if (step !== 0) focusFrom(list.current, '[data-row]', step);
    else if (event.key === 'F2') edit(meeting.id);
    else if (event.key === 'Delete' || event.key === 'Backspace') removeMeeting(meeting);
    else return;
    event.preventDefault();
  };

  return (
    <Workbench
      id="meetings"
      leftLabel={t('meeting.members')}
      rightLabel={t('meeting.details')}
      left={<MembersPane committeeId={committeeId} focusId={focus.memberId} />}
      middle={
        <div className={classes.page}>
          <h1 className={classes.title}>{t('meeting.schedule')} <span className={classes.count}>{t('common.count', { n: all.length })}</span></h1>
          {!isPending && all.length === 0 ? <EmptyState title={t('meeting.noMeetings')} hint={t('meeting.noMeetingsHint')} /> : null}
          <ul ref={list} aria-label={t('meeting.schedule')}>
            {all.map((meeting) => {
              const now = presence(meeting, today);
              return (
                <li key={meeting.id} className={`row ${classes.row}`} data-current={meeting.id === chosen || undefined} data-now={now ?? undefined}>
                  <button type="button" data-row className={`row-button ${classes.meeting}`} onFocus={() => setChosen(meeting.id)} onClick={() => openRoom(meeting.id)} onKeyDown={(event) => onKeyDown(event, meeting)}>
                    <span className={classes.date}>
                      {meeting.dateRaw === '' ? <span className={classes.soft}>{t('board.noDate')}</span> : meeting.dateRaw}
                      {meeting.dateFlag === null ? null : <span className={classes.flag} title={flagSentence(t, meeting.dateFlag)}> △ {t('meeting.checkDate')}</span>}
                    </span>
                    <span className={classes.label}>
                      {meeting.label}
                      {now === null ? null : <span className={classes.now}>{t(`board.${now}`)}</span>}
                      {meeting.topics === '' ? null : <span className={classes.topics}>{meeting.topics}</span>}
                    </span>
                    <span className={classes.numbers}>{t('meeting.counts', { agenda: meeting.agendaItems, notes: meeting.notes })}</span>
                  </button>
                  <button type="button" className={classes.edit} aria-label={t('meeting.editMeeting', { meeting: meeting.label })} title={`${t('common.edit')}　F2`} onClick={() => edit(meeting.id)}><IconPencil size={16} /></button>
                </li>
              );
            })}
          </ul>
          <AddRow
            label={t('meeting.add')}
            keys="n"
            name={`meetings.${committeeId}`}
            fieldLabel={t('meeting.newMeeting')}
            placeholder={t('meeting.newMeetingHint')}
            once
            onAdd={async (label) => {
              const { id } = await add({ committeeId, label });
              setJustAdded(id);
              setChosen(id);
            }}
          />
          {all.length === 0 ? null : (
            <p className={classes.keys}>
              <span><Kbd keys="enter" /> {t('meeting.openRoom')}</span>
              <span><Kbd keys="f2" /> {t('common.edit')}</span>
              <span><Kbd keys="delete" /> {t('common.remove')}</span>
            </p>
          )}
        </div>
      }
      right={
        shown === null ? <EmptyState title={t('meeting.noneChosen')} hint={t('meeting.noneChosenHint')} /> : (
          <div ref={details}>
            <SectionLabel aside={<button type="button" className="quiet" onClick={() => openRoom(shown.id)}>{t('meeting.openRoom')}</button>}>{shown.label}</SectionLabel>
            <MeetingForm key={shown.id} committeeId={committeeId} meeting={shown} focusDate={shown.id === justAdded} />
            <p className={classes.remove}><button type="button" className="quiet" onClick={() => removeMeeting(shown)}>{t('meeting.remove')}</button></p>
          </div>
        )
      }
    />
  );
}
