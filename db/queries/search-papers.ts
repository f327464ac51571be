import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { action, actionCell, actionPlan, actionProgress, excerpt, indicator, indicatorValue, paper, passage } from '../schema/index.ts';

/** A found record that was read from a paper: which excerpt, indicator or action it is or belongs to, and what it is told by. */
type Owner = { recordId: string; id: string; name: string };
/** Where such a record stands. */
export type PaperPlace = { kind: 'excerpt' | 'indicator' | 'action'; id: string; place: string; paperId: string | null; offset: number | null };

type Finder = { kind: PaperPlace['kind']; find: (orm: Orm, dossierId: string, ids: string[]) => Owner[] };

/** For each table: the records of `ids`, each with its owner. What belongs to an action leads to the action. */
const FINDERS: Readonly<Record<string, Finder>> = {
  excerpt: {
    kind: 'excerpt',
    find: (orm, dossierId, ids) => orm.select({ recordId: excerpt.id, id: excerpt.id, name: excerpt.speaker }).from(excerpt)
      .where(and(eq(excerpt.dossierId, dossierId), inArray(excerpt.id, ids))).all(),
  },
  indicator: { kind: 'indicator', find: (_orm, _dossierId, ids) => ids.map((id) => ({ recordId: id, id, name: '' })) },
  indicatorValue: {
    kind: 'indicator',
    find: (orm, dossierId, ids) => orm.select({ recordId: indicatorValue.id, id: indicator.id, name: indicator.name }).from(indicatorValue)
      .innerJoin(indicator, and(eq(indicator.dossierId, indicatorValue.dossierId), eq(indicator.id, indicatorValue.indicatorId)))
      .where(and(eq(indicatorValue.dossierId, dossierId), inArray(indicatorValue.id, ids))).all(),
  },
  action: { kind: 'action', find: (_orm, _dossierId, ids) => ids.map((id) => ({ recordId: id, id, name: '' })) },
  actionPlan: {
    kind: 'action',
    find: (orm, dossierId, ids) => orm.select({ recordId: actionPlan.id, id: action.id, name: action.title }).from(actionPlan)
      .innerJoin(action, and(eq(action.dossierId, actionPlan.dossierId), eq(action.id, actionPlan.actionId)))
      .where(and(eq(actionPlan.dossierId, dossierId), inArray(actionPlan.id, ids))).all(),
  },
  actionCell: {
    kind: 'action',
    find: (orm, dossierId, ids) => orm.select({ recordId: actionCell.id, id: action.id, name: action.title }).from(actionCell)
      .innerJoin(actionPlan, and(eq(actionPlan.dossierId, actionCell.dossierId), eq(actionPlan.id, actionCell.planId)))
      .innerJoin(action, and(eq(action.dossierId, actionPlan.dossierId), eq(action.id, actionPlan.actionId)))
      .where(and(eq(actionCell.dossierId, dossierId), inArray(actionCell.id, ids))).all(),
  },
  actionProgress: {
    kind: 'action',
    find: (orm, dossierId, ids) => orm.select({ recordId: actionProgress.id, id: action.id, name: action.title }).from(actionProgress)
      .innerJoin(action, and(eq(action.dossierId, actionProgress.dossierId), eq(action.id, actionProgress.actionId)))
      .where(and(eq(actionProgress.dossierId, dossierId), inArray(actionProgress.id, ids))).all(),
  },
};

/**
 * Where records read from papers stand: in which paper and at which offset, who says it, which action it belongs to. By
 * table and id; a statement or two for each table there is.
 * @param idsOf the ids found in a table
 */
export function paperRecordPlaces(orm: Orm, dossierId: string, idsOf: (table: string) => string[]): Map<string, PaperPlace> {
  const owners = Object.entries(FINDERS).flatMap(([table, { kind, find }]) => {
    const ids = idsOf(table);
    return ids.length === 0 ? [] : find(orm, dossierId, ids).map((owner) => ({ table, kind, ...owner }));
  });
  const lines = owners.length === 0 ? new Map<string, Line>() : firstLines(orm, dossierId, [...new Set(owners.map(({ id }) => id))]);
  return new Map(owners.map(({ table, kind, recordId, id, name }) => {
    const line = lines.get(id);
    const place = [line?.paper ?? '', name].filter((part) => part !== '').join('　');
    return [`${table} ${recordId}`, { kind, id, place, paperId: line?.paperId ?? null, offset: line?.start ?? null }];
  }));
}

type Line = { paperId: string; paper: string; start: number };

/** The first place of each record, in a paper that stands before one that was replaced. */
function firstLines(orm: Orm, dossierId: string, ids: string[]): Map<string, Line> {
  const rows = orm.select({ ownerId: passage.ownerId, paperId: paper.id, title: paper.title, label: paper.label, start: passage.start }).from(passage)
    .innerJoin(paper, and(eq(paper.dossierId, passage.dossierId), eq(paper.id, passage.paperId)))
    .where(and(eq(passage.dossierId, dossierId), inArray(passage.ownerId, ids)))
    .orderBy(isNotNull(paper.replacedBy), asc(paper.rank), asc(paper.id), asc(passage.start), asc(passage.id)).all();
  return new Map(rows.toReversed().map(({ ownerId, paperId, title, label, start }) => [ownerId, { paperId, paper: label || title, start }]));
}
