import type { Line } from './types.ts';

/** A sentence or two may be a heading; a paragraph is not. */
const LONGEST = 100;
/** Where more of a paper's text than this is tagged as headings, the tags say nothing. */
const MOST = 0.45;

/**
 * The headings that a PDF's tags tell.
 * @param lines of the whole paper outside its tables.
 * @returns the level of each line of one.
 */
export function taggedHeadings(lines: readonly Line[]): Map<Line | undefined, number> {
  const headings = [...Map.groupBy(lines.filter(({ tag }) => tag !== undefined && tag.heading > 0), ({ tag }) => tag).values()].filter((own) => lettersOf(own) <= LONGEST);
  if (headings.reduce((sum, own) => sum + lettersOf(own), 0) > MOST * lettersOf(lines)) return new Map();
  return new Map(headings.flat().map((line) => [line, line.tag?.heading ?? 0]));
}

function lettersOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
