import { v7 as uuidv7 } from 'uuid';
import type { DossierDraft } from '../../db/dossier/draft.ts';
import { agendaLinks, agendaOrder, meetingOfAgenda } from '../../db/queries/agenda.ts';
import { rankAfter } from '../../db/queries/rank.ts';
import { AppError } from '../contract/errors.ts';
import type { Context, Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';

/** Makes the deliberation items of an agenda item these. */
export function writeAgendaLinks(draft: DossierDraft, agendaItemId: string, itemIds: readonly string[], before: readonly string[] = []): void {
  const wanted = new Set(itemIds);
  for (const itemId of before) if (!wanted.has(itemId)) draft.remove('agendaLink', `${agendaItemId}/${itemId}`);
  for (const itemId of wanted) draft.add('agendaLink', `${agendaItemId}/${itemId}`, { agendaItemId, itemId });
}

function linkedItems(context: Context, committeeId: string, agendaItemId: string): string[] {
  return agendaLinks(context.store.connection.orm, committeeId).filter((one) => one.agendaItemId === agendaItemId).map(({ itemId }) => itemId);
}

const asItems = (itemIds: readonly string[]) => itemIds.map((id) => ['item', id] as const);

export const agendaHandlers = {
  'agenda.add': (context, { committeeId, meetingId, title, minutes, itemIds, afterId }) => {
    requireRecords(context, committeeId, ['meeting', meetingId], ...asItems(itemIds));
    const id = uuidv7();
    const rank = rankAfter(agendaOrder(context.store.connection.orm, committeeId, meetingId), afterId);
    changeDossier(context, committeeId, (draft) => {
      draft.add('agendaItem', id, { meetingId, title, minutes, state: 'open', rank });
      writeAgendaLinks(draft, id, itemIds);
    });
    return { id };
  },
  'agenda.update': (context, { committeeId, id, itemIds, ...fields }) => {
    requireRecords(context, committeeId, ['agendaItem', id], ...asItems(itemIds ?? []));
    const before = itemIds === undefined ? [] : linkedItems(context, committeeId, id);
    changeDossier(context, committeeId, (draft) => {
      draft.edit('agendaItem', id, fields);
      if (itemIds !== undefined) writeAgendaLinks(draft, id, itemIds, before);
    });
    return {};
  },
  'agenda.move': (context, { committeeId, id, afterId }) => {
    requireRecords(context, committeeId);
    const { orm } = context.store.connection;
    const meetingId = meetingOfAgenda(orm, committeeId, id);
    if (meetingId === undefined) throw new AppError('not-found');
    if (afterId === id) return {};
    const rank = rankAfter(agendaOrder(orm, committeeId, meetingId), afterId, id);
    changeDossier(context, committeeId, (draft) => draft.edit('agendaItem', id, { rank }));
    return {};
  },
  'agenda.remove': (context, { committeeId, id }) => {
    requireRecords(context, committeeId, ['agendaItem', id]);
    changeDossier(context, committeeId, (draft) => draft.remove('agendaItem', id));
    return {};
  },
} satisfies Partial<Handlers>;
