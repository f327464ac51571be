import { v7 as uuidv7 } from 'uuid';
import { excerptRows } from '../../db/queries/excerpts.ts';
import { passagesOfOwners, recordSources } from '../../db/queries/passages.ts';
import { figureFields, listActions, listIndicators } from '../../db/queries/programme.ts';
import { ranksBehind } from '../../db/queries/ranks.ts';
import { point } from '../../db/schema/index.ts';
import { fiscalYearsOf } from '../../db/domain/fiscal-year-label.ts';
import { AppError } from '../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../contract/index.ts';
import type { Context, Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';
import { standingRecords } from './records/entries.ts';
import { keepAction, keepIndicator } from './records/put-programme.ts';
import { SOURCED } from './records/sourced-tables.ts';

function listAll({ store, now }: Context, committeeId: string, paperId: string | undefined): OutputOf<'excerpts.all'> {
  const { orm } = store.connection;
  const sourceOf = recordSources(orm, committeeId, paperId);
  const sourced = <T extends { id: string }>(records: readonly T[]) => records.flatMap((one) => {
    const source = sourceOf.get(one.id) ?? (paperId === undefined ? { paperId: null, ranges: [] } : undefined);
    return source === undefined ? [] : [{ ...one, ...source }];
  });
  const today = now().getFullYear();
  return {
    excerpts: sourced(excerptRows(orm, committeeId)).map(({ rank: _rank, ...one }) => one),
    indicators: sourced(listIndicators(orm, committeeId)).map((one) => {
      const yearOf = fiscalYearsOf([one.base?.label, ...one.values.map(({ label }) => label), one.target?.label], today);
      return { ...one, values: one.values.map((value) => ({ ...value, fiscalYear: yearOf(value.label) })) };
    }),
    actions: sourced(listActions(orm, committeeId)).map((one) => {
      const written = [...one.plans.flatMap(({ revision, cells }) => [revision, ...cells.map(({ year }) => year)]), ...one.progress.map(({ year }) => year)];
      const yearOf = fiscalYearsOf(written, today);
      return {
        ...one,
        plans: one.plans.map((plan) => ({ ...plan, cells: plan.cells.map((cell) => ({ ...cell, fiscalYear: yearOf(cell.year) })) })),
        progress: one.progress.map((done) => ({ ...done, fiscalYear: yearOf(done.year) })),
      };
    }),
  };
}

/**
 * Makes points of excerpts, behind those there are: the text, and the lines it stands on. An excerpt that belongs to another
 * of its kind among them becomes a child line of that one's point. @throws AppError not-found
 */
function makePoints(context: Context, { committeeId, ids, kind, itemId }: ParsedInputOf<'excerpts.makePoints'>): { ids: string[] } {
  requireRecords(context, committeeId, ['item', itemId]);
  const { orm } = context.store.connection;
  const excerpts = new Map(excerptRows(orm, committeeId).map((one) => [one.id, one]));
  const wanted = new Map(ids.map((id) => [id, uuidv7()]));
  const passages = passagesOfOwners(orm, committeeId, ids);
  const ranks = ranksBehind(orm, point, committeeId, wanted.size);
  changeDossier(context, committeeId, (draft) => {
    for (const [id, pointId] of wanted) {
      const one = excerpts.get(id);
      if (one === undefined) throw new AppError('not-found');
      const above = excerpts.get(one.parentId ?? '');
      const parentId = above?.kind === one.kind ? (wanted.get(above.id) ?? null) : null;
      draft.add('point', pointId, { itemId, kind, text: one.text, parentId, reason: '', rank: ranks.shift() ?? '' });
      for (const passage of passages.get(id) ?? []) draft.add('passage', uuidv7(), { ...passage, ownerId: pointId });
    }
  });
  return { ids: ids.map((id) => wanted.get(id) ?? '') };
}

/** What a person corrected in one record of a list, by ids. @throws AppError not-found for one that does not belong there */
function known<T extends { id: string }>(corrected: readonly T[], standing: readonly { id: string }[]): readonly T[] {
  const ids = new Set(standing.map(({ id }) => id));
  if (corrected.some(({ id }) => !ids.has(id))) throw new AppError('not-found');
  return corrected;
}

function updateIndicator(context: Context, { committeeId, id, name, note, base, target, values = [] }: ParsedInputOf<'indicators.update'>): void {
  requireRecords(context, committeeId);
  const [indicator] = listIndicators(context.store.connection.orm, committeeId, [id]);
  if (indicator === undefined) throw new AppError('not-found');
  const corrected = known(values, indicator.values);
  changeDossier(context, committeeId, (draft) => {
    const figures = { ...(base === undefined ? {} : figureFields.base(base)), ...(target === undefined ? {} : figureFields.target(target)) };
    const changes = [
      draft.edit('indicator', id, { name, note, ...figures }),
      ...corrected.map(({ id: valueId, value }) => draft.edit('indicatorValue', valueId, { value })),
    ];
    if (changes.includes(true)) keepIndicator(draft, indicator);
  });
}

function updateAction(context: Context, { committeeId, id, title, ...parts }: ParsedInputOf<'actions.update'>): void {
  requireRecords(context, committeeId);
  const [action] = listActions(context.store.connection.orm, committeeId, [id]);
  if (action === undefined) throw new AppError('not-found');
  const plans = known(parts.plans ?? [], action.plans);
  const cells = known(parts.cells ?? [], action.plans.flatMap((plan) => plan.cells));
  const progress = known(parts.progress ?? [], action.progress);
  changeDossier(context, committeeId, (draft) => {
    const changes = [
      draft.edit('action', id, { title }),
      ...plans.map(({ id: planId, reason }) => draft.edit('actionPlan', planId, { reason })),
      ...cells.map(({ id: cellId, text }) => draft.edit('actionCell', cellId, { text })),
      ...progress.map(({ id: doneId, status, text }) => draft.edit('actionProgress', doneId, { status, text })),
    ];
    if (changes.includes(true)) keepAction(draft, action);
  });
}

/** Removes records with all that belongs to them; their passages stay, unseen, for the undo. @throws AppError not-found */
function remove(context: Context, { committeeId, ids }: ParsedInputOf<'excerpts.remove'>): void {
  requireRecords(context, committeeId);
  const { orm } = context.store.connection;
  const standing = standingRecords(orm, committeeId, ids).filter(({ table }) => REMOVABLE.has(table));
  if (standing.length < new Set(ids).size) throw new AppError('not-found');
  changeDossier(context, committeeId, (draft) => {
    for (const { table, id } of standing) SOURCED[table].remove({ orm, draft, dossierId: committeeId }, id);
  });
}

/** The others are removed where they are worked on. */
const REMOVABLE: ReadonlySet<string> = new Set(['excerpt', 'indicator', 'action']);

/** 記載・指標・実施項目: the operations of electron/contract/excerpts.ts. */
export const excerptHandlers = {
  'excerpts.all': (context, { committeeId, paperId }) => {
    requireRecords(context, committeeId, ['paper', paperId]);
    return listAll(context, committeeId, paperId);
  },
  'excerpts.update': (context, { committeeId, id, kind, text, speaker }) => {
    requireRecords(context, committeeId, ['excerpt', id]);
    changeDossier(context, committeeId, (draft) => draft.edit('excerpt', id, { kind, text, speaker }));
    return {};
  },
  'excerpts.makePoints': makePoints,
  'indicators.update': (context, input) => {
    updateIndicator(context, input);
    return {};
  },
  'actions.update': (context, input) => {
    updateAction(context, input);
    return {};
  },
  'excerpts.remove': (context, input) => {
    remove(context, input);
    return {};
  },
} satisfies Partial<Handlers>;
