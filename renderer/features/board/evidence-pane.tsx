import { IconLinkOff } from '@tabler/icons-react';
import type { Passage, Point } from '../../../electron/contract/board.ts';
import { routes, TRAY, useGo } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { PassageView } from '../../shared/passage-view.tsx';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { timeOfDay } from '../meetings/meeting-clock.ts';
import { usePointLabel } from './use-point-label.ts';
import classes from './evidence-pane.module.css';

export type PointAction = { keys: string; label: string; run: () => void };
export type EvidencePaneProps = {
  committeeId: string;
  point: Point;
  actions: readonly PointAction[];
  onShow: (point: Point) => void;
  onUnlink: (point: Point) => void;
};

/** What bears on the chosen point: where it comes from, what was said about it, what it is linked to and answered by. */
export function EvidencePane({ committeeId, point, actions, onShow, onUnlink }: EvidencePaneProps) {
  const t = useT();
  const go = useGo();
  const labelOf = usePointLabel();
  const evidence = useRead('points.evidence', { committeeId, id: point.id });
  // Until it is read, the evidence of the point chosen before stays, but is not passed off as this one's.
  const { passages, notes, linked } = evidence.data?.point.id === point.id ? evidence.data : NOTHING;
  const openPaper = (passage: Passage) => go(routes.papers(committeeId, passage.paperId), { start: passage.start, end: passage.end });

  return (
    <div aria-busy={evidence.isFetching}>
      <SectionLabel>{t('board.source')} {labelOf(point)}</SectionLabel>
      {passages.map((passage) => <PassageView key={passage.id} passage={passage} onOpen={() => openPaper(passage)} />)}
      {evidence.data?.point.id === point.id && passages.length === 0 ? <p className={classes.aside}>{t('board.noSource')}</p> : null}

      {point.vanished ? <p className={classes.aside}><span aria-hidden>◇</span> {t('board.vanishedHint')} <a href={`#${routes.papers(committeeId, TRAY)}`}>{t('board.toTray')}</a></p> : null}

      {point.reason === '' ? null : (
        <>
          <SectionLabel>{t('board.reason')}</SectionLabel>
          <p className={classes.asideText}>{point.reason}</p>
        </>
      )}

      {point.citations.length === 0 ? null : (
        <>
          <SectionLabel count={point.citations.length}>{t('board.clauses')}</SectionLabel>
          <ul>
            {point.citations.map((place) => (
              <li key={place.clauseId}>
                <button type="button" className={`row-button ${classes.asideLink}`} onClick={() => go(routes.draft(committeeId, place.draftId), { clauseId: place.clauseId })}>
                  <span data-state="answered" aria-hidden>●</span> {place.label}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}

      {notes.length === 0 ? null : (
        <>
          <SectionLabel count={notes.length}>{t(`board.notesOn.${point.kind}`)}</SectionLabel>
          <ul>
            {notes.map((note) => (
              <li key={note.id}>
                <button type="button" className={`row-button ${classes.asideLink}`} onClick={() => go(routes.meetings(committeeId, note.meetingId), { noteId: note.id })}>
                  <b>{note.speaker}</b> {note.text} <span className={classes.when}>{note.meetingLabel} {timeOfDay(note.at)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}

      {linked.length === 0 ? null : (
        <>
          <SectionLabel count={linked.length}>{t('board.links')}</SectionLabel>
          <ul>
            {linked.map((other) => (
              <li key={other.id} className={classes.linkedRow}>
                <button type="button" className={`row-button ${classes.asideLink}`} onClick={() => onShow(other)}>
                  <b>{labelOf(other)}</b> {other.text}
                </button>
                <button type="button" className="quiet" aria-label={t('board.unlink', { point: labelOf(other) })} title={t('board.unlink', { point: labelOf(other) })} onClick={() => onUnlink(other)}>
                  <IconLinkOff size={16} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}

      <SectionLabel>{t('board.connect')}</SectionLabel>
      <ul className={classes.actions}>
        {actions.map(({ keys, label, run }) => (
          <li key={keys}>
            <button type="button" className={`row-button ${classes.action}`} onClick={run}>
              <Kbd keys={keys} /> {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const NOTHING = { passages: [], notes: [], linked: [] };
