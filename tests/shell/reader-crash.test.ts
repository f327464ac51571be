import { expect, it } from 'vitest';
import { messageFor } from '../../electron/contract/messages.ts';
import { PAPER_LINES, makePdf } from '../support/made-files.ts';
import { childrenOf, commandOf, isThere } from '../support/processes.ts';
import { launchApp } from './harness.ts';
import type { RunningApp } from './harness.ts';

/** The readers' processes of an app: children of main that were started with the readers' entry. */
const readersOf = ({ app: { pid = 0 } }: RunningApp): number[] => childrenOf(pid).filter((child) => commandOf(child).includes('reader/index.cjs'));

const long = () => ({ fileName: '長い.pdf', bytes: new Uint8Array(makePdf(Array.from({ length: 6000 }, (_, i) => `${PAPER_LINES[i % PAPER_LINES.length] ?? ''}${i}`))) });
const short = { fileName: '資料.txt', bytes: new TextEncoder().encode('検討会資料\n\n【課題】\n① 窓口が混み合う。\n') };

// Which processes there are is told by Linux.
it.skipIf(process.platform !== 'linux')('a reader that is killed costs its own paper: the app, its store and the next paper are whole, and none outlives the app', async () => {
  const app = await launchApp();
  try {
    expect(await app.invoke('committees.openSample', {})).toMatchObject({ ok: true });
    const reading = app.invoke('papers.preview', long());
    const progress = async () => {
      const result = await app.invoke('papers.progress', {});
      return result.ok ? result.value : [];
    };
    await expect.poll(progress).toMatchObject([{ fileName: '長い.pdf', started: true, done: expect.toSatisfy((done: number) => done > 0) }]);
    for (const pid of readersOf(app)) process.kill(pid, 'SIGKILL');

    const refused = await reading;
    expect(refused).toMatchObject({ ok: false, code: 'paper-reader-failed', detail: { file: '長い.pdf' } });
    if (!refused.ok) expect(messageFor(refused.code, refused.detail)).toMatch(/^「長い\.pdf」.*帳簿は無事です。/);
    expect(await app.invoke('committees.list', {})).toMatchObject({ ok: true, value: [expect.anything()] });
    expect(await app.invoke('papers.preview', short)).toMatchObject({ ok: true });

    const left = readersOf(app);
    expect(left).toHaveLength(1);
    await app.kill();
    await expect.poll(() => left.filter(isThere)).toEqual([]);
  } finally {
    await app.close();
  }
});
