import type { ReactNode } from 'react';
import { formatCounter } from '../../../db/domain/counters.ts';
import type { PreviewRow, RowGroup } from '../../../electron/contract/preview/preview.ts';
import { useT } from '../../i18n/index.ts';
import { rowsOf } from '../../shared/excerpt-groups.ts';
import { GroupHead } from '../../shared/group-head.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { ActionTitle, ExcerptGroups, FigureGroups, LineGroup } from '../../shared/record-groups.tsx';
import { useRecordList } from '../../shared/use-record-list.ts';
import type { useRowSelection } from '../../shared/use-row-selection.ts';
import { doubtPlace, keyOfPlace, type Shown } from './places.ts';
import type { Editing } from './preview-screen.tsx';
import { MeetingLine, MemberLine, RowLine } from './row-line.tsx';
import type { Corrections } from './use-corrections.ts';
import classes from '../../shared/record-list.module.css';

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
  const { gridProps, endEdit, isDrawn, editingAt, figureProps, ...list } = useRecordList({
    selection,
    order,
    editing,
    onEdit: (cell) => onEdit(cell === null ? 'text' : `cell:${cell}`),
    onEndEdit,
    onHover,
    onShift: (place, by) => corrections.shift(keyOfPlace(place), by),
    drawn: shown,
  });
  const lineProps = (place: string) => ({ ...list.lineProps(place), editing: editingAt(place), corrections, onEndEdit: endEdit });
  const selectAll = (rows: readonly PreviewRow[]) => <button type="button" className="quiet" onClick={() => selection.selectAll(rows.map((row) => row.key))}>{t('import.selectGroup')}</button>;
  const taken = (all: readonly { left: boolean }[]) => all.filter((one) => !one.left).length;
  const keyOf = ({ key }: { key: string }) => key;

  return (
    <div {...gridProps} aria-label={t('import.recognised')} className={classes.grid}>
      {shown.doubts.length === 0 ? null : (
        <div role="rowgroup" className={classes.section} data-doubts>
          <GroupHead title={t('import.pleaseCheck')} count={shown.doubts.length} strong>
            <span><Kbd keys="y" /> {t('import.confirm')}</span>
          </GroupHead>
          {shown.doubts.filter(({ key }) => isDrawn(doubtPlace(key))).map(({ key, row: doubtful, meeting }) => (
            doubtful
              ? <RowLine key={key} row={doubtful} child={false} kind {...lineProps(doubtPlace(key))} />
              : <MeetingLine key={key} meeting={meeting} {...lineProps(doubtPlace(key))} />
          ))}
        </div>
      )}
      {shown.sections.map(({ key, item, groups: kinds }, index) => (
        <div key={key} role="rowgroup" className={classes.section}>
          {item === null ? <GroupHead title={t('import.outsideItems')} strong />
            : isDrawn(item.key) ? <RowLine row={item} child={false} number={item.left ? '' : `(${index + 1})`} heading {...lineProps(item.key)} /> : null}
          {kinds.map((group) => <PointRows key={group.key} group={group} isDrawn={isDrawn} aside={selectAll(group.rows)} lineProps={lineProps} />)}
        </div>
      ))}
      <FigureGroups
        indicators={shown.indicators}
        actions={shown.actions}
        isLeft={(record) => left.has(record)}
        isDrawn={isDrawn}
        propsOf={(line) => ({ ...figureProps(line), left: left.has(line.record), onSave: corrections.setCell })}
        titleLine={(action) => <ActionTitle title={action.title} left={action.left} {...list.lineProps(action.key)} editing={editingAt(action.key) === 'text'} onSave={corrections.setCell} onEndEdit={endEdit} />}
      />
      <LineGroup title={t('import.meetings')} all={shown.meetings} countOf={taken} placeOf={keyOf} isDrawn={isDrawn} line={(meeting) => <MeetingLine key={meeting.key} meeting={meeting} {...lineProps(meeting.key)} />} />
      <LineGroup title={t('import.members')} all={shown.members} countOf={taken} placeOf={keyOf} isDrawn={isDrawn} line={(member) => <MemberLine key={member.key} member={member} {...lineProps(member.key)} />} />
      <ExcerptGroups
        groups={shown.excerpts}
        countOf={(group) => taken(rowsOf(group).filter(({ kind }) => kind === group.kind))}
        aside={(group) => selectAll(rowsOf(group))}
        isDrawn={isDrawn}
        line={({ one, child }, kind) => <RowLine key={one.key} row={one} child={child} kind={kind} {...lineProps(one.key)} />}
      />
    </div>
  );
}

type LinePropsOf = (place: string) => { place: string; selected: boolean; tabStop: boolean; editing: Editing['what'] | null; corrections: Corrections; onEndEdit: () => void };

/** The points of one kind, numbered; child lines stand behind their point without a number. */
function PointRows({ group, isDrawn, aside, lineProps }: { group: RowGroup; isDrawn: (place: string) => boolean; aside: ReactNode; lineProps: LinePropsOf }) {
  const t = useT();
  const shown = new Set(group.rows.map((row) => row.key));
  let number = 0;
  return (
    <>
      <GroupHead title={t(`words.record.${group.kind}`)} count={group.rows.filter((row) => !row.left && row.parent === null).length}>{aside}</GroupHead>
      {group.rows.filter((row) => isDrawn(row.key)).map((row) => {
        const child = row.parent !== null && shown.has(row.parent);
        if (!child && !row.left) number += 1;
        return <RowLine key={row.key} row={row} child={child} number={child || row.left ? '' : formatCounter('circled', number)} {...lineProps(row.key)} />;
      })}
    </>
  );
}
