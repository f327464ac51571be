import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { AppError, type ErrorCode } from '../../contract/errors.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../contract/reports.ts';

/**
 * The format a file's name asks for.
 * @throws AppError unknown-export-format for any ending but .docx, .pdf and .md.
 */
export function formatOf(path: string): ReportFormat {
  const ending = extname(path).slice(1).toLowerCase();
  const format = REPORT_FORMATS.find((known) => known === ending);
  if (format === undefined) throw new AppError('unknown-export-format', { file: basename(path) });
  return format;
}

const REFUSALS: Record<string, ErrorCode> = {
  ENOSPC: 'disk-full', EDQUOT: 'disk-full', EFBIG: 'disk-full',
  EACCES: 'file-not-writable', EPERM: 'file-not-writable', EROFS: 'file-not-writable', EBUSY: 'file-not-writable',
  ETXTBSY: 'file-not-writable', EISDIR: 'file-not-writable', ENOTDIR: 'file-not-writable', ENOENT: 'file-not-writable',
  ENAMETOOLONG: 'file-not-writable', EINVAL: 'file-not-writable',
};

/**
 * Writes a file whole or not at all: into a new file beside it, flushed to the disk, then renamed into its place. Where
 * anything fails the file that was there is untouched and the new one is gone.
 * @throws AppError disk-full, or file-not-writable where the folder or the file refuses.
 */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<void> {
  const fresh = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await open(fresh, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw refusal(error, path);
  }
}

function refusal(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? REFUSALS[String(error.code)] : undefined;
  return code === undefined ? error : new AppError(code, { file: basename(path) }, { cause: error });
}
