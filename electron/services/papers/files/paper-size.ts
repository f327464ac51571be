import { AppError } from '../../../contract/errors.ts';
import { PAPER_SIZE_LIMIT } from '../../../contract/papers.ts';

/**
 * @param size in bytes
 * @param limit in bytes
 * @throws AppError paper-too-large, with both sizes as a person reads them
 */
export function refuseTooLarge(file: string, size: number, limit = PAPER_SIZE_LIMIT): void {
  if (size > limit) throw new AppError('paper-too-large', { file, size: readableSize(size), limit: readableSize(limit) });
}

/** A size as a person reads it: 52428800 → 「50 MB」. */
function readableSize(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  if (megabytes < 1) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${megabytes < 100 ? Number(megabytes.toFixed(1)) : Math.round(megabytes)} MB`;
}
