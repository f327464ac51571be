import { createHash } from 'node:crypto';
import type { RecognisedPaper } from '../../electron/contract/recognised.ts';

type Kept<T, K extends keyof T> = Pick<T, K>;
/** A hand-made answer, or a reading seen as one: the parts that are scored. A part the answer does not speak of is absent. */
export interface Answer {
  title?: string | null;
  municipality?: string | null;
  headings: Kept<RecognisedPaper['headings'][number], 'level' | 'text'>[];
  records: Kept<RecognisedPaper['records'][number], 'kind' | 'text'>[];
  members?: Kept<RecognisedPaper['members'][number], 'name' | 'field' | 'affiliation' | 'role'>[];
  meetings?: Kept<RecognisedPaper['meetings'][number], 'label' | 'date_raw' | 'start' | 'end' | 'precision' | 'topics'>[];
  kpis?: Kept<RecognisedPaper['kpis'][number], 'name' | 'base' | 'values' | 'target'>[];
  programme?: Kept<RecognisedPaper['programme'][number], 'item' | 'rows' | 'progress'>[];
  footnotes?: Kept<RecognisedPaper['footnotes'][number], 'marker' | 'term' | 'text'>[];
  tables?: number;
}

/** The Markdown and HTML a text is dressed in is no part of it; a chapter link in angle brackets is. */
const plain = (text: string) => text.replace(/<\/?(?:b|p|sup|sub|br|i|u)\b[^>]*>|\*\*/g, '').trim();

/** The text at one or more places of a paper: `line` or `line:from-to` (UTF-16 columns from 0, the end outside), with blanks between. */
function textAt(places: string, lines: readonly string[]): string {
  return plain(places.split(' ').map((place) => {
    const [, line, from, to] = /^(\d+)(?::(\d+)-(\d+))?$/.exec(place) ?? [];
    const whole = lines[Number(line) - 1];
    if (whole === undefined) throw new Error(`no such place: ${place}`);
    return from === undefined ? whole : whole.slice(Number(from), Number(to));
  }).join(''));
}

/** The SHA-256 the answer names: the text it was made for. */
export const answerHash = (answer: string) => /^# sha256 ([0-9a-f]{64})$/m.exec(answer)?.[1] ?? null;
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * An answer written as places in a paper, so that it holds none of the paper's words.
 * One thing a line, fields with tabs between: `T place` title · `C place` municipality · `H level marker place` ·
 * `R kind marker places` (^ before the kind of a child) · `M name field affiliation role` ·
 * `G label date start end precision topics` (each topic a place) · `F marker term text` · `N tables count`; `-` is nothing, `#` a remark.
 * @param text the paper the places are in
 */
export function readAnswer(answer: string, text: string): Answer {
  const lines = text.split('\n');
  const at = (places = '-') => (places === '-' ? null : textAt(places, lines));
  const there = (places = '-') => at(places) ?? '';
  const read: Answer & Required<Pick<Answer, 'members' | 'meetings' | 'footnotes'>> = {
    title: null, municipality: null, headings: [], records: [], members: [], meetings: [], footnotes: [],
  };
  for (const line of answer.trimEnd().split('\n')) {
    if (line.startsWith('#')) continue;
    const [sort, a = '', b = '', c = '', d = '', e = '', f = ''] = line.split('\t');
    if (sort === 'T') read.title = at(a);
    else if (sort === 'C') read.municipality = at(a);
    else if (sort === 'H') read.headings.push({ level: Number(a), text: there(c) });
    // The kinds of an answer are those of the import format; a wrong word shows as a difference.
    else if (sort === 'R') read.records.push({ kind: a.replace('^', '') as RecognisedPaper['records'][number]['kind'], text: there(c) });
    else if (sort === 'M') read.members.push({ name: there(a), field: at(b), affiliation: at(c), role: at(d) });
    else if (sort === 'G') read.meetings.push({ label: there(a), date_raw: there(b), start: c, end: d, precision: e as 'day', topics: f === '-' ? '' : f.split(' ').map(there).join('\n') });
    else if (sort === 'F') read.footnotes.push({ marker: a, term: at(b), text: there(c) });
    else if (sort === 'N') read.tables = Number(b);
    else throw new Error(`no such line of an answer: ${line}`);
  }
  return read;
}
