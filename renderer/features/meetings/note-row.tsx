import { memo } from 'react';
import type { Note } from '../../../electron/contract/meetings.ts';
import { useT } from '../../i18n/index.ts';
import { InlineEdit } from '../../shared/inline-edit.tsx';
import { timeOfDay } from './meeting-clock.ts';
import type { LoggedNote } from './use-note-log.ts';
import classes from './note-list.module.css';

export type NoteRowProps = {
  note: LoggedNote;
  speaker: string;
  chair: boolean;
  answers: boolean;
  chosen: boolean;
  tabStop: boolean;
  editing: boolean;
  onChoose: (id: string) => void;
  onEdit: (id: string) => void;
  onSave: (id: string, text: string) => Promise<unknown>;
  onClose: () => void;
  onRetry: (id: string) => void;
  onShowPoint: (pointId: string) => void;
  onShowClause: (place: Note['citations'][number]) => void;
};

/** One note: when, who, of what kind, and the words; an answer stands under its question. */
export const NoteRow = memo(function NoteRow(props: NoteRowProps) {
  const { note, speaker, chair, answers, chosen, tabStop, editing, onChoose, onEdit, onSave, onClose, onRetry, onShowPoint, onShowClause } = props;
  const t = useT();
  return (
    <div
      role="row"
      aria-selected={chosen}
      data-note={note.id}
      data-answers={answers || undefined}
      data-sending={note.sending}
      tabIndex={tabStop ? 0 : -1}
      className={`row ${classes.note}`}
      onClick={() => onChoose(note.id)}
      onDoubleClick={() => onEdit(note.id)}
    >
      <span role="gridcell" className={classes.time}>{timeOfDay(note.at)}</span>
      <span role="gridcell" className={classes.speaker} data-nobody={speaker === '' || undefined}>{chair ? '◎' : ''}{speaker === '' ? t('meeting.nobody') : speaker}</span>
      <span role="gridcell" className={classes.kind}><span data-kind={note.kind}>{t(`words.note.${note.kind}`)}</span></span>
      <div role="gridcell" className={classes.words}>
        {editing ? <InlineEdit keepAs={`note.${note.id}`} value={note.text} label={t('meeting.editNote')} onSave={(text) => onSave(note.id, text)} onClose={onClose} /> : <span className={classes.text}>{note.text}</span>}
        {note.links.map((link) => (
          <button key={link.pointId} type="button" tabIndex={-1} className={classes.link} onClick={() => onShowPoint(link.pointId)}>{link.label}</button>
        ))}
        {note.citations.map((place) => <button key={place.clauseId} type="button" tabIndex={-1} className={classes.cited} onClick={() => onShowClause(place)}>● {place.label}</button>)}
        {note.sending === 'refused' ? (
          <span className={classes.refused} role="alert">
            {t('meeting.notRecorded')} <button type="button" className="quiet" onClick={() => onRetry(note.id)}>{t('common.tryAgain')}</button>
          </span>
        ) : null}
      </div>
    </div>
  );
});
