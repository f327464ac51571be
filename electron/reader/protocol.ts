import type { Failure } from '../contract/index.ts';
import type { Task } from '../services/papers/paper-reader.ts';

/** What a reader may use for one task. */
export type ReaderLimits = {
  /** Megabytes of objects that V8 allows the reading thread: it ends the thread, or aborts the process where one table outgrows them at once. */
  heap: number;
  /** Megabytes that the process may hold in all, buffers such as unpacked parts and V8 itself included. */
  memory: number;
  /** Seconds without a sign of life from the reader of a file. */
  quiet: number;
  /** Seconds for what comes before the first sign: starting the thread, bringing in the library for the kind of file. */
  start: number;
  /** Seconds for a task in all: a net for a file that would get on for ever. */
  whole: number;
};

/**
 * pool → process: one task; the next comes when it has been answered. The bytes of a file come before their task, a piece
 * at a time: a message is held in memory three times over while it arrives.
 */
export type ToReader =
  | { type: 'file'; size: number }
  | { type: 'piece'; at: number; bytes: Uint8Array }
  | { type: 'task'; task: Task; limits: ReaderLimits };

/** process → pool. An answer is serialised (node:v8) by the thread that found it, so that it is only passed on from there. */
export type FromReader =
  | { type: 'progress'; done: number; total: number }
  /** `grown`: the process holds so much that another paper might not find room in it. */
  | { type: 'done'; answer: Uint8Array; grown: boolean }
  | { type: 'refused'; failure: Failure }
  /** The task could not be ended in good order: the process is of no more use. */
  | { type: 'broken-off'; failure: Failure };

/** A process of readers as the one who started it has hold of it. */
export type ReaderProcess = {
  send(message: ToReader): void;
  /** Ends it at once, whatever it does. `exited` is told. */
  kill(): void;
};

/** How a process ended. `aborted`: V8 gave it up, which it does for want of memory. */
export type ReaderExit = { cause: string; aborted: boolean };

/** Starts a process. It ends by itself when the one who started it is gone. */
export type StartReader = (on: { message: (message: FromReader) => void; exited: (exit: ReaderExit) => void }) => ReaderProcess;
