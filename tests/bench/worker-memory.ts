import { LARGE } from './texts.ts';
import { startWorker } from '../../electron/worker/client.ts';

/**
 * A process with nothing in it but the database worker: opens the store, searches, edits, and prints its own resident
 * memory in MB. Argument: the store.
 */
const started = await startWorker({
  storePath: process.argv[2] ?? '',
  entry: new URL('../../dist/worker/index.cjs', import.meta.url),
  print: () => Promise.resolve({ ok: false, code: 'print-unavailable', detail: {} }),
  startReader: () => { throw new Error('nothing is read here'); },
  onChange: () => undefined,
});
if (!started.ok) throw new Error(JSON.stringify(started));
const caller = { author: '', device: 'bench' };
for (const text of ['区', '窓口', '役割分担', 'まちづくりの支援']) {
  const result = await started.value.invoke('search.all', { text, committeeId: LARGE }, caller);
  if (!result.ok) throw new Error(result.code);
}
await started.value.invoke('items.add', { committeeId: LARGE, title: '区役所の役割' }, caller);
console.log(process.memoryUsage.rss() / 1e6);
await started.value.close();
