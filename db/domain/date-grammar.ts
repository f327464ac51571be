import { WEEKDAYS } from './calendar.ts';
import type { DateFields, Span } from './date-fields.ts';
import { hasYear, levelOf } from './date-fields.ts';
import type { Scanner } from './scanner.ts';
import { takeTime } from './time-of-day.ts';
import { COUNT, countOf, takeYear } from './written-year.ts';
import type { YearReading } from './written-year.ts';

/** What may be read at a place: besides years, whether this is the right side of a range or list. */
export type PointReading = Omit<YearReading, 'right'> & {
  /** The date to the left, from which a bare number or a lone day takes what it lacks. */
  left: DateFields | null;
};

/** Between the numbers of 「4、8月」「10～11月」, which share one unit. */
const SHARED = '(?:[~・、,&-]|から|及び|および|と)';
const MONTH = new RegExp(`(${COUNT})月(?!間|数|額|刊|例|面|桂|曜)`, 'y');
const MONTH_SHARING = new RegExp(`(\\d{1,2})月?(?=(?:${SHARED}\\d{1,2})+月)(?<!月)`, 'y');
const DAY = new RegExp(`(${COUNT})日(?!間|目|以内|以上|前(?!後)|後(?!半)|程度|分|数|[市町](?![民内役営立]))`, 'y');
const DAY_SHARING = new RegExp(`(\\d{1,2})(?=(?:${SHARED}\\d{1,2})+日(?!間))`, 'y');
const NUMERIC = /([./-])(\d{1,2})(?!\d)(?:\1(\d{1,2})(?!\d))?/y;
const SHORT_NUMERIC = /(\d{1,2})([./-])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const MONTH_DAY = /(\d{1,2})([./])(\d{1,2})(?![\d./%年])/y;
/** 「2024-10-08～10-11」: with dashes only as the other end of a date in figures. */
const MONTH_DAY_DASHED = /(\d{1,2})(-)(\d{1,2})(?![\d./%年-])/y;

/** Takes one date, without ranges and lists: from 「平成26年8月8日(金)13:00～16:30」 down to 「中旬」. */
export function takePoint(s: Scanner, reading: PointReading): DateFields | null {
  const point = s.attempt(() => takeDated(s, reading));
  if (!point) return null;
  takeWeekday(s, point);
  takeSameDate(s, point, reading);
  if (levelOf(point) >= 4 || point.weekday !== undefined) {
    const time = takeTime(s);
    if (time !== null) point.time = time;
  }
  return point;
}

function takeDated(s: Scanner, reading: PointReading): DateFields | null {
  const year = takeYear(s, { ...reading, right: reading.left !== null });
  if (year) return takeAfterYear(s, year);
  return takeWithoutYear(s, reading);
}

function takeAfterYear(s: Scanner, f: DateFields): DateFields {
  if (f.unit === 'none' && takeNumericTail(s, f)) return f;
  s.attempt(() => {
    s.take(/の|[,、](?=\d{1,2}月\d{1,2}日)/y);
    if (takeMonth(s, f)) return f;
    if (f.unit === 'year' && !f.decade) {
      const slashed = s.take(MONTH_DAY);
      if (slashed) {
        f.month = Number(slashed[1]);
        f.day = Number(slashed[3]);
        return f;
      }
    }
    return takeYearSpan(s, f) ? f : null;
  });
  if (levelOf(f) === 1 && f.unit !== 'none') bracketed(s, f, (inner) => takeMonth(s, inner) || (takeYearSpan(s, inner) && inner.span !== undefined));
  return f;
}

/** 「平成26年度（上半期）」「平成26年8月（下旬）」: the narrower word stands in brackets. */
function bracketed(s: Scanner, f: DateFields, take: (inner: DateFields) => boolean): void {
  const inner = { ...f };
  s.attempt(() => (s.take(/[([]/y) && take(inner) && s.take(/頃?[)\]]/y) ? Object.assign(f, inner) : null));
}

/** 「.8.8」「-08」「.8下旬」 behind a bare year. */
function takeNumericTail(s: Scanner, f: DateFields): boolean {
  return s.attempt(() => {
    const m = s.take(NUMERIC);
    // 「H26-28」「2014-15」「R6-10年度」 are years, not months.
    if (!m || (m[3] === undefined && m[1] === '-' && (Number(m[2]) > 12 || s.sees(/年/y)))) return null;
    f.month = Number(m[2]);
    f.numeric = true;
    f.unit = 'year';
    delete f.weak;
    if (m[3] !== undefined) {
      f.day = Number(m[3]);
      s.take(/日/y);
      return true;
    }
    s.take(/月/y);
    takeMonthTail(s, f);
    return true;
  }) ?? false;
}

function takeMonth(s: Scanner, f: DateFields): boolean {
  const m = s.take(MONTH) ?? s.take(MONTH_SHARING);
  if (!m) return false;
  f.month = countOf(m[1] ?? '');
  delete f.weak;
  takeMonthTail(s, f);
  return true;
}

const PART_WORDS: Record<string, readonly [number, number]> = {
  上: [1, 10], 初: [1, 10], 中: [11, 20], 下: [21, 31],
};
const PARTS: readonly (readonly [RegExp, (m: RegExpExecArray) => Span])[] = [
  [/([上中])旬?(?:~|・|から|-|、)?([中下])旬/y, (m) => ({
    kind: 'days', from: PART_WORDS[m[1] ?? '']?.[0] ?? 1, to: PART_WORDS[m[2] ?? '']?.[1] ?? 31, word: `${m[1]}旬～${m[2]}旬`,
  })],
  [/([上初中下])旬/y, (m) => ({ kind: 'days', from: PART_WORDS[m[1] ?? '']?.[0] ?? 1, to: PART_WORDS[m[1] ?? '']?.[1] ?? 31, word: m[0] })],
  [/(?:月初め?|初め|はじめ|始め|初頭|頭|初(?!日|回|度))/y, (m) => ({ kind: 'days', from: 1, to: 10, word: m[0] })],
  [/半ば|なかば|中頃|中ごろ/y, (m) => ({ kind: 'days', from: 11, to: 20, word: m[0] })],
  [/前半/y, (m) => ({ kind: 'days', from: 1, to: 15, word: m[0] })],
  [/後半/y, (m) => ({ kind: 'days', from: 16, to: 31, word: m[0] })],
  [/第([1-5])週/y, (m) => ({ kind: 'days', from: Number(m[1]) * 7 - 6, to: Number(m[1]) * 7, word: m[0] })],
  [/第([1-5])([月火水木金土日])曜日?/y, (m) => ({ kind: 'nth-weekday', nth: Number(m[1]), weekday: WEEKDAYS.indexOf(m[2] ?? '') })],
  [/(?:最終|最後の)([月火水木金土日])曜日?/y, (m) => ({ kind: 'nth-weekday', nth: 'last', weekday: WEEKDAYS.indexOf(m[1] ?? '') })],
  [/(?:月末|末)日?|晦日/y, () => ({ kind: 'last-day' })],
];

function takeMonthTail(s: Scanner, f: DateFields): void {
  s.attempt(() => {
    s.take(f.numeric ? /[.の](?=[上初中下末])/y : /の/y);
    return takeDay(s, f) || takePart(s, f) ? f : null;
  });
  if (f.day === undefined && !f.span) bracketed(s, f, (inner) => takePart(s, inner));
  if (f.day === undefined && !f.span) s.take(/中(?![旬学央心間止])|内(?=に|で)|分(?!の)|期/y);
}

function takeDay(s: Scanner, f: DateFields): boolean {
  const m = s.take(DAY) ?? s.take(DAY_SHARING);
  if (m) f.day = countOf(m[1] ?? '');
  return m !== null;
}

function takePart(s: Scanner, f: DateFields): boolean {
  for (const [pattern, span] of PARTS) {
    const m = s.take(pattern);
    if (!m) continue;
    f.span = span(m);
    if (/半ば|なかば|頃|ごろ/.test(m[0])) f.approx = true;
    return true;
  }
  return false;
}

const SEASONS: Record<string, readonly [number, number]> = {
  春: [3, 5], 夏: [6, 8], 秋: [9, 11], 冬: [12, 14], 早春: [2, 3], 初夏: [5, 6], 初秋: [9, 9], 晩秋: [11, 11],
};
const SEASON = /(早春|初夏|初秋|晩秋|春(?![日分])|夏(?![目見祭休])|秋(?![田葉祭])|冬(?![木休]))[季期]?/y;
const HALF = /(上半期|上期|前半期|前期|前半|第1半期)(?!高齢|基本|計画|課程)|(下半期|下期|後半期|後期|後半|第2半期)(?!高齢|基本|計画|課程)/y;
const QUARTER = /第?(\d|[一二三四])(?:・|\/)?四半期|第?(\d)(?=(?:[~・、,-]|から|及び|と)第?\d四半期)|[-/ ]?Q([1-4])| ?第?([1-4])Q/y;

const season = (word: string): Span => {
  const [from, to] = SEASONS[word] ?? [1, 12];
  return { kind: 'season', from, to };
};

/** What stands behind a year or 年度: 末, 当初, 内, 上半期, 第3四半期, 夏. */
function takeYearSpan(s: Scanner, f: DateFields): boolean {
  const half = s.take(HALF);
  if (half) {
    if (!f.decade) f.span = { kind: 'half', nth: half[1] === undefined ? 2 : 1 };
    else if (half[1] === undefined) f.decade.from += 5;
    else f.decade.to -= 5;
    return true;
  }
  const quarter = s.take(QUARTER);
  if (quarter) {
    f.span = { kind: 'quarter', nth: countOf(quarter[1] ?? quarter[2] ?? quarter[3] ?? quarter[4] ?? '') };
    return true;
  }
  if (s.take(/年末年始/y)) f.span = { kind: 'turn-of-year' };
  else if (s.take(/年明け|年始|年初|年頭|明け/y)) f.span = { kind: 'new-year' };
  else if (s.take(/年末|末日?(?![端梢])/y)) f.span = { kind: 'year-end' };
  else if (s.take(/当初(?!予算)|初日/y)) f.span = { kind: 'year-start' };
  // The beginning of a 年度 is said of its first day, that of a 年 of its first month.
  else if (s.take(/初め|はじめ|始め|初頭|初(?![回年])/y)) f.span = { kind: f.unit === 'fiscal' ? 'year-start' : 'new-year' };
  else {
    const word = s.take(SEASON)?.[1];
    if (word !== undefined) f.span = season(word);
    else return s.take(/内(?![部容外訳示閣科])|中(?![学央心間期小長核部下止高旬])|いっぱい/y) !== null;
  }
  delete f.weak;
  return true;
}

const RELATIVE_MONTHS: readonly (readonly [RegExp, NonNullable<DateFields['relative']>])[] = [
  [/(?:今|本|当)月(?!例)/y, { to: 'document', months: 0 }],
  [/再来月/y, { to: 'document', months: 2 }],
  [/来月/y, { to: 'document', months: 1 }],
  [/(?:先|前)月(?!比)/y, { to: 'document', months: -1 }],
  [/翌々月/y, { to: 'previous', months: 2 }],
  [/翌月/y, { to: 'previous', months: 1 }],
  [/同月/y, { to: 'previous', months: 0 }],
];
const RELATIVE_DAYS: readonly (readonly [RegExp, number])[] = [
  [/(?:本|今)日(?!的)/y, 0], [/明後日/y, 2], [/明日/y, 1], [/昨日/y, -1],
];
const RELATIVE_SEASON = /(今|来|昨)([春夏秋冬])/y;

function takeWithoutYear(s: Scanner, reading: PointReading): DateFields | null {
  if (!reading.left && /(?:[\d.,:第約]|(?:毎|例|各|隔)年?度?の?)$/.test(s.text.slice(Math.max(0, s.at - 4), s.at))) return null;
  const f: DateFields = {};
  for (const [pattern, relative] of RELATIVE_MONTHS) {
    if (!s.take(pattern)) continue;
    f.relative = relative;
    takeMonthTail(s, f);
    return f;
  }
  const short = s.attempt(() => (reading.left || reading.shortYears ? takeShortNumeric(s, reading) : null));
  if (short) return short;
  if (takeMonth(s, f)) return f;
  if (reading.left) {
    const rest = s.attempt(() => takeRightOf(s, reading.left ?? {}));
    if (rest) return rest;
  }
  const slashed = s.attempt(() => takeMonthDay(s, reading));
  if (slashed) return slashed;
  if (s.take(/年度(?=末|当初|初|始|はじめ|内|中|いっぱい|[上下]半?期|第[\d一二三四]・?四半期)/y)) f.unit = 'fiscal';
  else if (s.take(/年(?=内|末(?!年始)|いっぱい)/y)) f.unit = 'year';
  else return takeLooseSpan(s, reading);
  return takeYearSpan(s, f) ? f : null;
}

function takeShortNumeric(s: Scanner, reading: PointReading): DateFields | null {
  const m = s.take(SHORT_NUMERIC);
  // 1.2.3 is a section more often than a day of a first year.
  if (!m || (!reading.left && !reading.whole && (m[1] ?? '').length < 2)) return null;
  return { shortYear: Number(m[1]), unit: 'year', month: Number(m[3]), day: Number(m[4]), numeric: true };
}

/** 8/8 or 8.8: a date only where a weekday says so, a numeric date stands to the left, or it is all there is. */
function takeMonthDay(s: Scanner, reading: PointReading): DateFields | null {
  if (!reading.left && /[A-Za-z\d/.-]/.test(s.text.charAt(s.at - 1))) return null;
  const isRightOfDay = reading.left?.numeric === true && reading.left.day !== undefined;
  const m = s.take(MONTH_DAY) ?? (isRightOfDay ? s.take(MONTH_DAY_DASHED) : null);
  if (!m) return null;
  const f: DateFields = { month: Number(m[1]), day: Number(m[3]), numeric: true };
  const sure = s.sees(WEEKDAY) || isRightOfDay
    || (reading.whole && reading.shortYears && m[2] === '/' && s.sees(/$|[~\s(・、,]/y));
  if (sure) return f;
  const left = reading.left;
  // 「H26.4～27.3」: behind a month, the first number is a year.
  if (left?.numeric && left.day === undefined && m[2] === '.') return { shortYear: Number(m[1]), unit: 'year', month: Number(m[3]), numeric: true };
  return null;
}

/** The right side of a range or list that leaves out more than its year. */
function takeRightOf(s: Scanner, left: DateFields): DateFields | null {
  const f: DateFields = {};
  s.take(/同(?=\d)/y);
  if (levelOf(left) >= 3) {
    if (takeDay(s, f)) return f;
    if (left.day === undefined && takePart(s, f)) return f;
    if (left.day !== undefined && s.take(/(?:月末|末)日?(?!日)/y)) return { span: { kind: 'last-day' } };
  }
  if (levelOf(left) <= 2) {
    if (takeYearSpan(s, f) && f.span) return f;
    if (left.unit === 'none' && !left.span) {
      const year = s.take(/(\d{2})(?=$|[^\d%年月日時分人名件回号か.])/y);
      if (year) return { shortYear: Number(year[1]), unit: 'none' };
    }
  }
  if (!left.numeric) return null;
  const bare = s.take(/(\d{1,2})(?!-\d)(?=$|[^\d%年月日時分人名件回号か./:第区歳円点])/y);
  if (!bare) return null;
  if (left.day !== undefined) return { day: Number(bare[1]), numeric: true };
  f.month = Number(bare[1]);
  f.numeric = true;
  takeMonthTail(s, f);
  return f;
}

/** Words that name part of a year by themselves: 上半期, 第3四半期, 来春, 本日, 年末年始. */
function takeLooseSpan(s: Scanner, reading: PointReading): DateFields | null {
  const f: DateFields = {};
  for (const [pattern, days] of RELATIVE_DAYS) if (s.take(pattern)) return { relative: { to: 'document', days } };
  const which = s.take(RELATIVE_SEASON);
  if (which) {
    const years = which[1] === '今' ? 0 : which[1] === '来' ? 1 : -1;
    return { relative: { to: 'document', years }, unit: 'year', span: season(which[2] ?? '') };
  }
  if (s.take(/年末年始/y)) return { span: { kind: 'turn-of-year' } };
  if (s.take(/年明け|年始(?!の挨拶)|年初/y)) return { span: { kind: 'new-year' } };
  if (s.sees(/[上下]半期|[上下]期|第[1-4一二三四]・?四半期|第[1-4](?:[~・、-]|から)第?[1-4]四半期|[1-4]Q|Q[1-4]/y)) {
    return takeYearSpan(s, f) && f.span ? f : null;
  }
  // 春 alone is too often a name or a season of every year.
  const word = s.take(SEASON)?.[1];
  if (word === undefined || !(reading.whole || s.sees(/頃|ごろ|以降|まで|を?(?:目途|めど|目処)/y))) return null;
  if (/[一-鿿]/.test(s.text.charAt(s.at - word.length - 1))) return null;
  return { span: season(word) };
}

const HOLIDAY = '(?:国民の)?(?:祝日?|休日?|振替?休?日?|振休|振替休日)';
const WEEKDAY = new RegExp(
  `[([〔〈<【](?:${HOLIDAY}[・,、/]?)?([月火水木金土日])(?:曜日?)?(?:[・,、/]?${HOLIDAY})*[)\\]〕〉>】]|[([〔〈<]${HOLIDAY}[)\\]〕〉>]|([月火水木金土日])曜日?`, 'y');
const HOLIDAY_BEHIND = new RegExp(`[・,、]?[([〔]?${HOLIDAY}[)\\]〕]?`, 'y');

function takeWeekday(s: Scanner, f: DateFields): void {
  if (levelOf(f) < 4) return;
  const m = s.take(WEEKDAY);
  const name = m?.[1] ?? m?.[2];
  if (name !== undefined) f.weekday = WEEKDAYS.indexOf(name);
  if (m) s.take(HOLIDAY_BEHIND);
}

/** 「平成26年8月8日(2014年8月8日)」 says one day twice. */
function takeSameDate(s: Scanner, f: DateFields, reading: PointReading): void {
  if (levelOf(f) < 3 || f.year === undefined) return;
  s.attempt(() => {
    if (!s.take(/[([〔=]/y)) return null;
    const twin = takeDated(s, { ...reading, left: null, whole: false });
    if (!twin || !hasYear(twin) || twin.year === undefined || !s.take(/[)\]〕]/y)) return null;
    if (levelOf(twin) !== levelOf(f)) return null;
    if (twin.year !== f.year || twin.month !== f.month || twin.day !== f.day) {
      f.conflict = `dates disagree (${f.year}-${f.month}-${f.day ?? ''}, ${twin.year}-${twin.month}-${twin.day ?? ''})`;
    }
    return f;
  });
}
