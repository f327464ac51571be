import { useCallback, useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { POINT_KINDS } from '../../../db/domain/words.ts';
import { formatCounter } from '../../../db/domain/counters.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { isComposing, isTextField } from '../../shared/keys.ts';
import { useGradually } from '../../shared/use-gradually.ts';
import type { groupPreview, PreviewMeeting, PreviewMember, RowGroup } from '../../../electron/contract/preview/preview.ts';
import { doubtPlace, type Doubt } from './places.ts';
import type { Editing } from './preview-screen.tsx';
import { MeetingLine, MemberLine, RowLine } from './row-line.tsx';
import type { Corrections } from './use-corrections.ts';
import type { useRowSelection } from './use-row-selection.ts';
import classes from './row-list.module.css';

/** Lines drawn at once: more than the tallest window shows. */
const AT_ONCE = 60;

export type RowListProps = {
  groups: ReturnType<typeof groupPreview>;
  /** What wants a look: shown first, and again in its own place. */
  doubts: readonly Doubt[];
  /** The places of all lines, as they follow one another. */
  order: readonly string[];
  meetings: readonly PreviewMeeting[];
  members: readonly PreviewMember[];
  selection: ReturnType<typeof useRowSelection>;
  editing: Editing | null;
  foldOthers: boolean;
  onFoldOthers: (fold: boolean) => void;
  onEdit: (what: Editing['what']) => void;
  onEndEdit: () => void;
  onHover: (key: string | null) => void;
  corrections: Corrections;
};

/** What was recognised, grouped by item and kind: a grid of one column with a roving focus. */
export function RowList({ groups, doubts, order, meetings, members, selection, editing, foldOthers, onFoldOthers, onEdit, onEndEdit, onHover, corrections }: RowListProps) {
  const t = useT();
  const grid = useRef<HTMLDivElement>(null);
  const { active, keys } = selection;
  const row = (key: string) => grid.current?.querySelector<HTMLElement>(`[data-row="${key}"]`) ?? null;

  useEffect(() => {
    // also after a correction that put the row elsewhere: the view goes where the row went
    if (active !== null) row(active)?.scrollIntoView({ block: 'nearest' });
  }, [active, groups]);
  // after an edit, and where a key acted on the focused row, the focus goes on from the active row
  const focusActive = useRef(false);
  useEffect(() => {
    if (!focusActive.current || active === null || editing) return;
    focusActive.current = false;
    row(active)?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || isTextField(event.target) || event.ctrlKey || event.metaKey) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : event.key === 'PageDown' ? 10 : event.key === 'PageUp' ? -10 : 0;
    // Alt with a page key goes to another paper
    if (event.altKey && Math.abs(by) > 1) return;
    if (by !== 0) {
      event.preventDefault();
      focusActive.current = true;
      if (!event.altKey) selection.step(by, event.shiftKey);
      else if (active !== null && Math.abs(by) === 1) corrections.shift(active, by > 0 ? 1 : -1);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      focusActive.current = true;
      selection.step(event.key === 'Home' ? -Infinity : Infinity, event.shiftKey);
    } else if ((event.key === 'Enter' || event.key === 'F2') && event.target instanceof Element && event.target.hasAttribute('data-row')) {
      event.preventDefault();
      onEdit('text');
    }
  };
  const onClick = (event: MouseEvent) => {
    const key = event.target instanceof Element ? event.target.closest('[data-row]')?.getAttribute('data-row') : null;
    if (!key || isTextField(event.target)) return;
    if (event.shiftKey) selection.extendTo(key);
    else if (event.ctrlKey || event.metaKey) selection.toggle(key);
    else selection.select(key);
  };
  const endEdit = useCallback(() => {
    focusActive.current = true;
    onEndEdit();
  }, [onEndEdit]);
  const lineProps = (place: string) => ({
    place,
    selected: keys.has(place),
    tabStop: place === active,
    editing: editing?.place === place ? editing.what : null,
    corrections,
    onEndEdit: endEdit,
  });
  // taken from the first list to the last, in the order of the lines
  let room = useGradually(order.length, active === null ? 0 : order.indexOf(active) + 1, AT_ONCE);
  const drawn = <T,>(all: readonly T[]): readonly T[] => {
    const part = all.slice(0, Math.max(0, room));
    room -= all.length;
    return part;
  };
  const lines = (group: RowGroup) => {
    let number = 0;
    const shown = new Set(group.rows.map((entry) => entry.key));
    return drawn(group.rows).map((entry) => {
      const child = entry.parent !== null && shown.has(entry.parent);
      if (!child && !entry.left) number += 1;
      return <RowLine key={entry.key} row={entry} child={child} number={child || entry.left ? '' : formatCounter('circled', number)} {...lineProps(entry.key)} />;
    });
  };

  return (
    <div
      ref={grid}
      role="grid"
      aria-multiselectable
      aria-label={t('import.recognised')}
      tabIndex={active === null ? 0 : -1}
      className={classes.grid}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={(event) => { if (event.target instanceof Element && event.target.closest('[data-row]') && !isTextField(event.target)) onEdit('text'); }}
      onMouseOver={(event) => onHover(event.target instanceof Element ? (event.target.closest('[data-row]')?.getAttribute('data-row') ?? null) : null)}
      onMouseLeave={() => onHover(null)}
    >
      {doubts.length === 0 ? null : (
        <div role="rowgroup" className={classes.section} data-doubts>
          <GroupHead title={t('import.pleaseCheck')} count={doubts.length} strong>
            <span><Kbd keys="y" /> {t('import.confirm')}</span>
          </GroupHead>
          {drawn(doubts).map(({ key, row: doubtful, meeting }) => (
            doubtful
              ? <RowLine key={key} row={doubtful} child={false} number="" kind {...lineProps(doubtPlace(key))} />
              : <MeetingLine key={key} meeting={meeting} {...lineProps(doubtPlace(key))} />
          ))}
        </div>
      )}
      {groups.sections.map(({ key, item, groups: kinds }, index) => (
        <div key={key} role="rowgroup" className={classes.section}>
          {item ? drawn([item]).map((row) => <RowLine key={row.key} row={row} child={false} number={row.left ? '' : `(${index + 1})`} heading {...lineProps(row.key)} />) : <GroupHead title={t('import.outsideItems')} strong />}
          {kinds.map((group) => (
            <GroupRows key={group.key} title={t(`words.record.${group.kind}`)} group={group} onSelectAll={selection.selectAll}>{lines(group)}</GroupRows>
          ))}
        </div>
      ))}
      {meetings.length === 0 ? null : (
        <div role="rowgroup" className={classes.section}>
          <GroupHead title={t('import.meetings')} count={meetings.length} strong />
          {drawn(meetings).map((meeting) => <MeetingLine key={meeting.key} meeting={meeting} {...lineProps(meeting.key)} />)}
        </div>
      )}
      {members.length === 0 ? null : (
        <div role="rowgroup" className={classes.section}>
          <GroupHead title={t('import.members')} count={members.length} strong />
          {drawn(members).map((member) => <MemberLine key={member.key} member={member} {...lineProps(member.key)} />)}
        </div>
      )}
      {groups.others.length === 0 ? null : (
        <div role="rowgroup" className={classes.section}>
          <GroupHead title={t('import.others')} count={groups.others.reduce((sum, group) => sum + group.rows.length, 0)} strong>
            <button type="button" className="quiet" aria-expanded={!foldOthers} onClick={() => onFoldOthers(!foldOthers)}>{foldOthers ? '▸' : '▾'} {t('import.othersHint')}</button>
          </GroupHead>
          {foldOthers ? null : groups.others.map((group) => (
            <GroupRows key={group.key} title={t(`words.record.${group.kind}`)} group={group} onSelectAll={selection.selectAll}>
              {drawn(group.rows).map((entry) => <RowLine key={entry.key} row={entry} child={false} number="" {...lineProps(entry.key)} />)}
            </GroupRows>
          ))}
        </div>
      )}
    </div>
  );
}

function GroupRows({ title, group, onSelectAll, children }: { title: string; group: RowGroup; onSelectAll: (keys: readonly string[]) => void; children: ReactNode }) {
  const t = useT();
  const point = POINT_KINDS.some((kind) => kind === group.kind);
  return (
    <>
      <GroupHead title={title} count={group.rows.filter((row) => !row.left && (row.parent === null || !point)).length}>
        <button type="button" className="quiet" onClick={() => onSelectAll(group.rows.map((row) => row.key))}>{t('import.selectGroup')}</button>
      </GroupHead>
      {children}
    </>
  );
}

function GroupHead({ title, count, strong = false, children }: { title: string; count?: number; strong?: boolean; children?: ReactNode }) {
  return (
    <div role="row" className={classes.head} data-strong={strong || undefined}>
      <div role="rowheader" className={classes.title}>{title}{count === undefined ? null : <span className={classes.count}>{count}</span>}</div>
      {children ? <div role="gridcell">{children}</div> : null}
    </div>
  );
}
