import * as Automerge from '@automerge/automerge';
import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { ClauseContent, citedIds } from '../domain/clause-content.ts';
import * as schema from '../schema/index.ts';
import { indexTokens } from '../search-text.ts';
import { REMOVED, fromStored, isRemoved, readStored, recordAt, storedRecord } from './document.ts';
import type { Doc } from './document.ts';
import { searchableText } from './searchable.ts';
import { TABLE_NAMES, laterFields } from './shape.ts';
import type { AnyRecord, TableName, Value } from './shape.ts';

/** A record that a change touched. */
export type Touched = { table: TableName; id: string };

/** What was touched, read off Automerge's patches: each record once. */
export function touchedBy(patches: readonly Automerge.Patch[]): Touched[] {
  const touched = new Map<string, Touched>();
  for (const { path } of patches) {
    const record = recordAt(path);
    if (record !== null) touched.set(`${record.table} ${record.id}`, record);
  }
  return [...touched.values()];
}

/** The citations of a clause as it is stored. */
const citationsOf = (clause: AnyRecord | null): string[] =>
  clause === null ? [] : citedIds(ClauseContent.parse(JSON.parse(String(clause['content']))));

const changedFields = (before: AnyRecord | null, after: AnyRecord): string[] =>
  Object.keys(after).filter((field) => before?.[field] !== after[field]).toSorted();

/** Whether a change to a clause did more than alter its words: its number or place, or what it cites. */
const isRelinked = (before: AnyRecord | null, after: AnyRecord, changed: readonly string[]): boolean =>
  changed.some((field) => field !== 'content') || citationsOf(before).join() !== citationsOf(after).join();

/** Fields that no person chooses between: the tombstone settles itself (isRemoved), a place in a list and the time of import need no choice. */
const UNCHOSEN: ReadonlySet<string> = new Set([REMOVED, 'rank', 'importedAt']);

const bindable = (value: Value | undefined) => (typeof value === 'boolean' ? Number(value) : (value ?? null));

function recordStatements(sqlite: Database.Database, table: TableName) {
  const columns = Object.entries(getTableColumns(schema[table])).filter(([key]) => key !== 'dossierId' && key !== 'id');
  const name = getTableName(schema[table]);
  const names = ['dossier_id', 'id', ...columns.map(([, column]) => column.name)].map((column) => `"${column}"`);
  const updates = columns.map(([, column]) => `"${column.name}" = excluded."${column.name}"`);
  const insert = `INSERT INTO "${name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT DO UPDATE SET ${updates.join(', ')}`;
  return {
    keys: columns.map(([key]) => key),
    later: laterFields(table),
    put: sqlite.prepare(insert),
    drop: sqlite.prepare(`DELETE FROM "${name}" WHERE dossier_id = ? AND id = ?`),
    clear: sqlite.prepare(`DELETE FROM "${name}" WHERE dossier_id = ?`),
  };
}

/**
 * Writes the relational rows of a dossier from its document: the only writer of the projected tables, always inside the
 * transaction that writes the change itself.
 */
export function createProjector(sqlite: Database.Database) {
  // TABLE_NAMES holds every TableName, so the record is complete.
  const records = Object.fromEntries(TABLE_NAMES.map((table) => [table, recordStatements(sqlite, table)])) as Record<TableName, ReturnType<typeof recordStatements>>;
  const citations = {
    add: sqlite.prepare('INSERT OR IGNORE INTO citation (dossier_id, clause_id, target_id) VALUES (?, ?, ?)'),
    dropOf: sqlite.prepare('DELETE FROM citation WHERE dossier_id = ? AND clause_id = ?'),
  };
  const search = {
    find: sqlite.prepare<[string, string, string], { rowid: number; body: string }>('SELECT rowid, body FROM search_doc WHERE dossier_id = ? AND table_name = ? AND record_id = ?'),
    add: sqlite.prepare('INSERT INTO search_doc (rowid, dossier_id, table_name, record_id, offset, line, body) VALUES ((SELECT max(0, coalesce(max(rowid), 0)) + 1 FROM search_doc), ?, ?, ?, 0, 0, ?)'),
    update: sqlite.prepare('UPDATE search_doc SET body = ? WHERE rowid = ?'),
    drop: sqlite.prepare('DELETE FROM search_doc WHERE rowid = ?'),
    index: sqlite.prepare('INSERT OR REPLACE INTO search_index (rowid, body) VALUES (?, ?)'),
    unindex: sqlite.prepare('DELETE FROM search_index WHERE rowid = ?'),
    rowids: sqlite.prepare<[string], number>('SELECT rowid FROM search_doc WHERE dossier_id = ?').pluck(),
  };
  const conflicts = {
    put: sqlite.prepare('INSERT OR REPLACE INTO conflict (dossier_id, table_name, record_id, field, "values") VALUES (?, ?, ?, ?, ?)'),
    has: sqlite.prepare('SELECT 1 FROM conflict WHERE dossier_id = ? AND table_name = ? AND record_id = ? LIMIT 1').pluck(),
    dropOf: sqlite.prepare('DELETE FROM conflict WHERE dossier_id = ? AND table_name = ? AND record_id = ?'),
  };
  const history = sqlite.prepare('INSERT INTO record_change (dossier_id, hash, table_name, record_id, before, after) VALUES (?, ?, ?, ?, ?, ?)');
  const clears = ['citation', 'conflict', 'record_change'].map((name) => sqlite.prepare(`DELETE FROM ${name} WHERE dossier_id = ?`));

  const writeSearch = (dossierId: string, { table, id }: Touched, body: string) => {
    const found = search.find.get(dossierId, table, id);
    if (found?.body === body) return;
    if (body === '') {
      if (found === undefined) return;
      search.drop.run(found.rowid);
      search.unindex.run(found.rowid);
    } else if (found === undefined) {
      search.index.run(search.add.run(dossierId, table, id, body).lastInsertRowid, indexTokens(body));
    } else {
      search.update.run(body, found.rowid);
      search.index.run(found.rowid, indexTokens(body));
    }
  };

  const writeRecord = (dossierId: string, touched: Touched, record: AnyRecord | null) => {
    const { table, id } = touched;
    const statements = records[table];
    if (record === null) statements.drop.run(dossierId, id);
    else statements.put.run(dossierId, id, ...statements.keys.map((key) => bindable(record[key] ?? statements.later[key])));
    writeSearch(dossierId, touched, record === null ? '' : searchableText(table, record));
    if (table === 'clause') {
      citations.dropOf.run(dossierId, id);
      for (const target of citationsOf(record)) citations.add.run(dossierId, id, target);
    }
  };

  const writeConflicts = (dossierId: string, { table, id }: Touched, doc: Doc) => {
    conflicts.dropOf.run(dossierId, table, id);
    const stored = storedRecord(doc, table, id);
    if (stored === undefined) return;
    for (const field of Object.keys(stored)) {
      const values = UNCHOSEN.has(field) ? undefined : Automerge.getConflicts(stored, field);
      if (values === undefined) continue;
      // Conflicts are keyed by operation; sorted so that every laptop writes the same row.
      const both = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => fromStored(value as never));
      // Two people who wrote the same agree.
      if (both.every((value) => value === both[0])) continue;
      conflicts.put.run(dossierId, table, id, field, JSON.stringify(both));
    }
  };

  const writeHistory = (dossierId: string, hash: string, { table, id }: Touched, before: AnyRecord | null, after: AnyRecord, changed: readonly string[]) => {
    if (changed.length === 0) return;
    // A field the record did not have yet is left out: taking the change back leaves it as it is.
    const only = (record: AnyRecord) => JSON.stringify(Object.fromEntries(changed.flatMap((field) => (record[field] === undefined ? [] : [[field, record[field]]]))));
    history.run(dossierId, hash, table, id, before === null ? null : only(before), only(after));
  };

  return {
    /**
     * Projects what one change did; `before` is the document as it was. Only a merged change can bring a conflict, so
     * that for a local one a record is looked at only where it has one that the change may have settled.
     * @returns the tables written; `citation` among them where clauses were renumbered, moved or cite something else
     */
    project(dossierId: string, hash: string, touched: readonly Touched[], before: Doc, after: Doc, origin: 'local' | 'merged'): Set<string> {
      const tables = new Set<string>();
      for (const one of touched) {
        const stored = storedRecord(after, one.table, one.id);
        if (stored === undefined) continue;
        const record = readStored(stored);
        if (record === null) continue;
        writeRecord(dossierId, one, isRemoved(stored) ? null : record);
        if (origin === 'merged' || conflicts.has.get(dossierId, one.table, one.id) === 1) writeConflicts(dossierId, one, after);
        const was = readStored(storedRecord(before, one.table, one.id));
        const changed = changedFields(was, record);
        writeHistory(dossierId, hash, one, was, record, changed);
        tables.add(one.table);
        if (one.table === 'clause' && isRelinked(was, record, changed)) tables.add('citation');
      }
      return tables;
    },
    /** Throws a dossier's projection away. */
    clear(dossierId: string): void {
      for (const rowid of search.rowids.all(dossierId)) {
        search.drop.run(rowid);
        search.unindex.run(rowid);
      }
      for (const table of TABLE_NAMES) records[table].clear.run(dossierId);
      for (const clear of clears) clear.run(dossierId);
    },
  };
}

export type Projector = ReturnType<typeof createProjector>;
