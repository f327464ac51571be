import { readMarker, type Marker, type MarkerFamily } from '../../../db/domain/marker.ts';
import { isCityNames, readCities } from './cities.ts';
import type { RecognisedPaper } from '../../contract/recognised.ts';
import { cut, type Line, type Span } from './lines.ts';
import type { Speech } from './kinds/speeches.ts';
import { sectionKind, sectionName } from './vocabulary.ts';
import { readSpacedTable } from './spaced-table.ts';
import { isOfficeLabel } from './office-line.ts';
import { readSubject } from './subject-marker.ts';
import { readTable, type Table } from './tables.ts';

/** A line of the paper with its marker read, or a whole table. */
export type Entry = LineEntry | { kind: 'table'; table: Table; line: Line };
export type LineEntry = {
  kind: 'line';
  line: Line;
  /** The marker that counts: of `- ①` the ①. Null for plain text and for Markdown's own dash. */
  marker: Marker | null;
  /** The text after the marker. */
  body: Span;
  /** True for a label with its text behind it on the same line. */
  inline?: true;
  /** In minutes: who speaks, and what is said from this line on. */
  speech?: Speech;
  /** Set out on the lines below its name, which this is. */
  indicator?: RecognisedPaper['kpis'][number];
};

/** Lines → entries: tables gathered, markers read, a section label with text behind it set on an entry of its own. */
export function readEntries(lines: readonly Line[], text: string): Entry[] {
  const entries: Entry[] = [];
  const recent: Marker[] = [];
  let isAppended = false;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) break;
    const found = readTable(lines, i, text) ?? readSpacedTable(lines, i);
    if (found) {
      entries.push({ kind: 'table', table: found.table, line });
      i += found.taken - 1;
      continue;
    }
    isAppended ||= APPENDED.test(line.text.replace(/[ 　]/g, ''));
    const isAlone = line.gap > 0 && !NAMES_PAPER.test(lines[i + 1]?.text ?? '') && !NAMES_PAPER.test(lines[i - 1]?.text ?? '');
    const above = entries.at(-1);
    for (const entry of split(line, recent).map((each) => (closesItem(each, above) ? { ...each, marker: null, body: line } : isAppended ? withPaperNumber(each) : isAlone ? withAnnex(each) : each))) {
      entries.push(entry);
      if (entry.marker) remember(recent, entry.marker);
    }
  }
  return entries;
}

/** 「［みなと市・東浜市］」 set in right below an item is the end of it, and heads nothing. */
function closesItem({ line, marker, body }: LineEntry, above: Entry | undefined): boolean {
  if (above?.kind !== 'line' || marker === null || !isBracket(marker) || line.hash > 0 || line.gap > 0) return false;
  return (above.marker !== null || above.line.bullet) && line.indent > above.line.indent && readCities(above.body.text, false) === null && isCityNames(body.text);
}

const APPENDED = /^(?:資料編|資料集|参考資料編|巻末資料|付属資料|附属資料)$/;

/** 「別紙　開催経過」: what is annexed stands beside the chapters. */
const ANNEX = /^((?:別紙|別添|別表|付表)[ 　]*(?:[0-9０-９]{1,2})?)[ 　：:]+(?=[^。]{2,40}$)/;
/** 「資料１　策定の経過」, alone above what it holds. */
const NUMBERED_ANNEX = /^((?:参考)?資料[ 　]*[0-9０-９]{1,2})[ 　：:]+(?=(?:(?:策定|検討|審議|開催|改定)の?(?:経過|経緯)|[^。\s　]{0,20}(?:委員|構成員)名簿)$)/;
const NAMES_PAPER = /^(?:[・○][ 　]*)?(?:別紙|別添|別表|付表|参考|資料)/;

function withAnnex(entry: LineEntry): LineEntry {
  const { marker, body } = entry;
  const found = marker === null ? ANNEX.exec(body.text) ?? NUMBERED_ANNEX.exec(body.text) : null;
  const rest = body.text.slice(found?.[0].length ?? 0);
  if (found === null || sectionKind(rest) === null) return entry;
  return { ...entry, marker: { family: 'chapter', ordinal: null, raw: (found[1] ?? '').trim(), rest, restAt: found[0].length }, body: cut(body, found[0].length) };
}

/** 「資料１　開催経過」 in the appendix of a plan is numbered as a chapter is; anywhere else it names a paper. */
function withPaperNumber(entry: LineEntry): LineEntry {
  const { marker, body } = entry;
  const found = marker === null && body.text.length <= 60 ? /^((?:参考)?資料[ 　]*(?:[0-9０-９]{1,2}[-－‐])?([0-9０-９]{1,2}))[ 　：:]+(?=[^。]+$)/.exec(body.text) : null;
  if (found === null) return entry;
  const at = found[0].length;
  return { ...entry, marker: { family: 'section', ordinal: Number(found[2]?.normalize('NFKC')), raw: found[1] ?? '', rest: body.text.slice(at), restAt: at }, body: cut(body, at) };
}

/** Families whose letters can be read two ways: イ as the second of ア-order or the first of イロハ, I as a Roman one or a letter. */
const AMBIGUOUS = new Set<MarkerFamily>(['katakana', 'katakana-paren', 'iroha', 'roman', 'lower-roman', 'alpha', 'alpha-paren']);

/** Keeps the last marker of each family, the newest first. */
function remember(recent: Marker[], marker: Marker): void {
  const at = recent.findIndex((known) => known.family === marker.family);
  if (at >= 0) recent.splice(at, 1);
  recent.unshift(marker);
}

/** Reads a marker as the next of the list it counts on in, however much stands between. */
function readNext(text: string, recent: readonly Marker[]): Marker | null {
  const first = readMarker(text, recent[0]);
  if (!first || !AMBIGUOUS.has(first.family)) return first;
  for (const known of recent) {
    if (!AMBIGUOUS.has(known.family)) continue;
    const next = readMarker(text, known);
    if (next?.family === known.family && next.ordinal === (known.ordinal ?? 0) + 1) return next;
  }
  return readMarker(text);
}

/** What a sheet says of a measure beside its text: 【指標】, 【実施時期】. */
export const FIELD = /^(?:(?:成果|活動|数値)?(?:指標|目標)|目標値|実施時期|時期|実施期間|事業費|予算額?|対象者?)$/;

function split(line: Line, recent: readonly Marker[]): LineEntry[] {
  const { marker, body } = readMarked(line, recent);
  if (marker === null && line.hash === 0) return splitLabel(line, body, recent);
  if (marker?.label === undefined) return splitRow({ kind: 'line', line, marker, body }, recent);
  if (isOfficeLabel(marker.label) || (sectionName(marker.label) === null && !FIELD.test(marker.label))) return [{ kind: 'line', line, marker: null, body: line }];
  // 「【背景】 人口が減り…」 is a heading and its first text.
  const label = cut(line, 0, line.text.length - body.text.length);
  const inner = label.text.slice(marker.raw.length / 2, label.text.length - marker.raw.length / 2).trim();
  const { label: _, ...bare } = marker;
  const rest: Line = { ...line, ...body, bullet: false, hash: 0, gap: 0, afterPage: false };
  return [
    { kind: 'line', line: { ...line, ...label, hardBreak: true }, marker: { ...bare, rest: inner }, body: { ...label, text: inner }, inline: true },
    ...split(rest, recent),
  ];
}

const FIRST_NUMBER = '(?:①|[(（][1１ア][)）])';
/** What follows a number that only refers to an item. */
const REFERRING = '[ 　]*(?:[のをにはとや、，・及並～〜~①-⑳(（]|から|まで|について|$)';
const LABEL_REACH = 120;
const LABEL_AND_ITEM = new RegExp(`^([^\\s　：:。、①-⑳]{2,12})[ 　]*[：:]?[ 　]*(?=${FIRST_NUMBER}(?!${REFERRING})|[・･][^\\s　]{4})`);

/**
 * 「課題　①…　②…」: a section name in front of its first item is a heading of its own; 「審議事項(1)の審議」 only refers to an item.
 */
function splitLabel(line: Line, body: Span, recent: readonly Marker[]): LineEntry[] {
  // The white space of a long line is not looked through.
  const match = LABEL_AND_ITEM.exec(body.text.slice(0, LABEL_REACH));
  if (!match || sectionName(match[1] ?? '') === null) return [{ kind: 'line', line, marker: null, body }];
  const label = cut(body, 0, match[0].length);
  const rest: Line = { ...line, ...cut(body, match[0].length), bullet: false, gap: 0, afterPage: false };
  return [{ kind: 'line', line: { ...line, ...label, hardBreak: true }, marker: null, body: { ...label, text: match[1] ?? '' }, inline: true }, ...split(rest, recent)];
}

/** 「①…　②…」 on one line: each is an item of its own, as long as the numbers count on. */
function splitRow(entry: LineEntry, recent: readonly Marker[]): LineEntry[] {
  const { marker, body, line } = entry;
  if (marker?.family !== 'circled' || marker.ordinal !== 1 || line.hash > 0) return [entry];
  const next = /(?<=[\s　。）)])②/.exec(body.text);
  if (!next) return [entry];
  const items: LineEntry[] = [];
  let at = 0;
  for (let ordinal = 2; ; ordinal += 1) {
    const sign = String.fromCharCode(0x245f + ordinal);
    const stop = body.text.slice(at + 1).search(new RegExp(`(?<=[\\s　。）)])${sign}`));
    const piece = cut(body, at, stop < 0 ? body.text.length : at + 1 + stop);
    const whole: Line = at === 0 ? { ...line, end: piece.end } : { ...line, ...piece, gap: 0, afterPage: false };
    items.push(at === 0 ? { ...entry, line: whole, body: piece } : { kind: 'line', line: whole, ...readMarked(whole, recent) });
    if (stop < 0) return items;
    at += 1 + stop;
  }
}

/** The number of a subject stands near its head. */
const MAY_NAME_SUBJECT = /^.{1,12}[0-9０-９①-⑳ⅠⅡⅢⅣⅤⅥ一二三四五六七八九十A-HＡ-Ｈ]/;

function readMarked(line: Line, recent: readonly Marker[]): { marker: Marker | null; body: Span } {
  const marker = (MAY_NAME_SUBJECT.test(line.text) ? readSubject(line.text) : null) ?? readNext(line.text, recent);
  if (!marker || marker.rest === '') return { marker: null, body: line };
  const body = marker.raw.length === 2 && isBracket(marker) && marker.label === undefined ? inside(line, marker) : cut(line, marker.restAt);
  if (marker.family !== 'dash' && !(marker.family === 'dot' && line.bullet)) return { marker, body };
  const inner = readNext(body.text, recent);
  if (!inner || inner.rest === '' || isBracket(inner)) return { marker: marker.raw === '-' ? null : marker, body };
  return { marker: inner, body: cut(body, inner.restAt) };
}

function inside(line: Line, marker: Marker): Span {
  return { ...cut(line, marker.restAt, marker.restAt + marker.rest.length), end: line.end };
}

/** 【】《》〈〉［］ */
export function isBracket(marker: Marker): boolean {
  return ['lenticular', 'double-angle', 'angle', 'bracket'].includes(marker.family);
}
