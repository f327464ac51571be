import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { goTo, openApp } from './harness.ts';
import type { RunningApp } from './harness.ts';
import { composeText } from './input-method.ts';

// The city, its members and what they say are invented.
describe('the board and the meeting at the keyboard', () => {
  const profileDir = mkdtempSync(join(tmpdir(), 'shingicho-keys-'));
  let app: RunningApp;
  let page: Page;
  let committeeId = '';
  let itemId = '';
  let meetingId = '';
  const open = async () => {
    app = await openApp({ profileDir });
    ({ page } = app);
  };
  const points = () => ask(app, 'points.list', { committeeId, itemId });
  const texts = async (kind: string) => (await points()).filter((point) => point.kind === kind).map((point) => point.text);
  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  const press = async (...keys: string[]) => { for (const key of keys) await page.keyboard.press(key); };

  beforeAll(async () => {
    await open();
    ({ committeeId } = await ask(app, 'committees.create', { name: '公園の在り方検討会', municipality: 'みどり市' }));
    ({ id: itemId } = await ask(app, 'items.add', { committeeId, title: '公園の管理' }));
    ({ id: meetingId } = await ask(app, 'meetings.add', { committeeId, label: '第1回検討会' }));
    for (const title of ['開会', '管理の現状']) await ask(app, 'agenda.add', { committeeId, meetingId, title });
    for (const name of ['石田 正', '森 はるか']) await ask(app, 'members.add', { committeeId, name });
    await goTo(page, `/c/${committeeId}/board/${itemId}`);
    await page.getByRole('button', { name: /課題を加える/ }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('adds points one after the other without the mouse, and the cities of an example with it', async () => {
    await press('k');
    await composeText(page, 'きがかれる', '木が枯れる。');
    await press('Enter');
    await page.keyboard.insertText('遊具が古い。');
    await press('Enter', 'Escape', 'e');
    await page.keyboard.insertText('点検の結果を公開した。（青嶺市、白浜市）');
    await press('Enter', 'Escape');
    await expect.poll(() => texts('issue')).toEqual(['木が枯れる。', '遊具が古い。']);
    await expect.poll(async () => (await points()).find((point) => point.kind === 'example')).toMatchObject({ text: '点検の結果を公開した。', cities: ['青嶺市', '白浜市'] });
  });

  it('edits in place, puts in order, retypes and links by keyboard', async () => {
    await row('遊具が古い。').click();
    await press('Enter');
    await page.keyboard.insertText('危ない。');
    await press('Enter');
    await row('遊具が古い。危ない。').waitFor();
    // The focus is back on the row once the edit has been saved and its field is gone.
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches('textarea, input, body'))).toBe(false);
    await press('Alt+ArrowUp');
    await expect.poll(() => texts('issue')).toEqual(['遊具が古い。危ない。', '木が枯れる。']);
    await press('l', 'ArrowRight', 'Space', 'Escape');
    await expect.poll(async () => (await points()).map((point) => point.linkedIds.length)).toEqual([1, 0, 1]);
    await press('Alt+ArrowLeft');
    await expect.poll(() => texts('viewpoint')).toEqual(['遊具が古い。危ない。']);
  });

  it('removes with a way back', async () => {
    await row('木が枯れる。').click();
    await press('Delete');
    await expect.poll(() => texts('issue')).toEqual([]);
    await page.getByRole('alert').getByRole('button', { name: '元に戻す' }).click();
    await expect.poll(() => texts('issue')).toEqual(['木が枯れる。']);
  });

  it('says how many a filter by city hides', async () => {
    await ask(app, 'points.add', { committeeId, itemId, kind: 'example', text: '里親を募った。', cities: ['川音市'] });
    await page.getByRole('button', { name: /市町村でしぼる/ }).click();
    await page.getByRole('menuitemradio', { name: /川音市/ }).click();
    await page.getByText('1件を隠しています').waitFor();
    expect(await row('点検の結果を公開した。').count()).toBe(0);
    await page.getByRole('button', { name: 'すべて見せる' }).click();
    await row('点検の結果を公開した。').waitFor();
  });

  const notes = async () => (await ask(app, 'meetings.get', { committeeId, id: meetingId })).notes;
  const entry = () => page.getByRole('textbox', { name: /^発言（/ });

  it('keeps the order of notes and the focus when they come faster than one a second', async () => {
    await goTo(page, `/c/${committeeId}/meetings/${meetingId}`);
    await entry().waitFor();
    await press('Control+ArrowDown', 'Control+ArrowDown');
    const spoken = Array.from({ length: 25 }, (_, n) => `発言の${n + 1}番目`);
    for (const text of spoken) {
      await page.keyboard.insertText(text);
      await press('Enter');
    }
    expect(await entry().evaluate((field) => field === document.activeElement)).toBe(true);
    await expect.poll(async () => (await notes()).map((note) => note.text)).toEqual(spoken);
    const { agenda } = await ask(app, 'meetings.get', { committeeId, id: meetingId });
    expect(agenda.map((item) => [item.state, item.notes])).toEqual([['done', 0], ['current', 25]]);
  });

  it('does not record at an Enter that a browser sends after the end of the composition', async () => {
    const before = (await notes()).length;
    await entry().fill('変換したばかりの文');
    await entry().evaluate((field) => {
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
    });
    await page.waitForTimeout(300);
    expect([await entry().inputValue(), (await notes()).length]).toEqual(['変換したばかりの文', before]);
    await entry().fill('');
  });

  it('sets the speaker by a digit or by a name and a colon, and suggests the answer to a question', async () => {
    await press('Tab', '1', 'F2');
    await entry().and(page.getByLabel('発言（石田委員、質問）')).waitFor();
    await page.keyboard.insertText('森：いつからか。');
    await entry().and(page.getByLabel('発言（森委員、質問）')).waitFor();
    await press('Enter');
    await entry().and(page.getByLabel('発言（事務局、回答）')).waitFor();
    await expect.poll(async () => (await notes()).at(-1)).toMatchObject({ speaker: '森委員', kind: 'question', text: 'いつからか。' });
  });

  it('has the unrecorded line and an unfinished edit again after SIGKILL', async () => {
    await page.keyboard.insertText('来年度から始める');
    await page.waitForTimeout(1000);
    await goTo(page, `/c/${committeeId}/board/${itemId}`);
    await row('木が枯れる。').dblclick();
    await page.keyboard.insertText('病気による。');
    await page.waitForTimeout(1000);
    await app.kill();
    await open();
    await goTo(page, `/c/${committeeId}/board/${itemId}`);
    await expect.poll(() => page.getByRole('textbox', { name: '文を直す' }).inputValue()).toBe('木が枯れる。病気による。');
    await press('Enter');
    await expect.poll(() => texts('issue')).toEqual(['木が枯れる。病気による。']);
    await goTo(page, `/c/${committeeId}/meetings/${meetingId}`);
    await entry().and(page.getByLabel('発言（事務局、回答）')).waitFor();
    expect(await entry().inputValue()).toBe('来年度から始める');
  });
});
