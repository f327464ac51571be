import { parentPort, workerData } from 'node:worker_threads';
import { SIGN } from '../../../electron/reader/protocol.ts';
import type { FromReader, ReaderStart, ToReader } from '../../../electron/reader/protocol.ts';
import { emptyReading } from './empty-reading.ts';

/** A reader thread that does what the name of the file says: every way in which a reader of a strange file may go wrong. */
const signs = new Int32Array((workerData as ReaderStart).signs);
const alive = () => Atomics.add(signs, SIGN.alive, 1);
const send = (message: FromReader) => parentPort?.postMessage(message);
const kept: unknown[] = [];
let read = 0;

const WAYS: Record<string, (request: ToReader) => void> = {
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
  refuse: () => send({ type: 'refused', failure: { ok: false, code: 'paper-damaged', detail: { file: 'refuse' } } }),
};

function well({ bytes }: ToReader): void {
  read += 1;
  for (const [sign, value] of [[SIGN.done, 2], [SIGN.total, 5], [SIGN.alive, 1]] as const) Atomics.store(signs, sign, value);
  // Longer than one may be quiet, but with signs of life.
  const beating = setInterval(alive, 20);
  setTimeout(() => {
    clearInterval(beating);
    send({ type: 'read', paper: emptyReading(`thread has read ${read}`), bytes });
  }, bytes[0] ?? 0);
}

parentPort?.on('message', (request: ToReader) => (WAYS[request.fileName] ?? well)(request));
send({ type: 'ready' });
