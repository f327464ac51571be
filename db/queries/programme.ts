import { asc } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { action, actionCell, actionPlan, actionProgress, indicator, indicatorValue } from '../schema/index.ts';
import { among } from './among.ts';

/** A number with what or when it is of; all empty where the paper has none. */
export type Figure = { label: string; value: string; unit: string };

/** The figure that three fields hold; null where nothing is written in them. */
const figureIn = (label: string, value: string, unit: string): Figure | null => (label + value + unit === '' ? null : { label, value, unit });

/** The fields in which an indicator holds its base and its target. */
export const figureFields = {
  base: (figure: Figure | null) => ({ baseLabel: figure?.label ?? '', baseValue: figure?.value ?? '', baseUnit: figure?.unit ?? '' }),
  target: (figure: Figure | null) => ({ targetLabel: figure?.label ?? '', targetValue: figure?.value ?? '', targetUnit: figure?.unit ?? '' }),
};

/** The dossier's indicators in the order they were taken in, each with its values; or those of `ids` among them. */
export function listIndicators(orm: Orm, dossierId: string, ids?: readonly string[]) {
  const values = byOwner(
    orm.select({ id: indicatorValue.id, of: indicatorValue.indicatorId, label: indicatorValue.label, value: indicatorValue.value }).from(indicatorValue)
      .where(among({ dossierId: indicatorValue.dossierId, id: indicatorValue.indicatorId }, dossierId, ids)).orderBy(asc(indicatorValue.rank), asc(indicatorValue.id)).all(),
  );
  return orm.select().from(indicator).where(among(indicator, dossierId, ids)).orderBy(asc(indicator.rank), asc(indicator.id)).all().map((one) => ({
    id: one.id, name: one.name, marker: one.marker,
    base: figureIn(one.baseLabel, one.baseValue, one.baseUnit),
    values: values.get(one.id) ?? [],
    target: figureIn(one.targetLabel, one.targetValue, one.targetUnit),
    note: one.note,
  }));
}

/** The dossier's actions in the order they were taken in, each with its plan and progress; or those of `ids` among them. */
export function listActions(orm: Orm, dossierId: string, ids?: readonly string[]) {
  const plans = orm.select({ id: actionPlan.id, of: actionPlan.actionId, kind: actionPlan.kind, revision: actionPlan.revision, reason: actionPlan.reason }).from(actionPlan)
    .where(among({ dossierId: actionPlan.dossierId, id: actionPlan.actionId }, dossierId, ids)).orderBy(asc(actionPlan.rank), asc(actionPlan.id)).all();
  const cells = orm.select({ id: actionCell.id, of: actionCell.planId, year: actionCell.year, text: actionCell.text }).from(actionCell)
    .where(among({ dossierId: actionCell.dossierId, id: actionCell.planId }, dossierId, ids === undefined ? undefined : plans.map(({ id }) => id)))
    .orderBy(asc(actionCell.rank), asc(actionCell.id)).all();
  const progress = orm
    .select({ id: actionProgress.id, of: actionProgress.actionId, year: actionProgress.year, kind: actionProgress.kind, status: actionProgress.status, text: actionProgress.text, note: actionProgress.note })
    .from(actionProgress).where(among({ dossierId: actionProgress.dossierId, id: actionProgress.actionId }, dossierId, ids))
    .orderBy(asc(actionProgress.rank), asc(actionProgress.id)).all();
  const [plansOf, cellsOf, progressOf] = [byOwner(plans), byOwner(cells), byOwner(progress)];
  return orm.select({ id: action.id, title: action.title }).from(action).where(among(action, dossierId, ids)).orderBy(asc(action.rank), asc(action.id)).all().map((one) => ({
    ...one,
    plans: (plansOf.get(one.id) ?? []).map((plan) => ({ ...plan, cells: cellsOf.get(plan.id) ?? [] })),
    progress: progressOf.get(one.id) ?? [],
  }));
}

/** Rows by the record they belong to, which is then left out of them. */
function byOwner<T extends { of: string }>(rows: readonly T[]): Map<string, Omit<T, 'of'>[]> {
  return new Map([...Map.groupBy(rows, ({ of }) => of)].map(([owner, own]) => [owner, own.map(({ of: _of, ...row }) => row)]));
}

export type StandingIndicator = ReturnType<typeof listIndicators>[number];
export type StandingAction = ReturnType<typeof listActions>[number];
