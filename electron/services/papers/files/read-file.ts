import { decodeText } from './decode-text.ts';
import { fileKind } from './file-kind.ts';
import type { FileKind } from './file-kind.ts';
import { refuseTooLarge, refuseTooLong } from './paper-size.ts';
import type { PaperText, Progress } from './paper-text.ts';

/**
 * Reads one kind of file. The bytes are the caller's and must stay whole: a library that takes them over gets a copy.
 * @throws AppError with the sentence that says what is wrong with the file
 */
export type FileReader = (fileName: string, bytes: Uint8Array, progress: Progress) => PaperText | Promise<PaperText>;

/** Each reader is brought in when a file of its kind comes: a text file needs no PDF library. */
const READERS: Record<FileKind, () => Promise<FileReader>> = {
  text: () => Promise.resolve((fileName, bytes) => decodeText(fileName, bytes)),
  docx: async () => (await import('./docx/read-docx.ts')).readDocx,
  xlsx: async () => (await import('./xlsx/read-xlsx.ts')).readXlsx,
  csv: async () => (await import('./csv/read-csv.ts')).readCsv,
  html: async () => (await import('./html/read-html.ts')).readHtml,
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
};

/**
 * Turns the bytes of a paper into text, by what the file is rather than by its name.
 * @param fileName names the paper in a refusal; a path before it is ignored.
 * @throws AppError paper-* where the file cannot be read
 */
export async function readFile(fileName: string, bytes: Uint8Array, progress: Progress = () => {}): Promise<PaperText> {
  const file = fileName.replace(/^.*[\\/]/, '');
  refuseTooLarge(file, bytes.length);
  const read = await READERS[fileKind(file, bytes)]();
  progress(0, 0);
  const paper = await read(file, bytes, progress);
  refuseTooLong(file, paper.text);
  return paper;
}
