import { afterEach, describe, expect, it } from 'vitest';
import { openReaderPool } from '../../../electron/reader/pool.ts';
import type { PoolOptions } from '../../../electron/reader/pool.ts';
import type { PaperReader } from '../../../electron/services/papers/paper-reader.ts';

const WAYWARD = new URL('./wayward-reader.ts', import.meta.url);
const READER = new URL('../../../electron/reader/index.ts', import.meta.url);
const LIMITS = { heap: 384, memory: 96, quiet: 1, start: 30, whole: 60 };

const open: PaperReader[] = [];
const poolOf = (options: Partial<PoolOptions> = {}): PaperReader => {
  const pool = openReaderPool({ entry: WAYWARD, threads: 1, limits: LIMITS, ...options });
  open.push(pool);
  return pool;
};
afterEach(() => Promise.all(open.splice(0).map((pool) => pool.close())));

let names = 0;
/** Has the thread do what `way` says; a paper that is read well takes `milliseconds` (255 at most). */
const request = (way: string, milliseconds = 1) => ({ reading: `reading ${names += 1}`, fileName: way, bytes: Uint8Array.of(milliseconds) });

describe('a reader thread', () => {
  it.each([
    ['loop', 'paper-too-slow'],
    ['never answer', 'paper-too-slow'],
    ['grow objects', 'paper-unpacks-too-large'],
    ['grow buffers', 'paper-unpacks-too-large'],
    ['grow one table', 'paper-unpacks-too-large'],
    ['throw', 'paper-reader-failed'],
    ['reject', 'paper-reader-failed'],
    ['exit', 'paper-reader-failed'],
    ['refuse', 'paper-damaged'],
  ])('that would %s is answered with %s, and the paper behind it is read', async (way, code) => {
    const pool = poolOf();
    const refused = pool.read(request(way)).catch((error: unknown) => error);
    const next = pool.read(request('well'));
    expect(await refused).toMatchObject({ code, detail: { file: way } });
    expect((await next).text).toBe('thread has read 1');
  });

  it('is kept for the next paper, and its bytes come back', async () => {
    const pool = poolOf();
    const first = await pool.read(request('one', 7));
    const second = await pool.read(request('two'));
    expect([first.text, second.text, first.bytes]).toEqual(['thread has read 1', 'thread has read 2', Uint8Array.of(7)]);
  });

  it('may take long over a paper as long as it gets on', async () => {
    const pool = poolOf({ limits: { ...LIMITS, quiet: 0.15 } });
    expect((await pool.read(request('well', 255))).text).toBe('thread has read 1');
  });
});

it('a reader thread that gets on for ever is ended all the same', async () => {
  const pool = poolOf({ limits: { ...LIMITS, whole: 0.5 } });
  await expect(pool.read(request('get on for ever'))).rejects.toMatchObject({ code: 'paper-too-slow' });
});

describe('the pool of reader threads', () => {
  it('reads as many papers at once as it has threads; the others wait their turn', async () => {
    const pool = poolOf({ threads: 2 });
    const read = [request('a', 200), request('b', 200), request('c', 200)].map((each) => pool.read(each));
    expect(pool.readings().map(({ fileName, started }) => [fileName, started])).toEqual([['a', true], ['b', true], ['c', false]]);
    await expect.poll(() => pool.readings().map(({ done, total }) => [done, total])).toEqual([[2, 5], [2, 5], [0, 0]]);
    expect((await Promise.all(read)).map(({ text }) => text).toSorted()).toEqual(['thread has read 1', 'thread has read 1', 'thread has read 2']);
    expect(pool.readings()).toEqual([]);
  });

  it('ends a reading at once, busy or waiting, and goes on with the others', async () => {
    const pool = poolOf({ limits: { ...LIMITS, quiet: 60 } });
    const [busy, waiting, last] = [request('loop'), request('a'), request('b')];
    const outcomes = [busy, waiting, last].map((each) => pool.read(each).then(({ text }) => text, (error: unknown) => error));
    pool.stop(waiting.reading);
    pool.stop(busy.reading);
    pool.stop('nobody');
    const stopped = { code: 'paper-reading-stopped' };
    expect(await Promise.all(outcomes)).toMatchObject([{ ...stopped, detail: { file: 'loop' } }, { ...stopped, detail: { file: 'a' } }, 'thread has read 1']);
  });

  it('refuses a name that a reading bears already', async () => {
    const pool = poolOf();
    const first = request('well');
    const both = [pool.read(first), pool.read({ ...first, bytes: Uint8Array.of(1) })];
    await expect(both[1]).rejects.toMatchObject({ code: 'bad-input' });
    await both[0];
  });

  it('answers what it was reading when it is closed', async () => {
    const pool = poolOf();
    const outcomes = [request('loop'), request('a')].map((each) => pool.read(each).catch((error: unknown) => error));
    await pool.close();
    expect(await Promise.all(outcomes)).toMatchObject([{ code: 'paper-reading-stopped' }, { code: 'paper-reading-stopped' }]);
  });

  it('leaves the bytes of a small file, which share their memory with others, to those', async () => {
    const shared = new Uint8Array([9, ...new TextEncoder().encode('【課題】\n①道が狭い。\n'), 9]);
    const pool = poolOf({ entry: READER });
    const { text, recognised } = await pool.read({ reading: 'small', fileName: '資料.txt', bytes: shared.subarray(1, -1) });
    expect([shared[0], shared.at(-1)]).toEqual([9, 9]);
    expect(text.slice(recognised.records[0]?.source.start, recognised.records[0]?.source.end)).toContain('道が狭い。');
  });

  it('reads a paper as the kind it is told', async () => {
    const pool = poolOf({ entry: READER });
    const { recognised } = await pool.read({ reading: 'kind', fileName: '資料.txt', bytes: new TextEncoder().encode('【課題】\n①道が狭い。\n'), kind: 'minutes' });
    expect(recognised.kind).toBe('minutes');
  });
});
