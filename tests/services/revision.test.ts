import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedOthers, acceptedRows } from '../../electron/contract/preview/accepted-rows.ts';
import { rowsFromRecognised } from '../../electron/contract/preview/rows-from-recognised.ts';
import { randomOf } from '../bench/texts.ts';
import { MINUTES, OPINIONS, SHEET } from '../support/kept-papers.ts';
import { print, revise, writePaper } from '../support/revised-paper.ts';
import { newDesk } from '../support/services.ts';
import type { Desk } from '../support/services.ts';
import { projectionOf } from '../support/store.ts';

/** A working paper of an invented city. */
const PAPER = `# 公民館の在り方検討に当たって

## 1. 審議事項

- (1) 公民館の役割
- (2) 公民館の運営

## 2. スケジュール

- 第1回検討会（R8.5.14）
諮問
- 第2回検討会（R8.8 下旬）
内容検討

## 3. 検討のポイント

### (1) 公民館の役割

#### 【基本視点】
- ①だれもが学べる場とする。

#### 【課題】
- ①若い世代の利用が少ない。
- ②夜間の利用に応じられていない。
- ③駐車場が狭く、車いすでは使いにくい。

#### 【他都市の取組】
- ①放課後の学習室を開く（白峰市）

### (2) 公民館の運営

#### 【課題】
- ①職員の異動が早く、地域の事情が引き継がれない。
`;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A committee with the paper taken in as it was recognised. */
async function holding(text = PAPER, desk = newDesk()) {
  const { call } = desk;
  const preview = await call('papers.preview', { fileName: '資料2.md', bytes: bytesOf(text) });
  const rows = rowsFromRecognised(preview.recognised);
  const { committeeId, paperId } = await call('papers.accept', {
    sha256: preview.sha256, title: preview.recognised.title ?? '資料', label: '資料2', committee: { to: 'new', name: '検討会' }, rows: acceptedRows(rows.rows), ...acceptedOthers(rows),
  });
  const points = () => call('points.all', { committeeId });
  const pointOf = async (text: string) => {
    const found = (await points()).find((point) => point.text.includes(text));
    if (found === undefined) throw new Error(`no point says ${text}`);
    return found;
  };
  const stage = async (newer: string, fileName = '資料2（差替）.md') => (await call('papers.preview', { fileName, bytes: bytesOf(newer) })).sha256;
  const replace = async (newer: string) => call('papers.replace', { committeeId, paperId, sha256: await stage(newer), title: '公民館の在り方検討に当たって', label: '資料2' });
  return { desk, call, committeeId, paperId, points, pointOf, stage, replace };
}

/** The rows of a dossier but for history. */
const rowsOf = ({ store }: Desk, committeeId: string) => {
  const { record_change: _history, ...rows } = projectionOf(store, committeeId);
  return rows;
};

describe('a newer version of a paper', () => {
  it('is recognised as such by its text and names, and the same file is not', async () => {
    const { call, committeeId, paperId, stage } = await holding();
    const newer = await stage(PAPER.replace('夜間の利用', '夜間と早朝の利用'));
    expect(await call('papers.versions', { sha256: newer })).toEqual([expect.objectContaining({ committeeId, paperId, committeeName: '検討会', label: '資料2', likely: true })]);
    expect((await call('papers.versions', { sha256: newer, committeeId }))[0]?.similarity).toBeGreaterThan(0.8);
    expect(await call('papers.versions', { sha256: await stage(PAPER) })).toEqual([]);
    const another = await stage('# 市営住宅の再編\n\n## 【課題】\n- ①建物が古い。\n- ②空室が増え、家賃の収入が減っている。\n');
    expect(await call('papers.versions', { sha256: another })).toEqual([]);
  });

  it('keeps what stayed, shows what changed with both texts, and what vanished and is new', async () => {
    const { call, committeeId, paperId, stage, pointOf } = await holding();
    const newer = PAPER
      .replace('- ②夜間の利用に応じられていない。\n- ③', '- ②')
      .replace('若い世代の利用が少ない。', '若い世代の利用が年々少なくなっている。')
      .replace('#### 【他都市の取組】\n', '#### 【他都市の取組】\n- ①夜間の鍵を地元の団体に預ける（東浜市）\n')
      .replace('- ①放課後', '- ②放課後');
    const compared = await call('papers.compareVersion', { committeeId, paperId, sha256: await stage(newer) });
    expect(compared.counts).toMatchObject({ changed: 1, vanished: 1, added: 1, moved: 0 });
    expect(compared.records.filter(({ state }) => state !== 'same')).toEqual([
      expect.objectContaining({ state: 'changed', oldText: '若い世代の利用が少ない。', newText: '若い世代の利用が年々少なくなっている。', corrected: false }),
      expect.objectContaining({ state: 'vanished', recordId: (await pointOf('夜間の利用')).id, newText: null, newRange: null }),
    ]);
    expect(compared.added.rows).toEqual([expect.objectContaining({ text: '夜間の鍵を地元の団体に預ける', cities: ['東浜市'], leftBefore: false, item: expect.stringMatching(/^id:/) })]);
  });

  it('takes the old one’s place in one step: links, notes and citations stay, and one undo takes it all back', async () => {
    const { desk, call, committeeId, paperId, points, pointOf, replace } = await holding();
    const [young, night, parking] = [await pointOf('若い世代'), await pointOf('夜間の利用'), await pointOf('駐車場')];
    await call('links.set', { committeeId, aId: young.id, bId: night.id, linked: true });
    const { id: meetingId } = await call('meetings.add', { committeeId, label: '第3回', dateRaw: 'R8.9.3' });
    await call('notes.add', { committeeId, meetingId, text: '夜間の件', pointIds: [night.id] });
    const before = rowsOf(desk, committeeId);
    const newer = PAPER.replace('- ②夜間の利用に応じられていない。\n- ③', '- ②').replace('若い世代の利用が少ない。', '若い世代の利用が年々少なくなっている。');
    const done = await replace(newer);
    expect(done).toMatchObject({ changed: 1, vanished: 1, added: 0 });

    const after = await points();
    expect(after).toHaveLength(6);
    expect(after.find(({ id }) => id === young.id)).toMatchObject({ text: '若い世代の利用が年々少なくなっている。', linkedIds: [night.id], vanished: false });
    expect(after.find(({ id }) => id === night.id)).toMatchObject({ text: night.text, notes: 1, vanished: true, hasSource: true });
    const { passages: [passage] } = await call('points.evidence', { committeeId, id: parking.id });
    expect(passage).toMatchObject({ paperId: done.paperId, quote: expect.stringContaining('②駐車場が狭く') });
    const papers = await call('papers.list', { committeeId });
    expect(papers.find(({ id }) => id === paperId)).toMatchObject({ replacedBy: done.paperId });
    expect((await call('papers.text', { committeeId, paperId })).text).toContain('夜間の利用');
    expect(await call('papers.tray', { committeeId })).toEqual([
      expect.objectContaining({ recordId: night.id, kind: 'issue', text: night.text, links: 1, notes: 1, paperId, newPaperId: done.paperId, quote: expect.stringContaining('夜間の利用') }),
    ]);

    await call('history.undo', { committeeId });
    expect(rowsOf(desk, committeeId)).toEqual(before);
    await call('history.redo', { committeeId });
    expect((await call('papers.tray', { committeeId })).map(({ recordId }) => recordId)).toEqual([night.id]);
  });

  it('puts what is new where the paper has it, under its own item', async () => {
    const { points, replace } = await holding();
    await replace(PAPER
      .replace('- ①若い世代', '- ①案内の板が古い。\n- ②若い世代')
      .replace('- ③駐車場', '- ④駐輪場がない。\n- ⑤駐車場')
      .replace('引き継がれない。\n', '引き継がれない。\n- ②鍵の受渡しに手間がかかる。\n\n### (3) 公民館の名前\n\n#### 【課題】\n- ①名前が似ていて間違えられる。\n')
      .replace('- (2) 公民館の運営\n', '- (2) 公民館の運営\n- (3) 公民館の名前\n'));
    const issues = (await points()).filter(({ kind }) => kind === 'issue').map(({ number, text }) => number + text.slice(0, 4));
    expect(issues).toEqual(['①案内の板', '②若い世代', '③夜間の利', '④駐輪場が', '⑤駐車場が', '①職員の異', '②鍵の受渡', '①名前が似']);
  });

  it('keeps hand corrections where the line changed too, unless the person takes the new text; kind, item and removal stay', async () => {
    const { call, committeeId, paperId, points, pointOf, stage } = await holding();
    const [young, night, parking, staff] = [await pointOf('若い世代'), await pointOf('夜間の利用'), await pointOf('駐車場'), await pointOf('職員の異動')];
    await call('points.update', { committeeId, id: young.id, text: '十代と二十代の利用が少ない。' });
    await call('points.update', { committeeId, id: parking.id, text: '駐車場が狭い。' });
    await call('points.move', { committeeId, id: staff.id, itemId: null, kind: 'viewpoint', afterId: null });
    await call('points.remove', { committeeId, id: night.id });
    const newer = PAPER
      .replace('若い世代の利用が少ない。', '若い世代の利用が年々少なくなっている。')
      .replace('駐車場が狭く、車いすでは使いにくい。', '駐車場が狭く、車いすでも大型の車でも使いにくい。');
    const sha256 = await stage(newer);
    const compared = await call('papers.compareVersion', { committeeId, paperId, sha256 });
    const changed = compared.records.filter(({ state }) => state === 'changed');
    expect(changed).toEqual([
      expect.objectContaining({ recordId: young.id, corrected: true, oldText: '十代と二十代の利用が少ない。', oldReading: '若い世代の利用が少ない。', newText: '若い世代の利用が年々少なくなっている。' }),
      expect.objectContaining({ recordId: parking.id, corrected: true }),
    ]);
    expect(compared.records.find(({ recordId }) => recordId === staff.id)).toMatchObject({ state: 'same', corrected: false, kind: 'viewpoint', itemId: null });
    // What was removed by hand does not come back by itself.
    expect(compared.added.rows).toEqual([expect.objectContaining({ text: '夜間の利用に応じられていない。', leftBefore: true })]);
    await call('papers.replace', { committeeId, paperId, sha256, title: '資料', take: [{ recordId: parking.id, text: 'new' }] });
    const texts = new Map((await points()).map(({ id, text }) => [id, text]));
    expect(texts.get(young.id)).toBe('十代と二十代の利用が少ない。');
    expect(texts.get(parking.id)).toBe('駐車場が狭く、車いすでも大型の車でも使いにくい。');
    expect(texts.has(night.id)).toBe(false);
    expect(await pointOf('職員の異動')).toMatchObject({ kind: 'viewpoint', itemId: null, hasSource: true, vanished: false });
  });

  it('takes in what was left out before where the person asks for it: meetings, members, indicators and actions as well as lines', async () => {
    const desk = newDesk();
    const { call } = desk;
    const text = `${SHEET}\n## 委員名簿\n\n| 氏名 | 所属 |\n| --- | --- |\n| 森 一郎 | とみおか大学 |\n| 原 花子 | 公募市民 |\n\n## スケジュール\n\n- 第1回検討会（H26.8.25）\n- 第2回検討会（H26.10 上旬）\n`;
    const preview = await call('papers.preview', { fileName: '資料.md', bytes: bytesOf(text) });
    const { rows, ...others } = rowsFromRecognised(preview.recognised);
    const firstOnly = { meetings: others.meetings.slice(0, 1), members: others.members.slice(0, 1), indicators: others.indicators.slice(0, 1), actions: others.actions.slice(0, 1) };
    const { committeeId, paperId } = await call('papers.accept', {
      sha256: preview.sha256, title: '資料', committee: { to: 'new', name: '検討会' }, rows: [], ...acceptedOthers({ rows, ...firstOnly }),
    });
    const newer = await call('papers.preview', { fileName: '資料(差替).md', bytes: bytesOf(`${text}\n以上`) });
    const asked = { committeeId, paperId, sha256: newer.sha256 };
    const { added, counts } = await call('papers.compareVersion', asked);
    expect([added.meetings, added.members, added.indicators, added.actions].map((all) => all.map(({ leftBefore }) => leftBefore))).toEqual([[true], [true], [true], [true]]);
    expect(counts.added).toBe(0);
    const keys = [...added.meetings, ...added.members, ...added.indicators, ...added.actions].map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
    const before = projectionOf(desk.store, committeeId)['action'];
    expect(await call('papers.replace', { ...asked, title: '資料', alsoAdd: keys.filter((key) => key !== added.members[0]?.key) })).toMatchObject({ added: 3 });
    const { indicators, actions } = await call('excerpts.all', { committeeId });
    expect(indicators.map(({ name }) => name)).toEqual(['窓口の待ち時間', '移動市役所の利用者']);
    expect(actions.map(({ title, ranges }) => [title, ranges.length > 0])).toEqual([['窓口の一本化', true], ['移動市役所の運行', true]]);
    expect((await call('meetings.list', { committeeId })).map(({ dateRaw }) => dateRaw)).toEqual(['H26.8.25', 'H26.10 上旬']);
    expect((await call('members.list', { committeeId })).map(({ name }) => name)).toEqual(['森 一郎']);
    await call('history.undo', { committeeId });
    expect(projectionOf(desk.store, committeeId)['action']).toEqual(before);
  });

  it('follows changed cities and meetings, and keeps cities that were corrected by hand', async () => {
    const { call, committeeId, pointOf, replace } = await holding();
    const { id } = await pointOf('放課後');
    const newer = PAPER.replace('（白峰市）', '（白峰市・東浜市）').replace('第2回検討会（R8.8 下旬）', '第2回検討会（R8.9 上旬）');
    await replace(newer);
    expect((await pointOf('放課後')).cities).toEqual(['白峰市', '東浜市']);
    const meetings = await call('meetings.list', { committeeId });
    expect(meetings.map(({ dateRaw }) => dateRaw)).toEqual(['R8.5.14', 'R8.9 上旬']);
    await call('history.undo', { committeeId });
    await call('points.update', { committeeId, id, cities: ['月ヶ丘市'] });
    await replace(newer);
    expect((await pointOf('放課後')).cities).toEqual(['月ヶ丘市']);
  });

  it('says that a line has changed where words were put into it that no row shows', async () => {
    const { call, committeeId, paperId, pointOf, stage } = await holding();
    const { id } = await pointOf('駐車場');
    const sha256 = await stage(PAPER.replace('駐車場が狭く、車いす', '駐車場がたいへん狭く、車いす'));
    // The person left every row of the preview out: the record is found by its place in the text alone.
    const { records } = await call('papers.compareVersion', { committeeId, paperId, sha256, rows: [] });
    expect(records.find(({ recordId }) => recordId === id)).toMatchObject({ state: 'changed', newText: '駐車場がたいへん狭く、車いすでは使いにくい。' });
    expect(records.find(({ oldText }) => oldText.startsWith('夜間'))).toMatchObject({ state: 'same' });
  });

  it('follows a meeting that was put off, and a member with another office', async () => {
    const roster = '\n## 4. 委員名簿\n\n| 氏名 | 所属 |\n|---|---|\n| 森 由紀子 | 青野大学 |\n| 川上 実 | 自治会連合会 |\n';
    const { call, committeeId, replace } = await holding(PAPER + roster);
    const before = await call('members.list', { committeeId });
    expect(before.map(({ name }) => name)).toEqual(['森 由紀子', '川上 実']);
    const meetings = await call('meetings.list', { committeeId });
    await replace((PAPER + roster).replace('第2回検討会（R8.8 下旬）\n内容検討', '第2回検討会（R8.11 上旬）\n利用者の声を聞く会').replace('青野大学', '白峰大学大学院教授'));
    expect((await call('members.list', { committeeId })).map(({ id, affiliation }) => [id, affiliation])).toEqual([[before[0]?.id, '白峰大学大学院教授'], [before[1]?.id, '自治会連合会']]);
    const after = await call('meetings.list', { committeeId });
    expect(after.map(({ id }) => id)).toEqual(meetings.map(({ id }) => id));
    expect(after[1]).toMatchObject({ dateRaw: 'R8.11 上旬', topics: '利用者の声を聞く会' });
  });

  it('may give way to a third, and to the first again, whose lines then leave the tray', async () => {
    const { call, committeeId, paperId, points, stage, replace } = await holding();
    const second = await replace(PAPER.replace('- ②夜間の利用に応じられていない。\n- ③', '- ②'));
    expect(await call('papers.tray', { committeeId })).toHaveLength(1);
    const sha256 = await stage(PAPER);
    const compared = await call('papers.compareVersion', { committeeId, paperId: second.paperId, sha256 });
    expect(compared.counts).toMatchObject({ changed: 0, vanished: 0, added: 0 });
    const back = await call('papers.replace', { committeeId, paperId: second.paperId, sha256, title: '資料' });
    expect(back.paperId).toBe(paperId);
    expect(await call('papers.tray', { committeeId })).toEqual([]);
    expect(await points()).toHaveLength(6);
    expect((await points()).some(({ vanished }) => vanished)).toBe(false);
  });

  it('is refused where it is the paper itself, was not read, or the paper has given way already', async () => {
    const { desk, call, committeeId, paperId, stage, replace } = await holding();
    const same = await stage(PAPER);
    await desk.refused('bad-input', 'papers.replace', { committeeId, paperId, sha256: same, title: '資料' });
    await desk.refused('paper-not-staged', 'papers.replace', { committeeId, paperId, sha256: 'f'.repeat(64), title: '資料' });
    await desk.refused('not-found', 'papers.replace', { committeeId, paperId: 'nobody', sha256: same, title: '資料' });
    await replace(`${PAPER}\n#### 【課題】\n- ①雨漏りがする。\n`);
    const third = await stage(`${PAPER}\n#### 【課題】\n- ①雨漏りが続いている。\n`);
    await desk.refused('bad-input', 'papers.replace', { committeeId, paperId, sha256: third, title: '資料' });
    expect(await call('papers.versions', { sha256: third, committeeId })).toHaveLength(1);
  });
});

describe('a newer version of a paper of opinions, indicators and actions', () => {
  const all = ({ call }: Pick<Desk, 'call'>, committeeId: string) => call('excerpts.all', { committeeId });

  it('keeps opinions with their answers by id, follows what changed, adds what is new in its place, and puts what vanished into the tray', async () => {
    const { desk, call, committeeId, replace } = await holding(OPINIONS);
    const before = (await all(desk, committeeId)).excerpts;
    const newer = OPINIONS.replace('試行します。 |', '試行し、結果を公表します。 |')
      .replace('| 2 | 移動', '| 2 | 支所に相談員を置いてほしい。 | 来年度から配置します。 |\n| 3 | 移動').replace(/\| 3 \| 支所の数.*\n/, '');
    expect(await replace(newer)).toMatchObject({ same: 3, changed: 1, vanished: 2, added: 2 });
    const after = (await all(desk, committeeId)).excerpts;
    expect(after.map(({ text }) => text)).toEqual([
      '支所の窓口を土曜日も開いてほしい。', '月に一度の土曜開庁を試行し、結果を公表します。', '支所に相談員を置いてほしい。', '来年度から配置します。',
      '移動市役所の回る日を広報紙で知らせてほしい。', '広報紙と防災無線でお知らせします。', '支所の数を減らさないでほしい。', '当面は今の数を保ちます。',
    ]);
    expect(after.toSpliced(2, 2).map(({ id, parentId }) => [id, parentId])).toEqual(before.map(({ id, parentId }) => [id, parentId]));
    expect(after[3]?.parentId).toBe(after[2]?.id);
    const tray = await call('papers.tray', { committeeId });
    expect(tray.map(({ table, kind, text }) => [table, kind, text])).toEqual([['excerpt', 'opinion', '支所の数を減らさないでほしい。'], ['excerpt', 'response', '当面は今の数を保ちます。']]);
    await call('papers.settle', { committeeId, recordId: tray[0]?.recordId ?? '', as: { do: 'remove' } });
    expect((await all(desk, committeeId)).excerpts).toEqual(after.slice(0, 6));
  });

  it('rewrites indicators and actions by label and year: what stays keeps its id, the rest comes and goes; one undo takes it back', async () => {
    const { desk, call, committeeId, replace } = await holding(SHEET);
    const before = await all(desk, committeeId);
    const rows = rowsOf(desk, committeeId);
    const newer = SHEET.replace('| 基準値（H25） | H26 | H27 | 目標値（H30） |', '| 基準値（H25） | H27 | H28 | 目標値（H30） |')
      .replace('| 18分 | 16分 | 15分 | 10分 |', '| 18分 | 15分 | 13分 | 9分 |').replace('| - | 420人 | 610人 | 1,000人 |', '| - | 610人 | 700人 | 1,000人 |')
      .replace('| 変更理由 | 庁舎の改修が延びたため | | |', '| 変更理由 | 庁舎の改修が延びたため | | |\n| 【28年度変更】 | 検討 | 検討 | 実施 |\n| 変更理由 | 改修が終わったため | | |')
      .replace('| 移動市役所の運行 | 26年度 | A |', '| 窓口の一本化 | 27年度 | A | 試行の案をまとめた。 |\n| 移動市役所の運行 | 26年度 | S |');
    expect(await replace(newer)).toMatchObject({ same: 0, changed: 4, vanished: 0, added: 0 });
    const { indicators, actions } = await all(desk, committeeId);
    expect(indicators.map(({ id }) => id)).toEqual(before.indicators.map(({ id }) => id));
    expect(indicators[0]).toMatchObject({ target: { value: '9' }, values: [{ id: before.indicators[0]?.values[1]?.id, label: 'H27', value: '15' }, { label: 'H28', value: '13' }] });
    expect(actions[0]?.plans.map(({ id }) => id).slice(0, 2)).toEqual(before.actions[0]?.plans.map(({ id }) => id));
    expect(actions[0]?.plans[2]).toMatchObject({ revision: '28年度変更', reason: '改修が終わったため', cells: [{ text: '検討' }, { text: '検討' }, { text: '実施' }] });
    expect(actions[0]?.progress).toMatchObject([{ id: before.actions[0]?.progress[0]?.id, status: 'B' }, { year: '27年度', status: 'A' }]);
    expect(actions[1]?.progress).toMatchObject([{ id: before.actions[1]?.progress[0]?.id, status: 'S' }]);
    await call('history.undo', { committeeId });
    expect(rowsOf(desk, committeeId)).toEqual(rows);
  });

  it('keeps an indicator and an action that a person corrected anywhere, unless the new text is asked for', async () => {
    const { desk, call, committeeId, paperId, stage } = await holding(SHEET);
    const { indicators: [indicator], actions: [action] } = await all(desk, committeeId);
    if (indicator === undefined || action === undefined) throw new Error('the sheet lacks a record');
    await call('indicators.update', { committeeId, id: indicator.id, values: [{ id: indicator.values[0]?.id ?? '', value: '17' }] });
    await call('actions.update', { committeeId, id: action.id, cells: [{ id: action.plans[1]?.cells[2]?.id ?? '', text: '一部で試行' }] });
    const sha256 = await stage(SHEET.replace('15分', '14分').replace('関係課との協議を重ねた。', '関係課と協議し、案をまとめた。'));
    const { records } = await call('papers.compareVersion', { committeeId, paperId, sha256 });
    expect(records.filter(({ state }) => state === 'changed').map(({ recordId, corrected }) => [recordId, corrected])).toEqual([[action.id, true], [indicator.id, true]]);
    await call('papers.replace', { committeeId, paperId, sha256, title: '表', take: [{ recordId: action.id, text: 'new' }] });
    const after = await all(desk, committeeId);
    expect(after.indicators[0]?.values).toMatchObject([{ value: '17' }, { value: '15' }]);
    expect(after.actions[0]).toMatchObject({ plans: [{}, { cells: [{}, {}, { id: action.plans[1]?.cells[2]?.id, text: '試行' }] }], progress: [{ text: '関係課と協議し、案をまとめた。' }] });
  });

  it('follows the agenda of its meeting, and leaves one title that a person changed', async () => {
    const { call, committeeId, replace } = await holding(MINUTES);
    const [meeting] = await call('meetings.list', { committeeId });
    const agenda = async () => (await call('meetings.get', { committeeId, id: meeting?.id ?? '' })).agenda;
    const [opening] = await agenda();
    await call('agenda.update', { committeeId, id: opening?.id ?? '', title: '開会のあいさつ' });
    const before = await agenda();
    await replace(MINUTES.replace('2. 支所の現状について', '2. 支所の現状と課題について\n3. 委員の意見').replace('3. その他', '4. その他'));
    expect(await call('meetings.list', { committeeId })).toHaveLength(1);
    const after = await agenda();
    expect(after.map(({ title }) => title)).toEqual(['開会のあいさつ', '支所の現状と課題について', '委員の意見', 'その他']);
    expect(after.toSpliced(2, 1).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('ties a meeting that it newly names to the one that the committee has', async () => {
    const { call, committeeId, replace } = await holding(MINUTES);
    const { id } = await call('meetings.add', { committeeId, label: '第2回検討会', dateRaw: '平成26年10月2日' });
    await replace(MINUTES.replace('## 議事', '## 今後の予定\n\n- 第2回検討会（H26.10 上旬）\n\n## 議事'));
    const meetings = await call('meetings.list', { committeeId });
    expect(meetings.map((one) => one.label)).toEqual(['第1回 とみおか市支所のあり方検討会', '第2回検討会']);
    expect(meetings[1]).toMatchObject({ id, dateRaw: '平成26年10月2日', precision: 'day' });
  });
});

describe('the tray', () => {
  async function withTray() {
    const held = await holding();
    const { id } = await held.pointOf('夜間の利用');
    const { paperId } = await held.replace(PAPER.replace('- ②夜間の利用に応じられていない。\n- ③', '- ②'));
    return { ...held, recordId: id, newPaperId: paperId, tray: () => held.call('papers.tray', { committeeId: held.committeeId }) };
  }

  it('gives a record up to a place in the new paper, to no source, or to removal; each is undone in a step', async () => {
    const { call, committeeId, recordId, newPaperId, points, tray } = await withTray();
    const { text } = await call('papers.text', { committeeId, paperId: newPaperId });
    const start = text.indexOf('駐車場');
    await call('papers.settle', { committeeId, recordId, as: { do: 'anchor', paperId: newPaperId, range: { start, end: start + 3 } } });
    expect(await tray()).toEqual([]);
    expect((await call('points.evidence', { committeeId, id: recordId })).passages).toEqual([expect.objectContaining({ quote: '駐車場', paperId: newPaperId })]);
    await call('history.undo', { committeeId });
    expect(await tray()).toHaveLength(1);
    await call('papers.settle', { committeeId, recordId, as: { do: 'keep' } });
    expect((await points()).find(({ id }) => id === recordId)).toMatchObject({ hasSource: false, vanished: false });
    await call('history.undo', { committeeId });
    await call('papers.settle', { committeeId, recordId, as: { do: 'remove' } });
    expect((await points()).some(({ id }) => id === recordId)).toBe(false);
    await call('history.undo', { committeeId });
    expect((await tray()).map((one) => one.recordId)).toEqual([recordId]);
  });

  it('refuses a place outside the paper, a replaced paper, and what is not in it', async () => {
    const { desk, committeeId, recordId, newPaperId, paperId, pointOf } = await withTray();
    await desk.refused('bad-input', 'papers.settle', { committeeId, recordId, as: { do: 'anchor', paperId: newPaperId, range: { start: 0, end: 1_000_000 } } });
    await desk.refused('not-found', 'papers.settle', { committeeId, recordId, as: { do: 'anchor', paperId, range: { start: 0, end: 3 } } });
    await desk.refused('not-found', 'papers.settle', { committeeId, recordId: (await pointOf('駐車場')).id, as: { do: 'keep' } });
  });
});

describe('a paper carrying 50 memos and links', () => {
  it('replaced by a version with 20 % of its lines changed: at least 95 % at their right place, the rest in the tray, none lost', { timeout: 120_000 }, async () => {
    let [right, stayed] = [0, 0];
    await fc.assert(fc.asyncProperty(fc.integer(), async (seed) => {
      const random = randomOf(seed);
      const generated = writePaper(random, 4, 5);
      const was = print(generated);
      const { desk, call, committeeId, paperId, points } = await holding(was.text);
      const { id: meetingId } = await call('meetings.add', { committeeId, label: '第1回', dateRaw: 'R8.9.3' });
      const { passages } = await call('papers.text', { committeeId, paperId });
      const recordAt = (place: { start: number; end: number } | undefined) => passages.find(({ start, end }) => place !== undefined && start < place.end && end > place.start)?.recordId ?? '';
      const carrying = generated.lines.slice(0, 50).map(({ key }) => ({ key, id: recordAt(was.placeOf.get(key)) }));
      for (const [i, { id }] of carrying.entries()) {
        if (i % 2 === 0) await call('notes.add', { committeeId, meetingId, text: `メモ${i}`, pointIds: [id] });
        else await call('links.set', { committeeId, aId: id, bId: carrying[(i + 7) % 50]?.id ?? '', linked: true });
      }
      const before = new Map((await points()).map((point) => [point.id, point]));

      const is = print(revise(random, generated, 0.2).paper);
      const { sha256 } = await call('papers.preview', { fileName: '資料2（差替）.md', bytes: bytesOf(is.text) });
      const done = await call('papers.replace', { committeeId, paperId, sha256, title: '資料', label: '資料2' });
      const tray = new Set((await call('papers.tray', { committeeId })).map(({ recordId }) => recordId));
      const placed = new Map((await call('papers.text', { committeeId, paperId: done.paperId })).passages.map((one) => [one.recordId, one]));
      const after = new Map((await points()).map((point) => [point.id, point]));
      for (const { key, id } of carrying) {
        // None lost: every record stands, with all that hung on it, in its place or in the tray.
        expect(after.get(id)?.notes).toBe(before.get(id)?.notes);
        expect(after.get(id)?.linkedIds.toSorted()).toEqual(before.get(id)?.linkedIds.toSorted());
        expect(placed.has(id)).toBe(!tray.has(id));
        const belongs = is.placeOf.get(key);
        if (belongs === undefined) continue;
        stayed += 1;
        const range = placed.get(id);
        if (range !== undefined && range.start < belongs.end && range.end > belongs.start) right += 1;
      }
      desk.store.close();
    }), { numRuns: 12 });
    console.log(`of ${stayed} memos and links on lines that stayed, ${((100 * right) / stayed).toFixed(2)} % stand at their right place`);
    expect(right / stayed).toBeGreaterThanOrEqual(0.95);
  });
});
