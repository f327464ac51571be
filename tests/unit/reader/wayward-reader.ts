import { serveReader } from '../../../electron/reader/serve.ts';

/** A reader's process whose thread goes wrong in every way a strange file may bring about. */
serveReader(new URL('./wayward-thread.ts', import.meta.url));
