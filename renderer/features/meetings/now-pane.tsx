import { useMemo, useState } from 'react';
import type { Item, Point } from '../../../electron/contract/board.ts';
import type { AgendaItem } from '../../../electron/contract/meetings.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { wordsAlone } from '../../shared/paper-dressing.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { usePointLabel } from '../board/use-point-label.ts';
import { lookedAt } from './agenda-line.ts';
import classes from './room.module.css';

export type NowPaneProps = {
  committeeId: string;
  agenda: readonly AgendaItem[];
  items: readonly Item[];
  points: readonly Point[];
  /** Links the note being typed to a point, or unlinks it. */
  onPoint: (pointId: string) => void;
};

/** いま見る: what the current agenda item is about – the viewpoints and open issues of its deliberation items – and the paper beside them. */
export function NowPane({ committeeId, agenda, items, points, onPoint }: NowPaneProps) {
  const t = useT();
  const labelOf = usePointLabel();
  const agendaItem = lookedAt(agenda);
  const about = items.filter((item) => agendaItem?.itemIds.includes(item.id));
  return (
    <>
      {agenda.length === 0 ? <EmptyState title={t('meeting.noAgenda')} hint={t('meeting.noAgendaHint')} />
        : agendaItem === null ? <EmptyState title={t('meeting.noneCurrent')} hint={t('meeting.noneCurrentHint')} />
        : about.length === 0 ? <EmptyState title={t('meeting.nothingToSee')} hint={t('meeting.nothingToSeeHint')} />
        : agendaItem.state === 'current' ? null
        : <p className={classes.noneCurrent}><b>{t('meeting.noneCurrent')}</b>　{t('meeting.noneCurrentShows', { agenda: agendaItem.title })}</p>}
      {about.map((item) => {
        const own = points.filter((point) => point.itemId === item.id && point.parentId === null);
        const open = own.filter((point) => point.kind === 'issue' && point.state === 'open');
        return (
          <section key={item.id} aria-label={item.title}>
            <SectionLabel>{t('meeting.lookAt', { number: item.number })}</SectionLabel>
            <ul>
              {[...own.filter((point) => point.kind === 'viewpoint'), ...open].map((point) => (
                <li key={point.id}>
                  <button type="button" className={`row-button ${classes.seen}`} data-kind={point.kind} title={t('meeting.linkToNote')} onClick={() => onPoint(point.id)}>
                    {point.kind === 'issue' ? <span className={classes.openMark} role="img" aria-label={t('words.state.open')}>○</span> : null}
                    <span><b>{labelOf(point)}</b> {point.text}</span>
                  </button>
                </li>
              ))}
            </ul>
            {own.length === 0 ? <p className={classes.quietText}>{t('meeting.itemEmpty')}</p> : null}
          </section>
        );
      })}
      <PaperBeside committeeId={committeeId} />
    </>
  );
}

/** The text of one of the committee's papers, the latest unless another is chosen. */
function PaperBeside({ committeeId }: { committeeId: string }) {
  const t = useT();
  const { data: papers = [] } = useRead('papers.list', { committeeId });
  const [chosen, setChosen] = useState<string | null>(null);
  const latest = papers.filter(({ replacedBy, cited }) => replacedBy === null && !cited).toSorted((a, b) => b.importedAt.localeCompare(a.importedAt))[0];
  const paper = papers.find((each) => each.id === chosen) ?? latest;
  const { data } = useRead('papers.text', { committeeId, paperId: paper?.id ?? '' }, { enabled: paper !== undefined });
  const words = useMemo(() => wordsAlone(data?.text ?? '').trim(), [data?.text]);
  if (paper === undefined) return null;
  return (
    <section aria-label={t('words.paper')}>
      <SectionLabel>{t('words.paper')}</SectionLabel>
      {papers.length < 2 ? (
        <p className={classes.paperName}>{paper.label} {paper.title}</p>
      ) : (
        <select className={classes.paperChoice} aria-label={t('meeting.choosePaper')} value={paper.id} onChange={(event) => setChosen(event.currentTarget.value)}>
          {papers.map((each) => <option key={each.id} value={each.id}>{each.label} {each.title}</option>)}
        </select>
      )}
      <div className={classes.sheet} tabIndex={0} role="region" aria-label={paper.title}>{words}</div>
    </section>
  );
}
