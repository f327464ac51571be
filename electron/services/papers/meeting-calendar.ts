import type { DateFlag, FuzzyDate } from '../../../db/domain/fuzzy-date.ts';
import { findDates, readDate } from '../../../db/domain/read-date.ts';
import type { MeetingDoubt } from '../../contract/recognised.ts';

/**
 * `from`: where the text begins that the date is about, after a coarser date it makes precise (9月　第1回（9月6日）).
 * `fromContext`: the year is not written but taken from the list around it, `again` where the meeting before was in that
 * year too and was told so.
 */
export type DatedText = { date: FuzzyDate; start: number; end: number; from?: number; fromContext?: 'first' | 'again' };

/**
 * What is to be said of a meeting's date besides the days it means. A year taken from the context is said of every meeting,
 * and doubted once a list and year: who has looked at the first has looked at all.
 */
export function remarksOn({ date, fromContext }: Pick<DatedText, 'date' | 'fromContext'>): { flag?: DateFlag; doubt?: MeetingDoubt } {
  const flag = date.flag ?? (fromContext || date.year_from === 'document_date' ? 'year-from-context' : undefined);
  if (flag === 'year-from-context' && fromContext === 'again') return { flag };
  if (flag !== undefined) return { flag, doubt: flag };
  return date.precision === 'none' && date.reason !== undefined ? { doubt: 'year-unknown' } : {};
}

/**
 * Reads the dates of one list of meetings in their order. A date without a year takes it from the meeting before it, or
 * from what stands above the list (令和6年度の予定); meetings go forward in time, so 2月 after 11月 is in the next year.
 */
export class MeetingCalendar {
  private previous: string | null;
  /** The year last taken from the context. */
  private assumed: string | null = null;
  private readonly hint: string;

  /** @param hint the headings above the list and the paper's cover, nearest first. */
  constructor(hint: string) {
    this.hint = hint;
    this.previous = null;
  }

  /** The first date in a text, with its range there; null where there is none that can be told. */
  take(text: string): DatedText | null {
    const read = this.read(text);
    if (read?.date.start) this.previous = read.date.start;
    return read;
  }

  private read(text: string): DatedText | null {
    const [written] = findDates(text).filter(({ date }) => date.precision !== 'invalid');
    if (written) return heldWithin(written, text);
    const after = this.previous ?? findDates(this.hint).find(({ date }) => date.start !== null)?.date.start;
    if (!after) return withoutYear(text);
    const year = Number(after.slice(0, 4));
    const same = finest(findDates(text, { year }));
    const next = finest(findDates(text, { year: year + 1 }));
    const found = same?.date.start && same.date.end && same.date.end < after && isOfNextYear(same.date.start, after) ? next : same;
    const inYear = found?.date.start?.slice(0, 4) ?? null;
    const again = inYear === this.assumed;
    this.assumed = inYear;
    return found && { ...found, fromContext: again ? 'again' : 'first' };
  }
}

/** 「令和6年度第1回（5月14日）」: the day behind a meeting's number makes the year in front of it precise. */
function heldWithin(year: DatedText, text: string): DatedText {
  const { start: from, end: until, precision } = year.date;
  if (year.start > 0 || (precision !== 'fiscal-year' && precision !== 'year') || from === null || until === null) return year;
  const rest = text.slice(year.end);
  const counted = /^[ 　の]*第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回/.test(rest);
  const [first] = counted ? [0, 1].flatMap((more) => findDates(rest, { year: Number(from.slice(0, 4)) + more })).filter(({ date }) => date.start !== null && date.start >= from && date.start <= until) : [];
  return first === undefined ? year : { ...first, start: first.start + year.end, end: first.end + year.end, from: year.end };
}

/** 2月 after 6月 is in the next year, as the fiscal year goes; 5月 after 7月 is only out of order. */
function isOfNextYear(day: string, after: string): boolean {
  const [month, last] = [Number(day.slice(5, 7)), Number(after.slice(5, 7))];
  return day.slice(0, 4) < after.slice(0, 4) || (month < APRIL && last >= APRIL) || last - month >= OUT_OF_ORDER;
}

const APRIL = 4;

/** Months. */
const OUT_OF_ORDER = 4;

/** The first date of a line, or the day within the month that opens the line. */
function finest(found: readonly DatedText[]): DatedText | null {
  const [first, second] = found;
  if (!first || first.date.precision !== 'month' || first.start > 0 || second?.date.precision !== 'day') return first ?? null;
  return second.date.start?.slice(0, 7) === first.date.start?.slice(0, 7) ? { ...second, from: first.end } : first;
}

/** A day and a month whose year nothing tells: found as written, but with no place in time. */
function withoutYear(text: string): DatedText | null {
  const [found] = findDates(text, { year: 2000 });
  return found ? { ...found, date: { ...readDate(found.date.raw), raw: found.date.raw } } : null;
}
