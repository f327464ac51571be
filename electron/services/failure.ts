import { ZodError } from 'zod';
import { StoreError } from '../../db/errors.ts';
import { AppError } from '../contract/errors.ts';
import type { Failure } from '../contract/index.ts';

/** What to tell the caller of something thrown. What no rule explains is `internal`, with its own message as the cause. */
export function asFailure(error: unknown): Failure {
  if (error instanceof AppError) return { ok: false, code: error.code, detail: error.detail };
  if (error instanceof StoreError) return { ok: false, code: error.fault, detail: { file: error.file } };
  if (error instanceof ZodError) return { ok: false, code: 'bad-input', detail: { field: error.issues[0]?.path.join('.') ?? '' } };
  return { ok: false, code: 'internal', detail: { cause: error instanceof Error ? error.message : String(error) } };
}
