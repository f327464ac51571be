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

/** A policy of 400 pages written one letter a line has fewer. */
const MOST_LINES = 500_000;

/** @throws AppError paper-too-large where a text has more lines than any paper */
export function refuseTooLong(file: string, text: string): void {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  const counted = (count: number) => `${count.toLocaleString('en')} 行`;
  if (lines > MOST_LINES) throw new AppError('paper-too-large', { file, size: counted(lines), limit: counted(MOST_LINES) });
}

/** A size as a person reads it: 52428800 → 「50 MB」. */
function readableSize(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  if (megabytes < 1) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${megabytes < 100 ? Number(megabytes.toFixed(1)) : Math.round(megabytes)} MB`;
}
