import { Button } from '@mantine/core';
import { openImport } from '../import/import-session.ts';
import { useWhere } from '../../app/frame/where.ts';
import { useViewMemory } from '../../app/preferences.ts';
import { routes } from '../../app/routes.ts';
import { sentenceOf } from '../../app/api.ts';
import type { Paper } from '../../../electron/contract/papers.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { whenSaid } from '../../shared/when.ts';
import { Workbench } from '../../shared/workbench.tsx';
import { PaperReader } from './paper-reader.tsx';
import classes from './papers.module.css';

/** The committee's papers, and one of them to read with what was made of it. */
export default function PapersScreen({ committeeId, paperId }: { committeeId: string; paperId: string | null }) {
  const t = useT();
  const papers = useRead('papers.list', { committeeId });
  const [last, setLast] = useViewMemory(`papers.last.${committeeId}`, '');
  const shown = papers.data?.find((paper) => paper.id === (paperId ?? last)) ?? papers.data?.[0];
  useWhere(shown ? `${t('words.paper')}　${nameOf(shown)}` : t('words.paper'));

  if (papers.error) return <main><EmptyState heading title={t('common.failedToRead')} hint={sentenceOf(papers.error)} /></main>;
  if (!papers.data) return <main aria-busy />;
  return (
    <Workbench
      id="papers"
      leftLabel={t('words.paper')}
      left={
        <>
          <SectionLabel count={papers.data.length} aside={<button type="button" className="quiet" onClick={() => openImport(committeeId)}>{t('common.add')}</button>}>{t('words.paper')}</SectionLabel>
          <ul>
            {papers.data.map((paper) => (
              <PaperLine key={paper.id} paper={paper} href={`#${routes.papers(committeeId, paper.id)}`} current={paper.id === shown?.id} onChoose={() => setLast(paper.id)} />
            ))}
          </ul>
        </>
      }
      middle={
        shown ? <PaperReader key={shown.id} committeeId={committeeId} paper={shown} /> : (
          <EmptyState heading title={t('papers.empty')} hint={t('papers.emptyHint')}>
            <Button onClick={() => openImport(committeeId)}>{t('import.open')}</Button>
          </EmptyState>
        )
      }
    />
  );
}

/** 「資料1　区役所の要望対応について」 */
const nameOf = (paper: Paper) => [paper.label, paper.title].filter((word) => word !== '').join('　');

function PaperLine({ paper, href, current, onChoose }: { paper: Paper; href: string; current: boolean; onChoose: () => void }) {
  const t = useT();
  const language = useLanguage();
  return (
    <li>
      <a className={classes.paper} href={href} aria-current={current ? 'true' : undefined} onClick={onChoose}>
        <span>{paper.label ? <span className={classes.label}>{paper.label}</span> : null}{paper.title}</span>
        <span className={classes.soft}>{t('papers.characters', { n: paper.characters.toLocaleString(language) })}　{paper.fileName}</span>
        <span className={classes.soft}>{t('papers.imported', { when: whenSaid(paper.importedAt, t, language) })}</span>
      </a>
    </li>
  );
}
