/** Calendar arithmetic on integers: no Date, so no time zone and no clock can bend a municipal date. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** @param month 1–12 */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** Writes an ISO day (2014-08-08). Months outside 1–12 roll over into other years. */
export function isoDay(year: number, month: number, day: number): string {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The last day of a month as an ISO day. Months outside 1–12 roll over into other years. */
export function lastDayOf(year: number, month: number): string {
  const first = partsOf(isoDay(year, month, 1));
  return isoDay(first.year, first.month, daysInMonth(first.year, first.month));
}

/**
 * Takes an ISO day apart.
 * @throws RangeError where the text is not a day of the calendar written as YYYY-MM-DD.
 */
export function partsOf(iso: string): { year: number; month: number; day: number } {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  if (y === undefined || day < 1 || day > daysInMonth(year, month)) throw new RangeError(`not an ISO day: ${iso}`);
  return { year, month, day };
}

/** Days since 1 March of year 0, after Howard Hinnant's days_from_civil. */
function dayNumber(iso: string): number {
  const { year, month, day } = partsOf(iso);
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 153 + 2) / 5) + day - 1;
}

/** The day so many days later (earlier where negative). */
export function addDays(iso: string, days: number): string {
  let { year, month, day } = partsOf(iso);
  day += days;
  while (day < 1) {
    ({ year, month } = partsOf(isoDay(year, month - 1, 1)));
    day += daysInMonth(year, month);
  }
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    ({ year, month } = partsOf(isoDay(year, month + 1, 1)));
  }
  return isoDay(year, month, day);
}

/** 日月火水木金土, by weekdayOf's number. */
export const WEEKDAYS = '日月火水木金土';

/** The day of the week of an ISO day: 0 is Sunday (日), 6 Saturday (土). */
export function weekdayOf(iso: string): number {
  return (dayNumber(iso) + 3) % 7;
}
