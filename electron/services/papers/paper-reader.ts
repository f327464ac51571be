import type { PaperKind } from '../../../db/domain/words.ts';
import type { PaperReading } from '../../contract/papers.ts';
import type { RecognisedPaper, SourceRange } from '../../contract/recognised.ts';
import type { ReadPaper } from './read-paper.ts';
import type { Versions, VersionMatches } from './revision/match-versions.ts';

/** A file to be read. `fileName`, here and below, is what a refusal calls the paper. */
export type ReadTask = { do: 'read'; fileName: string; bytes: Uint8Array; kind?: PaperKind };
/** The text of a paper that was read before, to be recognised again. */
export type RecogniseTask = { do: 'recognise'; fileName: string; text: string; furniture: readonly SourceRange[]; kind?: PaperKind };
/** Two versions of a paper, to find what became of everything that stands in the old one. */
export type MatchTask = { do: 'match'; fileName: string } & Versions;

export type Task = ReadTask | RecogniseTask | MatchTask;
export type AnswerTo<T extends Task> = { read: ReadPaper; recognise: RecognisedPaper; match: VersionMatches }[T['do']];

/** Reads papers away from the thread that asks; electron/reader/pool.ts is the one the app runs on. */
export type PaperReader = {
  /**
   * Does a task.
   * @param reading the caller's name for it, by which its progress is told and it can be stopped
   * @throws AppError as readPaper does, paper-too-slow, paper-unpacks-too-large and paper-reader-failed where the reading
   *   had to be ended or broke, paper-reading-stopped where `stop` ended it, bad-input where one of that name runs already
   */
  run<T extends Task>(reading: string, task: T): Promise<AnswerTo<T>>;
  /** What is being read and what waits, in the order it came. */
  readings(): PaperReading[];
  /** Ends a reading at once, however busy it is. */
  stop(reading: string): void;
  /** Ends every reading and lets the processes go. */
  close(): void;
};
