import { openReaderPool } from '../reader/pool.ts';
import type { PaperReader } from '../services/papers/paper-reader.ts';

/** The command line reads papers as the app does, on a thread with limits; one, for it reads one paper. */
export const openReader = (): PaperReader => openReaderPool({ entry: new URL('../reader/index.ts', import.meta.url), threads: 1 });
