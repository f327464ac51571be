import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedOthers, acceptedRows } from '../../electron/contract/preview/accepted-rows.ts';
import { rowsFromRecognised } from '../../electron/contract/preview/rows-from-recognised.ts';
import { makePdf } from '../support/made-files.ts';
import { ask } from './ask.ts';
import { goTo, openApp } from './harness.ts';
import type { RunningApp } from './harness.ts';

/** A sheet of an invented city; the records below are made of a part of it only, as if its reading had missed the rest. */
const SHEET = `# はるか市みどりの計画 進行管理表

## 主な取組

- 駅前に木陰をつくる。
- 学校の花壇を広げる。
- 川沿いに苗を植える。

## おわりに

水やりの手が足りないことが、
一番の問題である。

## 指標

| 指標 | 基準（R4） | R5 | R6 | 目標（R8） |
| --- | --- | --- | --- | --- |
| 植えた木の数（本） | 40 | 45 | 50 | 60 |
| 公園の利用者数（人） | 1,200 | 1,300 | 1,350 | 1,500 |

## 実施項目

| 実施項目 | R5 | R6 | R7 |
| --- | --- | --- | --- |
| 木陰づくり | 調査 | 植樹 | 植樹 |
| 花壇の拡張 | 設計 | 工事 | |
`;

let app: RunningApp;
let page: Page;
let committeeId = '';
let paperId = '';
beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  page.setDefaultTimeout(15_000);
  const { sha256, recognised } = await ask(app, 'papers.preview', { fileName: 'みどり.md', bytes: new TextEncoder().encode(SHEET) });
  const { rows, ...preview } = rowsFromRecognised(recognised);
  const [, parks] = preview.indicators;
  const [shade] = preview.actions;
  if (!parks || !shade) throw new Error('the sheet was read otherwise');
  const others = acceptedOthers({ rows, ...preview, indicators: [{ ...parks, values: parks.values.slice(0, 1) }], actions: [shade] });
  ({ committeeId, paperId } = await ask(app, 'papers.accept', { sha256, title: 'みどりの計画', committee: { to: 'new', name: '緑地審議会' }, rows: acceptedRows(rows.filter(({ kind }) => kind === 'measure')), ...others }));
  await goTo(page, `/c/${committeeId}/papers/${paperId}`);
  await made().locator('[data-row]').first().waitFor();
});
afterAll(() => app.close());

const made = () => page.getByRole('complementary', { name: '読み取った内容' });
const bar = () => made().getByRole('toolbar', { name: '行から加える' });
const dialog = () => page.getByRole('dialog');
const row = (words: string) => made().getByRole('row').filter({ hasText: words });
const stated = () => ask(app, 'excerpts.all', { committeeId, paperId });
const press = async (...keys: readonly string[]) => { for (const key of keys) await page.keyboard.press(key); };
const undo = () => page.keyboard.press('Control+z');

describe('beside a paper, what its reading missed', () => {
  it('is added to an indicator: the value of a year by its keys alone, taken back in one step', async () => {
    await row('公園の利用者数').getByRole('gridcell').first().click();
    await press('Shift+C');
    await dialog().getByRole('textbox', { name: '値', exact: true }).waitFor();
    expect(await dialog().getByRole('textbox', { name: 'いつの値か' }).inputValue()).toBe('R6');
    await page.keyboard.type('1350');
    await press('Enter');
    await dialog().waitFor({ state: 'detached' });
    const values = async () => (await stated()).indicators[0]?.values.map(({ label, value }) => `${label} ${value}`);
    await expect.poll(values).toEqual(['R5 1300', 'R6 1350']);
    await row('1,350').waitFor();
    await undo();
    await expect.poll(values).toEqual(['R5 1300']);
    await press('Control+y');
    await expect.poll(values).toEqual(['R5 1300', 'R6 1350']);
  });

  it('becomes an indicator of a row of the paper, which the arrows choose and one key names', async () => {
    await press('Shift+A');
    await bar().waitFor();
    const chosen = () => page.locator('main [data-chosen]').allTextContents();
    for (let step = 0; step < 20 && !(await chosen()).join('').includes('植えた木の数'); step += 1) await press('ArrowUp');
    await press('s');
    await expect.poll(async () => (await stated()).indicators.map(({ name, base, values, target }) => [name, base?.value, values.map(({ value }) => value).join(' '), target?.value])).toEqual([
      ['植えた木の数（本）', '40', '45 50', '60'], ['公園の利用者数（人）', '1200', '1300 1350', '1500'],
    ]);
    await made().locator('[data-row][aria-selected=true]').filter({ hasText: '植えた木の数' }).waitFor();
    await page.locator('main [data-active]').filter({ hasText: '植えた木の数' }).waitFor();
    expect(await bar().count()).toBe(0);
  });

  it('becomes a record of lines that were selected with the mouse, joined as they were broken', async () => {
    const [from, to] = [page.locator('main').getByText('水やりの手が足りないことが、'), page.locator('main').getByText('一番の問題である。')];
    await from.scrollIntoViewIfNeeded();
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (!start || !end) throw new Error('the lines are out of sight');
    await page.mouse.move(start.x + 4, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(end.x + 60, end.y + end.height / 2, { steps: 4 });
    await page.mouse.up();
    await bar().getByText('11–12行').waitFor();
    await press('b');
    const text = '水やりの手が足りないことが、一番の問題である。';
    await expect.poll(async () => (await stated()).excerpts.find(({ kind }) => kind === 'background')).toMatchObject({ text, ranges: [{ start: SHEET.indexOf('水やり'), end: SHEET.indexOf('一番の問題である。') + '一番の問題である。'.length }] });
    await row(text).waitFor();
    const { hits } = await ask(app, 'search.all', { text: '一番の問題', committeeId });
    expect(hits[0]).toMatchObject({ kind: 'excerpt', paperId });
    await undo();
    await expect.poll(async () => (await stated()).excerpts.some(({ kind }) => kind === 'background')).toBe(false);
  });

  it('becomes an action, whose plan is filled in cell by cell, with a reason, a revision and what was done', async () => {
    await press('Shift+A');
    await bar().waitFor();
    await page.locator('main').getByRole('cell', { name: '花壇の拡張' }).click();
    await bar().getByText('花壇の拡張').waitFor();
    await press('ArrowLeft', 'j');
    await row('花壇の拡張').waitFor();
    const plans = async () => (await stated()).actions.find(({ title }) => title === '花壇の拡張')?.plans.map(({ revision, reason, cells }) => [revision, reason, ...cells.map(({ year, text }) => `${year} ${text}`)]);
    await expect.poll(plans).toEqual([['', '', 'R5 設計', 'R6 工事']]);
    const add = async (part: string, fields: Readonly<Record<string, string>>) => {
      await press('Shift+C');
      await dialog().getByText(part, { exact: true }).click();
      for (const [name, text] of Object.entries(fields)) await dialog().getByRole('textbox', { name, exact: true }).fill(text);
      await dialog().getByRole('button', { name: '加える' }).click();
      await dialog().waitFor({ state: 'detached' });
    };
    await add('年の欄', { 年度: 'R7', 内容: '植え付け' });
    await add('理由', { 理由: '土の入れ替えが要るため' });
    await add('見直し', { 見直しの名前: '令和6年度変更' });
    await expect.poll(plans).toEqual([['', '土の入れ替えが要るため', 'R5 設計', 'R6 工事', 'R7 植え付け'], ['令和6年度変更', '']]);
    // a cell of the new row that the others have, typed where it stands
    await row('令和6年度変更').getByRole('gridcell').nth(2).click();
    await press('Enter');
    await made().getByRole('grid').getByRole('textbox').fill('一部工事');
    await press('Enter');
    await expect.poll(plans).toEqual([['', '土の入れ替えが要るため', 'R5 設計', 'R6 工事', 'R7 植え付け'], ['令和6年度変更', '', 'R7 一部工事']]);
    await made().getByRole('grid').getByRole('textbox').waitFor({ state: 'detached' });
    await add('実績', { 年度: 'R5', 評価: 'B', 取組の内容: '三校で設計した。' });
    await row('三校で設計した。').waitFor();
    await undo();
    await expect.poll(async () => (await stated()).actions.flatMap(({ progress }) => progress)).toEqual([]);
  });

  it('is given up with Esc, and nothing is made', async () => {
    const before = await stated();
    await press('Shift+A');
    await bar().waitFor();
    await press('ArrowDown', 'Shift+ArrowDown', 'Escape');
    await bar().waitFor({ state: 'detached' });
    expect(await page.locator('main [data-chosen]').count()).toBe(0);
    expect(await stated()).toEqual(before);
  });
});

describe('the order of what a paper states', () => {
  const order = async () => (await stated()).excerpts.map(({ text }) => text.slice(0, 2));

  it('is changed with Alt and an arrow, the keys staying with the line', async () => {
    await row('学校の花壇').click();
    await press('Alt+ArrowUp');
    await expect.poll(order).toEqual(['学校', '駅前', '川沿']);
    await press('Alt+ArrowDown');
    await expect.poll(order).toEqual(['駅前', '学校', '川沿']);
    await press('Alt+ArrowDown');
    await expect.poll(order).toEqual(['駅前', '川沿', '学校']);
    await made().locator('[data-row][aria-selected=true]').filter({ hasText: '学校の花壇' }).waitFor();
    for (let step = 0; step < 3; step += 1) await undo();
    await expect.poll(order).toEqual(['駅前', '学校', '川沿']);
  });

  it('is changed with the mouse, and Esc lets go of what was taken', async () => {
    const drag = async (drop: () => Promise<void>) => {
      const [from, to] = [await row('川沿いに苗').boundingBox(), await row('駅前に木陰').boundingBox()];
      if (!from || !to) throw new Error('the lines are out of sight');
      await page.mouse.move(from.x + 60, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x + 60, to.y + 4, { steps: 5 });
      await made().locator('[data-drop=before]').waitFor();
      await drop();
    };
    await row('駅前に木陰').scrollIntoViewIfNeeded();
    await drag(async () => { await press('Escape'); await page.mouse.up(); });
    expect(await order()).toEqual(['駅前', '学校', '川沿']);
    await drag(() => page.mouse.up());
    await expect.poll(order).toEqual(['川沿', '駅前', '学校']);
    await undo();
    await expect.poll(order).toEqual(['駅前', '学校', '川沿']);
  });

  it('and the kind of several are each changed in one step', async () => {
    const kinds = async () => (await stated()).excerpts.map(({ kind }) => kind);
    await row('駅前に木陰').click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 't');
    await page.getByRole('menu').locator(':focus').waitFor();
    await press('u');
    await expect.poll(kinds).toEqual(['outcome', 'outcome', 'outcome']);
    await undo();
    await expect.poll(kinds).toEqual(['measure', 'measure', 'measure']);
  });
});

describe('in a preview', () => {
  const grid = () => page.getByRole('grid', { name: '読み取った内容' });
  const toolbar = () => page.getByRole('toolbar', { name: '行から加える' });

  it('lines that were missed become records too, and figures that were missed are added', async () => {
    await goTo(page, '/import');
    await page.locator('input[type=file]').first().setInputFiles([{ name: 'みどり2.md', mimeType: 'text/markdown', buffer: Buffer.from(SHEET.replace('はるか市', 'みなみ市')) }]);
    await grid().waitFor();
    const paper = page.getByRole('region', { name: '資料の本文' });
    await press('Shift+A');
    await toolbar().waitFor();
    await paper.getByText('学校の花壇を広げる。').click();
    await page.keyboard.down('Shift');
    await paper.getByText('川沿いに苗を植える。').click();
    await page.keyboard.up('Shift');
    await toolbar().getByText('6–7行').waitFor();
    await press('k');
    const added = grid().getByRole('row', { selected: true }).filter({ hasText: /学校の花壇を広げる。\s*川沿いに苗を植える。/ });
    await added.waitFor();
    await press('Control+z');
    await added.waitFor({ state: 'detached' });
    await grid().getByRole('row').filter({ hasText: '公園の利用者数' }).getByRole('gridcell').first().click();
    await press('Shift+C');
    await dialog().getByText('注', { exact: true }).click();
    await dialog().getByRole('textbox', { name: '注' }).fill('年度末の数');
    await dialog().getByRole('button', { name: '加える' }).click();
    await grid().getByRole('row').filter({ hasText: '年度末の数' }).waitFor();
    await page.getByRole('button', { name: 'やめる', exact: true }).click();
  });

  it('a line of a page of a PDF is chosen where it is pressed', async () => {
    await goTo(page, '/import');
    await page.locator('input[type=file]').first().setInputFiles([{ name: '紙面.pdf', mimeType: 'application/pdf', buffer: Buffer.from(makePdf()) }]);
    await page.locator('canvas[aria-busy=false]').first().waitFor();
    await press('Shift+A');
    await toolbar().waitFor();
    const said = () => toolbar().getByText(/行$/).textContent();
    const before = await said();
    const sheet = await page.locator('[data-page-number="1"]').boundingBox();
    await page.mouse.click((sheet?.x ?? 0) + (sheet?.width ?? 0) / 3, (sheet?.y ?? 0) + (sheet?.height ?? 0) / 3);
    await expect.poll(said).not.toBe(before);
    expect(await page.locator('[data-chosen]').count()).toBeGreaterThan(0);
    await press('o');
    await grid().getByRole('row', { selected: true }).waitFor();
    await press('Control+z');
    await page.getByRole('button', { name: 'やめる', exact: true }).click();
  });

  it('a date without a year takes it from the list, and says so', async () => {
    await goTo(page, '/import');
    await page.locator('input[type=file]').first().setInputFiles([{ name: '予定.md', mimeType: 'text/markdown', buffer: Buffer.from('# はるか市緑地審議会 開催予定\n\n## スケジュール\n\n- 第1回審議会（令和6年8月25日）\n- 第2回審議会（令和6年10月 上旬）\n') }]);
    const second = grid().getByRole('row').filter({ hasText: '第2回' });
    await second.click();
    await press('d');
    await grid().getByRole('textbox').fill('9月5日');
    await press('Enter');
    await second.getByText('2024-09-05').waitFor();
    await second.getByText('年は前後から').waitFor();
  });
});
