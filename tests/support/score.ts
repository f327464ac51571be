import type { Answer } from './answers.ts';

export interface Score { precision: number; recall: number; f1: number; missing: string[]; extra: string[] }

/** White space says nothing: texts are compared without it. */
const bare = (text: string | null) => (text ?? '').replace(/\s+/g, '');

/** Things found against things wanted, as multisets: each of the wanted can be found once. */
export function scoreOf(found: readonly string[], wanted: readonly string[]): Score {
  const open = new Map<string, number>();
  for (const key of wanted) open.set(key, (open.get(key) ?? 0) + 1);
  const extra = found.filter((key) => {
    const left = open.get(key) ?? 0;
    if (left > 0) open.set(key, left - 1);
    return left === 0;
  });
  const missing = [...open].flatMap(([key, left]) => Array<string>(left).fill(key));
  const hits = found.length - extra.length;
  const precision = found.length === 0 ? 1 : hits / found.length;
  const recall = wanted.length === 0 ? 1 : hits / wanted.length;
  return { precision, recall, f1: found.length + wanted.length === 0 ? 1 : (2 * hits) / (found.length + wanted.length), missing, extra };
}

/** The parts of a reading that are scored, as lines of text: one thing a line. */
const lines = {
  records: ({ records }: Answer) => records.map(({ kind, text }) => `${kind}|${bare(text)}`),
  headings: ({ headings }: Answer) => headings.map(({ level, text }) => `${level}|${bare(text)}`),
  'heading texts': ({ headings }: Answer) => headings.map(({ text }) => bare(text)),
  members: ({ members }: Answer) => members?.map(({ name, field, affiliation, role }) => [name, field, affiliation, role].map(bare).join('|')),
  meetings: ({ meetings }: Answer) => meetings?.map((m) => [m.label, m.date_raw, m.start, m.end, m.precision, m.topics].map(bare).join('|')),
  kpis: ({ kpis }: Answer) => kpis?.map(({ name, base, values, target }) => bare([name, base?.value, JSON.stringify(values), target?.value].join('|'))),
  programme: ({ programme }: Answer) => programme?.flatMap(({ item, rows, progress }) => [
    ...rows.map((row) => bare([item, row.kind, row.revision, JSON.stringify(row.cells), row.reason].join('|'))),
    ...progress.map(({ year, kind, status, text }) => bare([item, year, kind, status, text].join('|'))),
  ]),
  footnotes: ({ footnotes }: Answer) => footnotes?.map(({ marker, term, text }) => [marker, term, text].map(bare).join('|')),
  tables: ({ tables }: Answer) => (tables === undefined ? undefined : [`${tables}`]),
  cover: ({ title, municipality }: Answer) => [...(title === undefined ? [] : [`title|${bare(title)}`]), ...(municipality === undefined ? [] : [`municipality|${bare(municipality)}`])],
} as const;
export type ScoredPart = keyof typeof lines;

/**
 * A reading against a hand-made answer: texts without white space, in any order, a part at a time.
 * @returns only the parts the answer speaks of
 */
export function scorePaper(found: Answer, wanted: Answer): Partial<Record<ScoredPart, Score>> {
  const scores: Partial<Record<ScoredPart, Score>> = {};
  for (const [part, of] of Object.entries(lines) as [ScoredPart, (paper: Answer) => string[] | undefined][]) {
    const want = of(wanted);
    if (want !== undefined) scores[part] = scoreOf(of(found) ?? [], want);
  }
  return scores;
}
