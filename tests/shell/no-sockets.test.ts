import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchApp } from './harness.ts';

const SHELL = new URL('../../build/chromium-shell/electron.ts', import.meta.url).href;
const RECORDER = new URL('./socket-recorder.ts', import.meta.url).href;

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sockets-'));
  log = join(folder, 'log');
});
afterEach(() => rmSync(folder, { recursive: true }));
const recorded = () => readFileSync(log, 'utf8').trim().split('\n');

it('would see a socket of main, of a worker and of a reader, if there were one', async () => {
  const connect = `import net from 'node:net'; net.connect(9, '127.0.0.1').on('error', () => {}); fetch('http://127.0.0.1:59999/').catch(() => {});`;
  const worker = `data:text/javascript,${encodeURIComponent(connect)}`;
  const reader = join(folder, 'reader.mjs');
  writeFileSync(reader, `${connect} import { Worker } from 'node:worker_threads'; new Worker(new URL(${JSON.stringify(worker)})).on('exit', () => process.disconnect());`);
  const main = join(folder, 'main.mjs');
  writeFileSync(main, `${connect} import { Worker } from 'node:worker_threads'; new Worker(new URL(${JSON.stringify(worker)}));
    import { utilityProcess } from ${JSON.stringify(SHELL)}; utilityProcess.fork(${JSON.stringify(reader)});`);
  await promisify(execFile)(process.execPath, ['--import', RECORDER, main], { env: { ...process.env, SOCKET_LOG: log } });
  const lines = recorded();
  for (const thread of ['main', 'worker', 'reader', 'reader-thread']) expect(lines.filter((line) => line.startsWith(`${thread} connect`)), thread).toHaveLength(2);
});

it('opens no socket in main, worker or readers while the app starts, works and closes', async () => {
  const app = await launchApp({ imports: [RECORDER], env: { SOCKET_LOG: log } });
  try {
    const bytes = new TextEncoder().encode('検討会資料\n\n【課題】\n① 窓口が混み合う。\n');
    expect(await app.invoke('committees.openSample', {})).toMatchObject({ ok: true });
    expect(await app.invoke('papers.preview', { fileName: '資料.txt', bytes })).toMatchObject({ ok: true });
  } finally {
    await app.close();
  }
  const lines = recorded();
  expect(lines).toContain('main started ""');
  expect(lines).toEqual(expect.arrayContaining(['worker started ""', 'reader started ""', 'reader-thread started ""']));
  // The one door there is belongs to the test: Playwright's socket file, never a port.
  const opened = lines.filter((line) => !line.endsWith('started ""'));
  expect(opened.filter((line) => !/^main listen ".*\.sock"$/.test(line))).toEqual([]);
});
