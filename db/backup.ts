import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';

const KEPT = 7;
const DAY = 24 * 60 * 60 * 1000;

const folderOf = (storePath: string): string => join(dirname(storePath), 'backups');

/** Backups of a store, newest first, by full path. */
export function listBackups(storePath: string): string[] {
  const folder = folderOf(storePath);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(storePath)}.`) && name.endsWith('.backup'))
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}

const isSound = (path: string): boolean => {
  try {
    const copy = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return copy.pragma('integrity_check', { simple: true }) === 'ok';
    } finally {
      copy.close();
    }
  } catch {
    return false; // a copy that cannot even be opened is not sound
  }
};

/**
 * Copies the store into `backups/` beside it with VACUUM INTO, and counts the copy only after opening and checking it.
 * The newest seven are kept.
 * @returns the copy's path
 * @throws Error where the copy does not check out (a sign that the store itself is damaged), or SQLite's own error
 */
export function backup(sqlite: Database.Database, label: string, now = new Date()): string {
  const folder = folderOf(sqlite.name);
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  const path = join(folder, `${basename(sqlite.name)}.${stamp}.${label}.backup`);
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  sqlite.prepare('VACUUM INTO ?').run(partial);
  if (!isSound(partial)) {
    rmSync(partial, { force: true });
    throw new Error(`backup of ${sqlite.name} does not pass integrity_check`);
  }
  renameSync(partial, path);
  for (const old of listBackups(sqlite.name).slice(KEPT)) rmSync(old);
  return path;
}

/** Makes the day's backup if the newest one is older than a day. */
export function backupDaily(sqlite: Database.Database, now = new Date()): void {
  const [newest] = listBackups(sqlite.name);
  if (newest !== undefined && now.getTime() - statSync(newest).mtimeMs < DAY) return;
  backup(sqlite, 'daily', now);
}

/**
 * Puts the newest sound backup in the place of a damaged store, which is kept beside it with `.damaged` in its name.
 * The store must be closed.
 * @returns what was restored and where the damaged file is, or null where no backup is sound
 */
export function restoreNewestBackup(storePath: string, now = new Date()): { restored: string; kept: string } | null {
  const restored = listBackups(storePath).find(isSound);
  if (restored === undefined) return null;
  const kept = `${storePath}.${now.toISOString().replaceAll(/[:.]/g, '-')}.damaged`;
  const partial = `${storePath}.restoring`;
  rmSync(partial, { force: true });
  const copy = new Database(restored, { readonly: true, fileMustExist: true });
  try {
    copy.prepare('VACUUM INTO ?').run(partial);
  } finally {
    copy.close();
  }
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(storePath + suffix)) renameSync(storePath + suffix, kept + suffix);
  }
  renameSync(partial, storePath);
  return { restored, kept };
}
