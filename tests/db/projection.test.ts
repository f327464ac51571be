import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSteps } from '../../db/dossier/steps.ts';
import type { TableName } from '../../db/dossier/shape.ts';
import type { Store } from '../../db/dossier/store.ts';
import { indexQuery } from '../../db/search-text.ts';
import { anyTable, putAny } from '../support/any-record.ts';
import { WHY, projectionOf, temporaryStore } from '../support/store.ts';

const DOSSIER = 'd';
const words = fc.constantFrom('区役所', '窓口', '役割分担', '市民', 'まちづくり', 'AI', '㈱');
const text = fc.array(words, { maxLength: 4 }).map((parts) => parts.join('の'));
const id = fc.integer({ min: 0, max: 12 }).map((n) => `p${n}`);

type Command =
  | { do: 'add'; id: string; text: string; itemId: string | null }
  | { do: 'edit'; id: string; text?: string; itemId?: string | null }
  | { do: 'remove'; id: string }
  | { do: 'city'; id: string; city: string }
  | { do: 'clause'; id: string; cites: string[]; text: string }
  | { do: 'put'; table: TableName; id: string; text: string }
  | { do: 'drop'; table: TableName; id: string }
  | { do: 'undo' }
  | { do: 'redo' };

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), id, text, itemId: fc.option(id) }),
  fc.record({ do: fc.constant('edit' as const), id, text, itemId: fc.option(id) }, { requiredKeys: ['do', 'id'] }),
  fc.record({ do: fc.constant('remove' as const), id }),
  fc.record({ do: fc.constant('city' as const), id, city: words }),
  fc.record({ do: fc.constant('clause' as const), id, cites: fc.array(id, { maxLength: 3 }), text }),
  fc.record({ do: fc.constant('put' as const), table: anyTable, id, text }),
  fc.record({ do: fc.constant('drop' as const), table: anyTable, id }),
  fc.constant({ do: 'undo' as const }),
  fc.constant({ do: 'redo' as const }),
);

function run(store: Store, given: Command): void {
  const steps = createSteps(store);
  if (given.do === 'undo' || given.do === 'redo') {
    steps[given.do](DOSSIER, WHY);
    return;
  }
  store.change({ dossierId: DOSSIER, why: WHY }, (draft) => {
    if (given.do === 'add') draft.add('point', given.id, { itemId: given.itemId, kind: 'issue', text: given.text, parentId: null, reason: '', rank: 'a0' });
    else if (given.do === 'edit') draft.edit('point', given.id, { text: given.text, itemId: given.itemId });
    else if (given.do === 'remove') draft.remove('point', given.id);
    else if (given.do === 'put') putAny(draft, given.table, given.id, given.text);
    else if (given.do === 'drop') draft.remove(given.table, given.id);
    else if (given.do === 'city') draft.add('pointCity', `${given.id}/${given.city}`, { pointId: given.id, city: given.city, rank: 'a0' });
    else {
      const runs = [{ t: 'text', text: given.text }, ...given.cites.map((targetId) => ({ t: 'cite', targetId }))];
      draft.add('clause', `c-${given.id}`, { draftId: 'x', kind: 'paragraph', level: 3, numbered: true, content: JSON.stringify({ form: 'runs', runs }), rank: 'a0' });
    }
  });
}

const newDossier = (): Store => {
  const store = temporaryStore();
  store.create({ dossierId: DOSSIER, why: WHY }, (draft) => draft.add('committee', DOSSIER, { name: '検討会', municipality: '', purpose: '', sample: false }));
  return store;
};

const found = (store: Store, text: string): unknown[] =>
  store.connection.sqlite.prepare('SELECT d.table_name, d.record_id FROM search_index i JOIN search_doc d ON d.rowid = i.rowid WHERE search_index MATCH ? ORDER BY 1, 2').all(indexQuery(text));

describe('the projection', () => {
  it('built again from the changes gives the same rows, after any sequence of commands', () => {
    fc.assert(fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const store = newDossier();
      for (const one of commands) run(store, one);
      const before = projectionOf(store, DOSSIER);
      const hits = found(store, '区役所');
      store.rebuild(DOSSIER);
      expect(projectionOf(store, DOSSIER)).toEqual(before);
      expect(found(store, '区役所')).toEqual(hits);
      store.close();
    }), { numRuns: 60 });
  });

  it('is the same on a laptop that receives the changes', () => {
    fc.assert(fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      const here = newDossier();
      for (const one of commands) run(here, one);
      const changes = here.connection.sqlite.prepare<[], Buffer>('SELECT bytes FROM dossier_change ORDER BY seq').pluck().all();
      const there = temporaryStore();
      expect(there.merge(DOSSIER, changes, 'test')).toBe(changes.length);
      expect(there.merge(DOSSIER, changes, 'test')).toBe(0);
      expect(projectionOf(there, DOSSIER)).toEqual(projectionOf(here, DOSSIER));
      here.close();
      there.close();
    }), { numRuns: 25 });
  });
});

describe('undo', () => {
  it('takes every step back, and redo brings every step again', () => {
    fc.assert(fc.property(fc.array(command.filter((one) => one.do !== 'undo' && one.do !== 'redo'), { maxLength: 20 }), (commands) => {
      const store = newDossier();
      const steps = createSteps(store);
      const visible = () => {
        const { record_change: _history, ...rows } = projectionOf(store, DOSSIER);
        return rows;
      };
      const states = [visible()];
      for (const one of commands) {
        const count = () => store.connection.sqlite.prepare('SELECT count(*) FROM dossier_change').pluck().get();
        const before = count();
        run(store, one);
        if (count() !== before) states.push(visible());
      }
      for (const state of states.slice(0, -1).toReversed()) {
        expect(steps.undo(DOSSIER, WHY)).not.toBeNull();
        expect(visible()).toEqual(state);
      }
      for (const state of states.slice(1)) {
        expect(steps.redo(DOSSIER, WHY)).not.toBeNull();
        expect(visible()).toEqual(state);
      }
      expect(steps.redo(DOSSIER, WHY)).toBeNull();
      store.close();
    }), { numRuns: 40 });
  });

  it('knows its next step as if it had gone through the whole log, however much was undone and redone', () => {
    const stretch = fc.record({ do: fc.constantFrom('change', 'type', 'undo', 'undo', 'redo'), times: fc.integer({ min: 1, max: 40 }) });
    fc.assert(fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
      const store = newDossier();
      const steps = createSteps(store);
      const undo = [steps.next(DOSSIER, WHY.device).undo?.step ?? ''];
      let redo: string[] = [];
      let made = 0;
      for (const [index, { do: what, times }] of stretches.entries()) {
        for (let time = 0; time < times; time++) {
          if (what === 'undo' || what === 'redo') {
            const [from, to] = what === 'undo' ? [undo, redo] : [redo, undo];
            const step = from.at(-1);
            // the committee itself stays
            if (step === undefined || (what === 'undo' && from.length === 1)) break;
            steps[what](DOSSIER, WHY);
            from.pop();
            to.push(step);
          } else {
            const step = what === 'type' ? `typing ${index}` : `change ${made}`;
            store.change({ dossierId: DOSSIER, why: { ...WHY, reason: what, step } }, (draft) => draft.edit('committee', DOSSIER, { name: `検討会 ${made}` }));
            made += 1;
            redo = [];
            if (undo.at(-1) !== step) undo.push(step);
          }
          const next = steps.next(DOSSIER, WHY.device);
          expect([next.undo?.step, next.redo?.step]).toEqual([undo.at(-1), redo.at(-1)]);
          if (next.redo !== null) expect(next.redo.reason).toBe(next.redo.step.startsWith('typing') ? 'type' : 'change');
        }
      }
      store.close();
    }), { numRuns: 15 });
  });

  it('gives a removed record back as it was when it was removed, though it was added anew since', () => {
    const store = newDossier();
    const steps = createSteps(store);
    run(store, { do: 'add', id: 'p1', text: '窓口', itemId: null });
    const state = projectionOf(store, DOSSIER)['point'];
    run(store, { do: 'remove', id: 'p1' });
    run(store, { do: 'add', id: 'p1', text: '支所', itemId: 'i1' });
    steps.undo(DOSSIER, WHY);
    steps.undo(DOSSIER, WHY);
    expect(projectionOf(store, DOSSIER)['point']).toEqual(state);
    store.close();
  });

  it('outlives a restart', () => {
    const store = newDossier();
    run(store, { do: 'add', id: 'p1', text: '窓口', itemId: null });
    store.close();
    const again = temporaryStore(store.path);
    expect(createSteps(again).undo(DOSSIER, WHY)?.reason).toBe('test');
    expect(projectionOf(again, DOSSIER)['point']).toEqual([]);
  });
});
