import type { ChangeNotice, Failure, OutputOf, Result, WorkerOperation } from '../contract/index.ts';
import type { FromReader, ReaderExit, ToReader } from '../reader/protocol.ts';

/** Who asks: the name printed in history, and the id of this machine (kept outside the database). */
export type Caller = { author: string; device: string };

/** What main hands the worker at its start (worker_threads workerData). */
export type WorkerStart = {
  storePath: string;
  /** Puts the newest sound backup in the place of a damaged store first; the damaged file is kept. */
  restore?: boolean;
};

/** main → worker */
export type ToWorker =
  | { type: 'call'; id: number; name: WorkerOperation; input: unknown; caller: Caller }
  | { type: 'printed'; id: number; result: Result<Uint8Array> }
  | { type: 'reader-said'; id: number; message: FromReader }
  | { type: 'reader-exited'; id: number; exit: ReaderExit }
  | { type: 'close' };

/** worker → main */
export type FromWorker =
  | { type: 'ready' }
  /** The store could not be opened: nothing else will come. */
  | { type: 'refused'; failure: Failure }
  | { type: 'reply'; id: number; result: Result<OutputOf<WorkerOperation>> }
  | { type: 'change'; notice: ChangeNotice }
  /** Something went wrong that nobody asked about (the day's backup, say): main tells the person. */
  | { type: 'trouble'; failure: Failure }
  /** Only main has a browser: the worker asks it to print a page to PDF. */
  | { type: 'print'; id: number; html: string }
  /** Only main may start processes: it starts the readers, and passes on what they and the worker say to each other. */
  | { type: 'start-reader'; id: number }
  | { type: 'tell-reader'; id: number; message: ToReader }
  | { type: 'kill-reader'; id: number };
