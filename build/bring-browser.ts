import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build.ts';
import { findBrowser } from './chromium-shell/find-browser.ts';
import { runCommand } from './run-command.ts';

const isRoot = process.getuid?.() === 0;
const isDebian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * The Chromium to use, installed first where the machine has none: from Debian's packages where this is root on Debian,
 * else as Playwright's download. Null, after one line that says how to get one, where neither works.
 */
export async function bringBrowser(): Promise<string | null> {
  const found = findBrowser();
  if (found) return found;
  if (isRoot && isDebian) {
    console.log('Chromium がないため、Debian のパッケージから入れます（apt-get install chromium）。');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // A failing update is no reason to stop: the lists that are there may do.
    await runCommand('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  } else {
    console.log('Chromium がないため、Playwright の配布元から取得します。');
    await runCommand(process.execPath, [join(ROOT, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const brought = findBrowser();
  if (!brought) console.error('Chromium を入れられませんでした。Chromium か Google Chrome を入れるか、環境変数 CHROMIUM_PATH で場所を示してください。');
  return brought;
}
