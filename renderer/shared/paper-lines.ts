import type { SourceRange } from '../../electron/contract/recognised.ts';

/** A piece of a line (from an offset of the paper on): within the passage of `key`, or of nothing that was recognised. */
export type LinePiece = { text: string; start: number; key: string | null };
export type PaperLine = {
  number: number;
  start: number;
  pieces: LinePiece[];
  /** Keys of the passages that begin on this line, in order. */
  begins: string[];
};
/** `over`: has its text before any other passage, such as the one a person came for. */
export type KeyedRange = SourceRange & { key: string; over?: boolean };

/**
 * The lines of a paper, each cut where passages begin and end. Where passages overlap, the one that begins later has
 * the text: it is the narrower one.
 * @param text the paper's text with \n line ends.
 */
export function paperLines(text: string, ranges: readonly KeyedRange[]): PaperLine[] {
  const sorted = ranges.filter((range) => range.start < range.end).toSorted((a, b) => a.start - b.start || b.end - a.end);
  const begun = new Set<string>();
  let from = 0;
  let start = 0;
  return text.split('\n').map((line, index): PaperLine => {
    const end = start + line.length;
    while (from < sorted.length && (sorted[from]?.end ?? 0) <= start) from += 1;
    const here: KeyedRange[] = [];
    for (let i = from; i < sorted.length; i += 1) {
      const range = sorted[i];
      if (!range || range.start > end) break;
      if (range.end > start && range.start < end) here.push(range);
    }
    const begins = here.map((range) => range.key).filter((key) => !begun.has(key));
    for (const key of begins) begun.add(key);
    const paper = { number: index + 1, start, pieces: piecesOf(line, start, here), begins: [...new Set(begins)] };
    start = end + 1;
    return paper;
  });
}

function piecesOf(line: string, lineStart: number, ranges: readonly KeyedRange[]): LinePiece[] {
  if (ranges.length === 0) return line === '' ? [] : [{ text: line, start: lineStart, key: null }];
  const lineEnd = lineStart + line.length;
  const edges = [lineStart, lineEnd, ...ranges.flatMap(({ start, end }) => [start, end])].filter((at) => at >= lineStart && at <= lineEnd);
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((at, i) => ({
    text: line.slice(at - lineStart, (cuts[i + 1] ?? lineEnd) - lineStart),
    start: at,
    key: passageAt(ranges, at),
  }));
}

function passageAt(ranges: readonly KeyedRange[], at: number): string | null {
  const here = ranges.filter((range) => range.start <= at && range.end > at);
  return (here.find((range) => range.over) ?? here.at(-1))?.key ?? null;
}
