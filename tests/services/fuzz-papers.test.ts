import { afterAll, expect, it } from 'vitest';
import { forkReader } from '../../electron/reader/fork-reader.ts';
import { openReaderPool } from '../../electron/reader/pool.ts';
import { fuzzPapers } from '../fuzz/fuzz-papers.ts';

const reader = openReaderPool({ start: forkReader(new URL('../../electron/reader/index.ts', import.meta.url)) });
afterAll(() => reader.close());

/** A slice of `npm run fuzz`, always of the same files; docs/fuzz.md has the record of a long run. */
it('reads or refuses 200 mutated papers, losing no text of those it reads', async () => {
  const { faults, outcomes } = await fuzzPapers(reader, { count: 200, seed: 7 });
  expect(faults.map(({ fileName, how, outcome }) => ({ fileName, how, outcome }))).toEqual([]);
  expect([...outcomes.keys()].toSorted()).toEqual(['csv', 'docx', 'html', 'md', 'pdf', 'txt', 'xlsx']);
  expect([...outcomes.values()].every((counts) => (counts.get('read') ?? 0) > 0)).toBe(true);
});
