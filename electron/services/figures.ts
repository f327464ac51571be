import { v7 as uuidv7 } from 'uuid';
import { figureFields, listActions, listIndicators } from '../../db/queries/programme.ts';
import { ranksBehind } from '../../db/queries/ranks.ts';
import type { RankedTable } from '../../db/queries/ranks.ts';
import { actionCell, actionPlan, actionProgress, indicatorValue } from '../../db/schema/index.ts';
import { AppError } from '../contract/errors.ts';
import type { ParsedInputOf } from '../contract/index.ts';
import type { Context, Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';
import { keepAction, keepIndicator } from './records/put-programme.ts';

/** What a person corrected in one record of a list, by ids. @throws AppError not-found for one that does not belong there */
function known<T extends { id: string }>(corrected: readonly T[], standing: readonly { id: string }[]): readonly T[] {
  const ids = new Set(standing.map(({ id }) => id));
  if (corrected.some(({ id }) => !ids.has(id))) throw new AppError('not-found');
  return corrected;
}

/** What comes in behind all there is of a table, each with an id and a rank of its own. */
function incoming<T>({ store }: Context, table: RankedTable, committeeId: string, fresh: readonly T[]): { id: string; rank: string; one: T }[] {
  const ranks = ranksBehind(store.connection.orm, table, committeeId, fresh.length);
  return fresh.map((one, i) => ({ id: uuidv7(), rank: ranks[i] ?? '', one }));
}

function updateIndicator(context: Context, { committeeId, id, name, note, base, target, values = [], addValues = [] }: ParsedInputOf<'indicators.update'>): void {
  requireRecords(context, committeeId);
  const [indicator] = listIndicators(context.store.connection.orm, committeeId, [id]);
  if (indicator === undefined) throw new AppError('not-found');
  const corrected = known(values, indicator.values);
  const fresh = incoming(context, indicatorValue, committeeId, addValues);
  changeDossier(context, committeeId, (draft) => {
    const figures = { ...(base === undefined ? {} : figureFields.base(base)), ...(target === undefined ? {} : figureFields.target(target)) };
    const changes = [
      draft.edit('indicator', id, { name, note, ...figures }),
      ...corrected.map(({ id: valueId, value }) => draft.edit('indicatorValue', valueId, { value })),
    ];
    for (const { id: valueId, rank, one } of fresh) draft.add('indicatorValue', valueId, { ...one, indicatorId: id, rank });
    if (changes.includes(true) || fresh.length > 0) keepIndicator(draft, indicator);
  });
}

function updateAction(context: Context, { committeeId, id, title, ...parts }: ParsedInputOf<'actions.update'>): void {
  requireRecords(context, committeeId);
  const [action] = listActions(context.store.connection.orm, committeeId, [id]);
  if (action === undefined) throw new AppError('not-found');
  const plans = known(parts.plans ?? [], action.plans);
  const cells = known(parts.cells ?? [], action.plans.flatMap((plan) => plan.cells));
  const progress = known(parts.progress ?? [], action.progress);
  known((parts.addCells ?? []).map(({ planId }) => ({ id: planId })), action.plans);
  const newPlans = incoming(context, actionPlan, committeeId, parts.addPlans ?? []);
  const cellsOfPlans = newPlans.flatMap(({ id: planId, one }) => one.cells.map((cell) => ({ ...cell, planId })));
  const newCells = incoming(context, actionCell, committeeId, [...(parts.addCells ?? []), ...cellsOfPlans]);
  const newProgress = incoming(context, actionProgress, committeeId, parts.addProgress ?? []);
  changeDossier(context, committeeId, (draft) => {
    const changes = [
      draft.edit('action', id, { title }),
      ...plans.map(({ id: planId, reason }) => draft.edit('actionPlan', planId, { reason })),
      ...cells.map(({ id: cellId, text }) => draft.edit('actionCell', cellId, { text })),
      ...progress.map(({ id: doneId, status, text }) => draft.edit('actionProgress', doneId, { status, text })),
    ];
    for (const { id: planId, rank, one: { cells: _cells, ...plan } } of newPlans) draft.add('actionPlan', planId, { ...plan, actionId: id, rank });
    for (const { id: cellId, rank, one } of newCells) draft.add('actionCell', cellId, { ...one, rank });
    for (const { id: doneId, rank, one } of newProgress) draft.add('actionProgress', doneId, { ...one, actionId: id, rank });
    if (changes.includes(true) || newPlans.length + newCells.length + newProgress.length > 0) keepAction(draft, action);
  });
}

/** 指標・実施項目: figures and plans of papers, as a person puts them right or adds what a reading missed. */
export const figureHandlers = {
  'indicators.update': (context, input) => {
    updateIndicator(context, input);
    return {};
  },
  'actions.update': (context, input) => {
    updateAction(context, input);
    return {};
  },
} satisfies Partial<Handlers>;
