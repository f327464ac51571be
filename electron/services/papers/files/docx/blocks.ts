import { isEndDeleted, readInline, roleOfRow, type Story } from './runs.ts';
import { addPiece, shownText, type Piece } from './pieces.ts';
import type { ParagraphFacts } from './styles.ts';
import { attribute, child, elements, isOn, numberIn, type XmlNode } from './xml-tree.ts';

export type Paragraph = {
  kind: 'paragraph';
  pieces: Piece[];
  facts: ParagraphFacts;
  newPage: boolean;
};
export type Table = { kind: 'table'; rows: Row[]; headerRows: number };
export type Row = { cells: Cell[] };
/** A cell over several columns is followed by empty ones, one that goes on with the cell above holds nothing. */
export type Cell = Block[];
export type Block = Paragraph | Table;

/** Reads the blocks of one body, cell or text box, element by element. */
export class BlockReader {
  private readonly story: Story;
  /** The first paragraph of the section, once it is read: how a section begins is said at its end. */
  private sectionHead: Paragraph | 'first' | 'next' = 'first';
  /** What the last paragraph hands on, its end being deleted. */
  private carried: Piece[] = [];

  constructor(story: Story) {
    this.story = story;
  }

  /** Reads one element, wrappers and all. */
  read(node: XmlNode, role: Piece['role'] = 'plain'): Block[] {
    switch (node.name) {
      case 'p': return this.paragraph(node, role);
      case 'tbl': return [...this.finish(), this.table(node, role)];
      case 'sectPr': return this.endSection(node);
      case 'AlternateContent': return this.readEach(child(node, 'Choice') ?? child(node, 'Fallback'), role);
      case 'ins': case 'moveTo': return this.readEach(node, role === 'deleted' ? role : 'inserted');
      case 'del': case 'moveFrom': return this.readEach(node, 'deleted');
      case 'pPr': case 'tcPr': case 'sdtPr': case 'sdtEndPr': return [];
      default: return this.readEach(node, role);
    }
  }

  /** Reads a whole body, cell or text box. */
  readAll(node: XmlNode | undefined, role: Piece['role'] = 'plain'): Block[] {
    return [...this.readEach(node, role), ...this.finish()];
  }

  /** What is left where nothing follows any more. */
  finish(): Block[] {
    const { carried } = this;
    this.carried = [];
    return carried.length > 0 ? [plainParagraph(carried)] : [];
  }

  private readEach(node: XmlNode | undefined, role: Piece['role']): Block[] {
    return elements(node).flatMap((each) => this.read(each, role));
  }

  private paragraph(node: XmlNode, role: Piece['role']): Block[] {
    const { story } = this;
    story.partsRead(1);
    const properties = child(node, 'pPr');
    const { pieces: own, boxes, drawings } = readInline(node, story, role);
    const pieces = this.carried.length > 0 ? this.carried : own;
    if (pieces !== own) for (const piece of own) addPiece(pieces, piece);
    this.carried = [];
    const facts = story.styles.paragraph(properties);
    const block: Paragraph = { kind: 'paragraph', pieces, facts, newPage: isOn(child(properties, 'pageBreakBefore')) ?? false };
    if (this.sectionHead === 'next') this.sectionHead = block;
    const section = child(properties, 'sectPr');
    if (section) this.endSection(section);
    const beside = [
      ...boxes.flatMap((box) => new BlockReader(story).readAll(box, role)),
      ...drawings.map((text) => plainParagraph([{ text, role }])),
    ];
    if (!isEndDeleted(properties)) return [block, ...beside];
    story.changes += 1;
    // Struck out as a whole it stands on a line of its own; what is left of it goes on in the next paragraph.
    if (pieces === own && shownText(own) === '') return [{ ...block, facts: plainFacts }, ...beside];
    this.carried = pieces;
    return beside;
  }

  /** A section begins on a new page unless it says otherwise; the first begins where the paper does. */
  private endSection(section: XmlNode): Block[] {
    const head = this.sectionHead;
    if (typeof head !== 'string' && attribute(child(section, 'type'), 'val') !== 'continuous') head.newPage = true;
    this.sectionHead = 'next';
    return [];
  }

  private table(node: XmlNode, outer: Piece['role']): Table {
    const rows: Row[] = [];
    let headerRows = 0;
    for (const row of rowsOf(node)) {
      const role = outer === 'plain' ? roleOfRow(row) : outer;
      if (role !== outer) this.story.changes += 1;
      const properties = child(row, 'trPr');
      if (isOn(child(properties, 'tblHeader')) && headerRows === rows.length) headerRows += 1;
      const cells: Cell[] = [];
      const skip = (count = 0) => {
        for (let i = 0; i < count && cells.length < MOST_COLUMNS; i += 1) cells.push(EMPTY_CELL);
      };
      skip(numberIn(child(properties, 'gridBefore')));
      for (const cell of cellsOf(row)) {
        cells.push(new BlockReader(this.story).readAll(cell, role));
        skip((numberIn(child(cell, 'tcPr', 'gridSpan')) ?? 1) - 1);
      }
      skip(numberIn(child(properties, 'gridAfter')));
      this.story.partsRead(cells.length);
      rows.push({ cells });
    }
    return { kind: 'table', rows, headerRows };
  }
}

const EMPTY_CELL: Cell = [];

/** Word's own limit. */
export const MOST_COLUMNS = 63;

const plainFacts: ParagraphFacts = { heading: null, isTitle: false, isContents: false, number: null, ownIndent: {}, styleIndent: {}, centred: false };

export function plainParagraph(pieces: Piece[]): Paragraph {
  return { kind: 'paragraph', pieces, facts: plainFacts, newPage: false };
}

/** Rows may stand in content controls, and cells within rows. */
function rowsOf(node: XmlNode): XmlNode[] {
  return elements(node).flatMap((each) => (each.name === 'tr' ? [each] : each.name === 'tblPr' || each.name === 'tblGrid' ? [] : rowsOf(each)));
}

function cellsOf(node: XmlNode): XmlNode[] {
  return elements(node).flatMap((each) => (each.name === 'tc' ? [each] : each.name === 'trPr' || each.name === 'tblPrEx' ? [] : cellsOf(each)));
}
