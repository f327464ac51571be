import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../db/dossier/store.ts';
import { DURABLE_PRAGMAS } from '../../db/open.ts';
import { inTurn } from './measure.ts';
import type { Row } from './measure.ts';
import { randomOf, sentence } from './texts.ts';

const RECORDS = 2000;

/** One edit through the door (change, projection, index, history) against one bare row with the same durability. */
export async function benchEdit(folder: string): Promise<Row[]> {
  const store = openStore(join(folder, 'edit.db'));
  const random = randomOf(5);
  const why = { author: '', device: 'bench', reason: 'bench' };
  store.create({ dossierId: 'd', why }, (draft) => {
    draft.add('committee', 'd', { name: '検討会', municipality: '', purpose: '', sample: false });
    for (let n = 0; n < RECORDS; n++) draft.add('point', `p${n}`, { itemId: null, kind: 'issue', text: sentence(random, 60), parentId: null, reason: '', rank: `a${n}` });
  });
  const bare = new Database(join(folder, 'bare.db'));
  bare.pragma('locking_mode = EXCLUSIVE');
  for (const pragma of DURABLE_PRAGMAS) bare.pragma(pragma);
  bare.exec('CREATE TABLE point (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  const insert = bare.prepare('INSERT INTO point (text) VALUES (?)');
  let n = 0;
  const times = await inTurn(400, () => {
    store.change({ dossierId: 'd', why }, (draft) => draft.edit('point', `p${n++ % RECORDS}`, { text: sentence(random, 60) }));
  }, () => { insert.run(sentence(random, 60)); });
  store.close();
  bare.close();
  return [{ name: `one edit through the door at ${RECORDS.toLocaleString('en')} records, index and history included`, ...times, rivalName: 'a bare INSERT, same pragmas', unit: 'ms', goal: 6 }];
}
