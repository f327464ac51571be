import { addDays, daysInMonth, isoDay, lastDayOf, partsOf, weekdayOf } from './calendar.ts';
import type { DateFields, Span } from './date-fields.ts';
import { hasYear, levelOf } from './date-fields.ts';
import { ERAS, eraRelation, findEra } from './eras.ts';
import type { Era } from './eras.ts';
import { fiscalYearOf } from './fiscal-year.ts';
import type { DateContext, DateFlag, Precision } from './fuzzy-date.ts';

/** One date, looked up: the days it can mean, or why it means none. */
export type Meaning = {
  start: string | null;
  end: string | null;
  precision: Precision;
  part?: string;
  flag?: DateFlag;
  reason?: string;
};

/**
 * Finds what a date leaves out: in the date to its left, else in the paper (context).
 *
 * A year is chosen so: of the date to the left (the next one where the month comes earlier: 11月～2月), else
 * `context.year`, else the year in which the month lies between four months before and seven after the paper's date,
 * because a paper looks further ahead than back. Year numbers without an era take that of the left, else `context.era`,
 * else the era since the paper's date whose year lies nearest.
 */
export function settle(written: DateFields, left: DateFields | null, context: DateContext): DateFields {
  const f: DateFields = { ...written };
  if (f.shortYear !== undefined) settleShortYear(f, left, context);
  if (f.relative) settleRelative(f, left, context);
  else if (!hasYear(f)) settleMissingYear(f, left, context);
  if (f.unit === 'none' && context.fiscal && levelOf(f) <= 2) f.unit = 'fiscal';
  return f;
}

function settleShortYear(f: DateFields, left: DateFields | null, context: DateContext): void {
  const short = f.shortYear ?? 0;
  const era = left?.era ?? (left?.year === undefined && context.era !== undefined ? findEra(context.era) : undefined);
  if (era) {
    f.era = era;
    f.year = era.firstYear + short - 1;
    if (short === 0) f.invalid = 'era year 0';
  } else if (left?.year !== undefined) {
    f.year = Math.floor(left.year / 100) * 100 + short;
  } else {
    const near = context.document_date ?? (context.year === undefined ? undefined : isoDay(context.year, 12, 31));
    const found = near === undefined ? undefined : nearestEra(short, near);
    if (!found) return;
    f.era = found;
    f.year = found.firstYear + short - 1;
    if (context.year === undefined) f.guessed = true;
  }
  delete f.shortYear;
  if (f.decade && f.year !== undefined) f.decade = { from: f.year, to: f.year + f.decade.to };
}

/** The era, begun by that day, in which this year number existed nearest to it. */
function nearestEra(count: number, day: string): Era | undefined {
  const { year } = partsOf(day);
  const distance = (era: Era): number => Math.abs(era.firstYear + count - 1 - year);
  return ERAS.filter((era) => era.start <= day && (era.end === null || isoDay(era.firstYear + count - 1, 1, 1) <= era.end))
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

function settleRelative(f: DateFields, left: DateFields | null, context: DateContext): void {
  const relative = f.relative;
  if (!relative) return;
  const toLeft = relative.to === 'previous' && left?.year !== undefined;
  const base = toLeft ? left : documentFields(context, f.unit === 'fiscal');
  if (base?.year === undefined) return;
  if (!toLeft && context.year === undefined) f.guessed = true;
  delete f.relative;
  if (relative.days !== undefined) {
    if (base.month === undefined || base.day === undefined) return;
    const day = partsOf(addDays(isoDay(base.year, base.month, base.day), relative.days));
    Object.assign(f, { ...day, unit: 'year' });
  } else if (relative.months !== undefined) {
    if (base.month === undefined) {
      delete f.guessed;
      return;
    }
    const first = partsOf(isoDay(calendarYear(base), base.month + relative.months, 1));
    Object.assign(f, { year: first.year, month: first.month, unit: 'year' });
  } else {
    const inFiscal = f.unit === 'fiscal' && base.unit !== 'fiscal' && base.month !== undefined;
    const from = inFiscal ? fiscalYearOf(isoDay(base.year, base.month ?? 1, 1)) : f.unit === 'fiscal' ? base.year : calendarYear(base);
    f.year = from + (relative.years ?? 0);
  }
}

function documentFields(context: DateContext, fiscal: boolean): DateFields | null {
  if (context.year !== undefined) return { year: context.year, unit: fiscal ? 'fiscal' : 'year' };
  return context.document_date === undefined ? null : { ...partsOf(context.document_date), unit: 'year' };
}

function settleMissingYear(f: DateFields, left: DateFields | null, context: DateContext): void {
  if (left?.year !== undefined) {
    takeYearFromLeft(f, left);
    return;
  }
  f.unit ??= f.span?.kind === 'half' || f.span?.kind === 'quarter' ? 'fiscal' : 'year';
  if (context.year !== undefined) {
    f.year = context.year;
    return;
  }
  if (context.document_date === undefined) return;
  const paper = partsOf(context.document_date);
  f.guessed = true;
  if (f.unit === 'fiscal') f.year = fiscalYearOf(context.document_date);
  else if (f.span?.kind === 'new-year') f.year = paper.month <= 3 ? paper.year : paper.year + 1;
  else if (f.month !== undefined) f.year = paper.year + yearsAway(f.month, paper.month);
  else if (f.span?.kind === 'season') f.year = paper.year + yearsAway(f.span.from, paper.month);
  else f.year = paper.year;
}

/** −1, 0 or 1: into which year a month falls that lies between four months before and seven after another. */
function yearsAway(month: number, paperMonth: number): number {
  if (month - paperMonth > 7) return -1;
  return month - paperMonth < -4 ? 1 : 0;
}

function takeYearFromLeft(f: DateFields, left: DateFields): void {
  const fiscalWord = f.unit === 'fiscal' && left.unit !== 'fiscal';
  if (f.month === undefined && levelOf(f) >= 4 && left.month !== undefined) f.month = left.month;
  if (left.guessed) f.guessed = true;
  if (fiscalWord && left.year !== undefined) {
    f.year = fiscalYearOf(isoDay(left.year, left.month ?? 12, 1));
    return;
  }
  if (f.unit === 'year' && left.unit === 'fiscal') {
    f.year = calendarYear(left);
    return;
  }
  if (left.year === undefined) return;
  f.year = left.year;
  f.unit = left.unit ?? 'year';
  const rolls = f.unit !== 'fiscal' && f.month !== undefined && left.month !== undefined && f.month < left.month;
  if (rolls) f.year += 1;
  if (f.span?.kind === 'season' && left.span?.kind === 'season' && f.unit !== 'fiscal' && f.span.from < left.span.from) f.year += 1;
}

/** The calendar year of a month that may be told within a fiscal year. */
export function calendarYear(f: DateFields): number {
  const year = f.year ?? 0;
  return f.unit === 'fiscal' && f.month !== undefined && f.month < 4 ? year + 1 : year;
}

const invalid = (reason: string, flag?: DateFlag): Meaning => ({ start: null, end: null, precision: 'invalid', reason, ...(flag ? { flag } : {}) });

/** Looks a settled date up in the calendar. */
export function meaningOf(f: DateFields): Meaning {
  if (f.conflict !== undefined) return invalid(f.conflict, 'conflict');
  if (f.invalid !== undefined) return invalid(f.invalid);
  if (f.month !== undefined && (f.month < 1 || f.month > 12)) return invalid(`month ${f.month}`);
  if (f.day !== undefined && f.month !== undefined) {
    const most = f.year === undefined ? daysInMonth(2000, f.month) : daysInMonth(calendarYear(f), f.month);
    if (f.day < 1 || f.day > most) return invalid(`day ${f.day} of ${dayless(f)}`);
  }
  if (f.decade && f.shortYear === undefined) return inEra(f, { start: isoDay(f.decade.from, 1, 1), end: isoDay(f.decade.to, 12, 31), precision: 'era' });
  if (f.year === undefined || (f.month === undefined && levelOf(f) >= 4)) {
    return { start: null, end: null, precision: 'none', reason: f.shortYear === undefined ? 'no year' : 'no era' };
  }
  const days = f.month === undefined ? inYear(f, f.year) : inMonth(f, calendarYear(f), f.month);
  return days.precision === 'invalid' ? days : inEra(f, days);
}

const dayless = (f: DateFields): string =>
  f.year === undefined ? `month ${f.month}` : isoDay(calendarYear(f), f.month ?? 1, 1).slice(0, 7);

function inMonth(f: DateFields, year: number, month: number): Meaning {
  const last = daysInMonth(year, month);
  if (f.day !== undefined) return oneDay(isoDay(year, month, f.day), f.weekday);
  const span = f.span;
  if (span?.kind === 'last-day') return oneDay(lastDayOf(year, month), f.weekday);
  if (span?.kind === 'nth-weekday') {
    const first = 1 + ((span.weekday - weekdayOf(isoDay(year, month, 1)) + 7) % 7);
    const day = span.nth === 'last' ? first + Math.floor((last - first) / 7) * 7 : first + (span.nth - 1) * 7;
    return day > last ? invalid(`no such weekday in ${dayless(f)}`) : oneDay(isoDay(year, month, day), f.weekday);
  }
  if (span?.kind === 'days') {
    return { start: isoDay(year, month, Math.min(span.from, last)), end: isoDay(year, month, Math.min(span.to, last)), precision: 'part-of-month', part: span.word };
  }
  return { start: isoDay(year, month, 1), end: isoDay(year, month, last), precision: 'month' };
}

function oneDay(iso: string, weekday: number | undefined): Meaning {
  const wrong = weekday !== undefined && weekday !== weekdayOf(iso);
  return { start: iso, end: iso, precision: 'day', ...(wrong ? { flag: 'weekday-mismatch' } : {}) };
}

const months = (year: number, from: number, to: number, precision: Precision): Meaning =>
  ({ start: isoDay(year, from, 1), end: lastDayOf(year, to), precision });

function inYear(f: DateFields, year: number): Meaning {
  const fiscal = f.unit === 'fiscal';
  if (f.span) return inPartOfYear(f.span, year, f.unit ?? 'year');
  return fiscal ? months(year, 4, 15, 'fiscal-year') : months(year, 1, 12, 'year');
}

/**
 * Halves and quarters of 年度 and of bare years (H26上半期) are fiscal; those of a 年 are of the calendar, as statistics
 * use them.
 */
function inPartOfYear(span: Span, year: number, unit: NonNullable<DateFields['unit']>): Meaning {
  const fiscal = unit === 'fiscal';
  switch (span.kind) {
    case 'year-end': return fiscal ? { ...oneDay(isoDay(year, 15, 31), undefined), precision: 'fiscal-year-end' } : oneDay(isoDay(year, 12, 31), undefined);
    case 'year-start': return oneDay(isoDay(year, fiscal ? 4 : 1, 1), undefined);
    case 'half': {
      const first = (unit === 'year' ? 1 : 4) + (span.nth - 1) * 6;
      return months(year, first, first + 5, unit === 'year' ? 'range' : 'half-fiscal-year');
    }
    case 'quarter': {
      if (span.nth < 1 || span.nth > 4) return invalid(`quarter ${span.nth}`);
      const first = (unit === 'year' ? 1 : 4) + (span.nth - 1) * 3;
      return months(year, first, first + 2, 'quarter');
    }
    // 春 begins in March, which of a fiscal year's spring leaves April and May.
    case 'season': return months(year, fiscal ? Math.max(span.from, 4) : span.from, Math.max(span.to, fiscal ? 4 : 1), 'season');
    case 'new-year': return months(fiscal ? year + 1 : year, 1, 1, 'month');
    case 'turn-of-year': return { start: isoDay(year, 12, 29), end: isoDay(year, 13, 3), precision: 'range' };
    default: return invalid('no month');
  }
}

/**
 * Keeps an interval inside its era (平成31年 ends on 30 April 2019, 令和元年 begins on 1 May); one that lies wholly
 * outside is kept as counted and flagged. A fiscal year is judged by its first day: 平成31年度 was, 平成32年度 was not.
 */
function inEra(f: DateFields, days: Meaning): Meaning {
  const { era } = f;
  if (!era || days.start === null || days.end === null) return days;
  const fiscal = f.unit === 'fiscal' && f.year !== undefined ? { start: isoDay(f.year, 4, 1), end: isoDay(f.year, 15, 31) } : null;
  const relation = fiscal ? eraRelation(era, fiscal.start, fiscal.end) : eraRelation(era, days.start, days.end);
  if (relation !== 'within') return { ...days, flag: relation };
  if (fiscal || days.precision === 'day') return days;
  const start = days.start < era.start ? era.start : days.start;
  const end = era.end !== null && days.end > era.end ? era.end : days.end;
  return { ...days, start, end };
}
