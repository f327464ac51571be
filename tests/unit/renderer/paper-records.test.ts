// Every paper and record below is of an invented city.
import { describe, expect, it } from 'vitest';
import type { PreviewAction, PreviewIndicator, Preview } from '../../../electron/contract/preview/preview.ts';
import type { Action, Excerpt, Indicator } from '../../../electron/contract/excerpts.ts';
import { carryCorrections } from '../../../renderer/features/import/carry-corrections.ts';
import { firstPlace, keyOfPlace, shownOf, shownOrder } from '../../../renderer/features/import/places.ts';
import { toggleLeft } from '../../../renderer/features/import/preview-edits.ts';
import { setCell } from '../../../renderer/features/import/preview-figures.ts';
import { addedLines, diffRuns } from '../../../renderer/features/import/revision-rows.ts';
import { actionChange, indicatorChange } from '../../../renderer/features/papers/figure-updates.ts';
import { paperRecords, recordOf, type Records } from '../../../renderer/features/papers/paper-records.ts';
import { hitPlace } from '../../../renderer/features/search/hit-place.ts';
import { groupExcerpts, rowsOf, sectionSaid } from '../../../renderer/shared/excerpt-groups.ts';
import { actionTable, inThrees, indicatorTables, readNewCell, type IndicatorLike } from '../../../renderer/shared/figure-table.ts';

const WORDS = { name: '指標', base: '基準', target: '目標', reason: '理由', plan: { plan: '計画', revised: '見直し' } };

describe('excerpts as they are listed', () => {
  const one = (key: string, kind: 'opinion' | 'response' | 'statement', section = '', parent: string | null = null) => ({ key, kind, section, parent });

  it('stand by kind, each answer behind what it answers, wherever the paper prints it', () => {
    const groups = groupExcerpts([one('a', 'opinion'), one('b', 'opinion'), one('s', 'statement'), one('x', 'response', '', 'a'), one('y', 'response', '', 'b')]);
    expect(groups.map((group) => [group.kind, group.count, rowsOf(group).map(({ key }) => key).join('')])).toEqual([['opinion', 2, 'axby'], ['statement', 1, 's']]);
    expect(groups[0]?.runs[0]?.rows.map(({ child }) => child)).toEqual([false, true, false, true]);
  });

  it('stand by themselves where what they answer is not there, and lose nobody to a circle', () => {
    expect(groupExcerpts([one('x', 'response', '', 'gone')]).map(({ kind }) => kind)).toEqual(['response']);
    expect(groupExcerpts([one('x', 'response', '', 'x')])[0]?.count).toBe(1);
  });

  it('say their headings where a kind stands under several', () => {
    const [several] = groupExcerpts([one('a', 'statement', '議事\n(1) 広場'), one('b', 'statement', '議事\n(1) 広場'), one('c', 'statement', '議事\n(2) 道')]);
    expect(several?.runs.map((run) => [sectionSaid(several, run.section), run.rows.length])).toEqual([['議事 › (1) 広場', 2], ['議事 › (2) 道', 1]]);
    const [single] = groupExcerpts([one('a', 'statement', '議事')]);
    expect(single && sectionSaid(single, '議事')).toBe('');
  });
});

const indicator = (key: string, name: string, years: readonly string[], more: Partial<IndicatorLike> = {}): IndicatorLike => ({
  key, name, marker: '', ranges: [], base: { label: '基準（H30）', value: '1000', unit: '人' }, target: { label: '目標（R6）', value: '減少', unit: '' }, note: '',
  values: years.map((label) => ({ id: `${key} ${label}`, label, value: '1234567', fiscalYear: null })), ...more,
});

describe('indicators as tables', () => {
  it('share one where they are measured in the same years, and begin another where they are not', () => {
    const tables = indicatorTables([indicator('a', '来館', ['R1', 'R2']), indicator('b', '貸出', ['R1', 'R2']), indicator('c', '登録', ['R3'])], WORDS);
    expect(tables.map(({ columns }) => columns.map(({ head }) => head))).toEqual([['指標', '基準（H30）', 'R1', 'R2', '目標（R6）'], ['指標', '基準（H30）', 'R3', '目標（R6）']]);
    expect(tables[0]?.lines.map((line) => line.cells.map(({ shown }) => shown).join(' '))).toEqual(['来館 1,000人 1,234,567 1,234,567 減少', '貸出 1,000人 1,234,567 1,234,567 減少']);
  });

  it('say of which year a base is where that differs within a table', () => {
    const [table] = indicatorTables([indicator('a', '来館', ['R1']), indicator('b', '貸出', ['R1'], { base: { label: '基準（H29）', value: '5', unit: '冊' } })], WORDS);
    expect(table?.columns[1]?.head).toBe('基準');
    expect(table?.lines.map((line) => line.cells[1]?.hint)).toEqual(['基準（H30）', '基準（H29）']);
  });

  it('put the years in order where every label tells one, and leave the paper’s order where one does not', () => {
    const years = (labels: readonly (readonly [string, number | null])[]) => indicatorTables([indicator('a', '来館', [], { base: null, target: null, values: labels.map(([label, fiscalYear]) => ({ id: label, label, value: '1', fiscalYear })) })], WORDS)[0]?.columns.map(({ head }) => head).slice(1);
    expect(years([['R2', 2020], ['H30', 2018], ['R1', 2019]])).toEqual(['H30', 'R1', 'R2']);
    expect(years([['R2', 2020], ['中間', null], ['R1', 2019]])).toEqual(['R2', '中間', 'R1']);
  });

  it('groups only what is a plain number in threes', () => {
    expect(['1284', '-12345.5', '968', '約1200', '2020-21', '▲4500'].map(inThrees)).toEqual(['1,284', '-12,345.5', '968', '約1200', '2020-21', '▲4500']);
  });
});

const PLAN: PreviewAction = {
  key: 'a0', title: '広場の開放', ranges: [], left: false,
  plans: [
    { kind: 'plan', revision: '', reason: '', cells: [{ year: 'R5', text: '検討' }, { year: 'R6', text: '実施' }] },
    { kind: 'revised', revision: '変更①', reason: '工期が延びたため', cells: [{ year: 'R7', text: '実施' }] },
  ],
  progress: [{ year: 'R5', kind: '実績', status: '○', text: '検討した', note: '' }],
};
const COUNT: PreviewIndicator = { key: 'k0', name: '来館者数', marker: '', base: null, values: [{ label: 'R5', value: '10' }], target: null, note: '延べ', ranges: [{ start: 0, end: 4 }], left: false };
const preview: Preview = { rows: [], meetings: [], members: [], indicators: [COUNT], actions: [PLAN] };

describe('a preview with indicators and actions', () => {
  const shown = shownOf(preview, WORDS);

  it('has a line a row of the plan, with its reason under it, and one a year of progress', () => {
    expect(shown.actions[0]?.table.lines.map(({ form, lead, cells }) => [form, lead, ...cells.map((cell) => (readNewCell(cell.id) ? '×' : cell.text))])).toEqual([
      ['columns', '計画', '検討', '実施', '×'],
      ['columns', '変更①', '×', '×', '実施'],
      ['reason', '理由', '工期が延びたため'],
      ['progress', 'R5 実績', '○', '検討した'],
    ]);
  });

  it('names every line once, and every line its record', () => {
    const order = shownOrder(shown);
    expect(new Set(order).size).toBe(order.length);
    expect([...new Set(order.map(keyOfPlace))]).toEqual(['k0', 'a0']);
    expect(firstPlace(shown, 'actions')).toBe('a0');
    expect(firstPlace(shown, 'meetings')).toBeNull();
  });

  it.each([
    ['k0', 'name'], ['k0', 'base'], ['k0', 'target'], ['k0', 'note'], ['k0', 'value/0'],
    ['a0', 'title'], ['a0', 'plan/0/1'], ['a0', 'plan/1/0'], ['a0', 'plan/1/reason'], ['a0', 'progress/0/status'], ['a0', 'progress/0/text'],
  ])('puts what is typed into %s %s there and nowhere else', (key, cell) => {
    const before = JSON.stringify(preview);
    const after = JSON.stringify(setCell(preview, key, cell, '書きかえ'));
    expect(after.split('書きかえ')).toHaveLength(2);
    expect(JSON.stringify(preview)).toBe(before);
    const [indicators, actions] = [shownOf(setCell(preview, key, cell, '書きかえ'), WORDS).indicators, shownOf(setCell(preview, key, cell, '書きかえ'), WORDS).actions];
    const texts = [...indicators, ...actions.map(({ table }) => table)].flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map(({ text }) => text)));
    expect([...texts, actions[0]?.title]).toContain('書きかえ');
  });

  it('leaves a whole indicator or action out, and brings it back', () => {
    const left = toggleLeft(preview, new Set(['k0', 'a0']));
    expect([left.indicators[0]?.left, left.actions[0]?.left]).toEqual([true, true]);
    expect(toggleLeft(left, new Set(['k0', 'a0']))).toEqual(preview);
  });

  it('carries what was corrected over to another reading of the paper', () => {
    const { preview: carried, kept, lost } = carryCorrections(preview, setCell(preview, 'k0', 'value/0', '11'), preview);
    expect({ kept, lost, value: carried.indicators[0]?.values[0]?.value }).toEqual({ kept: 1, lost: 0, value: '11' });
  });
});

describe('what is said to the store where a cell was edited', () => {
  const made: Indicator = { ...indicator('i', '来館', ['R1']), id: 'i', paperId: 'p', ranges: [], values: [{ id: 'v1', label: 'R1', value: '1', fiscalYear: 2019 }] };
  const action: Action = {
    id: 'a', paperId: 'p', ranges: [], title: '開放',
    plans: [{ id: 'p1', kind: 'plan', revision: '', reason: '', cells: [{ id: 'c1', year: 'R5', text: '検討', fiscalYear: 2023 }] }],
    progress: [{ id: 'g1', year: 'R5', kind: '実績', status: '', text: '', note: '', fiscalYear: 2023 }],
  };

  it('is that cell alone', () => {
    expect(indicatorChange(made, 'v1', '2')).toEqual({ values: [{ id: 'v1', value: '2' }] });
    expect(indicatorChange(made, 'base', '9')).toEqual({ base: { label: '基準（H30）', value: '9', unit: '人' } });
    expect(indicatorChange({ ...made, target: null }, 'target', '9')).toEqual({ target: { label: '', value: '9', unit: '' } });
    expect(actionChange(action, 'title', '閉鎖')).toEqual({ title: '閉鎖' });
    expect(actionChange(action, 'c1', '実施')).toEqual({ cells: [{ id: 'c1', text: '実施' }] });
    expect(actionChange(action, 'p1/reason', '遅れ')).toEqual({ plans: [{ id: 'p1', reason: '遅れ' }] });
    expect(actionChange(action, 'g1/status', 'A')).toEqual({ progress: [{ id: 'g1', status: 'A' }] });
    expect(actionChange(action, 'g1/text', '済')).toEqual({ progress: [{ id: 'g1', text: '済' }] });
  });

  it('is named as the table of the action names it', () => {
    const cells = actionTable({ ...action, key: 'a' }, WORDS).lines.flatMap(({ cells: own }) => own.map(({ id }) => id));
    expect(cells).toEqual(['c1', 'g1/status', 'g1/text']);
  });
});

describe('the records of a paper', () => {
  const excerpt = (id: string, text: string, more: Partial<Excerpt> = {}): Excerpt => ({ id, paperId: 'p', ranges: [], kind: 'statement', text, speaker: '', section: '', parentId: null, ...more });
  const records: Records = {
    items: [], points: [], meetings: [], agenda: [], members: [], indicators: [], actions: [],
    excerpts: [excerpt('e1', '広場が暗い。', { speaker: '森委員' }), excerpt('e2', '灯りを足す。', { kind: 'response', parentId: 'e1' }), excerpt('e3', '別の資料の発言')],
  };

  it('are those that stand in it, and no others', () => {
    const shown = paperRecords(records, new Set(['e1', 'e2']), '', WORDS);
    expect(shown.order).toEqual(['e1', 'e2']);
    expect(shown.count).toBe(2);
  });

  it('are found by words of any width, and by who says it', () => {
    const found = (typed: string) => paperRecords(records, new Set(['e1', 'e2', 'e3']), typed, WORDS).order;
    expect(found('森')).toEqual(['e1']);
    expect(found('灯り　足す')).toEqual(['e2']);
    expect(found('ない言葉')).toEqual([]);
  });

  it('are named by the part of a place before the slash', () => {
    expect(recordOf('0193-a/plan/0')).toBe('0193-a');
  });

  it('are shown beside their paper when they are found', () => {
    const hit = { committeeId: 'c', committeeName: '', library: false, place: '', before: '', match: '暗', after: '', itemId: null, meetingId: null, draftId: null, paperId: 'p', offset: 3 };
    expect(hitPlace({ ...hit, kind: 'excerpt', id: 'e1' })).toEqual({ path: '/c/c/papers/p', focus: { recordId: 'e1' } });
    expect(hitPlace({ ...hit, kind: 'paper', id: 'p' })).toEqual({ path: '/c/c/papers/p', focus: { start: 3, end: 4 } });
    expect(hitPlace({ ...hit, kind: 'indicator', id: 'i1', library: true }, 'c')).toEqual({ path: '/c/c/library/p', focus: { recordId: 'i1' } });
  });
});

describe('what a newer version changes', () => {
  it('is marked cell by cell in an indicator or an action', () => {
    const { a, b } = diffRuns('来館者数　R5 10　R6 20　目標 30', '来館者数　R5 11　R6 20　目標 40', true);
    expect(a.filter((run) => run.changed).map(({ text }) => text.trim())).toEqual(['R5 10', '目標 30']);
    expect(b.filter((run) => run.changed).map(({ text }) => text.trim())).toEqual(['R5 11', '目標 40']);
    expect(b.map(({ text }) => text).join('')).toBe('来館者数　R5 11　R6 20　目標 40');
  });

  it('is marked from the first letter that differs to the last in a text', () => {
    expect(diffRuns('夜は暗い。', '朝は暗い。', false).b).toEqual([{ at: 1, text: '朝', changed: true }, { at: 2, text: 'は暗い。', changed: false }]);
  });

  it('lists what is new of every sort under the names by which it is asked for', () => {
    const counts = { same: 0, moved: 0, changed: 0, vanished: 0, added: 2 };
    const lines = addedLines({ counts, records: [], added: { rows: [], meetings: [], members: [], indicators: [{ ...COUNT, key: 'indicator 0', leftBefore: false }], actions: [{ ...PLAN, key: 'action 3', leftBefore: true }] } });
    expect(lines.map(({ key, what, text, leftBefore }) => [key, what, text, leftBefore])).toEqual([
      ['indicator 0', 'indicator', '来館者数　R5 10', false],
      ['action 3', 'action', '広場の開放　R7 実施', true],
    ]);
  });
});
