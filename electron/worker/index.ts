import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../db/dossier/store.ts';
import type { Store } from '../../db/dossier/store.ts';
import { backupDaily, restoreNewestBackup } from '../../db/backup.ts';
import { asStoreError } from '../../db/errors.ts';
import { AppError } from '../contract/errors.ts';
import type { OperationName, Result } from '../contract/index.ts';
import { openReaderPool } from '../reader/pool.ts';
import type { StartReader } from '../reader/protocol.ts';
import { dispatch } from '../services/dispatch.ts';
import { asFailure } from '../services/failure.ts';
import { StagedPapers } from '../services/papers/staged-papers.ts';
import type { Services } from '../services/context.ts';
import type { FromWorker, ToWorker, WorkerStart } from './protocol.ts';

/** The database worker: the store's single writer. It hosts the services and answers main's calls, one after another. */
const port = parentPort;
if (port === null) throw new Error('the database worker runs as a worker thread');
// Main starts the worker with exactly this.
const { storePath, restore = false } = workerData as WorkerStart;
const send = (message: FromWorker) => port.postMessage(message);

const prints = new Map<number, (result: Result<Uint8Array>) => void>();
let nextPrint = 1;
const print = (html: string) =>
  new Promise<Result<Uint8Array>>((resolve) => {
    const id = nextPrint++;
    prints.set(id, resolve);
    send({ type: 'print', id, html });
  });

const readers = new Map<number, Parameters<StartReader>[0]>();
let nextReader = 1;
const startReader: StartReader = (on) => {
  const id = nextReader++;
  readers.set(id, on);
  send({ type: 'start-reader', id });
  return {
    send: (message) => send({ type: 'tell-reader', id, message }),
    kill: () => send({ type: 'kill-reader', id }),
  };
};

function serve(store: Store): void {
  const reader = openReaderPool({ start: startReader });
  const services: Services = { store, reader, staged: new StagedPapers(), now: () => new Date(), print };
  store.onCommit(({ dossierId, reason, tables, touched }) => {
    send({
      type: 'change',
      notice: {
        committeeId: dossierId,
        tables: [...tables],
        ids: touched.map(({ id }) => id),
        origin: reason as OperationName, // every change is made under the name of the operation that runs
      },
    });
  });

  port?.on('message', (message: ToWorker) => {
    if (message.type === 'call') {
      void dispatch(services, message.name, message.input, message.caller).then((result) => send({ type: 'reply', id: message.id, result }));
    } else if (message.type === 'printed') {
      prints.get(message.id)?.(message.result);
      prints.delete(message.id);
    } else if (message.type === 'reader-said') {
      readers.get(message.id)?.message(message.message);
    } else if (message.type === 'reader-exited') {
      readers.get(message.id)?.exited(message.exit);
      readers.delete(message.id);
    } else {
      reader.close();
      store.close();
      port.close();
    }
  });
  send({ type: 'ready' });

  // After the window is up: a copy of a large store takes a while, and nobody should wait for it.
  setTimeout(() => {
    if (!store.connection.sqlite.open) return;
    try {
      backupDaily(store.connection.sqlite);
    } catch (error) {
      send({ type: 'trouble', failure: asFailure(asStoreError(error, storePath)) });
    }
  }, 30_000).unref();
}

try {
  if (restore && restoreNewestBackup(storePath) === null) throw new AppError('store-no-backup', { file: storePath });
  serve(openStore(storePath));
} catch (error) {
  send({ type: 'refused', failure: asFailure(error) });
}
