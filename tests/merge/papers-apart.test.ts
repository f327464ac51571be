import { describe, expect, it } from 'vitest';
import { LIBRARY_ID } from '../../db/domain/library.ts';
import type { Store } from '../../db/dossier/store.ts';
import { acceptedOthers, acceptedRows } from '../../electron/contract/preview/accepted-rows.ts';
import { libraryRows } from '../../electron/contract/preview/library-rows.ts';
import { rowsFromRecognised } from '../../electron/contract/preview/rows-from-recognised.ts';
import { SHEET } from '../support/kept-papers.ts';
import { newDesk } from '../support/services.ts';
import type { Desk } from '../support/services.ts';
import { projectionOf } from '../support/store.ts';

/** A paper of an invented city. */
const PAPER = `# 図書館の在り方

## 【課題】
- ①開館の時間が短い。
- ②駐車場が狭く、車いすでは使いにくい。
- ③郷土の資料を受け継ぐ職員がいない。

## 【他都市の取組】
- ①駅前に夜間の返却口を置く（白峰市）
`;
const NEWER = PAPER.replace('- ②駐車場が狭く、車いすでは使いにくい。\n- ③', '- ②').replace('短い。', '短く、夜は使えない。');

const bytesOf = (text: string) => new TextEncoder().encode(text);
const changesOf = ({ connection: { sqlite } }: Store, dossierId: string): Buffer[] =>
  sqlite.prepare<[string], Buffer>('SELECT bytes FROM dossier_change WHERE dossier_id = ? ORDER BY seq').pluck().all(dossierId);

/** Each takes in what the other did, papers and all, as two people who swap a USB stick. */
function swap(here: Desk, there: Desk, dossierId: string): void {
  const [mine, theirs] = [changesOf(here.store, dossierId), changesOf(there.store, dossierId)];
  for (const [desk, changes, other] of [[here, theirs, there], [there, mine, here]] as const) {
    desk.store.merge(dossierId, changes, 'test');
    for (const row of other.store.connection.sqlite.prepare<[], Record<string, unknown>>('SELECT * FROM source').all()) {
      desk.store.connection.sqlite.prepare('INSERT OR IGNORE INTO source (sha256, file_name, encoding, bytes, text, characters, form, sketch) VALUES (@sha256, @file_name, @encoding, @bytes, @text, @characters, @form, @sketch)').run(row);
    }
  }
}

/** The rows but for history, whose order is each laptop's own. */
function rowsOf({ store }: Desk, dossierId: string): Record<string, unknown[]> {
  const { record_change: _history, dossier: _dossier, ...rows } = projectionOf(store, dossierId);
  return rows;
}

async function stage({ call }: Desk, text: string) {
  const preview = await call('papers.preview', { fileName: '資料.md', bytes: bytesOf(text) });
  return { sha256: preview.sha256, rows: rowsFromRecognised(preview.recognised) };
}

/** Two laptops that hold a committee with the paper, and then part. */
async function parted() {
  const [here, there] = [newDesk(), newDesk()];
  const { sha256, rows } = await stage(here, PAPER);
  const { committeeId, paperId } = await here.call('papers.accept', { sha256, title: '図書館の在り方', committee: { to: 'new', name: '検討会' }, rows: acceptedRows(rows.rows), ...acceptedOthers(rows) });
  swap(here, there, committeeId);
  return { here, there, committeeId, paperId };
}

const replace = async (desk: Desk, committeeId: string, paperId: string, text: string) =>
  desk.call('papers.replace', { committeeId, paperId, sha256: (await stage(desk, text)).sha256, title: '図書館の在り方' });

async function shelve(desk: Desk, text: string): Promise<string[]> {
  const { sha256, rows } = await stage(desk, text);
  await desk.call('papers.accept', { sha256, title: '図書館の在り方', committee: { to: 'library' }, municipality: '白峰市', rows: libraryRows(rows.rows, '白峰市'), meetings: [], members: [], indicators: [], actions: [] });
  return (await desk.call('library.examples', {})).examples.map(({ id }) => id);
}

describe('two laptops that replace one paper apart', () => {
  it('by the same version hold one new paper, the same tray, and nothing to choose', async () => {
    const { here, there, committeeId, paperId } = await parted();
    await replace(here, committeeId, paperId, NEWER);
    await replace(there, committeeId, paperId, NEWER);
    swap(here, there, committeeId);
    expect(rowsOf(here, committeeId)).toEqual(rowsOf(there, committeeId));
    for (const desk of [here, there]) {
      expect((await desk.call('papers.list', { committeeId })).filter(({ replacedBy }) => replacedBy === null)).toHaveLength(1);
      expect(await desk.call('papers.tray', { committeeId })).toEqual([expect.objectContaining({ text: '駐車場が狭く、車いすでは使いにくい。' })]);
      expect(rowsOf(desk, committeeId)['conflict']).toEqual([]);
      expect((await desk.call('points.all', { committeeId })).map(({ text }) => text)).toEqual(expect.arrayContaining(['開館の時間が短く、夜は使えない。', '郷土の資料を受け継ぐ職員がいない。']));
    }
  });

  it('keep what one noted and corrected while the other replaced the paper', async () => {
    const { here, there, committeeId, paperId } = await parted();
    const points = await there.call('points.all', { committeeId });
    const pointOf = (text: string) => points.find((point) => point.text.startsWith(text))?.id ?? '';
    await replace(here, committeeId, paperId, NEWER);
    const { id: meetingId } = await there.call('meetings.add', { committeeId, label: '第1回', dateRaw: 'R8.9.3' });
    await there.call('notes.add', { committeeId, meetingId, text: '車いすの件', pointIds: [pointOf('駐車場')] });
    await there.call('points.update', { committeeId, id: pointOf('郷土'), text: '郷土資料の担い手がいない。' });
    await there.call('points.update', { committeeId, id: pointOf('開館'), text: '夜に開いていない。' });
    swap(here, there, committeeId);
    expect(rowsOf(here, committeeId)).toEqual(rowsOf(there, committeeId));
    const merged = new Map((await here.call('points.all', { committeeId })).map((point) => [point.id, point]));
    expect(merged.get(pointOf('駐車場'))).toMatchObject({ notes: 1, vanished: true });
    expect(merged.get(pointOf('郷土'))).toMatchObject({ text: '郷土資料の担い手がいない。', vanished: false, hasSource: true });
    // The new text and the hand's correction meet: both stand until a person chooses.
    const conflicts = here.store.connection.sqlite.prepare<[], { field: string; values: string }>('SELECT field, "values" FROM conflict').all();
    expect(conflicts.map(({ field, values }) => [field, new Set(JSON.parse(values))])).toEqual([['text', new Set(['開館の時間が短く、夜は使えない。', '夜に開いていない。'])]]);
  });

  it('keep a record that one tied to the old paper meanwhile: it shows in the tray', async () => {
    const { here, there, committeeId, paperId } = await parted();
    await replace(here, committeeId, paperId, NEWER);
    const { sha256, rows } = await stage(there, PAPER);
    const again = acceptedRows(rows.rows).filter(({ text }) => text.startsWith('郷土'));
    await there.call('papers.accept', { sha256, title: '図書館の在り方', committee: { to: 'existing', committeeId }, rows: again, meetings: [], members: [], indicators: [], actions: [] });
    swap(here, there, committeeId);
    expect((await here.call('papers.tray', { committeeId })).map(({ text }) => text).toSorted()).toEqual(['郷土の資料を受け継ぐ職員がいない。', '駐車場が狭く、車いすでは使いにくい。']);
    expect(rowsOf(here, committeeId)).toEqual(rowsOf(there, committeeId));
  });
});

describe('two laptops with one programme sheet', () => {
  const accept = async (desk: Desk, committeeId: string) => {
    const { sha256, rows } = await stage(desk, SHEET);
    return desk.call('papers.accept', { sha256, title: '表', committee: { to: 'existing', committeeId }, rows: acceptedRows(rows.rows), ...acceptedOthers(rows) });
  };

  it('that both took in hold one paper and, as of points, what each made of it', async () => {
    const { here, there, committeeId } = await parted();
    const { paperId } = await accept(here, committeeId);
    await accept(there, committeeId);
    swap(here, there, committeeId);
    expect(rowsOf(here, committeeId)).toEqual(rowsOf(there, committeeId));
    expect(rowsOf(here, committeeId)['conflict']).toEqual([]);
    const { indicators, actions } = await here.call('excerpts.all', { committeeId, paperId });
    expect([indicators.length, actions.length]).toEqual([4, 4]);
    expect(new Set(actions.map(({ plans, progress }) => `${plans.length} ${progress.length}`))).toEqual(new Set(['2 1', '1 1']));
  });

  it('show both texts of a cell that two people changed, and keep whole an action that one worked on while the other removed it', async () => {
    const { here, there, committeeId } = await parted();
    await accept(here, committeeId);
    swap(here, there, committeeId);
    const { actions: [one, other] } = await here.call('excerpts.all', { committeeId });
    const cell = one?.plans[0]?.cells[0]?.id ?? '';
    await here.call('actions.update', { committeeId, id: one?.id ?? '', cells: [{ id: cell, text: '調査' }] });
    await there.call('actions.update', { committeeId, id: one?.id ?? '', cells: [{ id: cell, text: '準備' }] });
    await here.call('actions.update', { committeeId, id: other?.id ?? '', title: '移動市役所' });
    await there.call('excerpts.remove', { committeeId, ids: [other?.id ?? ''] });
    swap(here, there, committeeId);
    for (const desk of [here, there]) {
      const conflicts = desk.store.connection.sqlite.prepare<[], { recordId: string; values: string }>('SELECT record_id AS recordId, "values" FROM conflict').all();
      expect(conflicts.map(({ recordId, values }) => [recordId, new Set(JSON.parse(values))])).toEqual([[cell, new Set(['調査', '準備'])]]);
      expect((await desk.call('excerpts.all', { committeeId })).actions).toMatchObject([{ title: '窓口の一本化' }, { ...other, title: '移動市役所' }]);
    }
    expect(rowsOf(here, committeeId)).toEqual(rowsOf(there, committeeId));
  });
});

describe('two laptops with libraries of their own', () => {
  it('come to one library that holds the papers of both, and one record of a paper both have', async () => {
    const [here, there] = [newDesk(), newDesk()];
    await shelve(here, PAPER);
    await shelve(there, PAPER.replace('# 図書館', '# 公民館').replaceAll('開館', '貸館'));
    await shelve(there, PAPER);
    swap(here, there, LIBRARY_ID);
    expect(rowsOf(here, LIBRARY_ID)).toEqual(rowsOf(there, LIBRARY_ID));
    expect(rowsOf(here, LIBRARY_ID)['conflict']).toEqual([]);
    expect(await here.call('library.papers', {})).toHaveLength(2);
    for (const desk of [here, there]) {
      const before = rowsOf(desk, LIBRARY_ID);
      desk.store.rebuild(LIBRARY_ID);
      expect(rowsOf(desk, LIBRARY_ID)).toEqual(before);
    }
  });

  it('that cite the same example into one committee have it once, with what each made of it', async () => {
    const { here, there, committeeId } = await parted();
    const [example = ''] = await shelve(here, PAPER.replace('図書館', '公民館'));
    swap(here, there, LIBRARY_ID);
    const { ids: [mine = ''] } = await here.call('library.cite', { committeeId, pointIds: [example], itemId: null });
    const { ids: [theirs] } = await there.call('library.cite', { committeeId, pointIds: [example], itemId: null });
    await here.call('points.update', { committeeId, id: mine, text: '手を入れた文' });
    swap(here, there, committeeId);
    expect(theirs).toBe(mine);
    expect(rowsOf(here, committeeId)).toEqual(rowsOf(there, committeeId));
    const cited = (await there.call('points.all', { committeeId })).filter(({ id }) => id === mine);
    expect(cited).toHaveLength(1);
    expect((await there.call('points.evidence', { committeeId, id: mine })).passages).toHaveLength(1);
    const conflict = there.store.connection.sqlite.prepare<[], { values: string }>("SELECT \"values\" FROM conflict WHERE field = 'text'").get();
    expect([cited[0]?.text, ...JSON.parse(conflict?.values ?? '[]')]).toContain('手を入れた文');
  });

  it('that cite it, one of them taking it back, keep it: an edit beats a removal', async () => {
    const { here, there, committeeId } = await parted();
    const [example = ''] = await shelve(here, PAPER.replace('図書館', '公民館'));
    swap(here, there, LIBRARY_ID);
    await here.call('library.cite', { committeeId, pointIds: [example], itemId: null });
    await here.call('history.undo', { committeeId });
    const { ids: [id] } = await there.call('library.cite', { committeeId, pointIds: [example], itemId: null });
    swap(here, there, committeeId);
    expect(rowsOf(here, committeeId)).toEqual(rowsOf(there, committeeId));
    expect((await here.call('points.all', { committeeId })).find((point) => point.id === id)).toMatchObject({ text: expect.stringMatching(/./), hasSource: true });
  });
});
