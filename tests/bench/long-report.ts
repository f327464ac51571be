import type { ReportSource } from '../../electron/services/reports/report-source.ts';
import { textContent } from '../../db/domain/clause-content.ts';
import { randomOf, sentence } from './texts.ts';

const CHAPTERS = 20;
const SECTIONS = 5;
const CLAUSES = 10;

/** A basic policy of about a hundred A4 pages: 20 chapters of 5 sections of 10 clauses of 130 characters. */
export function longReport(): ReportSource {
  const random = randomOf(11);
  type Clause = NonNullable<ReportSource['draft']>['clauses'][number];
  const clauses: Clause[] = [];
  const add = (clause: Pick<Clause, 'kind' | 'level' | 'number' | 'label'>, text: string) =>
    clauses.push({ id: `c${clauses.length}`, numbered: true, content: textContent(text), ...clause });
  for (let chapter = 1; chapter <= CHAPTERS; chapter++) {
    add({ kind: 'heading', level: 1, number: `第${chapter}章`, label: `第${chapter}章` }, sentence(random, 16).slice(0, -1));
    for (let section = 1; section <= SECTIONS; section++) {
      add({ kind: 'heading', level: 2, number: `${section}`, label: `第${chapter}章${section}` }, sentence(random, 16).slice(0, -1));
      for (let n = 1; n <= CLAUSES; n++) add({ kind: 'paragraph', level: 3, number: `(${n})`, label: `第${chapter}章${section}(${n})` }, sentence(random, 130));
    }
  }
  return {
    committee: { name: '長い基本方針の検討会', municipality: 'みなみ野市', purpose: '' },
    items: [], points: [], meetings: [], members: [], papers: [],
    draft: { draft: { id: 'd', title: '長い基本方針', edition: 'rough', clauses: clauses.length, characters: 0 }, clauses, targets: [] },
  };
}
