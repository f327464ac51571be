import type { PaperReader } from './paper-reader.ts';
import { readPaper } from './read-paper.ts';

/** Reads papers on the thread that asks, one call at a time, without the limits of electron/reader/pool.ts: for tests. */
export const readInProcess: PaperReader = {
  read: async ({ fileName, bytes, kind }) => ({ ...await readPaper(fileName, bytes, kind === undefined ? {} : { kind }), bytes }),
  readings: () => [],
  stop: () => {},
  close: () => Promise.resolve(),
};
