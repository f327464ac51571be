import { takeExpression } from './date-expression.ts';
import type { Expression } from './date-expression.ts';
import type { DateFields } from './date-fields.ts';
import { prepareDateText } from './date-text.ts';
import type { DateText } from './date-text.ts';
import { meaningOf } from './date-meaning.ts';
import { findEra } from './eras.ts';
import type { DateContext, FuzzyDate } from './fuzzy-date.ts';
import { Scanner } from './scanner.ts';

/** A date expression in running text, with its half-open range of UTF-16 offsets. */
export type FoundDate = { date: FuzzyDate; start: number; end: number };

/** What a date expression can begin with; everything else is passed over without trying the grammar. */
const OPENING = new RegExp([
  '[0-9]', '[明大昭平令][治正和成0-9元]', '[MTSHRmtshr]\\.?[0-9元]', '[一二三四五六七八九十千〇]+[年月・~]', '[Ff][Yy]', 'Q[1-4]', '西暦', "['’][0-9]",
  '[今本当来昨前先去次明翌同][年月日々0-9春夏秋冬]', '再来', '一昨年', 'おととし', '当該年', '明後日', '年[度内末明始初]', '[上下]半?期', '第[0-9一二三四]',
  '[春夏秋冬]', '早春', '初[夏秋]', '晩秋', '~[明大昭平令MTSHR0-9]',
].join('|'), 'g');

/**
 * Reads one date as a person wrote it in a cell or heading: 「H26.10 上旬～中旬」「平成28年3月をめど」「目標値(H30)」.
 * Words around the date are passed over; of several dates the first is given.
 * @returns the closed interval of days it can mean; precision 'none' where there is no date (with a reason where only the
 *   year is missing), 'invalid' with the reason where the calendar refuses it. Never throws.
 */
export function readDate(raw: string, context: DateContext = {}): FuzzyDate {
  const { text } = prepareDateText(raw, false);
  const found = scan(text, context, false).map(({ expression }) => expression.date);
  const known = found.find((d) => d.precision !== 'none') ?? readWhole(text, context) ?? found[0];
  return { raw, ...(known ?? { start: null, end: null, precision: 'none' }) };
}

/**
 * Finds every date expression in running text. Those whose year is neither written, nor in the context, nor in a date
 * before them in the sentence are left out; impossible ones (平成26年13月) are given as invalid.
 */
export function findDates(text: string, context: DateContext = {}): FoundDate[] {
  const prepared = prepareDateText(text, true);
  return scan(prepared.text, context, true)
    .filter(({ expression }) => expression.date.precision !== 'none')
    .map(({ expression, start, end }) => {
      const range = offsets(prepared, start, end);
      return { date: { raw: text.slice(range.start, range.end), ...expression.date }, ...range };
    });
}

function offsets(prepared: DateText, start: number, end: number): { start: number; end: number } {
  return { start: prepared.starts[start] ?? 0, end: prepared.ends[end - 1] ?? 0 };
}

function scan(text: string, context: DateContext, carry: boolean): { expression: Expression; start: number; end: number }[] {
  const found: { expression: Expression; start: number; end: number }[] = [];
  const s = new Scanner(text);
  let previous: DateFields | null = null;
  let sentence = 0;
  for (;;) {
    OPENING.lastIndex = s.at;
    const start = OPENING.exec(text)?.index;
    if (start === undefined) return found;
    if (/[。\n]/.test(text.slice(sentence, start))) previous = null;
    s.at = start;
    const expression = takeExpression(s, { context, whole: false, previous: carry ? previous : null });
    if (!expression) {
      s.at = start + 1;
      continue;
    }
    found.push({ expression, start, end: s.at });
    if (expression.last.year !== undefined) previous = expression.last;
    sentence = s.at;
  }
}

/** Forms that are dates only where they are all there is: 平成, 2014, 8/8, 20140808. */
function readWhole(text: string, context: DateContext): Omit<FuzzyDate, 'raw'> | null {
  const era = /^(明治|大正|昭和|平成|令和)(?:時代|年間|期)?$/.exec(text);
  const known = era && findEra(era[1] ?? '');
  if (known) {
    return { start: known.start, end: known.end, precision: 'era', ...(known.end === null ? { open_end: true } : {}) };
  }
  const packed = /^(?:((?:18|19|20|21)\d\d)|([MTSHR])(\d\d))(\d\d)(\d\d)$/.exec(text);
  if (packed) {
    const letter = findEra(packed[2] ?? '');
    const year = letter ? letter.firstYear + Number(packed[3]) - 1 : Number(packed[1]);
    return { ...meaningOf({ year, unit: 'year', month: Number(packed[4]), day: Number(packed[5]), ...(letter ? { era: letter } : {}) }) };
  }
  for (const at of [0, ...Array.from(text.matchAll(/[(:]/g), (m) => m.index + 1)]) {
    const s = new Scanner(text, at);
    const expression = takeExpression(s, { context, whole: true, previous: null });
    if (expression && s.sees(/[)\]〕]?$/y)) return expression.date;
  }
  return null;
}

