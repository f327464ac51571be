import { useCallback, useMemo } from 'react';
import type { Paper } from '../../../electron/contract/papers.ts';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { OUTSIDE_ITEMS, routes, useFocusTarget } from '../../app/routes.ts';
import { sentenceOf } from '../../app/api.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { PaperFace } from '../../shared/paper-face.tsx';
import type { MarginNote } from '../../shared/paper-marks.tsx';
import type { ChosenLines } from '../../shared/use-chosen-lines.ts';
import { useRead } from '../../shared/use-operation.ts';
import { usePointLabel } from '../board/use-point-label.ts';
import type { Marked } from './use-marked.ts';
import classes from './papers.module.css';

const ARRIVAL = 'arrival';

/** A paper to read: what was made of each line in its margin, and the passage one came for marked. */
export function PaperReader({ committeeId, paper, marked, choosing }: { committeeId: string; paper: Pick<Paper, 'id' | 'sha256' | 'title' | 'label' | 'replacedBy'>; marked: Marked; choosing: ChosenLines }) {
  const t = useT();
  const reading = useRead('papers.text', { committeeId, paperId: paper.id });
  const { start, end } = useFocusTarget();
  const margin = useMargin(committeeId, paper.id);
  const arrival = start !== undefined && end !== undefined;
  const made = reading.data?.passages;
  const passages = useMemo(
    () => [...(made ?? []).map(({ recordId, ...range }) => ({ ...range, key: recordId })), ...(arrival ? [{ key: ARRIVAL, start, end, over: true }] : [])],
    [made, arrival, start, end],
  );

  const drawn = useMemo(() => drawnKeys(made ?? []), [made]);
  const { mark } = marked;
  const press = useCallback((key: string) => mark(key), [mark]);
  const drawnKey = (recordId: string | null) => (recordId === null ? null : (drawn.get(recordId) ?? recordId));

  if (reading.error) return <EmptyState heading title={t('common.failedToRead')} hint={sentenceOf(reading.error)} />;
  if (!reading.data) return null;
  const records = new Set(reading.data.passages.map((passage) => passage.recordId)).size;
  return (
    <div className={classes.reader}>
      <header className={classes.head}>
        <h1 className={classes.title}>{paper.label ? <span className={classes.label}>{paper.label}</span> : null}{paper.title}</h1>
        <span className={classes.soft}>{t('papers.records', { n: records })}</span>
      </header>
      {paper.replacedBy === null ? null : (
        <p className={classes.lead}>
          {t('papers.replacedHint')}　<a href={`#${committeeId === LIBRARY_ID ? routes.library(paper.replacedBy) : routes.papers(committeeId, paper.replacedBy)}`}>{t('papers.openNewer')}</a>
        </p>
      )}
      <div className={classes.sheet}>
        <PaperFace
          key={`${start ?? ''}-${end ?? ''}`}
          label={t('papers.text')}
          sha256={paper.sha256}
          text={reading.data.text}
          layout={reading.data.layout}
          passages={passages}
          margin={margin}
          active={drawnKey(marked.marked) ?? (arrival ? ARRIVAL : null)}
          hovered={drawnKey(marked.hovered)}
          onHover={marked.hover}
          onPress={press}
          chosen={choosing.lines?.range ?? null}
          onPoint={choosing.onPoint}
          onSelect={choosing.onSelect}
        />
      </div>
    </div>
  );
}

/** Of records that stand at the very same place (an excerpt and the point made of it), all are marked by the one that is drawn: the last. */
function drawnKeys(passages: readonly { recordId: string; start: number; end: number }[]): ReadonlyMap<string, string> {
  const at = new Map(passages.map(({ recordId, start, end }) => [`${start}-${end}`, recordId]));
  // by the first place of each
  return new Map(passages.toReversed().map(({ recordId, start, end }) => [recordId, at.get(`${start}-${end}`) ?? recordId]));
}

/** What each record is called in the margin, and where it is shown; the library has no screens to lead to. */
function useMargin(committeeId: string, paperId: string): ReadonlyMap<string, MarginNote> {
  const t = useT();
  const labelOf = usePointLabel();
  const { data: items } = useRead('items.list', { committeeId });
  const { data: points } = useRead('points.all', { committeeId });
  const { data: meetings } = useRead('meetings.list', { committeeId });
  const { data: members } = useRead('members.list', { committeeId });
  const { data: stated } = useRead('excerpts.all', { committeeId, paperId });
  return useMemo(() => {
    const note = (id: string, label: string, href: string): [string, MarginNote] => [id, committeeId === LIBRARY_ID ? { label } : { label, href: `#${href}` }];
    return new Map<string, MarginNote>([
      ...(items ?? []).map((item) => note(item.id, item.number, routes.board(committeeId, item.id))),
      ...(points ?? []).map((point) => note(point.id, labelOf(point), `${routes.board(committeeId, point.itemId ?? OUTSIDE_ITEMS)}?pointId=${encodeURIComponent(point.id)}`)),
      ...(meetings ?? []).map((meeting) => note(meeting.id, t('words.meeting'), routes.meetings(committeeId, meeting.id))),
      // these are edited in the list beside the paper: pressed, their line is chosen there
      ...(members ?? []).map(({ id }): [string, MarginNote] => [id, { label: t('words.role.member') }]),
      ...(stated?.excerpts ?? []).map(({ id, kind }): [string, MarginNote] => [id, { label: t(`words.record.${kind}`) }]),
      ...(stated?.indicators ?? []).map(({ id }): [string, MarginNote] => [id, { label: t('words.short.indicator') }]),
      ...(stated?.actions ?? []).map(({ id }): [string, MarginNote] => [id, { label: t('words.short.action') }]),
    ]);
  }, [items, points, meetings, members, stated, committeeId, t, labelOf]);
}
