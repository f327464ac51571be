import { v7 as uuidv7 } from 'uuid';
import { citationTargets } from '../../db/queries/citation-targets.ts';
import { listClauses } from '../../db/queries/clauses.ts';
import { listDrafts } from '../../db/queries/drafts.ts';
import { rankAfter } from '../../db/queries/rank.ts';
import { citedIds } from '../../db/domain/clause-content.ts';
import { AppError } from '../contract/errors.ts';
import type { Draft } from '../contract/drafts.ts';
import { clauseHandlers } from './clauses.ts';
import type { Context, Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';

function drafts(context: Context, committeeId: string): Draft[] {
  requireRecords(context, committeeId);
  return listDrafts(context.store.connection.orm, committeeId).map(({ rank: _rank, ...draft }) => draft);
}

export const draftHandlers = {
  ...clauseHandlers,
  'drafts.list': (context, { committeeId }) => drafts(context, committeeId),
  'drafts.get': (context, { committeeId, id }) => {
    const { orm } = context.store.connection;
    const draft = drafts(context, committeeId).find((one) => one.id === id);
    if (draft === undefined) throw new AppError('not-found');
    const clauses = listClauses(orm, committeeId, id);
    const cited = new Set(clauses.flatMap((clause) => citedIds(clause.content)));
    return { draft, clauses, targets: citationTargets(orm, committeeId, [...cited]) };
  },
  'drafts.add': (context, { committeeId, title, edition }) => {
    requireRecords(context, committeeId);
    const id = uuidv7();
    const rank = rankAfter(listDrafts(context.store.connection.orm, committeeId), undefined);
    changeDossier(context, committeeId, (draft) => draft.add('draft', id, { title, edition, rank }));
    return { id };
  },
  'drafts.update': (context, { committeeId, id, ...fields }) => {
    requireRecords(context, committeeId, ['draft', id]);
    changeDossier(context, committeeId, (draft) => draft.edit('draft', id, fields));
    return {};
  },
  'drafts.remove': (context, { committeeId, id }) => {
    requireRecords(context, committeeId, ['draft', id]);
    changeDossier(context, committeeId, (draft) => draft.remove('draft', id));
    return {};
  },
} satisfies Partial<Handlers>;
