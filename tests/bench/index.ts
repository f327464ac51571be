import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchEdit } from './bench-edit.ts';
import { benchImport } from './bench-import.ts';
import { benchReading } from './bench-reading.ts';
import { benchPdf } from './bench-pdf.ts';
import { benchReports } from './bench-reports.ts';
import { benchSearch } from './bench-search.ts';
import { benchStart } from './bench-start.ts';
import { makeLargeStore } from './large-store.ts';
import type { Row } from './measure.ts';

/**
 * `npm run bench`: how fast the product is, as ratios. Each figure stands against a rival or a limit measured in the same
 * run on the same machine, with the goal beside it. Rivals that are not installed (pandoc, ripgrep) are left out, and said.
 */
const folder = mkdtempSync(join(tmpdir(), 'shingicho-bench-'));
const print = (rows: readonly Row[]) => {
  for (const { name, ours, rival, rivalName, unit, goal, note } of rows) {
    const ratio = ours / rival;
    const figure = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`;
    const digits = goal < 0.1 ? 4 : 2;
    const verdict = ratio <= goal ? 'met' : `MISSED by ${((ratio / goal - 1) * 100).toFixed(0)} %`;
    console.log(`${name}\n  ${figure(ours)} against ${figure(rival)} (${rivalName}): ratio ${ratio.toFixed(digits)}, goal ≤ ${goal.toFixed(digits)}: ${verdict}${note === undefined ? '' : `\n  (${note})`}`);
  }
};

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
try {
  const large = join(folder, 'large.db');
  print(await benchImport());
  print(await benchPdf());
  print(await benchReading());
  print(await benchEdit(folder));
  print(await benchReports(folder));
  const passages = makeLargeStore(large);
  const copy = join(folder, 'start.db');
  copyFileSync(large, copy);
  print(await benchSearch(large, folder, passages));
  print(await benchStart(copy, folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
