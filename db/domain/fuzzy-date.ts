/** How finely a written date is known; the words are those of the import format. */
export const PRECISIONS = [
  'day', 'part-of-month', 'month', 'quarter', 'season', 'half-fiscal-year', 'fiscal-year',
  'fiscal-year-end', 'year', 'era', 'range', 'list', 'none', 'invalid',
] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * Why a date was converted all the same but should be looked at by a person. The reader never gives 'year-from-context'
 * (the import format knows no such flag; it says so in `year_from`): screens may show that as a flag of this name.
 */
export const DATE_FLAGS = ['era-overrun', 'era-underrun', 'weekday-mismatch', 'conflict', 'year-from-context'] as const;
export type DateFlag = (typeof DATE_FLAGS)[number];

/** What the surrounding paper says, for dates that leave out their era or year. */
export type DateContext = {
  /** Era name such as 平成, for 「26年度」. */
  era?: string;
  /** ISO date of the paper, for 「8月下旬」. */
  document_date?: string;
  /** Western year, for 「8月下旬」; wins over document_date. */
  year?: number;
  /** A sheet whose columns are fiscal years: a bare H24 means 平成24年度. */
  fiscal?: boolean;
};

/** A date as a person wrote it, with the closed interval of ISO days it can mean (null where open or unknown). */
export type FuzzyDate = {
  raw: string;
  start: string | null;
  end: string | null;
  precision: Precision;
  part?: string;
  items?: [string, string][];
  time?: string;
  approx?: true;
  open_end?: true;
  open_start?: true;
  flag?: DateFlag;
  reason?: string;
  /** The year was not written but taken from the paper's date, or from the date before in the same sentence. */
  year_from?: 'document_date' | 'previous';
};

/** Orders two dates by their first day, then by their last; unknown and open ends come last. */
export function compareFuzzy(a: Pick<FuzzyDate, 'start' | 'end'>, b: Pick<FuzzyDate, 'start' | 'end'>): number {
  return compareDays(a.start, b.start) || compareDays(a.end, b.end);
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
