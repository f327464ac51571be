import { TextInput } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useScreenCommands } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { isComposing } from '../../shared/keys.ts';
import { useFigureWords } from '../../shared/use-figure-words.ts';
import { useRowSelection } from '../../shared/use-row-selection.ts';
import { paperRecords, recordOf } from './paper-records.ts';
import { RecordsList } from './records-list.tsx';
import { RecordsToolbar } from './records-toolbar.tsx';
import type { Marked } from './use-marked.ts';
import { usePaperRecords } from './use-paper-records.ts';
import { useRecordEdits } from './use-record-edits.ts';
import classes from './records-pane.module.css';

/** What is edited where: a place of the list, and its text, its speaker or a cell. */
export type RecordEditing = { place: string; what: 'text' | 'speaker' | `cell:${string}` };

/**
 * 読み取った内容: what was made of the paper beside it, line by line. A line that is chosen is marked in the paper, and
 * what is pressed in the paper is chosen here; what is wrong is put right where it stands.
 */
export function RecordsPane({ committeeId, paperId, marked }: { committeeId: string; paperId: string; marked: Marked }) {
  const t = useT();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [editing, setEditing] = useState<RecordEditing | null>(null);
  const text = useDeferredValue(typed);
  const words = useFigureWords();
  const made = usePaperRecords(committeeId, paperId);
  const shown = useMemo(() => (made ? paperRecords(made.records, made.made, text, words) : null), [made, text, words]);
  const selection = useRowSelection(shown?.order ?? NONE);
  const edits = useRecordEdits(committeeId, made?.records ?? null);
  const { active, select } = selection;
  const endEdit = useCallback(() => setEditing(null), []);
  const type = (next: string) => {
    // what is filtered away gives its place to no other: the paper stays where it is
    selection.clear();
    setTyped(next);
  };
  useFollow(marked, active, shown?.order ?? NONE, (recordId) => {
    const place = shown?.order.find((each) => recordOf(each) === recordId);
    if (place !== undefined) select(place);
    else if (typed !== '' && made?.made.has(recordId)) setTyped('');
    else return shown !== null;
    return place !== undefined;
  });
  useScreenCommands([{ id: 'papers.filter', label: t('papers.filter'), keys: '/', run: () => box.current?.focus() }]);

  if (!made || !shown) return null;
  const selected = new Set([...selection.keys].map(recordOf));
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && typed !== '') type('');
    else if (event.key === 'ArrowDown' && shown.order[0] !== undefined) {
      select(shown.order[0]);
      box.current?.closest('[data-records]')?.querySelector<HTMLElement>('[role=grid]')?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div className={classes.pane} data-records>
      <div className={classes.filter}>
        <TextInput ref={box} type="search" size="xs" aria-label={t('papers.filter')} placeholder={t('papers.filter')} value={typed} rightSection={<Kbd keys="/" />} data-own-undo="true" onChange={(event) => type(event.currentTarget.value)} onKeyDown={onKeyDown} />
        <span role="status" className={classes.count}>{t('common.count', { n: shown.count })}</span>
      </div>
      <RecordsToolbar committeeId={committeeId} records={made.records} selected={selected} active={active} edits={edits} onEdit={(what) => { if (active !== null) setEditing({ place: active, what }); }} />
      {shown.order.length === 0 ? (
        typed === '' ? <EmptyState title={t('papers.noRecords')} hint={t('papers.noRecordsHint')} /> : <EmptyState title={t('papers.nothingFound')} hint={t('papers.nothingFoundHint')} />
      ) : (
        <RecordsList
          committeeId={committeeId}
          shown={shown}
          made={made.made}
          selection={selection}
          editing={editing}
          edits={edits}
          onEdit={setEditing}
          onEndEdit={endEdit}
          onHover={(place) => marked.hover(place === null ? null : recordOf(place))}
        />
      )}
    </div>
  );
}

const NONE: readonly never[] = [];

/**
 * Keeps what is chosen in the list and what is marked in the paper the same record, whichever was chosen last.
 * @param choose chooses a record's line; false where it cannot yet: it is asked again when the list has changed.
 */
function useFollow({ marked, mark }: Marked, active: string | null, order: readonly string[], choose: (recordId: string) => boolean): void {
  const followed = useRef<string | null>(null);
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    if (active === null) return;
    followed.current = recordOf(active);
    mark(recordOf(active));
  }, [active, mark]);
  useEffect(() => {
    if (marked === null || followed.current === marked) return;
    if (latest.current(marked)) followed.current = marked;
  }, [marked, order]);
}
