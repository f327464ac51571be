// The paper below is of an invented city.
import { describe, expect, it } from 'vitest';
import type { RecognisedPaper, RecognisedRecord } from '../../../electron/contract/recognised.ts';
import { AcceptedRow } from '../../../electron/contract/papers.ts';
import { acceptedOthers, acceptedRows } from '../../../electron/contract/preview/accepted-rows.ts';
import { countPreview, groupPreview } from '../../../electron/contract/preview/preview.ts';
import { assignItem, confirm, join, moveRow, retype, setCities, setSpeaker, split, toggleLeft } from '../../../renderer/features/import/preview-edits.ts';
import { rowsFromRecognised } from '../../../electron/contract/preview/rows-from-recognised.ts';

const TEXT = [
  '(1) 窓口の在り方',
  '(2) 支所と 本庁',
  '【課題】',
  '①受付が遠い。待ち時間も長い。',
  '【取組】',
  '①窓口を集める',
  '支所は証明だけ（みどり市）',
  '②夜も開く（あおば市・みどり市）',
  '目的 住みよくする',
].join('\n');

function record(kind: RecognisedRecord['kind'], text: string, more: Partial<RecognisedRecord> = {}): RecognisedRecord {
  const start = Math.max(0, TEXT.indexOf(text));
  return { kind, text, marker: null, under: [], cities: [], speaker: null, parent: null, source: { start, end: start + text.length }, ...more };
}

const FIRST = ['検討のポイント', '(１)　窓口の 在り方'];
const paper: RecognisedPaper = {
  kind: 'working-paper', title: '検討の視点', label: '', municipality: null, headings: [], kpis: [], programme: [], tables: 0, footnotes: [], rest: [],
  records: [
    record('deliberation_item', '窓口の在り方', { marker: '(1)', under: ['審議事項'] }),
    record('deliberation_item', '支所と 本庁', { marker: '(2)', under: ['審議事項'] }),
    record('issue', '受付が遠い。待ち時間も長い。', { marker: '①', under: [...FIRST, '課題'], doubt: 'long' }),
    record('example', '窓口を集める', { marker: '①', under: [...FIRST, '取組'] }),
    record('example', '支所は証明だけ', { under: [...FIRST, '取組'], parent: 3, cities: ['みどり市'] }),
    record('example', '夜も開く', { marker: '②', under: [...FIRST, '取組'], cities: ['あおば市', 'みどり市'] }),
    record('issue', '本庁が遠い', { under: ['はじめに'] }),
    record('purpose', '住みよくする', { under: ['検討のポイント'] }),
  ],
  meetings: [{ label: '第1回', date_raw: 'R7.5.1', start: '2025-05-01', end: '2025-05-01', precision: 'day', part: null, topics: '諮問', source: { start: 0, end: 3 } }],
  members: [
    { name: '山田', field: null, affiliation: '大学', role: '副委員長', source: { start: 0, end: 2 } },
    { name: '原', field: '福祉', affiliation: null, role: '会長', source: { start: 0, end: 1 } },
  ],
};
const preview = rowsFromRecognised(paper);
const { rows } = preview;
const keys = (...list: string[]) => new Set(list);

describe('rows from what was recognised', () => {
  it('finds the item of a point by its heading, ignoring marker, width and spaces', () => {
    expect(rows.map((row) => row.item)).toEqual([null, null, 'r0', 'r0', 'r0', 'r0', null, null]);
  });

  it('keeps a point under no item outside the items, and shows it in a section of its own', () => {
    const { sections, others } = groupPreview(rows);
    expect(sections.map((section) => section.item?.text ?? '外')).toEqual(['窓口の在り方', '支所と 本庁', '外']);
    expect(others.map((group) => [group.kind, group.rows.length])).toEqual([['purpose', 1]]);
  });

  it('counts child lines apart and says how many are doubtful', () => {
    expect(countPreview(preview)).toMatchObject({ items: 2, points: { viewpoint: 0, issue: 2, example: 2 }, childLines: { example: 1 }, meetings: 1, members: 2, doubts: 1 });
  });

  it('reads the roles of members as papers write them', () => {
    expect(preview.members.map((member) => member.role)).toEqual(['vice-chair', 'chair']);
  });
});

describe('what is accepted', () => {
  const accepted = acceptedRows(rows);

  it('is valid for the contract, items first, with parents and cities kept', () => {
    for (const row of accepted) expect(AcceptedRow.safeParse(row).success).toBe(true);
    expect(accepted.map((row) => row.kind)).toEqual(['item', 'item', 'issue', 'example', 'example', 'example', 'issue', 'purpose']);
    expect(accepted[4]).toMatchObject({ item: 'r0', parent: 'r3', cities: ['みどり市'] });
  });

  it('does not send an item the committee has already, and puts its points there', () => {
    const again = acceptedRows(rows, [{ id: 'abc', title: '窓口の在り方' }]);
    expect(again.filter((row) => row.kind === 'item')).toHaveLength(1);
    expect(again.find((row) => row.key === 'r2')?.item).toBe('id:abc');
  });

  it('leaves out what was left out; the points of a left-out item go outside, its child lines stand alone', () => {
    const left = toggleLeft(preview, keys('r0', 'r6', 'm0'));
    const sent = acceptedRows(left.rows);
    expect(sent.map((row) => row.key)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r7']);
    expect(sent.every((row) => row.item === null)).toBe(true);
    expect(acceptedOthers(left)).toMatchObject({ meetings: [], members: [{ name: '山田' }, { name: '原' }] });
    expect(toggleLeft(left, keys('r0', 'r6', 'm0'))).toEqual(preview);
  });

  it('takes in nothing whose text was emptied', () => {
    expect(acceptedRows(rows.map((row) => ({ ...row, text: ' ' })))).toEqual([]);
  });
});

describe('corrections of a preview', () => {
  it('retypes an other record into a point, and settles its doubt', () => {
    const changed = retype(rows, keys('r7', 'r2'), 'viewpoint');
    expect(acceptedRows(changed).find((row) => row.key === 'r7')?.kind).toBe('viewpoint');
    expect(changed[2]?.doubt).toBeNull();
  });

  it('takes child lines along when their owner is retyped or moved', () => {
    expect(retype(rows, keys('r3'), 'issue').find((row) => row.key === 'r4')).toMatchObject({ kind: 'issue', parent: 'r3' });
    expect(assignItem(rows, keys('r3'), 'r1').find((row) => row.key === 'r4')).toMatchObject({ item: 'r1', parent: 'r3' });
    expect(retype(rows, keys('r4'), 'issue').find((row) => row.key === 'r4')).toMatchObject({ kind: 'issue', parent: null });
  });

  describe('of an opinion and its answer', () => {
    const pair = rows.map((row) => (row.key === 'r3' ? { ...row, kind: 'opinion' as const } : row.key === 'r4' ? { ...row, kind: 'response' as const } : row));
    const kindsAfter = (key: string, kind: 'statement' | 'issue') => retype(pair, keys(key), kind).filter((row) => row.key === 'r3' || row.key === 'r4').map((row) => [row.kind, row.parent]);

    it('lets the answer be an answer, whatever excerpt it answers', () => {
      expect(kindsAfter('r3', 'statement')).toEqual([['statement', null], ['response', 'r3']]);
      expect(kindsAfter('r4', 'statement')).toEqual([['opinion', null], ['statement', 'r3']]);
    });

    it('takes the answer off a point, which has none', () => {
      expect(kindsAfter('r4', 'issue')).toEqual([['opinion', null], ['issue', null]]);
      expect(acceptedRows(retype(pair, keys('r3'), 'issue')).find((row) => row.key === 'r4')).toMatchObject({ kind: 'response', parent: null });
    });

    it('names who says it, and nobody where that is emptied', () => {
      expect(setSpeaker(pair, 'r3', '山田委員')[3]?.speaker).toBe('山田委員');
      expect(setSpeaker(setSpeaker(pair, 'r3', '山田委員'), 'r3', '')[3]?.speaker).toBe('');
    });
  });

  it('puts the points of an item that is none any more outside the items', () => {
    expect(retype(rows, keys('r0'), 'issue').filter((row) => row.item === 'r0')).toEqual([]);
  });

  it('joins a row to the one before it in its group: text, cities and both places', () => {
    const { rows: joined, key } = join(rows, keys('r5'));
    expect(key).toBe('r3');
    expect(joined.find((row) => row.key === 'r3')).toMatchObject({ text: '窓口を集める夜も開く', cities: ['あおば市', 'みどり市'] });
    expect(joined.find((row) => row.key === 'r3')?.ranges).toHaveLength(2);
    expect(joined.find((row) => row.key === 'r4')?.parent).toBe('r3');
    expect(join(rows, keys('r2')).key).toBeNull();
  });

  it('joins a child line into its owner', () => {
    const { rows: joined, key } = join(rows, keys('r4'));
    expect(key).toBe('r3');
    expect(joined.find((row) => row.key === 'r3')).toMatchObject({ text: '窓口を集める支所は証明だけ', cities: ['みどり市'] });
  });

  it('splits a row at a place, each half with its own place in the paper', () => {
    const at = '受付が遠い。'.length;
    const { rows: halves, key } = split(rows, 'r2', at, TEXT);
    const [first, second] = halves.filter((row) => row.key === 'r2' || row.key === key);
    expect([first, second].map((row) => row?.ranges.map(({ start, end }) => TEXT.slice(start, end)).join(''))).toEqual(['受付が遠い。', '待ち時間も長い。']);
    expect(split(rows, 'r2', 0, TEXT).key).toBeNull();
  });

  it('undoes a split by a join', () => {
    const { rows: halves, key } = split(rows, 'r2', 6, TEXT);
    expect(join(halves, keys(key ?? '')).rows.find((row) => row.key === 'r2')?.text).toBe(rows[2]?.text);
  });

  it('moves a row within its group, child lines with their owner, and stops at its ends', () => {
    expect(moveRow(rows, 'r5', -1).map((row) => row.key)).toEqual(['r0', 'r1', 'r2', 'r5', 'r3', 'r4', 'r6', 'r7']);
    expect(moveRow(rows, 'r3', 1).map((row) => row.key)).toEqual(['r0', 'r1', 'r2', 'r5', 'r3', 'r4', 'r6', 'r7']);
    expect(moveRow(rows, 'r3', -1)).toBe(rows);
  });

  it('reads cities as people separate them', () => {
    expect(setCities(rows, 'r5', ' 京都市、広島市・京都市 堺市')[5]?.cities).toEqual(['京都市', '広島市', '堺市']);
  });

  it('forgets a doubt that was confirmed and changes nothing else', () => {
    expect(confirm(preview, keys('r2')).rows).toEqual(rows.map((row) => ({ ...row, doubt: null })));
  });
});
