import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../build/build.ts';
import { launchApp } from '../shell/harness.ts';
import { median, timeOf } from './measure.ts';
import type { Row } from './measure.ts';
import { LARGE } from './texts.ts';

const MEMORY_LIMIT = 200;
const ROUNDS = 5;
const EMPTY = fileURLToPath(new URL('./empty-main.ts', import.meta.url));

/** Start to the first usable screen with a large store, against the same shell opening an empty page; and its memory. */
export async function benchStart(storePath: string, folder: string): Promise<Row[]> {
  await build();
  const worker = fileURLToPath(new URL('./worker-memory.ts', import.meta.url));
  const memory = Number(execFileSync(process.execPath, [worker, storePath], { encoding: 'utf8' }));

  const profileDir = mkdtempSync(join(folder, 'profile-'));
  renameSync(storePath, join(profileDir, 'shingicho.db'));
  writeFileSync(join(profileDir, 'preferences.json'), JSON.stringify({ place: `/c/${LARGE}/board` }));
  const emptyProfile = mkdtempSync(join(folder, 'empty-'));

  const start = async (profile: string, until: string, main?: string) => {
    let app: Awaited<ReturnType<typeof launchApp>> | undefined;
    const time = await timeOf(async () => {
      app = await launchApp({ profileDir: profile, ...(main === undefined ? {} : { main }) });
      await app.page.waitForSelector(until, { state: 'attached' });
    });
    await app?.close();
    return time;
  };
  const times = { ours: [] as number[], rival: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = await start(profileDir, 'main');
    const rival = await start(emptyProfile, 'body', EMPTY);
    if (round === 0) continue; // the first start of a profile is slower for both
    times.ours.push(ours);
    times.rival.push(rival);
  }
  rmSync(profileDir, { recursive: true });
  return [
    { name: 'start to the first usable screen, store of 100,000 passages', ours: median(times.ours), rival: median(times.rival), rivalName: 'the same shell opening an empty page', unit: 'ms', goal: 2 },
    { name: 'resident memory of a process with only the worker, that store', ours: memory, rival: MEMORY_LIMIT, rivalName: 'limit', unit: 'MB', goal: 1 },
  ];
}
