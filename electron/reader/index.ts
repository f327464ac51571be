import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import type { Failure } from '../contract/index.ts';
import { readPaper } from '../services/papers/read-paper.ts';
import { SIGN } from './protocol.ts';
import type { FromReader, ReaderStart, ToReader } from './protocol.ts';

/** A reader thread: turns one file at a time into a read paper. It sees neither the store nor the disk. */
const port = parentPort;
if (port === null) throw new Error('a paper reader runs as a worker thread');
// The pool starts the thread with exactly this.
const signs = new Int32Array((workerData as ReaderStart).signs);

const send = (message: FromReader, taken: ArrayBuffer[] = []) => port.postMessage(message, taken);

function progress(done: number, total: number): void {
  Atomics.store(signs, SIGN.done, done);
  Atomics.store(signs, SIGN.total, total);
  Atomics.add(signs, SIGN.alive, 1);
}

async function read({ fileName, bytes, kind }: ToReader): Promise<void> {
  try {
    const paper = await readPaper(fileName, bytes, { progress, ...(kind === undefined ? {} : { kind }) });
    // The pool sent bytes with a buffer of their own, never a shared one.
    send({ type: 'read', paper, bytes }, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    send({ type: 'refused', failure: failureOf(fileName, error) });
  }
}

/** What no reader foresaw is a fault of ours that a strange file brought out: the person needs to know which file. */
function failureOf(file: string, error: unknown): Failure {
  if (error instanceof AppError) return { ok: false, code: error.code, detail: error.detail };
  return { ok: false, code: 'paper-reader-failed', detail: { file, cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } };
}

// PDF.js leaves promises behind that nobody waits for; what a damaged file made of them it tells the reader in another way.
process.on('unhandledRejection', () => {});

port.on('message', (request: ToReader) => void read(request));
send({ type: 'ready' });
