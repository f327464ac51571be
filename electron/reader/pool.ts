import { availableParallelism } from 'node:os';
import { AppError } from '../contract/errors.ts';
import { papersAtOnce } from '../contract/papers.ts';
import type { AnswerTo, PaperReader, Task } from '../services/papers/paper-reader.ts';
import type { ReaderLimits, StartReader } from './protocol.ts';
import { startReader } from './reader.ts';
import type { Reader } from './reader.ts';

/**
 * Why these: a reader gives a sign of life every tenth of a second on a fast machine (files/paper-text.ts), so a laptop ten
 * times slower, or a machine as busy, stays far within 3 seconds, and a file made to hold the reader up is refused within
 * 5 seconds of being opened, the program's own start included. What is read is read within 512 MB: the memory is looked at
 * fifty times a second, and V8 itself refuses a table that would outgrow it at once.
 * A paper of 3,000 pages takes well under a minute; five are left to a slow laptop.
 */
export const READER_LIMITS: ReaderLimits = { heap: 512, memory: 496, quiet: 3, start: 10, whole: 300 };

/** How long an idle process is kept, with the libraries it has loaded. */
const KEPT_WARM = 30_000;

export type PoolOptions = {
  /** Starts one of the processes. */
  start: StartReader;
  /** How many may run at once; left out: as many as this machine's processors allow (papersAtOnce). */
  most?: number;
  limits?: ReaderLimits;
};

type Job = { reading: string; task: Task; resolve: (answer: AnswerTo<Task>) => void; reject: (error: unknown) => void };

/**
 * Reads papers in processes of their own, one at a time in each; more wait. A reader that breaks, stands still or grows
 * too large costs its own paper alone.
 */
export function openReaderPool({ start, most = papersAtOnce(availableParallelism()), limits = READER_LIMITS }: PoolOptions): PaperReader {
  const waiting: Job[] = [];
  const busy = new Map<Reader, Job>();
  const idle = new Map<Reader, NodeJS.Timeout>();

  const letGo = (reader: Reader): void => {
    clearTimeout(idle.get(reader));
    idle.delete(reader);
    reader.end('paper-reading-stopped');
  };
  const takeIdle = (): Reader | undefined => {
    for (const [reader, timer] of idle) {
      clearTimeout(timer);
      idle.delete(reader);
      if (!reader.isGone()) return reader;
    }
    return undefined;
  };

  function startNext(): void {
    while (busy.size < most) {
      const job = waiting.shift();
      if (job === undefined) return;
      void run(takeIdle() ?? startReader(start, limits), job);
    }
  }

  async function run(reader: Reader, job: Job): Promise<void> {
    busy.set(reader, job);
    try {
      job.resolve(await reader.run(job.task));
    } catch (error) {
      job.reject(error);
    }
    busy.delete(reader);
    if (!reader.isGone()) idle.set(reader, setTimeout(() => letGo(reader), KEPT_WARM).unref());
    startNext();
  }

  const enqueue = (reading: string, task: Task): Promise<AnswerTo<Task>> => new Promise((resolve, reject) => {
    if ([...busy.values(), ...waiting].some((job) => job.reading === reading)) throw new AppError('bad-input', { field: 'reading' });
    waiting.push({ reading, task, resolve, reject });
    startNext();
  });
  const stopped = ({ task: { fileName } }: Job) => new AppError('paper-reading-stopped', { file: fileName });

  return {
    // A task's answer is of its own kind, which TypeScript cannot follow through the queue.
    run: enqueue as PaperReader['run'],
    readings: () => [
      ...[...busy].map(([reader, { reading, task: { fileName } }]) => ({ reading, fileName, ...reader.progress(), started: true })),
      ...waiting.map(({ reading, task: { fileName } }) => ({ reading, fileName, done: 0, total: 0, started: false })),
    ],
    stop: (reading) => {
      const at = waiting.findIndex((job) => job.reading === reading);
      for (const job of at < 0 ? [] : waiting.splice(at, 1)) job.reject(stopped(job));
      for (const [reader, job] of busy) if (job.reading === reading) reader.end('paper-reading-stopped');
    },
    close: () => {
      for (const job of waiting.splice(0)) job.reject(stopped(job));
      for (const reader of [...busy.keys(), ...idle.keys()]) letGo(reader);
    },
  };
}
