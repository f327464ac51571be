import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { LibraryPaper } from '../../../electron/contract/library.ts';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { sentenceOf } from '../../app/api.ts';
import { useWhere } from '../../app/frame/where.ts';
import { useViewMemory } from '../../app/preferences.ts';
import { routes, useFocusTarget } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { CityTag } from '../../shared/city-tag.tsx';
import { EmptyState } from '../../shared/empty-state.tsx';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { Workbench } from '../../shared/workbench.tsx';
import { openImport } from '../import/import-session.ts';
import { PaperReader } from '../papers/paper-reader.tsx';
import { RecordsPane } from '../papers/records-pane.tsx';
import { useMarked } from '../papers/use-marked.ts';
import { usePaperLines } from '../papers/use-paper-lines.ts';
import { ExamplesPane } from './examples-pane.tsx';
import classes from './library.module.css';

/** 事例集: other cities' papers, one of them to read, and what can be cited of it or found in all of them. */
export default function LibraryScreen({ committeeId, paperId }: { committeeId: string | null; paperId: string | null }) {
  const t = useT();
  const papers = useRead('library.papers', {});
  const { pointId, recordId } = useFocusTarget();
  // a hit of the search names a point only: its passage tells the paper
  const evidence = useRead('points.evidence', { committeeId: LIBRARY_ID, id: pointId ?? '' }, { enabled: pointId !== undefined && paperId === null });
  const [part, setPart] = useState<'examples' | 'records'>('examples');
  // one who comes for a statement or an indicator finds it among all that was recognised
  useEffect(() => {
    if (recordId !== undefined) setPart('records');
  }, [recordId]);
  const [last, setLast] = useViewMemory('library.last', '');
  const wanted = paperId ?? evidence.data?.passages[0]?.paperId ?? last;
  const shown = papers.data?.find((paper) => paper.id === wanted) ?? papers.data?.[0];
  const marked = useMarked(shown?.id ?? '');
  const choosing = usePaperLines(LIBRARY_ID, shown?.id);
  useWhere(shown ? `${t('words.library')}　${shown.title}` : t('words.library'));
  const pathOf = (id: string) => (committeeId === null ? routes.library(id) : routes.committeeLibrary(committeeId, id));

  if (papers.error) return <main><EmptyState heading title={t('common.failedToRead')} hint={sentenceOf(papers.error)} /></main>;
  if (!papers.data) return <main aria-busy />;
  if (!shown) {
    return (
      <main>
        <EmptyState heading title={t('library.empty')} hint={t('library.emptyHint')}>
          <Button onClick={() => openImport(null)}>{t('import.open')}</Button>
        </EmptyState>
      </main>
    );
  }
  return (
    <Workbench
      id="library"
      leftLabel={t('library.papers')}
      rightLabel={t('library.examples')}
      rightWidth={400}
      left={
        <>
          <SectionLabel count={papers.data.length} aside={<button type="button" className="quiet" onClick={() => openImport(null)}>{t('common.add')}</button>}>{t('library.papers')}</SectionLabel>
          <ul>{papers.data.map((paper) => <PaperLine key={paper.id} paper={paper} href={`#${pathOf(paper.id)}`} current={paper.id === shown.id} onChoose={() => setLast(paper.id)} />)}</ul>
        </>
      }
      middle={<PaperReader key={shown.id} committeeId={LIBRARY_ID} paper={shown} marked={marked} choosing={choosing} />}
      right={
        <div className={classes.right}>
          <div className={classes.part}>
            <SegmentedControl size="xs" fullWidth aria-label={t('library.part')} value={part} onChange={setPart} data={[{ value: 'examples', label: t('library.examples') }, { value: 'records', label: t('import.recognised') }]} />
          </div>
          {part === 'examples' ? <ExamplesPane committeeId={committeeId} paperId={shown.id} pathOf={pathOf} /> : <RecordsPane key={shown.id} committeeId={LIBRARY_ID} paperId={shown.id} marked={marked} choosing={choosing} />}
        </div>
      }
    />
  );
}

function PaperLine({ paper, href, current, onChoose }: { paper: LibraryPaper; href: string; current: boolean; onChoose: () => void }) {
  const t = useT();
  return (
    <li>
      <a className={`row row-button ${classes.paper}`} href={href} aria-current={current ? 'true' : undefined} onClick={onChoose}>
        <span>{paper.label ? `${paper.label}　` : ''}{paper.title}</span>
        <span className={classes.soft}>
          {paper.municipality ? <CityTag city={paper.municipality} /> : null} {t(`words.paperKind.${paper.kind}`)}　{t('library.points', { n: paper.points })}
          {paper.replacedBy === null ? null : `　${t('papers.replaced')}`}
        </span>
      </a>
    </li>
  );
}
