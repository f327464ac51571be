import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';

/** Runs a program with this terminal as its own and resolves to its exit code; 127 where there is no such program. */
export function runCommand(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    // Ctrl C reaches the child by itself; this process stays to report how it ended.
    const leaveToChild = () => {};
    const passOn = () => child.kill('SIGTERM');
    process.on('SIGINT', leaveToChild).on('SIGTERM', passOn);
    const finish = (code: number) => {
      process.off('SIGINT', leaveToChild).off('SIGTERM', passOn);
      resolve(code);
    };
    child.on('error', () => finish(127));
    child.on('close', (code) => finish(code ?? 1));
  });
}
