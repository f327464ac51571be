import type { MarkerFamily } from '../../../db/domain/marker.ts';
import { findDates } from '../../../db/domain/read-date.ts';
import { isCaption } from './asides.ts';
import { isCityNames } from './cities.ts';
import { type Entry, isBracket, type LineEntry } from './entries.ts';
import { PHRASE, type Scene } from './heading-scene.ts';
import { isInList, isSibling, opensCount, opensList } from './line-context.ts';
import { isNumberedHeading } from './numbered-headings.ts';
import { isSubject, unspaced } from './outline.ts';
import { isPlainHeading } from './plain-headings.ts';
import { isSignHeading } from './sign-headings.ts';
import { sectionName } from './vocabulary.ts';

/** Signs that can head a section; a dot or an arrow never does. */
const HEADING_SIGNS = new Set<MarkerFamily>(['square', 'diamond', 'double-circle', 'circle', 'triangle', 'star']);

/** Tells a heading from an item or a text, by the line's form and what stands around it; `#` counts, but not alone. */
export function looksLikeHeading(scene: Scene): boolean {
  const entry = scene.entries[scene.at];
  if (entry?.kind !== 'line' || isCaption(entry.body.text) || /^[…‥：:]/.test(entry.body.text)) return false;
  const { line, marker, body } = entry;
  const next = scene.entries[scene.at + 1] ?? null;
  const section = scene.stack.at(-1)?.section ?? null;
  const named = sectionName(body.text) !== null;
  if (section === 'example' && line.hash === 0 && isCityNames(body.text) && next !== null && !isSibling(entry, next)) return true;
  if (section === 'schedule' && countsSections(entry, scene)) return true;
  if (isOverRemarks(entry, next)) return true;
  if (isAppendix(entry, next)) return true;
  if (section === 'schedule' && !isLikeOpen(entry, scene) && (isOfMeeting(entry, next, named) || isTopic(scene))) return false;
  // 「1. 第1回検討会　5月14日」 above its topics is a meeting.
  if (line.hash === 0 && marker !== null && !isBracket(marker) && /^第[ 　]*[0-9０-９]+[ 　]*回/.test(body.text) && findDates(body.text, { year: 2000 }).length > 0) return false;
  if (line.hash > 0) return !body.text.endsWith('。') && !(section === 'deliberation_item' && isListed(entry, scene));
  if (marker && isBracket(marker)) return body.text.length <= PHRASE && (!line.bullet || named) && !body.text.endsWith('。');
  if (named && next !== null && opensNamed(entry, next) && (!isInList(entry, scene) || (section !== 'agenda' && opensCount(entry, next)))) return true;
  if (line.bullet || !isPhrase(body.text) || next === null) return false;
  if (marker === null) return isPlainHeading(entry, next, scene);
  return HEADING_SIGNS.has(marker.family) ? isSignHeading(entry, next, scene) : isNumberedHeading(entry, next, scene);
}

/** 「２　部会」 after 「１　開催日程」 heads what is set in or listed below it, unless 「１」 is the first of a list of topics. */
function countsSections(entry: LineEntry, scene: Scene): boolean {
  const { marker, line, body } = entry;
  const next = scene.entries[scene.at + 1] ?? null;
  if (marker === null || marker.ordinal === null || line.hash > 0 || line.bullet || !isPhrase(body.text) || COUNTED.test(body.text) || next === null || isSibling(entry, next) || isInList(entry, scene)) return false;
  if (isSubject(marker.raw, marker.family) || (next.kind === 'line' && next.line.gap === 0 && next.line.indent <= line.indent && next.marker === null)) return false;
  return scene.stack.some((open) => open.family === marker.family && open.ordinal === (marker.ordinal ?? 0) - 1) && (findDates(body.text, { year: 2000 }).length === 0 || NAMES_SCHEDULE.test(body.text));
}

/** 「令和7年度の日程」 */
const NAMES_SCHEDULE = /年度?の?(?:日程|予定|スケジュール|工程|開催(?:日程|予定|状況|経過)|(?:審議|検討)(?:日程|予定|経過))(?:[（(]案[)）])?$/;

/** 「資料編」 alone on a line ends whatever stood before it. */
function isAppendix({ line, marker, body }: LineEntry, next: Entry | null): boolean {
  if (marker !== null || line.bullet || line.gap === 0 || next === null) return false;
  return /^(?:資料編|資料集|巻末資料|[付附]属資料|[付附]録)$/.test(unspaced(body.text)) || (body.text === '参考資料' && next.kind === 'line' && next.marker?.ordinal === 1);
}

/** 「■」 below 「■ スケジュール」 begins the next section. */
const isLikeOpen = ({ marker, body }: LineEntry, { stack }: Scene): boolean => marker !== null && marker.ordinal === null && stack.at(-1)?.sign === marker.raw && !COUNTED.test(body.text);

/** 「備考」 over a list below a list of meetings is no topic of the last. */
function isOverRemarks({ line, marker, body }: LineEntry, next: Entry | null): boolean {
  return marker === null && line.gap > 0 && next?.kind === 'line' && opensList(next) && /^(?:備[ 　]*考|留意(?:事項|点)|注意(?:事項|点)|補足(?:事項)?|そ[ 　]*の[ 　]*他)$/.test(body.text);
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
  if (!named || next?.kind === 'table') return COUNTED.test(body.text);
  if (line.hash > 0 || (marker !== null && (isBracket(marker) || marker.ordinal !== null))) return false;
  return next?.kind !== 'line' || next.line.hash > 0 || !opensList(next) || COUNTED.test(next.body.text);
}

function isPhrase(text: string): boolean {
  return text.length <= PHRASE && !/[、，]$|。/.test(text);
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
