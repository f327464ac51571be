import { notesAbout } from '../../db/queries/notes.ts';
import { listPassages } from '../../db/queries/passages.ts';
import { listPoints } from '../../db/queries/points.ts';
import { AppError } from '../contract/errors.ts';
import type { Handlers } from './context.ts';
import { requireRecords } from './door.ts';

export const evidenceHandlers = {
  'points.evidence': (context, { committeeId, id }) => {
    requireRecords(context, committeeId, ['point', id]);
    const { orm } = context.store.connection;
    const points = listPoints(orm, committeeId);
    const point = points.find((one) => one.id === id);
    if (point === undefined) throw new AppError('not-found');
    const linked = new Set(point.linkedIds);
    return {
      point,
      passages: listPassages(orm, committeeId, id),
      notes: notesAbout(orm, committeeId, id),
      linked: points.filter((one) => linked.has(one.id)),
    };
  },
} satisfies Partial<Handlers>;
