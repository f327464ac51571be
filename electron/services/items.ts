import { v7 as uuidv7 } from 'uuid';
import { itemRows, listItems } from '../../db/queries/items.ts';
import { placedPoints } from '../../db/queries/placed-points.ts';
import { rankAfter } from '../../db/queries/rank.ts';
import type { Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';

export const itemHandlers = {
  'items.list': (context, { committeeId }) => {
    requireRecords(context, committeeId);
    return listItems(context.store.connection.orm, committeeId);
  },
  'items.add': (context, { committeeId, title, afterId }) => {
    requireRecords(context, committeeId);
    const id = uuidv7();
    const rank = rankAfter(itemRows(context.store.connection.orm, committeeId), afterId);
    changeDossier(context, committeeId, (draft) => draft.add('item', id, { title, rank }));
    return { id };
  },
  'items.update': (context, { committeeId, id, title }) => {
    requireRecords(context, committeeId, ['item', id]);
    changeDossier(context, committeeId, (draft) => draft.edit('item', id, { title }));
    return {};
  },
  'items.move': (context, { committeeId, id, afterId }) => {
    requireRecords(context, committeeId, ['item', id]);
    if (afterId === id) return {};
    const rank = rankAfter(itemRows(context.store.connection.orm, committeeId), afterId, id);
    changeDossier(context, committeeId, (draft) => draft.edit('item', id, { rank }));
    return {};
  },
  'items.remove': (context, { committeeId, id, withPoints }) => {
    requireRecords(context, committeeId, ['item', id]);
    const points = placedPoints(context.store.connection.orm, committeeId).filter((point) => point.itemId === id);
    changeDossier(context, committeeId, (draft) => {
      draft.remove('item', id);
      for (const point of points) {
        if (withPoints) draft.remove('point', point.id);
        else draft.edit('point', point.id, { itemId: null });
      }
    });
    return {};
  },
} satisfies Partial<Handlers>;
