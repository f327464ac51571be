import { parentPort, workerData } from 'node:worker_threads';
import { serialize } from 'node:v8';
import { AppError } from '../contract/errors.ts';
import type { Failure } from '../contract/index.ts';
import type { Task } from '../services/papers/paper-reader.ts';
import { runTask } from '../services/papers/run-task.ts';
import { SIGN } from './watched-thread.ts';
import type { FromThread, ThreadStart } from './watched-thread.ts';

/** The thread of a reader's process that reads: one task at a time. It sees neither the store nor the disk. */
const port = parentPort;
if (port === null) throw new Error('this runs as a worker thread');
// watched-thread.ts starts the thread with exactly this.
const signs = new Int32Array((workerData as ThreadStart).signs);

const send = (message: FromThread, taken: ArrayBuffer[] = []) => port.postMessage(message, taken);

function progress(done: number, total: number): void {
  Atomics.store(signs, SIGN.done, done);
  Atomics.store(signs, SIGN.total, total);
  Atomics.add(signs, SIGN.alive, 1);
}

async function run(task: Task): Promise<void> {
  try {
    const answer = serialize(await runTask(task, progress));
    send({ type: 'done', answer }, [answer.buffer]);
  } catch (error) {
    send({ type: 'refused', failure: failureOf(task.fileName, error) });
  }
}

/** What no reader foresaw is a fault of ours that a strange file brought out: the person needs to know which file. */
function failureOf(file: string, error: unknown): Failure {
  if (error instanceof AppError) return { ok: false, code: error.code, detail: error.detail };
  return { ok: false, code: 'paper-reader-failed', detail: { file, cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } };
}

// PDF.js leaves promises behind that nobody waits for; what a damaged file made of them it tells the reader in another way.
process.on('unhandledRejection', () => {});

port.on('message', (task: Task) => void run(task));
