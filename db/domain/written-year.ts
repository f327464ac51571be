import type { DateFields } from './date-fields.ts';
import type { Era } from './eras.ts';
import { findEra } from './eras.ts';
import { readKanjiNumber } from './kanji-number.ts';
import type { Scanner } from './scanner.ts';

/** A count of one or two places: 8, 26, 元, 二十六. 〇 alone is a blank to fill in (〇月〇日). */
export const COUNT = '(?:\\d{1,2}(?!\\d)|元|(?!〇)[一二三四五六七八九十〇]{1,4})';

/** The number a COUNT stands for. */
export function countOf(text: string): number {
  if (text === '元') return 1;
  return /^\d+$/.test(text) ? Number(text) : (readKanjiNumber(text) ?? 0);
}

export type YearReading = {
  /** A bare number may stand for a year because an era is known from elsewhere. */
  shortYears: boolean;
  /** The whole text is one date, so that weak forms count. */
  whole: boolean;
  /** A date stands to the left, as the other end of a range or in a list. */
  right: boolean;
};

/** 昭和100年 is written as such: three figures are read behind a full era name. */
const ERA_NAME = new RegExp(`(明治|大正|昭和|平成|令和)(\\d{3}(?=年)|${COUNT})`, 'y');
const ERA_LETTER = /([MTSHRmtshr明大昭平令])\.?(\d{1,2}(?!\d)|元)/y;
const WESTERN = /(?:西暦)?((?:18|19|20|21)\d\d)(?!\d|,\d{3})/y;
const WESTERN_KANJI = /(二[〇一]?[〇一二三四五六七八九]{2}|一[八九][〇一二三四五六七八九]{2}|二千[一二三四五六七八九十百]*|千[八九]百[一二三四五六七八九十]*)(?=年)/y;
const FISCAL_LATIN = /(?:FY|fy)'?(20\d\d|19\d\d|\d\d)(?!\d)(?:年度?)?/y;
const APOSTROPHE = /['’](\d\d)(?=年|([./])\d{1,2}\2\d{1,2}(?!\d))/y;
/** 年 that counts years instead of naming one. */
const SPAN_OF_YEARS = '間|後|前|目|齢|生|来(?!年)|ぶり|以上|以内|未満|近く|余|越|超|経|ほど|程度|を(?:経|超|迎|過)|が(?:経|過)|に(?:1|一|１)|制|ごと|毎|弱|強|物|々|分の';

const RELATIVE: readonly (readonly [RegExp, NonNullable<DateFields['relative']>])[] = [
  [/(?:今|本|当該?)年(?!代|輪|少|中|金)/y, { to: 'document', years: 0 }],
  [/(?:一昨年|前々年|おととし)/y, { to: 'document', years: -2 }],
  [/(?:昨年|去年|前年)(?!来|比|並|同|度比)/y, { to: 'document', years: -1 }],
  [/(?:再来年)/y, { to: 'document', years: 2 }],
  [/(?:来年|明年|次年(?=度))/y, { to: 'document', years: 1 }],
  [/翌々年/y, { to: 'previous', years: 2 }],
  [/翌年|翌(?=\d{1,2}月)/y, { to: 'previous', years: 1 }],
  [/同年(?!代|齢)|同(?=\d{1,2}月)/y, { to: 'previous', years: 0 }],
];

/** Takes the year a date begins with, or null. Weak forms are taken only where the reading allows them. */
export function takeYear(s: Scanner, reading: YearReading): DateFields | null {
  return s.attempt(() => takeEraYear(s, reading)) ?? s.attempt(() => takeWesternYear(s, reading)) ?? takeRelativeYear(s)
    ?? (reading.shortYears || reading.whole ? s.attempt(() => takeShortYear(s, reading)) : null);
}

function takeEraYear(s: Scanner, reading: YearReading): DateFields | null {
  const before = s.text.charAt(s.at - 1);
  const named = s.take(ERA_NAME);
  const match = named ?? s.take(ERA_LETTER);
  const era = match && findEra(match[1] ?? '');
  if (!match || !era) return null;
  if (!named) {
    const letter = match[1] ?? '';
    if (/[A-Za-z0-9]/.test(before) || (letter > '~' && /[一-鿿]/.test(before))) return null;
    // Behind H, S and R a month is enough (H26.8); M7.3 is an earthquake.
    const strong = s.sees(/[HSR]/.test(letter) ? /年|[./-]\d{1,2}(?!\d)(?![%倍億万千ポ])|\(\d{4}/y : /年|([./-])\d{1,2}\1\d{1,2}(?!\d)/y);
    // S64, H元 and R7 stand alone in tables; T1 or H2 may be anything, and so may any letter with more letters behind it.
    const known = /[HSR]/.test(letter) && (letter === 'R' || /\d\d|元/.test(match[2] ?? '')) && !s.sees(/(?! ?Q[1-4]| ?[1-4]Q)[A-Za-z0-9%.]/y);
    if (!strong && !known && !(reading.whole && !s.sees(/[A-Za-z0-9.-]/y))) return null;
  }
  const count = countOf(match[2] ?? '');
  const fields: DateFields = { era, year: era.firstYear + count - 1 };
  if (count === 0) fields.invalid = 'era year 0';
  return withUnit(s, fields, { era, count });
}

function takeWesternYear(s: Scanner, reading: YearReading): DateFields | null {
  if (!reading.right && /[\d.,/A-Za-z-]/.test(s.text.charAt(s.at - 1))) return null;
  const fiscal = s.take(FISCAL_LATIN);
  if (fiscal) return { year: century(Number(fiscal[1])), unit: 'fiscal' };
  const short = s.take(APOSTROPHE);
  if (short) return withUnit(s, { year: century(Number(short[1])) }, null);
  const kanji = s.take(WESTERN_KANJI);
  const western = kanji ? null : s.take(WESTERN);
  if (!kanji && !western) return null;
  const year = kanji ? readKanjiNumber(kanji[1] ?? '') : Number(western?.[1]);
  if (year === null || year < 1868 || year > 2199) return null;
  if (s.sees(/年(?:間|後(?![半期])|前(?![後半期]))/y)) return null;
  const fields = withUnit(s, { year }, null);
  if (fields.unit === 'none' && !fields.era) fields.weak = true;
  return reading.whole || !fields.weak || s.sees(/[~・、,./-]|から|及び|と|上半期|下半期|Q[1-4]|[1-4]Q/y) ? fields : null;
}

const century = (n: number): number => (n < 100 ? 2000 + n : n);

/** Takes 年, 年度, 年代 or nothing, and before or after it the same year said another way in brackets. */
function withUnit(s: Scanner, fields: DateFields, written: { era: Era; count: number } | null): DateFields {
  let twin = takeTwin(s, fields);
  const unit = s.take(/年代|年度|年/y)?.[0];
  if (unit === '年代' && fields.year !== undefined) {
    return { decade: { from: fields.year, to: fields.year + 9 }, ...(fields.era ? { era: fields.era } : {}) };
  }
  fields.unit = unit === '年度' ? 'fiscal' : unit === '年' ? 'year' : 'none';
  twin ??= takeTwin(s, fields);
  if (!twin) return fields;
  if (twin.unit !== 'none' && fields.unit === 'none') fields.unit = twin.unit;
  if (twin.year !== fields.year) {
    const said = written ?? (twin.era ? { era: twin.era, count: twin.year - twin.era.firstYear + 1 } : null);
    const eraYear = written ? fields.year : twin.year;
    fields.conflict = said
      ? `era year and western year disagree (${said.era.name}${said.count} = ${eraYear})`
      : `years disagree (${fields.year}, ${twin.year})`;
  }
  // 平成31(令和元)年 names the whole year, so no era bounds it.
  if (twin.era && fields.era && twin.era !== fields.era) delete fields.era;
  else if (twin.era && !written) fields.era = twin.era;
  return fields;
}

const TWIN_ERA = new RegExp(`(明治|大正|昭和|平成|令和|[MTSHR昭平令])(${COUNT})(年度|年)?`, 'y');
const TWIN_WESTERN = /(?:西暦)?((?:18|19|20|21)\d\d)(年度|年)?/y;

function takeTwin(s: Scanner, fields: DateFields): { year: number; unit: YearUnitOf; era?: Era } | null {
  return s.attempt(() => {
    const open = s.take(/[([〔]|[/・=](?=令和元|平成元|昭和元|大正元)/y)?.[0];
    if (open === undefined) return null;
    const western = s.take(TWIN_WESTERN);
    const other = western ? null : s.take(TWIN_ERA);
    if (!western && !other) return null;
    const unit = unitOf(western?.[2] ?? other?.[3]);
    const bracketed = /[([〔]/.test(open);
    const changed = other !== null && s.take(/[/・](?:令和|平成|昭和)元(?:年度|年)?/y) !== null;
    if (bracketed && !s.take(/[)\]〕]/y)) return null;
    if (western) return { year: Number(western[1]), unit };
    const era = findEra(other?.[1] ?? '');
    const year = era && era.firstYear + countOf(other?.[2] ?? '') - 1;
    if (!era || year === undefined || (!bracketed && year !== fields.year)) return null;
    return changed ? { year, unit } : { year, unit, era };
  });
}

type YearUnitOf = NonNullable<DateFields['unit']>;
const unitOf = (text: string | undefined): YearUnitOf => (text === '年度' ? 'fiscal' : text === '年' ? 'year' : 'none');

function takeRelativeYear(s: Scanner): DateFields | null {
  for (const [pattern, relative] of RELATIVE) {
    if (s.take(pattern)) return { relative, unit: s.take(/度/y) ? 'fiscal' : 'year' };
  }
  return null;
}

const SHORT = new RegExp(`(${COUNT})(?:年度|年(?!${SPAN_OF_YEARS}))`, 'y');
const SHORT_SHARING = /(\d{1,2})(?=(?:(?:[~・、,-]|から|及び|と)\d{1,2})+年度)/y;

function takeShortYear(s: Scanner, reading: YearReading): DateFields | null {
  if (!reading.right && /[\d.,第約]/.test(s.text.charAt(s.at - 1))) return null;
  const sharing = s.take(SHORT_SHARING);
  if (sharing) return { shortYear: Number(sharing[1]), unit: 'none' };
  const decade = s.take(/(\d0)年代/y);
  if (decade) return { shortYear: Number(decade[1]), decade: { from: 0, to: 9 } };
  const match = s.take(SHORT);
  if (!match) return null;
  return { shortYear: countOf(match[1] ?? ''), unit: match[0].endsWith('度') ? 'fiscal' : 'year' };
}
