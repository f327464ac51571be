import { Modal } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import type { AgendaItem, Note } from '../../../electron/contract/meetings.ts';
import { useFootNote, useWhere } from '../../app/frame/where.ts';
import { OUTSIDE_ITEMS, routes, useFocusTarget, useGo } from '../../app/routes.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { isTextField } from '../../shared/keys.ts';
import { PickerDialog } from '../../shared/picker-dialog.tsx';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useCommand, useRead } from '../../shared/use-operation.ts';
import { Workbench } from '../../shared/workbench.tsx';
import { isPast, isoDay } from '../board/schedule.ts';
import { usePointLabel } from '../board/use-point-label.ts';
import { AgendaList } from './agenda-list.tsx';
import { neighbour } from './agenda-line.ts';
import { useAgendaStates } from './use-agenda-states.ts';
import { AttendanceList } from './attendance-list.tsx';
import { EntryLine, type EntryLineHandle } from './entry-line.tsx';
import { nextEntry, type Entry } from './entry.ts';
import { usedShare } from './meeting-clock.ts';
import { MeetingForm } from './meeting-form.tsx';
import { MembersPane } from './members-pane.tsx';
import { lastAsker } from './note-groups.ts';
import { NoteList, type NoteListHandle } from './note-list.tsx';
import { NowPane } from './now-pane.tsx';
import { OutcomeList } from './outcome-list.tsx';
import { RoomClock, useNow } from './room-clock.tsx';
import { SpeakerPicker } from './speaker-picker.tsx';
import type { Speaker } from './speaker.ts';
import { useNoteLog, type LoggedNote } from './use-note-log.ts';
import classes from './room.module.css';

const NO_NOTES: Note[] = [];
const NO_AGENDA: AgendaItem[] = [];

/** One meeting: agenda and people on the left, what is said in the middle with the line that takes it, what bears on it on the right. */
export function MeetingRoom({ committeeId, meetingId }: { committeeId: string; meetingId: string }) {
  const t = useT();
  const go = useGo();
  const focus = useFocusTarget();
  const labelOf = usePointLabel();
  const now = useNow();
  const read = useRead('meetings.get', { committeeId, id: meetingId });
  const { data: members = [] } = useRead('members.list', { committeeId });
  const { data: items = [] } = useRead('items.list', { committeeId });
  const { data: points = [] } = useRead('points.all', { committeeId });
  const { run: updateAgenda } = useCommand('agenda.update');
  const { run: updateNote } = useCommand('notes.update');
  const { run: setLink } = useCommand('links.set');
  const here = read.data?.meeting.id === meetingId ? read.data : undefined;
  const log = useNoteLog(committeeId, meetingId, here?.notes ?? NO_NOTES);
  const entry = useRef<EntryLineHandle>(null);
  const list = useRef<NoteListHandle>(null);
  const [dialog, setDialog] = useState<'meeting' | 'members' | null>(null);
  const [linking, setLinking] = useState<{ note: LoggedNote | null; linked: readonly string[] } | null>(null);
  const [speakerOf, setSpeakerOf] = useState<LoggedNote | null>(null);

  const agenda = useAgendaStates(here?.agenda ?? NO_AGENDA);
  const current = agenda.shown.find((item) => item.state === 'current')?.id ?? null;
  const currentItem = agenda.shown.find((item) => item.id === current) ?? null;
  const meeting = here?.meeting;
  const times = [meeting?.startTime ?? '', meeting?.endTime ?? ''].filter((time) => time !== '').join('–');
  const name = meeting === undefined ? '' : [meeting.label, meeting.dateRaw].filter((text) => text !== '').join('　');
  useWhere([name, times, meeting?.place ?? ''].filter((text) => text !== '').join('　'));
  useFootNote(name);

  const takeUpItem = (id: string) => {
    for (const step of agenda.takeUp(id)) void updateAgenda({ committeeId, ...step });
    entry.current?.focus();
  };
  const onAgenda = (direction: 'next' | 'previous') => {
    const id = neighbour(agenda.shown, agenda.current(), direction);
    if (id !== null) takeUpItem(id);
  };
  const recent = useMemo<Speaker[]>(() => log.notes.toReversed().filter((note) => note.speakerId !== null || note.speaker !== ''), [log.notes]);
  const onRecord = (recorded: Entry, written: () => void) => {
    const asker = recorded.kind === 'answer' ? lastAsker(log.notes, current) : null;
    log.record(recorded, current, written);
    return nextEntry(recorded, asker === null ? null : { speakerId: asker.speakerId, speaker: asker.speaker });
  };
  const pickPoint = (pointId: string) => {
    if (linking?.note) void setLink({ committeeId, aId: linking.note.id, bId: pointId, linked: !linking.linked.includes(pointId) });
    else entry.current?.toggleLink(pointId);
    setLinking((was) => was && { ...was, linked: was.linked.includes(pointId) ? was.linked.filter((id) => id !== pointId) : [...was.linked, pointId] });
  };
  // Kept the same while notes come in, so that the rows that are there are not drawn again.
  const latestPoints = useRef(points);
  latestPoints.current = points;
  const showPoint = useCallback((pointId: string) => {
    const point = latestPoints.current.find((each) => each.id === pointId);
    if (point !== undefined) go(routes.board(committeeId, point.itemId ?? OUTSIDE_ITEMS), { pointId });
  }, [go, committeeId]);
  const showClause = useCallback((place: Note['citations'][number]) => go(routes.draft(committeeId, place.draftId), { clauseId: place.clauseId }), [go, committeeId]);
  const arrived = useRef<object | null>(null);
  useEffect(() => {
    if (here === undefined || arrived.current === focus) return;
    arrived.current = focus;
    if (focus.noteId !== undefined) list.current?.show(focus.noteId);
    else if (focus.agendaItemId !== undefined) document.getElementById(`notes-of-${focus.agendaItemId}`)?.scrollIntoView({ block: 'start' });
  }, [here, focus]);

  // Whatever is typed outside a text field is meant for the line; buttons keep Enter and Space.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const types = (event.key.length === 1 && event.key !== ' ') || event.key === 'Process';
      if (!types || event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]') === null) entry.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
  const backToLine = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('button, input, textarea, select, a, [data-note], [tabindex]') === null && window.getSelection()?.isCollapsed !== false) entry.current?.focus();
  };
  useScreenCommands([
    { id: 'meeting.nextAgenda', label: t('meeting.keyNextAgenda'), keys: 'mod+arrowdown', run: () => onAgenda('next') },
    { id: 'meeting.previousAgenda', label: t('meeting.previousAgenda'), keys: 'mod+arrowup', run: () => onAgenda('previous') },
    { id: 'meeting.settings', label: t('meeting.settings'), run: () => setDialog('meeting') },
    { id: 'meeting.members', label: t('meeting.manageMembers'), run: () => setDialog('members') },
    { id: 'meeting.list', label: t('meeting.allMeetings'), run: () => go(routes.meetings(committeeId)) },
  ]);

  if (read.isError) return <main><EmptyState title={t('meeting.gone')} hint={t('meeting.goneHint')}><button type="button" className="quiet" onClick={() => go(routes.meetings(committeeId))}>{t('meeting.allMeetings')}</button></EmptyState></main>;
  if (here === undefined || meeting === undefined) return <main aria-busy />;

  // An item was taken up when the one before it had its last note; the first one when the meeting began.
  const firstNote = log.notes.find((note) => note.agendaItemId === current);
  const since = log.notes.slice(0, firstNote === undefined ? undefined : log.notes.indexOf(firstNote)).at(-1)?.at ?? firstNote?.at;
  const used = since === undefined || currentItem === null ? null : usedShare(since, now.toISOString(), currentItem.minutes);
  const linkedItem = linking?.note ? agenda.shown.find((item) => item.id === linking.note?.agendaItemId) : currentItem;
  const inAgenda = new Set(linkedItem?.itemIds);
  const choices = [...points].toSorted((a, b) => Number(inAgenda.has(b.itemId ?? '')) - Number(inAgenda.has(a.itemId ?? '')));
  const closeDialog = () => {
    setDialog(null);
    requestAnimationFrame(() => entry.current?.focus());
  };

  return (
    <Workbench
      id="meeting"
      leftLabel={t('meeting.agenda')}
      rightLabel={t('meeting.now')}
      leftWidth={290}
      left={
        <div className={classes.index}>
          <SectionLabel
            count={agenda.shown.length}
            aside={
              <>
                <button type="button" className="quiet" onClick={() => go(routes.meetings(committeeId))}>{t('meeting.allMeetings')}</button>
                <button type="button" className="quiet" onClick={() => setDialog('meeting')}>{t('meeting.settings')}</button>
              </>
            }
          >
            {t('meeting.agenda')}
          </SectionLabel>
          <RoomClock meeting={meeting} now={now} />
          <AgendaList committeeId={committeeId} meetingId={meetingId} agenda={agenda.shown} current={current} items={items} used={used} onTakeUp={takeUpItem} />
          <AttendanceList committeeId={committeeId} meeting={meeting} members={members} attendance={here.attendance} onMembers={() => setDialog('members')} />
          <OutcomeList notes={log.notes} members={members} onShow={(id) => list.current?.show(id)} />
        </div>
      }
      middle={
        <div className={classes.room} onClick={backToLine}>
          <h1 className="visually-hidden">{name}</h1>
          <NoteList
            ref={list}
            committeeId={committeeId}
            notes={log.notes}
            agenda={agenda.shown}
            currentAgenda={current}
            startsAt={current === null && isPast(meeting, isoDay(now)) ? 'first' : 'last'}
            members={members}
            onLeave={() => entry.current?.focus()}
            onSpeaker={setSpeakerOf}
            onLink={(note) => setLinking({ note, linked: note.links.map((link) => link.pointId) })}
            onRetry={log.retry}
            onDiscard={log.discard}
            onShowPoint={showPoint}
            onShowClause={showClause}
          />
          {speakerOf === null ? null : (
            <div className={classes.speakerOf}>
              <SpeakerPicker
                members={members}
                recent={recent}
                onPick={({ speakerId, speaker }) => {
                  void updateNote({ committeeId, id: speakerOf.id, speakerId, speaker });
                  setSpeakerOf(null);
                  list.current?.show(speakerOf.id);
                }}
                onClose={() => {
                  setSpeakerOf(null);
                  list.current?.show(speakerOf.id);
                }}
              />
            </div>
          )}
          <EntryLine
            ref={entry}
            meetingId={meetingId}
            under={currentItem === null ? t('meeting.outsideAgenda') : `${currentItem.number} ${currentItem.title}`}
            members={members}
            recent={recent}
            labelOf={(id) => { const point = points.find((each) => each.id === id); return point === undefined ? '' : labelOf(point); }}
            onRecord={onRecord}
            onAgenda={onAgenda}
            onLink={(linked) => setLinking({ note: null, linked })}
            onToNotes={() => list.current?.goLast()}
          />
          {linking === null ? null : (
            <PickerDialog
              title={t('meeting.linkTitle')}
              several
              options={choices.map((point) => ({ id: point.id, lead: `${items.find((item) => item.id === point.itemId)?.number ?? ''}${labelOf(point)}`, text: point.text, checked: linking.linked.includes(point.id) }))}
              nothing={<EmptyState title={t('meeting.noPoints')} hint={t('meeting.noPointsHint')} />}
              onPick={pickPoint}
              onClose={() => {
                if (linking.note === null) entry.current?.focus();
                else list.current?.show(linking.note.id);
                setLinking(null);
              }}
            />
          )}
          <Modal opened={dialog === 'meeting'} onClose={closeDialog} title={t('meeting.settings')} size="md" returnFocus={false} closeButtonProps={{ 'aria-label': t('common.close') }}>
            <MeetingForm committeeId={committeeId} meeting={meeting} />
          </Modal>
          <Modal opened={dialog === 'members'} onClose={closeDialog} title={t('meeting.manageMembers')} size="md" returnFocus={false} closeButtonProps={{ 'aria-label': t('common.close') }}>
            <MembersPane committeeId={committeeId} />
          </Modal>
        </div>
      }
      right={<NowPane committeeId={committeeId} agenda={agenda.shown} items={items} points={points} onPoint={(id) => entry.current?.toggleLink(id)} />}
    />
  );
}
