import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { OutputOf } from '../../../electron/contract/index.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { sentenceOf } from '../../app/api.ts';
import { routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { PickerDialog } from '../../shared/picker-dialog.tsx';
import { arrowStep } from '../../shared/rows.ts';
import { useRemovedNotice } from '../../shared/undo-notice.tsx';
import { useCommand, useRead } from '../../shared/use-operation.ts';
import { wordsAlone } from '../../shared/paper-dressing.ts';
import classes from './papers.module.css';

const NONE: readonly never[] = [];

type Waiting = OutputOf<'papers.tray'>[number];

/** 行き先のない記録: what newer versions of papers no longer say, each with what hangs on it and three ways on. */
export function TrayPane({ committeeId }: { committeeId: string }) {
  const t = useT();
  const tray = useRead('papers.tray', { committeeId });
  const settle = useCommand('papers.settle');
  const removed = useRemovedNotice(committeeId);
  const list = useRef<HTMLUListElement>(null);
  const [chosenId, setActive] = useState<string | null>(null);
  const [anchoring, setAnchoring] = useState<Waiting | null>(null);
  const waiting = tray.data ?? NONE;
  const activeId = chosenId ?? waiting[0]?.recordId ?? null;
  const at = waiting.findIndex((record) => record.recordId === activeId);
  const lastAt = useRef(0);
  if (at >= 0) lastAt.current = at;
  const active = waiting[at] ?? null;

  const focusLine = (index: number) => list.current?.querySelectorAll<HTMLElement>('[data-waiting]')[index]?.focus();
  useEffect(() => {
    // one that was settled is gone: the next one has its place, and the keys
    if (activeId === null || at >= 0 || waiting.length === 0) return;
    const next = Math.min(lastAt.current, waiting.length - 1);
    setActive(waiting[next]?.recordId ?? null);
    if (document.activeElement === document.body) requestAnimationFrame(() => focusLine(next));
  }, [activeId, at, waiting]);

  const keep = (record: Waiting) => void settle.run({ committeeId, recordId: record.recordId, as: { do: 'keep' } });
  const remove = async (record: Waiting) => {
    await settle.run({ committeeId, recordId: record.recordId, as: { do: 'remove' } });
    removed(record.text, 'papers.settle');
  };
  useScreenCommands([
    { id: 'tray.anchor', label: t('papers.trayAnchor'), keys: 'a', run: () => setAnchoring(active), disabled: active === null },
    { id: 'tray.keep', label: t('papers.trayKeep'), keys: 'k', run: () => { if (active) keep(active); }, disabled: active === null },
    { id: 'tray.remove', label: t('common.remove'), keys: 'delete', run: () => { if (active) void remove(active); }, disabled: active === null },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrowStep(event);
    const next = waiting[at + by];
    if (by === 0 || !next) return;
    event.preventDefault();
    setActive(next.recordId);
    focusLine(at + by);
  };

  if (tray.error) return <EmptyState heading title={t('common.failedToRead')} hint={sentenceOf(tray.error)} />;
  if (!tray.data) return null;
  return (
    <div className={classes.tray}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('papers.tray')}</h1>
        <span className={classes.soft}>{t('common.count', { n: waiting.length })}</span>
      </header>
      {waiting.length === 0 ? <EmptyState title={t('papers.trayEmpty')} hint={t('papers.trayEmptyHint')} /> : <p className={classes.lead}>{t('papers.trayHint')}</p>}
      <ul ref={list} onKeyDown={onKeyDown}>
        {waiting.map((record) => (
          <li key={record.recordId} className={`row ${classes.waiting}`} data-current={record.recordId === activeId || undefined}>
            <button type="button" data-waiting className={`row-button ${classes.record}`} aria-current={record.recordId === activeId ? 'true' : undefined} onClick={() => setActive(record.recordId)} onFocus={() => setActive(record.recordId)}>
              <span className={classes.soft}>
                {record.kind ? t(`words.record.${record.kind}`) : t(`import.table.${record.table}`)}
                {record.links > 0 ? `　${t('import.links', { n: record.links })}` : ''}{record.notes > 0 ? `　${t('import.notes', { n: record.notes })}` : ''}{record.citations > 0 ? `　${t('import.citations', { n: record.citations })}` : ''}
              </span>
              <span>{record.text}</span>
              <span className={classes.quote}>{t('papers.trayWas', { paper: record.paperLabel || record.paperTitle, quote: wordsAlone(record.quote).trim() })}</span>
            </button>
            <div className={classes.ways}>
              <button type="button" className="quiet" onClick={() => setAnchoring(record)}>{t('papers.trayAnchor')} {record.recordId === activeId ? <Kbd keys="a" /> : null}</button>
              <button type="button" className="quiet" onClick={() => keep(record)}>{t('papers.trayKeep')} {record.recordId === activeId ? <Kbd keys="k" /> : null}</button>
              <button type="button" className="quiet" onClick={() => void remove(record)}>{t('common.remove')} {record.recordId === activeId ? <Kbd keys="delete" /> : null}</button>
              <a className={classes.soft} href={`#${routes.papers(committeeId, record.paperId)}?start=${record.range.start}&end=${record.range.end}`}>{t('papers.trayOld')}</a>
            </div>
          </li>
        ))}
      </ul>
      {anchoring ? <AnchorDialog committeeId={committeeId} record={anchoring} onPick={(range) => void settle.run({ committeeId, recordId: anchoring.recordId, as: { do: 'anchor', paperId: anchoring.newPaperId, range } })} onClose={() => setAnchoring(null)} /> : null}
    </div>
  );
}

/** Chooses the line of the newer version that a record is to be tied to. */
function AnchorDialog({ committeeId, record, onPick, onClose }: { committeeId: string; record: Waiting; onPick: (range: { start: number; end: number }) => void; onClose: () => void }) {
  const t = useT();
  const { data } = useRead('papers.text', { committeeId, paperId: record.newPaperId });
  if (!data) return null;
  const lines = linesOf(data.text);
  return (
    <PickerDialog
      title={t('papers.trayAnchorTitle', { paper: record.newPaperTitle })}
      options={lines.map(({ start, number, text }) => ({ id: String(start), lead: t('papers.line', { n: number }), text }))}
      onPick={(id) => {
        const line = lines.find(({ start }) => String(start) === id);
        if (line) onPick({ start: line.start, end: line.end });
      }}
      onClose={onClose}
    />
  );
}

/** The lines of a paper that say something, without their dressing. */
function linesOf(text: string): { start: number; end: number; number: number; text: string }[] {
  let at = 0;
  return text.split('\n').flatMap((line, index) => {
    const [start, end] = [at, at + line.length];
    at = end + 1;
    const shown = wordsAlone(line).trim();
    return shown === '' ? [] : [{ start, end, number: index + 1, text: shown }];
  });
}
