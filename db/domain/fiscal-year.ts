import { isoDay, partsOf } from './calendar.ts';
import { ERAS } from './eras.ts';

/** The fiscal year a day falls in, named by the year it begins in: 1 April – 31 March (地方自治法 208条). */
export function fiscalYearOf(iso: string): number {
  const { year, month } = partsOf(iso);
  return month >= 4 ? year : year - 1;
}

/** The first and last ISO day of a fiscal year. */
export function fiscalYearInterval(year: number): { start: string; end: string } {
  return { start: isoDay(year, 4, 1), end: isoDay(year + 1, 3, 31) };
}

/** How a fiscal year is written: 平成26年度, H26, 26年度 or 2014年度. */
export const FISCAL_YEAR_FORMS = ['era', 'era-short', 'era-bare', 'western'] as const;
export type FiscalYearForm = (typeof FISCAL_YEAR_FORMS)[number];

/**
 * Writes a fiscal year. A year in which the era changes is named by the era that its later days fall in, as the
 * government did for 令和元年度 (2019) and 平成元年度 (1989).
 * @throws RangeError before 1868.
 */
export function formatFiscalYear(year: number, form: FiscalYearForm = 'era'): string {
  if (form === 'western') return `${year}年度`;
  const era = ERAS.find((e) => e.firstYear < year || (e.firstYear === year && e.start < isoDay(year, 12, 1)));
  if (!era) throw new RangeError(`no era for fiscal year ${year}`);
  const count = year - era.firstYear + 1;
  if (form === 'era-short') return `${era.letter}${count}`;
  return `${form === 'era' ? era.name : ''}${count === 1 ? '元' : count}年度`;
}
