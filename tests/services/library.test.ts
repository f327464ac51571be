import { describe, expect, it } from 'vitest';
import { LIBRARY_ID } from '../../db/domain/library.ts';
import { acceptedRows } from '../../electron/contract/preview/accepted-rows.ts';
import { libraryContent } from '../../electron/contract/preview/library-rows.ts';
import { rowsFromRecognised } from '../../electron/contract/preview/rows-from-recognised.ts';
import { newDesk } from '../support/services.ts';
import type { Desk } from '../support/services.ts';
import { projectionOf } from '../support/store.ts';

/** An action plan of an invented city. */
const PLAN = `# 白峰市支所改革行動計画

## 《現状と課題》
- ①支所の窓口が古く、待つ場所がない。

## 《取組方針》
- ①支所を地域づくりの拠点とする。

## 《主な取組》
- ①支所の二階を市民活動の場として開放する。
- ②移動市役所を週に三日走らせる。
`;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Puts a paper into the library as the import screen does. */
async function shelve({ call }: Pick<Desk, 'call'>, text = PLAN, municipality = '白峰市') {
  const preview = await call('papers.preview', { fileName: '行動計画.md', bytes: bytesOf(text) });
  return call('papers.accept', {
    sha256: preview.sha256, title: preview.recognised.title ?? '計画', committee: { to: 'library' }, municipality,
    ...libraryContent(rowsFromRecognised(preview.recognised), municipality),
  });
}

const examples = async ({ call }: Pick<Desk, 'call'>, text = '', committeeId?: string) =>
  (await call('library.examples', { text, ...(committeeId === undefined ? {} : { committeeId }) })).examples;

describe('the library of other cities’ papers', () => {
  it('is there and empty before anything is put in, and is never a committee on the shelf', async () => {
    const desk = newDesk();
    expect(await desk.call('library.get', {})).toEqual({ committeeId: LIBRARY_ID, name: '事例集', papers: 0, points: 0, cities: 0 });
    expect(await desk.call('library.papers', {})).toEqual([]);
    await shelve(desk);
    expect(await desk.call('committees.list', {})).toEqual([]);
    expect(await desk.call('library.get', {})).toMatchObject({ papers: 1, cities: 1 });
    await desk.refused('not-found', 'committees.remove', { committeeId: LIBRARY_ID });
    await desk.refused('not-found', 'committees.update', { committeeId: LIBRARY_ID, name: '別の名' });
  });

  it('takes what a city does and plans as examples of that city', async () => {
    const desk = newDesk();
    const { paperId } = await shelve(desk);
    expect(await desk.call('library.papers', {})).toEqual([expect.objectContaining({ id: paperId, municipality: '白峰市', title: '白峰市支所改革行動計画', points: 4, replacedBy: null })]);
    const found = await examples(desk);
    expect(found.map(({ kind, text, cities }) => [kind, text, cities])).toEqual(expect.arrayContaining([
      ['example', '支所の二階を市民活動の場として開放する。', ['白峰市']],
      ['example', '支所を地域づくりの拠点とする。', ['白峰市']],
      ['issue', '支所の窓口が古く、待つ場所がない。', ['白峰市']],
    ]));
    expect((await examples(desk, '移動市役所　白峰')).map(({ text }) => text)).toEqual(['移動市役所を週に三日走らせる。']);
    expect(await examples(desk, '移動市役所 東浜')).toEqual([]);
  });

  it('is searched from every committee, and its hits say so', async () => {
    const desk = newDesk();
    await shelve(desk);
    const committeeId = await desk.newCommittee();
    const { hits } = await desk.call('search.all', { text: '移動市役所', committeeId });
    expect(hits.map(({ kind, library, committeeName }) => [kind, library, committeeName])).toEqual([['example', true, '事例集'], ['paper', true, '事例集']]);
  });

  it('is undone by the step as any committee, but stays itself', async () => {
    const desk = newDesk();
    await shelve(desk);
    await desk.call('history.undo', { committeeId: LIBRARY_ID });
    expect(await desk.call('library.papers', {})).toEqual([]);
    expect(await examples(desk)).toEqual([]);
    await desk.refused('nothing-to-undo', 'history.undo', { committeeId: LIBRARY_ID });
    await desk.call('history.redo', { committeeId: LIBRARY_ID });
    expect(await examples(desk)).toHaveLength(4);
  });

  it('has its papers replaced by newer versions as a committee has', async () => {
    const desk = newDesk();
    const { paperId } = await shelve(desk);
    const { sha256 } = await desk.call('papers.preview', { fileName: '行動計画_v2.md', bytes: bytesOf(PLAN.replace('週に三日', '週に五日').replace('- ①支所の窓口が古く、待つ場所がない。\n', '')) });
    expect(await desk.call('papers.versions', { sha256 })).toEqual([expect.objectContaining({ committeeId: LIBRARY_ID, paperId, likely: true })]);
    await desk.call('papers.replace', { committeeId: LIBRARY_ID, paperId, sha256, title: '白峰市支所改革行動計画' });
    expect((await examples(desk, '移動市役所')).map(({ text, cities }) => [text, cities])).toEqual([['移動市役所を週に五日走らせる。', ['白峰市']]]);
    expect(await desk.call('papers.tray', { committeeId: LIBRARY_ID })).toEqual([expect.objectContaining({ kind: 'issue' })]);
    expect(await desk.call('library.get', {})).toMatchObject({ papers: 1 });
  });
});

describe('citing from the library', () => {
  async function citing() {
    const desk = newDesk();
    await shelve(desk);
    const committeeId = await desk.newCommittee();
    const { id: itemId } = await desk.call('items.add', { committeeId, title: '支所の役割' });
    const [bus] = await examples(desk, '移動市役所');
    if (bus === undefined) throw new Error('the library lacks the example');
    return { desk, call: desk.call, committeeId, itemId, bus };
  }

  it('makes an example of the committee with its city and the line it stands on', async () => {
    const { call, desk, committeeId, itemId, bus } = await citing();
    const { ids: [id = ''] } = await call('library.cite', { committeeId, pointIds: [bus.id], itemId });
    const { point, passages } = await call('points.evidence', { committeeId, id });
    expect(point).toMatchObject({ kind: 'example', itemId, text: '移動市役所を週に三日走らせる。', cities: ['白峰市'], hasSource: true });
    expect(passages).toEqual([expect.objectContaining({ paperTitle: '白峰市支所改革行動計画', quote: expect.stringContaining('移動市役所') })]);
    expect(await call('papers.list', { committeeId })).toEqual([expect.objectContaining({ cited: true, municipality: '白峰市' })]);
    expect((await call('committees.get', { committeeId })).papers).toBe(0);
    expect((await examples(desk, '移動市役所', committeeId))[0]?.citedAs).toBe(id);
    await call('history.undo', { committeeId });
    expect(await call('points.all', { committeeId })).toEqual([]);
    expect(await call('papers.list', { committeeId })).toEqual([]);
  });

  it('does not double what was cited before, keeps what the committee made of it, and brings back what it removed', async () => {
    const { call, committeeId, itemId, bus } = await citing();
    const { ids: [id = ''] } = await call('library.cite', { committeeId, pointIds: [bus.id], itemId });
    await call('points.update', { committeeId, id, text: '移動市役所の運行' });
    expect(await call('library.cite', { committeeId, pointIds: [bus.id], itemId: null })).toEqual({ ids: [id] });
    expect((await call('points.all', { committeeId })).map(({ text, itemId: item }) => [text, item])).toEqual([['移動市役所の運行', itemId]]);
    await call('points.remove', { committeeId, id });
    await call('library.cite', { committeeId, pointIds: [bus.id], itemId });
    expect((await call('points.all', { committeeId })).map(({ text, cities }) => [text, cities])).toEqual([['移動市役所を週に三日走らせる。', ['白峰市']]]);
  });

  it('from a draft cites into the committee and the clause, in one step', async () => {
    const { call, desk, committeeId, bus } = await citing();
    const { id: draftId } = await call('drafts.add', { committeeId, title: '方針' });
    await call('clauses.apply', { committeeId, draftId, removes: [], upserts: [{ id: 'c', kind: 'paragraph', level: 3, numbered: true, content: { form: 'runs', runs: [{ t: 'text', text: '支所に足を運べない人へ' }] }, afterId: null }] });
    await call('clauses.cite', { committeeId, clauseId: 'c', targetId: bus.id });
    const { targets } = await call('drafts.get', { committeeId, id: draftId });
    expect(targets).toEqual([expect.objectContaining({ kind: 'example', text: bus.text, cities: ['白峰市'], exists: true })]);
    await call('history.undo', { committeeId });
    expect(await call('points.all', { committeeId })).toEqual([]);
    expect((await call('drafts.get', { committeeId, id: draftId })).targets).toEqual([]);
    await desk.refused('not-found', 'clauses.cite', { committeeId, clauseId: 'nobody', targetId: bus.id });
    await desk.refused('not-found', 'clauses.cite', { committeeId, clauseId: 'c', targetId: 'nobody' });
  });

  it('refuses what the library lacks, and itself', async () => {
    const { desk, committeeId, itemId, bus } = await citing();
    await desk.refused('not-found', 'library.cite', { committeeId, pointIds: [bus.id, 'nobody'], itemId });
    await desk.refused('not-found', 'library.cite', { committeeId, pointIds: [bus.id], itemId: 'nobody' });
    await desk.refused('bad-input', 'library.cite', { committeeId: LIBRARY_ID, pointIds: [bus.id], itemId: null });
  });

  it('makes the paper the committee’s own where it is taken in afterwards', async () => {
    const { call, committeeId, itemId, bus } = await citing();
    await call('library.cite', { committeeId, pointIds: [bus.id], itemId });
    const preview = await call('papers.preview', { fileName: '行動計画.md', bytes: bytesOf(PLAN) });
    await call('papers.accept', { sha256: preview.sha256, title: '行動計画', committee: { to: 'existing', committeeId }, rows: acceptedRows(rowsFromRecognised(preview.recognised).rows), meetings: [], members: [], indicators: [], actions: [] });
    expect(await call('papers.list', { committeeId })).toEqual([expect.objectContaining({ cited: false, title: '行動計画' })]);
  });
});

describe('a library and committees', () => {
  it('give the same rows when their projections are built again', async () => {
    const desk = newDesk();
    await shelve(desk);
    const committeeId = await desk.newCommittee();
    await desk.call('library.cite', { committeeId, pointIds: (await examples(desk)).map(({ id }) => id), itemId: null });
    await desk.call('history.undo', { committeeId });
    await desk.call('history.redo', { committeeId });
    for (const id of [committeeId, LIBRARY_ID]) {
      const before = projectionOf(desk.store, id);
      desk.store.rebuild(id);
      expect(projectionOf(desk.store, id)).toEqual(before);
    }
  });
});
