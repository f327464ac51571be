import { listChanges, savedAt } from '../../db/queries/changes.ts';
import { createSteps } from '../../db/dossier/steps.ts';
import { AppError } from '../contract/errors.ts';
import type { Context, Handlers } from './context.ts';
import { whyOf } from './context.ts';
import { requireRecords } from './door.ts';

function revert(context: Context, committeeId: string, which: 'undo' | 'redo'): { reason: string } {
  if (!context.store.hasDossier(committeeId)) throw new AppError('not-found');
  const step = createSteps(context.store)[which](committeeId, whyOf(context));
  if (step === null) throw new AppError(which === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo');
  return { reason: step.reason };
}

export const historyHandlers = {
  'history.state': (context, { committeeId }) => {
    const { undo, redo } = createSteps(context.store).next(committeeId, context.caller.device);
    const reasonOf = (step: typeof undo) => (step === null ? null : { reason: step.reason });
    return { undo: reasonOf(undo), redo: reasonOf(redo), savedAt: savedAt(context.store.connection.orm, committeeId) };
  },
  // A removed committee can still be undone: that is how its removal is taken back.
  'history.undo': (context, { committeeId }) => revert(context, committeeId, 'undo'),
  'history.redo': (context, { committeeId }) => revert(context, committeeId, 'redo'),
  'history.list': (context, { committeeId, limit }) => {
    requireRecords(context, committeeId);
    return listChanges(context.store.connection.orm, committeeId, limit);
  },
} satisfies Partial<Handlers>;
