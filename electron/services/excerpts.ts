import { v7 as uuidv7 } from 'uuid';
import { excerptRows, excerptsUnder } from '../../db/queries/excerpts.ts';
import { passagesOfOwners, recordSources } from '../../db/queries/passages.ts';
import { listActions, listIndicators } from '../../db/queries/programme.ts';
import { rankAfter } from '../../db/queries/rank.ts';
import { ranksBehind } from '../../db/queries/ranks.ts';
import { point } from '../../db/schema/index.ts';
import { fiscalYearsOf } from '../../db/domain/fiscal-year-label.ts';
import { AppError } from '../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../contract/index.ts';
import type { Context, Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';
import { standingRecords } from './records/entries.ts';
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

/** As in a preview: a line below that is of the same kind becomes what its owner becomes; an answer stays one. */
function retype(context: Context, { committeeId, ids, kind }: ParsedInputOf<'excerpts.retype'>): void {
  requireRecords(context, committeeId, ...ids.map((id) => ['excerpt', id] as const));
  const asked = new Set(ids);
  const all = excerptRows(context.store.connection.orm, committeeId);
  const kinds = new Map(all.map((one) => [one.id, one.kind]));
  const wanted = all.filter((one) => asked.has(one.id) || (asked.has(one.parentId ?? '') && kinds.get(one.parentId ?? '') === one.kind));
  changeDossier(context, committeeId, (draft) => {
    for (const { id } of wanted) draft.edit('excerpt', id, { kind });
  });
}

/** @throws AppError not-found; bad-input where one is put beside itself, or what belongs to an excerpt out of its company */
function move(context: Context, { committeeId, id, besideId, side }: ParsedInputOf<'excerpts.move'>): void {
  requireRecords(context, committeeId, ['excerpt', id], ['excerpt', besideId]);
  const { orm } = context.store.connection;
  const all = excerptRows(orm, committeeId).filter((one) => one.id !== id);
  const at = all.findIndex((one) => one.id === besideId);
  const beside = all[at];
  const [moved] = excerptRows(orm, committeeId, [id]);
  if (beside === undefined || moved === undefined || beside.parentId !== moved.parentId) throw new AppError('bad-input', { field: 'besideId' });
  const rank = rankAfter(all, side === 'behind' ? besideId : (all[at - 1]?.id ?? null));
  const below = excerptsUnder(orm, committeeId, [id]);
  changeDossier(context, committeeId, (draft) => {
    draft.edit('excerpt', id, { rank, section: beside.section });
    for (const one of below) draft.edit('excerpt', one, { section: beside.section });
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

/** 記載: what papers state beside items and points. Indicators and actions are put right in figures.ts. */
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
  'excerpts.retype': (context, input) => {
    retype(context, input);
    return {};
  },
  'excerpts.move': (context, input) => {
    move(context, input);
    return {};
  },
  'excerpts.makePoints': makePoints,
  'excerpts.remove': (context, input) => {
    remove(context, input);
    return {};
  },
} satisfies Partial<Handlers>;
