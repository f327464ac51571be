import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '../contract/errors.ts';
import { AppError } from '../contract/errors.ts';
import type { ReadingRequest } from '../services/papers/paper-reader.ts';
import type { ReadPaper } from '../services/papers/read-paper.ts';
import { SIGN, newSigns } from './protocol.ts';
import type { FromReader, ReaderStart, ToReader } from './protocol.ts';

/** What a reader thread may use. */
export type ReaderLimits = {
  /**
   * Megabytes of objects at which V8 itself ends the thread. Far above `memory`: where one large table grows past it at
   * once, V8 aborts the whole process instead.
   */
  heap: number;
  /** Megabytes of objects and of buffers, such as unpacked parts, which V8 does not limit. */
  memory: number;
  /** Seconds without a sign of life from the reader of a file. */
  quiet: number;
  /** Seconds for what comes before the first sign: starting the thread, bringing in the library for the kind of file. */
  start: number;
  /** Seconds for a paper in all: a net for a file that would get on for ever. */
  whole: number;
};

export type TakenPaper = ReadPaper & { bytes: Uint8Array };

/** A thread that reads one paper at a time. */
export type ReaderThread = {
  /** Reads a paper whose bytes have a buffer of their own. @throws AppError: why not, and the thread may be gone */
  read(request: ReadingRequest): Promise<TakenPaper>;
  progress(): { done: number; total: number };
  /** Ends the thread at once; what it reads is answered with the refusal. */
  end(code: ErrorCode): Promise<void>;
  isGone(): boolean;
};

const TICK = 100;
const MEGABYTE = 1024 * 1024;

/** Starts a reader thread. */
export function startReaderThread(entry: URL, limits: ReaderLimits): ReaderThread {
  const shared = newSigns();
  const signs = new Int32Array(shared);
  const workerData: ReaderStart = { signs: shared };
  const worker = new Worker(entry, { workerData, resourceLimits: { maxOldGenerationSizeMb: limits.heap, maxYoungGenerationSizeMb: 32 } });
  let answer: { file: string; resolve: (paper: TakenPaper) => void; reject: (refusal: AppError) => void } | null = null;
  let watch: NodeJS.Timeout | undefined;
  let gone = false;

  const settle = (): typeof answer => {
    const settled = answer;
    answer = null;
    clearInterval(watch);
    return settled;
  };
  const refuse = (code: ErrorCode, detail: Record<string, string> = {}) => {
    gone = true;
    const settled = settle();
    settled?.reject(new AppError(code, { file: settled.file, ...detail }));
  };
  const end = async (code: ErrorCode) => {
    refuse(code);
    await worker.terminate();
  };

  worker.on('message', (message: FromReader) => {
    if (message.type === 'ready') return;
    // An idle thread keeps no process alive.
    worker.unref();
    if (message.type === 'read') settle()?.resolve({ ...message.paper, bytes: message.bytes });
    else settle()?.reject(new AppError(message.failure.code, message.failure.detail));
  });
  worker.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('paper-unpacks-too-large');
    else refuse('paper-reader-failed', { cause: error.message });
  });
  worker.on('exit', (code) => refuse('paper-reader-failed', { cause: `exit ${code}` }));

  /**
   * Ends the thread where it makes no headway or takes too much. Time is counted in ticks of this clock, none worth more
   * than two: a laptop that slept over its reading, or that is busy with something else, does not make a file slow.
   */
  function startWatch(): void {
    let seen = 0;
    let quiet = 0;
    let whole = 0;
    let last = performance.now();
    let asked = false;
    watch = setInterval(() => {
      const now = performance.now();
      const alive = Atomics.load(signs, SIGN.alive);
      const passed = Math.min(now - last, 2 * TICK);
      quiet = alive === seen ? quiet + passed : 0;
      whole += passed;
      seen = alive;
      last = now;
      if (quiet > 1000 * (alive === 0 ? limits.start : limits.quiet) || whole > 1000 * limits.whole) return void end('paper-too-slow');
      if (asked) return;
      asked = true;
      void worker.getHeapStatistics().then(({ used_heap_size: objects, external_memory: buffers }) => {
        asked = false;
        if (answer !== null && objects + buffers > limits.memory * MEGABYTE) void end('paper-unpacks-too-large');
      }, () => {
        // The thread ended meanwhile; its exit is answered above.
      });
    }, TICK);
  }

  return {
    read: ({ fileName, bytes, kind }) => new Promise((resolve, reject) => {
      answer = { file: fileName, resolve, reject };
      signs.fill(0);
      worker.ref();
      startWatch();
      const message: ToReader = { fileName, bytes, ...(kind === undefined ? {} : { kind }) };
      worker.postMessage(message, [bytes.buffer as ArrayBuffer]); // `ownBytes` of the pool made sure of it
    }),
    progress: () => ({ done: Atomics.load(signs, SIGN.done), total: Atomics.load(signs, SIGN.total) }),
    end,
    isGone: () => gone,
  };
}
