import type { Marker } from '../../../db/domain/marker.ts';
import { isCaption } from './asides.ts';
import { type Entry, isBracket, type LineEntry } from './entries.ts';
import { BARE_PHRASE, type Scene } from './heading-scene.ts';
import { isMidSentence } from './joining.ts';
import { isKpiField } from './kpi-line.ts';
import type { Line } from './lines.ts';
import { isSubject, rankOf, subjectWord } from './outline.ts';
import { sectionName } from './vocabulary.ts';

/** The next number or sign of the same kind stands right below: a list, not sections. */
export function isSibling({ marker, line }: LineEntry, next: Entry): boolean {
  if (next.kind !== 'line' || next.line.hash > 0) return false;
  if (marker === null) return next.marker === null && next.line.bullet && line.bullet && next.line.indent <= line.indent;
  if (next.marker?.family !== marker.family || wordOf(next.marker) !== wordOf(marker)) return false;
  if (marker.ordinal === null) return next.marker.raw === marker.raw;
  // Markdown may number every item of a list 1.
  return (next.marker.ordinal ?? 0) > marker.ordinal || (marker.raw === '1.' && next.marker.raw === '1.');
}

/** 施策 of 施策1: subjects of another word are another count. */
export const wordOf = ({ raw, family }: Marker): string => (isSubject(raw, family) ? subjectWord(raw) : '');

/** The key of a marker in a list: numbers count on by family, signs repeat; lines with `#` are no items of a list without. */
export function listKey({ line, marker }: LineEntry): string {
  return marker === null ? '' : `${line.hash > 0 ? '#' : ''}${marker.ordinal === null ? marker.raw : marker.family + wordOf(marker)}`;
}

/** The number before it, or the same sign, stands above as an item. */
export function isInList(entry: LineEntry, { listed }: Scene): boolean {
  const last = listed.get(listKey(entry));
  if (entry.marker === null || last === undefined) return false;
  return entry.marker.ordinal === null || (last ?? 0) < entry.marker.ordinal || (entry.marker.raw === '1.' && last === 1);
}

/** A mark or a list dash stands below. */
export function opensList(next: Entry): boolean {
  return next.kind === 'line' && (next.marker !== null || next.line.bullet);
}

/** A bracket, or a line that names a section, and so a heading of its own. */
export function isNamedHeading(next: Entry): boolean {
  if (next.kind !== 'line') return false;
  const bracketed = next.marker !== null && isBracket(next.marker) && next.marker.label === undefined && !isCaption(next.body.text);
  return bracketed || sectionName(next.body.text) !== null;
}

/** Dots, dashes or a first number. */
export function isSubList(next: Entry): boolean {
  if (next.kind !== 'line') return next.kind === 'table';
  return next.line.bullet || next.marker?.family === 'dot' || /^[▶▷►▸➤]/.test(next.marker?.raw ?? '') || (next.line.hash === 0 && next.marker?.ordinal === 1);
}

/** A deeper count begins right below. */
export function opensCount({ marker }: LineEntry, next: Entry): boolean {
  if (next.kind !== 'line' || next.line.hash > 0 || next.marker?.ordinal !== 1 || !marker) return false;
  return (rankOf(next.marker.family) ?? -1) > (rankOf(marker.family) ?? Infinity);
}

/** Something of its own stands below: a list, a table, a deeper number from its first, or a paragraph set apart. */
export function opensBelow({ marker, line, body }: LineEntry, next: Entry): boolean {
  if (next.kind === 'table' || next.line.hash > 0 || next.line.bullet) return true;
  if (next.marker === null && isKpiField(next.body.text)) return true;
  if (next.marker?.ordinal === 1 && isSubject(next.marker.raw, next.marker.family) && marker !== null && wordOf(marker) === '') return true;
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
