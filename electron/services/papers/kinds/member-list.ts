import type { RecognisedMember } from '../../../contract/recognised.ts';
import type { Entry, LineEntry } from '../entries.ts';
import { unspaced } from '../outline.ts';
import { sectionName } from '../vocabulary.ts';

type Person = Omit<RecognisedMember, 'source'>;

const ROLE_NAME =
  '(?:名誉)?(?:副)?(?:会長|委員長|座長|部会長|議長|幹事長|分科会長)(?:(?:職務)?代理者?|職務代理)?|(?:職務代理|代理)者?|(?:臨時|専門|特別)委員|オブザーバー|アドバイザー|顧問|幹事|監事';
const ROLE = new RegExp(`^(?:${ROLE_NAME})$`);
/** A role, or one in a part of the committee (相談支援部会長); with any other word before it (医師会副会長) it is held elsewhere. */
const ROLE_OF_PART = new RegExp(`^(?:${ROLE_NAME}|[^\\s　]{0,8}(?:副)?(?:部会長|分科会長|小委員長)(?:職務代理者?|代理)?)$`);

/** Whether a cell or a heading says what somebody is in the committee. */
export const isListedRole = (text: string): boolean => ROLE_OF_PART.test(text.replace(/[\s　]/g, ''));

/** With the katakana that surnames have within (三ツ木, 一ノ瀬, 八ヶ岳). */
const KANJI = '一-鿿々〆ヶケノツ';
const ONE = new RegExp(`^[${KANJI}ぁ-んァ-ヴー]$`);
const FAMILY = new RegExp(`^[${KANJI}]{1,4}$`);
const GIVEN = new RegExp(`^[${KANJI}ぁ-んァ-ヴー]{1,5}$`);
const WHOLE = new RegExp(`^(?!.*[のをにはがとで])[${KANJI}]{2,3}[${KANJI}ぁ-んァ-ヴー]{1,4}$`);
const FOREIGN = /^(?:(?:[ァ-ヴー]{2,}|[A-ZＡ-Ｚ])[・=＝．.][ァ-ヴー・=＝]{2,}|[A-Z][a-z]+)$/;
/** Words of the length of a name, and the last letters of offices, bodies and sorts of people. */
const NO_NAME = new RegExp([
  '^(?:市民|区民|町民|住民|税理士|会計士|建築士|栄養士|保育士|看護師|保健師|代表|団体|機関|関係|公募|行政|大学|協会|組合|理事|専務|常務|監事|主任|主幹|参事|顧問|相談役|教授|准教授|講師|助教|弁護士|医師|企業|事業|分野|区分|氏名|所属|備考|名簿|任期|',
  '現在|事務局|未定|調整中|欠員|新任|再任|継続|順不同|敬称略|学識|有識|福祉|教育|商工|農業|地域|経済|社会|会頭|副?議長|幹事|書記|会計|元|前|役職|役割|以上|名誉|特任|客員)$|',
  '(?:.長|委員|議員|職員|教授|大学|...[者員会部課局室団民師士校院社所庁省]|名簿|一覧|構成|機関|団体|関係|代表)$',
].join(''));

/** 「梶谷 勇※」「長野 花子＊1」: the mark of a note behind a name, before a gap, a bracket or the end. */
const NOTE_MARK = /(?<=[一-鿿々ぁ-んァ-ヴー])[ 　]?[※＊*†‡](?:[0-9０-９]{1,2})?(?=$|[\s　（(〔［[【])/g;

/** 「山　田　太　郎」 → 山田太郎; a name of two parts keeps its space. */
function closedUp(name: string): string {
  const parts = name.split(/[ 　]+/);
  return parts.length > 2 && parts.every((part) => part.length <= 3) ? nameOfParts(parts, name) : name;
}

/** 「◎ 会長　○ 副会長」: what the signs before the names stand for. */
export function signLegend(text: string): Map<string, string> {
  const legend = new Map<string, string>();
  for (const [, sign = '', role = ''] of text.matchAll(new RegExp(`([◎○●☆★◇□△※])[ 　]{0,4}(?:印)?(?:は|[：:＝=…‥]{1,4})?[ 　]{0,4}(${ROLE_NAME})(?![^\\s　、，・）)」〕】。\\n/／◎○●☆★をで])`, 'g'))) {
    if (!legend.has(sign)) legend.set(sign, role);
  }
  return legend;
}

/** 「しらとり かずま」 on the line above a name, right in front of it, or on the line below. */
const READING = new RegExp(`^(?:[ぁ-んー 　]+\\n|[ァ-ヴー 　]+\\n|[ぁ-んー]+[ 　][ぁ-んー]+[ 　]?)(?=[◎○${KANJI}])|(?<=[${KANJI}].*)\\n[（(]?(?:[ぁ-んー]+[ 　]+[ぁ-んー]+|[ァ-ヴー]+[ 　]+[ァ-ヴー]+)[）)]?$`);

/** No name: a place that is open. */
const OPEN_PLACE = /^[（(]?(?:調整中|未定|欠員|空席|選出中|推薦中|公募中|後日.*|[-－―—ー]+)[）)]?$/;

/**
 * Reads a name as lists print it: ◎ or ○ before it, the reading or the role in a bracket behind it.
 * @returns null for a place that is open.
 */
export function readListedName(printed: string, legend: ReadonlyMap<string, string>): { name: string; role: string | null } | null {
  let text = printed.trim().replace(READING, '').replace(/\s*\n\s*/g, ' ').replace(NOTE_MARK, '');
  let role: string | null = null;
  const sign = /^([◎○●☆★◇□△])[ 　]*/.exec(text);
  if (sign) {
    text = text.slice(sign[0].length);
    role = legend.get(sign[1] ?? '') ?? (sign[1] === '◎' ? '会長' : null);
  }
  for (let bracket; (bracket = /[ 　]*[（(〔［[【]([^（()）〔〕［］[\]【】]{1,20})[）)〕］\]】]$/.exec(text)) !== null && bracket.index > 0; ) {
    const inside = (bracket[1] ?? '').trim();
    if (ROLE_OF_PART.test(inside) || inside.endsWith('委員')) role = inside;
    text = text.slice(0, bracket.index);
  }
  text = text.replace(/[ 　]*(?:委員|氏|様|先生|さん)$/, '').trim();
  // 「◎：委員長」 tells what a sign means.
  return text === '' || /^[：:＝=…‥]/.test(text) || OPEN_PLACE.test(printed) || OPEN_PLACE.test(text) ? null : { name: closedUp(text), role };
}

type Atom = { text: string; start: number; end: number };
/** Brackets with all they hold, and what stands between spaces and separators. */
const ATOMS = /[（(〔［[【](?:[^（()）〔〕［］[\]【】]|[（(][^（()）]*[）)])*[）)〕］\]】]|[^\s　（(〔［[【、，,／/｜|：:]+/g;
const BRACKETS = '[（(〔［[【]';
const GAP = '(?:[ 　]{2,}|\\t|[ 　]*[／/｜|、，,：:][ 　]*)';

const isWord = (text: string) => !NO_NAME.test(text) && !ROLE_OF_PART.test(text);

/** 「委　　員」「副 会 長」 with a wider gap behind: letters of a role as far apart as each other. */
const SPACED_ROLE = /(?<=^|[ 　])(?=[副会委座部職議])(?:副会|委員|部会|副委員|副座)?(?:[副会員長座部委議]([ 　]{1,4}))(?:[副会員長座部委議]\1)?[副会員長座部委議](?:長)?(?=[ 　\t])/g;

/** 「鬼　塚　新太郎　　　…」: a given name of two letters or more stands as near as the letters before it, and nothing else as near. */
function isGivenBehind(atoms: readonly Atom[], at: number): boolean {
  const gap = (i: number) => (atoms[i + 1]?.start ?? Infinity) - (atoms[i]?.end ?? 0);
  const { text = '' } = atoms[at + 1] ?? {};
  return text.length >= 2 && text.length <= 3 && GIVEN.test(text) && isWord(text) && gap(at) === gap(at - 1) && gap(at + 1) > gap(at);
}

/** Where a name stands among the atoms: 山田 太郎, 山　田　太　郎, 林　　一　郎, 山田太郎. */
function findName(atoms: readonly Atom[]): { first: number; last: number } | null {
  for (let i = 0; i < atoms.length; i += 1) {
    const [head, next] = [atoms[i], atoms[i + 1]];
    if (!head || !FAMILY.test(head.text) || !isWord(head.text)) continue;
    // Letter by letter, as far as single letters go.
    let last = i;
    while (ONE.test(atoms[last + 1]?.text ?? '') && last - i < 5) last += 1;
    const letters = atoms.slice(i, last + 1).map(({ text }) => text).join('');
    if (last > i && letters.length <= 4 && isGivenBehind(atoms, last)) return { first: i, last: last + 1 };
    if (last > i && letters.length >= 2 && letters.length <= 7 && !ROLE_OF_PART.test(letters) && isWord(letters) && (last - i > 1 || head.text.length > 1)) return { first: i, last };
    if (next && GIVEN.test(next.text) && isWord(next.text) && head.text.length + next.text.length <= 8) return { first: i, last: i + 1 };
    if (last > i && letters.length === 2 && isWord(letters) && letters !== '委員') return { first: i, last };
  }
  const whole = atoms.findIndex(({ text }) => (WHOLE.test(text) && isWord(text) && !/[者員会部課局室団校院社所]$/.test(text)) || FOREIGN.test(text));
  return whole < 0 ? null : { first: whole, last: whole };
}

const LONGEST_ROW = 100;
/** 「職名　　氏名　　所属」 heads the columns. */
const COLUMN_NAMES = /(?:^|[ 　])(?:氏[ 　]*名|委員名)(?:$|[ 　])/;

/**
 * Reads one line of a list of members: 「会長　　山田 太郎　　○○大学教授」「学識経験者　山田 太郎（○○大学）」「山田 太郎（座長）」.
 * @param text its mark taken off.
 * @param field what the heading above it says of all below; null where it says nothing.
 * @returns null for a line that names nobody.
 */
export function readListedMember(printed: string, legend: ReadonlyMap<string, string>, field: string | null): Person | null {
  if (printed.split('\n').some((line) => line.length > LONGEST_ROW)) return null;
  const text = printed.replace(NOTE_MARK, '');
  if (text.endsWith('。') || /^\S+[ 　]+[0-9０-９]{1,3}$/.test(text) || /^[前後]任[ 　]*(?:者)?[：:]|^(?:備[ 　]*考|任[ 　]*期|設[ 　]*置|所掌|報酬|注|根拠|期[ 　]*間)(?:規定|法令|条例|要綱|根拠|年月日|事務|事項|目的|等)?(?:[ 　：:]|$)/.test(text)) return null;
  const labelled = readLabelled(text, legend, field);
  if (labelled || COLUMN_NAMES.test(text)) return labelled;
  // 「…（○○大学）◎」: the sign may stand behind all the rest.
  const signs = /^([◎○●☆★◇□△])?[ 　]*(.*?)[ 　]*([◎○●☆★])?$/s.exec(text);
  const sign = signs?.[1] ?? signs?.[3] ?? null;
  const body = (signs?.[2] ?? text).replace(SPACED_ROLE, (word) => word.replace(/[ 　]/g, ''));
  const atoms = [...body.matchAll(ATOMS)].map((match): Atom => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
  // 「民生委員　　長野　花子」: only where nobody else is named is 委員 what a person is called by.
  const bare = (word: string) => word.replace(/(?<=..)(?:委員|氏|様)$/, '');
  const found = findName(atoms) ?? findName(atoms.map((atom) => ({ ...atom, text: bare(atom.text) })));
  const [first, last] = found ? [atoms[found.first], atoms[found.last]] : [];
  if (!found || !first || !last) return null;
  const parts = atoms.slice(found.first, found.last + 1).map((atom) => bare(atom.text));
  const before = readBefore(body.slice(0, first.start));
  const behind = readBehind(body.slice(last.end));
  const signed = sign === null ? null : legend.get(sign) ?? (sign === '◎' ? '会長' : null);
  return {
    name: nameOfParts(parts, body.slice(first.start, last.end)), role: behind.role ?? before.role ?? signed,
    field: behind.affiliation === null ? field : before.rest ?? field, affiliation: behind.affiliation ?? before.rest,
  };
}

/** A name letter by letter is closed up, at its widest gap kept in two. */
function nameOfParts(parts: readonly string[], printed: string): string {
  if (parts.length === 1) return parts[0] ?? '';
  const given = parts.at(-1) ?? '';
  if (parts.length > 2 && given.length > 1 && parts.slice(0, -1).every((part) => part.length === 1)) return `${parts.slice(0, -1).join('')} ${given}`;
  if (parts.length === 2) return parts.join(/^\S+[ 　]\S+$/.test(printed) ? printed.replace(/\S/g, '') : ' ');
  const gaps = [...printed.matchAll(/[ 　]+/g)].map((match) => match[0].length);
  const widest = Math.max(...gaps);
  const alone = gaps.filter((gap) => gap === widest).length === 1 ? gaps.indexOf(widest) + 1 : parts[0] !== undefined && parts[0].length > 1 ? 1 : 0;
  return alone === 0 ? parts.join('') : `${parts.slice(0, alone).join('')} ${parts.slice(alone).join('')}`;
}

/** What stands in front of a name: a role, and where the person comes from or what for. */
function readBefore(printed: string): { role: string | null; rest: string | null } {
  let role: string | null = null;
  const parts = printed.replace(/[\s　：:、，,／/｜|]+$/, '').split(new RegExp(GAP));
  // 「副会長　小学校長会　会長　　　長野　花子」: the role stands first, by whatever gap.
  const [first = '', ...more] = (parts[0] ?? '').split(/[ 　]+/);
  const rest = [...(more.length > 0 && (ROLE.test(first) || first === '委員') ? [first, parts[0]?.slice(first.length).trim() ?? ''] : parts.slice(0, 1)), ...parts.slice(1)].filter((part) => {
    const word = part.replace(/[ 　]/g, '');
    if (role === null && ROLE_OF_PART.test(word) && (/^\S+$|^\S(?:[ 　]+\S)+$/.test(part.trim()) || ROLE.test(word))) role = word;
    return word !== '' && word !== '委員' && word !== role;
  });
  return { role, rest: rest.length === 0 ? null : rest.join(' ') };
}

const PASSING = /^(?:委員|新任|再任|継続|留任|欠席|[ぁ-んァ-ヴー・ 　]+)$/;

/** What stands behind it: its reading and the role in brackets, where the person comes from, and the role in a column or bracket at the end. */
function readBehind(printed: string): { role: string | null; affiliation: string | null } {
  let role: string | null = null;
  let text = printed.replace(/^[\s　]*(?:委員|氏|様)(?=$|[\s　（(])/, '').replace(/^[\s　：:、，,／/｜|]+/, '');
  let bracketed: string | null = null;
  for (let open; (open = new RegExp(`^${BRACKETS}((?:[^（()）〔〕［］[\\]【】]|[（(][^（()）]*[）)])*)[）)〕］\\]】][\\s　、，]*`).exec(text)) !== null; text = text.slice(open[0].length)) {
    const inside = unspaced((open[1] ?? '').trim());
    if (ROLE_OF_PART.test(inside)) role = inside;
    else if (!PASSING.test(inside)) bracketed ??= inside;
  }
  const end = new RegExp(`(?:^|${GAP}|[ 　]*${BRACKETS})([^\\s　、，,／/｜|：:（()）〔〕［］[\\]【】]{2,12})[）)〕］\\]】]?$`).exec(text);
  const word = end?.[1] ?? '';
  if (end && (ROLE_OF_PART.test(word) || PASSING.test(word)) && (end.index > 0 || ROLE.test(word) || PASSING.test(word))) {
    if (ROLE_OF_PART.test(word)) role ??= word;
    text = text.slice(0, end.index);
  }
  const rest = text.split(new RegExp(GAP)).map((part) => part.trim()).filter((part) => part !== '' && !PASSING.test(part)).join(' ');
  return { role, affiliation: rest === '' ? bracketed : rest };
}

const LABELS = { name: '氏[ 　]*名|委員名', field: '区[ 　]*分|分野|選出区分', affiliation: '所[ 　]*属[^：: 　]{0,6}', role: '役[ 　]*職|役割' };
const ANY_LABEL = Object.values(LABELS).join('|');

/** 「氏名：山田 太郎　所属：○○大学」, or a line each: 「氏名　　山田 太郎」「所属　　○○大学」. */
function readLabelled(text: string, legend: ReadonlyMap<string, string>, field: string | null): Person | null {
  const of = (label: string) => new RegExp(`(?:^|[ 　、，／/\\n])(?:${label})(?:[ 　]*[：:][ 　]*|[ 　]+)(.+?)(?=[ 　、，／/]+(?:${ANY_LABEL})[ 　]*[：:]|\\n|$)`).exec(text)?.[1]?.trim() ?? null;
  if (!/[：:\n]/.test(text)) return null;
  const read = readListedName(of(LABELS.name) ?? '', legend);
  return read && { name: read.name, field: of(LABELS.field) ?? field, affiliation: of(LABELS.affiliation), role: read.role ?? withoutNobody(of(LABELS.role)) };
}

/** 委員 is what everybody is. */
const withoutNobody = (role: string | null): string | null => (role === '委員' ? null : role);

/** A line of a member who is set out a label a line. */
const LABELLED_LINE = new RegExp(`^(?:${ANY_LABEL})(?:[ 　]*[：:][ 　]*|[ 　]+)\\S`);
const NAME_LINE = new RegExp(`^(?:${LABELS.name})(?:[ 　]*[：:][ 　]*|[ 　]+)\\S`);

/** The pieces of one member as one text: a line each where every one has its label. */
export const textOfMember = (pieces: readonly string[]): string => pieces.join(pieces.every((piece) => LABELLED_LINE.test(piece)) ? '\n' : '　　');

/** The lines 「氏名　…」「所属　…」「役職　…」 of one member, from any of them on; none where they are no such lines. */
function labelledLines(entries: readonly Entry[], from: number): LineEntry[] {
  const lines: LineEntry[] = [];
  for (const entry of entries.slice(from)) {
    if (entry.kind !== 'line' || !LABELLED_LINE.test(entry.body.text) || COLUMN_NAMES.test(entry.body.text.replace(LABELLED_LINE, '')) || (lines.length > 0 && entry.line.gap > 0)) break;
    const label = entry.body.text.slice(0, 2);
    if (lines.some(({ body }) => body.text.startsWith(label))) break;
    lines.push(entry);
  }
  return lines.length > 1 && lines.some(({ body }) => NAME_LINE.test(body.text)) ? lines : [];
}

/** A heading that says of those below it what they are there for (学識経験者), and not where they sit (全体会, 事務局). */
export function fieldOfHeading(heading: string | undefined): string | null {
  const [, inBracket] = /^(?:第)?[0-9０-９一二三四五六七八九十]+号委員[ 　]*[（(]([^（()）]+)[）)]$/.exec(heading ?? '') ?? [];
  const text = inBracket ?? (heading ?? '').replace(/[ 　]*[（(][^（()）]*[）)]$/, '');
  return /(?:者|市民|住民|代表|団体|関係|機関|公募|行政|職員|議員|分野|枠|区分|委員)$/.test(text) && !/^委員$|名簿|構成/.test(text) ? text.replace(/^(?:第)?[0-9０-９]+号委員[ 　]*/, '') : null;
}

/** Who is named from here on is no member. */
const STAFF = /^(?:[^ 　]{0,10})?(?:事務局|問い?合わ?せ先?|連絡先|担当課?|庶務)/;
/** Whether a heading is over people who work for the committee (事務局, 庶務). */
export const isStaff = (heading: string): boolean => STAFF.test(heading) && heading.length <= LONGEST_FIELD;
/** 「開催状況」「第4回　8月27日　中間答申案」 in a list that goes on to tell of the meetings. */
const isOfMeetings = (text: string): boolean => sectionName(text) !== null || /^第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回/.test(text);
/** Facts about the list, which head nothing. */
const ABOUT_LIST = /任期|敬称|順不同|五十音|現在$|[：:]|[0-9０-９]日|凡例|^[◎○]|^(?:以上|合計|計)?[ 　]*[0-9０-９]+[ 　]*[名人]$/;
const LONGEST_FIELD = 30;

/**
 * Sets the lines of a list that name a member apart from each other, each with the line below it that goes on with where
 * they come from; a short line right above one is the heading of those below.
 */
export function gatherMembers(entries: readonly Entry[], legend: ReadonlyMap<string, string>): Entry[] {
  const gathered: Entry[] = [];
  let staff = false;
  let open: LineEntry | null = null;
  const isMember = (entry: Entry | undefined): entry is LineEntry => entry?.kind === 'line' && entry.line.hash === 0 && !isOfMeetings(entry.body.text) && readListedMember(entry.body.text, legend, null) !== null;
  let taken = 0;
  entries.forEach((entry, i) => {
    if (i < taken) return;
    if (entry.kind === 'table') {
      open = null;
      gathered.push(entry);
      return;
    }
    const { line, body, marker } = entry;
    const labelled = staff ? [] : labelledLines(entries, i);
    if (labelled.length > 0) {
      open = null;
      taken = i + labelled.length;
      gathered.push({ ...entry, speech: { speaker: null, as: 'actor', sign: null, pieces: labelled.map((each) => each.body) } });
      return;
    }
    if (STAFF.test(body.text) || !['members', 'actor', null].includes(sectionName(body.text))) staff = true;
    else if (line.hash > 0 || marker?.raw.length === 2) staff = false;
    if (!staff && isMember(entry)) {
      open = { ...entry, speech: { speaker: null, as: 'actor', sign: marker?.raw ?? null, pieces: [body] } };
      gathered.push(open);
    } else if (open?.speech && !staff && marker === null && !line.bullet && line.gap === 0 && line.indent > open.line.indent && !ABOUT_LIST.test(body.text)) {
      open.speech.pieces.push(body);
    } else {
      open = null;
      const heads = !staff && line.hash === 0 && body.text.length <= LONGEST_FIELD && !COLUMN_NAMES.test(body.text) && !body.text.endsWith('。') && !ABOUT_LIST.test(body.text) && (isMember(entries[i + 1]) || (/(?:名簿|一覧|構成)$/.test(body.text) && entries[i + 1]?.kind === 'table'));
      gathered.push(heads ? { ...entry, line: { ...line, hash: HEADING_RANK } } : entry);
    }
  });
  return gathered;
}

const HEADING_RANK = 4;
