import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRows } from '../../db/queries/search.ts';
import { insertSource } from '../../db/queries/sources.ts';
import { findIn, foldText } from '../../db/search-text.ts';
import { WHY, temporaryStore } from '../support/store.ts';

const CHARACTERS = Array.from('区役所の窓口まち支援㈱Ａa１1ガが、。');
const text = (most: number) => fc.array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: most }).map((parts) => parts.join(''));

describe('search', () => {
  it('finds exactly the lines that contain the text, from one character up, whatever their width', () => {
    fc.assert(fc.property(fc.uniqueArray(text(14), { minLength: 1, maxLength: 30 }), fc.array(text(7), { minLength: 1, maxLength: 12 }), (lines, wanted) => {
      const store = temporaryStore();
      insertSource(store.connection, { sha256: 's', fileName: 'paper.txt', encoding: 'utf-8', bytes: new Uint8Array(1), text: lines.join('\n') });
      for (const one of [...wanted, ...lines]) {
        const expected = lines.filter((line) => foldText(line).includes(foldText(one))).toSorted();
        expect(findRows(store.connection, one, 1000).map(({ body }) => body).toSorted()).toEqual(expected);
      }
      store.close();
    }), { numRuns: 40 });
  });

  it('marks the hit in the text as it was written', () => {
    expect(findIn('株式会社は㈱と書く', '(株)')).toEqual({ start: 5, end: 6 });
    expect(findIn('ＩＣＴの活用', 'ict')).toEqual({ start: 0, end: 3 });
    expect(findIn('窓口', '出張所')).toBeNull();
  });

  it('gives records before lines of papers, the newest first, and no more than asked for', () => {
    const store = temporaryStore();
    insertSource(store.connection, { sha256: 's', fileName: 'paper.txt', encoding: 'utf-8', bytes: new Uint8Array(1), text: '窓口の一\n窓口の二' });
    store.create({ dossierId: 'd', why: WHY }, (draft) => draft.add('committee', 'd', { name: '検討会', municipality: '', purpose: '', sample: false }));
    for (const id of ['older', 'newer']) store.change({ dossierId: 'd', why: WHY }, (draft) => draft.add('item', id, { title: `窓口 ${id}`, rank: 'a0' }));
    expect(findRows(store.connection, '窓口', 3).map(({ recordId, line }) => [recordId, line])).toEqual([['newer', 0], ['older', 0], ['s', 1]]);
  });
});
