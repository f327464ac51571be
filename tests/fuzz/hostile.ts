import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTILE_FILES } from '../support/hostile-files.ts';
import { childrenOf, highWaterOf } from '../support/processes.ts';

/**
 * `npm run fuzz -- hostile`: reads each hostile file with the command line and prints how long it took from start to end,
 * and how much memory the reader's process held at most, and the command line's own (Linux: from /proc).
 */
const RUN = fileURLToPath(new URL('../../build/run.mjs', import.meta.url));

type Measured = { name: string; seconds: number; megabytes: number; own: number; outcome: string };

async function measure(name: string, file: string): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, [RUN, 'shingicho', 'import', file, '--json'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => { said += piece.toString(); });
  let [own, most] = [0, 0];
  const watch = setInterval(() => {
    own = Math.max(own, highWaterOf(child.pid ?? 0));
    most = Math.max(most, ...childrenOf(child.pid ?? 0).map(highWaterOf));
  }, 10);
  const [code] = await once(child, 'exit') as [number | null];
  clearInterval(watch);
  return { name, seconds: (performance.now() - start) / 1000, megabytes: most, own, outcome: code === 0 ? 'read' : said.trim().slice(0, 60) };
}

export async function measureHostileFiles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shingicho-hostile-'));
  const all: Measured[] = [];
  try {
    for (const { name, fileName, make } of HOSTILE_FILES) {
      const file = join(folder, fileName);
      writeFileSync(file, make());
      const measured = await measure(name, file);
      all.push(measured);
      console.log(`${measured.seconds.toFixed(1)} s  ${measured.megabytes.toFixed(0).padStart(4)} MB + ${measured.own.toFixed(0).padStart(3)} MB  ${name}: ${measured.outcome}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const most = (of: (one: Measured) => number) => all.toSorted((a, b) => of(b) - of(a))[0];
  const [slowest, largest] = [most(({ seconds }) => seconds), most(({ megabytes }) => megabytes)];
  console.log(`${all.length} files; slowest ${slowest?.seconds.toFixed(1)} s (${slowest?.name}), most memory of a reader ${largest?.megabytes.toFixed(0)} MB (${largest?.name}), of the command line ${Math.max(...all.map(({ own }) => own)).toFixed(0)} MB`);
}
