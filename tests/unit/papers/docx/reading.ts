import { readDocx } from '../../../../electron/services/papers/files/docx/read-docx.ts';
import type { PaperText } from '../../../../electron/services/papers/files/paper-text.ts';
import { recognisePaper } from '../../../../electron/services/papers/recognise-paper.ts';
import { unaccounted } from '../../../../electron/services/papers/unaccounted.ts';
import type { RecognisedPaper } from '../../../../electron/contract/recognised.ts';
import { docx, type DocxParts } from './docx-builder.ts';

export function read(parts: DocxParts | string): PaperText {
  return readDocx('審議資料.docx', docx(typeof parts === 'string' ? { body: parts } : parts), () => {});
}

/** The lines that hold something, without the spaces at their ends. */
export function linesOf(parts: DocxParts | string): string[] {
  return read(parts).text.split('\n').map((line) => line.trimEnd()).filter((line) => line.trim() !== '');
}

/** The same without indents. */
export const textsOf = (parts: DocxParts | string): string[] => linesOf(parts).map((line) => line.trim());

/** What is recognised in a Word file; throws where a character is lost or claimed twice. */
export function recognised(parts: DocxParts | string): RecognisedPaper {
  const { text, furniture = [] } = read(parts);
  const paper = recognisePaper(text, { furniture });
  const { missing, doubled } = unaccounted(text, paper);
  if (missing.length + doubled.length > 0) throw new Error(`lost or doubled: ${JSON.stringify({ missing, doubled })}`);
  return paper;
}
