import { readMarker } from '../../../db/domain/marker.ts';
import { isMunicipality } from '../../../db/domain/municipalities.ts';
import type { SourceRange } from '../../contract/recognised.ts';
import { isUnit } from './asides.ts';
import { BARE_PHRASE } from './heading-scene.ts';
import type { Line } from './lines.ts';
import { paperKindOfTitle } from './kinds/paper-kind.ts';
import { isSheetHead } from './kinds/programme-sheet.ts';
import { unspaced } from './outline.ts';
import { isBold } from './plain-headings.ts';
import { sectionKind, sectionName } from './vocabulary.ts';

export type Cover = { title: string | null; titleSource?: SourceRange; municipality: string | null; text: string; body: Line[] };

const PAPER_NUMBER = new RegExp(
  '^(?!議題$)[[【（(〔]?(?:資料|資料番号|参考資料|会議資料|別紙|別添|議題|様式|配布資料|当日資料)[ 　：:]*(?:No\\.?)?' +
  '[ 　]*[0-9０-９一二三四五六七八九十]*(?:[-－‐][0-9０-９]+)?[\\]】）)〕]?$|^[（(]?(?:別記|参考)?(?:様式第?[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*号?|第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*号様式)(?:の[0-9０-９]+)?[ 　]*(?:[（(][^（()）]*関係[）)])?[）)]?$',
);
const BODY_NAME = new RegExp(
  '(?:検討会|審議会|委員会|協議会|懇話会|懇談会|部会|研究会|会議)(?:[ 　]*[（(]?第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回[）)]?)?' +
  '(?:[ 　]*(?:会議|説明|配布|検討)?資料[ 　]*[0-9０-９]*(?:[-－‐][0-9０-９]+)?)?$',
);
/** 「〔机上配布〕」「（会議後回収）」「【取扱注意】」: how a paper is to be handled. */
const HANDLING = /^[【〔［[（(]?(?:(?:机上|席上|当日|事前|追加)配[布付](?:資料)?|(?:会議(?:終了)?後)?(?:要)?回収(?:資料)?|取扱(?:い)?注意|委員限り|関係者限り|部外秘|差し?替え(?:版|後)?|未定稿)[】〕］\]）)]?$/;
const CITY = /^[一-龠々ヶケァ-ヴーぁ-ん]{1,6}[市区町村](?:役所)?$/;
const CITY_IN_FRONT = /^([一-龠々ヶケァ-ヴーぁ-ん]{1,5}?市)(?!市(?![民立営])|[民役町場内立政営制])/;
/** Words that end in 市 and name no city. */
const NO_CITY = /[一-龠][とのはがをに]市$|^(?:本|当|各|他|同|都|全|両|政令|先進|近隣)市$|(?:^|大|他|指定|中核|中枢|地方|先進|各)都市$/;
/** 「令和6年度第1回」「（仮称）」「「」「第三次」 before the name of a committee or a plan. */
const TERM_IN_FRONT = new RegExp([
  '^(?:[^\\s　]{2,3}[0-9０-９元]+(?:[・～〜~-][0-9０-９]+)?年度)?[\\s　]*', '(?:第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*[回次期])?[\\s　]*',
  '(?:[（(〔［[][^（()）〔〕［］[\\]]{1,6}[)）〕］\\]])?[「『《〈【]?', '(?:第[0-9０-９一二三四五六七八九十]+[次期])?[\\s　]*',
].join(''));
/** A town or a village in front of the name of its plan or office; the words behind are not those of a district (中町内会). */
const TOWN_IN_FRONT = /^([一-龠々ヶケノァ-ヴーぁ-ん]{1,5}?([町村]))(?![内民並家]|長(?!期)|立地|営業)/;
/** A prefecture in front of its plan or office, be it one of the 47 or not. */
const PREFECTURE_IN_FRONT = /^([一-龠々ヶケノ]{1,4}?県|北海道|東京都|(?:京都|大阪)府)(?![内外民境道]|[一-龠々ヶケァ-ヴーぁ-ん]{1,5}[区町村])/;
/** 「本県」「市町村と県」「近隣県」 end in 県 and name none. */
const NO_PREFECTURE = /^[本当各他全両同都一-三]県|[市町村区国府都]県$|隣|関係|先進|先行|類似/;
/** The office that publishes a paper, at its end. */
const OFFICE = /(?:^|[：:\s　）)】])([一-龠々ヶケノァ-ヴーぁ-ん]{1,6}?[市町村])(?:役所|役場|[^\s　。、]{0,14}[部局課室係所])(?=$|[\s　（(])/;
/** The same as the whole of a line: a body and its section, or a name with the day the paper tells of. */
const OFFICE_LINE = /^([一-龠々ヶケァ-ヴーぁ-ん]{1,6}?[市町村県])(?:[ 　]*[^\s。、][^。、]{0,36}[部局課室係]|[ 　]*[（(][^（()）]{2,16}(?:現在|時点)[）)])$/;
/** The lines at the end of a paper that may say whose it is. */
const CLOSING_LINES = 8;
/** The lines below the title that may. */
const OPENING_LINES = 2;
/** 「審議会資料（令和6年度第1回）」「検討部会（6月4日）」: a term or a date in a bracket behind the name. */
const TERM_BEHIND = /[ 　]*[（(][^（()）]*[0-9０-９元一二三四五六七八九十][^（()）]*[)）]$/;
/** 「第3回資料」「企画部行政経営課」「白砂町（令和5年度末現在）」 */
const COVER_PRINT = /^(?:北海道|東京都|[一-龠々ヶケ]{1,4}[府県]|第[0-9０-９一二三四五六七八九十]+回(?:会議)?(?:資料)?|[^\s　。、]{1,18}(?:部|局|課|室|係)|(?:追加|修正)版|作成|[一-龠々ヶケァ-ヴーぁ-ん]{1,6}[市区町村県][（(][^（()）]{2,16}(?:現在|時点)[）)])$/;
/** No name of a committee and no row of small print is longer. */
const LONGEST_NAME = 80;
/** A cover is over by here. */
const COVER_LINES = 12;

/**
 * Reads what stands above the first section: the paper's title and, where it is printed, the municipality. Dates, paper
 * numbers and subtitles are left to `rest`.
 */
export function readCover(lines: readonly Line[]): Cover {
  let end = 0;
  while (end < Math.min(lines.length, COVER_LINES) && !isSheetHead(lines, end) && isCoverLine(lines, end)) end += 1;
  end = Math.max(end, coverPage(lines));
  const cover = lines.slice(0, end);
  const named = cover.filter((line) => isTitleLine(line.text));
  const titled = named.find((line) => line.hash > 0) ?? named.find((line) => !isBodyName(line.text)) ?? named[0];
  const first = titled ? closedUp(unspaced(withoutNumber(readMarker(titled.text)?.rest ?? titled.text))) : null;
  const next = titled && cover[cover.indexOf(titled) + 1];
  const below = titled && next && first !== null && (goesBelow(first) || namesOutcome(titled, next)) ? next : undefined;
  const title = first === null || below === undefined ? first : first + unspaced(below.text);
  const body = titled ? lines.slice(end) : lines.slice(0);
  return {
    title,
    ...(titled ? { titleSource: { start: titled.start, end: (below ?? titled).end } } : {}),
    municipality: municipalityOf(cover, closingLine(lines)) ?? municipalityInShort(cover, lines) ?? townOf(cover, lines) ?? officeIn([...cover.filter(({ text }) => isCoverPrint(text)), ...lines.slice(cover.length, cover.length + OPENING_LINES)]) ??
      prefectureOf(cover) ?? officeIn(lines.slice(-CLOSING_LINES)),
    text: cover.map((line) => line.text).join('\n'),
    body: titled ? body : body.filter((line) => !cover.includes(line)),
  };
}

/** How many lines stand on a first page that is all cover: a title and small print, with whatever else is no sentence, number or section name; 0 for none. */
function coverPage(lines: readonly Line[]): number {
  const end = lines.findIndex(({ afterPage }, i) => i > 0 && afterPage);
  const page = lines.slice(0, Math.max(end, 0));
  const isCover = page.length <= COVER_LINES && page.some(({ text }) => isDateLine(text)) && page.every(({ text, bullet, raw }) =>
    !bullet && text.length <= LONGEST_NAME && !/[。、|\t]/.test(raw.trim()) && typeof readMarker(text)?.ordinal !== 'number' && (sectionName(text) === null || isBodyName(text)));
  return isCover ? page.length : 0;
}

function isCoverLine(lines: readonly Line[], i: number): boolean {
  const line = lines[i];
  if (!line || line.bullet || readMarker(line.text)?.family === 'dot' || line.raw.trim().includes('\t') || /^(?:\||<t(?:able|head|body|r|d|h)\b)/i.test(line.raw.trim())) return false;
  const text = line.text;
  if (isFirstOfYears(lines, i) || isFirstOfCount(lines, i) || isUnit(text)) return false;
  const isFirst = lines.slice(0, i).every((above) => isCoverPrint(above.text) || isBodyName(above.text));
  if (isCoverPrint(text) || isSubtitle(text) || (isBodyName(text) && !/^[0-9０-９]{1,2}月/.test(text) && text.length <= 40 && line.hash === 0 && typeof readMarker(text)?.ordinal !== 'number')) return true;
  if (isFirst && isAboveSections(line, lines[i + 1])) return true;
  if (isFirst && (isOnlyHeading(lines, i) || isNamedPaper(line) || isNamedByKind(lines, i))) return true;
  if (readMarker(text) !== null || sectionName(text) !== null) return false;
  if (text.length > 60 || /[。、]$|。/.test(text)) return false;
  // A second heading that is not about the same thing opens the paper itself.
  const titled = lines.slice(0, i).some((above) => above.hash > 0 && isTitleLine(above.text));
  if (line.hash > 0 || isFirst) return !(titled && line.hash > 0);
  if (isSetRight(line, lines[i + 1]) && !isRowOfColumns(text)) return true;
  // What goes on below the title stands right below it, and in no columns.
  return line.gap === 0 && !isRowOfColumns(text) && isRightBelowTitle(lines, i);
}

/** Who makes a paper stands at the right margin, far to the right of what the paper says. */
const isSetRight = ({ indent, text }: Line, next: Line | undefined): boolean => indent >= RIGHT && text.length <= BARE_PHRASE && next !== undefined && next.indent <= indent - RIGHT;
const RIGHT = 24;

/** 「千葉　さやか　　　公募市民」 */
const isRowOfColumns = (text: string): boolean => /\S(?:[ 　]{2,}|\t)\S/.test(withoutNumber(text));

/** No blank line stands between a line and the title above it. */
function isRightBelowTitle(lines: readonly Line[], i: number): boolean {
  const title = lines.slice(0, i).findIndex(({ text }) => isTitleLine(text));
  return lines.slice(title + 1, i).every(({ gap }) => gap === 0);
}

/** 「区のあり方について　　　　　　資料4-1」: the number of the paper stands at the right end of its title's line. */
const withoutNumber = (title: string) => title.replace(/(?<=\S)[ 　]{2,}(?:参考)?資料[ 　]*[0-9０-９]+(?:[-－‐―][0-9０-９]+)*$/, '');

/** 「みなと市検討会　委　員　名　簿」: the last word of a title set letter by letter. */
const closedUp = (title: string) => title.replace(/(?<=[ 　])[^\s0-9０-９](?:[ 　][^\s0-9０-９]){2,}$/, (word) => word.replace(/[ 　]/g, ''));

/** 「…計画（案）に係る」: a title of two lines, the first of which cannot end it. */
const goesBelow = (title: string) => /(?:に係る|に対する|に関する|に関して|に伴う|に向けた|における|についての|のための|及び|並びに|[のと])$/.test(title);

/** 「がん対策推進条例（骨子案）」 over 「パブリックコメントの実施結果」, set alike: what it is on, and what the paper is. */
function namesOutcome(first: Line, below: Line): boolean {
  return below.gap === 0 && below.hash === first.hash && Math.abs(below.indent - first.indent) <= 2 && isTitleLine(below.text) &&
    paperKindOfTitle(below.text) === 'public-comment' && paperKindOfTitle(first.text) !== 'public-comment';
}

function isTitleLine(text: string): boolean {
  return !isCoverPrint(text) && !isSubtitle(text) && readMarker(text)?.label === undefined;
}

function isSubtitle(text: string): boolean {
  return /^[～〜~―—–-].*[～〜~―—–-]$/.test(text) || /^[（(〈＜<【].{1,12}[）)〉＞>】]$/.test(text) && sectionName(text) === null && !readMarker(text);
}

/** 「【概要版】」「＜素案＞」: which version of a paper it is, beside its title. */
const VERSION = /^[【〔［[（(＜<〈《](?:概要版?|ダイジェスト版?|要約版?|あらまし|本編|本冊|別冊|(?:最終|修正|改定|改訂)?(?:素案|案|骨子案?|原案|版)|たたき台案?|中間(?:まとめ|報告|案)|答申案?|見え消し版?)[】〕］\]）)＞>〉》]$/;

function isBodyName(printed: string): boolean {
  const text = unspaced(printed).replace(/^[（(]([^（()）]+)[）)]$/, '$1');
  return text.length <= LONGEST_NAME && (BODY_NAME.test(text) || BODY_NAME.test(text.replace(TERM_BEHIND, '')));
}

/** 「## 開催スケジュール」 over nothing but headings of lower rank, or right above the first, is the title, though it is the name of a section too. */
function isOnlyHeading(lines: readonly Line[], i: number): boolean {
  const { hash = 0 } = lines[i] ?? {};
  const next = lines[i + 1];
  if (hash > 0 && next !== undefined && next.hash >= hash && readMarker(next.text)?.ordinal === 1) return true;
  const isAlone = hash > 0 && !lines.some((line, at) => at !== i && line.hash > 0 && line.hash <= hash);
  // The only heading of all is the title where it is more than the name of a section (公共交通計画　策定スケジュール).
  return isAlone && (lines.slice(i + 1).some((line) => line.hash > hash) || (hash === 1 && (lines[i]?.text.length ?? 0) >= LONG_NAME));
}

const LONG_NAME = 12;

/** 「## 令和6年度」 with 「## 令和7年度」 further down heads a section, and is no date of the paper. */
function isFirstOfYears(lines: readonly Line[], i: number): boolean {
  const { hash = 0, text = '' } = lines[i] ?? {};
  const isYear = (line: string) => YEAR_HEADING.test(line) || (/^[【〔［■◆●]/.test(line) && YEAR_HEADING.test(line.replace(/^[【〔［■◆●][ 　]*|[】〕］]$/g, '')));
  const isMarked = hash > 0 || /^[【〔［■◆●]/.test(text) || isBold(lines[i] ?? { raw: '' });
  return isMarked && isYear(text) && lines.slice(i + 1).some((line) => line.hash === hash && line.text !== text && isYear(line.text));
}

/** 「第1回」 with 「第2回」 alone on a line further down is a row of a list. */
const isFirstOfCount = (lines: readonly Line[], i: number): boolean => COUNT_ALONE.test(lines[i]?.text ?? '') && lines.slice(i + 1).some(({ text }) => COUNT_ALONE.test(text));
const COUNT_ALONE = /^第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回$/;

const YEAR_HEADING = /^(?:(?:昭和|平成|令和|[SHR])[ 　]*[0-9０-９元]{1,2}|[0-9０-９]{4})[ 　]*年度?(?:[（(][^（()）]{2,12}[）)])?$/;

/** 「みなと町議会　議事日程」: whose it is and what it is. */
function isNamedPaper({ text }: Line): boolean {
  return text.length <= LONGEST_NAME && /^\S{4,}[ 　]+\S{2,}$/.test(text) && !/[：:。]/.test(text) && readMarker(text) === null && paperKindOfTitle(text) === 'agenda';
}

/** 「会　議　録」 on top, and 「今後の審議日程について」 over a paper number or a date, are titles though sections are named so. */
function isNamedByKind(lines: readonly Line[], i: number): boolean {
  const [line, next] = [lines[i], lines[i + 1]];
  if (line === undefined || next === undefined || readMarker(line.text) !== null || line.text.length > 40) return false;
  const kind = paperKindOfTitle(unspaced(line.text));
  return kind === 'minutes' || kind === 'member-list' ? line.hash === 0 && !next.text.endsWith('。') : kind === 'schedule' && (isSmallPrint(next.text) || isBodyName(next.text));
}

/** A section name (審議事項の整理) is the paper's title where the first of its numbered sections stands right below. */
function isAboveSections(line: Line, next: Line | undefined): boolean {
  const own = readMarker(line.text);
  const below = next ? readMarker(next.text) : null;
  // 【検討会資料】 may be a title too; any other mark opens a section.
  const isPlain = own === null || (own.family === 'lenticular' && own.label === undefined && sectionKind(own.rest) === null);
  if (!isPlain || line.text.length > 40 || /[：:。]/.test(line.text)) return false;
  return below?.ordinal === 1 && sectionKind(below.rest) !== null && sectionName(line.text) !== 'agenda';
}

/** Small print, alone or side by side on one line (第3回資料　令和5年11月14日). */
function isCoverPrint(text: string): boolean {
  if (isSmallPrint(text) || VERSION.test(text) || isTerm(text) || isAddressee(text)) return true;
  if (text.length > LONGEST_NAME) return false;
  if (/^【[^【】]+】$/.test(text) && isCoverPrint(text.slice(1, -1))) return true;
  const isPrint = (part: string) => COVER_PRINT.test(unspaced(part)) || isSmallPrint(part);
  const parts = text.replace(MADE_ON, '').split(/[ 　]{2,}|　/);
  // A committee's name beside the date of its meeting is no title; the year and the number in front of it are part of the name.
  return parts.every(isPrint) || parts.length > 1 && !isCountedName(parts) && parts.every((part) => isPrint(part) || isBodyName(part)) && parts.some(isSmallPrint) ||
    text.split(/[ 　]+/).every(isPrint);
}

/** 「策定：令和7年3月」 */
const MADE_ON = /^(?:策[ 　]*定|作[ 　]*成|発[ 　]*行|改[ 　]*定|公[ 　]*表)[ 　]*[：:][ 　]*/;

/** 「令和6年度　第3回　みなと市検討会」 */
const isCountedName = (parts: readonly string[]): boolean =>
  isBodyName(parts.at(-1) ?? '') && parts.slice(0, -1).every((part) => /年度$|^第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回$/.test(part)) && parts.some((part) => part.endsWith('回'));

/** 「みなと市長　山田太郎　様」「会長　岸　陽子」: to whom a report is made, and who signs it. */
function isAddressee(text: string): boolean {
  return text.length <= LONGEST_ADDRESSEE && /(?:^(?:会長|委員長|座長)[ 　]+[一-龠々ヶケ]{1,4}[ 　]+[一-龠々ぁ-んァ-ヴー]{1,4}$|(?:[市区町村]長|教育長|議長|会長|委員長)(?:[ 　].{0,12})?[ 　]*(?:様|殿|あて|宛て?)$)/.test(text);
}

const LONGEST_ADDRESSEE = 32;

/** 「2022（令和4）年度～2026（令和8）年度」「〔計画期間〕2016～2025」: the years a plan is for. */
function isTerm(text: string): boolean {
  const term = text.normalize('NFKC').replace(/\s/g, '').replace(/^[[〔【(]?(?:計画|対象|実施|取組)?期間[\]〕】):]?/, '');
  return term.length <= 40 && /^[(]?(?:(?:平成|令和|[HR])?[0-9元]{1,4}(?:\([^()]{2,7}\))?(?:年度?)?)(?:から|[~〜-])(?:(?:平成|令和|[HR])?[0-9元]{1,4}(?:\([^()]{2,7}\))?(?:年度?)?)(?:まで)?(?:\([0-9]+年(?:間|度)\))?[)〕\]】]?$/.test(term);
}

/** A date, a paper number, a city's name, how to reach an office: what stands on a cover beside the title. */
export function isSmallPrint(text: string): boolean {
  const plain = unspaced(text);
  return /^[（(]?(?:敬称略|順不同|五十音順)/.test(plain) || /^(?:(?:最終)?更新日|公開日|掲載日|ページ(?:番号|ID)|電話|TEL|FAX|ファクス|E-?mail|メール|〒|https?:)/i.test(plain.normalize('NFKC')) || PAPER_NUMBER.test(plain) || HANDLING.test(plain) || CITY.test(plain) || isDateLine(plain);
}

const WRITTEN_DATE = new RegExp(
  '^(?:(?:明治|大正|昭和|平成|令和|[MTSHR]) *(?:[0-9]{1,2}|[元一二三四五六七八九十]{1,3})|[0-9]{4})(?: *\\([^()]{2,7}\\))? *[年./](?: *\\([^()]{2,7}\\))?' +
  '(?: *(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}月) *[月./]?(?: *(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}日) *日?)?| *度)?(?: *\\([日月火水木金土](?:曜日?)?\\))? *(?:現在|付け?|発行|策定|改定|作成)?$',
);

/** A line that is one date: 平成28（2016）年2月, 令和6年5月14日（火）, H26.5.15現在. */
function isDateLine(whole: string): boolean {
  const text = whole.replace(/[（(][^（()）]*(?:改定|改訂|修正|変更)[)）]$/, '');
  return text.length <= 30 && WRITTEN_DATE.test(text.normalize('NFKC').replace(/[ \u3000]+/g, ' '));
}

/** A city's name alone; a town or a village must be one that is known, since 町 and 村 end other words. */
function isOwn(name: string): boolean {
  return /市$|市役所$/.test(name) || (/[町村]$/.test(name) && isMunicipality(name));
}

function municipalityOf(cover: readonly Line[], closing: Line | undefined): string | null {
  for (const line of [...cover, ...(closing ? [closing] : [])]) {
    for (const part of [line.text, ...line.text.split(/[ 　【】]+/)]) {
      const plain = unspaced(part);
      if (CITY.test(plain) && isOwn(plain) && !NO_CITY.test(plain)) return plain.replace(/役所$/, '');
    }
  }
  return cover.map(({ text }) => municipalityIn(lettersClosed(text))).find((found) => found !== null) ?? null;
}

/** The city in front of the name of its plan or committee: 「令和6年度第1回みなと市検討会」; null where none is. */
export function municipalityIn(name: string): string | null {
  const found = CITY_IN_FRONT.exec(name.replace(TERM_IN_FRONT, ''))?.[1];
  return found && isMunicipality(found) && !NO_CITY.test(found) ? found : null;
}

/** The city that the head or the foot of the pages tells: they may be all that says whose the paper is. */
export function municipalityBeside(printed: readonly string[]): string | null {
  const parts = printed.flatMap((line) => line.split(/[ 　|>＞]+/));
  const city = parts.find((part) => CITY.test(part) && isOwn(part) && !NO_CITY.test(part))?.replace(/役所$/, '');
  return city ?? parts.map(municipalityIn).find((found) => found !== null) ?? null;
}

/**
 * 「白砂町立図書館…」 and 「白砂町観光計画」 are a town's where the paper speaks of its mayor or people, or of the town itself and
 * of no city; else 町 may be a district.
 */
function townOf(cover: readonly Line[], lines: readonly Line[]): string | null {
  for (const line of cover) {
    const [, name = '', sort = ''] = TOWN_IN_FRONT.exec(line.text.replace(TERM_IN_FRONT, '')) ?? [];
    if (name === '' || !isMunicipality(name)) continue;
    const spoken = new RegExp(`(?<!市)${sort}(?:長|民|議会|役場)|本${sort}|${name}(?:役場|長|立(?!地)|教育委員会)|^${name}[^\\s　]{0,14}[部局課室係]$`);
    const itself = new RegExp(`(?:^|[^一-龠々])(?:${sort}(?:[のがはと]|内(?!会)|外|立|営|ホームページ)|役場)`);
    const says = (form: RegExp) => lines.some(({ text }) => form.test(text));
    if (says(spoken) || ((says(itself) || TOWN_BODY.test(line.text)) && !says(CITY_ITSELF))) return name;
  }
  return null;
}

/** Committees and councils are a town's own; those of a district are of its 地区 or its shops. */
const TOWN_BODY = /^(?!.*(?:地区|商店|自治会)).*(?:委員会|審議会)(?:$|[ 　のに（(])/;

/** A paper that speaks so is a city's or a ward's. */
const CITY_ITSELF = /[本当][市区]|[市区](?:長|民|役所|議会)/;

function prefectureOf(cover: readonly Line[]): string | null {
  const found = cover.flatMap(({ text }) => PREFECTURE_IN_FRONT.exec(lettersClosed(text).replace(TERM_IN_FRONT, ''))?.[1] ?? []);
  return found.find((name) => !NO_PREFECTURE.test(name)) ?? null;
}

/** The last line of running text: notes gathered behind it, and the last row of a table, close no paper. */
function closingLine(lines: readonly Line[]): Line | undefined {
  const last = lines.findLast(({ text }) => !/^※[ 　]?[0-9０-９]/.test(text));
  return last && /^\||\t/.test(last.raw.trim()) ? undefined : last;
}

/** 「高 井 県　健康福祉部」 → 高井県　健康福祉部 */
const lettersClosed = (text: string): string => text.replace(/(?<=^[^\s　](?:[ 　][^\s　])*)[ 　](?=[^\s　](?:[ 　]|$))/g, '');

/** 「みなと市教育委員会　学校給食課」「白 砂 県　健康福祉部」 alone on a line: who publishes the paper. */
function officeIn(lines: readonly Line[]): string | null {
  const found = lines.flatMap(({ text }) => (text.length > LONGEST_NAME ? [] : OFFICE.exec(text)?.[1] ?? OFFICE_LINE.exec(text.replace(LETTER_SPACE, ''))?.[1] ?? []));
  return found.find((name) => (name.endsWith('県') ? !NO_PREFECTURE.test(name) : isMunicipality(name) && !NO_CITY.test(name))) ?? null;
}

/** Between the letters that a line begins with, each on its own. */
const LETTER_SPACE = /(?<=^[^\s　](?:[ 　][^\s　])*)[ 　](?=[^\s　](?:[ 　]|$))/g;

/** A city's full name in running text. */
const PRINTED_CITY = /[一-龠々ヶケ]{1,4}市/g;

/** 「政令指定都市・堺としての…」 on the cover and 「堺市」 beside 「本市」 in the text: the paper prints whose it is in two places. */
function municipalityInShort(cover: readonly Line[], lines: readonly Line[]): string | null {
  const front = cover.map((line) => line.text).join('\n');
  if (front === '' || !lines.some((line) => line.text.includes('本市'))) return null;
  const names = new Set(lines.flatMap((line) => line.text.match(PRINTED_CITY) ?? []));
  const found = [...names].filter((name) => !NO_CITY.test(name) && isMunicipality(name) && isNamedIn(front, name.slice(0, -1)));
  return found.length === 1 ? found[0] ?? null : null;
}

/** A name of one letter must stand on its own. */
function isNamedIn(text: string, short: string): boolean {
  return short.length > 1 ? text.includes(short) : new RegExp(`(?:^|[・･「『\\s　])${short}(?:として|らし|の|を|に|は|が|[」』\\s　]|$)`, 'm').test(text);
}
