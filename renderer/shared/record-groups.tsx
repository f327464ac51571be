import { memo, type ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { sectionSaid, type ExcerptGroup, type ExcerptRow } from './excerpt-groups.ts';
import { FigureRows, type FigureLineProps } from './figure-lines.tsx';
import type { FigureLine, FigureTable, ListedAction } from './figure-table.ts';
import { Listed, RunHead } from './group-head.tsx';
import { InlineEdit } from './inline-edit.tsx';
import { RecordLine, type RecordLineProps } from './record-line.tsx';
import classes from './record-line.module.css';
import listClasses from './record-list.module.css';


/** Indicators as tables, and actions with their plans. */
export function FigureGroups({ indicators, actions, isLeft = () => false, isDrawn, propsOf, titleLine }: {
  indicators: readonly FigureTable[];
  actions: readonly ListedAction[];
  /** Whether an indicator is left out: such are shown, but not counted. */
  isLeft?: (record: string) => boolean;
  isDrawn: (place: string) => boolean;
  propsOf: (line: FigureLine) => FigureLineProps;
  titleLine: (action: ListedAction) => ReactNode;
}) {
  const t = useT();
  const rows = (table: FigureTable) => <FigureRows key={table.key} table={table} lines={table.lines.filter(({ place }) => isDrawn(place))} propsOf={propsOf} />;
  const counted = indicators.reduce((sum, { lines }) => sum + lines.filter(({ form, record }) => form === 'columns' && !isLeft(record)).length, 0);
  return (
    <>
      <Listed title={t('words.indicator')} count={counted} empty={indicators.length === 0}>{indicators.map(rows)}</Listed>
      <Listed title={t('words.action')} count={actions.filter(({ left }) => !left).length} empty={actions.length === 0}>
        {actions.map((action) => (
          <div key={action.key} className={listClasses.action}>
            {isDrawn(action.key) ? titleLine(action) : null}
            {rows(action.table)}
          </div>
        ))}
      </Listed>
    </>
  );
}

/** Excerpts by kind and by the headings they stand under. @param line one of them; `kind` where it should say its own, which is not that of the group */
export function ExcerptGroups<T extends { key: string; kind: ExcerptGroup<T>['kind'] }>({ groups, countOf, aside, isDrawn, line }: {
  groups: readonly ExcerptGroup<T>[];
  countOf?: (group: ExcerptGroup<T>) => number;
  aside?: (group: ExcerptGroup<T>) => ReactNode;
  isDrawn: (place: string) => boolean;
  line: (row: ExcerptRow<T>, kind: boolean) => ReactNode;
}) {
  const t = useT();
  return groups.map((group) => (
    <Listed key={group.kind} title={t(`words.record.${group.kind}`)} count={countOf?.(group) ?? group.count} aside={aside?.(group)}>
      {group.runs.map((run) => {
        const rows = run.rows.filter(({ one }) => isDrawn(one.key));
        const section = sectionSaid(group, run.section);
        return rows.length === 0 ? null : (
          <div key={run.key} className={listClasses.run}>
            {section === '' ? null : <RunHead>{section}</RunHead>}
            {rows.map((row) => line(row, row.child && row.one.kind !== group.kind))}
          </div>
        );
      })}
    </Listed>
  ));
}

/** A titled part of a list whose lines are all alike. */
export function LineGroup<T>({ title, all, countOf, placeOf, isDrawn, line }: {
  title: string;
  all: readonly T[];
  countOf?: (all: readonly T[]) => number;
  placeOf: (one: T) => string;
  isDrawn: (place: string) => boolean;
  line: (one: T) => ReactNode;
}) {
  return <Listed title={title} count={countOf?.(all) ?? all.length} empty={all.length === 0}>{all.filter((one) => isDrawn(placeOf(one))).map(line)}</Listed>;
}

/** The title of an action, above its plan. */
export const ActionTitle = memo(function ActionTitle({ title, left = false, editing, keepAs, onSave, onEndEdit, ...line }: RecordLineProps & {
  title: string;
  left?: boolean;
  editing: boolean;
  keepAs?: string;
  onSave: (record: string, cell: 'title', text: string) => Promise<unknown> | void;
  onEndEdit: () => void;
}) {
  const t = useT();
  return (
    <RecordLine left={left} heading {...line}>
      {editing ? (
        <InlineEdit singleLine value={title} label={t('import.editText')} {...(keepAs === undefined ? {} : { keepAs })} onSave={(text) => onSave(line.place, 'title', text)} onClose={onEndEdit} />
      ) : <span className={classes.text}>{title}</span>}
    </RecordLine>
  );
});

