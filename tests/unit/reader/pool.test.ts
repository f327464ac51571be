import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { forkReader } from '../../../electron/reader/fork-reader.ts';
import { openReaderPool } from '../../../electron/reader/pool.ts';
import type { PoolOptions } from '../../../electron/reader/pool.ts';
import type { ReaderExit, StartReader } from '../../../electron/reader/protocol.ts';
import type { PaperReader, ReadTask } from '../../../electron/services/papers/paper-reader.ts';
import { isThere } from '../../support/processes.ts';

const WAYWARD = new URL('./wayward-reader.ts', import.meta.url);
const wayward = forkReader(WAYWARD);
const sound = forkReader(new URL('../../../electron/reader/index.ts', import.meta.url));
const LIMITS = { heap: 768, memory: 256, quiet: 1, start: 30, whole: 60 };

const open: PaperReader[] = [];
const poolOf = (options: Partial<PoolOptions> = {}): PaperReader => {
  const pool = openReaderPool({ start: wayward, most: 1, limits: LIMITS, ...options });
  open.push(pool);
  return pool;
};
afterEach(() => {
  for (const pool of open.splice(0)) pool.close();
});

/** Has a reader do what `way` says; a paper that is read well takes so many hundredths of a second. */
const task = (way: string, hundredths = 0): ReadTask => ({ do: 'read', fileName: way, bytes: Uint8Array.of(hundredths) });
let names = 0;
const run = (pool: PaperReader, way: string, hundredths?: number, reading = `reading ${names += 1}`) => pool.run(reading, task(way, hundredths));
const refusal = (running: Promise<unknown>) => running.then(() => 'read', (error: unknown) => error);
/** Which process read a paper, and how many it had read by then. */
const readBy = async (running: Promise<{ text: string }>) => {
  const [process, , , count] = (await running).text.split(' ');
  return { process: Number(process), count: Number(count) };
};

describe('a reader', () => {
  it.each([
    ['loop', 'paper-too-slow'],
    ['never answer', 'paper-too-slow'],
    ['grow objects', 'paper-unpacks-too-large'],
    ['grow buffers', 'paper-unpacks-too-large'],
    ['grow one table', 'paper-unpacks-too-large'],
    ['throw', 'paper-reader-failed'],
    ['reject', 'paper-reader-failed'],
    ['exit', 'paper-reader-failed'],
    ['kill its process', 'paper-reader-failed'],
    ['refuse', 'paper-damaged'],
  ])('that would %s is answered with %s, and the paper behind it is read', async (way, code) => {
    const pool = poolOf();
    const refused = refusal(run(pool, way));
    const next = run(pool, 'well');
    expect(await refused).toMatchObject({ code, detail: { file: way } });
    expect((await readBy(next)).count).toBe(1);
  });

  it('that V8 aborts, out of memory before the watch sees it, costs its own paper alone', async () => {
    const exits: ReaderExit[] = [];
    const start: StartReader = (on) => wayward({ ...on, exited: (exit) => { exits.push(exit); on.exited(exit); } });
    const pool = poolOf({ start, most: 2, limits: { ...LIMITS, heap: 64, memory: 100_000 } });
    const [beside, aborted] = [readBy(run(pool, 'well', 30)), refusal(run(pool, 'grow one table'))];
    expect(await aborted).toMatchObject({ code: 'paper-unpacks-too-large', detail: { file: 'grow one table' } });
    expect(exits).toEqual([{ cause: expect.stringMatching(/^(SIGABRT|exit 134)$/), aborted: true }]);
    expect((await beside).count).toBe(1);
    expect((await readBy(run(pool, 'well'))).count).toBeGreaterThan(0);
  });

  it('is kept for the next paper', async () => {
    const pool = poolOf();
    const [first, second] = [await readBy(run(pool, 'well')), await readBy(run(pool, 'well'))];
    expect([first.count, second]).toEqual([1, { process: first.process, count: 2 }]);
  });

  it('that dies after its paper is not asked again', async () => {
    const pool = poolOf();
    const first = await readBy(run(pool, 'end well and die'));
    await expect.poll(() => isThere(first.process)).toBe(false);
    expect((await readBy(run(pool, 'well'))).count).toBe(1);
  });

  it('may take long over a paper as long as it gets on', async () => {
    const pool = poolOf({ limits: { ...LIMITS, quiet: 0.15 } });
    expect((await readBy(run(pool, 'well', 30))).count).toBe(1);
  });

  it('that gets on for ever is ended all the same', async () => {
    const pool = poolOf({ limits: { ...LIMITS, whole: 0.5 } });
    expect(await refusal(run(pool, 'get on for ever'))).toMatchObject({ code: 'paper-too-slow' });
  });

  it('ends with the process that started it, though it is in an endless loop', async () => {
    const parent = `
      const { fork } = await import('node:child_process');
      const child = fork(${JSON.stringify(WAYWARD.pathname)}, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      child.send(${JSON.stringify({ type: 'task', task: { do: 'read', fileName: 'loop', bytes: [] }, limits: { ...LIMITS, quiet: 60 } })});
      setTimeout(() => { console.log(child.pid); process.kill(process.pid, 'SIGKILL'); }, 500);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', parent]).catch((killed: { stdout: string }) => killed);
    expect(Number(stdout)).toBeGreaterThan(0);
    await expect.poll(() => isThere(Number(stdout))).toBe(false);
  });
});

describe('the pool of readers', () => {
  it('reads as many papers at once as it has processes; the others wait their turn', async () => {
    const pool = poolOf({ most: 2 });
    const read = ['a', 'b', 'c'].map((name) => readBy(run(pool, name, 100)));
    expect(pool.readings().map(({ fileName, started }) => [fileName, started])).toEqual([['a', true], ['b', true], ['c', false]]);
    await expect.poll(() => pool.readings().map(({ done, total }) => [done, total])).toEqual([[2, 5], [2, 5], [0, 0]]);
    const [a, b] = [...new Set((await Promise.all(read)).map(({ process }) => process))];
    expect([a === b, pool.readings()]).toEqual([false, []]);
  });

  it('ends a reading at once, busy or waiting, and goes on with the others', async () => {
    const pool = poolOf({ limits: { ...LIMITS, quiet: 60 } });
    const outcomes = [refusal(run(pool, 'loop', 0, 'busy')), refusal(run(pool, 'a', 0, 'waiting')), refusal(run(pool, 'b'))];
    pool.stop('waiting');
    pool.stop('busy');
    pool.stop('nobody');
    const stopped = { code: 'paper-reading-stopped' };
    expect(await Promise.all(outcomes)).toMatchObject([{ ...stopped, detail: { file: 'loop' } }, { ...stopped, detail: { file: 'a' } }, 'read']);
  });

  it('refuses a name that a reading bears already', async () => {
    const pool = poolOf();
    const first = run(pool, 'well', 0, 'one');
    expect(await refusal(run(pool, 'well', 0, 'one'))).toMatchObject({ code: 'bad-input' });
    await first;
  });

  it('answers what it was reading when it is closed', async () => {
    const pool = poolOf();
    const outcomes = ['loop', 'a'].map((way) => refusal(run(pool, way)));
    pool.close();
    expect(await Promise.all(outcomes)).toMatchObject([{ code: 'paper-reading-stopped' }, { code: 'paper-reading-stopped' }]);
  });

  it('leaves the bytes it reads to the one who asked', async () => {
    const bytes = new TextEncoder().encode('【課題】\n①道が狭い。\n');
    const { text, recognised } = await poolOf({ start: sound }).run('whole', { do: 'read', fileName: '資料.txt', bytes });
    expect(new TextDecoder().decode(bytes)).toBe(text);
    expect(text.slice(recognised.records[0]?.source.start, recognised.records[0]?.source.end)).toContain('道が狭い。');
  });

  it('reads a paper, or recognises its text again, as the kind it is told', async () => {
    const pool = poolOf({ start: sound });
    const text = '【課題】\n①道が狭い。\n';
    const { recognised } = await pool.run('kind', { do: 'read', fileName: '資料.txt', bytes: new TextEncoder().encode(text), kind: 'minutes' });
    const again = await pool.run('kind', { do: 'recognise', fileName: '資料.txt', text, furniture: [], kind: 'minutes' });
    expect([recognised.kind, again]).toEqual(['minutes', recognised]);
  });

  it('says so where no process can be started', async () => {
    const pool = poolOf({ start: forkReader(new URL('./no-such-reader.ts', import.meta.url)) });
    expect(await refusal(run(pool, 'well'))).toMatchObject({ code: 'paper-reader-failed' });
  });
});
