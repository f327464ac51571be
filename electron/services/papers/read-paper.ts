import { createHash } from 'node:crypto';
import type { RecognisedPaper } from '../../contract/recognised.ts';
import { decodeText, type PaperEncoding } from './decode-text.ts';
import { recognisePaper } from './recognise-paper.ts';

/** A paper as it was taken in: its bytes' SHA-256 (hex), its text with \n line ends, and what was read in it. */
export type ReadPaper = { sha256: string; text: string; encoding: PaperEncoding; recognised: RecognisedPaper };

/**
 * Reads a paper file.
 * @param fileName with its extension; the path before it is ignored.
 * @throws AppError as decodeText does. A readable paper in which nothing was recognised is returned: the caller decides
 *   (isNothingRecognised).
 */
export function readPaper(fileName: string, bytes: Uint8Array): ReadPaper {
  const { text, encoding } = decodeText(fileName, bytes);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), text, encoding, recognised: recognisePaper(text) };
}

/** True where a paper gave nothing a committee could work with: plain text alone is no reading. */
export function isNothingRecognised(paper: RecognisedPaper): boolean {
  const { records, meetings, members, kpis, programme } = paper;
  return records.every((record) => record.kind === 'background') && [meetings, members, kpis, programme].every((list) => list.length === 0);
}
