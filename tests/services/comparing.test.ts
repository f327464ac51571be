import { afterAll, describe, expect, it } from 'vitest';
import type { InputOf, OutputOf, WorkerOperation } from '../../electron/contract/index.ts';
import { acceptedOthers, acceptedRows } from '../../electron/contract/preview/accepted-rows.ts';
import { rowsFromRecognised } from '../../electron/contract/preview/rows-from-recognised.ts';
import { forkReader } from '../../electron/reader/fork-reader.ts';
import { openReaderPool } from '../../electron/reader/pool.ts';
import { dispatch } from '../../electron/services/dispatch.ts';
import type { PaperReader } from '../../electron/services/papers/paper-reader.ts';
import { readInProcess } from '../../electron/services/papers/read-in-process.ts';
import { CALLER, newDesk, wholeStore } from '../support/services.ts';

const readers = openReaderPool({ start: forkReader(new URL('../../electron/reader/index.ts', import.meta.url)), most: 1 });
afterAll(() => readers.close());

/** A paper of an invented city, and its newer version. */
const PAPER = '# 図書館の在り方検討に当たって\n\n#### 【課題】\n- ①開館の時間が短い。\n- ②夜間の利用に応じられていない。\n- ③駐車場が狭い。\n';
const NEWER = PAPER.replace('開館の時間が短い。', '平日の開館の時間が短い。');

/** A committee with the paper taken in, and the newer version staged; `reader` compares them. */
async function comparing(reader: PaperReader) {
  const desk = newDesk();
  const { call } = desk;
  const preview = (text: string, fileName: string) => call('papers.preview', { fileName, bytes: new TextEncoder().encode(text) });
  const { sha256, recognised } = await preview(PAPER, '資料2.md');
  const rows = rowsFromRecognised(recognised);
  const { committeeId, paperId } = await call('papers.accept', { sha256, title: '図書館', committee: { to: 'new', name: '検討会' }, rows: acceptedRows(rows.rows), ...acceptedOthers(rows) });
  const newer = (await preview(NEWER, '資料2（差替）.md')).sha256;
  const ask = <N extends WorkerOperation>(name: N, input: InputOf<N>) => dispatch({ ...desk.services, reader }, name, input, CALLER);
  const of = { committeeId, paperId, sha256: newer };
  return { desk, call, ask, of, compare: async (): Promise<OutputOf<'papers.compareVersion'>> => {
    const result = await ask('papers.compareVersion', of);
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.value;
  } };
}

/** A reader that does what is given before it answers a task of that name, each time. */
const withMeanwhile = (name: string, meanwhile: () => Promise<unknown>): PaperReader => ({
  ...readInProcess,
  run: async (reading, task) => {
    const answer = await readInProcess.run(reading, task);
    if (task.do === name) await meanwhile();
    return answer;
  },
});

describe('comparing a paper with its newer version', () => {
  it('is the readers’ work, and comes to the same there as here', async () => {
    const there = await (await comparing(readers)).compare();
    const here = await (await comparing(readInProcess)).compare();
    expect(there.counts).toEqual({ same: 2, changed: 1, moved: 0, vanished: 0, added: 0 });
    expect(there.records.map(({ recordId: _id, ...record }) => record)).toEqual(here.records.map(({ recordId: _id, ...record }) => record));
  });

  it('tells of the store as it stands, though a record was changed and another removed meanwhile', async () => {
    let meanwhile: () => Promise<unknown> = async () => {};
    const { call, of, compare } = await comparing(withMeanwhile('match', () => meanwhile()));
    const [opening, night] = await call('points.all', { committeeId: of.committeeId });
    let rounds = 0;
    meanwhile = async () => {
      rounds += 1;
      if (rounds > 1 || opening === undefined || night === undefined) return;
      await call('points.update', { committeeId: of.committeeId, id: opening.id, text: '夕方に閉まる。' });
      await call('points.remove', { committeeId: of.committeeId, id: night.id });
    };
    const { records, added } = await compare();
    expect(records.map(({ recordId, oldText, corrected }) => [recordId === opening?.id, oldText, corrected])).toEqual([[true, '夕方に閉まる。', true], [false, '駐車場が狭い。', false]]);
    expect(added.rows).toEqual([expect.objectContaining({ text: '夜間の利用に応じられていない。', leftBefore: true })]);
    expect(rounds).toBe(2);
  });

  it('does not replace a paper that was replaced meanwhile', async () => {
    let meanwhile: () => Promise<unknown> = async () => {};
    const { desk, call, ask, of } = await comparing(withMeanwhile('match', () => meanwhile()));
    meanwhile = async () => call('papers.replace', { ...of, title: '図書館' });
    expect(await ask('papers.replace', { ...of, title: '図書館' })).toMatchObject({ ok: false, code: 'bad-input' });
    await call('history.undo', { committeeId: of.committeeId });
    expect((await desk.call('papers.list', { committeeId: of.committeeId })).map(({ replacedBy }) => replacedBy)).toEqual([null]);
  });

  it('can be stopped, and the store is as it was', async () => {
    const { desk, ask, of } = await comparing(readers);
    const before = wholeStore(desk.store);
    const replaced = ask('papers.replace', { ...of, title: '図書館', reading: 'comparing' });
    expect(await ask('papers.progress', {})).toMatchObject({ ok: true, value: [{ reading: 'comparing', fileName: '図書館', started: true }] });
    await ask('papers.stopReading', { reading: 'comparing' });
    expect(await replaced).toMatchObject({ ok: false, code: 'paper-reading-stopped' });
    expect(wholeStore(desk.store)).toEqual(before);
  });
});
