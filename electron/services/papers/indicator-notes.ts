import type { RecognisedPaper } from '../../contract/recognised.ts';

type Footnote = RecognisedPaper['footnotes'][number];
type Kpi = RecognisedPaper['kpis'][number];

/**
 * Gives indicators the footnotes that are on them, unless a column has a remark: 「※③については…」「※ 再訪率は…」 name one, and
 * 「※1」 is on each row of the table above it that bears the sign.
 * @param print the paper's text, in which the rows are looked up.
 */
export function noteIndicators({ kpis, footnotes }: Pick<RecognisedPaper, 'kpis' | 'footnotes'>, print: string): void {
  for (const note of footnotes) {
    const named = kpis.find((kpi) => isNamedIn(note, kpi));
    for (const kpi of named ? [named] : signedWith(note, kpis, print)) if (kpi.note === null || kpi.note === note.marker) kpi.note = note.text;
  }
}

/** Whether a footnote begins with the number or the end of the name of an indicator. */
export function isNamedIn({ term, text }: Footnote, { marker, name }: Kpi): boolean {
  const about = /^(?:No\.?)?(.{1,40}?)(?:について|は|の)/.exec(term === null ? text : `${term}は`)?.[1] ?? '';
  return about !== '' && (marker === about || (about.length >= SHORTEST_NAME && name.endsWith(about)));
}

const SHORTEST_NAME = 4;

/** Each table has its own ※: of the rows that bear it, those of the last table before the note. */
function signedWith({ marker, source }: Footnote, kpis: readonly Kpi[], print: string): Kpi[] {
  const bears = new RegExp(`${marker.replace(/[^※注0-9０-９]/g, '\\$&')}(?![0-9０-９])`);
  const signed = kpis.filter(({ rowSources }) => rowSources?.some((row) => row.end <= (source?.start ?? 0) && bears.test(print.slice(row.start, row.end))));
  return signed.filter((kpi) => kpi.source?.start === signed.at(-1)?.source?.start);
}
