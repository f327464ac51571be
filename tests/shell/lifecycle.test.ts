import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { backup } from '../../db/backup.ts';
import { openStore } from '../../db/dossier/store.ts';
import { launchApp } from './harness.ts';
import type { RunningApp } from './harness.ts';

let profileDir: string;
let store: string;
beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'lifecycle-'));
  store = join(profileDir, 'shingicho.db');
});
afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

const createCommittee = (app: RunningApp, name: string) => app.invoke('committees.create', { name });
const names = async (app: RunningApp) => {
  const result = await app.invoke('committees.list', {});
  return result.ok ? result.value.map(({ name }) => name) : [result.code];
};

/** The page that says why the app cannot go on. */
async function messagePage({ page }: RunningApp): Promise<Page> {
  const context = page.context();
  const message = context.pages().find((other) => other !== page) ?? await context.waitForEvent('page');
  await message.getByRole('alertdialog').waitFor();
  return message;
}

it('closes its store whole when it is asked to end, and has everything when it opens again', async () => {
  const first = await launchApp({ profileDir });
  expect(await createCommittee(first, '区役所の在り方検討会')).toMatchObject({ ok: true });
  await first.close();
  expect(first.app.exitCode).toBe(0);
  expect(existsSync(`${store}-wal`)).toBe(false);

  const second = await launchApp({ profileDir });
  expect(await names(second)).toEqual(['区役所の在り方検討会']);
  await second.close();
});

it('ends when its window is closed, and remembers the window', async () => {
  const app = await launchApp({ profileDir });
  const gone = once(app.app, 'exit');
  await app.page.close();
  await gone;
  expect(app.app.exitCode).toBe(0);
  expect(JSON.parse(readFileSync(join(profileDir, 'preferences.json'), 'utf8'))).toMatchObject({ window: { width: 1440, height: 900, maximised: false } });
});

it('keeps what was acknowledged through SIGKILL, and opens again at once', async () => {
  const first = await launchApp({ profileDir });
  expect(await createCommittee(first, '総合計画審議会')).toMatchObject({ ok: true });
  await first.kill();
  const second = await launchApp({ profileDir });
  expect(await names(second)).toEqual(['総合計画審議会']);
  await second.close();
});

it('is open once: a second start leaves at once and touches nothing', async () => {
  const first = await launchApp({ profileDir });
  const second = spawn(process.execPath, first.app.spawnargs.slice(1), { stdio: 'ignore' });
  const [code] = await once(second, 'exit') as [number | null];
  expect(code).toBe(0);
  expect(await names(first)).toEqual([]);
  await first.close();
});

it('says in Japanese what to do about a damaged store, leaves it as it is and ends', async () => {
  const damaged = 'これは帳簿ではありません。'.repeat(500);
  writeFileSync(store, damaged);
  const app = await launchApp({ profileDir });
  const message = await messagePage(app);
  expect(await message.getByRole('alertdialog').textContent()).toMatch(/壊れている.*backups/);
  const gone = once(app.app, 'exit');
  await message.getByRole('button', { name: '終了' }).click();
  await gone;
  expect(app.app.exitCode).toBe(1);
  const kept = [store, ...new Set(app.output().match(/\S+\.damaged\S*/g))].filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
  expect(kept).toContain(damaged);
});

it('opens the newest backup of a damaged store when asked to, and keeps the damaged file', async () => {
  const healthy = openStore(store);
  healthy.create({ dossierId: 'd', why: { author: '', device: 'test', reason: 'test' } }, (draft) => draft.add('committee', 'd', { name: '控えの検討会', municipality: '', purpose: '', sample: false }));
  backup(healthy.connection.sqlite, 'daily');
  healthy.close();
  const damaged = 'これは帳簿ではありません。'.repeat(500);
  writeFileSync(store, damaged);
  const app = await launchApp({ profileDir });
  await (await messagePage(app)).getByRole('button', { name: '控えから開く' }).click();
  await expect.poll(() => names(app), { timeout: 15_000 }).toEqual(['控えの検討会']);
  const [kept = ''] = readdirSync(profileDir).filter((name) => name.endsWith('.damaged'));
  expect(readFileSync(join(profileDir, kept), 'utf8')).toBe(damaged);
  await app.close();
});

it('says in Japanese that another program holds the store', async () => {
  const holder = new Database(store);
  holder.pragma('journal_mode = WAL');
  holder.pragma('locking_mode = EXCLUSIVE');
  holder.exec('CREATE TABLE held (x); BEGIN EXCLUSIVE');
  const app = await launchApp({ profileDir });
  const message = await messagePage(app);
  expect(await message.getByRole('alertdialog').textContent()).toContain('ほかの審議帳が使っています');
  await message.close();
  if (app.app.exitCode === null) await once(app.app, 'exit');
  expect(app.app.exitCode).toBe(1);
  holder.close();
});
