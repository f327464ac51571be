import { serveReader } from './serve.ts';

/** A reader's process. Its thread's entry stands beside this one: a source in development, a bundle in the built app. */
serveReader(new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.cjs', import.meta.url));
