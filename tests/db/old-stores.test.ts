import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTableName } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { LIBRARY_ID } from '../../db/domain/library.ts';
import { TABLE_NAMES } from '../../db/dossier/shape.ts';
import type { Store } from '../../db/dossier/store.ts';
import { KNOWN_VERSION } from '../../db/migrate.ts';
import { listCommittees } from '../../db/queries/committees.ts';
import * as schema from '../../db/schema/index.ts';
import { projectionOf, temporaryFolder, temporaryStore } from '../support/store.ts';

/**
 * One store a version of the program, each holding the sample committee of its time (an invented city); from v2 on also a
 * library with a paper that was replaced, of which the committee cites an example; from v3 on also a second committee (of
 * another invented city) with minutes, citizens' opinions and a programme's sheet, corrected by hand and replaced.
 */
const STORES = fileURLToPath(new URL('../fixtures/stores', import.meta.url));
const versions = readdirSync(STORES).filter((name) => name.endsWith('.db'));

const dossiersIn = ({ connection: { sqlite } }: Store): string[] => sqlite.prepare<[], string>('SELECT id FROM dossier').pluck().all();

describe('stores written by every version so far', () => {
  it('are at hand, this version included', () => {
    expect(versions).toContain(`v${KNOWN_VERSION}.db`);
  });

  it.each(versions)('%s opens with every row, and its changes give the same rows again', (name) => {
    const path = join(temporaryFolder(), name);
    copyFileSync(join(STORES, name), path);
    const store = temporaryStore(path);
    const { sqlite, orm } = store.connection;
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    const [committee] = listCommittees(orm);
    expect(committee).toMatchObject({ items: 3, meetings: 7, papers: 1 });
    expect(listCommittees(orm, LIBRARY_ID)).toHaveLength(name === 'v1.db' ? 0 : 1);
    const before = projectionOf(store, committee?.id ?? '');
    expect(before['clause']?.length).toBeGreaterThan(30);
    expect(before['note']?.length).toBeGreaterThan(20);
    for (const id of dossiersIn(store)) {
      const rows = projectionOf(store, id);
      store.rebuild(id);
      expect(projectionOf(store, id)).toEqual(rows);
    }
  });

  it('hold, in the newest of them, a record of every table', () => {
    const path = join(temporaryFolder(), 'newest.db');
    copyFileSync(join(STORES, `v${KNOWN_VERSION}.db`), path);
    const { sqlite } = temporaryStore(path).connection;
    const empty = TABLE_NAMES.filter((table) => sqlite.prepare(`SELECT count(*) FROM "${getTableName(schema[table])}"`).pluck().get() === 0);
    expect(empty).toEqual([]);
  });
});
