import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backup, listBackups, restoreNewestBackup } from '../../db/backup.ts';
import { openStore } from '../../db/dossier/store.ts';
import type { Store } from '../../db/dossier/store.ts';
import { StoreError } from '../../db/errors.ts';
import { WHY, projectionOf, temporaryFolder, temporaryStore } from '../support/store.ts';

const DOSSIER = 'd';

function filled(path?: string): Store {
  const store = temporaryStore(path);
  store.create({ dossierId: DOSSIER, why: WHY }, (draft) => draft.add('committee', DOSSIER, { name: '検討会', municipality: '', purpose: '', sample: false }));
  return store;
}

const addPoint = (store: Store, id: string, text: string) =>
  store.change({ dossierId: DOSSIER, why: WHY }, (draft) => draft.add('point', id, { itemId: null, kind: 'issue', text, parentId: null, reason: '', rank: 'a0' }));

function faultOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error.fault;
    throw error;
  }
  return undefined;
}

describe('a store that cannot be opened', () => {
  it('is refused as locked while another process holds it, and is left as it was', () => {
    const path = join(temporaryFolder(), 'store.db');
    const holder = filled(path);
    const script = `import { openStore } from ${JSON.stringify(new URL('../../db/dossier/store.ts', import.meta.url).href)};
      try { openStore(${JSON.stringify(path)}); console.log('opened'); } catch (error) { console.log(error.fault); }`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim()).toBe('store-locked');
    addPoint(holder, 'p', '続けて書ける');
    expect(projectionOf(holder, DOSSIER)['point']).toHaveLength(1);
  });

  it('is refused as newer without a byte being changed', () => {
    const path = join(temporaryFolder(), 'store.db');
    filled(path).close();
    const newer = new Database(path);
    newer.pragma('user_version = 9999');
    newer.pragma('wal_checkpoint(TRUNCATE)');
    newer.close();
    const bytes = readFileSync(path);
    expect(faultOf(() => openStore(path))).toBe('store-newer');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it.each([
    ['not a database', (path: string) => writeFileSync(path, '審議帳ではないファイル'.repeat(1000))],
    ['cut short', (path: string) => truncateSync(path, 5000)],
  ])('is refused as damaged when it is %s, and kept', (_name, damage) => {
    const path = join(temporaryFolder(), 'store.db');
    filled(path).close();
    damage(path);
    const bytes = readFileSync(path);
    expect(faultOf(() => { openStore(path).connection.sqlite.pragma('integrity_check'); })).toBe('store-damaged');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is refused as not writable where its folder cannot be made', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(faultOf(() => openStore(join(folder, 'file', 'store.db')))).toBe('store-not-writable');
  });
});

describe('a full disk', () => {
  const mounted = (): string | null => {
    const folder = join(temporaryFolder(), 'small');
    mkdirSync(folder);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      return null; // not root, or no mounting in this container
    }
    onTestFinished(() => { execFileSync('umount', [folder]); });
    return folder;
  };

  it('refuses the write, keeps everything written before, and goes on once there is room', (test) => {
    const folder = mounted();
    if (folder === null) return test.skip('mounting a small tmpfs needs root');
    const store = filled(join(folder, 'store.db'));
    const fill = () => { for (let n = 0; n < 5000; n++) addPoint(store, `p${n}`, `${n}`.repeat(400)); };
    expect(faultOf(fill)).toBe('disk-full');
    const kept = store.connection.sqlite.prepare('SELECT count(*) FROM point').pluck().get();
    expect(kept).toBeGreaterThan(0);
    expect(store.connection.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    execFileSync('mount', ['-o', 'remount,size=16m', folder]);
    addPoint(store, 'after', '空きができた');
    expect(store.connection.sqlite.prepare('SELECT count(*) FROM point').pluck().get()).toBe(Number(kept) + 1);
    const before = projectionOf(store, DOSSIER);
    store.rebuild(DOSSIER);
    expect(projectionOf(store, DOSSIER)).toEqual(before);
    store.close();
  });
});

describe('backups', () => {
  it('are checked, kept to seven, and bring a damaged store back without throwing the damaged file away', () => {
    const path = join(temporaryFolder(), 'store.db');
    const store = filled(path);
    addPoint(store, 'p', '控えにある');
    for (let day = 1; day <= 9; day++) backup(store.connection.sqlite, 'daily', new Date(Date.UTC(2026, 0, day)));
    expect(listBackups(path)).toHaveLength(7);
    store.close();
    // The newest copy is damaged too: it must not be trusted.
    const [newest = ''] = listBackups(path);
    writeFileSync(newest, 'こわれた控え');
    writeFileSync(path, 'こわれた帳簿');
    const restored = restoreNewestBackup(path);
    expect(restored?.restored).not.toBe(newest);
    expect(readFileSync(restored?.kept ?? '', 'utf8')).toBe('こわれた帳簿');
    expect(projectionOf(temporaryStore(path), DOSSIER)['point']).toHaveLength(1);
  });
});
