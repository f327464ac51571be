import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build.ts';
import { runCommand } from './run-command.ts';

const ELECTRON = join(ROOT, 'node_modules/electron');
const DOWNLOADS = 'https://github.com/electron/electron/releases';
const REACHED_WITHIN = 4_000;
const FETCHED_WITHIN = 300_000;

/** Electron's program in node_modules, or null. */
export function findElectron(): string | null {
  const pathFile = join(ELECTRON, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = join(ELECTRON, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** Electron's program, fetched first where its download can be reached; null where it cannot. */
export async function bringElectron(): Promise<string | null> {
  const found = findElectron();
  if (found || !await isReachable(DOWNLOADS)) return found;
  console.log('Electron を取得しています（初回だけ、数分かかることがあります）。');
  await runCommand(process.execPath, [join(ELECTRON, 'install.js')], { stdio: 'ignore', timeout: FETCHED_WITHIN });
  return findElectron();
}

async function isReachable(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACHED_WITHIN) })).ok;
  } catch {
    // No network, or none that leads there.
    return false;
  }
}
