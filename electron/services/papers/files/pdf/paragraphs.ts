import { readMarker } from '../../../../../db/domain/marker.ts';
import { isFinished, isMidSentence, openBrackets } from '../../joining.ts';
import { isJapanese } from './spacing.ts';
import type { Line } from './types.ts';

/** Signs that stand with what is before them, never first on a line. */
const NOT_FIRST = /^[、。，．,.）)」』】》〉］\]〕｝：:；;！!？?ーゝ々っゃゅょぁぃぅぇぉッャュョァィゥェォ・…‥～%％]+/;
const NOT_LAST = /^[（(「『【《〈［[〔｛]+/;
const WORD = /^[0-9０-９A-Za-zＡ-Ｚａ-ｚ.,，．%％®™©]+/;

/** Width of a letter, in its size. */
export function widthOf(letter: string): number {
  return isJapanese(letter) || letter.charCodeAt(0) > 0x2000 ? 1 : 0.5;
}

/** The width of what cannot be parted at the beginning of a line, in the size of its letters. */
export function firstUnit(text: string): number {
  const opening = NOT_LAST.exec(text)?.[0] ?? '';
  const rest = text.slice(opening.length);
  const word = WORD.exec(rest)?.[0] ?? rest.slice(0, 1);
  const closing = NOT_FIRST.exec(rest.slice(word.length))?.[0] ?? '';
  let width = 0;
  for (const letter of opening + word.slice(0, 12) + closing.slice(0, 2)) width += widthOf(letter);
  return width;
}

export type Paragraph = { lines: Line[]; marked: boolean; rest: number | null };

/** Puts the lines of a column together to paragraphs: a line that was wrapped, and the next one where it goes on. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [i, line] of lines.entries()) {
    const last = paragraphs.at(-1);
    if (last && goesOn(last, line, lines[i + 1] ?? null)) take(last, line);
    else paragraphs.push(begun(line));
  }
  return paragraphs;
}

/** A paragraph that a line begins. */
export function begun(line: Line): Paragraph {
  return { lines: [line], marked: isMarked(line.text), rest: null };
}

/** Adds a line to a paragraph that goes on with it. */
export function take(paragraph: Paragraph, line: Line): void {
  paragraph.lines.push(line);
  paragraph.rest ??= line.x - line.left;
}

function isMarked(text: string): boolean {
  return /^[•●○◆◇■□▪‣–-]/.test(text) || readMarker(text) !== null;
}

/**
 * Whether a line goes on with the paragraph above it.
 * @param after the line below that one, which tells where it begins a paragraph of its own.
 * @param apart true where a page or a column ends in between, so that the distance tells nothing.
 */
export function goesOn(paragraph: Paragraph, next: Line, after: Line | null, apart = false): boolean {
  const first = paragraph.lines[0];
  const last = paragraph.lines.at(-1);
  if (!first || !last) return false;
  // A heading ends where its tag does.
  if (last.tag !== next.tag && isHeading(last, next)) return false;
  const size = last.size;
  const step = (next.base - last.base) / size;
  // A list mark that stands higher than its text.
  if (paragraph.lines.length === 1 && /^[•‣▪–-]$/.test(last.text)) return apart || (next.x > last.x && step < 2);
  if (Math.abs(next.size - size) > 0.12 * size || !isFull(last, next)) return false;
  if (!apart && (step > last.pitch + 0.4 || step < 0.5)) return false;
  // Positions are told from the left edge of their columns, since the next line may stand in another one.
  const at = (next.x - next.left) / size;
  const begin = (first.x - first.left) / size;
  const finished = isFinished(last.text);
  // 「栗原委員：…」: a label opens a text of its own.
  if (finished && LABEL.test(next.text)) return false;
  if (paragraph.rest !== null) {
    if (Math.abs(at - paragraph.rest / size) > 0.7) return false;
  } else if (!areCentred(last, next) && !isAt(next, first.tab, first) && !hangs(begin, at, paragraph.marked, finished)) return false;
  // Set in as the first line is, above one that is not: a first line too.
  if (paragraph.rest === null && !paragraph.marked && isSetIn(begin) && Math.abs(at - begin) < 0.3 && after !== null && after.x - after.left < 0.3 * size && isFull(next, after)) return false;
  if (apart && finished && (paragraph.rest === null || Math.abs(at - begin) < 0.3)) return false;
  if (!isMarked(next.text)) return true;
  // A number in running text that a line begins with.
  return isMidSentence(last.text) && (/^(?:[0-9０-９]{1,2}|[ア-ン])[ \u3000]/.test(next.text) || (/^[0-9０-９]{1,3}[)）]/.test(next.text) && openBrackets(paragraph.lines.map(({ text }) => text).join('')) > 0));
}

const isHeading = (...lines: readonly Line[]): boolean => lines.some(({ tag }) => tag !== undefined && tag.heading > 0);

/** A title over two lines, each in the middle of the column. */
function areCentred(...lines: readonly Line[]): boolean {
  return lines.every(({ x, right, left, edge, size }) => Math.abs(x - left - (edge - right)) < size);
}

const LABEL = /^[^。、：:（）()「」\s]{1,12}[：:]/;

/** Whether a line begins below the text behind a label. */
function isAt(next: Line, tab: number | undefined, first: Line): boolean {
  return tab !== undefined && Math.abs(next.x - next.left - (tab - first.left)) < 0.5 * next.size;
}

/** Whether the second line of a paragraph may begin where it does. */
function hangs(first: number, second: number, marked: boolean, finished: boolean): boolean {
  const by = second - first;
  if (by > 0.3) return by <= (marked ? 6 : 2.2) && (marked || !finished);
  if (by < -0.3) return by >= -2.3;
  // A first line that is set in, and another one like it: where a sentence ends between them, a paragraph does.
  return !(finished && isSetIn(first) && !marked);
}

/** First lines are set in by one letter. */
function isSetIn(ems: number): boolean {
  return ems > 0.6 && ems < 1.5;
}

/** A line is full where what follows would not have found room on it. */
function isFull(line: Line, next: Line): boolean {
  const room = line.edge - line.right;
  const unit = firstUnit(next.text) * line.size;
  if (unit <= room - 0.6 * line.size) return false;
  const set = Math.min(line.x - line.left, line.indent * line.size);
  return set + (line.right - line.x) + unit > line.edge - line.left - 0.6 * line.size;
}
