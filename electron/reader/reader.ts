import { deserialize } from 'node:v8';
import type { ErrorCode } from '../contract/errors.ts';
import { AppError } from '../contract/errors.ts';
import type { AnswerTo, Task } from '../services/papers/paper-reader.ts';
import type { ReaderLimits, ReaderProcess, StartReader } from './protocol.ts';

/** A process that does one task at a time. */
export type Reader = {
  /** @throws AppError why not, and the process may be gone */
  run(task: Task): Promise<AnswerTo<Task>>;
  progress(): { done: number; total: number };
  /** Ends the process at once; what it does is answered with the refusal. */
  end(code: ErrorCode): void;
  isGone(): boolean;
};

export function startReader(start: StartReader, limits: ReaderLimits): Reader {
  let running: { fileName: string; resolve: (answer: AnswerTo<Task>) => void; reject: (refusal: AppError) => void } | null = null;
  let progress = { done: 0, total: 0 };
  let gone = false;

  const settle = (): typeof running => {
    const settled = running;
    running = null;
    progress = { done: 0, total: 0 };
    return settled;
  };
  const refuse = (code: ErrorCode, detail: AppError['detail'] = {}) => {
    gone = true;
    const settled = settle();
    settled?.reject(new AppError(code, { file: settled.fileName, ...detail }));
  };
  const end = (code: ErrorCode, detail?: AppError['detail']) => {
    refuse(code, detail);
    reader.kill();
  };
  const reader = start({
    message: (message) => {
      if (message.type === 'progress') progress = { done: message.done, total: message.total };
      else if (message.type === 'refused') settle()?.reject(new AppError(message.failure.code, message.failure.detail));
      else if (message.type === 'broken-off') end(message.failure.code, message.failure.detail);
      else {
        const settled = settle();
        if (message.grown) end('paper-reading-stopped');
        settled?.resolve(deserialize(message.answer) as AnswerTo<Task>); // thread.ts serialises what runTask gives
      }
    },
    exited: ({ cause, aborted }) => (aborted ? refuse('paper-unpacks-too-large') : refuse('paper-reader-failed', { cause })),
  });

  return {
    run: (task) => new Promise((resolve, reject) => {
      running = { fileName: task.fileName, resolve, reject };
      if (task.do === 'read') sendFile(reader, task.bytes);
      reader.send({ type: 'task', task: task.do === 'read' ? { ...task, bytes: new Uint8Array() } : task, limits });
    }),
    progress: () => progress,
    end,
    isGone: () => gone,
  };
}

const PIECE = 1024 * 1024;

function sendFile(reader: ReaderProcess, file: Uint8Array): void {
  reader.send({ type: 'file', size: file.length });
  for (let at = 0; at < file.length; at += PIECE) reader.send({ type: 'piece', at, bytes: file.slice(at, at + PIECE) });
}
