// Every paper below is of an invented city.
import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../electron/contract/preview/preview.ts';
import { rowsFromRecognised } from '../../../electron/contract/preview/rows-from-recognised.ts';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { carryCorrections } from '../../../renderer/features/import/carry-corrections.ts';
import { addPart, setCell } from '../../../renderer/features/import/preview-figures.ts';
import { addLines } from '../../../renderer/features/import/preview-lines.ts';
import { actionPart, indicatorPart } from '../../../renderer/features/papers/figure-updates.ts';
import { excerptStep, isCompany, withMoves } from '../../../renderer/features/papers/move-excerpt.ts';
import type { KeyedExcerpt } from '../../../renderer/features/papers/paper-records.ts';
import { groupExcerpts } from '../../../renderer/shared/excerpt-groups.ts';
import { nextYear, partsOf } from '../../../renderer/shared/figure-parts.ts';
import { newCell, readNewCell } from '../../../renderer/shared/figure-table.ts';
import { paperUnits, wordsOf } from '../../../renderer/shared/paper-units.ts';
import { belonging, recordsOfLines, type LineKind } from '../../../renderer/shared/records-of-lines.ts';

const PAPER = `# はるか市みどりの計画

- ① 駅前に木陰をつくる。

○峰委員　水やりの人手が、
足りていない。

| 指標 | 基準値（R4） | R5 | 目標値（R8） | 備考 |
| --- | --- | --- | --- | --- |
| 植えた木の数 | 1,200本 | 1,300 | 1,500本 | 年度末 |

<table><tr><td>実施項目</td><td>R5</td></tr><tr><td>花壇</td><td>設計</td></tr><tr><td></td><td>調査</td></tr></table>
`;
const units = paperUnits(PAPER);
const from = (words: string) => units.findIndex(({ text }) => text.includes(words));
/** Some lines of the paper, as a person chooses them. */
const lines = (first: string, last = first) => {
  const own = units.slice(from(first), from(last) + 1);
  return { units: own, cell: null, range: { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 } };
};
const made = (kind: LineKind, first: string, last = first) => recordsOfLines(kind, lines(first, last));

describe('the lines of a paper that a person can choose', () => {
  it('are those that say something, each at its place; a row of a table with its cells and heads', () => {
    expect(units.map(({ number, start, end }) => [number, PAPER.slice(start, end).slice(0, 6)])).toEqual([
      [1, '# はるか市'], [3, '- ① 駅前'], [5, '○峰委員　水'], [6, '足りていない'], [8, '| 指標 |'], [10, '| 植えた木'],
      [12, '実施項目</'], [12, '花壇</td'], [12, '</td><'],
    ]);
    expect(units[5]?.cells.map(({ start, end }) => PAPER.slice(start, end))).toEqual(['植えた木の数', '1,200本', '1,300', '1,500本', '年度末']);
    expect(units[5]?.heads).toEqual(['指標', '基準値（R4）', 'R5', '目標値（R8）', '備考']);
  });

  it('lose the signs that open them and are joined where they were broken', () => {
    expect(wordsOf(['- ① 駅前に木陰をつくる。'])).toEqual({ marker: '①', text: '駅前に木陰をつくる。' });
    expect(wordsOf(['水やりの人手が、', '足りていない。', '苗も足りない。'])).toEqual({ marker: '', text: '水やりの人手が、足りていない。\n苗も足りない。' });
    expect(wordsOf(['- 木', '- 花'])).toEqual({ marker: expect.any(String), text: '木\n花' });
  });
});

describe('records of lines that were chosen', () => {
  it('are texts of any kind, said by whom the paper names', () => {
    expect(made('measure', '駅前').rows).toEqual([{ kind: 'measure', marker: '①', text: '駅前に木陰をつくる。', speaker: '', ranges: [lines('駅前').range] }]);
    expect(made('statement', '峰委員', '足りていない').rows).toMatchObject([{ speaker: '峰委員', text: '水やりの人手が、足りていない。' }]);
  });

  it('are an indicator a row, its figures told by the heads of the table', () => {
    expect(made('indicator', '植えた木の数').indicators).toEqual([{
      name: '植えた木の数', marker: '', base: { label: '基準値（R4）', value: '1200', unit: '本' }, values: [{ label: 'R5', value: '1300' }],
      target: { label: '目標値（R8）', value: '1500', unit: '本' }, note: '年度末', ranges: [lines('植えた木の数').range],
    }]);
  });

  it('are an action with its plan, a row without a title revising it', () => {
    expect(made('action', '花壇', '調査').actions).toMatchObject([{
      title: '花壇', plans: [{ kind: 'plan', cells: [{ year: 'R5', text: '設計' }] }, { kind: 'revised', cells: [{ year: 'R5', text: '調査' }] }],
    }]);
    expect(made('action', '駅前').actions).toMatchObject([{ title: '駅前に木陰をつくる。', plans: [] }]);
  });

  it('belong where what stands nearest to them belongs', () => {
    const all = [
      { key: 'i', kind: 'deliberation_item' as const, start: 0, item: null, section: '' }, { key: 'p', kind: 'issue' as const, start: 50, item: 'j', section: '' },
      { key: 'o', kind: 'opinion' as const, start: 60, item: null, section: '意見' }, { key: 'q', kind: 'opinion' as const, start: 90, item: null, section: '回答' },
    ];
    expect(belonging('issue', 10, all)).toEqual({ item: 'i', parent: null, section: '' });
    expect(belonging('example', 45, all)).toEqual({ item: 'j', parent: null, section: '' });
    expect(belonging('response', 85, all)).toEqual({ item: null, parent: 'o', section: '回答' });
  });
});

describe('a preview to which something was added', () => {
  const preview: Preview = rowsFromRecognised(recognisePaper(PAPER));

  it('has it where the paper has it, under a name of its own, and keeps it when the paper is read as another kind', () => {
    const one = addLines(preview, made('background', '足りていない'));
    const two = addLines(one.preview, made('indicator', '植えた木の数'));
    expect([one.key, two.key]).toEqual(['n1', 'n2']);
    const starts = two.preview.rows.map(({ ranges }) => ranges[0]?.start ?? 0);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const { preview: carried, kept, lost } = carryCorrections(preview, two.preview, { ...preview, rows: [] });
    expect([carried.rows.map(({ key }) => key), carried.indicators.some(({ key }) => key === 'n2'), kept, lost]).toEqual([['n1'], true, 2, 0]);
  });

  it('takes figures and lines that an indicator or an action lacks', () => {
    const { preview: whole, key } = addLines({ ...preview, indicators: [], actions: [] }, made('action', '駅前'));
    const part = (before: Preview, what: Parameters<typeof addPart>[2]) => addPart(before, key ?? '', what);
    const planned = part(whole, { part: 'cell', plan: null, year: 'R5', text: '設計' });
    const revised = part(part(planned, { part: 'revision', revision: 'R6変更', reason: '遅れ' }), { part: 'progress', year: 'R5', kind: '実績', status: 'B', text: '済' });
    expect(setCell(revised, key ?? '', newCell('plan/1', 'R6'), '工事').actions[0]).toMatchObject({
      plans: [{ kind: 'plan', cells: [{ year: 'R5', text: '設計' }] }, { kind: 'revised', revision: 'R6変更', reason: '遅れ', cells: [{ year: 'R6', text: '工事' }] }],
      progress: [{ year: 'R5', status: 'B', text: '済' }],
    });
  });
});

describe('what can be added to a figure', () => {
  it('is what comes many times, and of the rest what is not there', () => {
    const indicator = { key: 'k', ranges: [], name: '', marker: '', base: { label: '', value: '1', unit: '' }, values: [], target: null, note: '' };
    expect(partsOf({ indicator })).toEqual(['value', 'target', 'note']);
    expect(partsOf({ action: { key: 'a', ranges: [], title: '', plans: [{ id: 'p', kind: 'plan', revision: '', reason: '遅れ', cells: [] }], progress: [] }, plan: null })).toEqual(['cell', 'revision', 'progress']);
  });

  it('proposes the year after the last', () => {
    expect([['26年度', '27年度'], ['R5'], ['目標'], ['2026～2027'], []].map(nextYear)).toEqual(['28年度', 'R6', '', '', '']);
  });

  it('is told to the store as such, a cell named by its row and its year', () => {
    expect(readNewCell(newCell('p1', 'H27/3'))).toEqual({ row: 'p1', label: 'H27/3' });
    expect(readNewCell('p1/reason')).toBeNull();
    expect(indicatorPart({ part: 'target', label: 'R8', value: '9', unit: '本' })).toEqual({ target: { label: 'R8', value: '9', unit: '本' } });
    expect(actionPart({ part: 'cell', plan: null, year: 'R5', text: '設計' })).toEqual({ addPlans: [{ kind: 'plan', revision: '', reason: '', cells: [{ year: 'R5', text: '設計' }] }] });
    expect([indicatorPart({ part: 'reason', plan: 'p', text: '' }), actionPart({ part: 'value', label: '', value: '' })]).toEqual([null, null]);
  });
});

describe('an excerpt that is moved by one step', () => {
  const one = (id: string, section: string, parentId: string | null = null): KeyedExcerpt => ({ id, key: id, parent: parentId, parentId, section, kind: 'measure', text: id, speaker: '', paperId: 'p', ranges: [] });
  const all = [one('a', '窓口'), one('a1', '窓口', 'a'), one('a2', '窓口', 'a'), one('b', '窓口'), one('c', '庁舎')];
  const groups = groupExcerpts(all);

  it('goes past its neighbour, and first under other headings where those come next', () => {
    expect(excerptStep(groups, 'a', 1)).toEqual({ besideId: 'b', side: 'behind' });
    expect(excerptStep(groups, 'b', 1)).toEqual({ besideId: 'c', side: 'before' });
    expect(excerptStep(groups, 'c', -1)).toEqual({ besideId: 'b', side: 'behind' });
    expect([excerptStep(groups, 'a', -1), excerptStep(groups, 'c', 1)]).toEqual([null, null]);
  });

  it('stays in its company: what belongs to an excerpt among what belongs to it', () => {
    expect(excerptStep(groups, 'a1', 1)).toEqual({ besideId: 'a2', side: 'behind' });
    expect(excerptStep(groups, 'a2', 1)).toBeNull();
    expect([isCompany(groups, 'a', 'c'), isCompany(groups, 'a1', 'b'), isCompany(groups, 'x', 'x')]).toEqual([true, false, false]);
  });

  it('stands where it was put before the store has said so, with what belongs to it', () => {
    const moved = withMoves(all, [{ id: 'a', besideId: 'c', side: 'behind' }]);
    expect(moved.map(({ id, section }) => `${id} ${section}`)).toEqual(['a1 庁舎', 'a2 庁舎', 'b 窓口', 'c 庁舎', 'a 庁舎']);
    expect(withMoves(moved, [{ id: 'a', besideId: 'c', side: 'behind' }])).toEqual(moved);
  });
});
