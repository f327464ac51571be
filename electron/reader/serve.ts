import type { FromReader, ToReader } from './protocol.ts';
import { startWatchedThread } from './watched-thread.ts';
import type { WatchedThread } from './watched-thread.ts';

/** What Electron puts on `process` in a utility process: its port to main. */
type ParentPort = { on(event: 'message', listener: (event: { data: ToReader }) => void): void; postMessage(message: FromReader): void };

/**
 * The life of a reader's process: does the tasks it is sent, one at a time, until the one who started it lets it go. The
 * reading itself runs on a thread, so that this one can always watch it, tell how far it is, and end with its parent.
 * @param thread the thread's entry
 */
export function serveReader(thread: URL): void {
  // Electron's types belong to main; a process that Node forked has no such port.
  const { parentPort } = process as unknown as { parentPort?: ParentPort };
  const send = (message: FromReader) => { if (parentPort !== undefined) parentPort.postMessage(message); else process.send?.(message); };
  const told = (done: number, total: number) => send({ type: 'progress', done, total });
  let reading: WatchedThread | null = null;

  let file = new Uint8Array();
  const serve = async (message: ToReader) => {
    if (message.type === 'file') file = new Uint8Array(message.size);
    else if (message.type === 'piece') file.set(message.bytes, message.at);
    else {
      reading ??= startWatchedThread(thread, message.limits, told);
      send(await reading.run(message.task.do === 'read' ? { ...message.task, bytes: file } : message.task));
    }
  };
  if (parentPort !== undefined) {
    parentPort.on('message', ({ data }) => void serve(data)); // Electron itself ends the process with main
  } else {
    process.on('message', (message: ToReader) => void serve(message));
    process.on('disconnect', () => process.exit());
  }
}
