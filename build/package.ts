import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, buildIfStale } from './build.ts';
import { bringElectron } from './find-electron.ts';
import { runCommand } from './run-command.ts';
import { writeStubElectron } from './stub-electron.ts';

/** Packages dist/ with electron-builder. `electronDist` is an unpacked Electron; resolves to the exit code. */
export function packageApp(electronDist: string, args: readonly string[]): Promise<number> {
  const builder = join(ROOT, 'node_modules/electron-builder/cli.js');
  return runCommand(process.execPath, [builder, '--publish', 'never', `-c.electronDist=${electronDist}`, ...args], { cwd: ROOT });
}

/** `npm run package`: the unpacked app in release/, or what electron-builder is asked for in `args`. */
export async function main(args: string[]): Promise<number> {
  await buildIfStale();
  const targets = args.length > 0 ? args : ['--dir'];
  if (await bringElectron()) return packageApp(join(ROOT, 'node_modules/electron/dist'), targets);
  if (process.platform !== 'linux') {
    console.error('Electron の実行ファイルを取得できないため、配布物を作れません。ネットワークにつながる場所で npx install-electron を実行してください。');
    return 1;
  }
  console.log('Electron の実行ファイルを取得できないため、中身を確かめるための仮の Electron で組み立てます（起動はできません）。');
  const stub = join(ROOT, 'release/stub-electron');
  await rm(stub, { recursive: true, force: true });
  await writeStubElectron(stub, await electronVersion());
  return packageApp(stub, targets);
}

/** The version of Electron that node_modules holds the types of. */
export async function electronVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as { version: string };
  return version;
}
