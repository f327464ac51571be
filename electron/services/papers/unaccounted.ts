import type { RecognisedPaper, SourceRange } from '../../contract/recognised.ts';

type Reading = Omit<RecognisedPaper, 'rest'>;

/**
 * How far any of the ranges reaches that begins at or before an offset; -1 where none does. The ranges are put in order
 * once, and each question is answered by halving.
 */
function reachOf(ranges: readonly SourceRange[]): (offset: number) => number {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  let farthest = -1;
  const ends = sorted.map(({ end }) => (farthest = Math.max(farthest, end)));
  return (offset) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return ends[low - 1] ?? -1;
  };
}

/** The meetings that are not told of within a record or the title (次回は5月下旬とする。), whose range holds them already. */
export function meetingsApart({ titleSource, records, meetings }: Pick<RecognisedPaper, 'titleSource' | 'records' | 'meetings'>): RecognisedPaper['meetings'] {
  const reach = reachOf([...(titleSource ? [titleSource] : []), ...records.map(({ source }) => source)]);
  return meetings.filter(({ source: { start, end } }) => reach(start) < end);
}

/** Every range of the paper that a reading claims, once each; tables stand apart, since records are taken out of them. */
export function claimedRanges(paper: Reading): SourceRange[] {
  const tables = reachOf(paper.tableSources ?? []);
  return [
    ...(paper.titleSource ? [paper.titleSource] : []),
    ...paper.headings.map((heading) => heading.source),
    ...paper.records.flatMap((record) => (record.derived ? [] : record.partSources ?? [record.source])),
    ...meetingsApart(paper).flatMap((meeting) => meeting.partSources ?? [meeting.source]),
    ...paper.members.map((member) => member.source),
    ...paper.kpis.flatMap(({ source }) => (source && tables(source.start) <= source.start ? [source] : [])),
    ...paper.footnotes.flatMap((footnote) => footnote.partSources ?? (footnote.source ? [footnote.source] : [])),
  ];
}

/**
 * The runs of non-white text that none of the ranges covers.
 * @returns ranges in order, without white space at their ends.
 */
export function uncovered(text: string, ranges: readonly SourceRange[]): SourceRange[] {
  const holes: SourceRange[] = [];
  let at = 0;
  const hole = (from: number, to: number) => {
    const body = text.slice(from, to);
    if (body.trim() === '') return;
    const start = from + body.length - body.trimStart().length;
    holes.push({ start, end: start + body.trim().length });
  };
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start > at) hole(at, start);
    at = Math.max(at, end);
  }
  hole(at, text.length);
  return holes;
}

/**
 * Proves that a reading drops nothing and claims nothing twice.
 * @returns `missing`: text in no record, heading, meeting, member, indicator, footnote, table or rest; `doubled`: text in two of them
 *   (a table may hold records). Both are empty for a sound reading.
 */
export function unaccounted(text: string, paper: RecognisedPaper): { missing: SourceRange[]; doubled: SourceRange[] } {
  const claimed = [...claimedRanges(paper), ...paper.rest].toSorted((a, b) => a.start - b.start);
  const doubled: SourceRange[] = [];
  let reached = 0;
  for (const { start, end } of claimed) {
    if (start < reached && text.slice(start, Math.min(end, reached)).trim() !== '') doubled.push({ start, end: Math.min(end, reached) });
    reached = Math.max(reached, end);
  }
  const tables = paper.tableSources ?? [];
  const tablesReach = reachOf(tables);
  doubled.push(...paper.rest.filter(({ start, end }) => tablesReach(end - 1) > start));
  return { missing: uncovered(text, [...claimed, ...tables]), doubled };
}
