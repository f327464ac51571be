import type { MarkerFamily } from '../../../db/domain/marker.ts';
import { findDates } from '../../../db/domain/read-date.ts';
import { isCaption } from './asides.ts';
import { isCityNames, readCities } from './cities.ts';
import { isBracket, type Entry, type LineEntry } from './entries.ts';
import { isMidSentence, widthOf } from './joining.ts';
import type { Line } from './lines.ts';
import { isSubject, rankOf, subjectWord, type Open } from './outline.ts';
import { CLAUSE_REFERENCE, sectionKind, sectionName, type SectionKind } from './vocabulary.ts';

/** Where a line stands when it is asked whether it is a heading. */
export type Scene = {
  entries: readonly Entry[];
  at: number;
  /** The headings open above it. */
  stack: readonly Open[];
  /** The last item of each marker since the last heading: sign or family → ordinal. */
  listed: ReadonlyMap<string, number | null>;
};

const POINTS = new Set<SectionKind>(['viewpoint', 'issue', 'example']);
/** Sections whose numbered lines are their records, so that a number alone makes no heading there. */
const LISTING = new Set<SectionKind>([...POINTS, 'deliberation_item', 'schedule', 'members', 'agenda']);
/** Signs that can head a section; a dot or an arrow never does. */
const HEADING_SIGNS = new Set<MarkerFamily>(['square', 'diamond', 'double-circle', 'circle', 'triangle', 'star']);
/** Signs that are bullets first. */
const WHITE_SIGNS = /[○〇◯◇△▽☆]/;
/** Numbers that in running text count items far more often than sections. */
const ITEM_FAMILIES = new Set<MarkerFamily>(['circled', 'circled-black', 'circled-katakana', 'decimal-close', 'alpha', 'alpha-paren', 'lower-roman']);
/** A heading is a phrase: this long at most, and no sentence. */
const PHRASE = 60;
const SIGN_PHRASE = 40;
const BARE_PHRASE = 24;
const TITLE = 30;

/** Tells a heading from an item or a text, by the line's form and what stands around it; `#` counts, but not alone. */
export function looksLikeHeading(scene: Scene): boolean {
  const entry = scene.entries[scene.at];
  if (entry?.kind !== 'line' || isCaption(entry.body.text) || /^[…‥：:]/.test(entry.body.text)) return false;
  const { line, marker, body } = entry;
  const next = scene.entries[scene.at + 1] ?? null;
  const section = scene.stack.at(-1)?.section ?? null;
  const named = sectionName(body.text) !== null;
  if (section === 'example' && line.hash === 0 && isCityNames(body.text) && next !== null && !isSibling(entry, next)) return true;
  if (section === 'schedule' && (isOfMeeting(entry, next, named) || isTopic(scene))) return false;
  // 「1. 第1回検討会　5月14日」 above its topics is a meeting.
  if (line.hash === 0 && marker !== null && !isBracket(marker) && /^第[ 　]*[0-9０-９]+[ 　]*回/.test(body.text) && findDates(body.text, { year: 2000 }).length > 0) return false;
  if (line.hash > 0) return !body.text.endsWith('。') && !(section === 'deliberation_item' && isListed(entry, scene));
  if (marker && isBracket(marker)) return body.text.length <= PHRASE && (!line.bullet || named) && !body.text.endsWith('。');
  if (named && next !== null && opensNamed(entry, next) && (!isInList(entry, scene) || opensCount(entry, next))) return true;
  if (line.bullet || !isPhrase(body.text) || next === null) return false;
  if (marker === null) return isPlainHeading(entry, next, scene);
  return HEADING_SIGNS.has(marker.family) ? isSignHeading(entry, next, scene) : isNumberedHeading(entry, next, scene);
}

const COUNTED = /第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回/;
/** The topics of one meeting take no more lines. */
const TOPIC_LINES = 12;

/** In a schedule, a line without `#` above another meeting is a topic, whatever it names (審議事項２ 窓口の再編). */
export function isTopic({ entries, at }: Pick<Scene, 'entries' | 'at'>): boolean {
  for (const entry of entries.slice(at, at + TOPIC_LINES)) {
    if (entry.kind !== 'line' || entry.line.hash > 0 || (entry.marker !== null && isBracket(entry.marker))) return false;
    if (COUNTED.test(entry.body.text) && findDates(entry.body.text, { year: 2000 }).length > 0) return true;
  }
  return false;
}

/** In a schedule a counted line is a meeting, and a section name (課題の整理) a topic, unless a list hangs on it. */
function isOfMeeting({ line, marker, body }: LineEntry, next: Entry | null, named: boolean): boolean {
  if (!named) return COUNTED.test(body.text);
  if (line.hash > 0 || (marker !== null && (isBracket(marker) || marker.ordinal !== null))) return false;
  return next?.kind !== 'line' || next.line.hash > 0 || !opensList(next) || COUNTED.test(next.body.text);
}

function isPhrase(text: string): boolean {
  return text.length <= PHRASE && !/[、，]$|。/.test(text);
}

/** The next number or sign of the same kind stands right below: a list, not sections. */
export function isSibling({ marker, line }: LineEntry, next: Entry): boolean {
  if (next.kind !== 'line' || next.line.hash > 0) return false;
  if (marker === null) return next.marker === null && next.line.bullet && line.bullet && next.line.indent <= line.indent;
  if (next.marker?.family !== marker.family) return false;
  if (marker.ordinal === null) return next.marker.raw === marker.raw;
  // Markdown may number every item of a list 1.
  return (next.marker.ordinal ?? 0) > marker.ordinal || (marker.raw === '1.' && next.marker.raw === '1.');
}

/** The key of a marker in a list: numbers count on by family, signs repeat; lines with `#` are no items of a list without. */
export function listKey({ line, marker }: LineEntry): string {
  return marker === null ? '' : `${line.hash > 0 ? '#' : ''}${marker.ordinal === null ? marker.raw : marker.family}`;
}

/** The number before it, or the same sign, stands above as an item. */
function isInList(entry: LineEntry, { listed }: Scene): boolean {
  const last = listed.get(listKey(entry));
  if (entry.marker === null || last === undefined) return false;
  return entry.marker.ordinal === null || (last ?? 0) < entry.marker.ordinal || (entry.marker.raw === '1.' && last === 1);
}

/** Under 審議事項 a numbered `#` line is an item unless something stands below it. */
function isListed(entry: LineEntry, scene: Scene): boolean {
  const next = scene.entries[scene.at + 1];
  if (entry.marker === null) return false;
  if (next === undefined || isInList(entry, scene)) return true;
  return next.kind === 'line' && next.marker?.family === entry.marker.family && next.marker.ordinal === (entry.marker.ordinal ?? 0) + 1;
}

/** A section name heads what is below it, unless names like it stand around it in a list. */
function opensNamed(entry: LineEntry, next: Entry): boolean {
  return !isSibling(entry, next) && (!entry.line.bullet || opensList(next));
}

function opensList(next: Entry): boolean {
  return next.kind === 'line' && (next.marker !== null || next.line.bullet);
}

function isNamedHeading(next: Entry): boolean {
  if (next.kind !== 'line') return false;
  const bracketed = next.marker !== null && isBracket(next.marker) && next.marker.label === undefined && !isCaption(next.body.text);
  return bracketed || sectionName(next.body.text) !== null;
}

function isNumberedHeading(entry: LineEntry, next: Entry, scene: Scene): boolean {
  const { family, ordinal } = entry.marker ?? { family: 'dot', ordinal: null };
  const { stack, entries, at } = scene;
  const rank = rankOf(family);
  if (rank === null) return false;
  if (isSubject(entry.marker?.raw ?? null, family)) return !isSibling(entry, next) && !isInList(entry, scene) && (opensBelow(entry, next) || opensSubject(entry, next));
  if (rank <= (rankOf('article') ?? 0)) return true;
  if (ITEM_FAMILIES.has(family) && !stack.some((open) => open.family === family)) return false;
  const section = stack.at(-1)?.section ?? null;
  const lists = section !== null && LISTING.has(section);
  if (isSibling(entry, next) || (isInList(entry, scene) && (lists || !opensCount(entry, next)))) return false;
  if (stack.some((open) => open.family === family && open.ordinal !== null && ordinal === open.ordinal + 1)) return true;
  if (isNamedHeading(next)) return !endsPoints(next, stack);
  if (isTitleOf(entry, next) || (opensCount(entry, next) && isTitleOf(next, entries[at + 2] ?? null))) return true;
  // 「1　小さな学校の課題」 over (1), (2) within 課題 divides the section.
  if (lists && opensCount(entry, next) && sectionKind(entry.body.text) === section) return true;
  const holdsSections = section === 'deliberation_item' && entries.slice(at + 1, at + 4).some(isNamedHeading);
  return (!lists || holdsSections) && opensBelow(entry, next);
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

function isSignHeading(entry: LineEntry, next: Entry, scene: Scene): boolean {
  const { marker, body, line } = entry;
  if (marker && isTheme(body.text)) return line.gap > 0 && next.line.gap > 0;
  if (!marker || body.text.length > SIGN_PHRASE || /[：:]|など$/.test(body.text) || readCities(body.text, false) !== null) return false;
  const kind = sectionKind(body.text);
  if (isSibling(entry, next) || (kind === null && body.text.endsWith('等'))) return false;
  const section = scene.stack.at(-1)?.section ?? null;
  // The last item of a list, above the next section.
  if (isInList(entry, scene) && next.kind === 'line' && next.marker !== null && scene.stack.some((open) => open.sign === next.marker?.raw)) return false;
  if (section !== null && POINTS.has(section) && isInList(entry, scene)) return false;
  const alike = scene.stack.find((open) => open.sign === marker.raw);
  if (alike) return (alike.section !== null && kind !== null && body.text.length <= BARE_PHRASE) || opensBelow(entry, next);
  if (section !== null && POINTS.has(section) && !isSubList(next)) return false;
  if (WHITE_SIGNS.test(marker.raw) && kind === null) return isSubList(next) && next.kind === 'line' && next.line.indent > line.indent;
  return opensBelow(entry, next);
}

/** Dots, dashes or a first number. */
function isSubList(next: Entry): boolean {
  if (next.kind !== 'line') return next.kind === 'table';
  return next.line.bullet || next.marker?.family === 'dot' || (next.line.hash === 0 && next.marker?.ordinal === 1);
}

/** 「基本目標Ⅰ」 right above 「施策１」. */
function opensSubject({ marker }: LineEntry, next: Entry): boolean {
  if (next.kind !== 'line' || next.marker?.ordinal !== 1 || marker === null || next.line.bullet) return false;
  return isSubject(next.marker.raw, next.marker.family) && subjectWord(next.marker.raw) !== subjectWord(marker.raw);
}

/** A deeper count begins right below. */
function opensCount({ marker }: LineEntry, next: Entry): boolean {
  if (next.kind !== 'line' || next.line.hash > 0 || next.marker?.ordinal !== 1 || !marker) return false;
  return (rankOf(next.marker.family) ?? -1) > (rankOf(marker.family) ?? Infinity);
}

/** Something of its own stands below: a list, a table, a deeper number from its first, or a paragraph set apart. */
function opensBelow({ marker, line, body }: LineEntry, next: Entry): boolean {
  if (next.kind === 'table' || next.line.hash > 0 || next.line.bullet) return true;
  if (next.marker === null && line.gap > 0 && next.line.indent >= line.indent + 2 && next.body.text.includes('。')) return true;
  if (next.marker === null && isInset(line, body.text, next)) return true;
  if (next.marker === null) return next.line.gap > 0 || (next.body.text.includes('。') && body.text.length <= 30 && !isMidSentence(body.text));
  const rank = rankOf(next.marker.family);
  const mine = marker ? rankOf(marker.family) : null;
  if (rank === null) return true;
  return mine === null ? next.marker.ordinal === 1 : rank > mine && next.marker.ordinal === 1;
}

/** A short phrase above a much longer line set in below it, which may go on. */
function isInset(line: Line, text: string, next: LineEntry): boolean {
  return text.length <= BARE_PHRASE && next.line.indent > line.indent && next.body.text.length >= text.length * 2 && !isMidSentence(text);
}

function isPlainHeading(entry: LineEntry, next: Entry, scene: Scene): boolean {
  const { text } = entry.body;
  const { section = null } = scene.stack.at(-1) ?? {};
  const lists = section !== null && LISTING.has(section);
  if (CLAUSE_REFERENCE.test(text)) return next.kind === 'line';
  if (!lists) return isBareHeading(entry, next, scene.at) || isOuterHeading(scene);
  // Among points, only what has held sections of points before, or names another kind, closes them.
  if (!(isBold(entry.line) || scene.stack.some((open) => open.outer)) || !standsApart(entry, next, scene.at)) return false;
  const kind = sectionKind(text);
  return isOuterHeading(scene) || (kind !== null && kind !== section);
}

/** 「セッション1：…」: a numbered part of a talk, whatever stands behind the colon. */
export function isTheme(text: string): boolean {
  return /^(?:セッション|グループ|分科会|ワーク)[ 　]*[0-9０-９①-⑳]{1,2}[ 　]*[：:][ 　]*\S/.test(text);
}

/** A whole line in bold type is set as a heading is. */
export function isBold({ raw }: Pick<Line, 'raw'>): boolean {
  return /^\*\*[^*]+\*\*$/.test(raw.trim());
}

/** Blank lines around it, and no sentence. */
function standsApart({ line, body: { text } }: LineEntry, next: Entry | null, at: number): next is Entry {
  if (next === null || (next.line.gap === 0 && !isBold(line)) || (line.gap === 0 && at > 0) || line.bullet) return false;
  return text.length <= PHRASE && !/[、。！!？?～~…：:]|[0-9０-９]年|など$|[)）」]$|(?:次|以下)の|とおり/.test(text);
}

/** A short line that stands alone above a list or a much longer sentence. */
function isBareHeading(entry: LineEntry, next: Entry, at: number): boolean {
  const { text } = entry.body;
  if (isTheme(text)) return entry.line.gap > 0 && next.line.gap > 0;
  if (next.kind !== 'line' || !standsApart(entry, next, at)) return false;
  if (next.marker !== null || next.line.bullet) return text.length <= SIGN_PHRASE && isSubList(next);
  if (text.length > BARE_PHRASE || /[「」]/.test(text)) return false;
  return next.line.hash === 0 && (isBold(entry.line) || (next.body.text.endsWith('。') && next.body.text.length >= text.length * 2));
}

/** A short plain line right above another that heads a section, as a theme stands above its points. */
export function isOuterHeading({ entries, at }: Pick<Scene, 'entries' | 'at'>): boolean {
  const [entry, next, below = null] = entries.slice(at, at + 3);
  if (entry?.kind !== 'line' || next?.kind !== 'line' || entry.marker !== null || entry.line.hash > 0) return false;
  if (next.marker !== null || next.line.hash > 0 || next.line.bullet) return false;
  if (entry.body.text.length > BARE_PHRASE || !standsApart(entry, next, at) || below === null || isSibling(next, below)) return false;
  return sectionName(next.body.text) !== null || isBareHeading(next, below, at + 1);
}
