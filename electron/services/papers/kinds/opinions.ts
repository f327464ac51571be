import type { MarkerFamily } from '../../../../db/domain/marker.ts';
import type { RecognisedRecord } from '../../../contract/recognised.ts';
import { itemsOf } from '../cell-items.ts';
import { flat, textIn } from '../cell-text.ts';
import type { Entry, LineEntry } from '../entries.ts';
import { cut, type Span } from '../lines.ts';
import type { Open } from '../outline.ts';
import { recordOfCell } from '../recognise-records.ts';
import { nameOf, type Row, type Table } from '../tables.ts';
import type { Speech } from './speeches.ts';

/** The two sides of a paper on public comment (行政手続法 43条: the opinions, and what was made of them). */
type Side = 'opinion' | 'response';

const OPINION = '(?:[ご御]?意見|[ご御]?質問|[ご御]?提案|[ご御]?要望|問|質疑|[QＱ])(?:等|[・及びと]?(?:[ご御]?提案|質問|要望))?(?:の?(?:内容|概要|要旨|趣旨))?';
const RESPONSE = '(?:(?:本|当)?[市区町村県]|教育委員会|委員会|審議会|検討会|事務局)?(?:として)?の?(?:考え方?|回答|対応|見解|答え?|[AＡ])(?:方針|内容|案|等)?';
const NUMBER = '[ 　]*(?:No\\.?|№)?[ 　]*[0-9０-９①-⑳]{0,3}';

const side = (form: string) => [
  new RegExp(`^[【〔［[<〈＜（(「](${form}${NUMBER})[】〕］\\]>〉＞）)」][ 　]*(?:[：:][ 　]*)?`),
  new RegExp(`^(${form}${NUMBER})[ 　]*[：:．.][ 　]*`),
  new RegExp(`^(${form}[ 　]*[0-9０-９①-⑳]{1,3})(?:[ 　]+|$)`),
  new RegExp(`^(${form})(?:　|[ 　]{2,})`),
];
const LABELS: readonly (readonly [Side, readonly RegExp[]])[] = [['opinion', side(OPINION)], ['response', side(RESPONSE)]];
const BOLD_LABELS: readonly (readonly [Side, RegExp])[] = [['opinion', new RegExp(`^(${OPINION}${NUMBER})[ 　]*`)], ['response', new RegExp(`^(${RESPONSE}${NUMBER})[ 　]*`)]];

const LABEL_REACH = 60;

/** A label in front of a text: whose it is, its number as the mark of the opinion, and where the text begins. */
function readLabel({ line, body, inline }: LineEntry): { as: Side; sign: string | null; length: number } | null {
  if (inline) {
    const found = BOLD_LABELS.find(([, form]) => form.exec(body.text)?.[0].length === body.text.length);
    return found === undefined ? null : { as: found[0], sign: numbered(body.text), length: body.text.length };
  }
  const bold = /^(?:[-*+][ 　]+)?\*\*([^*]{1,16})\*\*/.exec(line.raw.trim())?.[1];
  const colon = /^([^：:。]{2,16})[：:][ 　]*/.exec(body.text);
  const word = colon?.[1]?.replace(/[ 　]/g, '') ?? '';
  const named = sideNamed(word);
  // 「意　見：」
  if (colon !== null && named !== null) return { as: named, sign: numbered(word), length: colon[0].length };
  for (const [as, forms] of LABELS) {
    // A label is short, and the white space of a long line is not looked through.
    const found = forms.map((form) => form.exec(body.text.slice(0, LABEL_REACH))).find((match) => match !== null);
    if (found) return { as, sign: numbered(found[1] ?? ''), length: found[0].length };
  }
  if (bold === undefined) return null;
  for (const [as, form] of BOLD_LABELS) {
    const found = form.exec(body.text.slice(0, LABEL_REACH));
    if (found && found[1]?.trim() === bold.replace(/[：:]$/, '').trim()) return { as, sign: numbered(found[1]), length: found[0].length };
  }
  return null;
}

/** 「意見」 alone on its line, with what is said set in right below. */
function labelOver({ line, marker, body }: LineEntry, next: Entry | undefined): ReturnType<typeof readLabel> {
  const as = marker === null ? sideNamed(body.text) : null;
  const isOver = next?.kind === 'line' && next.marker === null && next.line.hash === 0 && next.line.gap === 0 && next.line.indent > line.indent;
  return as !== null && isOver ? { as, sign: numbered(body.text), length: body.text.length } : null;
}

/**
 * 「【意見】…」「（回答）…」「Ｑ：…」 in minutes: a word for a side in front of what is said.
 * @param asks whether the paper asks by a Q or 問, so that an A is no name.
 * @returns whose side it is and where the words begin; null for any other line, and for a label alone.
 */
export function readSide(text: string, asks: boolean): { as: Side; length: number } | null {
  const head = text.slice(0, LABEL_REACH);
  if (!asks && /^[AＡ]/.test(head)) return null;
  for (const [as, [bracketed, colon]] of LABELS) {
    const length = (bracketed?.exec(head) ?? colon?.exec(head) ?? (asks ? ASKED_APART[as].exec(head) : null))?.[0].length;
    if (length !== undefined && length < text.length) return { as, length };
  }
  return null;
}

/** 「問　…」「答　…」, where the paper asks so. */
const ASKED_APART: Record<Side, RegExp> = { opinion: /^(?:問|質問|[QＱ])(?:　| {2,})/, response: /^(?:答|回答|[AＡ])(?:　| {2,})/ };

/** Whether a line asks by a Q (Ｑ１　…) or 問. */
export const isAsked = (text: string): boolean => /^(?:[QＱ]|問[ 　0-9０-９])/.test(text);

/** The side that a word names when it is nothing but its name: 意見, 質問2, 回答. */
export function sideNamed(word: string): Side | null {
  return LABELS.find(([, [bracketed]]) => bracketed?.test(`【${word}】`))?.[0] ?? null;
}

/** Gives each response that has no opinion yet the last one before it under the same heading. */
export function answerLast(records: RecognisedRecord[]): void {
  let asked: number | null = null;
  records.forEach((record, i) => {
    const isBeside = asked !== null && records[asked]?.under.join('\n') === record.under.join('\n');
    if (record.kind === 'opinion') asked = i;
    else if (record.kind === 'response' && isBeside) record.parent ??= asked;
  });
}

const numbered = (label: string) => (/[0-9０-９①-⑳]$/.test(label) ? label.trim() : null);

/**
 * Gathers the opinions and responses of a list that names each in front (意見1 …, 【回答】…, ⇒ …): a label takes what
 * stands below it, up to the next label, heading, table or note. A label alone between brackets without a number is a
 * heading of its own, and the list below it is read as any list.
 */
export function gatherOpinions(printed: readonly Entry[]): Entry[] {
  const entries = printed.flatMap(apart);
  const gathered: Entry[] = [];
  let open: (LineEntry & { speech: Speech }) | null = null;
  // 「Ａ　修正したもの」 is a grade where nothing is asked by a Q.
  const asks = entries.some((entry) => entry.kind === 'line' && isAsked(entry.body.text));
  for (const [i, entry] of entries.entries()) {
    const read = entry.kind === 'line' && entry.line.hash === 0 ? readLabel(entry) ?? labelOver(entry, entries[i + 1]) : null;
    const label = read !== null && !asks && entry.kind === 'line' && /^[AＡ](?![A-Za-z])/.test(entry.body.text) ? null : read;
    const isPart: boolean = entry.kind === 'line' && open !== null && isPartOf(open, entry);
    const counted: ReturnType<typeof answeredIn> = entry.kind === 'line' && label === null && !isPart && !isCountedWithin(open, entry) ? answeredIn(entry, entries, i) : null;
    const isHead = entry.kind === 'line' && !entry.inline && label !== null && label.sign === null && entry.marker !== null && entry.marker.label === undefined && entry.body.text.length <= label.length;
    if (entry.kind === 'line' && label !== null && !isHead && !isBracketAlone(entry, label)) {
      const said = cut(entry.body, label.length);
      open = { ...entry, speech: { speaker: null, as: label.as, sign: label.sign ?? signOf(entry), pieces: said.text === '' ? [] : [said] } };
      gathered.push(open);
    } else if (entry.kind === 'line' && counted !== null) {
      open = { ...entry, speech: { speaker: null, as: 'opinion', sign: counted.sign, pieces: [cut(entry.body, counted.length)] } };
      gathered.push(open);
    } else if (entry.kind === 'line' && open?.speech.as === 'opinion' && isAnswer(entry, entries[i + 1])) {
      open = { ...entry, speech: { speaker: null, as: 'response', sign: null, pieces: [] } };
      gathered.push(open);
    } else if (entry.kind === 'line' && open !== null && isArrow(entry)) {
      open = { ...entry, speech: { speaker: null, as: 'response', sign: signOf(entry), pieces: [entry.body] } };
      gathered.push(open);
    } else if (entry.kind === 'line' && isPart) {
      open = { ...entry, speech: { speaker: null, as: 'opinion', sign: signOf(entry), pieces: [entry.body], within: true } };
      gathered.push(open);
    } else if (entry.kind === 'line' && open !== null && !endsSide(entry)) {
      if (open.speech.pieces.length > 0 || !ANSWERED.test(entry.body.text)) open.speech.pieces.push(entry.body);
    } else {
      open = null;
      gathered.push(entry);
    }
  }
  // A label with nothing behind or below it is no side of anything.
  return gathered.map((entry) => (entry.kind === 'line' && entry.speech?.pieces.length === 0 ? bare(entry) : entry));
}

/** In lines. */
const LONGEST_OPINION = 60;

const COUNTED = /^((?:No\.?|№|(?:意見|整理)?番号)[ 　]*[0-9０-９]{1,3})[ 　：:.．]+(?=\S)/i;

/** Signs that a list of opinions puts before each. */
const SIGNED = new Set<MarkerFamily>(['circle', 'double-circle', 'circled', 'dot']);
/** A shorter line that is no sentence heads the opinions below it. */
const SHORTEST_OPINION = 25;

/**
 * 「No.1　…してほしい。」「○　…してほしい。」 with nothing but its own further lines between it and an arrow or an answer: an opinion, by
 * its number or its sign.
 */
function answeredIn(entry: LineEntry, entries: readonly Entry[], at: number): { sign: string; length: number } | null {
  const { line, body, marker } = entry;
  const counted = COUNTED.exec(body.text.slice(0, LABEL_REACH));
  const isMarked = marker !== null && (SIGNED.has(marker.family) || (marker.raw.length !== 2 && HEADS.has(marker.family) && (body.text.endsWith('。') || body.text.length >= SHORTEST_OPINION)));
  if (line.hash > 0 || (counted === null && !isMarked)) return null;
  const following = entries.slice(at + 1, at + LONGEST_OPINION);
  const end = following.findIndex((each) => each.kind === 'table' || isArrow(each) || readLabel(each) !== null || endsSide(each));
  const below = following[end];
  const isAnswered = below?.kind === 'line' && (isArrow(below) || readLabel(below)?.as === 'response' || isAnswer(below, following[end + 1]));
  return isAnswered ? { sign: counted?.[1] ?? signOf(entry) ?? '', length: counted?.[0].length ?? 0 } : null;
}

/** What an opinion with a number or a sign lists, and does not go on with. */
function isPartOf({ speech, marker: outer }: LineEntry & { speech: Speech }, { marker, line }: LineEntry): boolean {
  if (speech.as !== 'opinion' || speech.sign === null || line.hash > 0 || (marker?.family !== 'dot' && marker?.family !== 'dash')) return false;
  return speech.within === true || outer?.family !== marker.family;
}

/** ① below an opinion that has another sign is part of it. */
const isCountedWithin = (open: (LineEntry & { speech: Speech }) | null, { marker }: LineEntry): boolean =>
  marker?.family === 'circled' && open?.speech.as === 'opinion' && open.marker?.family !== 'circled';

const ANSWER_BEHIND = /(?<=[。）)])[ 　]*(?=(?:回[ 　]*答|(?:(?:本|当)?[市区町村]の)?考え方)[ 　]*[：:])/;

/** 「意見：…べきだ。回答：…」: what answers stands on the line of what is asked. */
function apart(entry: Entry): Entry[] {
  const at = entry.kind === 'line' ? entry.body.text.search(ANSWER_BEHIND) : -1;
  if (entry.kind !== 'line' || at < 0) return [entry];
  const [asked, answered] = [cut(entry.body, 0, at), cut(entry.body, at)];
  return [{ ...entry, body: asked }, { kind: 'line', line: { ...entry.line, ...answered, gap: 0 }, marker: null, body: answered }];
}

/** 「（意見3、4について）」 behind a label says what is answered. */
const ANSWERED = /^[（(][^（()）]*(?:について|に対して|関係|関連)[)）]$/;

const RESPONSE_ALONE = new RegExp(`^${RESPONSE}$`);

/** 【市の考え方】 right below an opinion, with a paragraph below it, is its answer and heads no list. */
function isAnswer({ line, marker, body }: LineEntry, next: Entry | undefined): boolean {
  if (marker?.raw.length !== 2 || line.hash > 0 || line.bullet || !RESPONSE_ALONE.test(body.text)) return false;
  return next?.kind === 'line' && next.marker === null && !next.line.bullet && next.line.hash === 0;
}

function bare({ speech: _nothing, ...entry }: LineEntry): Entry {
  return entry;
}

/** 【意見】 on a line of its own heads a list. */
function isBracketAlone({ line, body, marker, inline }: LineEntry, { sign, length }: { sign: string | null; length: number }): boolean {
  return !inline && sign === null && marker !== null && marker.raw.length === 2 && marker.label === undefined && (body.text.length <= length || line.text === body.text);
}

const signOf = ({ marker }: LineEntry) => (marker !== null && marker.raw.length !== 2 ? marker.raw : null);
/** 「→は市の考え方です。」 tells what the sign means. */
const isArrow = (entry: Entry) => entry.kind === 'line' && entry.marker?.family === 'arrow' && entry.line.hash === 0 && !TELLS_SIGN.test(entry.body.text);
const TELLS_SIGN = /^(?:[はが]|印)/;

/** What is no part of an opinion any more: a heading, a note, a number or a sign that counts opinions. */
function endsSide({ line, marker, body }: LineEntry): boolean {
  if (line.hash > 0 || marker?.family === 'note') return true;
  if (SORT_IN_FRONT.test(body.text) || PLACE_IN_FRONT.test(body.text.replace(/[ 　]/g, ''))) return true;
  if (marker === null) return /^(?:問い?合わ?せ先?|担当課?|所管課?|連絡先)(?:[：:]|[ 　]|$)|^(?:番号|整理番号|No\.?|№)[ 　]*[0-9０-９]/.test(body.text);
  return marker.raw.length === 2 || HEADS.has(marker.family);
}

/** How an opinion was dealt with: 対応区分, 反映状況. */
const SORT = '(?:(?:(?:意見の?|計画への|案への)?(?:対応|反映|修正|取扱い?|採用|検討)の?(?:区分|状況|有無|結果|可否))|区分)';
/** 「（対応区分）◎」「反映状況：Ａ」 below the response. */
const SORT_IN_FRONT = new RegExp(`^(?:[【〔［[<〈＜（(「]${SORT}[】〕］\\]>〉＞）)」]|${SORT}[ 　]*[：:]|${SORT}[ 　]+\\S{1,8}$)`);

/** 「箇所：22ページ」「区　分：修正」: the place of the plan that is spoken of, and how it came out. */
const PLACE_IN_FRONT = /^(?:(?:該当|関連|対象)?(?:箇所|ページ|頁)|区分|種別)[：:]/;

const HEADS = new Set<MarkerFamily>(['part', 'chapter', 'section', 'roman', 'decimal', 'decimal-paren', 'square', 'diamond', 'double-circle', 'circle']);

const OPINION_COLUMN = new RegExp(`^(?:いただいた|提出された|寄せられた|主な|市民)?(?:の|からの)?${OPINION}(?:\\([^()]*\\))?$`);
const RESPONSE_COLUMN = new RegExp(`^(?:[^()]{0,8}(?:に対する|への))?(?:対応(?:の理由|状況)?[・及びと]+)?${RESPONSE}(?:\\([^()]*\\))?$`);
/** What of the plan an opinion is about. */
const TOPIC_COLUMN = /^(?:(?:該当|意見の?|関連|対象)(?:箇所|項目|ページ|頁|章|部分|条項|施策|分野)(?:等)?|項目|箇所|章|章・?節|条文?|条項|ページ・?項目|頁・?項目|分類|分野|テーマ|施策|件名)(?:\([^()]*\))?$/;
const NUMBER_COLUMN = /^(?:No\.?|№|番号|意見番号|整理番号|項番|通番|#)$/i;

/**
 * Reads 意見の要旨 | 市の考え方, a row an opinion; the number stands in a column of its own or in front. What an opinion is about
 * (該当箇所) is the last of what its records stand under.
 * @param under the headings the table stands under.
 * @returns opinions, each followed by its response; null where the table is none of the sort.
 */
export function readOpinionTable(table: Table, under: readonly Open[]): RecognisedRecord[] | null {
  const at = table.rows.slice(0, 2).findIndex((row) => columnsOf(row) !== null);
  const header = table.rows[at];
  const columns = header ? columnsOf(header) : null;
  if (!header || columns === null) return null;
  const records: RecognisedRecord[] = [];
  let last: number | null = null;
  let topic = '';
  for (const row of table.rows.slice(at + 1)) {
    if (nameOf(row.cells[columns.opinion]) === nameOf(header.cells[columns.opinion])) continue;
    const filled = row.cells.filter((cell) => cell.text !== '');
    // A row of one cell names the part of the plan that is spoken of; an empty cell in a column of such names goes on with the one above.
    const named = filled.length === 1 ? filled[0] : row.cells[columns.topic];
    topic = (filled.length === 1 ? flat(named?.text ?? '') : textIn(row, columns.topic, topic)) || topic;
    if (filled.length < 2) continue;
    const about = topic === '' ? under : [...under, { ...TOPIC, text: topic }];
    const opinions = sideOf(row.cells[columns.opinion], about, 'opinion');
    const number = row.cells[columns.number]?.text ?? '';
    if (opinions[0] && number !== '') opinions[0].marker ??= number;
    if (opinions.length > 0) last = records.length;
    records.push(...opinions);
    records.push(...sideOf(row.cells[columns.response], about, 'response').map((record) => ({ ...record, parent: last })));
  }
  return records.length === 0 ? null : records;
}

const TOPIC = { family: 'plain', sign: null, ordinal: null, hash: 0, section: null } as const;

/** Whether a row of names, white space out, heads opinions with their responses. */
export const isOpinionHeader = (row: Row): boolean => columnsOf(row) !== null;

function columnsOf(row: Row): { opinion: number; response: number; number: number; topic: number } | null {
  const names = row.cells.map(nameOf);
  // Beside the words of the answer, 対応 says how it came out (修正, 原案どおり).
  const response = [names.findIndex((name) => RESPONSE_COLUMN.test(name) && name !== '対応'), names.indexOf('対応')].find((i) => i >= 0) ?? -1;
  const opinion = names.findIndex((name, i) => i !== response && OPINION_COLUMN.test(name));
  return response < 0 || opinion < 0 ? null : { opinion, response, number: names.findIndex((name) => NUMBER_COLUMN.test(name)), topic: names.findIndex((name, i) => i !== opinion && i !== response && TOPIC_COLUMN.test(name)) };
}

/** The texts of one cell: paragraphs without a mark of their own are one. */
function sideOf(cell: Span | undefined, under: readonly Open[], as: Side): RecognisedRecord[] {
  const records: RecognisedRecord[] = [];
  for (const item of cell ? itemsOf(cell) : []) {
    const record = withoutSort(recordOfCell(item, under, as));
    const above = records.at(-1);
    if (above !== undefined && record.marker === null) {
      above.partSources = [...(above.partSources ?? [above.source]), record.source];
      above.text += record.text;
      above.source = { start: above.source.start, end: record.source.end };
    } else if (record.text !== '' && !/^[-－―—ー]$/.test(record.text)) records.push(record);
  }
  return records;
}

/** 「…に修正します。〔修正〕」「…参考とします。（対応区分：△）」: how the opinion was dealt with, behind the response. */
const SORT_BEHIND = new RegExp(`(?<=[。．])[ 　]*(?:[【〔［[][^【】〔〕［］[\\]。]{1,10}[】〕］\\]]|[（(](?:${SORT}[ 　]*[：:]?[ 　]*[^（()）。]{1,10}|[◎○〇●△▲×☆★―－A-EＡ-Ｅ])[）)])$`);

function withoutSort(record: RecognisedRecord): RecognisedRecord {
  return record.kind === 'response' ? { ...record, text: record.text.replace(SORT_BEHIND, '') } : record;
}

/**
 * Gives each response the opinion it answers: the one of the same mark in the run of opinions before it, else the one at
 * its place; one reply to several answers the first.
 */
export function pairAnswers(records: RecognisedRecord[]): void {
  let opinions: number[] = [];
  let answers = 0;
  records.forEach((record, i) => {
    if (record.kind === 'opinion' && record.parent === null) {
      if (answers > 0) opinions = [];
      answers = 0;
      opinions.push(i);
    } else if (record.kind === 'response' && (record.parent === null || records[record.parent]?.kind !== 'response')) {
      const same = opinions.find((at) => record.marker !== null && records[at]?.marker === record.marker);
      record.parent ??= same ?? opinions[answers] ?? opinions[0] ?? null;
      answers += 1;
    }
    records[i] = withoutSort(record);
  });
}
