import * as Automerge from '@automerge/automerge';
import { TABLE_NAMES } from './shape.ts';
import type { AnyRecord, TableName, Value } from './shape.ts';

/** A record as Automerge holds it: strings are immutable single values, never text that merges character by character. */
type StoredValue = number | boolean | null | Automerge.ImmutableString;
export type StoredRecord = Record<string, StoredValue>;
export type Document = Record<TableName, Record<string, StoredRecord>>;
export type Doc = Automerge.Doc<Document>;

/** The tombstone: a field every record has beside its own. */
export const REMOVED = 'removed';

export const toStored = (value: Value): StoredValue => (typeof value === 'string' ? new Automerge.ImmutableString(value) : value);
export const fromStored = (value: StoredValue): Value => (Automerge.isImmutableString(value) ? value.toString() : value);

/** A record as plain values, tombstone included; null where the document has none of that id. */
export function readStored(stored: StoredRecord | undefined): AnyRecord | null {
  if (stored === undefined) return null;
  return Object.fromEntries(Object.entries(stored).map(([field, value]) => [field, fromStored(value)]));
}

// The same on every laptop (fixed actor and time): two documents made apart still share their tables.
const ORIGIN: Uint8Array = (() => {
  const empty = Automerge.init<Document>({ actor: '00' });
  const withTables = Automerge.change(empty, { time: 0, message: '' }, (doc) => {
    for (const table of TABLE_NAMES) doc[table] = {};
  });
  return Automerge.save(withTables);
})();

/** A new, empty document under a fresh actor id (actor ids are never kept: a restored copy must not repeat one). */
export const newDocument = (): Doc => Automerge.load<Document>(ORIGIN);

/**
 * Whether a record stands. A removal and an edit made apart meet as a conflict on the tombstone, and the edit wins:
 * what somebody worked on is never taken away unseen.
 */
export function isRemoved(stored: StoredRecord): boolean {
  if (stored[REMOVED] !== true) return false;
  const meeting = Automerge.getConflicts(stored, REMOVED);
  return meeting === undefined || !Object.values(meeting).includes(false);
}
