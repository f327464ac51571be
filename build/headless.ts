import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './build.ts';
import { bringBrowser } from './bring-browser.ts';
import { runCommand } from './run-command.ts';

const SAMPLE_PAPER = join(ROOT, 'electron/services/sample/assets/sample-paper.md');

/**
 * The main job without a window, as `npm run shingicho` does it: takes the sample paper into a store and compiles the
 * working paper as Word and PDF. Prints where they are; returns the exit code.
 */
export async function runHeadless(folder = join(ROOT, 'release/sample')): Promise<number> {
  const store = join(folder, 'shingicho.db');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const formats = await bringBrowser() ? ['docx', 'pdf'] : ['docx'];
  const commands = [
    ['import', SAMPLE_PAPER, '--store', store],
    ...formats.map((format) => ['report', 'working-paper', '--store', store, '--out', join(folder, `審議資料.${format}`)]),
  ];
  for (const command of commands) {
    const code = await runCommand(process.execPath, [join(ROOT, 'build/run.mjs'), 'shingicho', ...command]);
    if (code !== 0) return code;
  }
  return formats.includes('pdf') ? 0 : 1;
}
