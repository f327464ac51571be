import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '../contract/errors.ts';
import type { Task } from '../services/papers/paper-reader.ts';
import type { FromReader, ReaderLimits } from './protocol.ts';

/** What the thread is handed at its start (worker_threads workerData). */
export type ThreadStart = { signs: SharedArrayBuffer };

/**
 * Where the thread shows how far it is, in memory that both sides see: a thread that is busy cannot be asked, and one that
 * reads ten thousand pages should not send ten thousand messages. Signs of life since the task came, steps done, steps
 * in all.
 */
export const SIGN = { alive: 0, done: 1, total: 2 } as const;

/** thread → its watch */
export type FromThread = { type: 'done'; answer: Uint8Array } | Extract<FromReader, { type: 'refused' }>;
export type Answer = Exclude<FromReader, { type: 'progress' }>;

/** A thread that does one task at a time, until one has to be broken off. */
export type WatchedThread = { run(task: Task): Promise<Answer> };

/** Milliseconds between two looks at the memory, and between two at how the task gets on. */
const GLANCE = 20;
const TICK = 100;
const MEGABYTE = 1024 * 1024;
/** A process that holds this much of what it may is not used again: V8 gives memory back late. */
const GROWN = 0.7;

/** @param told how far the task is, ten times a second, where that has changed */
export function startWatchedThread(entry: URL, limits: ReaderLimits, told: (done: number, total: number) => void): WatchedThread {
  const shared = new SharedArrayBuffer(Object.keys(SIGN).length * Int32Array.BYTES_PER_ELEMENT);
  const signs = new Int32Array(shared);
  const workerData: ThreadStart = { signs: shared };
  const worker = new Worker(entry, { workerData, resourceLimits: { maxOldGenerationSizeMb: limits.heap, maxYoungGenerationSizeMb: 32 } });
  let running: { fileName: string; answer: (answer: Answer) => void; watches: NodeJS.Timeout[] } | null = null;
  let broken = false;

  const answer = (found: Answer) => {
    const settled = running;
    running = null;
    for (const watch of settled?.watches ?? []) clearInterval(watch);
    settled?.answer(found);
  };
  const breakOff = (code: ErrorCode, detail: Record<string, string> = {}) => {
    broken = true;
    if (running !== null) answer({ type: 'broken-off', failure: { ok: false, code, detail: { file: running.fileName, ...detail } } });
  };

  worker.on('message', (found: FromThread) => {
    if (found.type === 'refused') answer(found);
    else answer({ ...found, grown: process.memoryUsage.rss() > GROWN * limits.memory * MEGABYTE });
  });
  worker.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') breakOff('paper-unpacks-too-large');
    else breakOff('paper-reader-failed', { cause: error.message });
  });
  worker.on('exit', (code) => {
    if (running === null && !broken) process.exit(1); // it died of something left over: there is nothing to serve with
    breakOff('paper-reader-failed', { cause: `exit ${code}` });
  });

  /** All memory of the process counts, buffers and what V8 needs for itself included; asking for it waits for no thread. */
  const watchMemory = () => setInterval(() => {
    if (process.memoryUsage.rss() > limits.memory * MEGABYTE) breakOff('paper-unpacks-too-large');
  }, GLANCE);

  /**
   * Time is counted in ticks of this clock, none worth more than two: a laptop that slept over its reading, or that is busy
   * with something else, does not make a file slow.
   */
  function watchTime(): NodeJS.Timeout {
    let seen = 0;
    let quiet = 0;
    let whole = 0;
    let last = performance.now();
    return setInterval(() => {
      const now = performance.now();
      const alive = Atomics.load(signs, SIGN.alive);
      if (alive !== seen) told(Atomics.load(signs, SIGN.done), Atomics.load(signs, SIGN.total));
      const passed = Math.min(now - last, 2 * TICK);
      quiet = alive === seen ? quiet + passed : 0;
      whole += passed;
      seen = alive;
      last = now;
      if (quiet > 1000 * (alive === 0 ? limits.start : limits.quiet) || whole > 1000 * limits.whole) breakOff('paper-too-slow');
    }, TICK);
  }

  return {
    run: (task) => new Promise((resolve) => {
      signs.fill(0);
      running = { fileName: task.fileName, answer: resolve, watches: [watchMemory(), watchTime()] };
      worker.postMessage(task, task.do === 'read' ? buffersOf(task.bytes) : []);
    }),
  };
}

/** The buffer of bytes that share it with nothing else, to be handed over. */
const buffersOf = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] => (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []);
