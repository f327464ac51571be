import { z } from 'zod';
import { COUNTERS, formatCounter } from './counters.ts';

/** How one level of clauses is numbered: prefix + counter + suffix. */
export const NumberingLevel = z.object({
  prefix: z.string().max(8),
  counter: z.enum(COUNTERS),
  suffix: z.string().max(8),
  /** Counts on through the whole draft instead of starting again under each parent, as articles (第N条) do. */
  continuous: z.boolean().optional(),
  /** Writes the parent's number in front, joined by this sign: '.' for 1.1, '-' for 1-1. */
  joined: z.string().max(2).optional(),
});
export type NumberingLevel = z.infer<typeof NumberingLevel>;

/** A house style's clause numbers, outermost level first. Levels deeper than the list use its last pattern. */
export const NumberingStyle = z.object({ levels: z.array(NumberingLevel).min(1).max(9) });
export type NumberingStyle = z.infer<typeof NumberingStyle>;

/**
 * 第1章 › 1 › (1) › ア › (ア) › ①: the order of 公用文作成の考え方 (Agency for Cultural Affairs, 2022) for papers in
 * horizontal writing, with chapters on top as basic policies have them.
 */
export const DEFAULT_NUMBERING_STYLE: NumberingStyle = {
  levels: [
    { prefix: '第', counter: 'decimal', suffix: '章' },
    { prefix: '', counter: 'decimal', suffix: '' },
    { prefix: '(', counter: 'decimal', suffix: ')' },
    { prefix: '', counter: 'katakana', suffix: '' },
    { prefix: '(', counter: 'katakana', suffix: ')' },
    { prefix: '', counter: 'circled', suffix: '' },
  ],
};

/** `label` is the clause's own number (ア), null where it takes none; `path` is where it stands (第2章1(1)ア). */
export type ClauseNumber = { label: string | null; path: string };

/**
 * Numbers the clauses of a draft in their order.
 * @param levels one entry a clause: its level (1 is outermost), or null for text without a number of its own, which
 *   stands at the path of the clause above it. A skipped level leaves no trace in the path.
 * @returns one ClauseNumber a clause, in the same order.
 * @throws RangeError for a level that is not a whole number from 1.
 */
export function numberClauses(
  levels: readonly (number | null)[],
  style: NumberingStyle = DEFAULT_NUMBERING_STYLE,
): ClauseNumber[] {
  const counts: number[] = [];
  let numbers: string[] = [];
  let labels: string[] = [];
  return levels.map((level) => {
    if (level === null) return { label: null, path: labels.join('') };
    if (!Number.isInteger(level) || level < 1) throw new RangeError(`no clause level ${level}`);
    const pattern = patternOf(style, level);
    const count = (counts[level] ?? 0) + 1;
    counts[level] = count;
    for (let deeper = level + 1; deeper < counts.length; deeper += 1) {
      if (!patternOf(style, deeper).continuous) counts[deeper] = 0;
    }
    numbers = above(numbers, level);
    labels = above(labels, level);
    let number = formatCounter(pattern.counter, count);
    const parent = numbers.at(-1);
    if (pattern.joined !== undefined && parent) {
      number = parent + pattern.joined + number;
      labels[level - 2] = ''; // the joined number already says it: 第1章1.1, not 第1章11.1
    }
    const label = pattern.prefix + number + pattern.suffix;
    numbers.push(number);
    labels.push(label);
    return { label, path: labels.join('') };
  });
}

/** The entries of the levels above this one, with blanks for levels that were skipped. */
function above(entries: readonly string[], level: number): string[] {
  return Array.from({ length: level - 1 }, (_, i) => entries[i] ?? '');
}

function patternOf(style: NumberingStyle, level: number): NumberingLevel {
  const pattern = style.levels[Math.min(level, style.levels.length) - 1];
  if (!pattern) throw new RangeError('a numbering style needs at least one level');
  return pattern;
}
