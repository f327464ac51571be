import type { Marker, MarkerFamily } from '../../../db/domain/marker.ts';
import { type Entry, isBracket, type LineEntry } from './entries.ts';
import { BARE_PHRASE, LISTING, POINTS, type Scene } from './heading-scene.ts';
import { isMidSentence, widthOf } from './joining.ts';
import { isInList, isNamedHeading, isSibling, isSubList, opensBelow, opensCount, wordOf } from './line-context.ts';
import { officesIn } from './office-line.ts';
import { isSubject, kindOf, type Open, rankOf, subjectWord } from './outline.ts';
import { sectionKind, sectionName } from './vocabulary.ts';

/** Numbers that in running text count items far more often than sections. */
const ITEM_FAMILIES = new Set<MarkerFamily>(['circled', 'circled-black', 'circled-katakana', 'decimal-close', 'alpha', 'alpha-paren', 'lower-roman']);

const TITLE = 30;

/** Whether a short phrase behind a number heads what is below it: numbers count sections and items alike. */
export function isNumberedHeading(entry: LineEntry, next: Entry, scene: Scene): boolean {
  const { family, ordinal } = entry.marker ?? { family: 'dot', ordinal: null };
  const { stack, entries, at } = scene;
  const rank = rankOf(family);
  if (rank === null) return false;
  if (isSubject(entry.marker?.raw ?? null, family)) return !isSibling(entry, next) && !isInList(entry, scene) && !closesSubject(entry, next, stack) && (opensBelow(entry, next) || opensSubject(entry, next, stack));
  if (rank <= (rankOf('article') ?? 0)) return true;
  if (ITEM_FAMILIES.has(family) && !stack.some((open) => open.family === family)) return false;
  if (kindOf(stack) === 'measure' && isOfRun(entry, scene)) return false;
  if (opensBracket(entry, next, scene) && sectionKind(entry.body.text) !== null) return true;
  const section = stack.at(-1)?.section ?? null;
  const lists = section !== null && LISTING.has(section);
  if (isSibling(entry, next) || (isInList(entry, scene) && (lists || !(opensCount(entry, next) || isOverTable(entry, next))))) return false;
  if (stack.some((open) => open.family === family && open.ordinal !== null && ordinal === open.ordinal + 1)) return true;
  if (isNamedHeading(next)) return !endsPoints(next, stack) && !isAllOf(entry, next, scene);
  if (isTitleOf(entry, next) || (opensCount(entry, next) && isTitleOf(next, entries[at + 2] ?? null))) return true;
  if (section !== null && section !== 'example' && POINTS.has(section) && (heads(entry, next) || headsCounts(entry, next, entries[at + 2]))) return true;
  // 「1　小さな学校の課題」 over (1), (2) within 課題 divides the section.
  if (lists && section !== 'agenda' && opensCount(entry, next) && sectionKind(entry.body.text) === section) return true;
  const holdsSections = section === 'deliberation_item' && entries.slice(at + 1, at + 4).some(isNamedHeading);
  return (!lists || holdsSections) && opensBelow(entry, next);
}

/** No count of measures takes more lines. */
const RUN_REACH = 80;

/** One of a count of measures, some of which have nothing below them, or only who does them: they are all items, whatever hangs on the others. */
function isOfRun(entry: LineEntry, scene: Scene): boolean {
  const { entries, at, stack } = scene;
  const rank = rankOf(entry.marker?.family ?? 'plain') ?? 0;
  if (entry.line.hash > 0 || sectionName(entry.body.text) !== null) return false;
  const isNext = (each: LineEntry, last: LineEntry) => each.marker?.family === last.marker?.family && each.marker?.ordinal === (last.marker?.ordinal ?? 0) + 1;
  // A bracket that is not open belongs to the measure above it.
  const reopens = (marker: Marker) => isBracket(marker) && stack.some(({ sign }) => sign === marker.raw);
  const closes = (each: Entry) => each.kind === 'line' && (each.line.hash > 0 || (each.marker !== null && (reopens(each.marker) || (rankOf(each.marker.family) ?? Infinity) <= rank)));
  let last = { entry, at };
  let length = isInList(entry, scene) ? 2 : 1;
  let isEmpty = false;
  for (let i = at + 1; i <= Math.min(entries.length, at + RUN_REACH); i += 1) {
    const each = entries[i];
    const follows = each?.kind === 'line' && isNext(each, last.entry);
    if (each !== undefined && !follows && !closes(each)) continue;
    isEmpty ||= entries.slice(last.at + 1, i).every((below) => below.kind === 'line' && officesIn(below.line.text) !== null);
    if (!follows) break;
    last = { entry: each, at: i };
    length += 1;
  }
  return isEmpty && length > 1;
}

/** 「５　意見の概要と市の考え方」 over a table, set apart from 「４　提出方法　…」 and the numbers before it that tell a fact each. */
function isOverTable({ line, body }: LineEntry, next: Entry): boolean {
  return next.kind === 'table' && line.gap > 0 && sectionKind(body.text) !== null;
}

/** A short numbered phrase with a paragraph of prose below, set in as paragraphs are (by one letter) and not as the lines of an item are. */
function isTitleOf(entry: Entry, next: Entry | null): boolean {
  if (entry.kind !== 'line' || next?.kind !== 'line' || next.marker !== null || next.line.bullet || next.line.hash > 0) return false;
  const { line, marker, body } = entry;
  const hanging = widthOf(line.text) - widthOf(body.text);
  const inset = next.line.indent - line.indent;
  return marker !== null && !line.bullet && inset > 0 && (inset < hanging || next.line.gap > 0) && body.text.length <= TITLE && !isMidSentence(body.text) &&
    next.body.text.endsWith('。') && next.body.text.length >= body.text.length;
}

/** The last point of a section stands above the next section's name, and is still a point. */
function endsPoints(next: Entry, stack: readonly Open[]): boolean {
  if (next.kind !== 'line') return false;
  const family = next.marker?.family ?? 'plain';
  return stack.some((open) => open.family === family && open.section !== null && POINTS.has(open.section));
}

/** 「ア」 right below 【方針】 and above 【取組】, with no イ between: all that 【方針】 holds. */
function isAllOf({ marker }: LineEntry, next: Entry, { entries, at, stack }: Scene): boolean {
  const open = stack.at(-1);
  const above = entries[at - 1];
  if (next.kind !== 'line' || above?.kind !== 'line' || open === undefined || open.section === null || open.section === 'deliberation_item') return false;
  const isAbove = above.marker?.raw === open.sign && above.body.text === open.text;
  return isAbove && marker?.ordinal === 1 && next.marker !== null && isBracket(next.marker) && next.marker.raw === open.sign && next.line.hash === open.hash;
}

/** 「■」 below 「施策5」 that stands within a ■ begins the next section, and holds nothing of the subject. */
function closesSubject({ marker }: LineEntry, next: Entry, stack: readonly Open[]): boolean {
  if (next.kind !== 'line' || next.marker === null || next.marker.ordinal !== null || marker === null) return false;
  const sign = stack.findIndex((open) => open.sign === next.marker?.raw);
  const own = stack.findIndex((open) => isSubject(open.sign, open.family) && subjectWord(open.sign) === wordOf(marker));
  return sign >= 0 && (own < 0 || sign < own);
}

/** 「基本目標Ⅰ」 right above 「施策１」. */
function opensSubject({ marker }: LineEntry, next: Entry, stack: readonly Open[]): boolean {
  if (next.kind !== 'line' || next.marker === null || marker === null || next.line.bullet) return false;
  if (!isSubject(next.marker.raw, next.marker.family) || wordOf(next.marker) === wordOf(marker)) return false;
  // 施策2 above 基本目標2 is the last of its goal.
  const isOpen = (word: string) => stack.some((open) => isSubject(open.sign, open.family) && subjectWord(open.sign) === word);
  return isOpen(wordOf(marker)) || !isOpen(wordOf(next.marker));
}

/** 「(1) 窓口」: of what the points below it are. */
const NAME = 10;
const SIGNS = new Set<MarkerFamily>(['circle', 'square', 'diamond', 'dot']);

/** A subject over its points: a word over whole sentences with signs, or a short phrase in a paragraph of its own, and below it a Markdown list of whole sentences. */
function heads({ line, body, marker }: LineEntry, next: Entry): boolean {
  if (next.kind === 'line' && body.text.length <= NAME && !isMidSentence(body.text) && next.marker !== null && SIGNS.has(next.marker.family) && next.body.text.endsWith('。')) return true;
  if (next.kind !== 'line' || line.gap === 0 || next.line.gap === 0 || !next.line.bullet || !isSubList(next) || !next.body.text.endsWith('。') || body.text.length > BARE_PHRASE) return false;
  return next.marker?.family !== marker?.family && !isMidSentence(body.text);
}

/** 「１　窓口」 over 「（１）職員」 over 「ア　相談を受ける職員が足りない。」: a word, and a count of words each over a count of sentences. */
function headsCounts(entry: LineEntry, next: Entry, below: Entry | undefined): boolean {
  if (next.kind !== 'line' || below?.kind !== 'line' || !opensCount(entry, next) || !opensCount(next, below)) return false;
  return [entry, next].every(({ body: { text } }) => text.length <= NAME && !isMidSentence(text)) && below.body.text.endsWith('。');
}

/** A numbered name right above the first bracket of a kind: 「３　意見と市の考え方」 over 「【全般】」. */
function opensBracket({ marker }: LineEntry, next: Entry, { stack }: Scene): boolean {
  if (next.kind !== 'line' || next.marker === null || typeof marker?.ordinal !== 'number') return false;
  return isBracket(next.marker) && next.marker.label === undefined && !stack.some((open) => open.sign === next.marker?.raw);
}
