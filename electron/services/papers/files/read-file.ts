import { AppError } from '../../../contract/errors.ts';
import { decodeText } from './decode-text.ts';
import type { PaperText, Progress } from './paper-text.ts';

/** Reads one kind of file. @throws AppError with the sentence that says what is wrong with the file */
export type FileReader = (fileName: string, bytes: Uint8Array, progress: Progress) => PaperText | Promise<PaperText>;

export type FileKind = 'text';

/** Each reader is brought in when a file of its kind comes: a text file needs no PDF library. */
const READERS: Record<FileKind, () => Promise<FileReader>> = {
  text: () => Promise.resolve((fileName, bytes) => decodeText(fileName, bytes)),
};

/**
 * Turns the bytes of a paper into text, by what the file is: its first bytes count, its extension only between kinds of text.
 * @param fileName names the paper in a refusal; a path before it is ignored.
 * @throws AppError paper-* where the file cannot be read
 */
export async function readFile(fileName: string, bytes: Uint8Array, progress: Progress = () => {}): Promise<PaperText> {
  const name = fileName.replace(/^.*[\\/]/, '');
  const kind = fileKind(name, bytes);
  if (kind === null) throw new AppError('paper-unknown-format', { file: name });
  const read = await READERS[kind]();
  return read(name, bytes, progress);
}

/** What a file is. */
export function fileKind(_name: string, _bytes: Uint8Array): FileKind | null {
  return 'text';
}
