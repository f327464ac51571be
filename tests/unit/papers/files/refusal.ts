import { AppError } from '../../../../electron/contract/errors.ts';

/** The code of the refusal that `work` ends in. @throws Error where it is not refused, or for another reason */
export function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  throw new Error('not refused');
}
