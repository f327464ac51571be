import { readFileSync, readdirSync } from 'node:fs';

/** What Linux tells of processes (proc(5)); of a process that is gone, and elsewhere: nothing. */
const told = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** The processes that a process's main thread started and that run still, by their ids. */
export const childrenOf = (pid: number): number[] => told(`/proc/${pid}/task/${pid}/children`).split(' ').filter((child) => child !== '').map(Number);

/** How a process was started: its program and arguments. */
export const commandOf = (pid: number): string => told(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');

/** The most memory a process has held so far, in MB; 0 where it is not known. */
export const highWaterOf = (pid: number): number => Number(/VmHWM:\s*(\d+)/.exec(told(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** Milliseconds that a process's threads have run, of those that there are still. */
export function processorTimeOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`).map((thread) => Number(told(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]));
  return threads.reduce((sum, time) => sum + time, 0) / 1e6;
}

/** Whether there is a process of that id. */
export function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // no such process
  }
}
