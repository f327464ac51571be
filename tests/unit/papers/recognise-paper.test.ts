import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { RecognisedPaper as Shape } from '../../../electron/contract/recognised.ts';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { toImportJson } from '../../../electron/services/papers/to-import-json.ts';
import { unaccounted } from '../../../electron/services/papers/unaccounted.ts';

const folder = new URL('../../fixtures/papers/', import.meta.url);
const papers = readdirSync(folder).filter((file) => /\.(?:txt|md)$/.test(file));
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const answerTo = (file: string) => readFileSync(new URL(file.replace(/\.\w+$/, '.expected'), folder), 'utf8').trim().split('\n');

/** A reading as the lines of a .expected file, in the order of the paper: kind | marker | text | cities, ^ before a child, ⏎ for a line end. */
function asLines(paper: RecognisedPaper): string[] {
  const things = [
    ...paper.headings.map((h) => ({ at: h.source.start, line: [h.level, h.marker ?? '-', h.text].join('|') })),
    ...paper.records.map((r) => ({
      at: r.derived ? -1 : r.source.start,
      line: `${r.parent === null ? '' : '^'}${[r.kind, r.marker ?? '-', `${r.speaker === null ? '' : `${r.speaker}：`}${r.text}`, ...(r.cities.length > 0 ? [r.cities.join('・')] : [])].join('|')}`,
    })),
    ...paper.meetings.map((m) => ({ at: m.source.start, line: ['meeting', m.label, m.date_raw, m.start, m.end, m.topics].join('|') })),
    ...paper.members.map((m) => ({ at: m.source.start, line: ['member', m.name, m.field ?? '-', m.affiliation ?? '-', m.role ?? '-'].join('|') })),
    ...paper.footnotes.map((f) => ({ at: f.source?.start ?? 0, line: ['note', f.marker, f.term ?? '-', f.text].join('|') })),
  ].toSorted((a, b) => a.at - b.at);
  return [`title|${paper.title ?? '-'}`, `municipality|${paper.municipality ?? '-'}`, ...things.map(({ line }) => line.replaceAll('\n', '⏎'))];
}

describe('papers of invented cities', () => {
  it.each(papers)('reads %s as a person does', (file) => {
    expect(asLines(recognisePaper(textOf(file)))).toEqual(answerTo(file));
  });

  it.each(papers)('accounts for every character of %s once', (file) => {
    const text = textOf(file);
    const paper = recognisePaper(text);
    expect(unaccounted(text, paper)).toEqual({ missing: [], doubled: [] });
    expect(Shape.parse(paper)).toEqual(paper);
  });
});

describe('a programme sheet of an invented city', () => {
  const paper = recognisePaper(textOf('program-sheet.txt'));

  it('stacks the revisions of a plan with their reasons', () => {
    expect(paper.programme.map(({ item, rows }) => ({ item, rows }))).toEqual([
      {
        item: '窓口の統合',
        rows: [
          { kind: 'plan', revision: null, cells: { 令和5年度: '検討', 令和6年度: '実施', 令和7年度: '⇒' }, reason: null },
          { kind: 'revised', revision: '令和6年度変更', cells: { 令和6年度: '検討', 令和7年度: '実施' }, reason: '庁舎の改修が遅れたため。' },
        ],
      },
      { item: '夜間相談', rows: [{ kind: 'plan', revision: null, cells: { 令和5年度: '検討', 令和6年度: '試行', 令和7年度: '実施' }, reason: null }] },
    ]);
  });

  it('reads the progress of a table that goes on over the page', () => {
    expect(paper.programme.map(({ progress }) => progress)).toEqual([
      [
        { year: 'R5', kind: '取組実績', status: '検討', text: '先進の市を視察した。' },
        { year: 'R6', kind: '取組実績', status: '検討', text: '改修の設計をやり直した。', note: '3月末時点' },
      ],
      [{ year: 'R6', kind: '評価', status: 'B', text: '試行の期間が短かった。' }],
    ]);
    expect(paper.tables).toBe(4);
  });

  it('reads indicators with their units, minus signs, blanks and free text', () => {
    expect(toImportJson(paper)['kpis']).toEqual([
      { name: '相談の満足度', marker: '①', base: { label: '基準値(R4)', value: 61.5, unit: '%' }, values: { R5: 63, R6: null, R7: null }, target: { label: '目標値(R7)', value: 70, unit: '%' }, note: null },
      { name: '相談件数', marker: '②', base: { label: '基準値(R4)', value: 1250, unit: '件' }, values: { R5: 1310, R6: -20, R7: null }, target: { label: '目標値(R7)', value: 2000, unit: '件' }, note: '②については、出張相談を含む。' },
      { name: '夜間相談の利用', marker: '③', base: { label: '基準値(R4)', value: null, unit: null }, values: { R5: null, R6: '試行中', R7: null }, target: { label: '目標値(R7)', value: null, unit: null }, note: null },
    ]);
  });
});
