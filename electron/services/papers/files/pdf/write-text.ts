import type { SourceRange } from '../../../../contract/recognised.ts';
import type { PaperLayout } from '../../../../contract/papers.ts';
import { joined } from '../../joining.ts';
import { begun, goesOn, take, type Paragraph } from './paragraphs.ts';
import { stylesOf, type Styles } from './styles.ts';
import { unturned } from './turn.ts';
import type { Element, Line, Page, Piece, Row, Table } from './types.ts';

/** A page as it is read: its elements in order, and the furniture before and after them. */
export type ReadPage = { page: Page; elements: Element[]; heads: Row[]; feet: Row[] };

export type Written = { text: string; layout: PaperLayout; furniture: SourceRange[] };

/**
 * Writes the pages in the form of paper-text.ts. A paragraph that goes on over the end of a page is written whole, and the
 * page's end after it.
 * @param standOut how letters of these faces stand out (faces.ts).
 * @param byTags whether paragraphs end where their tags do.
 */
export function writeText(pages: readonly ReadPage[], standOut: (faces: readonly string[]) => string | null, byTags: boolean): Written {
  return new Writer(pages, standOut, byTags).write();
}

class Writer {
  private readonly pages: readonly ReadPage[];
  private readonly styles: Styles;
  private readonly byTags: boolean;
  /** The text so far in pieces, its length, and its last two letters: looking at the end of one long text takes it apart. */
  private readonly parts: string[] = [];
  private length = 0;
  private tail = '';
  private readonly lines: PaperLayout['lines'] = [];
  private readonly furniture: SourceRange[] = [];
  private open: { paragraph: Paragraph; pages: Page[]; gap: number } | null = null;
  /** What stands between the beginning of the open paragraph and what comes after it. */
  private waiting: (() => void)[] = [];
  /** Where the items begin that are open, in ems from the edge of their column, the outermost first. */
  private readonly items: number[] = [];
  private last: { base: number; size: number; page: Page } | null = null;

  constructor(pages: readonly ReadPage[], standOut: (faces: readonly string[]) => string | null, byTags: boolean) {
    this.pages = pages;
    this.styles = stylesOf(pages.flatMap(({ elements }) => elements), standOut);
    this.byTags = byTags;
  }

  write(): Written {
    for (const [i, { page, elements, heads, feet }] of this.pages.entries()) {
      if (i > 0) this.later(() => { this.add('\f'); });
      for (const row of heads) this.later(() => this.putFurniture(row.pieces, page));
      for (const [k, element] of elements.entries()) {
        const below = elements[k + 1];
        if (element.kind === 'line') this.addLine(element.line, below?.kind === 'line' ? below.line : null, page);
        else {
          this.closeParagraph();
          this.putTable(element, page);
        }
      }
      for (const row of feet) this.later(() => this.putFurniture(row.pieces, page));
    }
    this.closeParagraph();
    return {
      text: this.parts.join(''),
      layout: { pages: this.pages.map(({ page }) => ({ width: page.width, height: page.height })), lines: this.lines },
      furniture: this.furniture,
    };
  }

  private later(put: () => void): void {
    if (this.open) this.waiting.push(put);
    else put();
  }

  private addLine(line: Line, below: Line | null, page: Page): void {
    const last = this.open?.paragraph.lines.at(-1);
    const apart = this.open?.pages.at(-1) !== page || (last !== undefined && line.base < last.base);
    if (this.open && !(this.byTags && !apart && differ(last, line)) && goesOn(this.open.paragraph, line, below, apart)) {
      take(this.open.paragraph, line);
      this.open.pages.push(page);
    } else {
      // On top of a page or a column a line is as far from what is above as from what is below.
      const isTop = this.last?.page !== page || line.base < this.last.base;
      const [above, next] = isTop ? [line.base, below?.base ?? line.base] : [this.last?.base ?? line.base, line.base];
      this.closeParagraph();
      this.open = { paragraph: begun(line), pages: [page], gap: (next - above) / line.size - line.pitch };
    }
    this.last = { base: line.base, size: line.size, page };
  }

  private closeParagraph(): void {
    const { open, waiting } = this;
    this.open = null;
    this.waiting = [];
    if (open) this.putParagraph(open.paragraph, open.pages, open.gap);
    for (const put of waiting) put();
  }

  private putParagraph(paragraph: Paragraph, pages: readonly Page[], gap: number): void {
    const { lines } = paragraph;
    const level = this.styles.level(lines);
    const { depth, within } = level > 0 ? NO_ITEM : this.placeAmongItems(paragraph);
    if (gap > (within ? GAP_WITHIN : GAP)) this.blankLine();
    if (level > 0) {
      this.add(`${'#'.repeat(level)} `);
      this.items.length = 0;
    } else this.add('  '.repeat(depth));
    lines.forEach((line, i) => {
      const page = pages[i];
      const written = i === 0 && level === 0 ? opening(line.text) : escaped(line.text);
      if (i > 0) this.add(joined(this.tail.slice(-1), written.slice(0, 1)).length > 2 ? ' ' : '');
      if (page) this.put(written, line, page);
    });
    this.add('\n');
    lines.forEach((line, i) => {
      const page = pages[i];
      if (line.ruby && page) this.putFurniture(line.ruby, page);
    });
  }

  /** An item that is set in from another belongs to that, and so does text below one (`within`). */
  private placeAmongItems({ lines: [first, second], marked }: Paragraph): { depth: number; within: boolean } {
    if (!first) return NO_ITEM;
    const { items } = this;
    const place = (first.x - first.left) / first.size;
    while (items.length > 0 && (items.at(-1) ?? 0) > place + INSET) items.pop();
    const inset = items.length > 0 && place > (items.at(-1) ?? 0) + INSET;
    if (marked && inset) items.push(place);
    else if (marked) items.splice(-1, 1, place);
    if (marked) return { depth: items.length - 1, within: false };
    // Where only the first line is set in, or may be, a paragraph of the text begins.
    const within = inset && ((second !== undefined && second.x - second.left > ((items.at(-1) ?? 0) + INSET) * second.size) || place > (items.at(-1) ?? 0) + 2 * INSET);
    if (!within) items.length = 0;
    return { depth: items.length > 1 ? items.length : 0, within };
  }

  private putTable(table: Table, page: Page): void {
    // On top of a page the last one may go on.
    if (!this.tail.endsWith('\f')) this.blankLine();
    for (const cells of table.rows) {
      this.add('|');
      for (const paragraphs of cells) {
        this.add(' ');
        paragraphs.forEach((lines, i) => {
          if (i > 0) this.add('<br>');
          lines.forEach((line, k) => {
            const written = escaped(line.text).replace(/\|/g, '\\|');
            if (k > 0) this.add(joined(this.tail.slice(-1), written.slice(0, 1)).length > 2 ? ' ' : '');
            this.put(written, line, line.page ?? page);
          });
        });
        this.add(' |');
      }
      this.add('\n');
      for (const line of cells.flat(2)) if (line.ruby) this.putFurniture(line.ruby, page);
    }
    this.add('\n');
    this.last = { base: table.bottom, size: this.styles.body, page };
  }

  private putFurniture(pieces: readonly Piece[], page: Page): void {
    const start = this.length;
    pieces.forEach((piece, i) => {
      if (i > 0) this.add('\u3000');
      this.put(opening(piece.text), piece, page);
    });
    this.furniture.push({ start, end: this.length });
    this.add('\n');
  }

  private put(written: string, { x, right, top, bottom }: Piece, page: Page): void {
    const box = unturned(page.turn, page, { x, y: top, width: right - x, height: bottom - top });
    const start = this.length;
    this.add(written);
    this.lines.push({ start, end: this.length, page: page.number, x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) });
  }

  private add(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    this.tail = (this.tail + text.slice(-2)).slice(-2);
  }

  private blankLine(): void {
    if (this.length > 0 && this.tail !== '\n\n' && this.tail !== '\f\n') this.add('\n');
  }
}

/** So much more than the usual distance of lines, in their size, sets a paragraph apart; text within an item is set apart more loosely. */
const GAP = 0.3;
const GAP_WITHIN = 0.8;
const NO_ITEM = { depth: 0, within: false };

/** Items of one list begin within so many ems of each other. */
const INSET = 0.8;

/** Whether both have tags, and not the same. */
function differ(a: Line | undefined, b: Line): boolean {
  return a?.tag !== undefined && b.tag !== undefined && a.tag !== b.tag;
}

const round = (points: number): number => Math.round(points * 10) / 10;

/** Signs of the form that the paper itself prints. */
function escaped(text: string): string {
  if (!/[\\*_<]/.test(text)) return text;
  return text.replace(/\\(?=[\\*_#.()[\]<>~`|+-])|\*(?=\*)|(?<=\*)\*|_(?=_)|(?<=_)_|<(?=[/a-z!])/gi, '\\$&');
}

/** What begins a line: the round bullet of a word processor is a list mark. */
function opening(text: string): string {
  const bullet = /^[•‣▪]\s*/.exec(text);
  if (bullet) return `- ${escaped(text.slice(bullet[0].length))}`;
  const safe = escaped(text);
  return /^[#|>]/.test(safe) || /^[*+] /.test(safe) ? `\\${safe}` : safe;
}
