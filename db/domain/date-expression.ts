import { addDays, isoDay, lastDayOf, partsOf } from './calendar.ts';
import type { DateFields } from './date-fields.ts';
import { hasYear, levelOf } from './date-fields.ts';
import { takePoint } from './date-grammar.ts';
import type { PointReading } from './date-grammar.ts';
import { meaningOf, settle } from './date-meaning.ts';
import type { Meaning } from './date-meaning.ts';
import type { DateContext, FuzzyDate, Precision } from './fuzzy-date.ts';
import type { Scanner } from './scanner.ts';
import { COUNT, countOf } from './written-year.ts';

/** A date, range or list, with the last date in it, from which the next sentence part may take its year. */
export type Expression = { date: Omit<FuzzyDate, 'raw'>; last: DateFields };

export type ExpressionReading = {
  context: DateContext;
  whole: boolean;
  /** The date before, in the same sentence. */
  previous: DateFields | null;
};

/** A date or range as written; `until` is its right end, or how long it lasts. */
type Stretch = {
  from: DateFields;
  to: DateFields | null;
  lasts: { unit: 'year' | 'month' | 'week' | 'day'; count: number } | null;
  openEnd: boolean;
  openStart: boolean;
};

const RANGE_SIGN = /[~→]|-(?=[\d平令昭大明HRSTM同翌年])|ー(?=[\d平令HR])|至(?=[\d平令昭大明])|から(?!く)|より(?!も)/y;
const LIST_SIGN = /(?:\((?:第\d{1,2}回|[^\d()年月日~]{1,12})\))?(?:[、,・/&]?(?:及び|および|並びに|ならびに|又は|または|と|や)|[、,・&;]|\/(?!\d))/y;
const FOREVER = /以降|以後|から(?!く)|~(?![0-9A-Za-z])|より(?=$|[、。)順実開施適運導設供])/y;
const BEFORE = /までに?は?|以前/y;
const LENGTH = new RegExp(`(?:の)?(${COUNT})(?:(年度|年|[かカヵケヶ箇]月|週|日)間|([かカヵケヶ箇]年)間?)`, 'y');

/** Takes a date expression at the cursor, or null where there is none. */
export function takeExpression(s: Scanner, reading: ExpressionReading): Expression | null {
  const start = s.at;
  return s.attempt(() => {
    const until = s.text.charAt(s.at) === '~' && !/[\d月日年度旬期末]/.test(s.text.charAt(s.at - 1)) && s.take(/~/y) !== null;
    const stretches = takeStretches(s, reading);
    const [first] = stretches;
    if (!first) return null;
    if (until && stretches.length === 1 && !first.to) first.openStart = true;
    takeTwinRange(s, stretches);
    shareUnits(stretches);
    if (/(?:おおむね|概ね|およそ)$/.test(s.text.slice(Math.max(0, start - 4), start))) first.from.approx = true;
    if (isWeak(stretches) && !standsAlone(s, reading)) return null;
    const state = takeStateOf(s, stretches, reading);
    return interpret(state ?? stretches, reading);
  });
}

function takeStretches(s: Scanner, reading: ExpressionReading): Stretch[] {
  const stretches: Stretch[] = [];
  let left: DateFields | null = null;
  for (;;) {
    const stretch: Stretch | null = stretches.length === 0
      ? takeStretch(s, reading, null)
      : s.attempt(() => (s.take(LIST_SIGN) ? fitting(takeStretch(s, reading, left), left) : null));
    if (!stretch) return stretches;
    stretches.push(stretch);
    left = stretch.to ?? stretch.from;
    if (stretch.openEnd || stretch.openStart) return stretches;
  }
}

/** 「平成26年度、8月に…」 is two dates: in a list nothing goes further down than the date before it. */
function fitting(stretch: Stretch | null, left: DateFields | null): Stretch | null {
  if (!stretch || !left) return stretch;
  const finer = levelOf(stretch.from) > levelOf(left) && !(levelOf(left) >= 4 && levelOf(stretch.from) >= 4);
  return finer && !hasYear(stretch.from) ? null : stretch;
}

function takeStretch(s: Scanner, reading: ExpressionReading, left: DateFields | null): Stretch | null {
  const from = takePoint(s, pointReading(reading, left));
  if (!from) return null;
  takeRoughly(s, from);
  const stretch: Stretch = { from, to: null, lasts: null, openEnd: false, openStart: false };
  const to = s.attempt(() => {
    if (!s.take(RANGE_SIGN)) return null;
    const lasts = s.attempt(() => s.take(LENGTH));
    if (lasts) {
      stretch.lasts = lengthOf(lasts);
      return from;
    }
    const point = takePoint(s, pointReading(reading, from));
    return point && endsRange(point, from) ? point : null;
  });
  if (stretch.lasts) return stretch;
  if (to) {
    stretch.to = to;
    takeRoughly(s, to);
    s.take(/まで(?:に|の間に?)?|にかけて?|の間(?!隔)/y);
  } else if (s.take(BEFORE)) stretch.openStart = true;
  else if (s.take(FOREVER)) stretch.openEnd = true;
  takeRoughly(s, to ?? from);
  return stretch;
}

/** 「平成26年度～8月」 is no range: a right end without a year goes no further down than the left, nor up from a day to a year. */
function endsRange(to: DateFields, from: DateFields): boolean {
  if (hasYear(to) || to.unit === 'fiscal' || to.span?.kind === 'year-end') return true;
  return levelOf(to) <= levelOf(from) || levelOf(from) >= 3;
}

function pointReading(reading: ExpressionReading, left: DateFields | null): PointReading {
  const { era, document_date, year } = reading.context;
  const known = [left, reading.previous, era, document_date, year].some((x) => x !== null && x !== undefined);
  return { left, whole: reading.whole, shortYears: known };
}

/** Takes 頃, をめど, 予定, 時点 and their like; only those that blur the date are kept. */
function takeRoughly(s: Scanner, f: DateFields): void {
  for (;;) {
    if (s.take(/頃|ごろ|ころ(?!ん)|あたり|前後|[をに]?(?:目途|めど|目処|メド)(?:に|として|と(?:し|す))?/y)) f.approx = true;
    else if (!s.take(/\((?:予定|仮|案|見込み?|想定|目途|現在|時点)\)|(?:の)?予定|見込み?|現在|時点|付け?(?![属加随設])/y)) return;
  }
}

function lengthOf(match: RegExpExecArray): Stretch['lasts'] {
  const unit = match[2] ?? match[3] ?? '';
  const name = unit.endsWith('月') ? 'month' : unit === '週' ? 'week' : unit === '日' ? 'day' : 'year';
  return { unit: name, count: countOf(match[1] ?? '') };
}

/** The 年度 of 「平成25～28年度」 belongs to both numbers. */
function shareUnits(stretches: readonly Stretch[]): void {
  const points = stretches.flatMap((x) => (x.to ? [x.from, x.to] : [x.from]));
  for (let i = points.length - 2; i >= 0; i -= 1) {
    const [here, next] = [points[i], points[i + 1]];
    if (!here || !next || here.unit !== 'none' || levelOf(here) > 2 || levelOf(next) > 2) continue;
    if (next.decade && here.year !== undefined) here.decade = { from: here.year, to: here.year + 9 };
    if (next.unit !== undefined && next.unit !== 'none') {
      here.unit = next.unit;
      delete here.weak;
    }
  }
}

/** 「平成27～31（2015～2019）年度」: the unit stands behind the bracket. */
function takeTwinRange(s: Scanner, stretches: readonly Stretch[]): void {
  const last = stretches.at(-1)?.to;
  if (last?.unit !== 'none' || levelOf(last) > 1) return;
  const unit = s.take(/[([]\d{4}[~-](?:\d\d){1,2}[)\]](年度|年)/y)?.[1];
  if (unit !== undefined) last.unit = unit === '年度' ? 'fiscal' : 'year';
}

function isWeak(stretches: readonly Stretch[]): boolean {
  return stretches.every((x) => x.from.weak && (!x.to || x.to.weak));
}

/** A bare 2014 is a year where it is all there is, or all there is in a bracket. */
function standsAlone(s: Scanner, reading: ExpressionReading): boolean {
  return reading.whole && s.sees(/$|[)\]〕]/y);
}

/**
 * 「H28 取組実績 (3月末時点)」: the state, at a day of the fiscal year, of what a programme's column H28 reports. Only a
 * bare year or 年度 heads such a column; behind a 年 the month is the calendar's.
 */
function takeStateOf(s: Scanner, stretches: readonly Stretch[], reading: ExpressionReading): Stretch[] | null {
  const [only] = stretches;
  if (!only || stretches.length > 1 || only.to || only.openEnd || only.openStart || levelOf(only.from) > 1) return null;
  return s.attempt(() => {
    if (!s.take(/[^\d()[\]、。,\n~]{0,12}[([]/y)) return null;
    const point = takePoint(s, pointReading({ ...reading, whole: false }, only.from));
    if (!point || hasYear(point) || point.month === undefined) return null;
    takeRoughly(s, point);
    if (!s.take(/[)\]]/y)) return null;
    return [{ ...only, from: { ...only.from, ...point, unit: only.from.unit === 'year' ? 'year' : 'fiscal' } }];
  });
}

function interpret(stretches: readonly Stretch[], reading: ExpressionReading): Expression | null {
  // A month may follow the months of its sentence; behind a mere year (「平成14年の計画により4月から」) it is of another.
  const first = stretches[0]?.from;
  let left = first && (hasYear(first) || reading.previous?.month !== undefined) ? reading.previous : null;
  const carried = left !== null && first !== undefined && !hasYear(first);
  const dates: Omit<FuzzyDate, 'raw'>[] = [];
  const inside: DateFields[] = [];
  for (const stretch of stretches) {
    const from = settle(stretch.from, left, reading.context);
    const to = stretch.to && settle(stretch.to, from, reading.context);
    left = to ?? from;
    inside.push(from, ...(to ? [to] : []));
    dates.push(dateOf(stretch, from, to));
  }
  const [only] = dates;
  if (!only || !left) return null;
  const date = dates.length === 1 ? only : listOf(dates);
  const time = inside.map((f) => f.time).filter((t) => t !== undefined);
  if (time.length > 0) date.time = time.length === 1 ? time.join() : `${time[0]?.split('-')[0]}-${time.at(-1)?.split('-').at(-1)}`;
  if (date.precision !== 'none' && date.precision !== 'invalid') {
    if (inside.some((f) => f.approx)) date.approx = true;
    if (inside.some((f) => f.guessed)) date.year_from = 'document_date';
    else if (carried) date.year_from = 'previous';
  }
  return { date, last: left };
}

function dateOf(stretch: Stretch, from: DateFields, to: DateFields | null): Omit<FuzzyDate, 'raw'> {
  const a = meaningOf(from);
  if (a.start === null || a.end === null) return { ...a };
  if (stretch.lasts) return { ...a, end: endAfter(a.start, stretch.lasts), precision: a.precision === 'day' ? 'range' : a.precision };
  if (stretch.openEnd) return { ...a, end: null, open_end: true };
  if (stretch.openStart) return { ...a, start: null, open_start: true };
  if (!to) return { ...a };
  const b = meaningOf(to);
  if (b.start === null || b.end === null) return { ...b };
  if (b.end < a.start) return { start: null, end: null, precision: 'invalid', reason: `range ends (${b.end}) before it begins (${a.start})` };
  return {
    start: a.start,
    end: b.end,
    precision: precisionOf(a, b),
    ...(a.part !== undefined && b.part !== undefined ? { part: `${a.part}～${b.part}` } : {}),
    ...flagOf([a, b]),
  };
}

/** A range is known as finely as its two ends where they agree (年度～年度, 下旬～上旬); between days it is a range. */
function precisionOf(a: Meaning, b: Meaning): Precision {
  return a.precision === b.precision && a.precision !== 'day' ? a.precision : 'range';
}

function flagOf(dates: readonly Pick<Meaning, 'flag'>[]): Pick<Meaning, 'flag'> {
  const flags = dates.flatMap((d) => d.flag ?? []);
  const flag = flags.find((f) => f !== 'weekday-mismatch') ?? flags[0];
  return flag ? { flag } : {};
}

function endAfter(start: string, lasts: NonNullable<Stretch['lasts']>): string {
  const { year, month, day } = partsOf(start);
  if (lasts.unit === 'day' || lasts.unit === 'week') return addDays(start, lasts.count * (lasts.unit === 'week' ? 7 : 1) - 1);
  const ahead = month + lasts.count * (lasts.unit === 'year' ? 12 : 1);
  const same = isoDay(year, ahead, day);
  const last = lastDayOf(year, ahead);
  return addDays(same > last ? last : same, -1);
}

function listOf(dates: readonly Omit<FuzzyDate, 'raw'>[]): Omit<FuzzyDate, 'raw'> {
  const bad = dates.find((d) => d.precision === 'invalid' || d.precision === 'none');
  if (bad) return bad;
  const items: [string, string][] = [];
  for (const { start, end } of dates) if (start !== null && end !== null) items.push([start, end]);
  const open = dates.at(-1);
  if (items.length < dates.length - 1 || !open) return dates[0] ?? { start: null, end: null, precision: 'none' };
  const starts = dates.flatMap((d) => d.start ?? []).toSorted();
  const ends = dates.flatMap((d) => d.end ?? []).toSorted();
  return {
    start: open.open_start ? null : (starts[0] ?? null),
    end: open.open_end ? null : (ends.at(-1) ?? null),
    precision: 'list',
    items,
    ...(open.open_end ? { open_end: true } : {}),
    ...(open.open_start ? { open_start: true } : {}),
    ...flagOf(dates),
  };
}
