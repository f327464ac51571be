import { openStore } from '../../db/dossier/store.ts';

/**
 * A process made to be killed: writes to a store without pause, and says on standard output what was acknowledged.
 * Arguments: the store, the dossier, the number of the first command. Command n sets point n mod 40 to the text n.
 */
const [path = '', dossierId = '', first = '0'] = process.argv.slice(2);
const store = openStore(path);
const why = { author: '記録係', device: 'killed', reason: 'test' };
if (!store.hasDossier(dossierId)) store.create({ dossierId, why }, (draft) => draft.add('committee', dossierId, { name: '検討会', municipality: '', purpose: '', sample: false }));
process.stdout.write('open\n');
for (let n = Number(first); ; n++) {
  const id = `p${n % 40}`;
  store.change({ dossierId, why }, (draft) => {
    // Now and then a change of many records, so that the kill also falls into a long transaction.
    const many = n % 7 === 0 ? 60 : 1;
    for (let i = 0; i < many; i++) draft.add('point', i === 0 ? id : `x${n}-${i}`, { itemId: null, kind: 'issue', text: String(n), parentId: null, reason: '', rank: 'a0' });
  });
  // A synchronous write: once the parent reads it, the command was acknowledged before the kill.
  process.stdout.write(`${n}\n`);
}
