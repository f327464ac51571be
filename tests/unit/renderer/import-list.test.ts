import { describe, expect, it } from 'vitest';
import { carryCorrections } from '../../../renderer/features/import/carry-corrections.ts';
import { doubtsOf, keyOfPlace, shownOf, shownOrder } from '../../../renderer/features/import/places.ts';
import { endSession, importStore, openPaper, openSession, removeEntry, stepPaper, type Entry, type Session } from '../../../renderer/features/import/import-session.ts';
import { keeper, readKept } from '../../../renderer/features/import/keep-sessions.ts';
import { pageNumbers } from '../../../renderer/features/import/paper-warnings.tsx';
import { join, retype, rowsOfSection, setCities, split, toggleLeft } from '../../../renderer/features/import/preview-edits.ts';
import { differing } from '../../../renderer/features/import/revision-rows.ts';
import type { Preview, PreviewRow } from '../../../electron/contract/preview/preview.ts';

const row = (key: string, text: string, start: number, more: Partial<PreviewRow> = {}): PreviewRow =>
  ({ key, kind: 'issue', marker: '', text, cities: [], speaker: '', section: '', item: null, parent: null, ranges: [{ start, end: start + text.length }], doubt: null, left: false, ...more });
const PAPER = '窓口が遠い。番号がない。職員が少ない。';
const read: Preview = { rows: [row('r0', '窓口が遠い。', 0), row('r1', '番号がない。', 6), row('r2', '職員が少ない。', 12, { doubt: 'unknown-city' })], meetings: [], members: [], indicators: [], actions: [] };
const WORDS = { name: '指標', base: '基準', target: '目標', reason: '理由', plan: { plan: '計画', revised: '見直し' } };
const withRows = (rows: readonly PreviewRow[]): Preview => ({ ...read, rows });

describe('corrections carried over to another reading of the same paper', () => {
  /** The same lines, recognised as measures under other keys. */
  const fresh = withRows(read.rows.map((each, index) => ({ ...each, key: `n${index}`, kind: 'measure' as const })));

  it('keeps what a person did, and takes the new reading for the rest', () => {
    const now = withRows(setCities(retype(read.rows, new Set(['r1']), 'example'), 'r0', '京都市'));
    const { preview, kept, lost } = carryCorrections(read, now, fresh);
    expect({ kept, lost }).toEqual({ kept: 2, lost: 0 });
    expect(preview.rows.map(({ key, kind, cities }) => [key, kind, cities])).toEqual([['n0', 'measure', ['京都市']], ['n1', 'example', []], ['n2', 'measure', []]]);
  });

  it('carries rows that were split, joined or left out', () => {
    const halves = split(read.rows, 'r0', 3, PAPER).rows;
    const joined = join(halves, new Set(['r1', 'r2'])).rows;
    const { preview, kept, lost } = carryCorrections(read, withRows(joined), fresh);
    expect({ kept, lost }).toEqual({ kept: 2, lost: 0 });
    expect(preview.rows.map((each) => each.text)).toEqual(['窓口が', '遠い。', '番号がない。職員が少ない。']);
    expect(new Set(preview.rows.map((each) => each.key)).size).toBe(3);
    expect(carryCorrections(read, toggleLeft(read, new Set(['r1'])), fresh).preview.rows.map((each) => each.left)).toEqual([false, true, false]);
  });

  it('counts those whose line the new reading does not know', () => {
    const other = withRows([row('n0', '窓口が遠い。番号がない。', 0, { kind: 'measure' })]);
    expect(carryCorrections(read, withRows(retype(read.rows, new Set(['r0']), 'example')), other)).toMatchObject({ kept: 0, lost: 1, preview: other });
  });

  it('changes nothing where nothing was corrected', () => {
    expect(carryCorrections(read, read, fresh)).toEqual({ preview: fresh, kept: 0, lost: 0 });
  });
});

describe('what wants a look', () => {
  const meeting = { key: 'm0', label: '第1回', dateRaw: '8月下旬', start: null, end: null, precision: 'none' as const, flag: null, topics: '', ranges: [{ start: 3, end: 5 }], existing: null, left: false, doubt: 'year-unknown' as const };

  it('comes first, in the order of the paper, and again in its own place', () => {
    const preview = { ...read, meetings: [meeting] };
    const order = shownOrder(shownOf(preview, WORDS));
    expect(order.slice(0, 2).map(keyOfPlace)).toEqual(['m0', 'r2']);
    expect(order.filter((place) => keyOfPlace(place) === 'r2')).toHaveLength(2);
    expect(new Set(order).size).toBe(order.length);
  });

  it('is not asked of what is left out', () => {
    expect(doubtsOf({ ...read, meetings: [{ ...meeting, left: true }] }).map(({ key }) => key)).toEqual(['r2']);
  });

  it('selects a whole section: the rows from a heading to the next', () => {
    const headings = [{ start: 5, end: 6 }];
    expect(rowsOfSection(read.rows, headings, 'r2')).toEqual(['r1', 'r2']);
    expect(rowsOfSection(read.rows, [], 'r2')).toEqual(['r0', 'r1', 'r2']);
  });
});

const session = (fileName: string): Session => ({ fileName, sha256: fileName, title: null, label: '', municipality: null, text: PAPER, layout: null, warnings: [], heldBy: [], kind: 'other', headings: [], present: read, revision: null, past: [{ kind: 'other', headings: [], present: read }], future: [] });
const entry = (id: string, more: Partial<Entry> = {}): Entry => ({ id, fileName: `${id}.md`, state: 'read', file: null, session: session(id), sha256: id, kind: 'other', sentence: null, committeeId: null, ...more });

describe('the list of papers', () => {
  const list = (entries: Entry[], openId: string | null) => importStore.set({ entries, openId, proposedId: null });

  it('goes to the next paper that can be looked through, past those that cannot', () => {
    list([entry('a'), entry('b', { state: 'refused', session: null }), entry('c')], 'a');
    stepPaper(1);
    expect(importStore.get().openId).toBe('c');
    stepPaper(-1);
    expect(importStore.get().openId).toBe('a');
  });

  it('shows the next when one is taken in, and is empty when nothing is left to do', () => {
    list([entry('a'), entry('b')], 'a');
    endSession('a', 'committee');
    expect(importStore.get()).toMatchObject({ openId: 'b', proposedId: 'committee', entries: [{ state: 'accepted', session: null }, { state: 'read' }] });
    endSession('b', 'committee');
    expect(importStore.get()).toEqual({ entries: [], openId: null, proposedId: 'committee' });
  });

  it('puts a paper that was taken off back in its place, corrections and all', () => {
    list([entry('a'), entry('b')], 'a');
    const putBack = removeEntry('a');
    expect(openSession(importStore.get())?.fileName).toBe('b');
    putBack();
    expect(importStore.get().entries.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(openSession(importStore.get())?.past).toHaveLength(1);
  });

  it('leaves the paper in hand alone when another is opened', () => {
    list([entry('a'), entry('b')], 'a');
    openPaper('b');
    expect(openSession(importStore.get())?.fileName).toBe('b');
  });
});

describe('an import over a reload of the window', () => {
  const storage = (limit: number) => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      removeItem: (key: string) => { kept.delete(key); },
      setItem: (key: string, value: string) => {
        if (value.length > limit) throw new Error('QuotaExceededError');
        kept.set(key, value);
      },
    };
  };

  it('comes back with every paper and its corrections; what was being read is to be read again', () => {
    const store = storage(Infinity);
    keeper(store)({ entries: [entry('a'), entry('b', { state: 'reading', session: null })], openId: 'a', proposedId: 'x' });
    const back = readKept(store);
    expect(back).toMatchObject({ openId: 'a', proposedId: 'x', entries: [{ state: 'read', session: { present: read } }, { state: 'stopped' }] });
  });

  it('offers a paper too large to keep for reading again', () => {
    const store = storage(600);
    keeper(store)({ entries: [entry('a', { session: { ...session('a'), text: 'あ'.repeat(1000) } })], openId: 'a', proposedId: null });
    expect(readKept(store).entries[0]).toMatchObject({ state: 'stopped', session: null, sha256: 'a', kind: 'other' });
  });

  it('forgets what was taken off', () => {
    const store = storage(Infinity);
    const keep = keeper(store);
    keep({ entries: [entry('a')], openId: 'a', proposedId: null });
    keep({ entries: [], openId: null, proposedId: null });
    expect(readKept(store).entries).toEqual([]);
    expect(store.getItem('shingicho.import.paper.a')).toBeNull();
  });
});

it('says runs of pages by their ends', () => {
  expect(pageNumbers([8, 3, 5, 6, 7])).toBe('3、5–8');
});

it('parts two texts where they differ, never within a character', () => {
  expect(differing('窓口が遠い。', '窓口がとても遠い。')).toEqual({ before: '窓口が', a: '', b: 'とても', after: '遠い。' });
  expect(differing('𠮷野', '𠮟野')).toEqual({ before: '', a: '𠮷', b: '𠮟', after: '野' });
});
