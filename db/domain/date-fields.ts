import type { Era } from './eras.ts';

/** 年, 年度, or a number left without either (H26). */
export type YearUnit = 'year' | 'fiscal' | 'none';

/** What narrows a year or a month down. */
export type Span =
  /** Days of a month; `to` is 31 for its end, whatever the month. */
  | { kind: 'days'; from: number; to: number; word: string }
  | { kind: 'nth-weekday'; nth: number | 'last'; weekday: number }
  | { kind: 'last-day' }
  /** The first or last day of a year or fiscal year. */
  | { kind: 'year-start' | 'year-end' }
  | { kind: 'half' | 'quarter'; nth: number }
  /** Months counted from January of the year; 13 and 14 are in the next. */
  | { kind: 'season'; from: number; to: number }
  /** 年末年始, the days on which offices are closed (地方自治法 4条の2). */
  | { kind: 'turn-of-year' }
  /** 年明け */
  | { kind: 'new-year' };

/** The parts of a date that were written, before those left out are found. */
export type DateFields = {
  /** Western year; of a fiscal year, the one it begins in. */
  year?: number;
  unit?: YearUnit;
  /** The era as written, which the days must lie in. */
  era?: Era;
  /** A year whose era or century stands elsewhere: the 28 of 「平成25～28年度」. */
  shortYear?: number;
  /** 翌年 is a year after the date before it, 来年 a year after the paper. */
  relative?: { to: 'document' | 'previous'; years?: number; months?: number; days?: number };
  /** Years in a decade or so: 10 for 「昭和40年代」. */
  decade?: { from: number; to: number };
  month?: number;
  day?: number;
  span?: Span;
  weekday?: number;
  time?: string;
  approx?: true;
  /** Written as 26.8.8 or 8/8, so that a bare number may follow in a range. */
  numeric?: true;
  /** A bare Western year, which is a number like any other unless something around it says year. */
  weak?: true;
  /** The era year and the Western year in brackets disagree. */
  conflict?: string;
  /** What the calendar refuses before anything is looked up. */
  invalid?: string;
  /** The year came from the paper's date. */
  guessed?: true;
};

/** How far down a date was written: 1 year, 2 part of a year, 3 month, 4 part of a month, 5 day. */
export function levelOf(f: DateFields): number {
  if (f.day !== undefined || f.relative?.days !== undefined) return 5;
  const inMonth = f.span?.kind === 'days' || f.span?.kind === 'nth-weekday' || f.span?.kind === 'last-day';
  if (inMonth) return 4;
  if (f.month !== undefined || f.relative?.months !== undefined) return 3;
  return f.span ? 2 : 1;
}

/** Whether the year was written with the date, in whatever way. */
export function hasYear(f: DateFields): boolean {
  return f.year !== undefined || f.shortYear !== undefined || f.relative !== undefined || f.decade !== undefined;
}
