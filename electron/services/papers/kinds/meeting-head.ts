import { readMarker } from '../../../../db/domain/marker.ts';
import { findDates } from '../../../../db/domain/read-date.ts';
import type { RecognisedMeeting, RecognisedMember, SourceRange } from '../../../contract/recognised.ts';
import { cut, type Line, type Span } from '../lines.ts';
import { remarksOn } from '../meeting-calendar.ts';
import { unspaced } from '../outline.ts';
import { readSpeaker } from '../speakers.ts';

/** What the head of minutes or of an agenda says of the meeting, and the lines that are left. */
export type MeetingHead = { meeting: RecognisedMeeting | null; members: RecognisedMember[]; lines: Line[] };

type Label = 'date' | 'place' | 'members' | 'other';

const spaced = (word: string) => word.split('').join('[ 　]*');
const anyOf = (...words: string[]) => words.map(spaced).join('|');
/** What the lines of a head are named by; letters may be spaced out (日　　時). */
const LABELS: readonly (readonly [Label, string])[] = [
  ['date', anyOf('開催日時', '日時', '開催日', '期日', '開催年月日', '開催期日', '年月日', '日付', 'とき')],
  ['place', anyOf('開催場所', '場所', '会場', 'ところ', '開催方法', '開催形式', '実施方法', '方法', '形式')],
  ['members', anyOf('出席委員', '欠席委員', '出席者', '欠席者', '出席した委員', '欠席した委員', '委員の出席', '委員', '構成員', '出席', '欠席', '出席委員名', '欠席委員名', '委員名')],
  ['other', anyOf(
    '会議名', '会議の名称', '会議名称', '名称', '事務局', '傍聴者数', '傍聴者', '傍聴人', '傍聴', '公開非公開の別', '公開・非公開の別', '公開非公開', '公開・非公開', '公開区分', '会議の公開', '公開', '配布資料',
    '会議資料', '資料', '記録者', '記録', '説明員', '説明員等', '説明者', '出席予定', '議長', '司会', '進行', '主催', '出席状況', '開催回', '担当', '出席職員', '関係者', 'オブザーバー', '担当課', '所管課', '作成',
  )],
];
const HEAD_LINE = LABELS.map(([label, form]) => ({
  label, form: new RegExp(`^[【〔［[〈＜<]?[ 　]*(?:${form})(?:[（(][^（()）]{1,12}[)）])?[ 　]*(?:[】〕］\\]〉＞>][ 　]*[：:]?[ 　]*|[：:][ 　]*|[ 　\\t]+|$)`),
}));
/** A head is over by here, and at the first sentence that somebody says. */
const HEAD_LINES = 40;

type Field = { label: Label; line: Line; value: Span };

/** Takes the head off minutes or an agenda: 日時, 場所, 出席者… with what stands behind each. The meeting gets its name from the title. */
export function takeMeetingHead(lines: readonly Line[]): MeetingHead {
  const fields: Field[] = [];
  const left: Line[] = [];
  let open: Label | null = null;
  let sections = 0;
  const spoken = lines.findIndex((line) => line.text.endsWith('。') && readSpeaker(withoutNumber(line.text)) !== null);
  const begun = lines.findIndex((line, i) => PROCEEDINGS.test(unspaced(withoutNumber(line.text))) && lines.slice(0, i).some((above) => fieldOf(above)?.label === 'date'));
  const end = Math.min(HEAD_LINES, ...[spoken, begun].map((at) => (at < 0 ? lines.length : at)));
  for (const [i, line] of lines.entries()) {
    const field = i < end && line.hash === 0 ? fieldOf(line) : null;
    // What stands below a label, or on in a row of names, belongs to it.
    const goesOn: boolean = open !== null && i < end && (open === 'members' ? isNames(line.text) || HEAD_COUNT.test(line.text) : isValue(open, line.text));
    if (field && isField(field, lines[i + 1])) {
      fields.push(field);
      // 「１　日時」 over its value is the first of the sections; 「３　出席者」 below 「１　日時：…」 is none.
      if (field.value.text === '' && ordinalOf(line) === sections + 1) {
        sections += 1;
        left.push({ ...line, hash: HEADING_RANK });
      }
      open = field.label === 'members' || field.label === 'date' || field.value.text === '' ? field.label : null;
    } else if (goesOn && open !== null) {
      fields.push({ label: open, line, value: line });
      if (open === 'place') open = null;
    } else {
      if (readMarker(line.text) !== null || line.text.endsWith('。')) open = null;
      left.push(line);
    }
  }
  const meeting = meetingOf(fields) ?? datedLine(left, end);
  const members = fields.filter(({ label }) => label === 'members').flatMap(({ value }) => membersIn(value));
  // 「その他」 fields alone are no head.
  return meeting === null && members.length === 0 ? { meeting: null, members: [], lines: [...lines] } : { meeting, members, lines: left };
}

/** Where what was said begins, the head is over. */
const PROCEEDINGS = /^(?:(?:会議|議事|審議)の?(?:内容|経過|概要|要旨|記録)|発言(?:内容|要旨)|主な(?:意見|発言))(?:等)?$/;

/** Below the title and whatever chapters the paper has. */
const HEADING_RANK = 4;

const ordinalOf = ({ text }: Line): number | null => readMarker(text)?.ordinal ?? null;

/** 【事務局】 before a text is a label to markers, and the speaker here. */
function withoutNumber(text: string): string {
  const marker = readMarker(text);
  return marker === null || marker.label !== undefined ? text : marker.rest;
}

function fieldOf(line: Line): Field | null {
  const marker = readMarker(line.text);
  const body = marker === null || marker.label !== undefined || marker.rest === '' ? line : cut(line, marker.restAt);
  for (const { label, form } of HEAD_LINE) {
    const found = form.exec(body.text);
    if (found) return { label, line, value: cut(body, found[0].length) };
  }
  return null;
}

/** A label counts with a value of its kind behind it or below. */
function isField({ label, value }: Field, next: Line | undefined): boolean {
  const text = value.text === '' ? next?.text ?? '' : value.text;
  if (label === 'members') return isNames(text) || HEAD_COUNT.test(text);
  // 「事務局　　本日は…」 speaks, and goes on below.
  if (label === 'other' && next !== undefined && text.length > LONGEST_VALUE && next.text.endsWith('。') && next.indent > LONGEST_LABEL) return false;
  return label === 'other' ? value.text !== '' && value.text.length < 80 : isValue(label, text);
}

const LONGEST_VALUE = 24;
const LONGEST_LABEL = 4;

/** The time may stand below the day. */
const TIME_OF_DAY = /^(?:午前|午後|[0-9０-９]{1,2}[ 　]*[:：時])/;

function isValue(label: Label, text: string): boolean {
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
  return {
    label: '', date_raw: (time ? `${held.value.text} ${time.value.text}` : held.value.text).replace(/[ 　]*(?:開会|開議|開始)$/, ''), start: date.start, end: date.end, precision: date.precision, part: date.part ?? null, ...remarksOn(dated), topics: '',
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
    if (found.start <= NEAR) lines.splice(i, 1);
    const { date } = found;
    return { label: '', date_raw: date.raw, start: date.start, end: date.end, precision: date.precision, part: date.part ?? null, topics: '', source: { start: line.start, end: line.end } };
  }
  return null;
}

const FRONT = 8;
const LONGEST_DATED = 60;
const NEAR = 8;

/** 「第2回みなと市検討会　議事要旨（案）」 → the meeting alone. */
export function meetingNameIn(title: string | null): string {
  return (title ?? '').replace(/[ 　]*[（(【〔](?!第[^（()）]*回)[^（()）】〕]*[）)】〕]$/, '').replace(/[ 　の]*(?:会議|議事)?(?:録|次第|要旨|概要|記録|結果(?:の概要)?|議事日程)(?:書|案)?$/, '').trim();
}

const ROLE = '(?:副?会長|副?委員長|副?座長|副?部会長|議長|(?:会長|委員長)(?:職務)?代理|職務代理者?|(?:臨時|専門|特別)?委員|オブザーバー|アドバイザー|顧問)';
const PERSON = '[一-龠々ヶぁ-んァ-ヴー]{1,5}?(?:[ 　][一-龠々ヶぁ-んァ-ヴー]{1,5}?)?';
const ROLE_BEHIND = new RegExp(`^[◎○]?[ 　]*(${PERSON})[ 　]*(${ROLE})$`);
const ROLE_IN_FRONT = new RegExp(`^[◎○]?[ 　]*(${ROLE})[ 　]+(${PERSON})$`);
/** Between names: commas, wide gaps, and a full-width space behind a role. */
const BETWEEN = /[、，,・／/]|[ 　]{2,}|(?<=委員|会長|座長|議長)　/g;
const BRACKET_BEHIND = /[ 　]*[（(]([^（()）]{1,40})[）)]$/;
/** 「（5名）」「（途中退席）」 counts or says how they were there, and not where they come from. */
const COUNTING = /^(?:計|以上|全)?[0-9０-９]+[名人]$|出席|退席|欠席|オンライン|リモート|代理/;

/** 「委員12名（欠席2名）」: how many were there, and nobody by name. */
const HEAD_COUNT = /^(?:委員|出席者?|欠席者?)?[ 　]*(?:計|全)?[0-9０-９]{1,3}[名人](?:[（(][^（()）]{1,20}[)）])?$/;

/** 「【委　員】田所会長、…」: who the names behind are. */
const GROUP = /^[【〔［[<＜〈][^【】〔〕［］[\]<>＜＞〈〉]{1,10}[】〕］\]>＞〉][ 　]*(?=\S)/;

function membersIn(value: Span): RecognisedMember[] {
  return partsOf(cut(value, GROUP.exec(value.text)?.[0].length ?? 0)).flatMap((part): RecognisedMember[] => {
    const bracket = BRACKET_BEHIND.exec(part.text);
    const person = personOf(bracket ? part.text.slice(0, bracket.index) : part.text);
    return person === null ? [] : [{ ...person, field: null, affiliation: bracket?.[1] === undefined || COUNTING.test(bracket[1]) ? null : bracket[1], source: { start: part.start, end: part.end } }];
  });
}

function partsOf(value: Span): Span[] {
  const cuts = [...value.text.matchAll(BETWEEN)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  return [...cuts, { from: value.text.length, to: value.text.length }]
    .map(({ from }, i) => cut(value, cuts[i - 1]?.to ?? 0, from))
    .filter(({ text }) => text !== '');
}

function personOf(text: string): { name: string; role: string | null } | null {
  const front = ROLE_IN_FRONT.exec(text);
  if (front) return { name: front[2] ?? '', role: front[1] ?? null };
  const behind = ROLE_BEHIND.exec(text);
  return behind ? { name: behind[1] ?? '', role: behind[2] ?? null } : null;
}

/** A row of members: at least half of it is people with their roles. */
function isNames(text: string): boolean {
  const parts = text.split(BETWEEN).filter((part) => part.trim() !== '');
  return parts.length > 0 && parts.filter((part) => personOf(part.trim().replace(BRACKET_BEHIND, '')) !== null).length * 2 > parts.length;
}
