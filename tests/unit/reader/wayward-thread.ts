import { parentPort, workerData } from 'node:worker_threads';
import { serialize } from 'node:v8';
import { SIGN } from '../../../electron/reader/watched-thread.ts';
import type { FromThread, ThreadStart } from '../../../electron/reader/watched-thread.ts';
import type { ReadTask } from '../../../electron/services/papers/paper-reader.ts';
import { emptyReading } from './empty-reading.ts';

/** A thread that does what the name of the file says. */
const signs = new Int32Array((workerData as ThreadStart).signs);
const alive = () => Atomics.add(signs, SIGN.alive, 1);
const send = (message: FromThread) => parentPort?.postMessage(message);
const kept: unknown[] = [];
let read = 0;

const WAYS: Record<string, () => void> = {
  loop: () => {
    alive();
    for (;;);
  },
  'never answer': () => void alive(),
  'get on for ever': () => {
    for (;;) alive();
  },
  'grow objects': () => {
    for (;;) {
      kept.push(Array.from({ length: 100_000 }, (_, i) => ({ i })));
      alive();
    }
  },
  'grow buffers': () => {
    for (;;) {
      kept.push(new Uint8Array(1_000_000).fill(1));
      alive();
    }
  },
  'grow one table': () => {
    const table = new Map<number, number>();
    kept.push(table);
    for (let i = 0; ; i++) {
      table.set(i, i);
      if (i % 1000 === 0) alive();
    }
  },
  throw: () => { throw new TypeError('no such thing'); },
  reject: () => void Promise.reject(new TypeError('nobody waits for this')),
  exit: () => process.exit(3),
  'kill its process': () => void process.kill(process.pid, 'SIGKILL'),
  'end well and die': () => {
    well({ do: 'read', fileName: '', bytes: new Uint8Array() });
    setTimeout(() => process.exit(3), 20);
  },
  refuse: () => send({ type: 'refused', failure: { ok: false, code: 'paper-damaged', detail: { file: 'refuse' } } }),
};

function well({ bytes }: ReadTask): void {
  read += 1;
  for (const [sign, value] of [[SIGN.done, 2], [SIGN.total, 5], [SIGN.alive, 1]] as const) Atomics.store(signs, sign, value);
  // Longer than one may be quiet, but with signs of life.
  const beating = setInterval(alive, 20);
  setTimeout(() => {
    clearInterval(beating);
    send({ type: 'done', answer: serialize(emptyReading(`${process.pid} has read ${read}`)) });
  }, 10 * (bytes[0] ?? 0));
}

parentPort?.on('message', (task: ReadTask) => (WAYS[task.fileName] ?? (() => well(task)))());
