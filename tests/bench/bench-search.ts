import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../db/dossier/store.ts';
import type { Context } from '../../electron/services/context.ts';
import { readInProcess } from '../../electron/services/papers/read-in-process.ts';
import { StagedPapers } from '../../electron/services/papers/staged-papers.ts';
import { searchAll } from '../../electron/services/search.ts';
import { has, median, p95, runProgram, timeOf } from './measure.ts';
import type { Row } from './measure.ts';
import { LARGE, randomOf } from './texts.ts';

/** Search as the palette asks for it, at every length from 1 to 10 characters, against a scan and against ripgrep. */
export async function benchSearch(storePath: string, folder: string, passages: readonly string[]): Promise<Row[]> {
  const store = openStore(storePath);
  const file = join(folder, 'passages.txt');
  writeFileSync(file, passages.join('\n'));
  const context: Context = {
    store, reader: readInProcess, staged: new StagedPapers(), now: () => new Date(), print: () => Promise.reject(new Error('no printing here')),
    caller: { author: '', device: 'bench' }, operation: 'search.all',
  };
  const scan = store.connection.sqlite.prepare("SELECT count(*) FROM search_doc WHERE body LIKE '%' || ? || '%'");
  const hasRg = has('rg');
  const random = randomOf(3);
  const texts = Array.from({ length: 600 }, (_, n) => {
    const length = (n % 10) + 1;
    const passage = passages[Math.floor(random() * passages.length)] ?? '';
    const at = Math.floor(random() * (passage.length - length));
    return passage.slice(at, at + length);
  });
  const few = texts.slice(0, 30);
  // One after another rather than in turn: a scan empties the page cache, which no search of a person's does.
  const timesOf = async (asked: readonly string[], search: (text: string) => unknown) => {
    const times: number[] = [];
    // The median of three: the 95th percentile is to be of the queries, not of what else the machine does.
    for (const text of asked) times.push(median([await timeOf(() => search(text)), await timeOf(() => search(text)), await timeOf(() => search(text))]));
    return times;
  };
  const ask = (text: string) => searchAll(context, { text, committeeId: LARGE, limit: 50 });
  await timesOf(texts.slice(-60), ask); // warms up, as whatever a person did before does
  const times = {
    ours: await timesOf(texts, ask),
    scan: await timesOf(few, (text) => scan.get(text)),
    rg: hasRg ? await timesOf(few, (text) => runProgram('rg', ['--fixed-strings', '--count', text, file])) : [],
  };
  store.close();
  const ours = p95(times.ours);
  const name = `search of ${passages.length.toLocaleString('en')} passages, 1–10 characters, p95 (median ${median(times.ours).toFixed(2)} ms)`;
  return [
    { name, ours, rival: median(times.scan), rivalName: 'LIKE scan, median', unit: 'ms', goal: 1 / 50 },
    ...(hasRg ? [{ name, ours, rival: median(times.rg), rivalName: 'ripgrep of the same text, median', unit: 'ms', goal: 1 / 5 } as const] : []),
  ];
}
