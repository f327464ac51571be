import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { refuseTooLarge } from '../services/papers/files/paper-size.ts';

/** A paper's bytes. @throws AppError file-not-found, file-not-readable, paper-too-large before anything of it is read */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new AppError('file-not-readable', { file: path });
    refuseTooLarge(basename(path), found.size);
    return await readFile(path);
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
