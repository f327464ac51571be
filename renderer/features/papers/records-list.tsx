import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { go, OUTSIDE_ITEMS, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { GroupHead } from '../../shared/group-head.tsx';
import { ActionTitle, ExcerptGroups, FigureGroups, LineGroup } from '../../shared/record-groups.tsx';
import { useRecordList } from '../../shared/use-record-list.ts';
import { useRowDrag, type Side } from '../../shared/use-row-drag.ts';
import type { useRowSelection } from '../../shared/use-row-selection.ts';
import { excerptStep, isCompany } from './move-excerpt.ts';
import type { Made, PaperRecords } from './paper-records.ts';
import { ExcerptLine, MadeLine } from './record-lines.tsx';
import type { RecordEditing } from './records-pane.tsx';
import type { RecordEdits } from './use-record-edits.ts';
import classes from '../../shared/record-list.module.css';

export type RecordsListProps = {
  committeeId: string;
  shown: PaperRecords;
  made: Made;
  selection: ReturnType<typeof useRowSelection>;
  editing: RecordEditing | null;
  edits: RecordEdits;
  /** Puts an excerpt beside another. */
  onMove: (id: string, besideId: string, side: Side) => unknown;
  onEdit: (editing: RecordEditing) => void;
  onEndEdit: () => void;
  onHover: (place: string | null) => void;
};

/** The records of a paper in the order of its preview. What has a screen of its own leads there; the rest is edited here, and excerpts are put in order. */
export function RecordsList({ committeeId, shown, made, selection, editing, edits, onMove, onEdit, onEndEdit, onHover }: RecordsListProps) {
  const t = useT();
  const { active } = selection;
  const placeOf = placesOf(committeeId, shown);
  const { gridProps, endEdit, isDrawn, editingAt, figureProps, lineProps } = useRecordList({
    selection,
    order: shown.order,
    editing,
    onEdit: (cell) => {
      if (active === null) return;
      const href = placeOf.get(active);
      if (href) go(href.path, href.focus);
      else onEdit({ place: active, what: cell === null ? 'text' : `cell:${cell}` });
    },
    onEndEdit,
    onHover,
    onShift: (place, by) => {
      const step = excerptStep(shown.excerpts, place, by);
      if (step) onMove(place, step.besideId, step.side);
    },
    drawn: shown,
  });
  const drag = useRowDrag({
    mayDrag: (place) => editing === null && isCompany(shown.excerpts, place, place),
    mayDrop: (place, beside) => isCompany(shown.excerpts, place, beside),
    onDrop: onMove,
  });
  const hrefOf = (id: string) => placeOf.get(id) ?? null;
  const idOf = ({ id }: { id: string }) => id;

  return (
    <div {...gridProps} {...drag} aria-label={t('import.recognised')} className={classes.grid}>
      {shown.sections.map(({ key, item, points }) => (
        <div key={key} role="rowgroup" className={classes.section}>
          {item === null || !made.has(item.id) ? <GroupHead title={item ? `${item.number}　${item.title}` : t('import.outsideItems')} strong />
            : isDrawn(item.id) ? <MadeLine number={item.number} text={item.title} heading href={hrefOf(item.id)} {...lineProps(item.id)} /> : null}
          {points.map((group) => (
            <div key={group.kind}>
              <GroupHead title={t(`words.point.${group.kind}`)} count={group.points.length} />
              {group.points.filter(({ id }) => isDrawn(id)).map((point) => <MadeLine key={point.id} number={point.number} text={point.text} cities={point.cities} child={point.parentId !== null} href={hrefOf(point.id)} {...lineProps(point.id)} />)}
            </div>
          ))}
        </div>
      ))}
      <FigureGroups
        indicators={shown.indicators}
        actions={shown.actions}
        isDrawn={isDrawn}
        propsOf={(line) => ({ ...figureProps(line), onSave: edits.setCell, keepAs: keptName })}
        titleLine={({ key, title }) => <ActionTitle title={title} {...lineProps(key)} editing={editingAt(key) === 'text'} keepAs={keptName(key, 'title')} onSave={edits.setCell} onEndEdit={endEdit} />}
      />
      <LineGroup title={t('import.meetings')} all={shown.meetings} placeOf={idOf} isDrawn={isDrawn} line={({ id, dateRaw, label, topics }) => <MadeLine key={id} text={[dateRaw, label].filter((word) => word !== '').join('　')} note={topics} href={hrefOf(id)} {...lineProps(id)} />} />
      <LineGroup title={t('words.record.agenda')} all={shown.agenda} placeOf={idOf} isDrawn={isDrawn} line={({ id, number, title }) => <MadeLine key={id} number={number} text={title} href={hrefOf(id)} {...lineProps(id)} />} />
      <LineGroup title={t('import.members')} all={shown.members} placeOf={idOf} isDrawn={isDrawn} line={({ id, name, role, affiliation, field }) => <MadeLine key={id} text={name} beside={[t(`words.role.${role}`), affiliation, field].filter((word) => word !== '').join('　')} href={hrefOf(id)} {...lineProps(id)} />} />
      <ExcerptGroups
        groups={shown.excerpts}
        isDrawn={isDrawn}
        line={({ one, child }, kind) => <ExcerptLine key={one.id} excerpt={one} child={child} kind={kind} {...lineProps(one.id)} editing={editingAt(one.id)} edits={edits} onEndEdit={endEdit} />}
      />
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
