import { readMarker } from '../../../../../db/domain/marker.ts';
import type { SourceRange } from '../../../../contract/recognised.ts';
import { isMidSentence } from '../../joining.ts';
import type { Block, Paragraph } from './blocks.ts';
import type { Drawn, Numbering } from './numbering.ts';
import { dressedText, escapedStart, shownText, trimmedOf } from './pieces.ts';
import { isTight, setParagraph, type SetParagraph } from './set-paragraph.ts';
import { cellText, tableLines } from './table-lines.ts';
import { tabRows, untabbed } from './tabs.ts';

/** Farther in, an indent tells nothing more. */
const DEEPEST_INDENT = 24;
/** A heading of Markdown has no more #. */
const DEEPEST_HEADING = 6;
/** A sign of life is given this often, in paragraphs. */
const STEP = 200;

/** Writes the blocks of a Word file as the text that the recogniser reads. */
export class BlockWriter {
  private readonly numbering: Numbering;
  private readonly alive: (paragraphs: number) => void;
  private written = 0;
  private readonly lines: string[] = [];
  private length = 0;
  private above: SetParagraph | null = null;
  /** A blank line belongs before the next line. */
  private isApart = false;
  readonly furniture: SourceRange[] = [];

  /** @param alive told now and then how many paragraphs were written. */
  constructor(numbering: Numbering, alive: (paragraphs: number) => void = () => {}) {
    this.numbering = numbering;
    this.alive = alive;
  }

  get text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  write(blocks: readonly Block[]): void {
    for (let i = 0; i < blocks.length; i += 1) {
      const block = blocks[i];
      if (!block) break;
      const rows = tabRows(blocks, i);
      if (rows.length > 0) {
        this.table(rows);
        i += rows.length - 1;
      } else if (block.kind === 'paragraph') this.paragraph(block);
      else if (block.rows.every(({ cells }) => cells.length <= 1) || isBoxes(block.rows)) this.framed(block.rows.flatMap(({ cells }) => cells));
      else this.table(block.rows.map(({ cells }) => cells.map((cell) => cellText(cell, this.numbering))), block.headerRows);
    }
  }

  /** Writes lines that are no part of the running text: a page's head and foot, a remark. */
  writeFurniture(lines: readonly string[]): void {
    for (const line of lines) {
      const start = this.length + (this.lines.length > 0 && this.isApart ? 1 : 0);
      this.line(line);
      this.furniture.push({ start, end: start + line.length });
    }
    this.endBlock();
  }

  /** Writes a line as it is. */
  line(line: string): void {
    if (this.isApart && this.lines.length > 0) this.push('');
    this.isApart = false;
    this.push(line);
  }

  /** What follows stands apart. */
  endBlock(): void {
    this.isApart = true;
    this.above = null;
  }

  private push(line: string): void {
    this.lines.push(line);
    this.length += line.length + 1;
  }

  /** The line above ends on purpose: what follows is no part of its sentence. */
  private breakLine(): void {
    const last = this.lines.length - 1;
    this.lines[last] = `${this.lines[last] ?? ''}  `;
    this.length += 2;
  }

  /** A box drawn with a table of one column: its text is running text. */
  private framed(cells: readonly Block[][]): void {
    for (const cell of cells) {
      this.endBlock();
      this.write(cell);
    }
    this.endBlock();
  }

  private table(rows: readonly (readonly string[])[], headerRows = 1): void {
    const below = this.lines.at(-1)?.startsWith('|') === true;
    this.endBlock();
    for (const line of tableLines(rows, headerRows, below)) this.line(line);
    this.endBlock();
  }

  private paragraph(paragraph: Paragraph): void {
    const { facts, pieces } = paragraph;
    this.written += 1;
    if (this.written % STEP === 0) this.alive(this.written);
    const shown = shownText(pieces).trim();
    const isStruckOut = shown === '' && pieces.some(({ text }) => text.trim() !== '');
    const number = facts.number === null ? null : this.numbering.next(facts.number);
    if (shown === '' && !isStruckOut && (number === null || number.isBullet || number.text === '')) {
      this.isApart = true;
      if (paragraph.newPage || pieces.some(({ text }) => text.includes('\f'))) this.newPage();
      return;
    }
    const set = setParagraph(paragraph, isStruckOut ? null : number, shown);
    if (this.above === null || !isTight(this.above, set)) this.isApart = true;
    else if (!this.isApart && set.listed === null && !facts.isContents) this.breakLine();
    if (paragraph.newPage) this.newPage();
    const isHeading = (facts.heading !== null || facts.isTitle) && !isStruckOut;
    if (isHeading) this.heading(set);
    else this.body(set);
    this.above = set;
    if (isHeading) this.isApart = true;
  }

  private newPage(): void {
    if (this.lines.length === 0) return;
    this.isApart = false;
    this.line('\f');
    this.above = null;
  }

  private heading({ paragraph, number }: SetParagraph): void {
    const { facts, pieces } = paragraph;
    const hashes = '#'.repeat(facts.isTitle ? 1 : Math.min(DEEPEST_HEADING, facts.heading ?? 1));
    const text = dressedText(pieces);
    if (text.startsWith('\f')) this.newPage();
    const line = oneLine(text.trim()).replace(/[\t\f]+/g, '　');
    this.line(`${hashes} ${number?.text ?? ''}${line}`.trimEnd());
  }

  private body({ paragraph, number, begins, left, listed }: SetParagraph): void {
    const pages = dressedText(paragraph.pieces).split('\f');
    pages.forEach((page, i) => {
      if (i > 0) this.newPage();
      if (page.trim() === '' && i > 0) return;
      const lines = (i === 0 ? page : page.replace(/^\n/, '')).split('\n');
      while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
      lines.forEach((line, k) => {
        const isFirst = i === 0 && k === 0;
        const tabs = isFirst ? /^\t*/.exec(line)?.[0].length ?? 0 : 0;
        const body = untabbed(withoutEnd(trimmedOf(line, '\t')), paragraph.facts.isContents);
        const columns = isFirst ? begins + tabs * 4 : listed === null ? left : Math.max(left, begins);
        // A break within a sentence is only the look of it; elsewhere the writer ended the line on purpose.
        const isMeant = k < lines.length - 1 && !isMidSentence(endOf(body));
        if (body.trim() === '' && !(isFirst && number)) return;
        this.line(`${indent(columns)}${isFirst ? opened(number, body) : escapedStart(body)}${isMeant ? '  ' : ''}`);
      });
    });
  }
}

/** One row of boxes side by side, each a section of its own: 「１　背景」 over its points, 「２　課題」 over its. */
function isBoxes(rows: readonly { cells: readonly Block[][] }[]): boolean {
  const [row, ...more] = rows;
  return row !== undefined && more.length === 0 && row.cells.every((cell) => {
    const [first, ...points] = cell;
    return points.length > 0 && first?.kind === 'paragraph' && points.every(({ kind }) => kind === 'paragraph') && /^(?:第?[0-9０-９]{1,2}|[Ⅰ-Ⅻ])[.．、 　]*[^0-9０-９.．、 　。：:～~年月日時％%]{2}[^。：:]{0,30}$/.test(shownText(first.pieces).trim());
  });
}

function indent(columns: number): string {
  return ' '.repeat(Math.min(DEEPEST_INDENT, Math.max(0, Math.round(columns))));
}

/** The number in front of a text; a mere dot before a number of the text's own (・①) becomes the dash of a list. */
function opened(number: Drawn | null, body: string): string {
  if (number === null || number.text === '') return escapedStart(body);
  const isDot = number.isBullet && ['dot', 'dash'].includes(readMarker(number.text)?.family ?? 'dot');
  if (isDot && readMarker(body) !== null) return `- ${body}`;
  return number.text + body;
}

/** Spaces at the end of a line would mark it as ended on purpose. */
const withoutEnd = (line: string): string => (line.endsWith(' ') ? line.trimEnd() : line);

/** What a break in a heading or a cell comes to: nothing within a sentence, else a space. */
function oneLine(text: string): string {
  return text.split(/\n+/).map((line, i, lines) => (i === 0 || isMidSentence(endOf(lines[i - 1] ?? '')) ? line : `　${line}`)).join('');
}

/** The end of a line as it is read, which tells whether its sentence goes on. */
const endOf = (line: string): string => line.slice(-200).replace(/<(?:del|rt)>.*?<\/(?:del|rt)>|<\/?ins>|<!--.*?-->/g, '');
