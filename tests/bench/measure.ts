import { spawnSync } from 'node:child_process';

/** One line of the bench: ours against a rival or a limit of the same run. */
export type Row = { name: string; ours: number; rival: number; rivalName: string; unit: 'ms' | 'MB'; goal: number; note?: string };

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
export const p95 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

/** Milliseconds that one call takes. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Medians of two works measured in turn, after a warm-up of each: what slows the machine slows both. */
export async function inTurn(rounds: number, ours: () => unknown, rival: () => unknown): Promise<{ ours: number; rival: number }> {
  await ours();
  await rival();
  const times = { ours: [] as number[], rival: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await timeOf(ours));
    times.rival.push(await timeOf(rival));
  }
  return { ours: median(times.ours), rival: median(times.rival) };
}

/** Runs a program to its end. @throws Error where it is not installed or fails */
export function runProgram(program: string, args: readonly string[], input?: string): void {
  const { status, error, stderr } = spawnSync(program, [...args], { input, maxBuffer: 1 << 30 });
  // ripgrep ends with 1 where it found nothing, which is an answer too.
  if (error !== undefined || (status !== 0 && !(program === 'rg' && status === 1))) throw new Error(`${program}: ${error?.message ?? stderr.toString()}`);
}

/** Whether a program can be run here: rivals are not part of the project. */
export const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
