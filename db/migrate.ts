import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { backup } from './backup.ts';
import { StoreError } from './errors.ts';

const migrations = readMigrationFiles({ migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) });

/** Number of migrations this program knows; stands in the database as `user_version`. */
export const KNOWN_VERSION = migrations.length;

const tablesOf = (sqlite: Database.Database): string[] =>
  sqlite.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search_index%'").all().map((row) => row.name);

const rowCounts = (sqlite: Database.Database): Map<string, number> =>
  new Map(tablesOf(sqlite).map((name) => [name, Number(sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())]));

/**
 * Brings the database up to this program's form, all or nothing. A store that holds anything is backed up first.
 * Drizzle writes the SQL; its own runner is not used because it opens the transaction itself, inside which turning
 * foreign keys off does nothing, and a rebuilt table would silently delete its children (drizzle-orm issue 5782).
 * Afterwards no row may be missing or dangling.
 * @throws StoreError store-newer, before anything is touched, where a newer program wrote the database
 * @throws StoreError store-migration-failed where a migration fails or would lose rows; the file is left as it was
 */
export function migrateStore(sqlite: Database.Database): void {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  if (version > KNOWN_VERSION) throw new StoreError('store-newer', sqlite.name);
  if (version === KNOWN_VERSION) return;
  if (version > 0) backup(sqlite, `before-v${KNOWN_VERSION}`);

  const upgrade = sqlite.transaction(() => {
    const before = rowCounts(sqlite);
    for (const migration of migrations.slice(version)) for (const statement of migration.sql) sqlite.exec(statement);
    const after = rowCounts(sqlite);
    const lost = [...before].filter(([name, rows]) => (after.get(name) ?? rows) < rows).map(([name]) => name);
    if (lost.length > 0) throw new Error(`rows lost in ${lost.join(', ')}`);
    const dangling = sqlite.pragma('foreign_key_check');
    if (Array.isArray(dangling) && dangling.length > 0) throw new Error('dangling foreign keys');
    sqlite.pragma(`user_version = ${KNOWN_VERSION}`);
  });
  sqlite.pragma('foreign_keys = OFF');
  try {
    upgrade.immediate();
  } catch (error) {
    throw new StoreError('store-migration-failed', sqlite.name, { cause: error });
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}
