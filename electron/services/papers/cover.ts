import { readMarker } from '../../../db/domain/marker.ts';
import { isMunicipality } from '../../../db/domain/municipalities.ts';
import type { SourceRange } from '../../contract/recognised.ts';
import type { Line } from './lines.ts';
import { unspaced } from './outline.ts';
import { sectionKind, sectionName } from './vocabulary.ts';

export type Cover = { title: string | null; titleSource?: SourceRange; municipality: string | null; text: string; body: Line[] };

const PAPER_NUMBER = new RegExp(
  '^[[【（(〔]?(?:資料|参考資料|別紙|別添|議題|様式|配布資料|当日資料)[ 　]*(?:No\\.?)?' +
  '[ 　]*[0-9０-９一二三四五六七八九十]*(?:[-－‐][0-9０-９]+)?[\\]】）)〕]?$',
);
const BODY_NAME = new RegExp(
  '(?:検討会|審議会|委員会|協議会|懇話会|懇談会|部会|研究会|会議)(?:[ 　]*[（(]?第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回[）)]?)?' +
  '(?:[ 　]*(?:会議)?資料[ 　]*[0-9０-９]*(?:[-－‐][0-9０-９]+)?)?$',
);
const CITY = /^[一-龠々ヶケァ-ヴーぁ-ん]{1,6}[市区町村](?:役所)?$/;
const CITY_IN_FRONT = /^([一-龠々ヶケァ-ヴーぁ-ん]{1,5}?市)(?!市(?![民立営])|[民役町場内立政営制])/;
/** Words that end in 市 and name no city. */
const NO_CITY = /^(?:本|当|各|他|同|都|全|両|政令|先進|近隣)市$|(?:^|大|他|指定|中核|中枢|地方|先進|各)都市$/;
/** 「令和6年度第1回」 before a committee's name. */
const TERM_IN_FRONT = /^(?:[^\s　]{2,3}[0-9０-９元]+年度)?[\s　]*(?:第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回)?[\s　]*/;
/** 「審議会資料（令和6年度第1回）」「検討部会（6月4日）」: a term or a date in a bracket behind the name. */
const TERM_BEHIND = /[ 　]*[（(][^（()）]*[0-9０-９元一二三四五六七八九十][^（()）]*[)）]$/;
/** 「第3回資料」「企画部行政経営課」 */
const COVER_PRINT = /^(?:第[0-9０-９一二三四五六七八九十]+回(?:会議)?(?:資料)?|[^\s　。、]{1,18}(?:部|局|課|室|係)|(?:追加|修正)版)$/;
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
  while (end < Math.min(lines.length, COVER_LINES) && isCoverLine(lines, end)) end += 1;
  const cover = lines.slice(0, end);
  const named = cover.filter((line) => isTitleLine(line.text));
  const titled = named.find((line) => line.hash > 0) ?? named.find((line) => !isBodyName(line.text)) ?? named[0];
  const title = titled ? unspaced(readMarker(titled.text)?.rest ?? titled.text) : null;
  const body = titled ? lines.slice(end) : lines.slice(0);
  return {
    title,
    ...(titled ? { titleSource: { start: titled.start, end: titled.end } } : {}),
    municipality: municipalityOf(cover, lines.at(-1)),
    text: cover.map((line) => line.text).join('\n'),
    body: titled ? body : body.filter((line) => !cover.includes(line)),
  };
}

function isCoverLine(lines: readonly Line[], i: number): boolean {
  const line = lines[i];
  if (!line || line.bullet || line.raw.includes('\t') || line.raw.trim().startsWith('|')) return false;
  const text = line.text;
  const isFirst = lines.slice(0, i).every((above) => isCoverPrint(above.text) || isBodyName(above.text));
  if (isCoverPrint(text) || isSubtitle(text) || (isBodyName(text) && text.length <= 40 && line.hash === 0)) return true;
  if (isFirst && isAboveSections(line, lines[i + 1])) return true;
  if (readMarker(text) !== null || sectionName(text) !== null) return false;
  if (text.length > 60 || /[。、]$|。/.test(text)) return false;
  // A second heading that is not about the same thing opens the paper itself.
  const titled = lines.slice(0, i).some((above) => above.hash > 0 && isTitleLine(above.text));
  return !(titled && (line.hash > 0 || line.gap > 0)) && (line.hash > 0 || isFirst || line.gap === 0);
}

function isTitleLine(text: string): boolean {
  return !isCoverPrint(text) && !isSubtitle(text) && readMarker(text)?.label === undefined;
}

function isSubtitle(text: string): boolean {
  return /^[～〜~―—–-].*[～〜~―—–-]$/.test(text) || /^[（(〈＜<【].{1,12}[）)〉＞>】]$/.test(text) && sectionName(text) === null && !readMarker(text);
}

function isBodyName(text: string): boolean {
  return text.length <= LONGEST_NAME && (BODY_NAME.test(text) || BODY_NAME.test(text.replace(TERM_BEHIND, '')));
}

/** A section name (審議事項の整理) is the paper's title where the first of its numbered sections stands right below. */
function isAboveSections(line: Line, next: Line | undefined): boolean {
  const own = readMarker(line.text);
  const below = next ? readMarker(next.text) : null;
  // 【検討会資料】 may be a title too; any other mark opens a section.
  const isPlain = own === null || (own.family === 'lenticular' && own.label === undefined && sectionKind(own.rest) === null);
  if (!isPlain || line.text.length > 40 || /[：:。]/.test(line.text)) return false;
  return below?.ordinal === 1 && sectionKind(below.rest) !== null;
}

/** Small print, alone or side by side on one line (第3回資料　令和5年11月14日). */
function isCoverPrint(text: string): boolean {
  return isSmallPrint(text) || text.length <= LONGEST_NAME && text.split(/[ 　]{2,}|　/).every((part) => COVER_PRINT.test(part) || isSmallPrint(part));
}

/** A date, a paper number, a city's name, how to reach an office: what stands on a cover beside the title. */
export function isSmallPrint(text: string): boolean {
  const plain = unspaced(text);
  return /^(?:電話|TEL|FAX|ファクス|E-?mail|メール|〒|https?:)/i.test(plain.normalize('NFKC')) || PAPER_NUMBER.test(plain) || CITY.test(plain) || isDateLine(plain);
}

const WRITTEN_DATE = new RegExp(
  '^(?:(?:明治|大正|昭和|平成|令和|[MTSHR]) *(?:[0-9]{1,2}|元)|[0-9]{4})(?: *\\([^()]{2,7}\\))? *[年./]' +
  '(?: *[0-9]{1,2} *[月./]?(?: *[0-9]{1,2} *日?)?| *度)?(?: *\\([日月火水木金土](?:曜日?)?\\))? *(?:現在|付け?|発行|策定|改定|作成)?$',
);

/** A line that is one date: 平成28（2016）年2月, 令和6年5月14日（火）, H26.5.15現在. */
function isDateLine(text: string): boolean {
  return text.length <= 30 && WRITTEN_DATE.test(text.normalize('NFKC').replace(/[ \u3000]+/g, ' '));
}

function municipalityOf(cover: readonly Line[], closing: Line | undefined): string | null {
  for (const line of [...cover, ...(closing ? [closing] : [])]) {
    const plain = unspaced(line.text);
    if (CITY.test(plain) && /市$|市役所$/.test(plain) && !NO_CITY.test(plain)) return plain.replace(/役所$/, '');
  }
  for (const line of cover) {
    const found = CITY_IN_FRONT.exec(line.text.replace(TERM_IN_FRONT, ''))?.[1];
    if (found && isMunicipality(found) && !NO_CITY.test(found)) return found;
  }
  return null;
}
