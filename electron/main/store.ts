import type { ChangeNotice, Failure, Result, WorkerOperation } from '../contract/index.ts';
import { startWorker } from '../worker/client.ts';
import type { WorkerClient } from '../worker/client.ts';
import type { Caller } from '../worker/protocol.ts';
import { printToPdf } from './print.ts';
import { startReader } from './readers.ts';

export type Store = {
  /** Null once the store is open, or the failure that says why it is not. */
  opened(): Promise<Failure | null>;
  invoke(name: WorkerOperation, input: unknown): Promise<Result<unknown>>;
  /** Starts the worker again, after it was lost or, with `restore`, on the newest backup of a damaged store. */
  reopen(restore?: boolean): void;
  /** Lets the writer finish; nothing is accepted afterwards. */
  close(): Promise<void>;
};

export type StoreOptions = {
  storePath: string;
  caller: () => Caller;
  onChange: (notice: ChangeNotice) => void;
  /** Something went wrong that no call asked about, such as the day's backup. */
  onTrouble: (failure: Failure) => void;
  /** The worker died by itself; open calls have been answered with `internal`. */
  onLost: () => void;
};

/** Keeps one database worker for the app's life; calls made before the store is open wait for it. */
export function openStore({ storePath, caller, onChange, onTrouble, onLost }: StoreOptions): Store {
  let closing = false;
  const start = (restore = false): Promise<Result<WorkerClient>> => {
    let ready = false;
    const started = startWorker({
      storePath,
      restore,
      entry: new URL('../worker/index.cjs', import.meta.url),
      print: printToPdf,
      startReader,
      onChange,
      onTrouble,
      onExit: () => { if (ready && !closing) onLost(); },
    });
    void started.then((result) => { ready = result.ok; });
    return started;
  };
  let worker = start();
  return {
    opened: async () => {
      const result = await worker;
      return result.ok ? null : result;
    },
    invoke: async (name, input) => {
      const result = await worker;
      return result.ok ? result.value.invoke(name, input, caller()) : result;
    },
    reopen: (restore) => { worker = start(restore); },
    close: async () => {
      closing = true;
      const result = await worker;
      if (result.ok) await result.value.close();
    },
  };
}
