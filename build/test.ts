import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, build } from './build.ts';
import { bringBrowser } from './bring-browser.ts';
import { runCommand } from './run-command.ts';

type Count = { passed: number; failed: number; skipped: number };

const BOUNDARIES = 'tests/unit/boundaries.test.ts';
const PACKAGE = 'tests/package';

/** `npm test`: every check there is, one after another; a stage that fails does not hide the next. */
export async function main(): Promise<number> {
  const reports = await mkdtemp(join(tmpdir(), 'shingicho-test-'));
  const total: Count = { passed: 0, failed: 0, skipped: 0 };
  const stage = async (name: string, run: () => Promise<Count>) => {
    console.log(`\n── ${name}`);
    const start = performance.now();
    const count = await run().catch((error: unknown): Count => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    console.log(`── ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  const vitest = (name: string, args: string[]) => stage(name, () => runVitest(join(reports, `${name}.json`), args));

  await stage('browser', async () => whether(await bringBrowser() !== null));
  await stage('typecheck', () => npmRun('typecheck'));
  await stage('lint', () => npmRun('lint'));
  await vitest('import boundaries', [BOUNDARIES]);
  await stage('build', async () => {
    await build();
    return whether(true);
  });
  await vitest('tests', ['--exclude', BOUNDARIES, '--exclude', `${PACKAGE}/**`]);
  await vitest('package', [PACKAGE]);

  await rm(reports, { recursive: true });
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
  return total.failed === 0 ? 0 : 1;
}

const whether = (passed: boolean): Count => ({ passed: Number(passed), failed: Number(!passed), skipped: 0 });

const npmRun = async (script: string): Promise<Count> =>
  whether(await runCommand('npm', ['run', '--silent', script], { cwd: ROOT, shell: process.platform === 'win32' }) === 0);

/** Counts what vitest ran; a run that ends badly without a failed test (a file that cannot be read) counts as one. */
async function runVitest(report: string, args: string[]): Promise<Count> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const code = await runCommand(process.execPath, [vitest, 'run', '-c', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  // vitest's own report, of the version pinned in package.json
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(await readFile(report, 'utf8')) as Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests', number>;
  return { passed: numPassedTests, failed: code === 0 ? numFailedTests : Math.max(numFailedTests, 1), skipped: numPendingTests };
}
