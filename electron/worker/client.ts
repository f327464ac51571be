import { Worker } from 'node:worker_threads';
import type { ChangeNotice, Failure, OutputOf, Result, WorkerOperation } from '../contract/index.ts';
import type { ReaderProcess, StartReader } from '../reader/protocol.ts';
import type { Caller, FromWorker, ToWorker, WorkerStart } from './protocol.ts';

export type WorkerClientOptions = WorkerStart & {
  /** The worker's entry: index.ts in development and tests, index.cjs in the built app. */
  entry: URL;
  /** Prints a self-contained HTML page to PDF bytes; a failure comes back as a Result, never as a rejection. */
  print: (html: string) => Promise<Result<Uint8Array>>;
  /** Starts a process that reads papers. */
  startReader: StartReader;
  onChange: (notice: ChangeNotice) => void;
  /** Something went wrong that no call asked about; the person should be told. */
  onTrouble?: (failure: Failure) => void;
  /** The thread died by itself; every open call has been answered with `internal`. */
  onExit?: (code: number) => void;
};

export type WorkerClient = {
  /** Asks the worker. A file's bytes in the input are handed over, not copied: the caller has them no more. */
  invoke<N extends WorkerOperation>(name: N, input: unknown, caller: Caller): Promise<Result<OutputOf<N>>>;
  /** Lets the writer finish, closes the store and ends the thread. */
  close(): Promise<void>;
};

/**
 * Starts the database worker, the store's single writer, and waits until the store is open.
 * Resolves to the client, or to the failure that says why the store could not be opened (locked, newer, damaged…).
 */
export async function startWorker(options: WorkerClientOptions): Promise<Result<WorkerClient>> {
  const { entry, print, startReader, onChange, onTrouble, onExit, ...workerData } = options;
  const worker = new Worker(entry, { workerData });
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let nextId = 1;
  let exited: Failure | undefined;

  const send = (message: ToWorker, taken: ArrayBuffer[] = []) => worker.postMessage(message, taken);
  const readers = new Map<number, ReaderProcess>();
  const start = (id: number): ReaderProcess => startReader({
    message: (message) => send({ type: 'reader-said', id, message }, message.type === 'done' ? ownBuffers(message) : []),
    exited: (exit) => {
      readers.delete(id);
      send({ type: 'reader-exited', id, exit });
    },
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  const opened = await new Promise<Result<true>>((resolve) => {
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'ready') resolve({ ok: true, value: true });
      else if (message.type === 'refused') resolve(message.failure);
      else if (message.type === 'change') onChange(message.notice);
      else if (message.type === 'trouble') onTrouble?.(message.failure);
      else if (message.type === 'start-reader') readers.set(message.id, start(message.id));
      else if (message.type === 'tell-reader') readers.get(message.id)?.send(message.message);
      else if (message.type === 'kill-reader') readers.get(message.id)?.kill();
      else if (message.type === 'print') void print(message.html).then((result) => send({ type: 'printed', id: message.id, result }));
      else {
        waiting.get(message.id)?.(message.result);
        waiting.delete(message.id);
      }
    });
    worker.on('error', (error) => {
      exited = { ok: false, code: 'internal', detail: { cause: error.message } };
      resolve(exited);
    });
    worker.on('exit', (code) => {
      const failure: Failure = exited ?? { ok: false, code: 'internal', detail: { cause: `worker exit ${code}` } };
      exited = failure;
      resolve(failure);
      for (const answer of waiting.values()) answer(failure);
      waiting.clear();
      for (const reader of readers.values()) reader.kill();
      onExit?.(code);
    });
  });
  if (!opened.ok) {
    await worker.terminate();
    return opened;
  }

  return {
    ok: true,
    value: {
      invoke: <N extends WorkerOperation>(name: N, input: unknown, caller: Caller) =>
        new Promise<Result<OutputOf<N>>>((resolve) => {
          if (exited) return resolve(exited);
          const id = nextId++;
          // The worker answers with the operation's own output type; the map cannot express that per entry.
          waiting.set(id, resolve as (result: Result<unknown>) => void);
          send({ type: 'call', id, name, input, caller }, ownBuffers(input));
        }),
      close: async () => {
        if (!exited) send({ type: 'close' });
        await ended;
      },
    },
  };
}

/** The buffers of the byte arrays in an input that share them with nothing else. */
function ownBuffers(input: unknown): ArrayBuffer[] {
  const values: unknown[] = typeof input === 'object' && input !== null ? Object.values(input) : [];
  return values.flatMap((value) => (value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength ? [value.buffer] : []));
}
