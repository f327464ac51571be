import { utilityProcess } from 'electron';
import { fileURLToPath } from 'node:url';
import type { FromReader, StartReader } from '../reader/protocol.ts';

const ENTRY = fileURLToPath(new URL('../reader/index.cjs', import.meta.url));

/** Starts a process that reads papers. It ends with the app. Papers come from the window, so the app is ready by then. */
export const startReader: StartReader = ({ message, exited }) => {
  const child = utilityProcess.fork(ENTRY, [], { serviceName: 'shingicho-reader', stdio: 'ignore', execArgv: [] });
  child.on('message', (said: FromReader) => message(said));
  let aborted = false;
  child.on('error', () => { aborted = true; }); // V8 gave up; the exit follows
  child.on('exit', (code) => exited({ cause: `exit ${code}`, aborted }));
  return {
    send: (task) => child.postMessage(task),
    kill: () => void child.kill(),
  };
};
