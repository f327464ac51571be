import type { RecognisedMember } from '../../../contract/recognised.ts';
import { openBrackets } from '../joining.ts';
import { cut, type Span } from '../lines.ts';
import { closedSpeaker } from '../speakers.ts';
import { isListedRole, readListedMember } from './member-list.ts';

const ROLE = '(?:副?会長|副?委員長|副?座長|副?部会長|議長|(?:会長|委員長)(?:職務)?代理|職務代理者?|(?:臨時|専門|特別)?委員|オブザーバー|アドバイザー|顧問)';
/** Five letters at most, unless it is of another script. */
const PART_OF_NAME = '(?:[一-龠々ヶぁ-んァ-ヴー]{1,5}?|[ァ-ヴー]{6,10})';
const PERSON = `${PART_OF_NAME}(?:[ 　]${PART_OF_NAME})?`;
/** 「ナム・ジヨン」: a dot within a name of another script. */
const FOREIGN = '[ァ-ヴー]{1,8}(?:・[ァ-ヴー]{1,8})+';
const ROLE_BEHIND = new RegExp(`^[◎○]?[ 　]*(${PERSON}|${FOREIGN})[ 　]*(${ROLE})$`);
const ROLE_IN_FRONT = new RegExp(`^[◎○]?[ 　]*(${ROLE})[ 　\\t]+(${PERSON}|${FOREIGN})$`);
const ROLE_ALONE = new RegExp(`^${ROLE}$`);
const BRACKET_BEHIND = /[ 　]*[（(]([^（()）]{1,40})[）)]$/;
/** Between names: commas, and gaps as between columns. */
const BETWEEN = /[、，,／/]|(?<=[）)])[ 　]+(?=[◎○一-龠])|(?<![ァ-ヴー])・|・(?![ァ-ヴー])|[ 　]{2,}/g;
/** Within what commas part: a full-width space behind a role, else a space in front of one. */
const BEHIND_ROLE = /(?<=委員|会長|座長|議長)　/g;
const BEFORE_ROLE = new RegExp(`[ 　]+(?=${ROLE}[ 　])`, 'g');

/** 「会長　　　早坂 博之　委員　　　岩永 進」: in front of each role that has a column of its own. */
const BEFORE_COLUMN = new RegExp(`[ 　]+(?=${ROLE}[ 　]+\\S)`, 'g');

/** 「（5名）」「（途中退席）」 counts or says how they were there, and not where they come from. */
const COUNTING = /^(?:計|以上|全)?[0-9０-９]+[名人]$|出席|退席|欠席|オンライン|リモート|代理/;
/** 「【委　員】田所会長、…」「（委員）…」「委員：…」: who the names behind are. */
const GROUP = /^(?:[【〔［[<＜〈（(][^【】〔〕［］[\]<>＜＞〈〉（()）]{1,10}[】〕］\]>＞〉）)]|委[ 　]*員(?:[ 　]*[：:]|(?=[ 　]+[^ 　、，]{1,6}(?:会長|委員長|座長|委員)[、，])))[ 　]*(?=\S)/;
const ROLE_GROUP = new RegExp(`^[【〔［[（(](${ROLE})[】〕］\\]）)][ 　]*(?=\\S)`);
const BEFORE_GROUP = new RegExp(`(?<=\\S)\\s*(?=[【〔［[（(]${ROLE}[】〕］\\]）)][ 　]*[一-龠])`, 'g');
/** 「会　　長　　大分 和夫」「委　　員　　A、B、C」: the role of all that stand behind, in a column of its own. */
const ROLE_COLUMN = new RegExp(`^[◎○]?[ 　]*(副?会長|副?委員長|副?座長|副?部会長|議長|職務代理者?|委員)(?:[ 　]{2,}|[ 　]*[：:][ 　]*)(?=\\S)`);
/** 「９名（佐賀会長、…）」「（欠席：中野　剛）」: names in a bracket, behind how many they are or how they were there. */
const IN_BRACKET = /^(?:(?:計|全)?[0-9０-９]{1,3}[名人][ 　]*[（(]|[（(](?:出席|欠席)(?:者|委員)?[：:][ 　]*)(.+)[）)]$/;
/** From here on a row names who works for the committee, or is none of it. */
const STAFF = /(?:^|[ 　、，・])[【（(［[]?(?:事[ 　]*務[ 　]*局|説明員|傍聴者?|オブザーバー)(?:[】）)］\]]|[ 　]*[：:（(]|[ 　]+\S).*$/;

/** What the signs before names stand for (signLegend). */
type Legend = ReadonlyMap<string, string>;

/** @returns the members that a row of names gives: 「青木会長、犬飼委員」「会長 青木 太郎 委員 犬飼 晋」「◎青木 太郎（学院大学）、犬飼 晋」. */
export function membersIn(value: Span, legend: Legend): RecognisedMember[] {
  return peopleIn(value, legend).flatMap(({ part, person }): RecognisedMember[] => (person === null ? [] : [{ ...person, field: null, source: { start: part.start, end: part.end } }]));
}

/** Whether a row is one of members: more than half of it is people. */
export function isNames(text: string): boolean {
  const people = peopleIn({ text, start: 0, end: text.length }, new Map());
  return people.length > 0 && people.filter(({ person }) => person !== null).length * 2 > people.length;
}

type Person = Pick<RecognisedMember, 'name' | 'role' | 'affiliation'>;

function peopleIn(value: Span, legend: Legend): { part: Span; person: Person | null }[] {
  const role = ROLE_GROUP.exec(value.text)?.[1];
  if (role === undefined) return peopleOf(value, legend);
  // 「（委員長）青木 太郎　（委員）犬飼 晋、江藤 隆」: the role in a bracket is that of all up to the next.
  const groups = partsOf(value, BEFORE_GROUP);
  if (groups.length > 1) return groups.flatMap((group) => peopleIn(group, legend));
  return peopleOf(value, legend).map(({ part, person }) => ({ part, person: person && { ...person, role: person.role ?? role } }));
}

function peopleOf(value: Span, legend: Legend): { part: Span; person: Person | null }[] {
  const row = rowIn(value);
  const each = partsOf(row, BEFORE_COLUMN);
  if (each.length > 1 && each.every(({ text }) => ROLE_IN_FRONT.test(text))) return each.map((part) => ({ part, person: personOf(part.text, legend) }));
  const role = ROLE_COLUMN.exec(closedSpeaker(row.text))?.[1] ?? null;
  const one = role === null ? null : inColumns(closedSpeaker(row.text).replace(ROLE_COLUMN, ''), role);
  if (one !== null) return [{ part: row, person: one }];
  if (role !== null) return namesBehind(row, role, legend);
  const people = partsOf(row, BETWEEN).flatMap((part) => {
    const person = personOf(part.text, legend);
    const split = person === null ? [BEHIND_ROLE, BEFORE_ROLE].map((form) => partsOf(part, form)).find((parts) => parts.length > 1 && parts.every(({ text }) => personOf(text, legend) !== null)) : undefined;
    return (split ?? [part]).map((each) => ({ part: each, person: personOf(each.text, legend) }));
  });
  // Among people, a name without any sign is one too.
  if (!people.some(({ person }) => person !== null)) return people;
  return people.map(({ part, person }) => ({ part, person: person ?? (WHOLE.test(part.text) ? listed(part.text, legend) : null) }));
}

/** The names of a row: without what groups them, the bracket around them, and who works for the committee. */
function rowIn(value: Span): Span {
  const row = cut(value, GROUP.exec(value.text)?.[0].length ?? 0, value.text.replace(STAFF, '').length);
  const inside = IN_BRACKET.exec(row.text)?.[1];
  return inside === undefined ? row : cut(row, row.text.length - 1 - inside.length, row.text.length - 1);
}

/** 「大槻 正明　　学院大学教授」 behind the role: one person and where they come from, in a column each; null where more are named. */
function inColumns(text: string, role: string): Person | null {
  const [, name = '', rest = ''] = NAME_AND_REST.exec(text) ?? [];
  if (rest === '' || personOf(rest, new Map()) !== null || listed(rest, new Map()) !== null) return null;
  const read = listed(name, new Map());
  return read && { ...read, role: read.role ?? role, affiliation: rest };
}

const NAME_AND_REST = /^([一-龠々ヶ]{1,4}[ 　][一-龠々ヶぁ-んァ-ヴー]{1,5})[ 　]+([^、，。]{2,40})$/;

/** Names in a column behind the role of all of them; what follows a wider gap or a bracket is no name. */
function namesBehind(row: Span, role: string, legend: Legend): { part: Span; person: Person | null }[] {
  const from = row.text.length - closedSpeaker(row.text).replace(ROLE_COLUMN, '').length;
  return partsOf(cut(row, from), BETWEEN).map((part) => {
    const person = personOf(part.text, legend) ?? (NAME_ALONE.test(part.text) ? listed(part.text, legend) : null);
    return { part, person: person && { ...person, role: person.role ?? role } };
  });
}

function partsOf(value: Span, between: RegExp): Span[] {
  const cuts = [...value.text.matchAll(between)].filter(({ index }) => openBrackets(value.text.slice(0, index)) === 0).map((match) => ({ from: match.index, to: match.index + match[0].length }));
  return [...cuts, { from: value.text.length, to: value.text.length }]
    .map(({ from }, i) => cut(value, cuts[i - 1]?.to ?? 0, from))
    .filter(({ text }) => text !== '');
}

function personOf(printed: string, legend: Legend): Person | null {
  if (isListedRole(printed) || /^[◎○]?[ 　]*委[ 　]*員$/.test(printed)) return null;
  const bracket = BRACKET_BEHIND.exec(printed);
  const text = bracket ? printed.slice(0, bracket.index) : printed;
  const said = bracket?.[1] ?? null;
  // 「（会長・弁護士）」: what they are in the committee, and where they come from.
  const [, role = null, elsewhere = said] = new RegExp(`^(${ROLE})[・、，／/ 　]+(.+)$`).exec(said ?? '') ?? [];
  const affiliation = elsewhere === null || COUNTING.test(elsewhere) || isListedRole(elsewhere) || ROLE_ALONE.test(elsewhere) ? null : elsewhere;
  if (NO_NAME.test(text)) return null;
  const front = ROLE_IN_FRONT.exec(text);
  if (front) return { name: front[2] ?? '', role: front[1] ?? null, affiliation };
  const behind = ROLE_BEHIND.exec(text);
  if (behind) return { name: behind[1] ?? '', role: behind[2] ?? null, affiliation };
  // A name alone: two parts, or one behind a sign or before a role in a bracket.
  if (!ALONE.test(text) && !(said !== null && (isListedRole(said) || (affiliation !== null && WHOLE.test(text))))) return null;
  const read = listed(printed, legend);
  return read && { ...read, role: role ?? read.role ?? ROLE_ALONE.exec(said ?? '')?.[0] ?? null, affiliation };
}

function listed(printed: string, legend: Legend): Person | null {
  const read = readListedMember(printed, legend, null);
  return read && { name: read.name, role: read.role, affiliation: read.affiliation };
}

/** 「欠席委員」「各委員」 name nobody. */
const NO_NAME = /(?:^|[)）][ 　]*)(?:欠席|出席|各|全|他の?|両)[ 　]*委員$/;

const NAME_ALONE = /^[一-龠々ヶ]{1,4}[ 　]?[一-龠々ヶぁ-んァ-ヴー]{1,5}$/;
const WHOLE = /^[一-龠々ヶ]{2,3}[一-龠々ヶぁ-んァ-ヴー]{1,3}$/;

const ALONE = /^(?:[◎○][ 　]*\S{2,6}|(?:[◎○][ 　]*)?[一-龠々ヶ]{1,4}[ 　][一-龠々ヶぁ-んァ-ヴー]{1,5})$/;
