import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { StoreError, asStoreError } from './errors.ts';
import { KNOWN_VERSION, migrateStore } from './migrate.ts';
import * as schema from './schema/index.ts';

export type Orm = BetterSQLite3Database<typeof schema>;

/** The open database: SQLite itself, and Drizzle over it for reading. */
export type Connection = { readonly sqlite: Database.Database; readonly orm: Orm };

/** The settings a store is written with; the bench's rival uses the same. */
export const DURABLE_PRAGMAS = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'cache_size = -16000'] as const;

/**
 * Opens (or creates) the store at `path` for this process alone and brings it up to date. What a command acknowledged
 * survives a killed process and a cut power line: WAL with synchronous=FULL.
 * @throws StoreError store-locked, store-newer, store-damaged, store-not-writable, store-migration-failed, disk-full
 */
export function openConnection(path: string): Connection {
  let sqlite: Database.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    sqlite = new Database(path, { timeout: 1500 });
    // Documents are held in memory, so a second process writing the same file would go unseen: one process at a time.
    sqlite.pragma('locking_mode = EXCLUSIVE');
    // Asked before anything is written: a newer program's file must not be touched.
    if (Number(sqlite.pragma('user_version', { simple: true })) > KNOWN_VERSION) throw new StoreError('store-newer', path);
    for (const pragma of DURABLE_PRAGMAS) sqlite.pragma(pragma);
    sqlite.exec('BEGIN IMMEDIATE; COMMIT'); // takes the lock now rather than at the first command
    migrateStore(sqlite);
    return { sqlite, orm: drizzle({ client: sqlite, schema }) };
  } catch (error) {
    sqlite?.close();
    throw asStoreError(error, path);
  }
}
