import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('../../build/run.mjs', import.meta.url));

/** Runs `npm run -s shingicho -- …` as npm does, to its end. */
export function runCli(args: readonly string[], input = ''): { code: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, 'shingicho', ...args], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: status, out: stdout, error: stderr };
}
