import type { PaperReader } from '../../electron/services/papers/paper-reader.ts';
import { AppError } from '../../electron/contract/errors.ts';
import { unaccounted } from '../../electron/services/papers/unaccounted.ts';
import { randomOf } from '../bench/texts.ts';
import { childrenOf, highWaterOf } from '../support/processes.ts';
import { mutate } from './mutate.ts';
import { soundFiles } from './sound-files.ts';

export type Fuzzed = {
  /** How often each outcome came, by the extension: 'read', or the code of the refusal. */
  outcomes: Map<string, Map<string, number>>;
  /** What must not happen: a fault nobody foresaw, or text that a reading lost or claimed twice. */
  faults: { fileName: string; how: string; outcome: string; bytes: Uint8Array }[];
  slowest: { milliseconds: number; fileName: string; how: string };
  /** The most memory that a reader's process held, in megabytes (Linux). */
  megabytes: number;
};

/** More at once than there are readers, so that none stands idle. */
const AT_ONCE = 6;

/**
 * Reads mutated papers through the reader.
 * @param count how many files
 * @param seed of what looks like chance: the same files for the same seed
 */
export async function fuzzPapers(reader: PaperReader, { count, seed, told = () => {} }: { count: number; seed: number; told?: (done: number) => void }): Promise<Fuzzed> {
  const random = randomOf(seed);
  const sound = soundFiles();
  const any = () => sound[Math.floor(random() * sound.length)];
  const fuzzed: Fuzzed = { outcomes: new Map(), faults: [], slowest: { milliseconds: 0, fileName: '', how: '' }, megabytes: 0 };
  const watch = setInterval(() => { fuzzed.megabytes = Math.max(fuzzed.megabytes, ...childrenOf(process.pid).map(highWaterOf)); }, 50);
  let next = 0;

  async function readOne(i: number): Promise<void> {
    const [file, other] = [any(), any()];
    if (file === undefined || other === undefined) return;
    const { bytes, how } = mutate(file.extension, file.bytes, other.bytes, random);
    const fileName = `${i}-${file.name}.${file.extension}`;
    const start = performance.now();
    const outcome = await outcomeOf(reader, fileName, bytes);
    const milliseconds = performance.now() - start;
    if (milliseconds > fuzzed.slowest.milliseconds) fuzzed.slowest = { milliseconds, fileName, how };
    const counts = fuzzed.outcomes.get(file.extension) ?? new Map<string, number>();
    fuzzed.outcomes.set(file.extension, counts.set(outcome.code, (counts.get(outcome.code) ?? 0) + 1));
    if (outcome.isFault) fuzzed.faults.push({ fileName, how, outcome: outcome.said, bytes });
    told(i + 1);
  }

  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < count) await readOne(next++);
  }));
  clearInterval(watch);
  return fuzzed;
}

type Outcome = { code: string; isFault: boolean; said: string };

async function outcomeOf(reader: PaperReader, fileName: string, bytes: Uint8Array): Promise<Outcome> {
  try {
    const { text, recognised } = await reader.run(fileName, { do: 'read', fileName, bytes });
    const { missing, doubled } = unaccounted(text, recognised);
    const isFault = missing.length + doubled.length > 0;
    return { code: isFault ? 'unaccounted' : 'read', isFault, said: JSON.stringify({ missing, doubled }) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // A ZIP may say of itself that it grows too large; any other small file does so only by filling the memory.
    const isFault = ['paper-reader-failed', 'paper-too-slow', 'internal'].includes(error.code) || (error.code === 'paper-unpacks-too-large' && !/docx|xlsx/.test(fileName));
    return { code: error.code, isFault, said: `${error.code} ${JSON.stringify(error.detail)}` };
  }
}
