import { headingText, textOfRuns, type Block, type ReportDocument, type Run } from '../model.ts';
import { BODY, CAPTION, EM, HEADINGS, LOOKS, NOTE, PAGE, TABLE, TITLE } from '../paper-style.ts';
import { tableGrid } from '../table-grid.ts';

const POINTS_PER_MM = 72 / 25.4;
const PAGE_HEIGHT = (PAGE.height - PAGE.top - PAGE.bottom) * POINTS_PER_MM;
const TEXT_WIDTH = (PAGE.width - PAGE.left - PAGE.right) * POINTS_PER_MM;
const NOTE_RULE = BODY.line;

/** Something laid on a page whole, with the notes that stand at that page's foot because of it. */
type Slice = { height: number; notes: number };

/**
 * Estimates the page of each heading as Word will set the document: lines are counted from the widths of BIZ UDPMincho's
 * characters, and headings kept with what follows. Near, not exact (the reader's program counts again when it opens the
 * file): within a chapter it may be a page off where a heading falls near a page's end.
 * @returns heading id → page number, 1 for the first page after the contents list.
 */
export function estimatePages(document: ReportDocument): Map<string, number> {
  const noteHeights = new Map(document.notes.map(({ number, text }) => [number, lineCount(text, NOTE.size, TEXT_WIDTH - 3 * NOTE.size) * NOTE.line]));
  const notesOf = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + (run.t === 'note' ? (noteHeights.get(run.number) ?? 0) : 0), 0);
  const pages = new Map<string, number>();
  let page = 1;
  let used = 0;
  let notes = 0;
  const turn = () => {
    page += 1;
    used = 0;
    notes = 0;
  };
  const fits = (height: number, more: number) => used + height + notes + more + (notes + more > 0 ? NOTE_RULE : 0) <= PAGE_HEIGHT;
  const laidOut = document.blocks.map((block) => ({ block, slices: slicesOf(block, notesOf) }));
  laidOut.forEach(({ block, slices }, i) => {
    if (block.kind === 'heading') {
      const kept = keptHeight(laidOut, i);
      if (used > 0 && (block.newPage || !fits(kept, 0))) turn();
      pages.set(block.id, page);
    }
    for (const slice of slices) {
      if (used > 0 && !fits(slice.height, slice.notes)) turn();
      used += slice.height;
      notes += slice.notes;
    }
  });
  return pages;
}

/** The height of the headings in a row from that place on, and of the first two lines of what follows them. */
function keptHeight(laidOut: readonly { block: Block; slices: Slice[] }[], from: number): number {
  let height = 0;
  for (let i = from; i < laidOut.length; i += 1) {
    const { block, slices } = laidOut[i] ?? { slices: [] };
    const kept = block?.kind === 'heading' ? slices : slices.slice(0, 2);
    height += kept.reduce((sum, slice) => sum + slice.height, 0);
    if (block?.kind !== 'heading') break;
  }
  return height;
}

function slicesOf(block: Block, notesOf: (runs: readonly Run[]) => number): Slice[] {
  switch (block.kind) {
    case 'mark': return [{ height: 44, notes: 0 }];
    case 'title': return [{ height: lineCount(block.text, TITLE.size, TEXT_WIDTH) * TITLE.line + 24, notes: 0 }];
    case 'heading': {
      const { size, line, before, after, indent } = HEADINGS[block.level];
      return [{ height: before + lineCount(headingText(block), size, TEXT_WIDTH - indent * EM) * line + after, notes: notesOf(block.runs) }];
    }
    case 'paragraph': {
      const { size, line } = LOOKS[block.look];
      const marked = block.marker !== '';
      const width = TEXT_WIDTH - (block.indent + (marked ? block.hang : 0)) * EM;
      const lines = lineCount(textOfRuns(block.runs), size, width, marked ? 0 : block.hang * EM);
      // Where in the paragraph a note stands is not known: at its end, as citations mostly do.
      return Array.from({ length: lines }, (_, i) => ({ height: line, notes: i === lines - 1 ? notesOf(block.runs) : 0 }));
    }
    case 'table': {
      const rows = tableGrid(block.rows).rows.map((places): Slice => {
        const heights = places.filter((place) => !place.continues && place.cell.rowspan === 1).map(({ cell, column }) => {
          const share = block.widths.slice(column, column + cell.colspan).reduce((sum, width) => sum + width, 0);
          return lineCount(textOfRuns(cell.runs), TABLE.size, share * TEXT_WIDTH - 10);
        });
        return { height: Math.max(1, ...heights) * TABLE.line + 5.5, notes: places.reduce((sum, place) => sum + (place.continues ? 0 : notesOf(place.cell.runs)), 0) };
      });
      const caption = block.caption === '' ? [] : [{ height: CAPTION.line + 11, notes: 0 }];
      return [...caption, ...rows, { height: 10, notes: 0 }];
    }
  }
}

/** Lines a text takes in a column that many points wide. */
function lineCount(text: string, size: number, width: number, firstIndent = 0): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((textWidth(line) * size + firstIndent) / width)), 0);
}

/** Width in ems, from the average widths of BIZ UDPMincho's characters of each sort; by code unit, since reports are long. */
function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) width += 0.55;
    else if (code >= 0x3041 && code <= 0x30ff) width += code === 0x30fb ? 0.62 : 0.92;
    else if ((code >= 0x3001 && code <= 0x300f) || code === 0xff08 || code === 0xff09 || code === 0xff1a) width += 0.62;
    else width += 1;
  }
  return width;
}
