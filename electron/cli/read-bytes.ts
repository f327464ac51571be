import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../contract/errors.ts';

/** A file's bytes. @throws AppError file-not-found, file-not-readable */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if (!(await stat(path)).isFile()) throw new AppError('file-not-readable', { file: path });
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof AppError) throw error;
    const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    throw new AppError(missing ? 'file-not-found' : 'file-not-readable', { file: path }, { cause: error });
  }
}

/** Whether there is anything at the path: a store to read must be there, as opening would make a new one. */
export async function requireFile(path: string): Promise<void> {
  await stat(path).catch((error: unknown) => {
    throw new AppError('file-not-found', { file: path }, { cause: error });
  });
}
