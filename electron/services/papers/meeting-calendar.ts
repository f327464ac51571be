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
    if (written) return written;
    const after = this.previous ?? findDates(this.hint).find(({ date }) => date.start !== null)?.date.start;
    if (!after) return withoutYear(text);
    const year = Number(after.slice(0, 4));
    const same = finest(findDates(text, { year }));
    const next = finest(findDates(text, { year: year + 1 }));
    const found = same?.date.end && same.date.end < after ? next : same;
    const inYear = found?.date.start?.slice(0, 4) ?? null;
    const again = inYear === this.assumed;
    this.assumed = inYear;
    return found && { ...found, fromContext: again ? 'again' : 'first' };
  }
}

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
