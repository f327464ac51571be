import { describe, expect, it } from 'vitest';
import { acceptedOthers, acceptedRows } from '../../electron/contract/preview/accepted-rows.ts';
import { libraryContent } from '../../electron/contract/preview/library-rows.ts';
import { rowsFromRecognised } from '../../electron/contract/preview/rows-from-recognised.ts';
import { LIBRARY_ID } from '../../db/domain/library.ts';
import { MINUTES, OPINIONS, SCHEDULE, SHEET } from '../support/kept-papers.ts';
import { newDesk } from '../support/services.ts';
import type { Desk } from '../support/services.ts';
import { projectionOf } from '../support/store.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Takes a paper in as the import screen does where nothing is corrected, into a committee of its own or one that stands. */
async function takeIn({ call }: Pick<Desk, 'call'>, text: string, committeeId?: string) {
  const { sha256, recognised } = await call('papers.preview', { fileName: '資料.md', bytes: bytesOf(text) });
  const preview = rowsFromRecognised(recognised);
  const of = committeeId === undefined ? null : { committeeId };
  const existing = of === null ? { meetings: [], members: [] } : { meetings: await call('meetings.list', of), members: await call('members.list', of) };
  return call('papers.accept', {
    sha256, title: recognised.title ?? '資料', committee: of === null ? { to: 'new', name: '支所のあり方検討会' } : { to: 'existing', ...of },
    rows: acceptedRows(preview.rows, of === null ? [] : await call('items.list', of)), ...acceptedOthers(preview, existing),
  });
}

/** The rows of a dossier but for history. */
const rowsOf = ({ store }: Desk, committeeId: string) => {
  const { record_change: _history, ...rows } = projectionOf(store, committeeId);
  return rows;
};

const first = <T>(list: readonly T[], is: (one: T) => boolean = () => true): T => {
  const found = list.find(is);
  if (found === undefined) throw new Error('nothing is like that');
  return found;
};

describe('what a paper says beside items and points', () => {
  it('is kept: opinions with the answers to them, each tied to its words in the paper', async () => {
    const { call } = newDesk();
    const { committeeId, paperId, ...counts } = await takeIn({ call }, OPINIONS);
    expect(counts).toEqual({ items: 0, points: 0, excerpts: 6, meetings: 0, members: 0, indicators: 0, actions: 0 });
    const { excerpts } = await call('excerpts.all', { committeeId });
    expect(excerpts.map(({ kind, text }) => [kind, text])).toEqual([
      ['opinion', '支所の窓口を土曜日も開いてほしい。'], ['response', '月に一度の土曜開庁を試行します。'],
      ['opinion', '移動市役所の回る日を広報紙で知らせてほしい。'], ['response', '広報紙と防災無線でお知らせします。'],
      ['opinion', '支所の数を減らさないでほしい。'], ['response', '当面は今の数を保ちます。'],
    ]);
    expect(excerpts[1]?.parentId).toBe(excerpts[0]?.id);
    expect(excerpts.map(({ paperId: from, ranges: [range] }) => [from, OPINIONS.slice(range?.start, range?.end)])).toEqual(excerpts.map(({ text }) => [paperId, text]));
  });

  it('is kept: a programme with its revisions and their reasons, what was done, and indicators, their years told', async () => {
    const { call } = newDesk();
    const { committeeId, paperId } = await takeIn({ call }, SHEET);
    const { indicators, actions } = await call('excerpts.all', { committeeId, paperId });
    expect(indicators.map(({ name, base, target }) => [name, base, target])).toEqual([
      ['窓口の待ち時間', { label: '基準値（H25）', value: '18', unit: '分' }, { label: '目標値（H30）', value: '10', unit: '分' }],
      ['移動市役所の利用者', { label: '基準値（H25）', value: '', unit: '' }, { label: '目標値（H30）', value: '1000', unit: '人' }],
    ]);
    expect(indicators[0]?.values).toMatchObject([{ label: 'H26', value: '16', fiscalYear: 2014 }, { label: 'H27', value: '15', fiscalYear: 2015 }]);
    expect(actions.map(({ title }) => title)).toEqual(['窓口の一本化', '移動市役所の運行']);
    expect(actions[0]?.plans).toMatchObject([
      { kind: 'plan', revision: '', reason: '', cells: [{ year: '26年度', text: '検討' }, { year: '27年度', text: '試行' }, { year: '28年度', text: '実施' }] },
      { kind: 'revised', revision: '27年度変更', reason: '庁舎の改修が延びたため', cells: [{ text: '検討' }, { text: '検討' }, { text: '試行' }] },
    ]);
    expect(actions[0]?.progress).toMatchObject([{ year: '26年度', status: 'B', text: '関係課との協議を重ねた。', fiscalYear: 2014 }]);
    expect(SHEET.slice(indicators[1]?.ranges[0]?.start, indicators[1]?.ranges[0]?.end)).toMatch(/^\| 移動市役所の利用者.*1,000人 \|$/);
  });

  it('is listed of one paper, or of all in the order they came', async () => {
    const { call } = newDesk();
    const { committeeId } = await takeIn({ call }, OPINIONS);
    const { paperId } = await takeIn({ call }, SHEET, committeeId);
    const all = await call('excerpts.all', { committeeId });
    expect([all.excerpts.length, all.indicators.length, all.actions.length]).toEqual([6, 2, 2]);
    expect(await call('excerpts.all', { committeeId, paperId })).toEqual({ ...all, excerpts: [] });
  });

  it('goes to the library too, where what a city does is an example of it', async () => {
    const { call } = newDesk();
    const { sha256, recognised } = await call('papers.preview', { fileName: '資料.md', bytes: bytesOf(`${SHEET}\n## 主な取組\n\n- 支所に相談員を置く。\n`) });
    const counts = await call('papers.accept', { sha256, title: '表', committee: { to: 'library' }, municipality: 'とみおか市', ...libraryContent(rowsFromRecognised(recognised), 'とみおか市') });
    expect(counts).toMatchObject({ points: 1, excerpts: 0, indicators: 2, actions: 2 });
    expect((await call('excerpts.all', { committeeId: LIBRARY_ID })).actions).toHaveLength(2);
    expect((await call('library.examples', {})).examples).toMatchObject([{ kind: 'example', text: '支所に相談員を置く。', cities: ['とみおか市'] }]);
  });

  it('is corrected by hand, each in one undoable step, and nothing beside it changes', async () => {
    const desk = newDesk();
    const { call } = desk;
    const { committeeId } = await takeIn({ call }, SHEET);
    await takeIn({ call }, OPINIONS, committeeId);
    const { excerpts, indicators, actions } = await call('excerpts.all', { committeeId });
    const [excerpt, indicator, action] = [first(excerpts), first(indicators), first(actions)];
    const before = rowsOf(desk, committeeId);
    const plan = first(action.plans);
    await call('excerpts.update', { committeeId, id: excerpt.id, kind: 'statement', speaker: '森委員' });
    await call('indicators.update', { committeeId, id: indicator.id, target: null, values: [{ id: first(indicator.values).id, value: '17' }] });
    await call('actions.update', { committeeId, id: action.id, plans: [{ id: plan.id, reason: '予算のため' }], cells: [{ id: first(plan.cells).id, text: '調査' }], progress: [{ id: first(action.progress).id, status: 'C' }] });
    const after = await call('excerpts.all', { committeeId });
    expect(after).toEqual({
      excerpts: [{ ...excerpt, kind: 'statement', speaker: '森委員' }, ...excerpts.slice(1)],
      indicators: [{ ...indicator, target: null, values: [{ ...first(indicator.values), value: '17' }, ...indicator.values.slice(1)] }, ...indicators.slice(1)],
      actions: [{
        ...action, plans: [{ ...plan, reason: '予算のため', cells: [{ ...first(plan.cells), text: '調査' }, ...plan.cells.slice(1)] }, ...action.plans.slice(1)],
        progress: [{ ...first(action.progress), status: 'C' }],
      }, ...actions.slice(1)],
    });
    for (let i = 0; i < 3; i++) await call('history.undo', { committeeId });
    expect(rowsOf(desk, committeeId)).toEqual(before);
  });

  it('refuses to correct, through one record, what belongs to another, and to remove what is none of it', async () => {
    const { call, refused } = newDesk();
    const { committeeId } = await takeIn({ call }, SHEET);
    const { indicators: [one, other], actions: [action, another] } = await call('excerpts.all', { committeeId });
    if (one === undefined || other === undefined || action === undefined || another === undefined) throw new Error('the sheet lacks a record');
    const foreign = first(other.values).id;
    await refused('not-found', 'indicators.update', { committeeId, id: one.id, values: [{ id: foreign, value: '0' }] });
    await refused('not-found', 'actions.update', { committeeId, id: action.id, cells: [{ id: first(first(another.plans).cells).id, text: '' }] });
    await refused('not-found', 'excerpts.update', { committeeId, id: one.id, text: '' });
    const { id: item } = await call('items.add', { committeeId, title: '役割' });
    await refused('not-found', 'excerpts.remove', { committeeId, ids: [one.id, item] });
  });

  it('is removed with all that belongs to it, gone from search and from its paper, and one undo brings it all back', async () => {
    const desk = newDesk();
    const { call } = desk;
    const { committeeId, paperId } = await takeIn({ call }, SHEET);
    const marked = async () => new Set((await call('papers.text', { committeeId, paperId })).passages.map(({ recordId }) => recordId)).size;
    const all = await marked();
    await takeIn({ call }, OPINIONS, committeeId);
    const { excerpts, indicators, actions } = await call('excerpts.all', { committeeId });
    const before = rowsOf(desk, committeeId);
    await call('excerpts.remove', { committeeId, ids: [first(excerpts).id, first(indicators).id, first(actions).id] });
    const left = await call('excerpts.all', { committeeId });
    expect(left).toEqual({ excerpts: excerpts.slice(2), indicators: indicators.slice(1), actions: actions.slice(1) });
    expect(rowsOf(desk, committeeId)['action_cell']).toHaveLength(3);
    const found = async (text: string) => (await call('search.all', { text, committeeId })).hits.map(({ kind }) => kind);
    expect(await found('関係課との協議')).toEqual(['paper']);
    expect(await marked()).toBe(all - 2);
    await call('history.undo', { committeeId });
    expect(rowsOf(desk, committeeId)).toEqual(before);
    expect(await marked()).toBe(all);
    expect(await found('関係課との協議')).toEqual(['action', 'paper']);
  });

  it('becomes points of an item on the same lines, what belongs together staying together; the excerpts stay', async () => {
    const desk = newDesk();
    const { call } = desk;
    const { committeeId } = await takeIn({ call }, '# 計画\n\n## 主な取組\n\n- 支所に相談員を置く。\n  - 平日の夜も受け付ける。\n- 移動市役所を走らせる。\n');
    const { excerpts } = await call('excerpts.all', { committeeId });
    const { id: itemId } = await call('items.add', { committeeId, title: '支所の役割' });
    const before = rowsOf(desk, committeeId);
    const { ids } = await call('excerpts.makePoints', { committeeId, ids: excerpts.map(({ id }) => id), kind: 'example', itemId });
    const points = await call('points.list', { committeeId, itemId });
    expect(points.map(({ id, text, cities, hasSource }) => [id, text, cities, hasSource])).toEqual(excerpts.map(({ text }, i) => [ids[i], text, [], true]));
    expect(points.map(({ parentId }) => parentId)).toEqual(excerpts.map(({ parentId }) => (parentId === null ? null : ids[excerpts.findIndex(({ id }) => id === parentId)])));
    const { passages } = await call('points.evidence', { committeeId, id: ids[0] ?? '' });
    expect(passages).toMatchObject([{ start: excerpts[0]?.ranges[0]?.start, end: excerpts[0]?.ranges[0]?.end }]);
    expect((await call('excerpts.all', { committeeId })).excerpts).toEqual(excerpts);
    await call('history.undo', { committeeId });
    expect(rowsOf(desk, committeeId)).toEqual(before);
  });

  it('is found: a hit in a cell or in what was done leads to its action, and each hit to its line in the paper', async () => {
    const { call } = newDesk();
    const { committeeId, paperId } = await takeIn({ call }, SHEET);
    await takeIn({ call }, MINUTES, committeeId);
    const { indicators, actions } = await call('excerpts.all', { committeeId });
    const found = async (text: string) => (await call('search.all', { text, committeeId })).hits.filter(({ kind }) => kind !== 'paper');
    const place = 'とみおか市支所改革プログラム 進行管理表';
    expect(await found('関係課との協議')).toMatchObject([{ kind: 'action', id: actions[0]?.id, paperId, offset: actions[0]?.ranges[0]?.start, place: `${place}　窓口の一本化` }]);
    expect(await found('準備')).toMatchObject([{ kind: 'action', id: actions[1]?.id, before: '', match: '準備' }]);
    expect(await found('庁舎の改修')).toMatchObject([{ kind: 'action', id: actions[0]?.id }]);
    expect(await found('待ち時間')).toMatchObject([{ kind: 'indicator', id: indicators[0]?.id, paperId, place }]);
    expect(await found('610')).toMatchObject([{ kind: 'indicator', id: indicators[1]?.id }]);
    expect(await found('三割減')).toMatchObject([{ kind: 'excerpt', offset: MINUTES.indexOf('○事務局　支所は'), place: expect.stringMatching(/　事務局$/) }]);
  });
});

describe('what the reading of a paper missed', () => {
  /** The place of some words in a paper. */
  const at = (text: string, words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }];

  it('is added to an indicator: values of further years, a base and a target, in one undoable step', async () => {
    const desk = newDesk();
    const { call } = desk;
    const { committeeId } = await takeIn({ call }, SHEET);
    const { indicators: [indicator, other] } = await call('excerpts.all', { committeeId });
    const before = rowsOf(desk, committeeId);
    await call('indicators.update', { committeeId, id: indicator?.id ?? '', base: { label: '基準値（H24）', value: '19', unit: '分' }, addValues: [{ label: 'H28', value: '13.7' }, { label: 'H29', value: '12' }] });
    const { indicators: [after, beside] } = await call('excerpts.all', { committeeId });
    expect(after?.values.map(({ label, value, fiscalYear }) => [label, value, fiscalYear])).toEqual([['H26', '16', 2014], ['H27', '15', 2015], ['H28', '13.7', 2016], ['H29', '12', 2017]]);
    expect(after?.base).toEqual({ label: '基準値（H24）', value: '19', unit: '分' });
    expect(beside).toEqual(other);
    expect((await call('search.all', { text: '13.7', committeeId })).hits.map(({ kind, id }) => [kind, id])).toContainEqual(['indicator', indicator?.id]);
    await call('history.undo', { committeeId });
    expect(rowsOf(desk, committeeId)).toEqual(before);
    await call('history.redo', { committeeId });
    expect((await call('excerpts.all', { committeeId })).indicators[0]).toEqual(after);
  });

  it('is added to an action: a year of its plan, a reason, a revision with its cells, what was done', async () => {
    const desk = newDesk();
    const { call, refused } = desk;
    const { committeeId } = await takeIn({ call }, SHEET);
    const { actions: [action, other] } = await call('excerpts.all', { committeeId });
    if (action === undefined || other === undefined) throw new Error('the sheet lacks an action');
    const before = rowsOf(desk, committeeId);
    const of = { committeeId, id: other.id };
    await call('actions.update', { ...of, addCells: [{ planId: first(other.plans).id, year: '29年度', text: '見直し' }], plans: [{ id: first(other.plans).id, reason: '車両を増やすため' }] });
    await call('actions.update', { ...of, addPlans: [{ kind: 'revised', revision: '28年度変更', reason: '予算のため', cells: [{ year: '28年度', text: '縮小' }] }] });
    await call('actions.update', { ...of, addProgress: [{ year: '27年度', kind: '実績', status: 'B', text: '三路線で走らせた。', note: '' }] });
    const { actions: [beside, after] } = await call('excerpts.all', { committeeId });
    expect(beside).toEqual(action);
    expect(after?.plans).toMatchObject([
      { reason: '車両を増やすため', cells: [{ year: '26年度' }, { year: '27年度' }, { year: '28年度' }, { year: '29年度', text: '見直し', fiscalYear: 2017 }] },
      { kind: 'revised', revision: '28年度変更', reason: '予算のため', cells: [{ year: '28年度', text: '縮小' }] },
    ]);
    expect(after?.progress).toMatchObject([{ year: '26年度' }, { year: '27年度', status: 'B', text: '三路線で走らせた。', fiscalYear: 2015 }]);
    await refused('not-found', 'actions.update', { ...of, addCells: [{ planId: first(action.plans).id, year: '29年度', text: '' }] });
    for (let i = 0; i < 3; i++) await call('history.undo', { committeeId });
    expect(rowsOf(desk, committeeId)).toEqual(before);
  });

  it('becomes a record tied to its lines, where the paper has it among its like', async () => {
    const desk = newDesk();
    const { call } = desk;
    const { committeeId, paperId } = await takeIn({ call }, OPINIONS);
    const { excerpts } = await call('excerpts.all', { committeeId });
    const before = rowsOf(desk, committeeId);
    const words = '移動市役所の回る日';
    const { ids } = await call('papers.add', {
      committeeId, paperId,
      rows: [{ key: 'new', kind: 'measure', text: '回る日を知らせる。', item: null, parent: `id:${excerpts[2]?.id}`, section: '意見', cities: [], ranges: at(OPINIONS, words) }],
      indicators: [{ name: '意見の数', marker: '', base: null, values: [{ label: 'H26', value: '3' }], target: null, note: '', ranges: at(OPINIONS, '意見の概要') }],
      actions: [{ title: '土曜開庁', plans: [{ kind: 'plan', revision: '', reason: '', cells: [{ year: 'H27', text: '試行' }] }], progress: [], ranges: at(OPINIONS, '月に一度の土曜開庁') }],
    });
    const after = await call('excerpts.all', { committeeId });
    expect(after.excerpts.map(({ id }) => id)).toEqual([...excerpts.slice(0, 3).map(({ id }) => id), ids[0], ...excerpts.slice(3).map(({ id }) => id)]);
    expect(after.excerpts[3]).toMatchObject({ kind: 'measure', parentId: excerpts[2]?.id, section: '意見', paperId, ranges: at(OPINIONS, words) });
    expect([after.indicators[0]?.id, after.actions[0]?.id]).toEqual([ids[1], ids[2]]);
    expect((await call('search.all', { text: '回る日を知らせる', committeeId })).hits[0]).toMatchObject({ kind: 'excerpt', id: ids[0], offset: OPINIONS.indexOf(words) });
    await call('history.undo', { committeeId });
    expect(rowsOf(desk, committeeId)).toEqual(before);
  });

  it('becomes a point of its item, in front of those that follow it in the paper', async () => {
    const { call } = newDesk();
    const paper = '# 資料\n\n## 1. 審議事項\n\n- (1) 支所の役割\n\n### (1) 支所の役割\n\n【課題】\n\n- ① 窓口が遠い。\n- ② 職員が少ない。\n- ③ 庁舎が古い。\n';
    const { committeeId, paperId } = await takeIn({ call }, paper);
    const [item] = await call('items.list', { committeeId });
    const [missed] = await call('points.list', { committeeId, itemId: item?.id ?? '' });
    await call('points.remove', { committeeId, id: missed?.id ?? '' });
    await call('papers.add', { committeeId, paperId, rows: [{ key: 'n', kind: 'issue', text: '窓口が遠い。', item: `id:${item?.id}`, parent: null, cities: [], ranges: at(paper, '窓口が遠い。') }] });
    expect((await call('points.list', { committeeId, itemId: item?.id ?? '' })).map(({ number, text, hasSource }) => [number, text, hasSource])).toEqual([['①', '窓口が遠い。', true], ['②', '職員が少ない。', true], ['③', '庁舎が古い。', true]]);
  });

  it('joins the agenda of the paper’s meeting where it is of that', async () => {
    const { call } = newDesk();
    const { committeeId, paperId } = await takeIn({ call }, MINUTES);
    await call('papers.add', { committeeId, paperId, rows: [{ key: 'n', kind: 'agenda', text: '議事', item: null, parent: null, cities: [], ranges: at(MINUTES, '議事') }] });
    const [meeting] = await call('meetings.list', { committeeId });
    expect((await call('meetings.get', { committeeId, id: meeting?.id ?? '' })).agenda.map(({ title }) => title)).toEqual(['開会', '支所の現状について', 'その他', '議事']);
  });

  it('must lie within the paper, and name only what is there', async () => {
    const { call, refused } = newDesk();
    const { committeeId, paperId } = await takeIn({ call }, OPINIONS);
    const row = { key: 'n', kind: 'measure' as const, text: '知らせる。', item: null, parent: null, cities: [], ranges: [{ start: 0, end: 5 }] };
    await refused('bad-input', 'papers.add', { committeeId, paperId, rows: [{ ...row, ranges: [{ start: 5, end: 100_000 }] }] });
    await refused('not-found', 'papers.add', { committeeId, paperId, rows: [{ ...row, parent: 'id:nobody' }] });
    await refused('not-found', 'papers.add', { committeeId, paperId: 'no-paper', rows: [row] });
  });
});

describe('the order and the kind of excerpts', () => {
  const order = async ({ call }: Pick<Desk, 'call'>, committeeId: string) => (await call('excerpts.all', { committeeId })).excerpts.map(({ text }) => text.slice(0, 2));

  it('are changed as a person likes: before or behind another, under its headings, with what belongs to it', async () => {
    const desk = newDesk();
    const { call, refused } = desk;
    const { committeeId } = await takeIn({ call }, '# 計画\n\n## 窓口\n\n### 主な取組\n\n- 甲を行う。\n  - 甲の一を行う。\n- 乙を行う。\n\n## 庁舎\n\n### 主な取組\n\n- 丙を行う。\n- 丁を行う。\n');
    const { excerpts } = await call('excerpts.all', { committeeId });
    const [one, below, two, three] = excerpts;
    if (!one || !below || !two || !three) throw new Error('the paper lacks a measure');
    const before = rowsOf(desk, committeeId);
    await call('excerpts.move', { committeeId, id: one.id, besideId: three.id, side: 'behind' });
    expect(await order({ call }, committeeId)).toEqual(['甲の', '乙を', '丙を', '甲を', '丁を']);
    const moved = (await call('excerpts.all', { committeeId })).excerpts;
    expect(moved.filter(({ id }) => id === one.id || id === below.id).map(({ section }) => section)).toEqual([three.section, three.section]);
    await call('excerpts.move', { committeeId, id: two.id, besideId: one.id, side: 'before' });
    expect(await order({ call }, committeeId)).toEqual(['甲の', '丙を', '乙を', '甲を', '丁を']);
    await refused('bad-input', 'excerpts.move', { committeeId, id: two.id, besideId: two.id, side: 'before' });
    await refused('bad-input', 'excerpts.move', { committeeId, id: below.id, besideId: two.id, side: 'behind' });
    for (let i = 0; i < 2; i++) await call('history.undo', { committeeId });
    expect(rowsOf(desk, committeeId)).toEqual(before);
  });

  it('are given to several in one step, lines below of the same kind with them, answers not', async () => {
    const desk = newDesk();
    const { call } = desk;
    const { committeeId } = await takeIn({ call }, OPINIONS);
    await takeIn({ call }, '# 計画\n\n## 主な取組\n\n- 支所に相談員を置く。\n  - 平日の夜も受け付ける。\n', committeeId);
    const kinds = async () => (await call('excerpts.all', { committeeId })).excerpts.map(({ kind }) => kind);
    const before = [await kinds(), rowsOf(desk, committeeId)];
    const { excerpts } = await call('excerpts.all', { committeeId });
    await call('excerpts.retype', { committeeId, ids: excerpts.filter(({ parentId }) => parentId === null).map(({ id }) => id), kind: 'background' });
    expect(await kinds()).toEqual(['background', 'response', 'background', 'response', 'background', 'response', 'background', 'background']);
    await call('history.undo', { committeeId });
    expect([await kinds(), rowsOf(desk, committeeId)]).toEqual(before);
  });
});

describe('the agenda in a paper', () => {
  it('becomes the agenda of the one meeting it brings, tied to its lines', async () => {
    const { call } = newDesk();
    const { committeeId, paperId, ...counts } = await takeIn({ call }, MINUTES);
    expect(counts).toMatchObject({ excerpts: 6, meetings: 1 });
    const [meeting] = await call('meetings.list', { committeeId });
    const { agenda, meeting: whole } = await call('meetings.get', { committeeId, id: meeting?.id ?? '' });
    expect(agenda.map(({ title }) => title)).toEqual(['開会', '支所の現状について', 'その他']);
    expect(whole.place).toBe('とみおか市役所 3階 大会議室');
    const { excerpts } = await call('excerpts.all', { committeeId });
    expect(excerpts.map(({ kind, speaker }) => [kind, speaker])).toEqual([['statement', '会長'], ['statement', '事務局'], ['statement', '森委員']]);
    const { passages } = await call('papers.text', { committeeId, paperId });
    expect(agenda.map(({ id }) => passages.find(({ recordId }) => recordId === id)).map((at) => MINUTES.slice(at?.start, at?.end))).toEqual([expect.stringContaining('開会'), expect.stringContaining('支所の現状について'), expect.stringContaining('その他')]);
  });

  it('is not doubled where the meeting has an item of that title', async () => {
    const { call } = newDesk();
    const { committeeId } = await takeIn({ call }, SCHEDULE);
    const [meeting] = await call('meetings.list', { committeeId });
    const id = meeting?.id ?? '';
    const { id: known } = await call('agenda.add', { committeeId, meetingId: id, title: '支所の現状　について' });
    await takeIn({ call }, MINUTES, committeeId);
    const { agenda } = await call('meetings.get', { committeeId, id });
    expect(agenda.map((one) => one.title)).toEqual(['支所の現状　について', '開会', 'その他']);
    expect(agenda[0]?.id).toBe(known);
  });

  it('is of the meeting that was held, where the minutes announce the next one as well', async () => {
    const { call } = newDesk();
    const { committeeId } = await takeIn({ call }, `${MINUTES}\n次回は10月16日に開催する。\n`);
    const meetings = await call('meetings.list', { committeeId });
    expect(meetings.map(({ label, agendaItems }) => [label, agendaItems])).toEqual([[expect.stringContaining('第1回'), 3], ['次回', 0]]);
  });

  it('stays an excerpt where the paper brings several meetings', async () => {
    const { call } = newDesk();
    const { committeeId } = await takeIn({ call }, MINUTES.replace('## 議事', '## 今後の予定\n\n- 第2回検討会（H26.10 上旬）\n- 第3回検討会（H26.12 上旬）\n\n## 議事'));
    const meetings = await call('meetings.list', { committeeId });
    const { excerpts } = await call('excerpts.all', { committeeId });
    expect(meetings).toHaveLength(3);
    expect(excerpts.filter(({ kind }) => kind === 'agenda').map(({ text }) => text)).toEqual(['開会', '支所の現状について', 'その他']);
  });
});

describe('a meeting that the committee has already', () => {
  it('is tied to the paper and not made anew; the day of the minutes takes the place of the stretch of the schedule', async () => {
    const { call } = newDesk();
    const { committeeId } = await takeIn({ call }, SCHEDULE);
    const before = await call('meetings.list', { committeeId });
    const { paperId, meetings } = await takeIn({ call }, MINUTES, committeeId);
    expect(meetings).toBe(0);
    const after = await call('meetings.list', { committeeId });
    expect(after.map(({ id, label }) => [id, label])).toEqual(before.map(({ id, label }) => [id, label]));
    expect(after[0]).toMatchObject({ topics: '支所の現状', start: '2014-08-25', end: '2014-08-25', precision: 'day' });
    const { meeting } = await call('meetings.get', { committeeId, id: after[0]?.id ?? '' });
    expect(meeting.place).toBe('とみおか市役所 3階 大会議室');
    expect((await call('papers.text', { committeeId, paperId })).passages.map(({ recordId }) => recordId)).toContain(after[0]?.id);
  });

  it('keeps its date where a person has set it, and whatever else it says', async () => {
    const { call } = newDesk();
    const { committeeId } = await takeIn({ call }, SCHEDULE);
    const [meeting] = await call('meetings.list', { committeeId });
    await call('meetings.update', { committeeId, id: meeting?.id ?? '', dateRaw: '平成26年8月 下旬', place: '第一会議室' });
    await takeIn({ call }, MINUTES, committeeId);
    const after = await call('meetings.list', { committeeId });
    expect(after).toHaveLength(2);
    expect(after[0]).toMatchObject({ dateRaw: '平成26年8月 下旬', precision: 'part-of-month' });
    expect((await call('meetings.get', { committeeId, id: after[0]?.id ?? '' })).meeting.place).toBe('第一会議室');
  });

  it('is another one where its number, its body or its day says so', async () => {
    const { call } = newDesk();
    const { committeeId } = await takeIn({ call }, SCHEDULE);
    await takeIn({ call }, MINUTES.replaceAll('検討会 会議録', '検討会 広報部会 会議録'), committeeId);
    await takeIn({ call }, MINUTES.replace('8月25日（月）', '9月1日（月）'), committeeId);
    expect(await call('meetings.list', { committeeId })).toHaveLength(4);
  });

  it('must be one of the committee', async () => {
    const { call, refused } = newDesk();
    const { committeeId } = await takeIn({ call }, SCHEDULE);
    const { sha256, recognised } = await call('papers.preview', { fileName: '会議録.md', bytes: bytesOf(MINUTES) });
    const others = acceptedOthers(rowsFromRecognised(recognised));
    const claimed = { ...others, rows: [], meetings: others.meetings.map((one) => ({ ...one, existing: 'nobody' })) };
    await refused('not-found', 'papers.accept', { sha256, title: '会議録', committee: { to: 'existing', committeeId }, ...claimed });
    await refused('bad-input', 'papers.accept', { sha256, title: '会議録', committee: { to: 'new', name: '別の会' }, ...claimed });
  });
});

describe('a member that the committee has already', () => {
  it('is not made anew, and what it lacked is filled in', async () => {
    const { call } = newDesk();
    const { committeeId } = await takeIn({ call }, SCHEDULE);
    const { id } = await call('members.add', { committeeId, name: '森 一郎' });
    const { members } = await takeIn({ call }, '# 委員名簿\n\n| 氏名 | 所属 | 役職 |\n| --- | --- | --- |\n| 森　一郎 | とみおか大学 | 会長 |\n| 原 花子 | 公募市民 | 委員 |\n', committeeId);
    expect(members).toBe(1);
    expect(await call('members.list', { committeeId })).toMatchObject([{ id, name: '森 一郎', affiliation: 'とみおか大学', role: 'member' }, { name: '原 花子' }]);
  });
});
