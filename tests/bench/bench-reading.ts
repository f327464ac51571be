import { availableParallelism } from 'node:os';
import type { Page } from 'playwright-core';
import { buildIfStale } from '../../build/build.ts';
import { papersAtOnce } from '../../electron/contract/papers.ts';
import { forkReader } from '../../electron/reader/fork-reader.ts';
import { openReaderPool } from '../../electron/reader/pool.ts';
import type { PaperReader } from '../../electron/services/papers/paper-reader.ts';
import { launchApp } from '../shell/harness.ts';
import { makeDocx, makePdf } from '../support/made-files.ts';
import { childrenOf, processorTimeOf } from '../support/processes.ts';
import { median, p95, timeOf } from './measure.ts';
import type { Row } from './measure.ts';
import { workingPaper } from './texts.ts';

const start = forkReader(new URL('../../dist/reader/index.cjs', import.meta.url));
const PAPERS = 20;
const ROUNDS = 3;
/** Processors that the readers can use at once. */
const CORES = Math.min(availableParallelism(), papersAtOnce(availableParallelism()));
/** Of every processor at least this much is used while the papers are read. */
const IN_USE = 0.85;
/** A frame of a screen of 60 hertz, in milliseconds. */
const FRAME = 1000 / 60;

type File = { fileName: string; bytes: Uint8Array<ArrayBuffer> };

/** Twenty different papers of some forty pages, Word and PDF in turn. */
function twentyPapers(): File[] {
  return Array.from({ length: PAPERS }, (_, i) => {
    const lines = workingPaper(10, 40).split('\n').filter((line) => line !== '').map((line) => `${line}${i}`);
    return i % 2 === 0 ? { fileName: `${i}.docx`, bytes: new Uint8Array(makeDocx(lines)) } : { fileName: `${i}.pdf`, bytes: new Uint8Array(makePdf(lines.map((line) => line.slice(0, 40)))) };
  });
}

const readAll = (pool: PaperReader, files: readonly File[]) => Promise.all(files.map(({ fileName, bytes }) => pool.run(fileName, { do: 'read', fileName, bytes })));

/** Twenty papers at once in all readers' processes; and the window's frames meanwhile against the window at rest. */
export async function benchReading(): Promise<Row[]> {
  await buildIfStale();
  const files = twentyPapers();
  return [...await benchReaders(files), await benchFrames(files)];
}

/**
 * All readers against the best there could be: the processor time they take, spread evenly over the processors. One reader
 * is no measure of that, as V8 collects garbage and compiles for it on other processors: how it compares is told beside.
 */
async function benchReaders(files: readonly File[]): Promise<Row[]> {
  if (process.platform !== 'linux') {
    console.log('(papers read at once: processor time is only read from /proc)');
    return [];
  }
  const [all, one] = [openReaderPool({ start }), openReaderPool({ start, most: 1 })];
  const runs = { all: [] as Run[], one: [] as Run[] };
  for (let round = 0; round <= ROUNDS; round++) {
    const [ofAll, ofOne] = [await measured(all, files), await measured(one, files)];
    if (round === 0) continue; // the processes start and load their libraries
    runs.all.push(ofAll);
    runs.one.push(ofOne);
  }
  for (const pool of [all, one]) pool.close();
  const [together, alone] = [medianOf(runs.all), medianOf(runs.one)];
  return [{
    name: `${PAPERS} papers read at once`, ours: together.wall, rival: together.processor / CORES, rivalName: `their processor time, spread evenly over ${CORES} processors`, unit: 'ms', goal: 1 / IN_USE,
    note: `${inUse(together)} processors in use of ${CORES}; one reader alone takes ${alone.wall.toFixed(0)} ms and uses ${inUse(alone)}: all take ${(together.wall / alone.wall).toFixed(2)} of its time`,
  }];
}

type Run = { wall: number; processor: number };
const medianOf = (runs: readonly Run[]): Run => ({ wall: median(runs.map(({ wall }) => wall)), processor: median(runs.map(({ processor }) => processor)) });
const inUse = ({ wall, processor }: Run): string => (processor / wall).toFixed(2);

/** Milliseconds until all files are read, and of processor time in this process and the readers'. */
async function measured(pool: PaperReader, files: readonly File[]): Promise<Run> {
  const before = processorTimes();
  const wall = await timeOf(() => readAll(pool, files));
  const processor = [...processorTimes()].reduce((sum, [pid, time]) => sum + time - (before.get(pid) ?? 0), 0);
  return { wall, processor };
}

/** The processor time of this process and its children, the readers, by process. */
const processorTimes = (): Map<number, number> => new Map([process.pid, ...childrenOf(process.pid)].map((pid) => [pid, processorTimeOf(pid)]));

async function benchFrames(files: readonly File[]): Promise<Row> {
  const app = await launchApp();
  try {
    await app.page.waitForSelector('main', { state: 'attached' });
    await keepPapers(app.page, files);
    const rest = await framesWhile(app.page, false);
    const reading = await framesWhile(app.page, true);
    const late = reading.filter((interval) => interval > 1.5 * FRAME).length;
    return {
      name: `a frame of the window while ${PAPERS} papers are read (95th percentile)`, ours: p95(reading), rival: p95(rest), rivalName: 'the window at rest', unit: 'ms', goal: 1.2,
      note: `${reading.length} frames, ${(1000 / (reading.reduce((sum, each) => sum + each, 0) / reading.length)).toFixed(1)} a second, ${late} late, the longest ${Math.max(...reading).toFixed(0)} ms; at rest ${(1000 / (rest.reduce((sum, each) => sum + each, 0) / rest.length)).toFixed(1)} a second, the longest ${Math.max(...rest).toFixed(0)} ms`,
    };
  } finally {
    await app.close();
  }
}

/** What the page under measure keeps: the files, as a person's choice of them gives it. */
type Bench = typeof globalThis & { benchFiles: File[]; api: { invoke(name: string, input: unknown): Promise<{ ok: boolean }> } };

async function keepPapers(page: Page, files: readonly File[]): Promise<void> {
  const packed = files.map(({ fileName, bytes }) => ({ fileName, base64: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((given) => {
    (globalThis as Bench).benchFiles = given.map(({ fileName, base64 }) => ({ fileName, bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) }));
  }, packed);
}

/** The milliseconds between frames, while the papers are read or, at rest, for three seconds. */
const framesWhile = (page: Page, isReading: boolean): Promise<number[]> =>
  page.evaluate(async (reading) => {
    const { benchFiles, api } = globalThis as Bench;
    const intervals: number[] = [];
    let last = performance.now();
    let done = false;
    const frame = (now: number) => {
      intervals.push(now - last);
      last = now;
      if (!done) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    if (reading) {
      // As the import screen does: two are under way, each sent when its file has been read.
      const waiting = [...benchFiles];
      const readOn = async (): Promise<void> => {
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
          const bytes = new Uint8Array(await new Blob([file.bytes]).arrayBuffer());
          const result = await api.invoke('papers.preview', { fileName: file.fileName, bytes });
          if (!result.ok) throw new Error(JSON.stringify(result));
        }
      };
      await Promise.all([readOn(), readOn()]);
    } else {
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
    done = true;
    return intervals.slice(2);
  }, isReading);
