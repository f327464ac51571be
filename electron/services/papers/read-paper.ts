import { createHash } from 'node:crypto';
import type { PaperKind } from '../../../db/domain/words.ts';
import type { PaperLayout, PaperWarning } from '../../contract/papers.ts';
import type { RecognisedPaper, SourceRange } from '../../contract/recognised.ts';
import type { Progress } from './files/paper-text.ts';
import { readFile } from './files/read-file.ts';
import { recognisePaper } from './recognise-paper.ts';

/** A paper as it was taken in: its bytes' SHA-256 (hex), its text with \n line ends, and what was read in it. */
export type ReadPaper = {
  sha256: string;
  text: string;
  encoding: string;
  layout: PaperLayout | null;
  /** Where page furniture stands that the file itself tells apart. */
  furniture: readonly SourceRange[];
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
export async function readPaper(fileName: string, bytes: Uint8Array, { kind, progress = () => {} }: ReadOptions = {}): Promise<ReadPaper> {
  let [steps, all] = [0, 0];
  const { text, encoding, furniture = [], layout = null, warnings = [] } = await readFile(fileName, bytes, (done, total) => {
    [steps, all] = [done, total];
    progress(done, total);
  });
  const recognised = recognisePaper(text, { furniture, alive: () => progress(steps, all), ...(kind === undefined ? {} : { kind }) });
  return { sha256: createHash('sha256').update(bytes).digest('hex'), text, encoding, layout, furniture, warnings, recognised };
}
