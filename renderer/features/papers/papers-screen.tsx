import { Button } from '@mantine/core';
import { openImport } from '../import/import-session.ts';
import { useWhere } from '../../app/frame/where.ts';
import { useViewMemory } from '../../app/preferences.ts';
import { routes, TRAY } from '../../app/routes.ts';
import { sentenceOf } from '../../app/api.ts';
import type { Paper } from '../../../electron/contract/papers.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { whenSaid } from '../../shared/when.ts';
import { Workbench } from '../../shared/workbench.tsx';
import { PaperReader } from './paper-reader.tsx';
import { RecordsPane } from './records-pane.tsx';
import { TrayPane } from './tray-pane.tsx';
import { useMarked } from './use-marked.ts';
import { usePaperLines } from './use-paper-lines.ts';
import classes from './papers.module.css';

/** The committee's papers, and one of them to read with what was made of it. */
export default function PapersScreen({ committeeId, paperId }: { committeeId: string; paperId: string | null }) {
  const t = useT();
  const papers = useRead('papers.list', { committeeId });
  const [last, setLast] = useViewMemory(`papers.last.${committeeId}`, '');
  const tray = useRead('papers.tray', { committeeId });
  const inTray = paperId === TRAY;
  const own = papers.data?.filter((paper) => !paper.cited && paper.replacedBy === null) ?? [];
  const shown = papers.data?.find((paper) => paper.id === (paperId ?? last)) ?? own[0] ?? papers.data?.[0];
  const groups = [
    { key: 'replaced', title: t('papers.replacedPapers'), papers: papers.data?.filter((paper) => !paper.cited && paper.replacedBy !== null) ?? [] },
    { key: 'cited', title: t('library.fromLibrary'), papers: papers.data?.filter((paper) => paper.cited) ?? [] },
  ];
  const line = (paper: Paper) => <PaperLine key={paper.id} paper={paper} href={`#${routes.papers(committeeId, paper.id)}`} current={!inTray && paper.id === shown?.id} onChoose={() => setLast(paper.id)} />;
  const marked = useMarked(shown?.id ?? '');
  const choosing = usePaperLines(committeeId, inTray ? undefined : shown?.id);
  useWhere(inTray ? t('papers.tray') : shown ? `${t('words.paper')}　${nameOf(shown)}` : t('words.paper'));

  if (papers.error) return <main><EmptyState heading title={t('common.failedToRead')} hint={sentenceOf(papers.error)} /></main>;
  if (!papers.data) return <main aria-busy />;
  return (
    <Workbench
      id="papers"
      leftLabel={t('words.paper')}
      leftWidth={230}
      rightLabel={t('import.recognised')}
      rightWidth={440}
      left={
        <>
          <SectionLabel count={own.length} aside={<button type="button" className="quiet" onClick={() => openImport(committeeId)}>{t('common.add')}</button>}>{t('words.paper')}</SectionLabel>
          <ul>{own.map(line)}</ul>
          {groups.map((group) => (group.papers.length === 0 ? null : (
            <section key={group.key}>
              <SectionLabel count={group.papers.length}>{group.title}</SectionLabel>
              <ul>{group.papers.map(line)}</ul>
            </section>
          )))}
          {inTray || (tray.data?.length ?? 0) > 0 ? (
            <a className={`row ${classes.paper}`} href={`#${routes.papers(committeeId, TRAY)}`} aria-current={inTray ? 'true' : undefined}>
              <span>{t('papers.tray')}　{tray.data?.length ?? 0}</span>
              <span className={classes.soft}>{t('papers.trayLink')}</span>
            </a>
          ) : null}
        </>
      }
      middle={
        inTray ? <TrayPane committeeId={committeeId} /> : shown ? <PaperReader key={shown.id} committeeId={committeeId} paper={shown} marked={marked} choosing={choosing} /> : (
          <EmptyState heading title={t('papers.empty')} hint={t('papers.emptyHint')}>
            <Button onClick={() => openImport(committeeId)}>{t('import.open')}</Button>
          </EmptyState>
        )
      }
      {...(inTray || !shown ? {} : { right: <RecordsPane key={shown.id} committeeId={committeeId} paperId={shown.id} marked={marked} choosing={choosing} /> })}
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
      <a className={`row ${classes.paper}`} href={href} aria-current={current ? 'true' : undefined} onClick={onChoose}>
        <span>{paper.label ? <span className={classes.label}>{paper.label}</span> : null}{paper.title}</span>
        <span className={classes.soft}>{t('papers.characters', { n: paper.characters.toLocaleString(language) })}　{paper.fileName}</span>
        <span className={classes.soft}>{t('papers.imported', { when: whenSaid(paper.importedAt, t, language) })}</span>
      </a>
    </li>
  );
}
