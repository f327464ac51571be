import { join } from 'node:path';
import { ROOT, buildIfStale } from './build.ts';
import { bringBrowser } from './bring-browser.ts';
import { canSandbox, hasDisplay } from './chromium-shell/find-browser.ts';
import { bringElectron } from './find-electron.ts';
import { runHeadless } from './headless.ts';
import { runCommand } from './run-command.ts';

/** `npm start`: the app in Electron, else in the Chromium shell; without a display, or with --headless, the main job. */
export async function main(args: string[]): Promise<number> {
  const seconds = await buildIfStale();
  if (seconds !== null) console.log(`組み立てました（${seconds.toFixed(1)} 秒）。`);

  if (args.includes('--headless')) return runHeadless();
  if (!hasDisplay()) {
    console.log('画面がないため、窓を開かずに見本の資料を取り込み、審議資料を作ります。');
    return runHeadless();
  }

  const electron = await bringElectron();
  if (electron) return runCommand(electron, [ROOT, ...(canSandbox() ? [] : ['--no-sandbox']), ...args]);

  console.log('Electron の実行ファイルがなく取得もできないため、Chromium で開きます。');
  if (!await bringBrowser()) return 1;
  return runCommand(process.execPath, ['--import', new URL('./chromium-shell/register.ts', import.meta.url).href, join(ROOT, 'dist/main/index.js'), ...args], { cwd: ROOT });
}
