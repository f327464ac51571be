import * as Automerge from '@automerge/automerge';
import { v7 as uuidv7 } from 'uuid';
import { asStoreError } from '../errors.ts';
import { openConnection } from '../open.ts';
import type { Connection } from '../open.ts';
import { beginning, newDocument, storedRecord } from './document.ts';
import type { Doc, Document } from './document.ts';
import { draftOf } from './draft.ts';
import type { DossierDraft } from './draft.ts';
import { createLog, describeChange } from './log.ts';
import type { ChangeMeta, Mode } from './meta.ts';
import { createProjector, touchedBy } from './project.ts';
import type { Touched } from './project.ts';

/** Who changes a dossier and why. */
export type Reason = {
  author: string;
  /** Id of this machine; kept outside the database. */
  device: string;
  /** The operation's name, as history shows it. */
  reason: string;
  /** Id of the undoable step; left out: a step of its own. Changes that share one are undone together. */
  step?: string;
};

/** Told after a change is on disk. */
export type Committed = { dossierId: string; reason: string; tables: ReadonlySet<string>; touched: readonly Touched[] };

export type Change = {
  dossierId: string;
  why: Reason;
  /** Further rows for the same transaction (a source paper's bytes, say). */
  alsoWrite?: () => void;
  /** Records whose ids other laptops may give too, before they hear of this change (see beginning). */
  shared?: readonly Touched[];
};

type OpenDossier = { doc: Doc; seq: number; snapshotSeq: number };

/** Documents kept in memory; the one used longest ago is let go. */
const OPEN_DOSSIERS = 4;

export type Store = ReturnType<typeof openStore>;

/**
 * Opens the one store at `path`. All writes to a dossier go through `change` (undo, redo and merge use the same way in):
 * change, projection and search index stand in one transaction, so that a query never sees one without the other.
 * @throws StoreError as openConnection
 */
export function openStore(path: string, now: () => Date = () => new Date()) {
  const connection: Connection = openConnection(path);
  const { sqlite } = connection;
  const log = createLog(sqlite);
  const projector = createProjector(sqlite);
  const open = new Map<string, OpenDossier>();
  const listeners = new Set<(committed: Committed) => void>();

  const forget = (dossierId: string) => {
    const held = open.get(dossierId);
    open.delete(dossierId);
    if (held !== undefined) Automerge.free(held.doc);
  };

  const held = (dossierId: string): OpenDossier => {
    const found = open.get(dossierId) ?? log.load(dossierId);
    open.delete(dossierId); // put back as the one used last
    open.set(dossierId, found);
    const [oldest] = open.keys();
    if (open.size > OPEN_DOSSIERS && oldest !== undefined) forget(oldest);
    return found;
  };

  /** Runs `write` in one transaction; where it fails, what memory holds of the dossier is let go, as disk knows better. */
  const transact = <T>(dossierId: string, write: () => T): T => {
    try {
      return sqlite.transaction(write).immediate();
    } catch (error) {
      forget(dossierId);
      throw asStoreError(error, sqlite.name);
    }
  };

  const announce = (committed: Committed) => {
    if (committed.touched.length > 0) for (const listener of listeners) listener(committed);
  };

  /** The way in for every local change: `edit` works on the Automerge document itself. */
  const write = <T>({ dossierId, why, alsoWrite, shared = [] }: Change, mode: Mode, edit: (document: Document) => T): T => {
    const time = Math.floor(now().getTime() / 1000); // Automerge keeps whole seconds
    const meta: ChangeMeta = { author: why.author, device: why.device, reason: why.reason, step: why.step ?? uuidv7(), mode };
    let outcome: { value: T } | undefined;
    let touched: Touched[] = [];
    let tables: ReadonlySet<string> = new Set();
    transact(dossierId, () => {
      alsoWrite?.();
      begin(dossierId, shared);
      const dossier = held(dossierId);
      const before = dossier.doc;
      const after = Automerge.change(before, {
        message: JSON.stringify(meta),
        time,
        patchCallback: (patches) => { touched = touchedBy(patches); },
      }, (document) => { outcome = { value: edit(document) }; });
      if (after === before) return; // nothing differed: no change to keep
      const bytes = Automerge.getLastLocalChange(after);
      const [hash] = Automerge.getHeads(after); // a local change builds on everything there is, so it is the only head
      if (bytes === undefined || hash === undefined) throw new Error('Automerge gave no change');
      const seq = log.append(dossierId, { hash, meta, at: new Date(time * 1000).toISOString(), bytes });
      tables = projector.project(dossierId, hash, touched, before, after, 'local');
      const snapshotSeq = log.snapshotIfDue(dossierId, after, seq, dossier.snapshotSeq);
      open.set(dossierId, { doc: after, seq, snapshotSeq });
    });
    announce({ dossierId, reason: why.reason, tables, touched });
    if (outcome === undefined) throw new Error('the change did not run');
    return outcome.value;
  };

  /** Applies one logged change to a document and projects what it did. */
  const replay = (dossierId: string, hash: string, bytes: Uint8Array, before: Doc): { doc: Doc; tables: Set<string>; touched: Touched[] } => {
    let touched: Touched[] = [];
    const [doc] = Automerge.applyChanges(before, [bytes], { patchCallback: (patches) => { touched = touchedBy(patches); } });
    const tables = projector.project(dossierId, hash, touched, before, doc, 'merged');
    return { doc, tables, touched };
  };

  /** Begins the records that the document lacks; within a transaction. */
  const begin = (dossierId: string, shared: readonly Touched[]): void => {
    for (const { table, id } of shared) {
      const { doc, snapshotSeq } = held(dossierId);
      if (storedRecord(doc, table, id) !== undefined) continue;
      const change = describeChange(beginning(dossierId, table, id));
      const seq = log.append(dossierId, change);
      open.set(dossierId, { doc: replay(dossierId, change.hash, change.bytes, doc).doc, seq, snapshotSeq });
    }
  };

  return {
    connection,
    path,

    hasDossier: (dossierId: string): boolean => log.has(dossierId),

    /** Starts a committee's dossier and makes its first change, as one transaction. @returns what `edit` returned */
    create<T>(change: Change, edit: (draft: DossierDraft) => T): T {
      const { alsoWrite, ...rest } = change;
      const start = () => {
        log.create(change.dossierId, now().toISOString());
        alsoWrite?.();
      };
      return write({ ...rest, alsoWrite: start }, 'do', (document) => edit(draftOf(document)));
    },

    /**
     * The one door for writes. @returns what `edit` returned
     * @throws StoreError disk-full, store-not-writable; ZodError on values the shape refuses. Nothing is written then.
     */
    change: <T>(change: Change, edit: (draft: DossierDraft) => T): T => write(change, 'do', (document) => edit(draftOf(document))),

    /** The door for undo and redo: as `change`, under the mode that the steps are counted by. */
    revert: (change: Change, mode: 'undo' | 'redo', edit: (document: Document) => void): void => write(change, mode, edit),

    /**
     * Takes in another laptop's changes, each after those it builds on; those already here are passed over.
     * @returns how many were new
     * @throws Error where a change builds on one that is neither here nor among them; nothing is written then
     */
    merge(dossierId: string, changes: readonly Uint8Array[], reason: string): number {
      const touched: Touched[] = [];
      const tables = new Set<string>();
      let added = 0;
      transact(dossierId, () => {
        if (!log.has(dossierId)) log.create(dossierId, now().toISOString());
        const { snapshotSeq, ...start } = held(dossierId);
        let { doc, seq } = start;
        for (const bytes of changes) {
          const change = describeChange(bytes);
          if (Automerge.hasHeads(doc, [change.hash])) continue;
          seq = log.append(dossierId, change);
          const replayed = replay(dossierId, change.hash, bytes, doc);
          doc = replayed.doc;
          touched.push(...replayed.touched);
          for (const table of replayed.tables) tables.add(table);
          added += 1;
        }
        if (Automerge.getMissingDeps(doc, []).length > 0) throw new Error('changes are missing that these build on');
        open.set(dossierId, { doc, seq, snapshotSeq: log.snapshotIfDue(dossierId, doc, seq, snapshotSeq) });
      });
      announce({ dossierId, reason, tables, touched });
      return added;
    },

    /** Throws a dossier's projection away and builds it again from the log: the same rows, byte for byte. */
    rebuild(dossierId: string): void {
      transact(dossierId, () => {
        projector.clear(dossierId);
        let doc = newDocument();
        for (const { hash, bytes } of log.changesSince(dossierId)) doc = replay(dossierId, hash, bytes, doc).doc;
        Automerge.free(doc);
      });
    },

    onCommit(listener: (committed: Committed) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close(): void {
      for (const { doc } of open.values()) Automerge.free(doc);
      open.clear();
      sqlite.close();
    },
  };
}
