import { AppError } from '../../../../contract/errors.ts';
import { decodeText } from '../decode-text.ts';
import type { PaperText, Progress } from '../paper-text.ts';
import { alignedRows, PaperWriter, plainLine } from '../paper-writer.ts';
import { parseCsv, separatorOf } from './parse-csv.ts';

/** More cells than this are a database, not a paper. */
const MOST_CELLS = 400_000;

/**
 * Reads a table kept as text. Rows of several cells make a table; what stands alone above the first of them, notes below
 * the last, and the rows of a file with one column are lines of text. Blank rows part tables.
 * @throws AppError paper-too-large, paper-unpacks-too-large, paper-empty, paper-binary, paper-unreadable-encoding
 */
export function readCsv(fileName: string, bytes: Uint8Array, progress: Progress): PaperText {
  const { text: whole, encoding } = decodeText(fileName, bytes);
  const separator = separatorOf(whole, /\.tsv$/i.test(fileName));
  const text = whole.replace(/^sep=[,;\t]\n/, '');
  const alive = () => progress(0, 0);
  const rows = parseCsv(text, separator, (cells) => {
    if (cells > MOST_CELLS) throw new AppError('paper-unpacks-too-large', { file: fileName });
    alive();
  }).map((row, i) => {
    if (i % 1000 === 0) alive();
    return row.map(tidy);
  });
  const paper = new PaperWriter(alive);
  for (const band of bandsOf(rows)) {
    paper.gap();
    writeBand(paper, band);
  }
  return { text: paper.text, encoding: `${separator === '\t' ? 'TSV' : 'CSV'}（${encoding}）`, furniture: paper.furniture };
}

/** Without blank lines and outer blanks; ="001" is how Excel is told to leave figures alone. */
function tidy(cell: string): string {
  return cell.replace(/^="(.*)"$/s, '$1').replace(/[\t\f\v]/g, ' ').split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n');
}

const filled = (row: readonly string[]): number => row.filter((cell) => cell !== '').length;

function bandsOf(rows: readonly string[][]): string[][][] {
  const bands: string[][][] = [[]];
  for (const row of rows) {
    if (filled(row) > 0) bands.at(-1)?.push(row);
    else if ((bands.at(-1)?.length ?? 0) > 0) bands.push([]);
  }
  return bands.filter((band) => band.length > 0);
}

function writeBand(paper: PaperWriter, band: readonly string[][]): void {
  const first = band.findIndex((row) => filled(row) > 1);
  const last = band.findLastIndex((row) => filled(row) > 1 || !/^(?:※|[（(]?注)/.test(row.find((cell) => cell !== '') ?? ''));
  const lines = (rows: readonly string[][]) => {
    // Two blanks end a line on purpose.
    for (const row of rows) for (const line of row.join('').split('\n')) paper.line(`${plainLine(line)}  `);
  };
  if (first < 0) {
    lines(band);
    return;
  }
  lines(band.slice(0, first));
  if (first > 0) paper.gap();
  const table = band.slice(first, last + 1);
  paper.table(alignedRows(table.map((row) => new Map(row.entries()))));
  if (last + 1 < band.length) paper.gap();
  lines(band.slice(last + 1));
}
