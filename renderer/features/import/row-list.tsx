import { useCallback, type ReactNode } from 'react';
import { formatCounter } from '../../../db/domain/counters.ts';
import type { PreviewRow, RowGroup } from '../../../electron/contract/preview/preview.ts';
import { useT } from '../../i18n/index.ts';
import { rowsOf, sectionSaid } from '../../shared/excerpt-groups.ts';
import { FigureRows } from '../../shared/figure-lines.tsx';
import type { FigureLine, FigureTable } from '../../shared/figure-table.ts';
import { GroupHead, Listed, RunHead } from '../../shared/group-head.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { useGradually } from '../../shared/use-gradually.ts';
import { useRecordGrid } from '../../shared/use-record-grid.ts';
import type { useRowSelection } from '../../shared/use-row-selection.ts';
import { doubtPlace, keyOfPlace, type Shown } from './places.ts';
import type { Editing } from './preview-screen.tsx';
import { ActionTitle, MeetingLine, MemberLine, RowLine } from './row-line.tsx';
import type { Corrections } from './use-corrections.ts';
import classes from '../../shared/record-list.module.css';

/** Lines drawn at once: more than the tallest window shows. */
const AT_ONCE = 60;

export type RowListProps = {
  shown: Shown;
  /** The places of all lines, as they follow one another. */
  order: readonly string[];
  /** Keys of indicators that are left out. */
  left: ReadonlySet<string>;
  selection: ReturnType<typeof useRowSelection>;
  editing: Editing | null;
  onEdit: (what: Editing['what']) => void;
  onEndEdit: () => void;
  onHover: (place: string | null) => void;
  corrections: Corrections;
};

/**
 * What was recognised: items with their points, indicators and actions as tables, meetings, members, and what else the
 * paper states, by kind. A grid with a roving focus; what wants a look comes first, and again in its own place.
 */
export function RowList({ shown, order, left, selection, editing, onEdit, onEndEdit, onHover, corrections }: RowListProps) {
  const t = useT();
  const { active, keys } = selection;
  const { column, keepFocus, gridProps } = useRecordGrid({
    selection,
    editing: editing !== null,
    onEdit: (cell) => onEdit(cell === null ? 'text' : `cell:${cell}`),
    onHover,
    onShift: (place, by) => corrections.shift(keyOfPlace(place), by),
    drawn: shown,
  });
  const endEdit = useCallback(() => {
    keepFocus();
    onEndEdit();
  }, [keepFocus, onEndEdit]);
  const lineProps = (place: string) => ({
    place,
    selected: keys.has(place),
    tabStop: place === active,
    editing: editing?.place === place ? editing.what : null,
    corrections,
    onEndEdit: endEdit,
  });
  const figureProps = ({ place, record }: FigureLine) => ({
    selected: keys.has(place),
    column: place === active ? column : null,
    editing: editing?.place === place && editing.what.startsWith('cell:') ? editing.what.slice('cell:'.length) : null,
    left: left.has(record),
    onSave: corrections.setCell,
    onEndEdit: endEdit,
  });
  // taken from the first list to the last, in the order of the lines
  let room = useGradually(order.length, active === null ? 0 : order.indexOf(active) + 1, AT_ONCE);
  const drawn = <T,>(all: readonly T[]): readonly T[] => {
    const part = all.slice(0, Math.max(0, room));
    room -= all.length;
    return part;
  };
  const selectAll = (rows: readonly PreviewRow[]) => <button type="button" className="quiet" onClick={() => selection.selectAll(rows.map((row) => row.key))}>{t('import.selectGroup')}</button>;
  const table = (each: FigureTable) => <FigureRows key={each.key} table={each} lines={drawn(each.lines)} propsOf={figureProps} />;

  return (
    <div {...gridProps} aria-label={t('import.recognised')} className={classes.grid}>
      {shown.doubts.length === 0 ? null : (
        <div role="rowgroup" className={classes.section} data-doubts>
          <GroupHead title={t('import.pleaseCheck')} count={shown.doubts.length} strong>
            <span><Kbd keys="y" /> {t('import.confirm')}</span>
          </GroupHead>
          {drawn(shown.doubts).map(({ key, row: doubtful, meeting }) => (
            doubtful
              ? <RowLine key={key} row={doubtful} child={false} kind {...lineProps(doubtPlace(key))} />
              : <MeetingLine key={key} meeting={meeting} {...lineProps(doubtPlace(key))} />
          ))}
        </div>
      )}
      {shown.sections.map(({ key, item, groups: kinds }, index) => (
        <div key={key} role="rowgroup" className={classes.section}>
          {item ? drawn([item]).map((row) => <RowLine key={row.key} row={row} child={false} number={row.left ? '' : `(${index + 1})`} heading {...lineProps(row.key)} />) : <GroupHead title={t('import.outsideItems')} strong />}
          {kinds.map((group) => (
            <PointRows key={group.key} group={group} rows={drawn(group.rows)} aside={selectAll(group.rows)} lineProps={lineProps} />
          ))}
        </div>
      ))}
      <Listed title={t('words.indicator')} count={shown.indicators.reduce((sum, { lines }) => sum + lines.filter(({ form, record }) => form === 'columns' && !left.has(record)).length, 0)} empty={shown.indicators.length === 0}>
        {shown.indicators.map(table)}
      </Listed>
      <Listed title={t('words.action')} count={shown.actions.filter((action) => !action.left).length} empty={shown.actions.length === 0}>
        {shown.actions.map((action) => (
          <div key={action.key} className={classes.action}>
            {drawn([action]).map(() => <ActionTitle key={action.key} title={action.title} left={action.left} {...lineProps(action.key)} />)}
            {table(action.table)}
          </div>
        ))}
      </Listed>
      <Listed title={t('import.meetings')} count={shown.meetings.filter((meeting) => !meeting.left).length} empty={shown.meetings.length === 0}>
        {drawn(shown.meetings).map((meeting) => <MeetingLine key={meeting.key} meeting={meeting} {...lineProps(meeting.key)} />)}
      </Listed>
      <Listed title={t('import.members')} count={shown.members.filter((member) => !member.left).length} empty={shown.members.length === 0}>
        {drawn(shown.members).map((member) => <MemberLine key={member.key} member={member} {...lineProps(member.key)} />)}
      </Listed>
      {shown.excerpts.map((group) => {
        const rows = rowsOf(group);
        return (
          <Listed key={group.kind} title={t(`words.record.${group.kind}`)} count={rows.filter((row) => row.kind === group.kind && !row.left).length} aside={selectAll(rows)}>
            {group.runs.map((run) => {
              const lines = drawn(run.rows);
              const section = sectionSaid(group, run.section);
              return lines.length === 0 ? null : (
                <div key={run.rows[0]?.one.key} className={classes.run}>
                  {section === '' ? null : <RunHead>{section}</RunHead>}
                  {lines.map(({ one, child }) => <RowLine key={one.key} row={one} child={child} kind={child && one.kind !== group.kind} {...lineProps(one.key)} />)}
                </div>
              );
            })}
          </Listed>
        );
      })}
    </div>
  );
}

type LinePropsOf = (place: string) => { place: string; selected: boolean; tabStop: boolean; editing: Editing['what'] | null; corrections: Corrections; onEndEdit: () => void };

/** The points of one kind, numbered; child lines stand behind their point without a number. */
function PointRows({ group, rows, aside, lineProps }: { group: RowGroup; rows: readonly PreviewRow[]; aside: ReactNode; lineProps: LinePropsOf }) {
  const t = useT();
  const shown = new Set(group.rows.map((row) => row.key));
  let number = 0;
  return (
    <>
      <GroupHead title={t(`words.record.${group.kind}`)} count={group.rows.filter((row) => !row.left && row.parent === null).length}>{aside}</GroupHead>
      {rows.map((row) => {
        const child = row.parent !== null && shown.has(row.parent);
        if (!child && !row.left) number += 1;
        return <RowLine key={row.key} row={row} child={child} number={child || row.left ? '' : formatCounter('circled', number)} {...lineProps(row.key)} />;
      })}
    </>
  );
}
