import type { z } from 'zod';
import type { Document } from './document.ts';
import { REMOVED, fromStored, isRemoved, putRecord, removal, standing, storedRecord, toStored } from './document.ts';
import { SHAPE, TABLE_NAMES, laterFields } from './shape.ts';
import type { AnyRecord, NewRecord, RecordOf, TableName, Value } from './shape.ts';

/** Some fields of a record; one that is undefined stays as it is. */
export type Fields<T extends TableName> = { [K in keyof RecordOf<T>]?: RecordOf<T>[K] | undefined };

/** What a command may do to the document: add, edit and remove records. Values are checked against the table's shape. */
export type DossierDraft = {
  /** Creates the record, or brings a removed one of that id back with these values. @throws ZodError on invalid values */
  add<T extends TableName>(table: T, id: string, record: NewRecord<T>): void;
  /** Sets the fields given; fields left out or equal stay. An id the document lacks is passed over. @returns whether any changed @throws ZodError */
  edit<T extends TableName>(table: T, id: string, fields: Fields<T>): boolean;
  /** Marks a record that stands as worked on: it is kept where somebody removes it at the same time, as one that was edited is. */
  keep(table: TableName, id: string): void;
  /** Marks the record removed; its values stay in the document. */
  remove(table: TableName, id: string): void;
  /** Brings a removed record back as it was. */
  restore(table: TableName, id: string): void;
};

/** What some fields of a record must be: made once, as zod compiles a schema where it is first used. */
// TABLE_NAMES holds every TableName, so the record is complete.
const SOME_FIELDS = Object.fromEntries(TABLE_NAMES.map((table) => [table, SHAPE[table].partial()])) as unknown as Record<TableName, z.ZodType<Partial<AnyRecord>>>;

/** The draft over a document that Automerge has opened for change. */
export function draftOf(document: Document): DossierDraft {
  const setFields = (table: TableName, id: string, fields: Partial<AnyRecord>): boolean => {
    const stored = storedRecord(document, table, id);
    if (stored === undefined) return false;
    const isNew = (field: string, value: Value) => stored[field] === undefined || fromStored(stored[field]) !== value;
    const changed = Object.entries(fields).flatMap(([field, value]) => (value !== undefined && isNew(field, value) ? [{ field, value }] : []));
    if (changed.length === 0) return false;
    for (const { field, value } of changed) stored[field] = toStored(value);
    // With every edit, so that it meets a removal made elsewhere at the same time and wins (see isRemoved).
    stored[REMOVED] = standing();
    return true;
  };
  const restore = (table: TableName, id: string) => {
    const stored = storedRecord(document, table, id);
    if (stored !== undefined && isRemoved(stored)) stored[REMOVED] = standing();
  };
  return {
    add: (table, id, record) => {
      // zod returns the table's record; the generic parts below see it as a flat record of single values.
      const values = SHAPE[table].parse({ ...laterFields(table), ...record }) as AnyRecord;
      if (storedRecord(document, table, id) === undefined) {
        const fields = Object.entries<Value>({ ...values, [REMOVED]: standing() });
        putRecord(document, table, id, Object.fromEntries(fields.map(([field, value]) => [field, toStored(value)])));
      } else {
        setFields(table, id, values);
        restore(table, id);
      }
    },
    edit: (table, id, fields) => setFields(table, id, SOME_FIELDS[table].parse(fields)),
    keep: (table, id) => {
      const stored = storedRecord(document, table, id);
      if (stored !== undefined && !isRemoved(stored)) stored[REMOVED] = standing();
    },
    remove: (table, id) => {
      const stored = storedRecord(document, table, id);
      if (stored !== undefined) stored[REMOVED] = removal();
    },
    restore,
  };
}

/** Sets fields as they are, tombstone included: for undo, whose values were checked when they were first written. */
export function restoreFields(document: Document, table: TableName, id: string, fields: AnyRecord): void {
  const stored = storedRecord(document, table, id);
  if (stored === undefined) return;
  for (const [field, value] of Object.entries(fields)) stored[field] = toStored(value);
  stored[REMOVED] = fields[REMOVED] === true ? removal() : standing();
}
