import type { RecognisedPaper, SourceRange } from '../../contract/recognised.ts';

/** Whether a meeting is told of within a record or the title (次回は5月下旬とする。), whose range holds it already. */
export function isWithin({ titleSource, records }: Pick<RecognisedPaper, 'titleSource' | 'records'>, { source: { start, end } }: { source: SourceRange }): boolean {
  const holds = (range: SourceRange) => range.start <= start && end <= range.end;
  return (titleSource !== undefined && holds(titleSource)) || records.some(({ source }) => holds(source));
}

/** Every range of the paper that a reading claims, once each; tables stand apart, since records are taken out of them. */
export function claimedRanges(paper: Omit<RecognisedPaper, 'rest'>): SourceRange[] {
  return [
    ...(paper.titleSource ? [paper.titleSource] : []),
    ...paper.headings.map((heading) => heading.source),
    ...paper.records.flatMap((record) => (record.derived ? [] : record.partSources ?? [record.source])),
    ...paper.meetings.flatMap((meeting) => (isWithin(paper, meeting) ? [] : meeting.partSources ?? [meeting.source])),
    ...paper.members.map((member) => member.source),
    ...paper.kpis.flatMap(({ source }) => (source && !paper.tableSources?.some((table) => table.start <= source.start && source.start < table.end) ? [source] : [])),
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
  doubled.push(...paper.rest.filter((rest) => tables.some((table) => rest.start < table.end && table.start < rest.end)));
  return { missing: uncovered(text, [...claimed, ...tables]), doubled };
}
