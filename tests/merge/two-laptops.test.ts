import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DossierDraft } from '../../db/dossier/draft.ts';
import type { Store } from '../../db/dossier/store.ts';
import { anyTable, putAny } from '../support/any-record.ts';
import { projectionOf, temporaryStore } from '../support/store.ts';

const DOSSIER = 'd';
const POINT = { itemId: null, kind: 'issue', parentId: null, reason: '', rank: 'a0' } as const;

const changesOf = (store: Store): Buffer[] => store.connection.sqlite.prepare<[], Buffer>('SELECT bytes FROM dossier_change ORDER BY seq').pluck().all();
const edit = (store: Store, work: (draft: DossierDraft) => void) =>
  store.change({ dossierId: DOSSIER, why: { author: '', device: store.path, reason: 'test' } }, work);

/** Two laptops that hold the same committee with one issue, and then part. */
function parted(): [Store, Store] {
  const here = temporaryStore();
  here.create({ dossierId: DOSSIER, why: { author: '', device: 'first', reason: 'test' } }, (draft) => {
    draft.add('committee', DOSSIER, { name: '検討会', municipality: '', purpose: '', sample: false });
    draft.add('point', 'p', { ...POINT, text: '窓口が遠い' });
  });
  const there = temporaryStore();
  there.merge(DOSSIER, changesOf(here), 'test');
  return [here, there];
}

/** Each takes in what the other did, as two people who swap a USB stick. */
function swap(here: Store, there: Store): void {
  const [mine, theirs] = [changesOf(here), changesOf(there)];
  here.merge(DOSSIER, theirs, 'test');
  there.merge(DOSSIER, mine, 'test');
}

/** The rows but for history, whose order is each laptop's own. */
function rowsOf(store: Store): Record<string, unknown[]> {
  const { record_change: _history, ...rows } = projectionOf(store, DOSSIER);
  return rows;
}

describe('two laptops', () => {
  it('show both texts where two people changed one, until one is chosen, and the choice reaches the other', () => {
    const [here, there] = parted();
    edit(here, (draft) => draft.edit('point', 'p', { text: '窓口まで8キロある' }));
    edit(there, (draft) => draft.edit('point', 'p', { text: '窓口まで12キロある' }));
    swap(here, there);
    for (const store of [here, there]) {
      const conflicts = store.connection.sqlite.prepare<[], { field: string; values: string }>('SELECT field, "values" FROM conflict').all();
      expect(conflicts.map(({ field, values }) => [field, new Set(JSON.parse(values))])).toEqual([['text', new Set(['窓口まで8キロある', '窓口まで12キロある'])]]);
    }
    expect(rowsOf(here)).toEqual(rowsOf(there));
    edit(here, (draft) => draft.edit('point', 'p', { text: '窓口まで10キロある' }));
    swap(here, there);
    expect(rowsOf(there)['conflict']).toEqual([]);
    expect(rowsOf(there)['point']).toEqual([expect.arrayContaining(['窓口まで10キロある'])]);
  });

  it('keep what one edited while the other removed it', () => {
    const [here, there] = parted();
    edit(here, (draft) => draft.edit('point', 'p', { reason: '別の計画で扱う' }));
    edit(there, (draft) => draft.remove('point', 'p'));
    swap(here, there);
    for (const store of [here, there]) expect(rowsOf(store)['point']).toEqual([expect.arrayContaining(['別の計画で扱う'])]);
  });

  it('come to the same rows whatever each did, in whichever order they swap, and rebuild to them', () => {
    const id = fc.constantFrom('p', 'q', 'r');
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), id, text: fc.constantFrom('一', '二', '三') }),
      fc.record({ do: fc.constant('edit' as const), id, text: fc.constantFrom('四', '五') }),
      fc.record({ do: fc.constant('remove' as const), id }),
      fc.record({ do: fc.constant('put' as const), table: anyTable, id, text: fc.constantFrom('六', '七') }),
      fc.record({ do: fc.constant('drop' as const), table: anyTable, id }),
    );
    type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
    const run = (store: Store, one: Step) =>
      edit(store, (draft) => {
        if (one.do === 'put') putAny(draft, one.table, one.id, one.text);
        else if (one.do === 'drop') draft.remove(one.table, one.id);
        else if (one.do === 'remove') draft.remove('point', one.id);
        else if (one.do === 'edit') draft.edit('point', one.id, { text: one.text });
        else draft.add('point', one.id, { ...POINT, text: one.text });
      });
    fc.assert(fc.property(fc.array(step, { maxLength: 8 }), fc.array(step, { maxLength: 8 }), fc.array(step, { maxLength: 4 }), (first, second, third) => {
      const [here, there] = parted();
      for (const one of first) run(here, one);
      for (const one of second) run(there, one);
      const usb = temporaryStore();
      usb.merge(DOSSIER, changesOf(there), 'test');
      usb.merge(DOSSIER, changesOf(here), 'test');
      for (const one of third) run(usb, one);
      here.merge(DOSSIER, changesOf(usb), 'test');
      there.merge(DOSSIER, changesOf(usb), 'test');
      expect(rowsOf(here)).toEqual(rowsOf(usb));
      expect(rowsOf(there)).toEqual(rowsOf(usb));
      here.rebuild(DOSSIER);
      expect(rowsOf(here)).toEqual(rowsOf(usb));
      for (const store of [here, there, usb]) store.close();
    }), { numRuns: 40 });
  });

  it('refuse changes that build on some that are missing, and stay as they were', () => {
    const [here, there] = parted();
    edit(there, (draft) => draft.edit('point', 'p', { text: '一度目' }));
    edit(there, (draft) => draft.edit('point', 'p', { text: '二度目' }));
    const before = projectionOf(here, DOSSIER);
    expect(() => here.merge(DOSSIER, changesOf(there).slice(-1), 'test')).toThrow('missing');
    expect(projectionOf(here, DOSSIER)).toEqual(before);
    expect(here.merge(DOSSIER, changesOf(there), 'test')).toBe(2);
  });
});
