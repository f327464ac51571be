import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { openStore } from '../../db/dossier/store.ts';
import type { Store } from '../../db/dossier/store.ts';

/** A folder of this test's own, gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shingicho-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder of a whole test file, gone when its last test ends. */
export function lastingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shingicho-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new store in a folder of its own, closed when the test ends. */
export function temporaryStore(path = join(temporaryFolder(), 'store.db')): Store {
  const store = openStore(path);
  onTestFinished(() => { if (store.connection.sqlite.open) store.close(); });
  return store;
}

export const WHY = { author: '記録係', device: 'test-device', reason: 'test' } as const;

/** Every projected row of a dossier, in a fixed order: what must be equal after the projection is built again. */
export function projectionOf(store: Store, dossierId: string): Record<string, unknown[]> {
  const { sqlite } = store.connection;
  const tables = sqlite.prepare<[], { name: string }>(
    "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'dossier_id' WHERE m.type = 'table' AND m.name NOT IN ('dossier_change', 'dossier_snapshot') ORDER BY 1",
  ).all();
  return Object.fromEntries(tables.map(({ name }) => {
    const columns = sqlite.prepare<[string], { name: string }>("SELECT name FROM pragma_table_info(?) WHERE name != 'rowid' ORDER BY cid").all(name).map((column) => `"${column.name}"`);
    const list = columns.join(', ');
    return [name, sqlite.prepare(`SELECT ${list} FROM "${name}" WHERE dossier_id = ? ORDER BY ${list}`).raw().all(dossierId)];
  }));
}
