import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';

const PARENT_PORT = new URL('./parent-port.ts', import.meta.url).href;

/** A process of Node that finds `process.parentPort` as in Electron's utility process. It loads what this one was told to import. */
class UtilityProcess extends EventEmitter<{ message: [unknown]; error: ['FatalError', string, string]; exit: [number] }> {
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: readonly string[]) {
    super();
    this.#child = fork(modulePath, [...args], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: ['--import', PARENT_PORT, ...process.execArgv] });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('error', () => this.emit('exit', 1));
    this.#child.on('exit', (code, signal) => {
      if (signal === 'SIGABRT') this.emit('error', 'FatalError', '', '');
      this.emit('exit', code ?? 1);
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  postMessage(message: unknown): void {
    this.#child.send(message as object); // a structured clone, as Electron makes one
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: readonly string[] = []): UtilityProcess => new UtilityProcess(modulePath, args),
};
