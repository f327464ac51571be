import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../db/dossier/store.ts';
import type { Context } from '../../electron/services/context.ts';
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
    store, staged: new StagedPapers(), now: () => new Date(), print: () => Promise.reject(new Error('no printing here')),
    caller: { author: '', device: 'bench' }, operation: 'search.all',
  };
  const scan = store.connection.sqlite.prepare("SELECT count(*) FROM search_doc WHERE body LIKE '%' || ? || '%'");
  const random = randomOf(3);
  const times = { ours: [] as number[], scan: [] as number[], rg: [] as number[] };
  const hasRg = has('rg');
  for (let length = 1; length <= 10; length++) {
    for (let n = 0; n < 60; n++) {
      const passage = passages[Math.floor(random() * passages.length)] ?? '';
      const at = Math.floor(random() * (passage.length - length));
      const text = passage.slice(at, at + length);
      times.ours.push(await timeOf(() => searchAll(context, { text, committeeId: LARGE, limit: 50 })));
      if (n >= 3) continue;
      times.scan.push(await timeOf(() => scan.get(text)));
      if (hasRg) times.rg.push(await timeOf(() => runProgram('rg', ['--fixed-strings', '--count', text, file])));
    }
  }
  store.close();
  const ours = p95(times.ours);
  const name = `search of ${passages.length.toLocaleString('en')} passages, 1–10 characters, p95 (median ${median(times.ours).toFixed(2)} ms)`;
  return [
    { name, ours, rival: median(times.scan), rivalName: 'LIKE scan, median', unit: 'ms', goal: 1 / 50 },
    ...(hasRg ? [{ name, ours, rival: median(times.rg), rivalName: 'ripgrep of the same text, median', unit: 'ms', goal: 1 / 5 } as const] : []),
  ];
}
