import type { PaperKind } from '../../../db/domain/words.ts';
import type { PaperReading } from '../../contract/papers.ts';
import type { ReadPaper } from './read-paper.ts';

/** One paper to be read. `reading` is the caller's name for it, by which its progress is told and it can be stopped. */
export type ReadingRequest = { reading: string; fileName: string; bytes: Uint8Array; kind?: PaperKind };

/** Reads papers away from the thread that asks; electron/reader/pool.ts is the one the app runs on. */
export type PaperReader = {
  /**
   * Reads a paper. The bytes are taken over, and come back with what was read in them.
   * @throws AppError as readPaper does, paper-too-slow, paper-unpacks-too-large and paper-reader-failed where the reading
   *   had to be ended, paper-reading-stopped where `stop` ended it, bad-input where a reading of that name runs already
   */
  read(request: ReadingRequest): Promise<ReadPaper & { bytes: Uint8Array }>;
  /** What is being read and what waits, in the order it came. */
  readings(): PaperReading[];
  /** Ends a reading at once, however busy it is. */
  stop(reading: string): void;
  /** Ends every reading and lets the threads go. */
  close(): Promise<void>;
};
