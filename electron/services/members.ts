import { v7 as uuidv7 } from 'uuid';
import { memberRows } from '../../db/queries/members.ts';
import { rankAfter } from '../../db/queries/rank.ts';
import type { Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';

export const memberHandlers = {
  'members.list': (context, { committeeId }) => {
    requireRecords(context, committeeId);
    return memberRows(context.store.connection.orm, committeeId).map(({ rank: _rank, ...member }) => member);
  },
  'members.add': (context, { committeeId, afterId, name, affiliation = '', field = '', role = 'member' }) => {
    requireRecords(context, committeeId);
    const id = uuidv7();
    const rank = rankAfter(memberRows(context.store.connection.orm, committeeId), afterId);
    changeDossier(context, committeeId, (draft) => draft.add('member', id, { name, affiliation, field, role, rank }));
    return { id };
  },
  'members.update': (context, { committeeId, id, ...fields }) => {
    requireRecords(context, committeeId, ['member', id]);
    changeDossier(context, committeeId, (draft) => draft.edit('member', id, fields));
    return {};
  },
  'members.move': (context, { committeeId, id, afterId }) => {
    requireRecords(context, committeeId, ['member', id]);
    if (afterId === id) return {};
    const rank = rankAfter(memberRows(context.store.connection.orm, committeeId), afterId, id);
    changeDossier(context, committeeId, (draft) => draft.edit('member', id, { rank }));
    return {};
  },
  'members.remove': (context, { committeeId, id }) => {
    requireRecords(context, committeeId, ['member', id]);
    changeDossier(context, committeeId, (draft) => draft.remove('member', id));
    return {};
  },
} satisfies Partial<Handlers>;
