import { TextInput } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { useScreenCommands } from '../../app/commands.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { AddLinesBar } from '../../shared/add-lines-bar.tsx';
import { focusLine } from '../../shared/focus-line.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { isComposing } from '../../shared/keys.ts';
import type { LineKind } from '../../shared/records-of-lines.ts';
import type { ChosenLines, Lines } from '../../shared/use-chosen-lines.ts';
import { useFigureWords } from '../../shared/use-figure-words.ts';
import { useRead } from '../../shared/use-operation.ts';
import { useRowSelection } from '../../shared/use-row-selection.ts';
import { withMoves } from './move-excerpt.ts';
import { paperRecords, recordOf } from './paper-records.ts';
import { RecordsList } from './records-list.tsx';
import { RecordsToolbar } from './records-toolbar.tsx';
import type { Marked } from './use-marked.ts';
import { useMoves } from './use-moves.ts';
import { usePaperRecords } from './use-paper-records.ts';
import { useRecordEdits } from './use-record-edits.ts';
import classes from './records-pane.module.css';

/** What is edited where: a place of the list, and its text, its speaker or a cell. */
export type RecordEditing = { place: string; what: 'text' | 'speaker' | `cell:${string}` };

/**
 * 読み取った内容: what was made of the paper beside it, line by line. A line that is chosen is marked in the paper, and
 * what is pressed in the paper is chosen here; what is wrong is put right where it stands.
 */
export function RecordsPane({ committeeId, paperId, marked, choosing }: { committeeId: string; paperId: string; marked: Marked; choosing: ChosenLines }) {
  const t = useT();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [editing, setEditing] = useState<RecordEditing | null>(null);
  const text = useDeferredValue(typed);
  const words = useFigureWords();
  const made = usePaperRecords(committeeId, paperId);
  const { moves, move } = useMoves(committeeId, made?.records.excerpts);
  const shown = useMemo(() => (made ? paperRecords({ ...made.records, excerpts: withMoves(made.records.excerpts, moves) }, made.made, text, words) : null), [made, moves, text, words]);
  const selection = useRowSelection(shown?.order ?? NONE);
  const edits = useRecordEdits(committeeId, paperId, made);
  const { active, select } = selection;
  // a paper that was replaced is kept as it is
  const stands = useRead('papers.text', { committeeId, paperId }).data?.paper.replacedBy === null;
  const endEdit = useCallback(() => setEditing(null), []);
  const { offer, end } = choosing;
  useEffect(() => {
    if (!stands) return undefined;
    offer(true);
    return () => {
      offer(false);
      end();
    };
  }, [stands, offer, end]);
  /** The record that was just made, whose line is to have the keys as soon as it is there. */
  const fresh = useRef<string | null>(null);
  const addLines = async (kind: LineKind, lines: Lines) => {
    const id = await edits.addLines(kind, lines);
    choosing.end();
    if (id === undefined) return;
    if (typed !== '') setTyped('');
    fresh.current = id;
    marked.mark(id);
  };
  useEffect(() => {
    if (active === null || recordOf(active) !== fresh.current) return;
    fresh.current = null;
    focusLine();
  }, [active]);
  const type = (next: string) => {
    // what is filtered away gives its place to no other: the paper stays where it is
    selection.clear();
    setTyped(next);
  };
  useFollow(marked, active, shown?.order ?? NONE, (recordId) => {
    const place = shown?.order.find((each) => recordOf(each) === recordId);
    if (place !== undefined) select(place);
    else if (typed !== '' && made?.made.has(recordId)) setTyped('');
    else return shown !== null && recordId !== fresh.current;
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
      {choosing.lines ? (
        <AddLinesBar choosing={choosing} lines={choosing.lines} {...(committeeId === LIBRARY_ID ? { without: 'deliberation_item' } : {})} onAdd={(kind, lines) => void addLines(kind, lines)} />
      ) : (
        <RecordsToolbar
          committeeId={committeeId}
          records={made.records}
          selected={selected}
          active={active}
          edits={edits}
          onEdit={(what) => { if (active !== null) setEditing({ place: active, what }); }}
          {...(stands ? { onAddLines: () => choosing.begin(marked.marked === null ? 0 : (made.made.get(marked.marked) ?? 0)) } : {})}
        />
      )}
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
          onMove={(id, besideId, side) => void move(id, besideId, side)}
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
function useFollow({ marked, byList, mark }: Marked, active: string | null, order: readonly string[], choose: (recordId: string) => boolean): void {
  const followed = useRef<string | null>(null);
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    if (active === null) return;
    followed.current = recordOf(active);
    mark(recordOf(active), true);
  }, [active, mark]);
  useEffect(() => {
    // the list's own marks may come behind the keys
    if (marked === null || byList || followed.current === marked) return;
    if (latest.current(marked)) followed.current = marked;
  }, [marked, byList, order]);
}
