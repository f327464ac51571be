import { useCallback, type ReactNode } from 'react';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { go, OUTSIDE_ITEMS, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { FigureRows } from '../../shared/figure-lines.tsx';
import type { FigureLine, FigureTable } from '../../shared/figure-table.ts';
import { sectionSaid } from '../../shared/excerpt-groups.ts';
import { GroupHead, Listed, RunHead } from '../../shared/group-head.tsx';
import { useGradually } from '../../shared/use-gradually.ts';
import { useRecordGrid } from '../../shared/use-record-grid.ts';
import type { useRowSelection } from '../../shared/use-row-selection.ts';
import type { PaperRecords } from './paper-records.ts';
import { ActionTitle, ExcerptLine, MadeLine } from './record-lines.tsx';
import type { RecordEditing } from './records-pane.tsx';
import type { RecordEdits } from './use-record-edits.ts';
import classes from '../../shared/record-list.module.css';

/** Lines drawn at once: more than the tallest window shows. */
const AT_ONCE = 60;

export type RecordsListProps = {
  committeeId: string;
  shown: PaperRecords;
  made: ReadonlySet<string>;
  selection: ReturnType<typeof useRowSelection>;
  editing: RecordEditing | null;
  edits: RecordEdits;
  onEdit: (editing: RecordEditing) => void;
  onEndEdit: () => void;
  onHover: (place: string | null) => void;
};

/** The records of a paper in the order of its preview. What has a screen of its own leads there; the rest is edited here. */
export function RecordsList({ committeeId, shown, made, selection, editing, edits, onEdit, onEndEdit, onHover }: RecordsListProps) {
  const t = useT();
  const { active, keys } = selection;
  const placeOf = placesOf(committeeId, shown);
  const { column, keepFocus, gridProps } = useRecordGrid({
    selection,
    editing: editing !== null,
    onEdit: (cell) => {
      if (active === null) return;
      const href = placeOf.get(active);
      if (href) go(href.path, href.focus);
      else onEdit({ place: active, what: cell === null ? 'text' : `cell:${cell}` });
    },
    onHover,
    drawn: shown,
  });
  const endEdit = useCallback(() => {
    keepFocus();
    onEndEdit();
  }, [keepFocus, onEndEdit]);
  const lineProps = (place: string) => ({ place, selected: keys.has(place), tabStop: place === active });
  const editProps = (place: string) => ({ ...lineProps(place), editing: editing?.place === place ? editing.what : null, edits, onEndEdit: endEdit });
  const figureProps = ({ place }: FigureLine) => ({
    selected: keys.has(place),
    column: place === active ? column : null,
    editing: editing?.place === place && editing.what.startsWith('cell:') ? editing.what.slice('cell:'.length) : null,
    onSave: edits.setCell,
    onEndEdit: endEdit,
    keepAs: keptName,
  });
  const hrefOf = (id: string) => placeOf.get(id) ?? null;
  let room = useGradually(shown.order.length, active === null ? 0 : shown.order.indexOf(active) + 1, AT_ONCE);
  const drawn = <T,>(all: readonly T[]): readonly T[] => {
    const part = all.slice(0, Math.max(0, room));
    room -= all.length;
    return part;
  };
  const table = (each: FigureTable): ReactNode => <FigureRows key={each.key} table={each} lines={drawn(each.lines)} propsOf={figureProps} />;

  return (
    <div {...gridProps} aria-label={t('import.recognised')} className={classes.grid}>
      {shown.sections.map(({ key, item, points }) => (
        <div key={key} role="rowgroup" className={classes.section}>
          {item && made.has(item.id) ? drawn([item]).map(() => <MadeLine key={key} number={item.number} text={item.title} heading href={hrefOf(item.id)} {...lineProps(item.id)} />)
            : <GroupHead title={item ? `${item.number}　${item.title}` : t('import.outsideItems')} strong />}
          {points.map((group) => (
            <div key={group.kind}>
              <GroupHead title={t(`words.point.${group.kind}`)} count={group.points.length} />
              {drawn(group.points).map((point) => <MadeLine key={point.id} number={point.number} text={point.text} cities={point.cities} child={point.parentId !== null} href={hrefOf(point.id)} {...lineProps(point.id)} />)}
            </div>
          ))}
        </div>
      ))}
      <Listed title={t('words.indicator')} count={shown.indicators.reduce((sum, { lines }) => sum + lines.filter(({ form }) => form === 'columns').length, 0)} empty={shown.indicators.length === 0}>
        {shown.indicators.map(table)}
      </Listed>
      <Listed title={t('words.action')} count={shown.actions.length} empty={shown.actions.length === 0}>
        {shown.actions.map(({ action, table: plan }) => (
          <div key={action.id} className={classes.action}>
            {drawn([action]).map(() => <ActionTitle key={action.id} title={action.title} {...editProps(action.id)} />)}
            {table(plan)}
          </div>
        ))}
      </Listed>
      <Listed title={t('import.meetings')} count={shown.meetings.length} empty={shown.meetings.length === 0}>
        {drawn(shown.meetings).map(({ id, dateRaw, label, topics }) => <MadeLine key={id} text={[dateRaw, label].filter((word) => word !== '').join('　')} note={topics} href={hrefOf(id)} {...lineProps(id)} />)}
      </Listed>
      <Listed title={t('words.record.agenda')} count={shown.agenda.length} empty={shown.agenda.length === 0}>
        {drawn(shown.agenda).map(({ id, number, title }) => <MadeLine key={id} number={number} text={title} href={hrefOf(id)} {...lineProps(id)} />)}
      </Listed>
      <Listed title={t('import.members')} count={shown.members.length} empty={shown.members.length === 0}>
        {drawn(shown.members).map(({ id, name, role, affiliation, field }) => <MadeLine key={id} text={name} beside={[t(`words.role.${role}`), affiliation, field].filter((word) => word !== '').join('　')} href={hrefOf(id)} {...lineProps(id)} />)}
      </Listed>
      {shown.excerpts.map((group) => (
        <Listed key={group.kind} title={t(`words.record.${group.kind}`)} count={group.count}>
          {group.runs.map((run) => {
            const lines = drawn(run.rows);
            const section = sectionSaid(group, run.section);
            return lines.length === 0 ? null : (
              <div key={run.rows[0]?.one.id} className={classes.run}>
                {section === '' ? null : <RunHead>{section}</RunHead>}
                {lines.map(({ one, child }) => <ExcerptLine key={one.id} excerpt={one} child={child} kind={child && one.kind !== group.kind} {...editProps(one.id)} />)}
              </div>
            );
          })}
        </Listed>
      ))}
    </div>
  );
}

const keptName = (record: string, cell: string) => `figure.${record}.${cell}`;

type Place = { path: string; focus: Parameters<typeof go>[1] };

/** Where records are that have a screen of their own; the library has none. */
function placesOf(committeeId: string, { sections, meetings, agenda, members }: PaperRecords): ReadonlyMap<string, Place> {
  if (committeeId === LIBRARY_ID) return new Map();
  return new Map<string, Place>([
    ...sections.flatMap(({ item, points }): [string, Place][] => [
      ...(item ? [[item.id, { path: routes.board(committeeId, item.id), focus: {} }] as [string, Place]] : []),
      ...points.flatMap((group) => group.points.map((point): [string, Place] => [point.id, { path: routes.board(committeeId, point.itemId ?? OUTSIDE_ITEMS), focus: { pointId: point.id } }])),
    ]),
    ...meetings.map(({ id }): [string, Place] => [id, { path: routes.meetings(committeeId, id), focus: {} }]),
    ...agenda.map(({ id, meetingId }): [string, Place] => [id, { path: routes.meetings(committeeId, meetingId), focus: { agendaItemId: id } }]),
    ...members.map(({ id }): [string, Place] => [id, { path: routes.meetings(committeeId), focus: { memberId: id } }]),
  ]);
}
