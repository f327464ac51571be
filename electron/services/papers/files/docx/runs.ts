import { drawnByCode, drawnByForm, type OpenField } from './fields.ts';
import { addPiece, trimmedOf, type Piece } from './pieces.ts';
import type { Styles } from './styles.ts';
import { symbolText } from './symbol-fonts.ts';
import { attribute, child, elements, textOf, type XmlNode } from './xml-tree.ts';

/** What reading the runs of a document goes by, and what it finds beside their text. */
export type Story = {
  styles: Styles;
  /** The mark of a note in the sentence; `before` is what stands in front of it. */
  noteMark: (reference: XmlNode, before: string) => string;
  /** Text that a drawing holds outside the document (SmartArt, charts). */
  drawing: (node: XmlNode) => string[];
  /** Told of each paragraph, and of the places in each row of a table. */
  partsRead: (count: number) => void;
  /** Fields open where the last paragraph ended: a contents list is one over many. */
  fields: OpenField[];
  changes: number;
  hidden: number;
  unreadable: number;
};

/** A paragraph's text, and the text boxes anchored in it. */
export type Inline = { pieces: Piece[]; boxes: XmlNode[]; drawings: string[] };

/** Fields stand in fields some three deep. */
const DEEPEST_FIELD = 30;

const INSERTING = new Set(['ins', 'moveTo']);
const DELETING = new Set(['del', 'moveFrom']);

/**
 * Reads the runs of a paragraph.
 * @param role of all its text, where the row it stands in was inserted or deleted.
 */
export function readInline(paragraph: XmlNode, story: Story, role: Piece['role'] = 'plain'): Inline {
  const inline: Inline = { pieces: [], boxes: [], drawings: [] };
  readContent(elements(paragraph), { inline, story, role, paragraph: child(paragraph, 'pPr') });
  // The code of a field ends with its paragraph at the latest, or all that follows would be taken for code.
  if (story.fields.some(({ hasResult }) => !hasResult)) story.fields = story.fields.filter(({ hasResult }) => hasResult);
  return inline;
}

type Place = { inline: Inline; story: Story; role: Piece['role']; paragraph: XmlNode | undefined };

function readContent(nodes: readonly XmlNode[], place: Place): void {
  for (const node of nodes) readNode(node, place);
}

function readNode(node: XmlNode, place: Place): void {
  const { name } = node;
  if (name === 'r') return readRun(node, place);
  if (INSERTING.has(name) || DELETING.has(name)) {
    place.story.changes += 1;
    // What was inserted and deleted again is deleted.
    const role = DELETING.has(name) || place.role === 'deleted' ? 'deleted' : 'inserted';
    return readContent(elements(node), { ...place, role });
  }
  if (name === 'pPr' || name === 'rPr' || name === 'sdtPr' || name === 'sdtEndPr') return;
  if (name === 'fldSimple') return readContent(elements(node), place);
  readDrawn(node, place);
}

/** Anything that may stand in a paragraph or a run beside text: wrappers, drawings, formulas. */
function readDrawn(node: XmlNode, place: Place): void {
  const { inline, story } = place;
  switch (node.name) {
    case 'txbxContent':
      inline.boxes.push(node);
      return;
    case 'AlternateContent': {
      // The same content twice: once for newer programs, once for older ones.
      const chosen = child(node, 'Choice') ?? child(node, 'Fallback');
      if (chosen) readContent(elements(chosen), place);
      return;
    }
    case 'relIds': case 'chart':
      for (const text of story.drawing(node)) inline.drawings.push(text);
      return;
    case 'symEx':
      return add(place, characterOf(attribute(node, 'char')));
    case 'textpath':
      inline.drawings.push(attribute(node, 'string', 'v') ?? '');
      return;
    case 'num': case 't':
      // A fraction on one line: 1/2.
      return add(place, node.name === 't' ? ownText(node) : `${textOf(node)}/`);
    default:
      readContent(elements(node), place);
  }
}

function readRun(run: XmlNode, place: Place): void {
  const { story, paragraph } = place;
  const { hidden, struck, font } = story.styles.run(child(run, 'rPr'), paragraph);
  const shown: Place = place.role !== 'deleted' && (hidden || struck) ? { ...place, role: hidden ? 'hidden' : 'deleted' } : place;
  if (shown !== place && elements(run).some(({ name }) => name === 't')) story[hidden ? 'hidden' : 'changes'] += 1;
  for (const node of elements(run)) readRunPart(node, shown, font);
}

function readRunPart(node: XmlNode, place: Place, font: string | null): void {
  const { story, inline } = place;
  switch (node.name) {
    case 'rPr': return;
    case 't': case 'delText': return addSymbols(place, ownText(node), font);
    case 'tab': case 'ptab': return add(place, '\t');
    case 'br': return add(place, attribute(node, 'type') === 'page' ? '\f' : '\n');
    case 'cr': return add(place, '\n');
    case 'noBreakHyphen': return add(place, '-');
    case 'sym': return addSymbols(place, characterOf(attribute(node, 'char')), attribute(node, 'font') ?? font);
    case 'fldChar': return readFieldMark(node, place);
    case 'instrText': case 'delInstrText': {
      const field = story.fields.at(-1);
      if (field) field.code += textOf(node);
      return;
    }
    case 'footnoteReference': case 'endnoteReference': case 'footnoteRef': case 'endnoteRef':
      // The mark of a note that was struck out with its sentence counts no more.
      return place.role === 'deleted' ? undefined : add(place, story.noteMark(node, inline.pieces.at(-1)?.text ?? ''));
    case 'ruby':
      readContent(elements(child(node, 'rubyBase')), place);
      return readContent(elements(child(node, 'rt')), { ...place, role: place.role === 'plain' ? 'ruby' : place.role });
    default: readDrawn(node, place);
  }
}

function readFieldMark(node: XmlNode, place: Place): void {
  const { fields } = place.story;
  const type = attribute(node, 'fldCharType');
  const field = fields.at(-1);
  if (type === 'begin') {
    // A form draws its choice itself: its code says no more.
    add(place, drawnByForm(node));
    if (fields.length < DEEPEST_FIELD) fields.push({ code: '', hasResult: false });
  } else if (type === 'separate' && field) field.hasResult = true;
  else if (type === 'end') {
    fields.pop();
    if (!field || field.hasResult) return;
    const { base, above } = drawnByCode(field.code);
    add(place, base);
    add({ ...place, role: place.role === 'plain' ? 'ruby' : place.role }, above);
  }
}

/** Adds text unless it stands in the code of a field. */
function add({ inline, story, role }: Place, text: string): void {
  if (text !== '' && story.fields.every((field) => field.hasResult)) addPiece(inline.pieces, { text, role });
}

/** The character of a w:sym by its code in hexadecimal digits. */
function characterOf(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}

function addSymbols(place: Place, text: string, font: string | null): void {
  const shown = symbolText(text, font);
  place.story.unreadable += shown.unknown;
  add(place, shown.text);
}

/** White space at the ends counts only where the file says so; line ends in the XML are spaces. */
function ownText(node: XmlNode): string {
  const text = textOf(node).replace(/[\t\r\n]+/g, ' ');
  return attribute(node, 'space', 'xml') === 'preserve' ? text : trimmedOf(text, ' ');
}

/** True where the end of the paragraph itself was deleted, so that the next one runs on from it. */
export function isEndDeleted(properties: XmlNode | undefined): boolean {
  return elements(child(properties, 'rPr')).some(({ name }) => DELETING.has(name));
}

/** The changes a row's properties hold: a row inserted or deleted as a whole. */
export function roleOfRow(row: XmlNode): Piece['role'] {
  const names = elements(child(row, 'trPr')).map(({ name }) => name);
  return names.some((name) => DELETING.has(name)) ? 'deleted' : names.some((name) => INSERTING.has(name)) ? 'inserted' : 'plain';
}

