import type { SourceRange } from '../../electron/contract/recognised.ts';
import type { Run, Style } from './paper-dressing.ts';

/** A piece of a line (from an offset of the paper on): within the passage of `key`, or of nothing that was recognised. */
export type LinePiece = { text: string; start: number; key: string | null; styles?: readonly Style[] };
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
  const cut = cutter(ranges);
  let start = 0;
  return text.split('\n').map((line, index): PaperLine => {
    const end = start + line.length;
    const paper = { number: index + 1, start, ...cut(start, end, line === '' ? [] : [{ text: line, start, end, styles: [] }]) };
    start = end + 1;
    return paper;
  });
}

/** Cuts stretches of a paper, asked for in its order, where passages begin and end. */
export function cutter(ranges: readonly KeyedRange[]): (start: number, end: number, runs: readonly Run[]) => Pick<PaperLine, 'pieces' | 'begins'> {
  const sorted = ranges.filter((range) => range.start < range.end).toSorted((a, b) => a.start - b.start || b.end - a.end);
  const begun = new Set<string>();
  let from = 0;
  return (start, end, runs) => {
    while (from < sorted.length && (sorted[from]?.end ?? 0) <= start) from += 1;
    const here: KeyedRange[] = [];
    for (let i = from; i < sorted.length; i += 1) {
      const range = sorted[i];
      if (!range || range.start > end) break;
      if (range.end > start && range.start < end) here.push(range);
    }
    const begins = [...new Set(here.map((range) => range.key))].filter((key) => !begun.has(key));
    for (const key of begins) begun.add(key);
    return { pieces: runs.flatMap((run) => piecesOf(run, here)), begins };
  };
}

function piecesOf({ text, start, end, styles }: Run, ranges: readonly KeyedRange[]): LinePiece[] {
  const dressed = styles.length > 0 ? { styles } : {};
  const whole = [{ text, start, key: passageAt(ranges, start), ...dressed }];
  if (ranges.length === 0 || text.length !== end - start) return whole;
  const edges = ranges.flatMap((range) => [range.start, range.end]).filter((at) => at > start && at < end);
  if (edges.length === 0) return whole;
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((at, i) => ({ text: text.slice(at - start, (cuts[i + 1] ?? end) - start), start: at, key: passageAt(ranges, at), ...dressed }));
}

function passageAt(ranges: readonly KeyedRange[], at: number): string | null {
  const here = ranges.filter((range) => range.start <= at && range.end > at);
  return (here.find((range) => range.over) ?? here.at(-1))?.key ?? null;
}
