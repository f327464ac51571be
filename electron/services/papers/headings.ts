import type { MarkerFamily } from '../../../db/domain/marker.ts';
import { findDates } from '../../../db/domain/read-date.ts';
import { isCityNames, readCities } from './cities.ts';
import { isBracket, type Entry, type LineEntry } from './entries.ts';
import { isMidSentence } from './joining.ts';
import { rankOf, type Open } from './outline.ts';
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
  if (line.hash > 0) return !body.text.endsWith('。') && !(section === 'deliberation_item' && isListed(entry, scene));
  if (marker && isBracket(marker)) return body.text.length <= PHRASE && (!line.bullet || named) && !body.text.endsWith('。');
  if (named && next !== null && opensNamed(entry, next) && (!isInList(entry, scene) || opensCount(entry, next))) return true;
  if (line.bullet || !isPhrase(body.text) || next === null) return false;
  if (marker === null) return isBareHeading(entry, next, scene.at) && (section === null || !LISTING.has(section) || CLAUSE_REFERENCE.test(body.text));
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

/** 【図1：…】 and 【表1：…】 name a picture or a table, not a section. */
export function isCaption(text: string): boolean {
  return /^(?:図|表|写真|グラフ|Fig\.?)[ 　]*[0-9０-９]+/.test(text);
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
  if (rank <= (rankOf('article') ?? 0)) return true;
  if (ITEM_FAMILIES.has(family) && !stack.some((open) => open.family === family)) return false;
  const section = stack.at(-1)?.section ?? null;
  const lists = section !== null && LISTING.has(section);
  if (isSibling(entry, next) || (isInList(entry, scene) && (lists || !opensCount(entry, next)))) return false;
  if (stack.some((open) => open.family === family && open.ordinal !== null && ordinal === open.ordinal + 1)) return true;
  if (isNamedHeading(next)) return !endsPoints(next, stack);
  const holdsSections = section === 'deliberation_item' && entries.slice(at + 1, at + 4).some(isNamedHeading);
  return (!lists || holdsSections) && opensBelow(entry, next);
}

/** The last point of a section stands above the next section's name, and is still a point. */
function endsPoints(next: Entry, stack: readonly Open[]): boolean {
  if (next.kind !== 'line') return false;
  const family = next.marker?.family ?? 'plain';
  return stack.some((open) => open.family === family && open.section !== null && POINTS.has(open.section));
}

function isSignHeading(entry: LineEntry, next: Entry, scene: Scene): boolean {
  const { marker, body, line } = entry;
  if (!marker || body.text.length > SIGN_PHRASE || /[：:]|など$/.test(body.text) || readCities(body.text, false) !== null) return false;
  const kind = sectionKind(body.text);
  if (isSibling(entry, next) || (kind === null && body.text.endsWith('等'))) return false;
  const section = scene.stack.at(-1)?.section ?? null;
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

/** A deeper count begins right below. */
function opensCount({ marker }: LineEntry, next: Entry): boolean {
  if (next.kind !== 'line' || next.line.hash > 0 || next.marker?.ordinal !== 1 || !marker) return false;
  return (rankOf(next.marker.family) ?? -1) > (rankOf(marker.family) ?? Infinity);
}

/** Something of its own stands below: a list, a table, a deeper number from its first, or a paragraph set apart. */
function opensBelow({ marker, body }: LineEntry, next: Entry): boolean {
  if (next.kind === 'table' || next.line.hash > 0 || next.line.bullet) return true;
  if (next.marker === null) return next.line.gap > 0 || (next.body.text.includes('。') && body.text.length <= 30 && !isMidSentence(body.text));
  const rank = rankOf(next.marker.family);
  const mine = marker ? rankOf(marker.family) : null;
  if (rank === null) return true;
  return mine === null ? next.marker.ordinal === 1 : rank > mine && next.marker.ordinal === 1;
}

/** A short line that stands alone above a list or a much longer sentence, or is tied to a clause (〈第4章1関連〉). */
function isBareHeading({ line, body: { text } }: LineEntry, next: Entry, at: number): boolean {
  if (next.kind !== 'line') return false;
  if (CLAUSE_REFERENCE.test(text)) return true;
  if (text.length > BARE_PHRASE || /[、。！!？?「」～~…：:]|[0-9０-９]年|など$|[)）]$/.test(text)) return false;
  if (next.line.gap === 0 || (line.gap === 0 && at > 0)) return false;
  if (next.marker !== null || next.line.bullet) return isSubList(next);
  return next.line.hash === 0 && next.body.text.endsWith('。') && next.body.text.length >= text.length * 2;
}
