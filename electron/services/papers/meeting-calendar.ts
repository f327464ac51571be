import type { FuzzyDate } from '../../../db/domain/fuzzy-date.ts';
import { findDates, readDate } from '../../../db/domain/read-date.ts';

/** `from`: where the text begins that the date is about, after a coarser date it makes precise (9月　第1回（9月6日）). */
export type DatedText = { date: FuzzyDate; start: number; end: number; from?: number };

/**
 * Reads the dates of one list of meetings in their order. A date without a year takes it from the meeting before it, or
 * from what stands above the list (令和6年度の予定); meetings go forward in time, so 2月 after 11月 is in the next year.
 */
export class MeetingCalendar {
  private previous: string | null;
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
    return same?.date.end && same.date.end < after ? next : same;
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
