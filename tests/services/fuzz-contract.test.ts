import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/dossier/store.ts';
import { ERROR_CODES } from '../../electron/contract/errors.ts';
import { operations } from '../../electron/contract/index.ts';
import type { WorkerOperation } from '../../electron/contract/index.ts';
import { dispatch, isWorkerOperation } from '../../electron/services/dispatch.ts';
import { CALLER, newDesk, servicesOver, wholeStore } from '../support/services.ts';
import { lastingFolder } from '../support/store.ts';
import { validInputs } from '../support/valid-inputs.ts';
import type { ValidInputs } from '../support/valid-inputs.ts';

const NAMES = Object.keys(operations).filter(isWorkerOperation);
/** Not refused for being wrong in form: nothing to redo, or a store that stays as it is. */
const REFUSED_WHEN_VALID: Partial<Record<WorkerOperation, string>> = { 'history.redo': 'nothing-to-redo' };

type World = { services: ReturnType<typeof servicesOver>; before: string };

const folder = lastingFolder();
const template = join(folder, 'template.db');
let inputs: ValidInputs;
let staged: ReturnType<typeof servicesOver>['staged'];
let copies = 0;

/** A store of its own with the sample committee in it. */
function newWorld(): World {
  copies += 1;
  const path = join(folder, `copy-${copies}.db`);
  copyFileSync(template, path);
  const services = { ...servicesOver(openStore(path)), staged };
  return { services, before: JSON.stringify(wholeStore(services.store)) };
}

beforeAll(async () => {
  process.chdir(folder); // a path that a mutation makes relative is written here
  const desk = newDesk(openStore(template));
  inputs = await validInputs(desk, folder);
  ({ staged } = desk.services);
  desk.store.connection.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  desk.store.close();
});

const WRONG: readonly unknown[] = [
  undefined, null, true, false, 0, -1, 1.5, 2 ** 53, Number.NaN, Infinity, 10n, '', ' ', '\u0000', '\ud800', 'nobody', '__proto__', 'constructor', 'id:nobody',
  '平成26年13月', 'あ'.repeat(201), 'あ'.repeat(501), 'a'.repeat(1_000_001), [], [null], ['nobody'], {}, { id: 'nobody' }, new Date(0), new Map(), new Uint8Array(3),
];

type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

/** Every place in a value that can be changed. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (!isObject(value)) return [path];
  const own: Path[] = Array.isArray(value) ? value.slice(0, 3).flatMap((one, i) => placesIn(one, [...path, i])) : Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]));
  return [path, ...own];
}

type Mutation = { do: 'replace'; at: Path; with: unknown } | { do: 'drop' | 'extra'; at: Path };

function mutationOf(places: readonly Path[]): fc.Arbitrary<Mutation> {
  const at = fc.constantFrom(...places);
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('replace' as const), at, with: fc.oneof(fc.constantFrom(...WRONG), fc.string({ unit: 'binary' }), fc.anything({ maxDepth: 1 })) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('drop' as const, 'extra' as const), at }) },
  );
}

/** The value with one place changed; the original is left as it is. */
function mutated(value: unknown, mutation: Mutation, [head, ...rest]: Path = mutation.at): unknown {
  if (head === undefined) {
    if (mutation.do === 'replace') return mutation.with;
    return mutation.do === 'extra' && isObject(value) && !Array.isArray(value) ? { ...value, extra: 1 } : undefined;
  }
  if (Array.isArray(value)) return value.map((one: unknown, i) => (i === head ? mutated(one, mutation, rest) : one));
  if (!isObject(value)) return value;
  const { [head]: before, ...others } = value;
  const after = mutated(before, mutation, rest);
  return mutation.do === 'drop' && rest.length === 0 ? others : { ...others, [head]: after };
}

describe('every operation that the worker answers', () => {
  it('takes its valid input: what the fuzzing below starts from', async () => {
    for (const name of NAMES) {
      const { services } = newWorld();
      const result = await dispatch(services, name, inputs[name], CALLER);
      expect({ name, code: result.ok ? undefined : result.code }).toEqual({ name, code: REFUSED_WHEN_VALID[name] });
      services.store.close();
    }
  });

  it.each(NAMES)('%s answers any input with a value or a known refusal, and a refusal writes nothing', async (name) => {
    let world = newWorld();
    const valid = inputs[name];
    const places = placesIn(valid);
    const input = fc.oneof(
      { weight: 8, arbitrary: fc.array(mutationOf(places), { minLength: 1, maxLength: 2 }).map((mutations) => mutations.reduce<unknown>((value, mutation) => mutated(value, mutation), valid)) },
      { weight: 1, arbitrary: fc.anything() },
    );
    await fc.assert(fc.asyncProperty(input, async (given) => {
      const result = await dispatch(world.services, name, given, CALLER);
      const after = JSON.stringify(wholeStore(world.services.store));
      const isWritten = after !== world.before;
      if (isWritten) {
        world.services.store.close();
        world = newWorld();
      }
      if (result.ok) return;
      expect(ERROR_CODES).toContain(result.code);
      expect(result).not.toMatchObject({ code: 'internal' });
      expect(isWritten).toBe(false);
    }), { numRuns: 40 });
    world.services.store.close();
  });

  it('refuses as an id what no document can hold', async () => {
    const { services, before } = newWorld();
    const { upserts, ...apply } = inputs['clauses.apply'];
    for (const id of ['__proto__', '\ud800', '', 'a'.repeat(201)]) {
      const result = await dispatch(services, 'clauses.apply', { ...apply, upserts: upserts.map((one) => ({ ...one, id })) }, CALLER);
      expect(result).toMatchObject({ ok: false, code: 'bad-input' });
    }
    expect(JSON.stringify(wholeStore(services.store))).toBe(before);
    services.store.close();
  });

  it('is the only kind there is: any other name is refused', async () => {
    const { services, before } = newWorld();
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'app.info', 'preferences.set')), async (name) => {
      fc.pre(!isWorkerOperation(name));
      // A name from outside the map is what this promise is about.
      expect(await dispatch(services, name as WorkerOperation, {}, CALLER)).toMatchObject({ ok: false, code: 'unknown-operation' });
    }));
    expect(JSON.stringify(wholeStore(services.store))).toBe(before);
    services.store.close();
  });
});
