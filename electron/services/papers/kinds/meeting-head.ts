import { readMarker } from '../../../../db/domain/marker.ts';
import { findDates } from '../../../../db/domain/read-date.ts';
import type { RecognisedMeeting, RecognisedMember, RecognisedRecord, SourceRange } from '../../../contract/recognised.ts';
import { isBold } from '../plain-headings.ts';
import { cut, type Line, type Span } from '../lines.ts';
import { remarksOn } from '../meeting-calendar.ts';
import { rankOf, unspaced } from '../outline.ts';
import { closedSpeaker, readSpeaker } from '../speakers.ts';
import { announcesNext } from './next-meeting.ts';
import { signLegend } from './member-list.ts';
import { isNames, membersIn } from './present-members.ts';

/** What the head of minutes or of an agenda says of the meeting, and the lines that are left. */
export type MeetingHead = { meeting: RecognisedMeeting | null; members: RecognisedMember[]; agenda: RecognisedRecord[]; lines: Line[] };

type Label = 'name' | 'date' | 'place' | 'members' | 'agenda' | 'other';

const spaced = (word: string) => word.split('').join('[ 　]*');
const anyOf = (...words: string[]) => words.map(spaced).join('|');
/** What the lines of a head are named by; letters may be spaced out (日　　時). */
const LABELS: readonly (readonly [Label, string])[] = [
  ['name', anyOf('会議名', '会議の名称', '会議名称', '審議会等の名称', '附属機関等の名称', '附属機関の名称', '会議等の名称', '名称')],
  ['date', anyOf('開催日時', '日時', '開催日', '期日', '開催年月日', '開催期日', '年月日', '日付', 'とき')],
  ['place', anyOf('開催場所', '場所', '会場', 'ところ', '開催方法', '開催形式', '実施方法', '方法', '形式')],
  ['members', anyOf('出席委員', '欠席委員', '出席者', '欠席者', '出席した委員', '欠席した委員', '委員の出席', '委員', '構成員', '出席', '欠席', '出席委員名', '欠席委員名', '委員名', '出席者名簿', '出席委員名簿')],
  ['agenda', anyOf('議題', '会議の議題', '会議次第', '次第', '案件', '付議事項', '審議事項', '協議事項', '審議案件', '会議事項')],
  ['other', anyOf(
    '事務局', '傍聴者数', '傍聴者', '傍聴人', '傍聴', '公開非公開の別', '公開・非公開の別', '公開非公開', '公開・非公開', '公開区分', '会議の公開', '公開の可否', '公開・非公開', '公開', '傍聴人数', '傍聴人の数', '配布資料', '配付資料',
    '会議資料', '資料', '記録者', '記録', '説明員', '説明員等', '説明者', '出席予定', '議長', '司会', '進行', '主催', '出席状況', '開催回', '担当', '出席職員', '関係者', 'オブザーバー', '担当課', '所管課', '作成',
  )],
];
const HEAD_LINE = LABELS.map(([label, form]) => ({
  label, form: new RegExp(`^[【〔［[〈＜<]?[ 　]*(?:${form})(?:[ 　]*[（(][^（()）]{1,12}[)）])?[ 　]*(?:[】〕］\\]〉＞>][ 　]*[：:]?[ 　]*|[：:][ 　]*|[ 　]*[|｜│┃][ 　]*|[ 　\\t]+|$)`),
}));
/** A head is over by here, and at the first sentence that somebody says. */
const HEAD_LINES = 40;

type Field = { label: Label; line: Line; value: Span };

/**
 * Takes the head off minutes or an agenda: 日時, 場所, 出席者… with what stands behind each. The meeting gets its name from the title.
 * @param listsAgenda true for minutes, whose head may list what is treated; an agenda is that list.
 */
export function takeMeetingHead(lines: readonly Line[], listsAgenda: boolean): MeetingHead {
  const fields: Field[] = [];
  const left: Line[] = [];
  let open: Label | null = null;
  let openIndent = 0;
  let sections = 0;
  const spoken = lines.findIndex((line) => line.text.includes('。') && namesSpeaker(withoutNumber(line.text.slice(0, line.text.lastIndexOf('。') + 1))));
  const begun = lines.findIndex((line, i) => PROCEEDINGS.test(unspaced(withoutNumber(line.text))) && lines.slice(0, i).some((above) => fieldOf(above)?.label === 'date'));
  const next = lines.findIndex(({ text }) => announcesNext(text));
  const end = Math.min(HEAD_LINES, ...[spoken, begun, next].map((at) => (at < 0 ? lines.length : at)));
  for (const [i, line] of lines.entries()) {
    const field = i < end && line.hash === 0 ? fieldOf(line) : null;
    // What stands below a label, or on in a row of names, belongs to it.
    const goesOn: boolean = open !== null && i < end && (
      open === 'members' ? isNames(line.text) || HEAD_COUNT.test(line.text) : open === 'agenda' ? isListed(line, fields.at(-1)) : open === 'other' ? isBeside(line, openIndent) : isValue(open, line.text)
    );
    if (field && (field.label !== 'agenda' || listsAgenda) && isField(field, lines[i + 1], fields.at(-1))) {
      fields.push(field);
      // 「１　日時」 over its value is the first of the sections, and a number over those present or the papers is one of its own.
      const isNext = ordinalOf(line) === sections + 1;
      if (field.value.text === '' && (isNext || ((field.label === 'other' || field.label === 'members') && ordinalOf(line) !== null))) {
        if (isNext) sections += 1;
        left.push({ ...line, hash: HEADING_RANK });
      }
      open = GOING_ON.has(field.label) || field.value.text === '' ? field.label : null;
      openIndent = field.value.text === '' ? line.indent - COLUMN + 1 : line.indent;
    } else if (field?.label === 'agenda' && fields.length > 0 && (readMarker(field.value.text) !== null || NUMBERED_ITEM.test(field.value.text))) {
      // 「案　件　　議案第1号　…」: the label goes, and the list is read as any.
      left.push({ ...line, ...field.value, gap: 1 });
      open = null;
    } else if (fields.length > 0 && fields.at(-1)?.line === lines[i - 1] && RULE.test(line.text)) {
      // Below the first row of a table.
      continue;
    } else if (goesOn && open !== null) {
      fields.push({ label: open, line, value: line });
      if (open === 'place') open = null;
    } else {
      if (readMarker(line.text) !== null || line.text.endsWith('。')) open = null;
      left.push(line);
    }
  }
  const meeting = meetingOf(fields) ?? datedLine(left, end);
  const legend = signLegend(lines.slice(0, end).map(({ text }) => text).join('\n'));
  const members = fields.filter(({ label }) => label === 'members').flatMap(({ line, value }) =>
    membersIn(value, legend).map((member) => ({ ...member, role: member.role ?? (OF_ALL.test(line.text) ? '委員' : null) })));
  // 「その他」 fields alone are no head.
  if (meeting === null && members.length === 0) return { meeting: null, members: [], agenda: [], lines: [...lines] };
  return { meeting, members, agenda: nested(fields.filter(({ label }) => label === 'agenda').flatMap(agendaItems)), lines: left };
}

const NUMBERED_ITEM = /^(?:議案|報告|諮問|認定|協議|議題)[ 　]*第?[ 　]*[0-9０-９一二三四五六七八九十]+/;

/** 「委員　　犬飼 晋、…」 says what those behind it are. */
const OF_ALL = /^委[ 　]*員[ 　：:|｜│┃]/;

/** Fields that may take more lines than one. */
const GOING_ON = new Set<Label>(['members', 'date', 'agenda', 'other']);

/** A second paper below 「配布資料　　資料１　…」, in the column of the first. */
const isBeside = (line: Line, labelIndent: number): boolean =>
  line.hash === 0 && line.gap === 0 && line.indent >= labelIndent + COLUMN && !line.text.endsWith('。') && readSpeaker(withoutNumber(line.text), 'minutes') === null;
const COLUMN = 8;

/** 「議　題　（１）…」 and the numbers set in below it. */
function isListed(line: Line, above: Field | undefined): boolean {
  if (line.hash > 0 || line.text.endsWith('。') || above === undefined) return false;
  const isInset = line.indent > above.line.indent;
  const [last, marker] = [readMarker(above.value.text), readMarker(line.text)];
  if (marker === null) return line.gap === 0 && (isInset || line.bullet);
  return line.gap === 0 || isInset || (marker.ordinal === (last?.ordinal ?? 0) + 1 && (last === null || last.family === marker.family));
}

/** What stands behind 議題 or on a line below it; a cell may hold several, one a line. */
function agendaItems({ line, value }: Field): AgendaItem[] {
  const cuts = [0, ...[...value.text.matchAll(/ +(?=[(（][0-9０-９]{1,2}[)）]|[①-⑳⑴-⒇]|[0-9０-９]{1,2}[.．　 ])/g)].map(({ index }) => index), value.text.length];
  return cuts.slice(1).flatMap((until, i): AgendaItem[] => {
    const item = cut(value, cuts[i] ?? 0, until);
    const marker = readMarker(item.text);
    const body = marker === null || marker.rest === '' ? item : cut(item, marker.restAt);
    if (body.text === '') return [];
    const source = { start: value === line ? line.start : item.start, end: item.end };
    return [{ rank: (marker === null ? null : rankOf(marker.family)) ?? UNNUMBERED, record: { kind: 'agenda', text: body.text, marker: body === item ? null : marker?.raw ?? null, under: [], cities: [], speaker: null, parent: null, source } }];
  });
}

type AgendaItem = { rank: number; record: RecognisedRecord };
const UNNUMBERED = Infinity;

/** Gives each item the one above it whose number is further out. */
function nested(items: readonly AgendaItem[]): RecognisedRecord[] {
  const open: { rank: number; at: number }[] = [];
  return items.map(({ rank, record }, at) => {
    while ((open.at(-1)?.rank ?? -Infinity) >= rank) open.pop();
    const parent = open.at(-1)?.at ?? null;
    open.push({ rank, at });
    return { ...record, parent };
  });
}

/** Where what was said begins, the head is over. */
const PROCEEDINGS = /^(?:(?:会議|議事|審議)の?(?:内容|経過|概要|要旨|記録)|発言(?:内容|要旨)|主な(?:意見|発言))(?:等)?$|^(?:[|｜│┃][ 　]*)?発言者/;

/** Below the title and whatever chapters the paper has. */
const HEADING_RANK = 4;

const ordinalOf = ({ text }: Line): number | null => readMarker(text)?.ordinal ?? null;

/** 【事務局】 before a text is a label to markers, and the speaker here. */
function withoutNumber(text: string): string {
  const marker = readMarker(text);
  return marker === null || marker.label !== undefined ? text : marker.rest;
}

/** 「会　　長　　それでは…。」 too. */
const namesSpeaker = (text: string): boolean => readSpeaker(closedSpeaker(text), 'minutes') !== null;

function fieldOf(line: Line): Field | null {
  const marker = readMarker(line.text);
  const row = ROW_OF_TWO.exec(line.text);
  const body = row ? cut(line, row[0].length - (row[1] ?? '').length - 1, line.text.length - 1) : marker === null || marker.label !== undefined || marker.rest === '' ? line : cut(line, marker.restAt);
  for (const { label, form } of HEAD_LINE) {
    const found = form.exec(body.text);
    if (found) return { label, line, value: cut(body, found[0].length) };
  }
  return null;
}

/** | 日時 | 令和6年5月14日 |: a row of a table whose first column names the fields. */
const RULE = /^\|[\s|:-]+\|$/;
const ROW_OF_TWO = /^[|｜│┃]([^|｜│┃]*[|｜│┃][^|｜│┃]*)[|｜│┃]$/;

/** A label counts with a value of its kind behind it or below. */
function isField({ label, line, value }: Field, next: Line | undefined, above: Field | undefined): boolean {
  const text = value.text === '' ? next?.text ?? '' : value.text;
  // 「出席　　Ａ委員、Ｂ委員」 below 日時 names nobody, and is a field all the same.
  if (label === 'members') return isNames(text) || HEAD_COUNT.test(text) || (above !== undefined && isUnnamed(value.text));
  // 「４　議題」 alone on its line is a section.
  if (label === 'agenda' && value.text === '') return (/[：:|｜│┃][ 　]*$/.test(line.text) || isBold(line) || (above !== undefined && isLabelOf(line, next))) && readMarker(text) !== null;
  if (label === 'agenda') return readMarker(value.text) !== null || value.text.endsWith('について');
  // 「事務局　　本日は…」 speaks, and goes on below.
  if (label === 'other' && value.text.length > LONGEST_VALUE && SPOKEN.test(value.text)) return false;
  if (label === 'other' && next !== undefined && text.length > LONGEST_VALUE && next.text.endsWith('。') && next.indent > LONGEST_LABEL) return false;
  if (label === 'other' && value.text === '') return (ordinalOf(line) !== null || above?.label === 'members') && isOverNames(line, next);
  return label === 'other' ? value.text.length < 80 : isValue(label, text);
}

const isUnnamed = (text: string): boolean => text.length <= LONGEST_ROW && !text.includes('。') && /(?:委員|会長|座長|委員長)[】）)］]?(?:[、，,・]|$)/.test(text.replace(/[ 　]/g, ''));
const LONGEST_ROW = 200;

/** 「(2)　事務局」「○事務局」 over who is there, in a row set in below it. */
const isOverNames = (line: Line, next: Line | undefined): boolean =>
  readMarker(line.text) !== null && next !== undefined && next.gap === 0 && next.indent > line.indent && readMarker(next.text) === null && !next.bullet && !next.text.endsWith('。') && (next.text.includes('、') || STAFF.test(next.text));

/** 「市民生活部長　久我 直樹」 */
const STAFF = /^[^\s。、]{2,14}(?:長|主幹|主査|主任|主事|係員|職員|参事|補佐)[ 　]+[一-龠々ヶ]{1,4}(?:[ 　]?[一-龠々ヶぁ-んァ-ヴー]{1,5})?$/;

/** 「議　題」 right below other fields, without a number, with its list set in right below. */
const isLabelOf = (line: Line, next: Line | undefined): boolean => readMarker(line.text) === null && line.gap === 0 && next !== undefined && next.gap === 0 && next.indent > line.indent;

/** Words of somebody who speaks. */
const SPOKEN = /(?:ます|です|ました|ません|ので)(?:[、。が]|$)|^(?:ただいま|定刻|本日は|それでは)/;

const LONGEST_VALUE = 24;
const LONGEST_LABEL = 4;

/** The time may stand below the day. */
const TIME_OF_DAY = /^(?:午前|午後|[0-9０-９]{1,2}[ 　]*[:：時])/;

function isValue(label: Label, text: string): boolean {
  if (label === 'name') return text !== '' && text.length < 80 && !text.endsWith('。');
  if (label === 'date' && TIME_OF_DAY.test(text)) return true;
  if (label === 'date') return findDates(text, { year: 2000 }).length > 0;
  return label === 'place' && text !== '' && text.length <= 60 && !text.endsWith('。');
}

function meetingOf(fields: readonly Field[]): RecognisedMeeting | null {
  const [held, below] = fields.filter(({ label, value }) => label === 'date' && value.text !== '');
  const [dated] = held ? findDates(held.value.text) : [];
  if (!held || !dated) return null;
  const time = below && TIME_OF_DAY.test(below.value.text) ? below : null;
  const place = fields.find(({ label, value }) => label === 'place' && value.text !== '');
  const { date } = dated;
  const parts = [held, ...(time ? [time] : []), ...(place ? [place] : [])].map(({ line, value }): SourceRange => ({ start: line.start, end: value.end })).toSorted((a, b) => a.start - b.start);
  const name = fields.find(({ label }) => label === 'name');
  return {
    label: name?.value.text ?? '', date_raw: (time ? `${held.value.text} ${time.value.text}` : held.value.text).replace(/[ 　]*(?:開会|開議|開始)$/, ''), start: date.start, end: date.end, precision: date.precision, part: date.part ?? null, ...remarksOn(dated), topics: '',
    ...(place ? { place: place.value.text } : {}),
    source: { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 },
    ...(parts.length > 1 ? { partSources: parts } : {}),
  };
}

/** Where nothing is called 日時, a line that begins with the day, and has little more than the hour and the place. */
function datedLine(lines: Line[], end: number): RecognisedMeeting | null {
  for (const [i, line] of lines.slice(0, Math.min(end, FRONT)).entries()) {
    const [found] = line.hash > 0 || line.text.length > LONGEST_DATED || line.text.includes('。') ? [] : findDates(line.text);
    // The first lines are the title, which may have the day in a bracket.
    if (!found || found.date.precision !== 'day' || (found.start > NEAR && i > 1) || /現在|作成|版/.test(line.text)) continue;
    const { date } = found;
    // The hour and the place in the same column below the day.
    const isBelow = (next: Line | undefined, form: RegExp) => next !== undefined && next.gap === 0 && next.indent === line.indent && next.text.length <= LONGEST_DATED && form.test(next.text);
    const time = isBelow(lines[i + 1], TIME_OF_DAY) ? lines[i + 1] : undefined;
    const under = lines[i + (time ? 2 : 1)];
    const place = isBelow(under, PLACE_NAME) ? under : undefined;
    const parts = [line, time, place].flatMap((each): SourceRange[] => (each ? [{ start: each.start, end: each.end }] : []));
    if (found.start <= NEAR) lines.splice(i, parts.length);
    return {
      label: '', date_raw: time ? `${date.raw} ${time.text}` : date.raw, start: date.start, end: date.end, precision: date.precision, part: date.part ?? null, topics: '', ...(place ? { place: place.text } : {}),
      source: { start: line.start, end: (place ?? time ?? line).end }, ...(parts.length > 1 ? { partSources: parts } : {}),
    };
  }
  return null;
}

/** 「みなと市役所　大会議室」「オンライン」 */
const PLACE_NAME = /(?:室|館|役場|役所|庁舎|ホール|センター|[階Ｆ]|会場|オンライン|ウェブ会議)(?:[ 　]*[（(][^（()）]*[）)])?$/i;
const FRONT = 8;
const LONGEST_DATED = 60;
const NEAR = 8;

/** What minutes and agendas call themselves. */
const PAPER_NAME = '(?:(?:会議|議事)(?:の)?)?(?:要?録|次第|要旨|概要|記録|結果(?:の概要|報告)?|日程|(?:開催)?(?:通知|案内))(?:書|案)?(?:(?:と|及び|・)(?:審議|会議|配[布付])?資料)?';
const NAMED_BEHIND = new RegExp(`^${PAPER_NAME}[ 　]*[（(](.*第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回.*)[）)]$`);

const COUNT_BEHIND = new RegExp(`^(.*[ 　]${PAPER_NAME})[ 　]*([（(][^（()）]*第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回[)）])$`);

/** 「第2回みなと市検討会　議事要旨（案）」「議事要旨（第2回みなと市検討会）」 → the meeting alone. */
export function meetingNameIn(title: string | null): string {
  const named = NAMED_BEHIND.exec(title ?? '')?.[1];
  if (named !== undefined) return named;
  // 「みなと市検討会　会議録（令和6年度第2回）」
  const [, body = '', count = ''] = COUNT_BEHIND.exec(title ?? '') ?? [];
  if (count !== '') return meetingNameIn(body) + count;
  const whole = (title ?? '').replace(/[ 　]*[（(【〔](?!第[^（()）]*回)[^（()）】〕]*[）)】〕]$/, '');
  return whole.replace(new RegExp(`(?:[ 　]+|^)${PAPER_NAME}$`), '').replace(/の開催(?:について|のお知らせ)?$/, '').replace(/(?<=[）)回])(?:会議|議事)の(?:概要|要旨|記録|結果)$/, '').replace(/[ 　の]*(?:(?<=[会回部）)]の?)会議|議事)?(?:要?録|次第|要旨|概要|記録|結果(?:の概要)?|議事日程)(?:書|案)?$/, '').trim();
}

/** The name that the title has, unless the head gives the number that the title lacks or has in a bracket (議事要旨（令和4年度第3回）). */
export const meetingNamed = (titled: string, field: string): string => (titled === '' || (!COUNTED.test(titled.replace(/[（(][^（()）]*[)）]$/, '')) && COUNTED.test(field)) ? field : titled);
const COUNTED = /第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回/;

const COUNT = '[0-9０-９]{1,3}[名人](?:[（(][^（()）]{1,20}[)）])?';
/** 「委員12名（欠席2名）、事務局4名」: how many were there, and nobody by name. */
const HEAD_COUNT = new RegExp(`^(?:委員|出席者?|欠席者?)?[ 　]*(?:計|全)?(?:[0-9０-９]{1,3}[名人](?:中|のうち)[ 　]*)?${COUNT}(?:[、，,・ 　]+(?:事務局|説明員|傍聴[者人]?|オブザーバー|関係者|職員|欠席者?|代理)[ 　]*(?:計|全)?${COUNT})*$`);
