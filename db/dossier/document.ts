import * as Automerge from '@automerge/automerge';
import { isTableName } from './shape.ts';
import type { AnyRecord, TableName, Value } from './shape.ts';

/** A record as Automerge holds it: strings are immutable single values, never text that merges character by character. */
type StoredValue = number | boolean | null | Automerge.ImmutableString;
export type StoredRecord = Record<string, StoredValue>;
/**
 * Records by bucket, then by `table/id`. Automerge copies a map whenever a record in it changes, so one map of
 * thousands would make every edit pay for all of them; and as buckets are of no table, a new table needs no new map.
 */
export type Document = Record<string, Record<string, StoredRecord>>;
export type Doc = Automerge.Doc<Document>;

/** The tombstone: a field every record has beside its own, a mark that it stands or (below zero) that it is removed. */
export const REMOVED = 'removed';

// New each time: Automerge passes over writing a value that is there already, and tells of no change where it is.
export const standing = (): number => Math.random();
export const removal = (): number => -1 - Math.random();
const isRemoval = (mark: unknown): boolean => typeof mark === 'number' && mark < 0;

export const toStored = (value: Value): StoredValue => (typeof value === 'string' ? new Automerge.ImmutableString(value) : value);
export const fromStored = (value: StoredValue): Value => (Automerge.isImmutableString(value) ? value.toString() : value);

/** A record as plain values, the tombstone as true or false; null where the document has none of that id. */
export function readStored(stored: StoredRecord | undefined): AnyRecord | null {
  if (stored === undefined) return null;
  return Object.fromEntries(Object.entries(stored).map(([field, value]) => [field, field === REMOVED ? isRemoval(value) : fromStored(value)]));
}

const BUCKETS = 256;

/** The bucket of a record: FNV-1a of its key. Part of the document's form: never to be changed. */
function bucketOf(key: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return `b${(hash >>> 0) % BUCKETS}`;
}

const keyOf = (table: TableName, id: string): string => `${table}/${id}`;

/** The record of that id; undefined where the document never had one. */
export const storedRecord = (document: Document, table: TableName, id: string): StoredRecord | undefined => {
  const key = keyOf(table, id);
  return document[bucketOf(key)]?.[key];
};

/** Puts a new record into a document that is open for change. */
export function putRecord(document: Document, table: TableName, id: string, record: StoredRecord): void {
  const key = keyOf(table, id);
  const bucket = document[bucketOf(key)];
  if (bucket === undefined) throw new Error(`the document has no ${bucketOf(key)}`);
  bucket[key] = record;
}

/** Which record a patch's path leads to; null for what is none of this program's tables. */
export function recordAt([, key]: readonly Automerge.Prop[]): { table: TableName; id: string } | null {
  if (typeof key !== 'string') return null;
  const slash = key.indexOf('/');
  const table = key.slice(0, slash);
  return isTableName(table) ? { table, id: key.slice(slash + 1) } : null;
}

// The same on every laptop (fixed actor and time): two documents made apart still share their buckets.
const ORIGIN: Uint8Array = (() => {
  const empty = Automerge.init<Document>({ actor: '00' });
  const withBuckets = Automerge.change(empty, { time: 0, message: '' }, (doc) => {
    for (let bucket = 0; bucket < BUCKETS; bucket++) doc[`b${bucket}`] = {};
  });
  return Automerge.save(withBuckets);
})();

/**
 * A change that begins a record, empty and removed, the same on every laptop (its actor is made of the names). Laptops that
 * then fill the record apart fill one record, so that merging sees its fields; begun apart, one would hide the other.
 */
export function beginning(dossierId: string, table: TableName, id: string): Uint8Array {
  const actor = Array.from(new TextEncoder().encode(`${dossierId}/${keyOf(table, id)}`), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const begun = Automerge.change(Automerge.load<Document>(ORIGIN, { actor }), { time: 0, message: '' }, (doc) => putRecord(doc, table, id, { [REMOVED]: -1 }));
  const change = Automerge.getLastLocalChange(begun);
  Automerge.free(begun);
  if (change === undefined) throw new Error('Automerge gave no change');
  return change;
}

/** A new, empty document under a fresh actor id (actor ids are never kept: a restored copy must not repeat one). */
export const newDocument = (): Doc => Automerge.load<Document>(ORIGIN);

/**
 * Whether a record stands. A removal and an edit made apart meet as a conflict on the tombstone, and the edit wins:
 * what somebody worked on is never taken away unseen.
 */
export function isRemoved(stored: StoredRecord): boolean {
  if (!isRemoval(stored[REMOVED])) return false;
  const meeting = Automerge.getConflicts(stored, REMOVED);
  return meeting === undefined || Object.values(meeting).every(isRemoval);
}
