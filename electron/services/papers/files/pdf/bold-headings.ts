import { readMarker } from '../../../../../db/domain/marker.ts';
import { hasJapanese } from './spacing.ts';
import type { Element, Line } from './types.ts';

/** A heading set in letters of the text's size is a phrase. */
const LONGEST = 50;
/** Where more of a paper's text than this stands out, it says nothing. */
const MOST_STRONG = 0.45;
/** So many lines of one kind below each other are a list or a cover. */
const LIST = 3;
/** Lines begin at one place, in ems, whatever sign they begin with. */
const SAME_PLACE = 0.7;
/** What is printed for its own sake: sentences and their parts, notes, items, captions, labels before a colon. */
const NO_HEADING = /[。．、，：:]$|。|^(?:図表?|表|写真)[ \u3000]?[0-9０-９]|^[※＊*•●・\-‐–—→⇒（(][^）)]*$/;
const ITEM_SIGNS = new Set(['dot', 'dash', 'arrow', 'note']);

/**
 * Finds headings that only their face tells, as in papers set throughout in one size: short lines of their own, in letters
 * that stand out from the text's.
 * @param elements of the whole paper, as they are read.
 * @param sizes what letters of about the text's size have.
 * @param standOut how letters of these faces stand out from the text's (faces.ts).
 * @returns the rank of each such line among them, 1 for the outermost: the further in, the deeper.
 */
export function boldHeadings(elements: readonly Element[], sizes: { least: number; below: number }, standOut: (faces: readonly string[]) => string | null): Map<Line | undefined, number> {
  const lines = elements.map((element) => (element.kind === 'line' ? element.line : null));
  const usual = lines.flatMap((line) => line ?? []).filter(({ size }) => size >= sizes.least && size < sizes.below);
  const strong = new Set(usual.filter((line) => standOut(line.faces) !== null));
  const letters = (some: Iterable<Line>) => [...some].reduce((sum, { text }) => sum + text.length, 0);
  if (letters(strong) > MOST_STRONG * letters(usual)) return new Map();
  const found: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (end < lines.length && isCandidate(lines[end])) end += 1;
    const group = lines.slice(i, end).flatMap((line) => line ?? []);
    // At the end of a paper nothing stands below.
    if (end < lines.length && !isList(group)) found.push(...group);
    i = Math.max(end, i + 1);
  }
  const places = [...new Set(found.map(placeOf))].sort((a, b) => a - b);
  const steps = places.filter((place, i) => i === 0 || place - (places[i - 1] ?? 0) > SAME_PLACE);
  const kindOf = (line: Line) => `${steps.findLastIndex((step) => step <= placeOf(line))} ${standOut(line.faces)}`;
  // Of kinds that begin in one place, the outer one comes first.
  const kinds = [...new Set(found.map(kindOf))].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return new Map(found.map((line) => [line, kinds.indexOf(kindOf(line)) + 1]));

  function isCandidate(line: Line | null | undefined): boolean {
    return line !== null && line !== undefined && strong.has(line) && isPhrase(line) && (isCentred(line) || line.x - line.left < 0.5 * (line.edge - line.left));
  }
}

function isPhrase({ text, tab }: Line): boolean {
  const marker = readMarker(text);
  if (marker !== null && ITEM_SIGNS.has(marker.family)) return false;
  // Behind a label stands its text: what is no number before a gap is one.
  if (tab !== undefined && marker === null) return false;
  return text.length <= LONGEST && hasJapanese(text) && !NO_HEADING.test(text);
}

/** Unmarked lines of one kind right below each other, or the lines of a cover in the middle of the page. */
function isList(lines: readonly Line[]): boolean {
  const plain = lines.filter((line) => readMarker(line.text) === null);
  if (plain.length < LIST) return false;
  const isTight = plain.slice(1).every((line, i) => line.base - (plain[i]?.base ?? 0) < (line.pitch + 0.3) * line.size);
  return (isTight || plain.every(isCentred)) && plain.every((line) => Math.abs(placeOf(line) - placeOf(plain[0])) < SAME_PLACE);
}

function isCentred({ x, right, left, edge, size }: Line): boolean {
  return x - left > 2 * size && Math.abs(x - left - (edge - right)) < 2 * size;
}

/** How far in a line begins, in ems; what is centred stands before all others. */
function placeOf(line: Line | undefined): number {
  if (line === undefined || isCentred(line)) return -1;
  return Math.round((2 * (line.x - line.left)) / line.size) / 2;
}
