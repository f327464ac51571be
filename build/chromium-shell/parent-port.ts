import { EventEmitter } from 'node:events';

/** Imported before a utility process's own entry: gives it Electron's port to main, and ends it when main is gone. */
const parentPort = Object.assign(new EventEmitter<{ message: [{ data: unknown; ports: [] }] }>(), {
  postMessage: (message: unknown) => void process.send?.(message),
});
process.on('message', (data) => parentPort.emit('message', { data, ports: [] }));
process.on('disconnect', () => process.exit());
Object.assign(process, { parentPort });
