import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIBRARY_ID } from '../../db/domain/library.ts';
import { PAPER_LINES, makeCsv, makeDocx, makePdf } from '../support/made-files.ts';
import { ask } from './ask.ts';
import { goTo, openApp } from './harness.ts';
import type { RunningApp } from './harness.ts';

/** `times`: the content so often, made in the page where it is too much to carry there. */
type Dropped = { name: string; content: Uint8Array | string; times?: number };

let app: RunningApp;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  page.setDefaultTimeout(15_000);
});
afterAll(() => app.close());

const recognised = () => page.getByRole('region', { name: '読み取った内容' });
const list = () => page.getByRole('complementary', { name: '資料一覧' });
const grid = () => page.getByRole('grid', { name: '読み取った内容' });
const accept = async () => {
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('button', { name: '取り込む', exact: true }).click();
};

/** Gives up whatever is being looked through. */
async function putAway(): Promise<void> {
  await goTo(page, '/import');
  const choose = page.getByRole('button', { name: 'ファイルを選ぶ' });
  const discard = page.getByRole('button', { name: 'やめる', exact: true });
  await choose.or(discard).first().waitFor();
  while (await discard.count() > 0) {
    await discard.click();
    await choose.or(discard).first().waitFor();
  }
}

/** Drops files on the window, as a hand does. */
async function drop(files: readonly Dropped[], kind: 'drop' | 'paste' = 'drop'): Promise<void> {
  const carried = files.map(({ name, content, times = 1 }) => ({ name, times, bytes: [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)] }));
  await page.evaluate(([dropped, how]) => {
    const transfer = new DataTransfer();
    for (const { name, bytes, times } of dropped) transfer.items.add(new File(Array.from({ length: times }, () => new Uint8Array(bytes)), name));
    const event = how === 'drop' ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }) : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
  }, [carried, kind] as const);
}

describe('many files at once', () => {
  it('are read, listed with what became of each, and looked through one beside the other', async () => {
    await drop([{ name: '審議資料.docx', content: makeDocx() }, { name: '来館者.csv', content: makeCsv() }, { name: '壊れた.pdf', content: '%PDF-1.7\nbroken' }, { name: '紙面.pdf', content: makePdf() }]);
    await recognised().waitFor();
    await list().getByText('読み取れません').waitFor();
    await expect.poll(() => list().getByText(/^読み取り済み/).count()).toBe(3);
    expect(await list().getByRole('alert').textContent()).toContain('壊れた.pdf');
  });

  it('keep the corrections of each while the person goes from one to another', async () => {
    await list().getByRole('button', { name: /審議資料\.docx/ }).click();
    const issue = grid().getByRole('row').filter({ hasText: '分館の蔵書が古い' }).last();
    await issue.click();
    await page.keyboard.press('x');
    await expect.poll(() => grid().locator('[data-left]').count()).toBe(1);
    await page.keyboard.press('Alt+PageDown');
    await list().locator('[aria-current]').filter({ hasText: '来館者.csv' }).waitFor();
    await page.keyboard.press('Alt+PageUp');
    await expect.poll(() => grid().locator('[data-left]').count()).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => grid().locator('[data-left]').count()).toBe(0);
  });

  it('come back after a reload of the window', async () => {
    await grid().getByRole('row').filter({ hasText: '分館の蔵書が古い' }).last().click();
    await page.keyboard.press('x');
    await expect.poll(() => grid().locator('[data-left]').count()).toBe(1);
    await page.reload();
    await recognised().waitFor();
    await expect.poll(() => grid().locator('[data-left]').count()).toBe(1);
    expect(await list().getByText(/^読み取り済み/).count()).toBe(3);
    await grid().locator('[data-left]').click();
    await page.keyboard.press('x');
  });

  it('show a PDF page by page, each line tied to its row both ways', async () => {
    await list().getByRole('button', { name: /紙面\.pdf/ }).click();
    await page.locator('canvas[aria-busy=false]').first().waitFor();
    const drawn = await page.locator('canvas').first().evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let dark = 0;
      for (let i = 0; i < pixels.length; i += 4) if ((pixels[i] ?? 255) < 128) dark += 1;
      return dark;
    });
    expect(drawn).toBeGreaterThan(500);
    const row = grid().getByRole('row').filter({ hasText: '誰もが歩いて行けること' }).last();
    await row.click();
    const key = await row.getAttribute('data-row');
    await page.locator(`[data-page-number] [data-key="${key}"][data-active]`).first().waitFor();
    const other = grid().getByRole('row').filter({ hasText: '学びの場が続くこと' }).last();
    await page.locator(`[data-page-number] [data-key="${await other.getAttribute('data-row')}"]`).first().click();
    await expect.poll(() => other.getAttribute('aria-selected')).toBe('true');
  });

  it('change to text and back, which is remembered', async () => {
    await page.keyboard.press('Control+Shift+L');
    await page.getByRole('region', { name: '資料の本文' }).getByText(PAPER_LINES[12]).waitFor();
    expect(await page.locator('canvas').count()).toBe(0);
    await page.keyboard.press('Control+Shift+L');
    await page.locator('canvas').first().waitFor();
  });

  it('are read as another kind of paper, with the corrections kept', async () => {
    const kind = page.getByRole('combobox', { name: '資料の種類' });
    const row = grid().getByRole('row').filter({ hasText: '学びの場が続くこと' }).last();
    await row.click();
    await page.keyboard.press('k');
    await grid().getByRole('row', { name: /学びの場が続くこと/ }).waitFor();
    const before = await kind.inputValue();
    await kind.click();
    await page.getByRole('option', { name: before === '概要版' ? '基本方針' : '概要版' }).click();
    await page.getByText('手直し 1件を引き継ぎました').waitFor();
    await recognised().getByRole('button', { name: 'Ctrl Z 元に戻す' }).or(page.getByRole('button', { name: 'Ctrl Z 元に戻す' })).first().click();
    await expect.poll(() => kind.inputValue()).toBe(before);
  });

  it('leave the list one after the other with one way back for all of them', async () => {
    const names = [/来館者\.csv/, /紙面\.pdf/];
    const inList = async () => (await Promise.all(names.map((name) => list().getByRole('button', { name }).count()))).reduce((a, b) => a + b);
    for (const name of names) {
      await list().getByRole('button', { name }).focus();
      await page.keyboard.press('Delete');
    }
    await expect.poll(inList).toBe(0);
    await page.getByRole('alert').filter({ hasText: '2件の取り込みをやめました' }).getByRole('button', { name: '元に戻す' }).click();
    await expect.poll(inList).toBe(2);
  });

  it('are taken in all at once where nothing is doubtful; the others stay', async () => {
    for (const name of [/審議資料\.docx/, /紙面\.pdf/]) {
      await list().getByRole('button', { name }).click();
      while (await page.locator('[data-doubts] [data-row]').count() > 0) {
        await page.locator('[data-doubts] [data-row]').first().click();
        await page.keyboard.press('y');
      }
    }
    await page.keyboard.press('Control+Shift+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '検討会の名前' }).fill('図書館検討会');
    await dialog.getByRole('button', { name: '取り込む', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const [committee] = await ask(app, 'committees.list', {});
    const papers = await ask(app, 'papers.list', { committeeId: committee?.id ?? '' });
    expect(papers.map((paper) => paper.fileName)).toContain('審議資料.docx');
    expect(new Set(papers.map((paper) => paper.fileName)).size).toBe(papers.length);
  });
});

it('stops reading at Esc, and leaves nothing behind', async () => {
  await putAway();
  // one that takes long enough to be stopped
  await drop([{ name: '長い.txt', content: '①窓口が遠い。\n', times: 600_000 }], 'paste');
  await page.getByRole('progressbar', { name: '「長い.txt」を読んでいます' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('progressbar').count()).toBe(0);
  await expect.poll(async () => (await ask(app, 'papers.progress', {})).length).toBe(0);
});

const PAPER = ['# ひなた市 広場検討会 審議資料', '## 1. 審議事項', '- (1) 広場の在り方', '## 2. 審議', '### (1) 広場の在り方', '【課題】', '- ① 日陰が足りない。', '- ② 夜は暗い。', '- ③ 自転車を置く所がない。', '【他都市の取組】', '- ① 樹木を市民と植えた（京都市）'];

describe('a newer version of a paper', () => {
  let committeeId = '';
  const issues = async () => (await ask(app, 'points.all', { committeeId })).filter((point) => point.kind === 'issue').map((point) => point.text);

  it('is proposed as such and shows what stayed, changed, vanished and came', async () => {
    await putAway();
    await drop([{ name: '広場.md', content: PAPER.join('\n') }]);
    await recognised().waitFor();
    await accept();
    await page.waitForURL(/\/board/);
    committeeId = (await ask(app, 'committees.list', {})).find((committee) => committee.name.includes('広場'))?.id ?? '';
    expect(await issues()).toEqual(['日陰が足りない。', '夜は暗い。', '自転車を置く所がない。']);

    const newer = PAPER.map((line) => line.replace('日陰が足りない。', '夏の日陰が足りない。').replace('- ② 夜は暗い。', '')).join('\n').concat('\n- ② 図書の貸出を広場でも行う（広島市）');
    await drop([{ name: '広場（改）.md', content: newer }]);
    await recognised().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByRole('button', { name: /の差し替えとして取り込む/ }).click();
    const differences = page.getByRole('grid', { name: '前の版との違い' });
    await differences.waitFor();
    await differences.getByRole('row').filter({ hasText: '夏の日陰が足りない。' }).waitFor();
    await differences.getByRole('row').filter({ hasText: '夜は暗い。' }).waitFor();
    await differences.getByRole('row').filter({ hasText: '図書の貸出を広場でも行う' }).waitFor();
  });

  it('keeps what was chosen while the person looks elsewhere, and over a reload', async () => {
    const changed = () => page.getByRole('grid', { name: '前の版との違い' }).getByRole('row').filter({ hasText: '夏の日陰が足りない。' });
    const keepsOld = () => changed().getByRole('button').first().getAttribute('aria-pressed');
    await changed().click();
    await page.keyboard.press('o');
    await expect.poll(keepsOld).toBe('true');
    await goTo(page, '/');
    await page.getByRole('heading', { name: '検討会' }).first().waitFor();
    await goTo(page, '/import');
    await expect.poll(keepsOld).toBe('true');
    await page.reload();
    await expect.poll(keepsOld).toBe('true');
    await changed().click();
    await page.keyboard.press('n');
    await expect.poll(keepsOld).toBe('false');
  });

  it('takes the place of the older at one step, and what it no longer says waits in the tray', async () => {
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/papers\//);
    await expect.poll(issues).toContain('夏の日陰が足りない。');
    expect(await issues()).toContain('夜は暗い。');
    await page.getByRole('link', { name: /行き先のない記録/ }).click();
    await page.locator('[data-waiting]').filter({ hasText: '夜は暗い。' }).click();
    await page.keyboard.press('a');
    const lines = page.getByRole('dialog').getByRole('option');
    await lines.filter({ hasText: '自転車を置く所がない。' }).click();
    await page.getByText('行き先のない記録はありません').waitFor();
    expect((await ask(app, 'papers.tray', { committeeId })).length).toBe(0);
  });

  it('is undone as one step, records, links and all', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await ask(app, 'papers.tray', { committeeId })).length).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(issues).toEqual(['日陰が足りない。', '夜は暗い。', '自転車を置く所がない。']);
  });

  it('says on the board that records wait, while they do', async () => {
    await page.keyboard.press('Control+y');
    await goTo(page, `/c/${committeeId}/board`);
    await page.getByRole('link', { name: /行き先のなくなった記録が 1件/ }).waitFor();
    const gone = page.locator('[data-point]').filter({ hasText: '夜は暗い。' });
    await gone.getByText('行き先なし').waitFor();
    await gone.click();
    await page.getByRole('link', { name: '行き先を決める' }).click();
    await page.waitForURL(/\/papers\/tray/);
  });
});

const SHEET = [
  '# はるか市 みどりの実施計画 進捗管理シート', '',
  '## 指標', '',
  '| 指標 | 現状値（R4） | R5 | R6 | 目標値（R8） |', '|---|---|---|---|---|', '| 公園の利用者数（人） | 1200 | 1300 | 1450 | 2000 |', '| 植えた木の数（本） | 30 | 45 | 60 | 100 |', '',
  '## 実施項目', '',
  '| 実施項目 | 区分 | R5 | R6 | R7 |', '|---|---|---|---|---|', '| 木陰づくり | 計画 | 調査 | 植樹 | 植樹 |', '| | 見直し | 調査 | 調査 | 植樹 |', '| | 理由 | 土の入れ替えが要るため | | |',
].join('\n');
const MINUTES = ['第4回はるか市緑地審議会　会議録', '', '日時　令和6年5月8日（水）午後2時から', '場所　はるか市役所', '出席委員　谷会長、峰委員', '', '議事', '', '○谷会長', '　木陰の少なさをどう見るか。', '', '○峰委員', '　水やりの人手が足りないことが一番の問題である。'].join('\n');

describe('papers of every kind', () => {
  let committeeId = '';
  const made = () => page.getByRole('complementary', { name: '読み取った内容' });
  const stated = () => ask(app, 'excerpts.all', { committeeId });
  const openPaper = async (fileName: string) => {
    const paper = (await ask(app, 'papers.list', { committeeId })).find((each) => each.fileName === fileName);
    await goTo(page, `/c/${committeeId}/papers/${paper?.id ?? ''}`);
    await made().locator('[data-row]').first().waitFor();
  };

  it('show indicators and actions as tables, whose cells are put right by the keys alone', async () => {
    await putAway();
    await drop([{ name: 'みどり.md', content: SHEET }]);
    await grid().getByRole('columnheader', { name: 'R6' }).first().waitFor();
    const row = grid().getByRole('row').filter({ hasText: '植えた木の数' });
    await row.getByRole('gridcell').first().click();
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    const field = grid().getByRole('textbox');
    expect(await field.inputValue()).toBe('45');
    await field.fill('46');
    await page.keyboard.press('Escape');
    expect(await row.textContent()).not.toContain('46');
    await page.keyboard.press('Enter');
    await field.fill('47');
    await page.keyboard.press('Enter');
    await expect.poll(() => row.textContent()).toContain('47');
    await page.locator(`[data-passage][data-key="${await row.getAttribute('data-row')}"][data-active]`).first().waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: '指標 1' }).waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByText(/取り込むもの：指標 2・実施項目 1/).waitFor();
    await page.getByRole('dialog').getByText('新しい検討会', { exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: '検討会の名前' }).fill('緑地審議会');
    await page.getByRole('dialog').getByRole('button', { name: '取り込む', exact: true }).click();
    await page.waitForURL(/\/papers\//);
    committeeId = (await ask(app, 'committees.list', {})).find(({ name }) => name === '緑地審議会')?.id ?? '';
    expect((await stated()).indicators.map(({ name, values }) => [name, values[0]?.value])).toEqual([['公園の利用者数（人）', '1300'], ['植えた木の数（本）', '47']]);
  });

  it('keep what is edited beside the paper, and take it back', async () => {
    await openPaper('みどり.md');
    const plan = made().getByRole('row').filter({ hasText: '見直し' });
    await plan.getByRole('gridcell').nth(1).click();
    await page.keyboard.press('Enter');
    await made().getByRole('textbox').fill('土の調査');
    await page.keyboard.press('Enter');
    const cell = async () => (await stated()).actions[0]?.plans.at(-1)?.cells[1]?.text;
    await expect.poll(cell).toBe('土の調査');
    await made().getByRole('textbox').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(cell).toBe('調査');
  });

  it('have what was said with who said it, of which points are made on the spot', async () => {
    await drop([{ name: '会議録.txt', content: MINUTES }]);
    await recognised().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByText('今ある検討会', { exact: true }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: '検討会' }).click();
    await page.getByRole('option', { name: /緑地審議会/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取り込む', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await openPaper('会議録.txt');
    const said = made().getByRole('row').filter({ hasText: '水やりの人手' });
    expect(await said.textContent()).toContain('峰委員');
    await said.click();
    await page.locator('main [data-active]').filter({ hasText: '水やりの人手' }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    const points = async () => (await ask(app, 'points.all', { committeeId })).map(({ kind, text, hasSource }) => ({ kind, text, hasSource }));
    await expect.poll(points).toEqual([{ kind: 'issue', text: '水やりの人手が足りないことが一番の問題である。', hasSource: true }]);
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await stated()).excerpts.some(({ text }) => text.includes('水やり'))).toBe(false);
    await page.getByRole('button', { name: '元に戻す', exact: true }).last().click();
    await expect.poll(async () => (await stated()).excerpts.some(({ text }) => text.includes('水やり'))).toBe(true);
  });

  it('tie the meeting and members that the committee has already', async () => {
    const [meetings, members] = [await ask(app, 'meetings.list', { committeeId }), await ask(app, 'members.list', { committeeId })];
    await drop([{ name: '会議録（要旨）.txt', content: MINUTES.replace('会議録', '議事要旨').replace('木陰の少なさをどう見るか。', '木陰が少ないことについて意見を求める。次の会議までに現場を見る。') }]);
    await recognised().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByText('今ある検討会', { exact: true }).click();
    await page.getByRole('dialog').getByText(/既にある会議・委員に結び付ける [1-9]/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '取り込む', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await ask(app, 'meetings.list', { committeeId })).map(({ id }) => id)).toEqual(meetings.map(({ id }) => id));
    expect((await ask(app, 'members.list', { committeeId })).map(({ id }) => id)).toEqual(members.map(({ id }) => id));
  });

  it('are found by their words, and shown at their line', async () => {
    await goTo(page, '/');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'さがす・操作する' }).fill('植えた木');
    await page.getByRole('option').filter({ hasText: '植えた木の数' }).first().click();
    await page.waitForURL(/\/papers\/.+recordId=/);
    await made().locator('[data-row][aria-selected=true]').filter({ hasText: '植えた木の数' }).waitFor();
    await page.locator('main [data-active]').filter({ hasText: '植えた木の数' }).waitFor();
  });
});

describe('the library of other cities', () => {
  let committeeId = '';

  it('takes in a paper of another city, whose lines can be searched', async () => {
    await putAway();
    await drop([{ name: '他都市.md', content: ['# あさぎり市 公園の基本方針 審議資料', '## 1. 審議事項', '- (1) 公園', '### (1) 公園', '【他都市の取組】', '- ① 園路を夜も照らした（広島市）', '- ② 芝生を地域で手入れした（京都市）'].join('\n') }]);
    await recognised().waitFor();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('事例集', { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'どの市町村の資料ですか' }).fill('あさぎり市');
    await dialog.getByRole('button', { name: '取り込む', exact: true }).click();
    await page.waitForURL(/\/library\//);
    await page.getByRole('searchbox', { name: '事例集をさがす' }).fill('芝生');
    await expect.poll(() => page.locator('[data-example]').count()).toBe(1);
  });

  it('is cited from the board of any committee, with the line it stands on', async () => {
    const [committee] = await ask(app, 'committees.list', {});
    committeeId = committee?.id ?? '';
    const [item] = await ask(app, 'items.list', { committeeId });
    await goTo(page, `/c/${committeeId}/board/${item?.id ?? ''}`);
    await page.locator('main [role=grid], main [data-point]').first().waitFor();
    await page.getByRole('button', { name: /事例集から引く/ }).click();
    await page.getByRole('dialog').getByRole('combobox').fill('園路');
    await page.getByRole('dialog').getByRole('option').filter({ hasText: '園路を夜も照らした' }).waitFor();
    await page.keyboard.press('Enter');
    const cited = async () => (await ask(app, 'points.all', { committeeId })).find((point) => point.text.includes('園路を夜も照らした'));
    await expect.poll(cited).toMatchObject({ kind: 'example', cities: ['広島市'], hasSource: true });
    const evidence = await ask(app, 'points.evidence', { committeeId, id: (await cited())?.id ?? '' });
    expect(evidence.passages.map((passage) => passage.quote).join('')).toContain('園路を夜も照らした');
  });

  it('says in the search that a hit is of the library', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'さがす・操作する' }).fill('芝生');
    const hit = page.getByRole('option').filter({ hasText: '事例集' }).first();
    await hit.click();
    await page.waitForURL(/\/library/);
    expect((await ask(app, 'library.get', {})).committeeId).toBe(LIBRARY_ID);
  });
});
