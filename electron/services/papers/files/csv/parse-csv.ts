/** Signs that part the cells of a row, the commonest first. */
const SEPARATORS = [',', '\t', ';'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** So much of a file tells its separator. */
const SAMPLE = 64 * 1024;

/**
 * Takes comma-, tab- or semicolon-separated text apart (RFC 4180, and what Excel makes of what departs from it): a quote
 * opens a quoted cell only at its beginning, and one that never closes is a character like any other.
 * @param text with \n line ends.
 * @param tick called now and then with the cells so far, as a sign of life; what it throws ends the reading.
 */
export function parseCsv(text: string, separator: Separator, tick: (cells: number) => void = () => {}): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let unclosed = false;
  let cells = 0;
  while (at < text.length) {
    const quoted = text.charAt(at) === '"' && !unclosed ? takeQuoted(text, at) : null;
    if (text.charAt(at) === '"' && quoted === null) unclosed = true;
    const end = endOfCell(text, quoted?.end ?? at, separator);
    const rest = text.slice(quoted?.end ?? at, end);
    row.push(quoted ? quoted.text + rest : rest);
    at = end + 1;
    cells += 1;
    if (cells % 5000 === 0) tick(cells);
    if (text.charAt(end) === separator) {
      if (at >= text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function takeQuoted(text: string, open: number): { text: string; end: number } | null {
  let inside = '';
  for (let at = open + 1; ;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    inside += text.slice(at, close);
    if (text.charAt(close + 1) !== '"') return { text: inside, end: close + 1 };
    inside += '"';
    at = close + 2;
  }
}

function endOfCell(text: string, from: number, separator: Separator): number {
  for (let at = from; at < text.length; at += 1) {
    const c = text.charAt(at);
    if (c === separator || c === '\n') return at;
  }
  return text.length;
}

/**
 * The sign that parts the cells: the one that gives rows of several cells most often, and then of the same number.
 * @param isTabbed the file calls itself tab-separated.
 */
export function separatorOf(text: string, isTabbed: boolean): Separator {
  const named = /^sep=([,;\t])\n/.exec(text)?.[1];
  if (named !== undefined) return SEPARATORS.find((separator) => separator === named) ?? ',';
  const sample = text.slice(0, SAMPLE);
  const scores = SEPARATORS.map((separator) => {
    const rows = parseCsv(sample, separator).slice(0, 200).filter((row) => row.length > 1);
    const counts = Map.groupBy(rows, (row) => row.length);
    return { separator, score: Math.max(0, ...[...counts.values()].map((same) => same.length)) * 2 + rows.length };
  });
  const best = scores.toSorted((a, b) => b.score - a.score)[0];
  const tabs = scores.find(({ separator }) => separator === '\t');
  if (isTabbed && (tabs?.score ?? 0) > 0) return '\t';
  return best && best.score > 0 ? best.separator : ',';
}
