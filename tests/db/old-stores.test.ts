import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LIBRARY_ID } from '../../db/domain/library.ts';
import { listCommittees } from '../../db/queries/committees.ts';
import { KNOWN_VERSION } from '../../db/migrate.ts';
import { projectionOf, temporaryFolder, temporaryStore } from '../support/store.ts';

/**
 * One store a version of the program, each holding the sample committee of its time (an invented city); from v2 on also a
 * library with a paper that was replaced, of which the committee cites an example.
 */
const STORES = fileURLToPath(new URL('../fixtures/stores', import.meta.url));
const versions = readdirSync(STORES).filter((name) => name.endsWith('.db'));

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
    const [library] = listCommittees(orm, LIBRARY_ID);
    expect(library !== undefined).toBe(name !== 'v1.db');
    if (library !== undefined) {
      const rows = projectionOf(store, LIBRARY_ID);
      expect(rows['paper']).toHaveLength(2);
      store.rebuild(LIBRARY_ID);
      expect(projectionOf(store, LIBRARY_ID)).toEqual(rows);
    }
    const before = projectionOf(store, committee?.id ?? '');
    expect(before['clause']?.length).toBeGreaterThan(30);
    expect(before['note']?.length).toBeGreaterThan(20);
    store.rebuild(committee?.id ?? '');
    expect(projectionOf(store, committee?.id ?? '')).toEqual(before);
  });
});
