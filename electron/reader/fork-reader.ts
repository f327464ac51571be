import { fork } from 'node:child_process';
import type { FromReader, StartReader } from './protocol.ts';

/** What a process of Node that aborts ends with where there are no signals (node:process, exit codes). */
const ABORTED = 134;

/**
 * Starts readers as processes of Node. In the app it is main that starts them (electron/main/readers.ts): the packaged
 * program cannot be run as Node.
 * @param entry the process's entry, index.ts of this folder or what is built of it
 */
export const forkReader = (entry: URL): StartReader => ({ message, exited }) => {
  // Where V8 aborts it writes pages of stack to standard error, which tell a person nothing.
  const child = fork(entry, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
  child.on('message', (said) => message(said as FromReader)); // serve.ts sends nothing else
  child.on('error', (error) => exited({ cause: error.message, aborted: false }));
  child.on('exit', (code, signal) => exited({ cause: signal ?? `exit ${code}`, aborted: signal === 'SIGABRT' || code === ABORTED }));
  return {
    send: (task) => void child.send(task),
    kill: () => void child.kill('SIGKILL'),
  };
};
