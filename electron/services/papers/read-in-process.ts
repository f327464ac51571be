import type { PaperReader } from './paper-reader.ts';
import { runTask } from './run-task.ts';

/** Reads papers on the thread that asks, without the limits of electron/reader/pool.ts: for tests. */
export const readInProcess: PaperReader = {
  // A task's answer is of its own kind, which TypeScript cannot follow through a type parameter.
  run: ((_reading, task) => runTask(task)) as PaperReader['run'],
  readings: () => [],
  stop: () => {},
  close: () => {},
};
