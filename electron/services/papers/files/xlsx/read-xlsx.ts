import { readMarker } from '../../../../../db/domain/marker.ts';
import type { PaperWarning } from '../../../../contract/papers.ts';
import { AppError } from '../../../../contract/errors.ts';
import type { PaperText, Progress } from '../paper-text.ts';
import { PaperWriter, plain, plainLine } from '../paper-writer.ts';
import { openParts } from './parts.ts';
import { blocksOf, type SheetBlock } from './sheet-blocks.ts';
import { readSheet, type Cell, type Sheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

/** Names that Excel gives to sheets by itself. */
const NAMELESS = /^(?:Sheet|シート|ワークシート)\s*\d+$/i;

/**
 * Reads a workbook as its sheets are seen: values as their cells show them, tables as tables, pages drawn on squares as
 * text. What nobody sees (hidden sheets, rows and columns, comments) stays in the text as furniture.
 * @throws AppError paper-damaged, paper-unpacks-too-large, paper-empty
 */
export function readXlsx(fileName: string, bytes: Uint8Array, progress: Progress): PaperText {
  const parts = openParts(fileName, bytes);
  const workbook = readWorkbook(parts);
  if (!workbook) throw new AppError('paper-damaged', { file: fileName });
  const paper = new PaperWriter(() => progress(0, workbook.sheets.length));
  const shown = workbook.sheets.filter((sheet) => !sheet.hidden).length;
  let hidden = 0;
  workbook.sheets.forEach((each, i) => {
    progress(i, workbook.sheets.length);
    const sheet = readSheet(fileName, parts, each.part, workbook, () => progress(i, workbook.sheets.length));
    if (each.hidden) {
      if (sheet.cells.some((cell) => cell.text !== '')) hidden += 1;
      paper.aside(asRows(sheet.cells));
      return;
    }
    paper.page();
    hidden += writeSheet(paper, sheet, shown > 1 ? each.name : null);
  });
  progress(workbook.sheets.length, workbook.sheets.length);
  if (paper.text.trim() === '') throw new AppError('paper-empty', { file: fileName });
  const warnings: PaperWarning[] = hidden > 0 ? [{ code: 'hidden-left-out', count: hidden }] : [];
  return { text: paper.text, encoding: 'Excel', furniture: paper.furniture, ...(warnings.length > 0 ? { warnings } : {}) };
}

/**
 * @param name what the sheet's tab says, where there is more than one
 * @returns how many hidden rows and columns hold text.
 */
function writeSheet(paper: PaperWriter, sheet: Sheet, name: string | null): number {
  const isHidden = ({ row, column }: Cell) => sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column);
  const unseen = sheet.cells.filter((cell) => cell.text !== '' && isHidden(cell));
  const shapes: SheetBlock[] = sheet.shapes.map(({ row, text }) => ({ kind: 'text', row, lines: text.split('\n').map((line) => ({ text: line, indent: 0, full: false })) }));
  const blocks = [...blocksOf(sheet, sheet.cells.filter((cell) => !isHidden(cell))), ...shapes].toSorted((a, b) => a.row - b.row);
  if (name !== null && (sheet.cells.length > 0 || sheet.shapes.length > 0)) writeName(paper, name, blocks);
  sheet.pageHeads.forEach((head) => paper.aside(head));
  for (const block of blocks) {
    paper.gap();
    if (block.kind === 'table') paper.table(block.rows);
    // Two blanks end a line on purpose: what is not full does not go on in the next.
    else for (const { text, indent, full } of block.lines) paper.line(`${'\u3000'.repeat(indent)}${plainLine(text)}${full ? '' : '  '}`);
  }
  paper.gap();
  paper.aside(asRows(unseen));
  for (const { cell, text } of sheet.comments) paper.aside(`${cell} ${text}`);
  paper.gap();
  return new Set(unseen.map((cell) => (sheet.hiddenRows.has(cell.row) ? `row ${cell.row}` : `column ${cell.column}`))).size;
}

/** A tab names what is on its sheet, unless the sheet opens with a title of its own, with that name, or with a number that counts on from the sheet before. */
function writeName(paper: PaperWriter, name: string, [first, ...rest]: readonly SheetBlock[]): void {
  const opening = first?.kind === 'text' && (rest.length > 0 || first.lines.length > 1) ? first.lines[0]?.text ?? '' : null;
  const marker = readMarker(opening ?? '');
  const isTitled = opening !== null && (marker === null ? rest.length > 0 : (marker.ordinal ?? 0) > 1 || marker.rest === name.trim());
  if (NAMELESS.test(name) || isTitled) paper.aside(name);
  else paper.line(`# ${plain(name)}`);
  paper.gap();
}

function asRows(cells: readonly Cell[]): string {
  return [...Map.groupBy(cells.filter((cell) => cell.text !== ''), (cell) => cell.row).values()]
    .map((row) => row.map((cell) => cell.text.replaceAll('\n', ' ')).join('\u3000\u3000')).join('\n');
}
