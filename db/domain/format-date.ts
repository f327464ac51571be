import { partsOf, WEEKDAYS, weekdayOf } from './calendar.ts';
import { eraOf } from './eras.ts';

/** The ways a house style may write a day. */
export const DATE_STYLES = ['era', 'era-short', 'western', 'era-western'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/**
 * Writes an ISO day: era 平成26年8月8日, era-short H26.8.8, western 2014年8月8日, era-western 平成26年(2014年)8月8日.
 * @param options `weekday` puts the day of the week behind it: (金).
 * @throws RangeError where `iso` is no day, or an era is asked for before 1868.
 */
export function formatDate(iso: string, style: DateStyle = 'era', options: { weekday?: boolean } = {}): string {
  const { year, month, day } = partsOf(iso);
  const weekday = options.weekday ? `(${WEEKDAYS.charAt(weekdayOf(iso))})` : '';
  if (style === 'western') return `${year}年${month}月${day}日${weekday}`;
  const era = eraOf(iso);
  if (!era) throw new RangeError(`no era for ${iso}`);
  const count = year - era.firstYear + 1;
  if (style === 'era-short') return `${era.letter}${count}.${month}.${day}${weekday}`;
  const western = style === 'era-western' ? `(${year}年)` : '';
  return `${era.name}${count === 1 ? '元' : count}年${western}${month}月${day}日${weekday}`;
}
