import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { OutputOf } from '../../../electron/contract/index.ts';
import type { RevisedRecord } from '../../../electron/contract/revision.ts';
import { useT, type Translate } from '../../i18n/index.ts';
import { CityTag } from '../../shared/city-tag.tsx';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { arrowStep, rowOf } from '../../shared/rows.ts';
import { addedLines, diffRuns, isTable, type AddedLine } from './revision-rows.ts';
import type { useRowSelection } from '../../shared/use-row-selection.ts';
import classes from './revision-list.module.css';

/** What changed, old and new beside each other; what vanished, what is new, and, folded, what stayed. */
export function RevisionList({ comparison, selection, taken, alsoAdd, foldSame, onFoldSame, onTake, onToggleAdd, onHover }: {
  comparison: OutputOf<'papers.compareVersion'>;
  selection: ReturnType<typeof useRowSelection>;
  taken: (record: RevisedRecord) => 'old' | 'new';
  alsoAdd: ReadonlySet<string>;
  foldSame: boolean;
  onFoldSame: (fold: boolean) => void;
  onTake: (recordId: string, text: 'old' | 'new') => void;
  onToggleAdd: (key: string) => void;
  onHover: (key: string | null) => void;
}) {
  const t = useT();
  const grid = useRef<HTMLDivElement>(null);
  const { active } = selection;
  const { records, counts } = comparison;
  const of = (state: RevisedRecord['state']) => records.filter((record) => record.state === state);
  const [changed, vanished, same] = [of('changed'), of('vanished'), of('same')];
  const added = addedLines(comparison);

  useEffect(() => {
    if (active !== null) rowOf(grid.current, 'data-row', active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrowStep(event) || (event.key === 'Home' ? -Infinity : event.key === 'End' ? Infinity : 0);
    if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    selection.step(by, false);
  };
  const onClick = (event: MouseEvent) => {
    const key = event.target instanceof Element ? event.target.closest('[data-row]')?.getAttribute('data-row') : null;
    if (key) selection.select(key);
  };
  const line = (key: string, children: ReactNode) => (
    <div key={key} role="row" data-row={key} aria-selected={key === active} className={`row ${classes.line}`}><div role="gridcell" className={classes.cell}>{children}</div></div>
  );

  return (
    <>
      <p className={classes.counts}>
        {t('import.stayed')} <b>{counts.same}</b>　{t('import.changedRecords')} <b>{counts.changed}</b>　{t('import.vanishedRecords')} <b>{counts.vanished}</b>　{t('import.newRecords')} <b>{counts.added}</b>
        {counts.moved > 0 ? <span className={classes.soft}>　{t('import.moved', { n: counts.moved })}</span> : null}
      </p>
      <div
        ref={grid}
        role="grid"
        aria-label={t('import.differences')}
        tabIndex={0}
        className={classes.grid}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onMouseOver={(event) => onHover(event.target instanceof Element ? (event.target.closest('[data-row]')?.getAttribute('data-row') ?? null) : null)}
        onMouseLeave={() => onHover(null)}
      >
        {changed.length + vanished.length + added.length === 0 ? <div role="row"><div role="gridcell"><EmptyState title={t('import.nothingChanged')} hint={t('import.nothingChangedHint')} /></div></div> : null}
        {changed.length === 0 ? null : (
          <Section title={t('import.changedRecords')} count={changed.length} hint={<><Kbd keys="n" /> {t('import.takeNew')}　<Kbd keys="o" /> {t('import.keepMine')}</>}>
            {changed.map((record) => line(record.recordId, <ChangedRecord record={record} taken={taken(record)} onTake={(text) => onTake(record.recordId, text)} />))}
          </Section>
        )}
        {vanished.length === 0 ? null : (
          <Section title={t('import.vanishedRecords')} count={vanished.length} hint={t('import.toTray')}>
            {vanished.map((record) => line(record.recordId, <><Head record={record} t={t} /><span className={classes.text}>{record.oldText}</span></>))}
          </Section>
        )}
        {added.length === 0 ? null : (
          <Section title={t('import.newRecords')} count={added.length}>
            {added.map((each) => line(each.key, <Added added={each} chosen={alsoAdd.has(each.key)} onToggle={() => onToggleAdd(each.key)} />))}
          </Section>
        )}
        <Section title={t('import.stayed')} count={same.length} hint={same.length === 0 ? null : <button type="button" className="quiet" aria-expanded={!foldSame} onClick={() => onFoldSame(!foldSame)}>{foldSame ? '▸' : '▾'} {t('import.stayedHint')}</button>}>
          {foldSame ? null : same.map((record) => line(record.recordId, <><Head record={record} t={t} /><span className={classes.text}>{record.oldText}</span></>))}
        </Section>
      </div>
    </>
  );
}

function Section({ title, count, hint, children }: { title: string; count: number; hint?: ReactNode; children: ReactNode }) {
  return (
    <div role="rowgroup" className={classes.section}>
      <div role="row" className={classes.head}>
        <div role="rowheader" className={classes.title}>{title}<span className={classes.count}>{count}</span></div>
        {hint ? <div role="gridcell" className={classes.soft}>{hint}</div> : null}
      </div>
      {children}
    </div>
  );
}

/** What it is, and what hangs on it: links, notes and citations, all of which stay. */
function Head({ record, t }: { record: RevisedRecord; t: Translate }) {
  const { table, kind, links, notes, citations } = record;
  return (
    <span className={classes.soft}>
      {kind ? t(`words.record.${kind}`) : t(`import.table.${table}`)}
      {links > 0 ? <>　{t('import.links', { n: links })}</> : null}
      {notes > 0 ? <>　{t('import.notes', { n: notes })}</> : null}
      {citations > 0 ? <>　{t('import.citations', { n: citations })}</> : null}
    </span>
  );
}

function ChangedRecord({ record, taken, onTake }: { record: RevisedRecord; taken: 'old' | 'new'; onTake: (text: 'old' | 'new') => void }) {
  const t = useT();
  const runs = diffRuns(record.oldText, record.newText ?? '', record.table === 'indicator' || record.table === 'action');
  const cities = record.oldCities.join('、') !== record.newCities.join('、');
  return (
    <>
      <Head record={record} t={t} />
      <div className={classes.pair}>
        <div className={classes.side} data-taken={taken === 'old' || undefined}>
          <button type="button" className={classes.choice} aria-pressed={taken === 'old'} onClick={() => onTake('old')}>{t(record.corrected ? 'import.keepMine' : 'import.keepOld')}</button>
          <span className={classes.text}>{runs.a.map((run) => (run.changed ? <del key={run.at}>{run.text}</del> : run.text))}</span>
          {cities ? <span className={classes.cities}>{record.oldCities.map((city) => <CityTag key={city} city={city} />)}</span> : null}
        </div>
        <div className={classes.side} data-taken={taken === 'new' || undefined}>
          <button type="button" className={classes.choice} aria-pressed={taken === 'new'} onClick={() => onTake('new')}>{t('import.takeNew')}</button>
          <span className={classes.text}>{runs.b.map((run) => (run.changed ? <ins key={run.at}>{run.text}</ins> : run.text))}</span>
          {cities ? <span className={classes.cities}>{record.newCities.map((city) => <CityTag key={city} city={city} />)}</span> : null}
        </div>
      </div>
      {record.corrected ? <span className={classes.corrected}>△ {t('import.correctedHint', { text: record.oldReading })}</span> : null}
    </>
  );
}

function Added({ added, chosen, onToggle }: { added: AddedLine; chosen: boolean; onToggle: () => void }) {
  const t = useT();
  const what = isTable(added.what) ? t(`import.table.${added.what}`) : t(`words.record.${added.what}`);
  return (
    <>
      <span className={classes.soft}>
        {what}
        {added.leftBefore ? <>　{t('import.leftBefore')} <button type="button" className={classes.choice} aria-pressed={chosen} onClick={onToggle}>{t('import.addAnyway')} <Kbd keys="n" /></button></> : null}
      </span>
      <span className={classes.text} data-left={(added.leftBefore && !chosen) || undefined}>{added.text}</span>
    </>
  );
}
