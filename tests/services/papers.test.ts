import { afterAll, describe, expect, it } from 'vitest';
import { forkReader } from '../../electron/reader/fork-reader.ts';
import { openReaderPool } from '../../electron/reader/pool.ts';
import { dispatch } from '../../electron/services/dispatch.ts';
import { StagedPapers } from '../../electron/services/papers/staged-papers.ts';
import type { InputOf, OutputOf, Result, WorkerOperation } from '../../electron/contract/index.ts';
import { CALLER, newDesk, servicesOver } from '../support/services.ts';
import { makePdf, makeDocx, PAPER_LINES } from '../support/made-files.ts';
import { temporaryStore } from '../support/store.ts';
import { emptyReading } from '../unit/reader/empty-reading.ts';

const reader = openReaderPool({ start: forkReader(new URL('../../electron/reader/index.ts', import.meta.url)), most: 1 });
afterAll(() => reader.close());

/** A desk whose papers are read in processes, as the app's are. */
function desk() {
  const services = { ...servicesOver(temporaryStore()), reader };
  return <N extends WorkerOperation>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> => dispatch(services, name, input, CALLER);
}
const file = (bytes = makeDocx()) => ({ fileName: '資料1.docx', bytes: new Uint8Array(bytes) });
const longPdf = () => makePdf(Array.from({ length: 3000 }, (_, i) => `${PAPER_LINES[i % PAPER_LINES.length] ?? ''}${i}`));
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};

describe('a paper being read', () => {
  it('tells how far it is, and can be stopped, while other operations are answered', async () => {
    const ask = desk();
    const [first, second] = [
      ask('papers.preview', { fileName: '長い.pdf', bytes: longPdf(), reading: 'first' }),
      ask('papers.preview', { ...file(), reading: 'second' }),
    ];
    await expect.poll(async () => valueOf(await ask('papers.progress', {}))).toEqual([
      { reading: 'first', fileName: '長い.pdf', started: true, done: expect.toSatisfy((done: number) => done > 0), total: 100 },
      { reading: 'second', fileName: '資料1.docx', started: false, done: 0, total: 0 },
    ]);
    await ask('papers.stopReading', { reading: 'first' });
    expect(await first).toEqual({ ok: false, code: 'paper-reading-stopped', detail: { file: '長い.pdf' } });
    expect(valueOf(await second).recognised.title).toBe('図書館の在り方検討に当たって');
    expect(valueOf(await ask('papers.progress', {}))).toEqual([]);
    expect(await ask('papers.stopReading', { reading: 'first' })).toEqual({ ok: true, value: {} });
  });

  it('is read again as another kind, and gives its file back, before and after it is taken in', async () => {
    const ask = desk();
    const { sha256, recognised } = valueOf(await ask('papers.preview', file()));
    expect(recognised.kind).toBe('working-paper');
    const again = valueOf(await ask('papers.readAgain', { sha256, kind: 'minutes' }));
    expect([again.sha256, again.fileName, again.recognised.kind]).toEqual([sha256, '資料1.docx', 'minutes']);
    const before = valueOf(await ask('papers.file', { sha256 }));
    valueOf(await ask('papers.accept', { sha256, title: '資料1', committee: { to: 'new', name: '検討会' }, rows: [], meetings: [], members: [], indicators: [], actions: [] }));
    const elsewhere = valueOf(await ask('papers.file', { sha256 }));
    expect([before.bytes, new Uint8Array(elsewhere.bytes)]).toEqual([file().bytes, file().bytes]);
  });

  it('can be one in which nothing is recognised: it may be cited all the same', async () => {
    const { text, recognised } = valueOf(await desk()('papers.preview', { fileName: '前略.txt', bytes: new TextEncoder().encode('前略\n\nまた参ります。') }));
    expect([text, recognised.meetings, recognised.members]).toEqual(['前略\n\nまた参ります。', [], []]);
  });

  it('is asked for again where its reading is kept no more', async () => {
    const { refused } = newDesk();
    await refused('paper-not-staged', 'papers.readAgain', { sha256: '0'.repeat(64), kind: 'minutes' });
    await refused('not-found', 'papers.file', { sha256: '0'.repeat(64) });
  });
});

describe('papers read and not yet accepted', () => {
  const paper = (name: string, size: number) => ({ ...emptyReading(''), sha256: name, fileName: name, bytes: new Uint8Array(size) });

  it('are kept as long as there is room, those used last longest', () => {
    const staged = new StagedPapers(100);
    for (const name of ['a', 'b', 'c']) staged.put(paper(name, 30));
    expect(staged.get('a')?.fileName).toBe('a');
    staged.put(paper('d', 30));
    expect(['a', 'b', 'c', 'd'].filter((name) => staged.get(name) !== undefined)).toEqual(['a', 'c', 'd']);
  });

  it('keep the last one however large it is', () => {
    const staged = new StagedPapers(100);
    staged.put(paper('a', 30));
    staged.put(paper('b', 300));
    expect(['a', 'b'].filter((name) => staged.get(name) !== undefined)).toEqual(['b']);
  });

  it('are kept once each', () => {
    const staged = new StagedPapers(100);
    for (let times = 0; times < 9; times += 1) staged.put(paper('a', 60));
    staged.put(paper('b', 30));
    expect(['a', 'b'].filter((name) => staged.get(name) !== undefined)).toEqual(['a', 'b']);
  });
});
