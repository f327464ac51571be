import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openStore } from '../../db/dossier/store.ts';
import { projectionOf, temporaryFolder } from '../support/store.ts';

const ROUNDS = 200;
/** A new store now and then, so that checking the whole projection each round stays quick. */
const ROUNDS_A_STORE = 10;
const WRITER = fileURLToPath(new URL('./killed-writer.ts', import.meta.url));
const DOSSIER = 'd';

/** Lets the writer run and kills it; gives back the numbers it acknowledged. */
async function killedWhileWriting(path: string, first: number, after: number): Promise<number[]> {
  const writer = spawn(process.execPath, [WRITER, path, DOSSIER, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  writer.stdout.setEncoding('utf8').on('data', (chunk: string) => { said += chunk; });
  const exited = once(writer, 'close');
  while (!/\d\n/.test(said)) await pause(2); // at least one command acknowledged
  await pause(after);
  writer.kill('SIGKILL');
  const [, signal] = await exited;
  expect(signal).toBe('SIGKILL');
  return said.slice(0, said.lastIndexOf('\n')).split('\n').slice(1).filter(Boolean).map(Number);
}

it(`loses no acknowledged write in ${ROUNDS} rounds of kill -9 and reopening`, { timeout: 600_000 }, async () => {
  const folder = temporaryFolder();
  let path = '';
  let next = 0;
  let acknowledged = new Map<string, number>();
  let total = 0;
  for (let round = 0; round < ROUNDS; round++) {
    if (round % ROUNDS_A_STORE === 0) {
      path = join(folder, `${round}.db`);
      next = 0;
      acknowledged = new Map();
    }
    const numbers = await killedWhileWriting(path, next, Math.random() * 60);
    for (const n of numbers) acknowledged.set(`p${n % 40}`, n);
    next = (numbers.at(-1) ?? next - 1) + 2; // the command after the last acknowledged one may have been written or not
    total += numbers.length;

    const store = openStore(path);
    const { sqlite } = store.connection;
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    const kept = new Map(sqlite.prepare<[], { id: string; text: string }>("SELECT id, text FROM point WHERE id LIKE 'p%'").all().map(({ id, text }) => [id, Number(text)]));
    for (const [id, n] of acknowledged) expect(kept.get(id)).toBeGreaterThanOrEqual(n);
    const before = projectionOf(store, DOSSIER);
    store.rebuild(DOSSIER);
    expect(projectionOf(store, DOSSIER)).toEqual(before);
    store.close();
  }
  expect(total).toBeGreaterThanOrEqual(ROUNDS);
});
