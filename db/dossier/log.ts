import * as Automerge from '@automerge/automerge';
import type Database from 'better-sqlite3';
import { newDocument } from './document.ts';
import type { Doc, Document } from './document.ts';
import { readMeta } from './meta.ts';
import type { ChangeMeta } from './meta.ts';

/** How many changes a document replays at most when it is opened. */
const SNAPSHOT_EVERY = 500;

/** A change and what it says of itself. */
export type NewChange = { hash: string; meta: ChangeMeta; at: string; bytes: Uint8Array };

/** Reads what another laptop's change says of itself. */
export function describeChange(bytes: Uint8Array): NewChange {
  const { hash, time, message } = Automerge.decodeChange(bytes);
  return { hash, meta: readMeta(message), at: new Date(time * 1000).toISOString(), bytes };
}

export type LoggedChange = { seq: number; hash: string; bytes: Uint8Array };

/** The log of changes: rows that are only ever added. */
export function createLog(sqlite: Database.Database) {
  const addDossier = sqlite.prepare('INSERT INTO dossier (id, created_at) VALUES (?, ?)');
  const hasDossier = sqlite.prepare('SELECT 1 FROM dossier WHERE id = ?').pluck();
  const append = sqlite.prepare(
    'INSERT INTO dossier_change (dossier_id, hash, author, device, at, reason, step, mode, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const since = sqlite.prepare<[string, number], LoggedChange>('SELECT seq, hash, bytes FROM dossier_change WHERE dossier_id = ? AND seq > ? ORDER BY seq');
  const snapshot = sqlite.prepare<[string], { seq: number; bytes: Uint8Array }>('SELECT seq, bytes FROM dossier_snapshot WHERE dossier_id = ?');
  const putSnapshot = sqlite.prepare('INSERT OR REPLACE INTO dossier_snapshot (dossier_id, seq, bytes) VALUES (?, ?, ?)');

  return {
    create: (dossierId: string, at: string) => addDossier.run(dossierId, at),
    has: (dossierId: string): boolean => hasDossier.get(dossierId) === 1,
    /** Every change of the dossier after `seq`, in the order it was applied here. */
    changesSince: (dossierId: string, seq = 0): LoggedChange[] => since.all(dossierId, seq),
    /** Adds a change that is not in the log yet. @param at ISO time @returns its place in the log */
    append(dossierId: string, { hash, meta, at, bytes }: NewChange): number {
      const { lastInsertRowid } = append.run(dossierId, hash, meta.author, meta.device, at, meta.reason, meta.step, meta.mode, bytes);
      return Number(lastInsertRowid);
    },
    /** The document as the log says, and the last change it holds. */
    load(dossierId: string): { doc: Doc; seq: number; snapshotSeq: number } {
      const kept = snapshot.get(dossierId);
      const start = kept === undefined ? newDocument() : Automerge.load<Document>(kept.bytes);
      const tail = since.all(dossierId, kept?.seq ?? 0);
      const [doc] = Automerge.applyChanges(start, tail.map((change) => change.bytes));
      return { doc, seq: tail.at(-1)?.seq ?? kept?.seq ?? 0, snapshotSeq: kept?.seq ?? 0 };
    },
    /** Keeps the document whole once enough changes have come since the last time. */
    snapshotIfDue(dossierId: string, doc: Doc, seq: number, snapshotSeq: number): number {
      if (seq - snapshotSeq < SNAPSHOT_EVERY) return snapshotSeq;
      putSnapshot.run(dossierId, seq, Automerge.save(doc));
      return seq;
    },
  };
}

export type Log = ReturnType<typeof createLog>;
