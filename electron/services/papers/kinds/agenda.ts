import { readMarker, type Marker } from '../../../../db/domain/marker.ts';
import { findDates } from '../../../../db/domain/read-date.ts';
import type { Block, TextBlock } from '../block-types.ts';
import { itemsOf } from '../cell-items.ts';
import { isBracket, type Entry, type LineEntry } from '../entries.ts';
import { readNoteMarker } from '../footnotes.ts';
import { isMidSentence, joined, openBrackets } from '../joining.ts';
import { cut, type Line, type Span } from '../lines.ts';
import { rankOf, unspaced, type Open } from '../outline.ts';
import { nameOf, type Table } from '../tables.ts';

const AGENDA_LINE = /^[◆■●○◇□【〈＜《―－-]*(?:(?:会議|議事)?次第|議事日程)(?:[（(]第?[0-9０-９]+号[）)])?[◆■●○◇□】〉＞》―－-]*$/;
/** An agenda is a page or two; a longer paper that has 次第 at its front is something else. */
const LONGEST_AGENDA = 90;
const FRONT_LINES = 16;

/** Whether a paper is an agenda that says so on a line of its own (次　第), not in its title. */
export function isAgenda(lines: readonly Line[]): boolean {
  return lines.length <= LONGEST_AGENDA && lines.slice(0, FRONT_LINES).some((line) => isAgendaLine(line));
}

/** 「次　第」 on a line of its own. */
export const isAgendaLine = ({ text }: Line) => text.length <= 30 && AGENDA_LINE.test(text.replace(/[ 　\t]/g, ''));

/** 「…について　　　【資料１】」「……資料4、別紙」「　19:00～19:05」「（10分）」「担当課」: what goes with an item stands apart from its name. */
const BEHIND = new RegExp([
  '[ 　]+[【〔［[](?:当日|別添|参考)?(?:資料|別紙|別添)[^【】〔〕［］[\\]]{0,20}[】〕］\\]]$',
  '(?:[ 　]{2,}|[ 　]*(?:…|・{2,}|‥|\\.{3,})+[ 　]*)(?:…|・|\\.)*(?:当日配布|(?:参考|当日|別添)?(?:資料|別紙|別添)[^。]{0,24})$',
  '[ 　]{2,}(?:(?:午前|午後)?[0-9０-９]{1,2}[:：時][0-9０-９]{0,2}分?(?:[ 　]*[～〜~-][ 　]*(?:(?:午前|午後)?[0-9０-９]{1,2}[:：時][0-9０-９]{0,2}分?)?)?)$',
  '[ 　]*[（(][0-9０-９]{1,3}分(?:程度|間)?[)）]$',
].join('|'));

/** 日程第1, 議案第1号, 議題1, 報告事項2: a word and a number as the mark of an item. */
const ITEM_MARK = /^((?:日程|議案|報告|諮問|認定|協議|議題|議事|報告事項|協議事項|審議事項|案件)[ 　]*(?:第[ 　]*)?[0-9０-９一二三四五六七八九十]+(?:[ 　]*号)?)[ 　：:.．]+(?=\S)/;
const OUTER_MARK = /^(?:日程|議題|議事)/;

/** What closes the list: the papers handed out, who is there, what to bring. */
const OTHER_LIST = /^(?:配[布付]|資料|会議資料|出席|委員|備考|連絡|その他の資料|事前|持ち物|注意|座席|問い?合わ?せ)/;

/** Whether a heading names a list that belongs to an agenda beside its items: 配布資料, 出席者. */
export const isOtherList = (name: string): boolean => OTHER_LIST.test(name);

const LONGEST_HEADING = 20;
const HEADING_SIGNS = new Set(['square', 'diamond', 'double-circle', 'circle', 'triangle', 'star', 'lenticular', 'double-angle', 'angle', 'bracket']);

/**
 * The blocks of an agenda: every numbered line down to the list of papers is an item, under the item whose number is
 * further out. Where nothing is numbered, every line below 次第 is one. What stands between items without a number is text
 * of the paper and no item.
 */
export function agendaBlocks(entries: readonly Entry[]): Block[] {
  const blocks: Block[] = [];
  const open: OpenItem[] = [];
  let heading: Open | null = null;
  /** 議題 or 「３　報告事項」 over the items of its own, and where it stands. */
  let group: { open: Open; entry: LineEntry } | null = null;
  let item: (TextBlock & Block) | null = null;
  const isNumbered = entries.some((entry) => entry.kind === 'line' && (rankIn(entry) !== null || ITEM_MARK.test(entry.body.text)));
  const isSaid = entries.some((entry) => entry.kind === 'line' && (isAgendaLine(entry.line) || isAgendaLine({ ...entry.line, ...entry.body })));
  // Where only the title says 次第, what has a mark is an item.
  let listed = isNumbered || !isSaid;
  const parts = partsIn(entries);
  entries.forEach((entry, i) => {
    // What goes on with the count of the group is beside it.
    if (group !== null && entry.kind === 'line' && goesOnFrom(group.entry, entry)) group = null;
    const under = [heading ?? group?.open ?? []].flat();
    if (entry.kind === 'table') {
      blocks.push(...(heading === null || !OTHER_LIST.test(heading.text) ? itemsOfTable(entry.table) : null) ?? [], { kind: 'table', table: entry.table, under });
      return;
    }
    const { line, marker, body } = entry;
    const note = readNoteMarker(marker);
    if (note !== null) {
      blocks.push({ kind: 'note', marker: note, pieces: [body], text: body.text, start: line.start, under });
      return;
    }
    if (isAgendaLine(line) || isAgendaLine({ ...line, ...body })) {
      listed = true;
      return;
    }
    const next = entries[i + 1];
    const marked = marker === null || isDash(marker) ? ITEM_MARK.exec(body.text) : null;
    const rank = marked ? (OUTER_MARK.test(marked[0]) ? 0 : 1) : rankIn(entry);
    const isOverItems = marked === null && isGroup(entry, next) && !open.some((outer) => outer.rank < (rank ?? OUTERMOST));
    if (isOverItems || (marked === null && isHeading(entry, next))) {
      const { name, brackets } = unquoted(isOverItems ? withoutBehind(body).text : body.text);
      const named: Open = { text: name, family: marker?.family ?? 'plain', sign: marker?.raw ?? brackets, ordinal: null, hash: line.hash, section: isOverItems ? 'agenda' : 'contents' };
      blocks.push({ kind: 'heading', level: 1, open: named, source: { start: line.start, end: line.end }, under: [] });
      heading = isOverItems ? null : named;
      group = isOverItems ? { open: named, entry } : group;
      item = null;
      open.length = 0;
    } else if (heading === null && item !== null && isRestOf(item, entries[i - 1], entry)) {
      item.pieces.push(body);
      item.text = joined(item.text, body.text);
    } else if (heading === null && (rank !== null || isPartOf(parts, entry) || (listed && isItem(entry, isNumbered ? open.length > 0 || group !== null : null) && (isSaid || marker !== null || line.bullet)))) {
      const depth = rank ?? (isPartOf(parts, entry) ? OUTERMOST : (isNumbered ? BELOW_NUMBERS : 0) + line.indent + (line.bullet || marker !== null ? 1 : 0));
      closeFor(entry, depth, open);
      item = { ...itemOf(entry, marked?.[1] ?? null, marked?.[0].length ?? 0), owner: open.at(-1)?.at ?? null, under };
      blocks.push(item);
      open.push({ rank: depth, at: blocks.length - 1, entry });
    }
  });
  return blocks;
}

type OpenItem = { rank: number; at: number; entry: LineEntry };

/**
 * Leaves open only what the new item may belong to: items whose number is further out, and those it is set in below. 「1.」 set in
 * below 「2.」 is of it, and so is 「テーマ1」; the count of an open item that goes on is beside that item.
 */
function closeFor(entry: LineEntry, rank: number, open: OpenItem[]): void {
  const isNext = ({ entry: { marker, line } }: OpenItem) =>
    marker !== null && marker.ordinal !== null && marker.family === entry.marker?.family && marker.ordinal + 1 === entry.marker.ordinal && Math.abs(line.indent - entry.line.indent) < INSET;
  const beside = open.findIndex(isNext);
  const isInset = (outer: OpenItem) => entry.marker?.ordinal === 1 && entry.line.indent >= outer.entry.line.indent + INSET;
  const left = beside >= 0 ? beside : open.findLastIndex((outer) => outer.rank < rank || isInset(outer)) + 1;
  open.length = left;
}

/** Columns by which an item is set in below another. */
const INSET = 2;

/** The second line of an item, set in below its first, which cannot end there; 「…について」 can. */
function isRestOf(item: TextBlock, above: Entry | undefined, { line, marker }: LineEntry): boolean {
  if (above?.kind !== 'line' || (item.line !== above.line && item.pieces.at(-1) !== above.body)) return false;
  if (marker !== null || line.bullet || line.gap > 0 || line.hash > 0 || line.indent <= item.line.indent) return false;
  return (isMidSentence(above.body.text) && !above.body.text.endsWith('について')) || openBrackets(item.text) > 0;
}

const isDash = (marker: Marker) => marker.family === 'dash' || marker.family === 'dot';

function rankIn({ marker }: LineEntry): number | null {
  return marker === null || readNoteMarker(marker) !== null ? null : rankOf(marker.family);
}

/** 「（配布資料）」 → 配布資料 */
export function unquoted(text: string): { name: string; brackets: string | null } {
  const [, left, name, right] = /^([（(])([^（()）]+)([)）])$/.exec(text) ?? [];
  return name === undefined ? { name: unspaced(text), brackets: null } : { name: unspaced(name.trim()), brackets: `${left}${right}` };
}

/** A bracket alone on its line, or a sign or # before the name of another list. */
function isHeading({ line, marker, body }: LineEntry, next: Entry | undefined): boolean {
  if (body.text.length > LONGEST_HEADING || body.text.endsWith('。')) return false;
  if (line.hash > 0 && next?.kind === 'table') return true;
  const { name } = unquoted(body.text);
  if (marker === null) return OTHER_LIST.test(name) && (line.hash > 0 || (next?.kind === 'line' && !/[ 　：:]/.test(name) && line.gap > 0));
  if (marker.label !== undefined || rankOf(marker.family) !== null) return false;
  return marker.raw.length === 2 || (HEADING_SIGNS.has(marker.family) && OTHER_LIST.test(name));
}

/** What several items on an agenda are together. */
export const GROUP_NAME = /^(?:議題|議事|議案|案件|付議案件|(?:報告|協議|審議|検討|諮問|議決|連絡)(?:事項|案件)?)$/;

/** 「議　題」「【報告事項】」「３　報告事項」 over the first of its items. */
function isGroup(entry: LineEntry, next: Entry | undefined): boolean {
  const { line, marker, body } = entry;
  if (line.bullet || !GROUP_NAME.test(unquoted(withoutBehind(body).text).name) || next?.kind !== 'line') return false;
  const isMarked = marker === null || (marker.label === undefined && (isBracket(marker) || (rankIn(entry) !== null && marker.ordinal !== null)));
  const isListed = (next.line.bullet || (next.marker !== null && isDash(next.marker))) && (isNamedItem(next) || isPlainItem(next));
  return isMarked && (next.marker?.ordinal === 1 || ITEM_MARK.test(next.body.text) || isListed);
}

/** 「５　その他」 behind 「４　審議事項」, set in no further. */
const goesOnFrom = (group: LineEntry, { line, marker }: LineEntry): boolean =>
  group.marker !== null && marker !== null && marker.family === group.marker.family && marker.ordinal !== null && marker.ordinal > (group.marker.ordinal ?? Infinity) && line.indent < group.line.indent + INSET;

/** A line of a list without numbers: a phrase, no date and no remark. */
function isPlainItem({ line, marker, body }: LineEntry): boolean {
  return line.hash === 0 && isPhrase(body.text) && (marker === null || marker.family !== 'arrow') && findDates(body.text, { year: 2000 }).length === 0 && !TIME.test(body.text);
}

/** 「午後1時30分から」 */
const TIME = /^(?:午前|午後)?[ 　]*[0-9０-９]{1,2}[ 　]*(?:時|[:：][0-9０-９]{2})/;

/** Deeper than any number. */
const BELOW_NUMBERS = 100;

/** Further out than any number. */
const OUTERMOST = -1;

/** The signs of the parts of a meeting: 「◇　審議会」 over what is set in below it. */
function partsIn(entries: readonly Entry[]): Set<string> {
  return new Set(entries.flatMap((entry, i) => {
    const next = entries[i + 1];
    if (entry.kind !== 'line' || entry.marker === null || !isSigned(entry) || next?.kind !== 'line' || next.marker === null) return [];
    return next.line.indent > entry.line.indent || next.marker.ordinal === 1 ? [entry.marker.raw] : [];
  }));
}

/** A phrase behind a sign that does not name another list. */
const isSigned = ({ line, marker, body }: LineEntry): boolean =>
  line.hash === 0 && marker !== null && marker.raw.length === 1 && HEADING_SIGNS.has(marker.family) && isPhrase(body.text) && !OTHER_LIST.test(unspaced(body.text));

const isPartOf = (parts: ReadonlySet<string>, entry: LineEntry): boolean => isSigned(entry) && parts.has(entry.marker?.raw ?? '');

/** @param isBelow whether a number, a part or a group is open; null where nothing is numbered. */
function isItem(entry: LineEntry, isBelow: boolean | null): boolean {
  if (isBelow === null) return isPlainItem(entry);
  return isBelow && (isNamedItem(entry) || (entry.marker?.family === 'dot' && isPlainItem(entry)));
}

/** No sentence and no remark. */
const isPhrase = (text: string): boolean => text.length <= 60 && !/[。：:]/.test(text);

/** 「・次回の日程について」 below a number is treated as what is numbered is. */
const isNamedItem = ({ line, marker, body }: LineEntry): boolean =>
  (line.bullet || (marker !== null && isDash(marker))) && isPhrase(body.text) && /に(?:ついて|関すること)(?:[（(][^（()）]{1,20}[)）])?$/.test(body.text);

const ITEM_COLUMN = /^(?:議題|内容|次第|項目|議事|事項|件名|案件|議案|進行|プログラム|会議次第|議事内容)(?:等|名)?$/;
const NUMBER_COLUMN = /^(?:No\.?|№|番号|項番|順|順序|#|日程|)$/i;

/** 時間 | 内容 | 資料: a row an item; null for any other table. */
export function itemsOfTable(table: Table): Block[] | null {
  const [header, ...rows] = table.rows;
  const column = header?.cells.findIndex((cell) => ITEM_COLUMN.test(nameOf(cell))) ?? -1;
  if (!header || column < 0) return null;
  const number = header.cells.findIndex((cell, i) => i !== column && NUMBER_COLUMN.test(nameOf(cell)));
  return rows.flatMap(({ cells }): Block[] => {
    const cell = cells[column];
    return (cell ? itemsOf(cell) : []).flatMap(({ body, start, marker: sign }, i): Block[] => {
      const own = readMarker(body.text);
      const marker = own !== null && rankOf(own.family) !== null ? own : null;
      const raw = marker?.raw ?? sign ?? (i === 0 && number >= 0 ? cells[number]?.text || null : null);
      const name = withoutBehind(marker === null ? body : cut(body, marker.restAt));
      const line: Line = { ...body, hash: 0, bullet: false, indent: 0, gap: 0, afterPage: false, hardBreak: true, raw: body.text };
      const block: TextBlock = { kind: 'text', as: 'agenda', marker: raw === null ? null : { family: 'decimal', ordinal: null, raw, rest: '', restAt: 0 }, pieces: [name], text: name.text, start, line, lastLine: line, owner: null, open: 0 };
      return [{ ...block, under: [] }];
    });
  });
}

function itemOf({ line, marker, body }: LineEntry, mark: string | null, from: number): TextBlock {
  const name = withoutBehind(from > 0 ? cut(body, from) : body);
  const text = unspaced(name.text);
  return {
    kind: 'text', as: 'agenda', marker: mark === null ? marker : { family: 'section', ordinal: null, raw: mark, rest: '', restAt: 0 }, pieces: [name], text, start: line.start, line, lastLine: line, owner: null, open: 0,
  };
}

/** No line of an agenda is longer. */
const LONGEST_LINE = 300;

function withoutBehind(body: Span): Span {
  if (body.text.length > LONGEST_LINE) return body;
  const behind = BEHIND.exec(body.text);
  return behind === null || behind.index === 0 ? body : withoutBehind(cut(body, 0, behind.index));
}
