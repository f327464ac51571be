import type { FuzzyDate } from '../../../db/domain/fuzzy-date.ts';

/** Writes a date the way the tables of expressions write their answers. */
export function written(date: Omit<FuzzyDate, 'raw'>): string {
  if (date.precision === 'none' || date.precision === 'invalid') return [date.precision, date.reason].filter(Boolean).join(' ');
  return [
    date.precision,
    date.start !== null && date.start === date.end ? date.start : `${date.start}..${date.end}`,
    date.items && `items=${date.items.map(([a, b]) => `${a}..${b}`).join(',')}`,
    date.part && `part=${date.part}`,
    date.time && `time=${date.time}`,
    date.approx && 'approx',
    date.open_end && 'open_end',
    date.open_start && 'open_start',
    date.flag && `flag=${date.flag}`,
    date.year_from && `from=${date.year_from}`,
  ].filter(Boolean).join(' ');
}
