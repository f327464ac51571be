import { createHash } from 'node:crypto';
import type { PaperKind } from '../../../db/domain/words.ts';
import type { PaperLayout, PaperWarning } from '../../contract/papers.ts';
import type { RecognisedPaper } from '../../contract/recognised.ts';
import type { Progress } from './files/paper-text.ts';
import { readFile } from './files/read-file.ts';
import { recognisePaper } from './recognise-paper.ts';

/** A paper as it was taken in: its bytes' SHA-256 (hex), its text with \n line ends, and what was read in it. */
export type ReadPaper = {
  sha256: string;
  text: string;
  encoding: string;
  layout: PaperLayout | null;
  warnings: readonly PaperWarning[];
  recognised: RecognisedPaper;
};

export type ReadOptions = {
  /** The kind a person set; recognised from the paper where it is left out. */
  kind?: PaperKind;
  progress?: Progress;
};

/**
 * Reads a paper file.
 * @param fileName with its extension; the path before it is ignored.
 * @throws AppError as readFile does. A readable paper in which nothing was recognised is returned: the caller decides
 *   (isNothingRecognised).
 */
export async function readPaper(fileName: string, bytes: Uint8Array, { kind, progress }: ReadOptions = {}): Promise<ReadPaper> {
  const { text, encoding, furniture = [], layout = null, warnings = [] } = await readFile(fileName, bytes, progress);
  const recognised = recognisePaper(text, { furniture, ...(kind === undefined ? {} : { kind }) });
  return { sha256: createHash('sha256').update(bytes).digest('hex'), text, encoding, layout, warnings, recognised };
}

/** True where a paper gave nothing a committee could work with: plain text alone is no reading. */
export function isNothingRecognised(paper: RecognisedPaper): boolean {
  const { records, meetings, members, kpis, programme } = paper;
  return records.every((record) => record.kind === 'background') && [meetings, members, kpis, programme].every((list) => list.length === 0);
}
