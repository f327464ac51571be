import { createHash } from 'node:crypto';
import { openStore } from '../../db/dossier/store.ts';
import { insertSource } from '../../db/queries/sources.ts';
import { LARGE, randomOf, sentence } from './texts.ts';

const PAPERS = 100;
const LINES = 1000;

/** A store of one committee with 100 papers of 1,000 passages (126 characters each). @returns every passage */
export function makeLargeStore(path: string): string[] {
  const store = openStore(path);
  const random = randomOf(1);
  const why = { author: '', device: 'bench', reason: 'bench' };
  const passages: string[] = [];
  for (let n = 0; n < PAPERS; n++) {
    const lines = Array.from({ length: LINES }, () => sentence(random, 125));
    passages.push(...lines);
    const text = lines.join('\n');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const change = { dossierId: LARGE, why, alsoWrite: () => insertSource(store.connection, { sha256, fileName: `資料${n}.txt`, encoding: 'utf-8', bytes: Buffer.from(text), text }) };
    const addPaper = (draft: Parameters<Parameters<typeof store.change>[1]>[0]) => {
      if (n === 0) draft.add('committee', LARGE, { name: '大きな検討会', municipality: '', purpose: '', sample: false });
      draft.add('paper', `paper-${n}`, { sha256, title: `資料${n}`, label: `資料${n}`, fileName: `資料${n}.txt`, importedAt: '', rank: `a${n}` });
    };
    if (n === 0) store.create(change, addPaper);
    else store.change(change, addPaper);
  }
  store.close();
  return passages;
}
