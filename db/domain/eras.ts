/** A Japanese era: its names, its first Western year and its days. */
export type Era = {
  name: string;
  /** The one-letter short form of forms and tables (H26.8.8). */
  letter: string;
  /** The Western year of 元年. */
  firstYear: number;
  start: string;
  /** Null while the era lasts. */
  end: string | null;
};

/**
 * The eras since Meiji, newest first. Changes of era: 令和 by the 2017 special act and cabinet order 143 of 2019; 平成 by
 * cabinet order 1 of 1989; 昭和 and 大正 by imperial edicts that made the day of the edict belong to both eras. Meiji is
 * counted from 1 January 1868: before the calendar reform of 1873 papers name years, not days of this calendar.
 */
export const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', firstYear: 2019, start: '2019-05-01', end: null },
  { name: '平成', letter: 'H', firstYear: 1989, start: '1989-01-08', end: '2019-04-30' },
  { name: '昭和', letter: 'S', firstYear: 1926, start: '1926-12-25', end: '1989-01-07' },
  { name: '大正', letter: 'T', firstYear: 1912, start: '1912-07-30', end: '1926-12-25' },
  { name: '明治', letter: 'M', firstYear: 1868, start: '1868-01-01', end: '1912-07-30' },
];

/** Finds an era by its name (平成), its first kanji (平) or its letter (H, h). */
export function findEra(name: string): Era | undefined {
  return ERAS.find((era) => era.name === name || era.name.charAt(0) === name || era.letter === name.toUpperCase());
}

/** The era a day falls in (the newer one on the day of a change), or undefined before Meiji. */
export function eraOf(iso: string): Era | undefined {
  return ERAS.find((era) => iso >= era.start);
}

/** How the days from `start` to `end` sit in an era: inside or across its edge, wholly after it, or wholly before it. */
export function eraRelation(era: Era, start: string, end: string): 'within' | 'era-overrun' | 'era-underrun' {
  if (era.end !== null && start > era.end) return 'era-overrun';
  return end < era.start ? 'era-underrun' : 'within';
}
