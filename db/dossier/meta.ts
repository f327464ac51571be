import { z } from 'zod';

/** How a change relates to its undoable step. */
export const Mode = z.enum(['do', 'undo', 'redo']);
export type Mode = z.infer<typeof Mode>;

/** Who changed the document and why; travels inside the change itself, so that another laptop knows it too. */
export const ChangeMeta = z.object({
  author: z.string(),
  device: z.string(),
  /** The operation's name. */
  reason: z.string(),
  step: z.string(),
  mode: Mode,
});
export type ChangeMeta = z.infer<typeof ChangeMeta>;

const UNKNOWN: ChangeMeta = { author: '', device: '', reason: '', step: '', mode: 'do' };

/** The meta in a change's message. A change without one (the origin, or one by other software) is nobody's. */
export function readMeta(message: string | null): ChangeMeta {
  if (message === null || message === '') return UNKNOWN;
  try {
    return ChangeMeta.parse(JSON.parse(message));
  } catch {
    return UNKNOWN; // a message by other software is no reason to refuse its change
  }
}
