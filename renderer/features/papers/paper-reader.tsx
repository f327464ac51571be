import { useMemo, useState } from 'react';
import type { Paper } from '../../../electron/contract/papers.ts';
import { OUTSIDE_ITEMS, routes, useFocusTarget } from '../../app/routes.ts';
import { sentenceOf } from '../../app/api.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { PaperSheet, type MarginNote } from '../../shared/paper-sheet.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { usePointLabel } from '../board/use-point-label.ts';
import classes from './papers.module.css';

const ARRIVAL = 'arrival';

/** A paper to read: what was made of each line in its margin, and the passage one came for marked. */
export function PaperReader({ committeeId, paper }: { committeeId: string; paper: Paper }) {
  const t = useT();
  const reading = useRead('papers.text', { committeeId, paperId: paper.id });
  const { start, end } = useFocusTarget();
  const [hovered, setHovered] = useState<string | null>(null);
  const margin = useMargin(committeeId);
  const arrival = start !== undefined && end !== undefined;
  const made = reading.data?.passages;
  const passages = useMemo(
    () => [...(made ?? []).map(({ recordId, ...range }) => ({ ...range, key: recordId })), ...(arrival ? [{ key: ARRIVAL, start, end, over: true }] : [])],
    [made, arrival, start, end],
  );

  if (reading.error) return <EmptyState heading title={t('common.failedToRead')} hint={sentenceOf(reading.error)} />;
  if (!reading.data) return null;
  const records = new Set(reading.data.passages.map((passage) => passage.recordId)).size;
  return (
    <div className={classes.reader}>
      <header className={classes.head}>
        <h1 className={classes.title}>{paper.label ? <span className={classes.label}>{paper.label}</span> : null}{paper.title}</h1>
        <span className={classes.soft}>{t('papers.records', { n: records })}</span>
      </header>
      <div className={classes.sheet}>
        <PaperSheet
          key={`${start ?? ''}-${end ?? ''}`}
          label={t('papers.text')}
          text={reading.data.text}
          passages={passages}
          margin={margin}
          active={arrival ? ARRIVAL : null}
          hovered={hovered}
          onHover={setHovered}
        />
      </div>
    </div>
  );
}

/** What each record is called in the margin, and where it is shown. */
function useMargin(committeeId: string): ReadonlyMap<string, MarginNote> {
  const t = useT();
  const labelOf = usePointLabel();
  const { data: items } = useRead('items.list', { committeeId });
  const { data: points } = useRead('points.all', { committeeId });
  const { data: meetings } = useRead('meetings.list', { committeeId });
  return useMemo(
    () =>
      new Map<string, MarginNote>([
        ...(items ?? []).map((item): [string, MarginNote] => [item.id, { label: item.number, href: `#${routes.board(committeeId, item.id)}` }]),
        ...(points ?? []).map((point): [string, MarginNote] => [
          point.id,
          { label: labelOf(point), href: `#${routes.board(committeeId, point.itemId ?? OUTSIDE_ITEMS)}?pointId=${encodeURIComponent(point.id)}` },
        ]),
        ...(meetings ?? []).map((meeting): [string, MarginNote] => [meeting.id, { label: t('words.meeting'), href: `#${routes.meetings(committeeId, meeting.id)}` }]),
      ]),
    [items, points, meetings, committeeId, t, labelOf],
  );
}
