import { partsOf } from './calendar.ts';
import { ERAS } from './eras.ts';
import { fiscalYearOf } from './fiscal-year.ts';
import { readDate } from './read-date.ts';
import { countOf } from './written-year.ts';

/** A year without its era: 「26年度」, and a label that is nothing but a number. */
const BARE = /(?<![0-9第])(\d{1,2}|元)年度|^(\d{1,2}|元)年?$/;

/**
 * Tells the 年度 of labels that stand together, as over the columns of a sheet (「H26」「26年度」「目標値（R9）」): the year it
 * begins in. A year without an era (令和8 and 平成8 are both 「8年度」) is taken to be the one nearest to a year that one of
 * the labels writes out, or else to `today`.
 * @param today Western year
 * @returns null for a label that tells no year
 */
export function fiscalYearsOf(labels: readonly (string | undefined)[], today: number): (label: string) => number | null {
  const known = labels.map((label) => (label === undefined ? null : writtenOut(label))).find((year) => year !== null) ?? today;
  return (label) => writtenOut(label) ?? nearest(label, known);
}

/** The year of a label that writes its era or century. A calendar year that heads a column stands for the fiscal year of its number. */
function writtenOut(label: string): number | null {
  const { start, precision } = readDate(label);
  if (start === null) return null;
  return precision === 'year' ? partsOf(start).year : fiscalYearOf(start);
}

function nearest(label: string, known: number): number | null {
  const match = BARE.exec(label.normalize('NFKC').replaceAll(/\s/g, ''));
  const count = countOf(match?.[1] ?? match?.[2] ?? '');
  if (count === 0) return null;
  const years = ERAS.map(({ firstYear }) => firstYear + count - 1);
  return years.toSorted((a, b) => Math.abs(a - known) - Math.abs(b - known))[0] ?? null;
}
