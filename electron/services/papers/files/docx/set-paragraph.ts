import { readMarker, type MarkerFamily } from '../../../../../db/domain/marker.ts';
import type { Paragraph } from './blocks.ts';
import type { Drawn } from './numbering.ts';

/** A paragraph as it is set: where it begins, what stands in front of its text. */
export type SetParagraph = {
  paragraph: Paragraph;
  number: Drawn | null;
  /** Half columns from the margin to the number or the first letter, and to the lines below. */
  begins: number;
  left: number;
  /** What opens it: a number or a sign, drawn by Word or typed; null for text. */
  listed: MarkerFamily | 'unnamed' | null;
};

/**
 * Sets a paragraph.
 * @param number as Word draws it. @param text what is shown behind it.
 */
export function setParagraph(paragraph: Paragraph, number: Drawn | null, text: string): SetParagraph {
  const { ownIndent, styleIndent, number: ref, centred } = paragraph.facts;
  // A style that is itself in a list sets its own indent; a list that the paragraph chose goes before its style.
  const base = ref?.styleId === null ? { ...styleIndent, ...number?.indent } : { ...number?.indent, ...styleIndent };
  const { left = 0, first = 0 } = { ...base, ...ownIndent };
  const drawn = number?.text ?? '';
  return {
    paragraph, number,
    begins: centred ? 0 : left + first, left: centred ? 0 : left,
    listed: readMarker(`${drawn}${text}`)?.family ?? (drawn === '' ? null : 'unnamed'),
  };
}

/**
 * Lines of one list follow each other, and so do the lines of a contents list; a line that stands in as far as an item's
 * text is its own.
 */
export function isTight(above: SetParagraph, { paragraph, number, listed, left }: SetParagraph): boolean {
  const [a, b] = [above.paragraph.facts, paragraph.facts];
  if (a.heading !== null || a.isTitle || b.heading !== null || b.isTitle) return false;
  if (a.isContents && b.isContents) return true;
  if (above.listed !== null && listed !== null) return above.listed === listed || (above.number !== null && number !== null);
  if (above.listed !== null && above.number !== null) return left >= above.left && left > above.begins;
  // Lines of a title or an address.
  return a.centred && b.centred && listed === null;
}
