import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forkReader } from '../../electron/reader/fork-reader.ts';
import { openReaderPool } from '../../electron/reader/pool.ts';
import { fuzzPapers } from './fuzz-papers.ts';
import type { Fuzzed } from './fuzz-papers.ts';
import { measureHostileFiles } from './hostile.ts';

/**
 * `npm run fuzz -- [count] [seed]`: reads that many mutated papers in the readers' processes and prints what came of them.
 * `npm run fuzz -- hostile` measures the hostile files instead. Files that brought out a fault are kept in tests/.output/fuzz.
 */
const KEPT = fileURLToPath(new URL('../.output/fuzz', import.meta.url));

const table = ({ outcomes }: Fuzzed): string => {
  const codes = [...new Set([...outcomes.values()].flatMap((counts) => [...counts.keys()]))].toSorted();
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, each) => total + each, 0);
  return [
    row(['outcome', ...outcomes.keys(), 'all']), row(['---', ...[...outcomes.keys(), 'all'].map(() => '---:')]),
    ...codes.map((code) => row([code, ...[...outcomes.values()].map((counts) => counts.get(code) ?? 0), sum([...outcomes.values()].map((counts) => counts.get(code) ?? 0))])),
    row(['files', ...[...outcomes.values()].map((counts) => sum(counts.values())), sum([...outcomes.values()].flatMap((counts) => [...counts.values()]))]),
  ].join('\n');
};

async function fuzz(count: number, seed: number): Promise<void> {
  const reader = openReaderPool({ start: forkReader(new URL('../../electron/reader/index.ts', import.meta.url)) });
  const start = performance.now();
  const fuzzed = await fuzzPapers(reader, { count, seed, told: (done) => { if (done % 1000 === 0) console.log(`${done} files`); } });
  reader.close();
  const { faults, slowest, megabytes } = fuzzed;
  console.log(`\n${count} files, seed ${seed}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  console.log(table(fuzzed));
  console.log(`\nslowest ${slowest.milliseconds.toFixed(0)} ms, waiting for a reader included (${slowest.fileName}: ${slowest.how}); most memory of a reader's process ${megabytes.toFixed(0)} MB; faults ${faults.length}`);
  mkdirSync(KEPT, { recursive: true });
  for (const { fileName, how, outcome, bytes } of faults) {
    writeFileSync(join(KEPT, fileName), bytes);
    console.log(`  ${fileName} (${how}): ${outcome.slice(0, 300)}`);
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
}

const [first = '10000', seed = '3'] = process.argv.slice(2);
if (first === 'hostile') await measureHostileFiles();
else await fuzz(Number(first), Number(seed));
