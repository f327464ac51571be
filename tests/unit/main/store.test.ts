import { beforeEach, expect, it, vi } from 'vitest';
import type { Result } from '../../../electron/contract/index.ts';
import type { WorkerClientOptions } from '../../../electron/worker/client.ts';

const workers = vi.hoisted(() => ({ started: [] as { options: unknown; invoke: unknown; end: (code: number) => void }[], opens: true }));
vi.mock('../../../electron/main/print.ts', () => ({ printToPdf: vi.fn() }));
vi.mock('../../../electron/worker/client.ts', () => ({
  startWorker: async (options: WorkerClientOptions) => {
    const number = workers.started.length + 1;
    const invoke = vi.fn(async (): Promise<Result<string>> => ({ ok: true, value: `worker ${number}` }));
    workers.started.push({ options, invoke, end: (code) => options.onExit?.(code) });
    if (!workers.opens) {
      options.onExit?.(0);
      return { ok: false, code: 'store-locked', detail: {} };
    }
    return { ok: true, value: { invoke, close: async () => options.onExit?.(0) } };
  },
}));

const { openStore } = await import('../../../electron/main/store.ts');
const onLost = vi.fn();
const open = () => openStore({ storePath: '/x/shingicho.db', caller: () => ({ author: '佐藤', device: 'd' }), onChange: () => {}, onTrouble: () => {}, onLost });
beforeEach(() => {
  workers.started.length = 0;
  workers.opens = true;
  onLost.mockReset();
});

it('passes a call on with who asks, as soon as the store is open', async () => {
  expect(await open().invoke('committees.list', {})).toEqual({ ok: true, value: 'worker 1' });
  expect(workers.started[0]?.invoke).toHaveBeenCalledWith('committees.list', {}, { author: '佐藤', device: 'd' });
});

it('says why a store cannot be opened, to main and to every call, without calling that a loss', async () => {
  workers.opens = false;
  const store = open();
  expect(await store.opened()).toMatchObject({ code: 'store-locked' });
  expect(await store.invoke('committees.list', {})).toMatchObject({ ok: false, code: 'store-locked' });
  expect(onLost).not.toHaveBeenCalled();
});

it('tells of a worker that dies by itself, and works again once it is reopened', async () => {
  const store = open();
  expect(await store.opened()).toBeNull();
  workers.started[0]?.end(1);
  expect(onLost).toHaveBeenCalledTimes(1);
  store.reopen();
  expect(await store.invoke('committees.list', {})).toEqual({ ok: true, value: 'worker 2' });
});

it('does not take closing for a loss', async () => {
  const store = open();
  await store.opened();
  await store.close();
  expect(onLost).not.toHaveBeenCalled();
});
