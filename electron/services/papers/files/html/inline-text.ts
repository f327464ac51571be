import { attributeOf, isElement, textOf, type Node } from './html-nodes.ts';

/** Around a picture's words, so that a line that is nothing but a picture is known. */
const PICTURE = ['\ue000', '\ue001'] as const;

/** What an inline node adds to a line; '' for elements that only hold others. A line end (<br>) is \u2028. */
export function inlineText(node: Node, preformatted: boolean): string {
  const text = textOf(node);
  if (text !== null) return preformatted ? text.replace(/\r?\n/g, '\u2028') : text;
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return '\u2028';
  if (node.tagName === 'img') {
    const alt = attributeOf(node, 'alt')?.trim() ?? '';
    return alt === '' ? '' : PICTURE.join(alt);
  }
  return '';
}

const CJK = '[\\u3000-\\u30ff\\u3400-\\u9fff\\uff00-\\uffef]';
const LINE_END_BETWEEN = new RegExp(`(?<=${CJK})[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=${CJK})`, 'g');

/** A line of the source shorter than this was not wrapped there but ended. */
const SHORT_LINE = 15;

/** White space as a page shows it: a run is one blank, a wrap of the source between Japanese characters none, &nbsp; stays. */
export function collapsed(text: string, preformatted: boolean): string[] {
  const spaced = preformatted ? text.replaceAll('\t', ' ') : text.replace(LINE_END_BETWEEN, (_, at: number) => (at - text.lastIndexOf('\n', at - 1) - 1 < SHORT_LINE ? ' ' : '')).replace(/[ \t\r\n\f]+/g, ' ');
  return spaced.split('\u2028').map((line) => (preformatted ? line : line.trim()).replaceAll('\u00a0', ' ').trimEnd());
}

/** A picture alone on its line, with what it says, as Markdown writes it; null for any other line. */
export function pictureLine(line: string): string | null {
  const match = /^\s*\ue000([^\ue000\ue001]*)\ue001\s*$/.exec(line);
  return match ? `![${(match[1] ?? '').replace(/[[\]\n]/g, ' ')}]()` : null;
}

/** The words of pictures as words of the line. */
export function withoutPictures(line: string): string {
  return line.replace(/[\ue000\ue001]/g, '');
}
