import type { DossierDraft } from '../../db/dossier/draft.ts';
import { hasRecord } from '../../db/queries/records.ts';
import { AppError } from '../contract/errors.ts';
import type { Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';

/** Links two records. The pair has no direction: two laptops that link the same two make the same record. */
export function writeLink(draft: DossierDraft, one: string, other: string): void {
  const [aId, bId] = [one, other].toSorted();
  draft.add('link', linkId(one, other), { aId: aId ?? one, bId: bId ?? other });
}

const linkId = (one: string, other: string): string => [one, other].toSorted().join('~');

export const linkHandlers = {
  /** Takes point–point and note–point. @throws AppError not-found, bad-input for a pair with no point or of one record */
  'links.set': (context, { committeeId, aId, bId, linked }) => {
    requireRecords(context, committeeId);
    const { orm } = context.store.connection;
    const kinds = [aId, bId].map((id) => (hasRecord(orm, committeeId, 'point', id) ? 'point' : hasRecord(orm, committeeId, 'note', id) ? 'note' : null));
    if (kinds.includes(null)) throw new AppError('not-found');
    if (aId === bId || !kinds.includes('point')) throw new AppError('bad-input', { field: 'bId' });
    changeDossier(context, committeeId, (draft) => {
      if (linked) writeLink(draft, aId, bId);
      else draft.remove('link', linkId(aId, bId));
    });
    return {};
  },
} satisfies Partial<Handlers>;
