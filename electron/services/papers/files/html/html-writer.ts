import { plain, plainLine, type PaperWriter } from '../paper-writer.ts';
import { attributeOf, childrenOf, isElement, isUnseen, walk, type Element, type Node } from './html-nodes.ts';
import { cellText, layoutTables, tableGrid } from './html-table.ts';
import { collapsed, inlineText, pictureLine, withoutPictures } from './inline-text.ts';
import { listStyle, takeMark, type ListStyle } from './list-marker.ts';
import { isPageFurniture } from './page-furniture.ts';

/** Elements that begin on a line of their own; of those in APART, a blank line parts them from what stands around them. */
const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3',
  'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'legend',
]);
const APART = new Set(['p', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'hr', 'section', 'article', 'dl', 'figure']);
/** Lists within lists step to the right so many times. */
const DEEPEST_INDENT = 8;
const LISTS = new Set(['ul', 'ol', 'menu']);
/** Struck and inserted text as tags of the paper's text, by signs that no text has. */
const EDITS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  del: ['\ue002', '\ue003'], s: ['\ue002', '\ue003'], strike: ['\ue002', '\ue003'], ins: ['\ue004', '\ue005'],
};
const TAGS: Readonly<Record<string, string>> = { '\ue002': '<del>', '\ue003': '</del>', '\ue004': '<ins>', '\ue005': '</ins>' };

/** Writes what a page shows below a node, from top to bottom. @param tick called now and then, as a sign of life. */
export function writePage(paper: PaperWriter, root: Node, tick: () => void): void {
  const layout = layoutTables(root);
  const lists: ListStyle[] = [];
  const edits: string[] = [];
  let buffer = '';
  /** What the next line begins with; null where it goes on with what is marked already. */
  let mark: string | null = null;
  let heading = 0;
  let preformatted = 0;
  let furniture = 0;
  let notes = 0;
  let seen = 0;

  const flush = () => {
    const lines = trimmedLines(collapsed(buffer, preformatted > 0));
    buffer = edits.join('');
    if (lines.length === 0) return;
    if (furniture > 0) paper.aside(withoutPictures(untagged(lines.join('\n'))));
    else if (heading > 0) paper.line(`${'#'.repeat(heading)} ${tagged(plain(withoutPictures(lines.join(' '))))}`);
    else writeLines(lines);
    if (furniture === 0 && heading === 0) mark = null;
  };
  const writeLines = (lines: readonly string[]) => {
    const step = '  '.repeat(Math.min(Math.max(0, lists.length - 1), DEEPEST_INDENT));
    const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
    lines.forEach((line, i) => {
      // Two blanks end a line on purpose; a full one may go on in the next.
      const end = lines.length > 1 && longest >= 20 && line.length >= longest * 0.8 ? '' : '  ';
      const own = withoutPictures(line);
      const body = pictureLine(line) ?? tagged(i === 0 && mark ? plain(own).replaceAll('|', '\\|') : plainLine(own));
      const lead = i === 0 && mark !== null ? mark : lists.length > 0 ? '  ' : '';
      paper.line(`${step}${lead}${body}${end}`);
    });
  };
  const gap = () => {
    if (lists.length === 0) paper.gap();
  };

  walk(root, (node) => {
    seen += 1;
    if (seen % 5000 === 0) tick();
    if (!isElement(node)) {
      buffer += inlineText(node, preformatted > 0);
      return false;
    }
    const { tagName } = node;
    if (isUnseen(node) || isBackLink(node)) return false;
    if (BLOCKS.has(tagName)) {
      flush();
      if (APART.has(tagName)) gap();
    }
    if (isPageFurniture(node)) {
      flush();
      furniture += 1;
    }
    if (isNotes(node)) notes += 1;
    if (tagName === 'table' && !layout.has(node)) {
      writeTable(paper, node, furniture > 0, tick);
      gap();
      return false;
    }
    if (/^h[1-6]$/.test(tagName)) heading = Number(tagName.slice(1));
    if (tagName === 'pre') preformatted += 1;
    if (LISTS.has(tagName)) {
      gap();
      lists.push(listStyle(node));
    }
    if (tagName === 'li') mark = markOf(node, lists, notes > 0);
    if (tagName === 'dd') mark = '\u3000';
    if (isNoteSign(node)) buffer += '※';
    const edit = EDITS[tagName];
    if (edit) {
      buffer += edit[0];
      edits.push(edit[0]);
    }
    buffer += inlineText(node, preformatted > 0);
    return true;
  }, (node) => {
    if (!isElement(node)) return;
    const { tagName } = node;
    const edit = EDITS[tagName];
    if (edit) {
      edits.pop();
      buffer += edit[1];
    }
    if (BLOCKS.has(tagName)) flush();
    if (/^h[1-6]$/.test(tagName)) heading = 0;
    if (tagName === 'pre') preformatted -= 1;
    if (LISTS.has(tagName)) lists.pop();
    if (tagName === 'li' || tagName === 'dd') mark = null;
    if (isNotes(node)) notes -= 1;
    if (isPageFurniture(node)) {
      flush();
      furniture -= 1;
    }
    if (APART.has(tagName) || LISTS.has(tagName)) gap();
  });
  flush();
}

function writeTable(paper: PaperWriter, table: Element, isFurniture: boolean, tick: () => void): void {
  const caption = childrenOf(table).filter(isElement).find((child) => child.tagName === 'caption' && !isUnseen(child));
  const title = caption ? cellText(caption) : '';
  const rows = tableGrid(table, tick);
  if (isFurniture) {
    paper.aside([title, ...rows.map((row) => row.join('\u3000').replaceAll('\n', ' '))].join('\n'));
    return;
  }
  for (const line of title.split('\n').filter((each) => each !== '')) paper.line(plainLine(line));
  if (title !== '') paper.gap();
  paper.table(rows);
}

/** The mark of a list item; an item of a page's notes is ※1, as the sign in the text is. */
function markOf(item: Element, lists: readonly ListStyle[], isNote: boolean): string {
  const style = lists.at(-1);
  const mark = takeMark(style === undefined ? listStyle(item) : style, item);
  return isNote && lists.length === 1 ? `※${mark.replace(/\. $/, ' ')}` : mark;
}

function trimmedLines(lines: readonly string[]): string[] {
  const shown = lines.map((line) => (/^[\ue002-\ue005\s]*$/.test(line) ? '' : line));
  return shown.filter((line) => line !== '');
}

/** A tag that a line opens or closes without its twin gets it at the line's end or beginning. */
function tagged(line: string): string {
  let text = line;
  for (const [open, close] of [['\ue002', '\ue003'], ['\ue004', '\ue005']] as const) {
    const [first, last] = [text.indexOf(close), text.lastIndexOf(open)];
    if (first >= 0 && (text.indexOf(open) < 0 || text.indexOf(open) > first)) text = open + text;
    if (last >= 0 && text.lastIndexOf(close) < text.lastIndexOf(open)) text += close;
  }
  return text.replace(/[\ue002-\ue005]/g, (sign) => TAGS[sign] ?? '');
}

function untagged(text: string): string {
  return text.replace(/[\ue002-\ue005]/g, '');
}

/** A number in a raised link to a note on the page: ※1 in print. */
function isNoteSign(node: Element): boolean {
  if (node.tagName !== 'sup') return false;
  const toNote = (each: Node | null) => each !== null && isElement(each) && each.tagName === 'a' && (attributeOf(each, 'href') ?? '').startsWith('#');
  const number = node.childNodes.map((child) => ('value' in child ? child.value : childrenOf(child).map((inner) => ('value' in inner ? inner.value : '')).join(''))).join('');
  return /^\s*\d{1,3}\s*$/.test(number) && (toNote(node.parentNode) || node.childNodes.some(toNote));
}

function isNotes(node: Element): boolean {
  return attributeOf(node, 'role') === 'doc-endnotes' || /(?:^|\s)footnotes(?:\s|$)/.test(attributeOf(node, 'class') ?? '');
}

/** The arrow that leads from a note back to its place. */
function isBackLink(node: Element): boolean {
  return node.tagName === 'a' && (attributeOf(node, 'role') === 'doc-backlink' || /(?:^|\s)footnote-back(?:\s|$)/.test(attributeOf(node, 'class') ?? ''));
}
