import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { goTo, openApp } from './harness.ts';
import type { RunningApp } from './harness.ts';
import { composeText } from './input-method.ts';

const SEED = fileURLToPath(new URL('../../../shared/seeds/001.txt', import.meta.url));
const OWN = fileURLToPath(new URL('../fixtures/papers/hinata.md', import.meta.url));
const PAPER = existsSync(SEED) ? SEED : OWN;

/** The whole chain, as one person walks it: each step goes on from the one before. */
describe('from a working paper to a printed report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shingicho-chain-'));
  const profileDir = join(folder, 'profile');
  let app: RunningApp;
  let page: Page;
  let committeeId = '';
  let meetingId = '';
  let draftId = '';
  const open = async () => {
    app = await openApp({ profileDir });
    ({ page } = app);
  };

  beforeAll(open);
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts with an empty shelf that offers three ways', async () => {
    for (const way of ['資料を取り込む', '新しい検討会', '見本を開く']) await page.getByRole('button', { name: way }).waitFor();
  });

  it('takes a paper in after a look at what was recognised', async () => {
    await page.getByRole('button', { name: '資料を取り込む' }).first().click();
    await page.locator('input[type=file]').first().setInputFiles(PAPER);
    await page.getByRole('region', { name: '読み取った内容' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByRole('button', { name: '取り込む', exact: true }).click();
    await page.waitForURL(/\/board/);
    const [committee] = await ask(app, 'committees.list', {});
    committeeId = committee?.id ?? '';
    const items = await ask(app, 'items.list', { committeeId });
    const shown = page.getByText(items[0]?.title ?? 'no item').first();
    await shown.waitFor();
    if (PAPER === SEED) {
      expect(items).toHaveLength(3);
      const points = await ask(app, 'points.all', { committeeId });
      const of = (kind: string, child: boolean) => points.filter((point) => point.kind === kind && (point.parentId !== null) === child);
      expect([of('viewpoint', false).length, of('issue', false).length, of('example', false).length, of('example', true).length]).toEqual([16, 15, 17, 2]);
      expect(points.filter((point) => point.itemId === null)).toHaveLength(1);
      const pairs = points.flatMap((point) => point.cities.map((city) => `${point.id}/${city}`));
      expect([pairs.length, new Set(pairs.map((pair) => pair.split('/')[1])).size]).toEqual([20, 5]);
      expect((await ask(app, 'meetings.list', { committeeId })).map(({ start, end }) => [start, end])).toEqual([
        ['2014-05-15', '2014-05-15'], ['2014-06-19', '2014-06-19'], ['2014-08-08', '2014-08-08'], ['2014-08-21', '2014-08-31'],
        ['2014-10-01', '2014-10-20'], ['2014-10-21', '2014-10-31'], ['2014-11-11', '2014-11-20'],
      ]);
    }
  });

  it('shows the passage a point came from, marked in its paper', async () => {
    const points = await ask(app, 'points.all', { committeeId });
    const issue = points.find((point) => point.kind === 'issue' && point.itemId !== null);
    await page.getByText(issue?.text ?? 'no issue').first().click();
    await expect.poll(() => page.locator('mark').first().textContent()).toContain(issue?.text.slice(0, 8));
  });

  it('takes notes typed through an input method, one an Enter, and none at the Enter that confirms kanji', async () => {
    const [meeting] = await ask(app, 'meetings.list', { committeeId });
    meetingId = meeting?.id ?? '';
    await goTo(page, `/c/${committeeId}/meetings/${meetingId}`);
    const entry = page.getByRole('textbox', { name: /^発言（/ });
    await entry.waitFor();

    await page.getByRole('button', { name: '議題を加える' }).click();
    await page.keyboard.type('役割分担について　30分');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await ask(app, 'meetings.get', { committeeId, id: meetingId })).agenda).toMatchObject([{ title: '役割分担について', minutes: 30 }]);

    await entry.focus();
    await composeText(page, 'しえんのしくみ', '支援の仕組み');
    const notes = async () => (await ask(app, 'meetings.get', { committeeId, id: meetingId })).notes.map((note) => note.text);
    expect(await notes()).toEqual([]);
    expect(await entry.inputValue()).toBe('支援の仕組み');
    await composeText(page, 'がひつよう', 'が必要');
    await page.waitForTimeout(100); // no hand is quicker; an Enter in the very same instant belongs to the input method
    await page.keyboard.press('Enter');
    await expect.poll(notes).toEqual(['支援の仕組みが必要']);
    for (const text of ['窓口が遠い。', '番号を付けて追えるようにする。']) {
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    }
    await expect.poll(notes).toEqual(['支援の仕組みが必要', '窓口が遠い。', '番号を付けて追えるようにする。']);
    expect(await entry.inputValue()).toBe('');
  });

  it('drafts a chapter whose clauses number themselves, with two citations', async () => {
    await goTo(page, `/c/${committeeId}/draft`);
    await page.getByRole('button', { name: '方針案を書き始める' }).click();
    const sheet = page.getByRole('textbox', { name: '方針案の本文' });
    await sheet.click();
    await page.keyboard.press('Control+Alt+1');
    await composeText(page, 'やくわりぶんたん', '役割分担');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Alt+3');
    await composeText(page, 'くやくしょは', '区役所は');
    await page.keyboard.insertText('、身近な課題をその場で解く。');
    const draft = async () => {
      const [found] = await ask(app, 'drafts.list', { committeeId });
      draftId = found?.id ?? '';
      return ask(app, 'drafts.get', { committeeId, id: draftId });
    };
    for (const citations of [1, 2]) {
      await page.locator('li', { hasText: '未対応' }).locator('[data-evidence]').first().dblclick();
      await expect.poll(async () => (await draft()).targets.length).toBe(citations);
      await expect.poll(() => page.getByRole('button', { name: /で引いている/ }).count()).toBe(citations);
    }
    const { clauses } = await draft();
    expect(clauses.map(({ number }) => number)).toEqual(['第1章', '(1)']);
    const answered = (await ask(app, 'points.all', { committeeId })).filter((point) => point.state === 'answered');
    expect(answered).toHaveLength(2);
    expect(answered.flatMap((point) => point.citations.map((place) => place.label))).toEqual(['第1章(1)', '第1章(1)']);
  });

  it('writes both reports as Word and PDF, holding every text of the store', async () => {
    const points = await ask(app, 'points.all', { committeeId });
    const { clauses } = await ask(app, 'drafts.get', { committeeId, id: draftId });
    const meetings = await ask(app, 'meetings.list', { committeeId });
    const inItems = points.filter((point) => point.itemId !== null);
    const drafted = clauses.flatMap(({ content }) => (content.form === 'runs' ? content.runs.flatMap((run) => (run.t === 'text' ? [run.text] : [])) : []));
    const expected = {
      審議資料: [...inItems.map((point) => point.text), ...meetings.flatMap(({ label, dateRaw }) => [label, dateRaw])],
      基本方針: [...drafted, ...inItems.filter((point) => point.kind === 'issue').map((point) => point.text), ...meetings.map(({ label }) => label)],
    };
    await goTo(page, `/c/${committeeId}/export`);
    for (const [form, texts] of Object.entries(expected)) {
      await page.getByRole('radio', { name: new RegExp(form) }).check({ force: true });
      for (const [format, button] of [['docx', /^Word/], ['pdf', /^PDF/]] as const) {
        const path = join(folder, `${form}.${format}`);
        app.answerSaveDialog(path);
        await page.getByRole('button', { name: button }).click();
        await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
        const read = squeezed(format === 'docx' ? await wordText(path) : await pdfText(path));
        expect(texts.filter((text) => !read.includes(squeezed(text)))).toEqual([]);
      }
    }
  });

  it('loses at most the last second of typing to kill -9, and nothing that was acknowledged', async () => {
    const before = await ask(app, 'points.all', { committeeId });
    await goTo(page, `/c/${committeeId}/draft/${draftId}`);
    const sheet = page.getByRole('textbox', { name: '方針案の本文' });
    await sheet.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    const typed = Array.from('本庁は、全市で同じ水準が求められる仕事の枠を定め、区役所の工夫を支えることを役割とする。');
    const at: { text: string; time: number }[] = [];
    let soFar = '';
    // Typing goes on without a pause until the process is gone.
    const typing = (async () => {
      for (const character of [...typed, ...typed]) {
        await page.keyboard.insertText(character);
        soFar += character;
        at.push({ text: soFar, time: performance.now() });
        await page.waitForTimeout(40);
      }
    })().catch(() => undefined); // the window is killed under it
    await page.waitForTimeout(2600);
    const killed = performance.now();
    await app.kill();
    await typing;

    await open();
    const { clauses } = await ask(app, 'drafts.get', { committeeId, id: draftId });
    const kept = clauses.flatMap(({ content }) => (content.form === 'runs' ? [content.runs.map((run) => (run.t === 'text' ? run.text : '')).join('')] : []));
    const safe = at.findLast(({ time }) => time <= killed - 1000)?.text ?? '';
    expect(safe.length).toBeGreaterThan(10);
    expect(kept.some((text) => text.startsWith(safe))).toBe(true);
    expect(await ask(app, 'points.all', { committeeId })).toEqual(before);
    expect(await app.requests()).toEqual([]);
  });
});

/** Without white space and the blanks of typesetting, which Word and PDF put where they like. */
const squeezed = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

const wordText = async (path: string): Promise<string> => (await mammoth.extractRawText({ path })).value;

/** Height of the bottom margin, in points. */
const FOOT = 60;

async function pdfText(path: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const pdf = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    // The page number at the foot stands in the middle of a text that goes on overleaf.
    pages.push(items.map((item) => ('str' in item && Number(item.transform[5]) > FOOT ? item.str : '')).join(''));
  }
  await loading.destroy();
  return pages.join('');
}
