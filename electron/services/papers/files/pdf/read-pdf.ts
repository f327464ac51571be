import type { PDFDocumentProxy, PDFOperatorList, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { AppError } from '../../../../contract/errors.ts';
import type { PaperWarning } from '../../../../contract/papers.ts';
import type { PaperText, Progress } from '../paper-text.ts';
import { coloursOf, hasColouredLines } from './colours.ts';
import { readingOrder } from './columns.ts';
import { maybeDotted, withDots } from './dots.ts';
import { fontOf, strongFaces } from './faces.ts';
import { fieldTexts, isForm } from './form-fields.ts';
import { furnitureOf } from './furniture.ts';
import { unreadableIn } from './letters.ts';
import { takeMargins } from './margins.ts';
import { openPdf, refusal } from './open-pdf.ts';
import { pitchOf, rowsOf, USUAL_PITCH } from './rows.ts';
import { takeRuledTables } from './ruled-tables.ts';
import { readDrawing } from './rulings.ts';
import { readRuns } from './runs.ts';
import { joinTables } from './table-parts.ts';
import { partsParagraphs } from './tagged-blocks.ts';
import { takeTaggedTables } from './tagged-tables.ts';
import { tagsIn, type Tag } from './tags.ts';
import { textOf, type PageText } from './page-text.ts';
import { sizeTurned } from './turn.ts';
import type { Column, Page, Row, Run, Table } from './types.ts';
import { writeText, type ReadPage } from './write-text.ts';

/**
 * Reads a PDF by where its text stands: letters → lines → columns and tables → paragraphs.
 * @throws AppError paper-protected (a password is needed), paper-damaged, paper-only-pictures (no page has text),
 *   paper-too-large (by its pages)
 */
export async function readPdf(fileName: string, bytes: Uint8Array, progress: Progress): Promise<PaperText> {
  const { document, fonts, close } = await openPdf(fileName, bytes);
  try {
    refuseTooManyPages(fileName, document.numPages);
    const pages = await readPages(document, progress);
    if (pages.every((page) => page.runs.length === 0)) throw new AppError('paper-only-pictures', { file: fileName });
    await nameFonts(document, pages, fonts, () => progress(pages.length, pages.length));
    const byTags = partsParagraphs(pages);
    const { text, layout, furniture } = writeText(layOut(pages, byTags), strongFaces(pages, fonts), byTags);
    return { text, encoding: 'PDF', furniture, layout, warnings: warningsOf(pages, text) };
  } catch (error) {
    throw error instanceof AppError ? error : refusal(fileName, error);
  } finally {
    await close();
  }
}

/** The thickest settlement of accounts has some 1,500 pages; a file may name one page a million times. */
const MOST_PAGES = 3000;

function refuseTooManyPages(file: string, pages: number): void {
  const counted = (count: number) => `${count.toLocaleString('en')} ページ`;
  if (pages > MOST_PAGES) throw new AppError('paper-too-large', { file, size: counted(pages), limit: counted(MOST_PAGES) });
}

async function readPages(document: PDFDocumentProxy, progress: Progress): Promise<Page[]> {
  const { numPages } = document;
  const pages: Page[] = [];
  const alive = () => progress(pages.length, numPages);
  const form = await isForm(document);
  const tags = await tagsIn(document);
  const begin = async (number: number) => {
    const proxy = await document.getPage(number);
    const text = await textOf(proxy, alive);
    if (form) text.content.items.push(...await fieldTexts(proxy));
    return { proxy, text: { content: text.content, tags: await tags?.of(proxy, text.marks) ?? [] } };
  };
  let coloured = false;
  let next = begin(1);
  for (let number = 1; number <= numPages; number += 1) {
    const { proxy, text } = await next;
    // Node unpacks streams on threads of its own: the next page is under way while this one is looked through.
    if (number < numPages) next = begin(number + 1);
    // Where this page fails, nobody waits for the next one any more.
    next.catch(() => {});
    const page = await readPage(proxy, text, { afterTable: endsInTable(pages.at(-1)), draw: coloured || number <= LOOKED_AT }, alive);
    pages.push(page);
    coloured ||= page.drawn && hasColouredLines(page.rows);
    proxy.cleanup();
    alive();
  }
  for (const [i, page] of pages.entries()) {
    if (!coloured || page.drawn) continue;
    const { proxy, text } = await begin(i + 1);
    pages[i] = await readPage(proxy, text, { afterTable: endsInTable(pages[i - 1]), draw: true }, alive);
    proxy.cleanup();
  }
  return pages;
}

/** On the first so many pages coloured headings are looked for, and on those with tables; where there are any, on all. */
const LOOKED_AT = 6;

type TaggedText = { content: PageText['content']; tags: readonly (Tag | undefined)[] };

/** @param ask `afterTable`: whether a table may go on from the page before; `draw`: whether the colours are asked for. */
async function readPage(proxy: PDFPageProxy, { content, tags }: TaggedText, ask: { afterTable: boolean; draw: boolean }, alive: () => void): Promise<Page> {
  const { width, height, transform } = proxy.getViewport({ scale: 1 });
  const size = { width, height, transform };
  const plain = readRuns(content, size, tags);
  const { text, margins } = takeMargins(plain.runs, { turn: plain.turn, width, height });
  const rows = rowsOf(text);
  const page = { number: proxy.pageNumber - 1, width, height, turn: plain.turn, runs: text, rows, margins, drawn: false, rulings: null };
  // What is drawn takes as long to read as the text: only where text stands beside text that may be a table's, or a dot.
  const tables = (ask.afterTable && !beginsAnew(rows)) || maybeTable(rows);
  if (!tables && !ask.draw && !maybeDotted(rows)) return page;
  const operators = await drawingOf(proxy, alive);
  const { rulings, dots } = readDrawing(operators, size, plain.turn);
  const colours = coloursOf(operators, content);
  const isPlain = new Set(colours).size < 2;
  const inColour = isPlain ? text : takeMargins(readRuns(content, size, tags, colours).runs, page).text;
  const runs = withDots(inColour, rows, dots);
  return { ...page, runs, rows: runs === text ? rows : rowsOf(runs), drawn: true, rulings: tables ? rulings : null };
}

/** What is drawn on a page, with a sign of life now and then. */
async function drawingOf(page: PDFPageProxy, alive: () => void): Promise<PDFOperatorList> {
  const beat = setInterval(alive, 100);
  try {
    return await page.getOperatorList();
  } finally {
    clearInterval(beat);
  }
}

/** So many pages are looked at for their fonts; fonts of further ones are told by those they stand beside. */
const MOST_NAMED = 24;
/** A page with fewer of its letters in unknown fonts has few headings in them. */
const UNNAMED = 0.1;

/** Asks for the drawing of pages with fonts whose names are not known, since these come with it. */
async function nameFonts(document: PDFDocumentProxy, pages: readonly Page[], fonts: ReadonlyMap<string, string>, alive: () => void): Promise<void> {
  let asked = 0;
  for (const { number, runs } of pages) {
    const count = (some: readonly Run[]) => some.reduce((sum, { text }) => sum + text.length, 0);
    if (count(runs.filter(({ face }) => !fonts.has(fontOf(face)))) <= UNNAMED * count(runs)) continue;
    if (asked === MOST_NAMED) break;
    asked += 1;
    const proxy = await document.getPage(number + 1);
    await drawingOf(proxy, alive);
    proxy.cleanup();
  }
}

/** Text stands beside other text, on one level or on two that overlap, with more than a list mark's space between them. */
function maybeTable(rows: readonly Row[]): boolean {
  const beside = rows.filter(({ pieces, top, size }, i) => {
    const [first] = pieces;
    const above = rows[i - 1];
    const gap = first?.tab !== undefined && !MARK_AND_GAP.test(first.text);
    return pieces.length > 1 || gap || (above !== undefined && above.bottom > top + 0.2 * size);
  });
  return beside.length >= 2 || rows.some((_, i) => isNarrow(rows.slice(i, i + NARROW_LINES)));
}

/** So many lines below each other of so few letters each are a cell's whose row goes on over the page. */
const NARROW_LINES = 3;
const NARROW = 6;

function isNarrow(rows: readonly Row[]): boolean {
  const x = rows[0]?.pieces[0]?.x ?? 0;
  return rows.length === NARROW_LINES && rows.every(({ pieces: [piece, more] }) => piece !== undefined && more === undefined && piece.text.length <= NARROW && Math.abs(piece.x - x) < 1);
}

const MARK_AND_GAP = /^[^\p{Script=Han}\p{Script=Hiragana}\u3000]{1,5}\u3000/u;

/** A table that reaches the foot of a page may go on, however little of it does. */
function endsInTable(page: Page | undefined): boolean {
  return page?.rulings?.down.some(({ to }) => to > 0.8 * sizeTurned(page.turn, page).height) ?? false;
}

/** Letters so much larger than the page's are a heading's, and no part of a table. */
const HEADING = 1.2;

function beginsAnew(rows: readonly Row[]): boolean {
  const [first] = rows;
  return first !== undefined && first.pieces.length === 1 && first.size > HEADING * median(rows.map(({ size }) => size));
}

/** @param byTags whether paragraphs end where their tags do. */
function layOut(pages: readonly Page[], byTags: boolean): ReadPage[] {
  const furniture = furnitureOf(pages);
  const body = bodyOf(pages, furniture);
  const read = pages.map((page, i): ReadPage => {
    const own = furniture[i] ?? new Set<Row>();
    const text = page.rows.filter((row) => !own.has(row));
    const isHead = (row: Row) => row.base < sizeTurned(page.turn, page).height / 2;
    const { tables, rows } = page.rulings === null && !hasCells(page) ? { tables: [], rows: text } : withTables(page, own, { afterTable: endsInTable(pages[i - 1]), byTags, goesOn: { from: hasCells(pages[i - 1]), to: hasCells(pages[i + 1]) } });
    const { head, foot } = page.margins;
    const loose = [...head, ...foot].filter((row) => !own.has(row));
    return {
      page,
      heads: [...head, ...page.rows.filter(isHead)].filter((row) => own.has(row)),
      feet: [...page.rows.filter((row) => !isHead(row)), ...foot].filter((row) => own.has(row)),
      elements: readingOrder([...rows, ...loose], tables, body.get(keyOf(page)) ?? { left: Infinity, edge: -Infinity, pitch: USUAL_PITCH, indent: Infinity }),
    };
  });
  joinTables(read);
  return read;
}

function hasCells(page: Page | undefined): boolean {
  return page?.runs.some(({ tag }) => tag?.cell) ?? false;
}

function withTables({ runs, rulings }: Page, furniture: ReadonlySet<Row>, { afterTable, byTags, goesOn }: { afterTable: boolean; byTags: boolean; goesOn: { from: boolean; to: boolean } }): { tables: Table[]; rows: Row[] } {
  const bands = [...furniture];
  const body = runs.filter((run) => !bands.some((row) => Math.abs(row.base - run.base) < 1 || (run.base < row.bottom && run.base > row.top)));
  const ruled = takeRuledTables(body, rulings ?? { across: [], down: [] }, afterTable);
  const { tables, rest } = takeTaggedTables(ruled.rest, body, byTags, goesOn);
  return { tables: [...ruled.tables, ...tables], rows: rowsOf(rest) };
}

/** The column of the text on most pages of each size: a page with a few short lines does not show its own. */
function bodyOf(pages: readonly Page[], furniture: readonly ReadonlySet<Row>[]): Map<string, Column> {
  const bodies = pages.flatMap((page, i) => {
    const rows = page.rows.filter((row) => furniture[i]?.has(row) !== true);
    const pieces = rows.flatMap((row) => row.pieces);
    if (pieces.length === 0) return [];
    const left = pieces.reduce((least, { x }) => Math.min(least, x), Infinity);
    const edge = pieces.reduce((most, { right }) => Math.max(most, right), -Infinity);
    return [{ page, left, edge, pitch: pitchOf(rows) ?? USUAL_PITCH }];
  });
  return new Map([...Map.groupBy(bodies, ({ page }) => keyOf(page))].map(([key, alike]) => {
    const middle = (of: (body: (typeof bodies)[number]) => number) => median(alike.map(of));
    const left = middle((body) => body.left);
    const edge = middle((body) => body.edge);
    const width = middle(({ page }) => sizeTurned(page.turn, page).width);
    // Short lines alone do not show where lines are wrapped: most papers have the same margin on both sides.
    const wraps = edge - left > 0.5 * (width - 2 * left);
    return [key, { left, edge: wraps ? edge : width - left, pitch: middle((body) => body.pitch), indent: Infinity }];
  }));
}

/** Pages of one size, read one way. */
function keyOf({ turn, width, height }: Page): string {
  return [turn, width, height].join();
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function warningsOf(pages: readonly Page[], text: string): PaperWarning[] {
  const empty = pages.filter((page) => page.runs.length === 0).map((page) => page.number + 1);
  const unreadable = unreadableIn(text);
  return [
    ...(empty.length > 0 ? [{ code: 'pages-without-text' as const, pages: empty }] : []),
    ...(unreadable > 0 ? [{ code: 'letters-unreadable' as const, count: unreadable }] : []),
  ];
}
