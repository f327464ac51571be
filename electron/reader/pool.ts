import { availableParallelism } from 'node:os';
import { AppError } from '../contract/errors.ts';
import type { PaperReader, ReadingRequest } from '../services/papers/paper-reader.ts';
import { startReaderThread } from './reader-thread.ts';
import type { ReaderLimits, ReaderThread, TakenPaper } from './reader-thread.ts';

/**
 * Why these: a reader gives a sign of life every tenth of a second on a fast machine (files/paper-text.ts), so a laptop ten
 * times slower, or a machine as busy, stays far within 3 seconds, and a file made to hold the reader up is refused within
 * 5 seconds of being opened, the program's own start included. A process that reads one paper stays within 512 MB.
 * V8's own limit is more than twice that of the watch, so that no single growth between two ticks reaches it.
 * A paper of 3,000 pages takes well under a minute; five are left to a slow laptop.
 */
export const READER_LIMITS: ReaderLimits = { heap: 768, memory: 320, quiet: 3, start: 10, whole: 300 };

/** More threads than this would only take memory: they read papers faster than a person looks through them. */
const MOST_THREADS = 4;
/** How long an idle thread is kept, with the libraries it has loaded. */
const KEPT_WARM = 30_000;

export type PoolOptions = {
  /** The threads' entry: index.ts in development and tests, index.cjs in the built app. */
  entry: URL;
  threads?: number;
  limits?: ReaderLimits;
};

type Job = { request: ReadingRequest; resolve: (paper: TakenPaper) => void; reject: (error: unknown) => void };

/**
 * Reads papers on threads of their own, one at a time on each and as many as there are processors (4 at most); more wait.
 * A thread that breaks, stands still or grows too large is ended and its paper refused; the others go on.
 */
export function openReaderPool({ entry, threads: most = Math.min(availableParallelism(), MOST_THREADS), limits = READER_LIMITS }: PoolOptions): PaperReader {
  const waiting: Job[] = [];
  const busy = new Map<ReaderThread, Job>();
  const idle = new Map<ReaderThread, NodeJS.Timeout>();

  const letGo = (thread: ReaderThread): Promise<void> => {
    clearTimeout(idle.get(thread));
    idle.delete(thread);
    return thread.end('paper-reading-stopped');
  };
  const takeIdle = (): ReaderThread | undefined => {
    for (const [thread, timer] of idle) {
      clearTimeout(timer);
      idle.delete(thread);
      if (!thread.isGone()) return thread;
    }
    return undefined;
  };

  function startNext(): void {
    while (busy.size < most) {
      const job = waiting.shift();
      if (job === undefined) return;
      void run(takeIdle() ?? startReaderThread(entry, limits), job);
    }
  }

  async function run(thread: ReaderThread, job: Job): Promise<void> {
    busy.set(thread, job);
    try {
      job.resolve(await thread.read(job.request));
    } catch (error) {
      job.reject(error);
    }
    busy.delete(thread);
    if (!thread.isGone()) idle.set(thread, setTimeout(() => void letGo(thread), KEPT_WARM).unref());
    startNext();
  }

  const stopped = ({ fileName }: ReadingRequest) => new AppError('paper-reading-stopped', { file: fileName });
  const jobs = () => [...busy.values(), ...waiting];

  return {
    read: (request) => new Promise((resolve, reject) => {
      if (jobs().some((job) => job.request.reading === request.reading)) throw new AppError('bad-input', { field: 'reading' });
      waiting.push({ request: { ...request, bytes: ownBytes(request.bytes) }, resolve, reject });
      startNext();
    }),
    readings: () => [
      ...[...busy].map(([thread, { request: { reading, fileName } }]) => ({ reading, fileName, ...thread.progress(), started: true })),
      ...waiting.map(({ request: { reading, fileName } }) => ({ reading, fileName, done: 0, total: 0, started: false })),
    ],
    stop: (reading) => {
      const at = waiting.findIndex((job) => job.request.reading === reading);
      if (at >= 0) {
        for (const job of waiting.splice(at, 1)) job.reject(stopped(job.request));
        return;
      }
      for (const [thread, job] of busy) if (job.request.reading === reading) void thread.end('paper-reading-stopped');
    },
    close: async () => {
      for (const job of waiting.splice(0)) job.reject(stopped(job.request));
      await Promise.all([...busy.keys(), ...idle.keys()].map(letGo));
    },
  };
}

/** Bytes with a buffer of their own, which can be handed over: small files share one with others. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer ? bytes : new Uint8Array(bytes);
}
