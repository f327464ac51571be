import type { Member, Note } from '../../../electron/contract/meetings.ts';
import { useT } from '../../i18n/index.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { nameOf } from './speaker.ts';
import classes from './room.module.css';

/** What the meeting decided and who owes what by when. */
export function OutcomeList({ notes, members, onShow }: { notes: readonly Note[]; members: readonly Member[]; onShow: (noteId: string) => void }) {
  const t = useT();
  const decisions = notes.filter((note) => note.kind === 'decision');
  const actions = notes.filter((note) => note.kind === 'action');
  if (decisions.length + actions.length === 0) return null;
  return (
    <section aria-label={t('meeting.outcomes')}>
      <SectionLabel>{t('meeting.outcomeCounts', { decisions: decisions.length, actions: actions.length })}</SectionLabel>
      <ul>
        {[...decisions, ...actions].map((note) => (
          <li key={note.id}>
            <button type="button" className={`row-button ${classes.outcome}`} onClick={() => onShow(note.id)}>
              {note.kind === 'action' ? <span className={classes.due}>{note.due === '' ? t('words.note.action') : note.due}</span> : null}
              {note.text}
              {note.kind === 'action' && nameOf(note, members) !== '' ? <span className={classes.soft}>（{nameOf(note, members)}）</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
