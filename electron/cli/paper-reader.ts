import { forkReader } from '../reader/fork-reader.ts';
import { openReaderPool } from '../reader/pool.ts';
import type { PaperReader } from '../services/papers/paper-reader.ts';

/** The command line reads papers as the app does, in a process with limits; one, for it reads one paper. */
export const openReader = (): PaperReader => openReaderPool({ start: forkReader(new URL('../reader/index.ts', import.meta.url)), most: 1 });
