import type { PaperKind } from '../../db/domain/words.ts';
import type { Failure } from '../contract/index.ts';
import type { ReadPaper } from '../services/papers/read-paper.ts';

/** What the pool hands a reader thread at its start (worker_threads workerData). */
export type ReaderStart = { signs: SharedArrayBuffer };

/**
 * Where a thread shows how far it is, in memory that both sides see: a thread that is busy cannot be asked, and one that
 * reads ten thousand pages should not send ten thousand messages. Signs of life since the paper came, steps done, steps
 * in all.
 */
export const SIGN = { alive: 0, done: 1, total: 2 } as const;
export const newSigns = (): SharedArrayBuffer => new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);

/** pool → thread: one paper, whose bytes the thread takes over. */
export type ToReader = { fileName: string; bytes: Uint8Array; kind?: PaperKind };

/** thread → pool */
export type FromReader =
  | { type: 'ready' }
  | { type: 'read'; paper: ReadPaper; bytes: Uint8Array }
  | { type: 'refused'; failure: Failure };
