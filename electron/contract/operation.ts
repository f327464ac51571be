import { z } from 'zod';

/**
 * One thing the page may ask for. A query reads, a command writes (through the dossier's one door) and is what undo
 * undoes. `host` says who answers: the database worker, or main where a window, a dialog or a file picker is needed.
 */
export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'query' | 'command';
  readonly host: 'worker' | 'main';
  readonly input: I;
  readonly output: O;
};

export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'query', host: 'worker', input, output }) as const satisfies Operation;
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', host: 'worker', input, output }) as const satisfies Operation;
export const inMain = <K extends 'query' | 'command', I extends z.ZodType, O extends z.ZodType>(operation: { kind: K; input: I; output: O }) =>
  ({ ...operation, host: 'main' }) as const satisfies Operation;

/** A record's id: a key of the Automerge document, which takes neither half characters nor `__proto__`. */
export const Id = z.string().min(1).max(200).refine((id) => id.isWellFormed() && id !== '__proto__');
/** Text a person typed: any length a person can type, never silently cut. */
export const Text = z.string().max(1_000_000);
export const Name = z.string().trim().min(1).max(500);
export const Nothing = z.object({}).strict();
export const Done = z.object({});

/** Commands that are given the same step, one right after the other, are undone and redone together: a paste of lines. */
export const Step = Id.optional();

/** A place in an ordered list: after the record of that id, or first where null. */
export const AfterId = Id.nullable();
