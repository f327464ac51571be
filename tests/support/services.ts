import { expect } from 'vitest';
import type { InputOf, OutputOf, Result, WorkerOperation } from '../../electron/contract/index.ts';
import type { ErrorCode } from '../../electron/contract/errors.ts';
import type { Services } from '../../electron/services/context.ts';
import { dispatch } from '../../electron/services/dispatch.ts';
import { readInProcess } from '../../electron/services/papers/read-in-process.ts';
import { StagedPapers } from '../../electron/services/papers/staged-papers.ts';
import type { Store } from '../../db/dossier/store.ts';
import { projectionOf, temporaryStore } from './store.ts';

export const CALLER = { author: '記録係', device: 'test-device' } as const;

/** The services over a store, at a fixed time, without a browser to print with. */
export const servicesOver = (store: Store, now = '2026-08-06T05:00:00.000Z'): Services => ({
  store,
  reader: readInProcess,
  staged: new StagedPapers(),
  now: () => new Date(now),
  print: () => Promise.resolve({ ok: false, code: 'print-unavailable', detail: {} }),
});

export type Desk = ReturnType<typeof newDesk>;

/** A committee on a store of its own, and its operations as a window would call them. */
export function newDesk(store = temporaryStore()) {
  const services = servicesOver(store);
  /** Calls an operation as it comes. */
  const ask = <N extends WorkerOperation>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> => dispatch(services, name, input, CALLER);
  /** Calls an operation that must not be refused. */
  const call = async <N extends WorkerOperation>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const result = await ask(name, input);
    if (!result.ok) throw new Error(`${name} was refused: ${result.code} ${JSON.stringify(result.detail)}`);
    return result.value;
  };
  return {
    store, services, ask, call,
    newCommittee: async (name = '検討会') => (await call('committees.create', { name })).committeeId,
    /** Calls an operation that must be refused with `code`, and checks that the store is as it was. */
    async refused<N extends WorkerOperation>(code: ErrorCode, name: N, input: InputOf<N>): Promise<void> {
      const before = wholeStore(store);
      expect(await ask(name, input)).toMatchObject({ ok: false, code });
      expect(wholeStore(store)).toEqual(before);
    },
  };
}

/** The log and every projected row of every dossier. */
export function wholeStore(store: Store): unknown {
  const dossiers = store.connection.sqlite.prepare<[], string>('SELECT id FROM dossier ORDER BY id').pluck().all();
  const hashes = store.connection.sqlite.prepare('SELECT hash FROM dossier_change ORDER BY seq').pluck().all();
  return { hashes, rows: dossiers.map((id) => projectionOf(store, id)) };
}
