import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { AppError } from '../../../electron/contract/errors.ts';
import { operations } from '../../../electron/contract/index.ts';
import type { Result } from '../../../electron/contract/index.ts';
import { answerCall } from '../../../electron/main/answer-call.ts';
import type { Hosts, Sender } from '../../../electron/main/answer-call.ts';

const PAGE: Sender = { url: 'app://shingicho/#/shelf', isMainFrame: true };
const INFO = { version: '1', shell: 'chromium', storePath: '/x', platform: 'linux' } as const;

function hosts(changed: Partial<Hosts> = {}): Hosts {
  const unused = () => { throw new Error('not asked for'); };
  return {
    main: { 'app.info': () => INFO, 'preferences.get': unused, 'preferences.set': unused, 'files.chooseSavePath': unused, 'files.reveal': unused },
    refuse: () => null,
    worker: vi.fn(async (): Promise<Result<unknown>> => ({ ok: true, value: [] })),
    ...changed,
  };
}

it.each<[string, Sender]>([
  ['another site', { url: 'https://example.com/', isMainFrame: true }],
  ['a printed paper', { url: 'app://print/1.html', isMainFrame: true }],
  ['a frame inside the page', { url: 'app://shingicho/', isMainFrame: false }],
  ['a host that only begins alike', { url: 'app://shingicho.example/', isMainFrame: true }],
  ['a blank page', { url: 'about:blank', isMainFrame: true }],
  ['a frame that is gone', null],
])('refuses %s before looking at what it asks', async (_name, sender) => {
  const asked = hosts();
  expect(await answerCall(sender, 'committees.list', {}, asked)).toEqual({ ok: false, code: 'forbidden-sender', detail: {} });
  expect(asked.worker).not.toHaveBeenCalled();
});

it.each(['no.such', 'constructor', '__proto__', 'toString', 7, null, undefined, {}])('knows no operation named %s', async (name) => {
  const asked = hosts();
  expect(await answerCall(PAGE, name, {}, asked)).toMatchObject({ ok: false, code: 'unknown-operation' });
  expect(asked.worker).not.toHaveBeenCalled();
});

it('names the field of an input that is not of the operation’s form, and calls nobody', async () => {
  const asked = hosts();
  expect(await answerCall(PAGE, 'preferences.set', { theme: 'pink' }, asked)).toEqual({ ok: false, code: 'bad-input', detail: { field: 'theme' } });
  for (const name of Object.keys(operations)) {
    expect(await answerCall(PAGE, name, 'not an object', asked), name).toMatchObject({ ok: false, code: 'bad-input' });
  }
  expect(asked.worker).not.toHaveBeenCalled();
});

it.each(Object.keys(operations))('lets nothing but what the contract accepts through to %s', async (name) => {
  const { input, host } = operations[name as keyof typeof operations];
  const fields = Object.keys((input as { shape?: object }).shape ?? {});
  // Anything at all, and objects that have the operation's own fields with anything in them.
  const asked = fc.oneof(fc.anything(), fc.record(Object.fromEntries(fields.map((field) => [field, fc.anything()])), { requiredKeys: [] }));
  await fc.assert(fc.asyncProperty(asked, async (given) => {
    const reached = vi.fn();
    const take = (value: unknown) => { reached(value); return {} as never; };
    const main = { 'app.info': take, 'preferences.get': take, 'preferences.set': take, 'files.chooseSavePath': take, 'files.reveal': take };
    const result = await answerCall(PAGE, name, given, hosts({ main, worker: async (_name, value) => { reached(value); return { ok: true, value: null }; } }));
    if (input.safeParse(given).success) {
      expect(result.ok, host).toBe(true);
      expect(reached).toHaveBeenCalledOnce();
    } else {
      expect(result).toMatchObject({ ok: false, code: 'bad-input' });
      expect(reached).not.toHaveBeenCalled();
    }
  }), { numRuns: 60 });
});

it('hands the worker the parsed input, defaults filled in, and passes its result on', async () => {
  const asked = hosts();
  expect(await answerCall(PAGE, 'reports.preview', { committeeId: 'c', form: 'working-paper', options: {} }, asked)).toEqual({ ok: true, value: [] });
  expect(asked.worker).toHaveBeenCalledWith('reports.preview', { committeeId: 'c', form: 'working-paper', options: { date: '', paperNumber: '' } });
});

it('answers what main hosts itself', async () => {
  expect(await answerCall(PAGE, 'app.info', {}, hosts())).toEqual({ ok: true, value: INFO });
});

it('stops a call that this session does not allow', async () => {
  const asked = hosts({ refuse: (name) => (name === 'reports.export' ? { ok: false, code: 'forbidden-sender', detail: {} } : null) });
  const result = await answerCall(PAGE, 'reports.export', { committeeId: 'c', form: 'working-paper', options: {}, format: 'docx', path: '/etc/x.docx' }, asked);
  expect(result).toMatchObject({ ok: false, code: 'forbidden-sender' });
  expect(asked.worker).not.toHaveBeenCalled();
});

it('keeps the code of a refusal, and gives anything else as one line without a stack', async () => {
  const refusing = hosts({ worker: () => Promise.reject(new AppError('disk-full', { file: 'a.docx' })) });
  expect(await answerCall(PAGE, 'committees.list', {}, refusing)).toEqual({ ok: false, code: 'disk-full', detail: { file: 'a.docx' } });
  const failing = hosts({ worker: () => Promise.reject(new Error('boom\n    at secret (/home/me/file.ts:1:2)')) });
  expect(await answerCall(PAGE, 'committees.list', {}, failing)).toEqual({ ok: false, code: 'internal', detail: { cause: 'boom' } });
});
