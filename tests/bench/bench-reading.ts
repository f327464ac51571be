import type { Page } from 'playwright-core';
import { buildIfStale } from '../../build/build.ts';
import { openReaderPool } from '../../electron/reader/pool.ts';
import type { PaperReader } from '../../electron/services/papers/paper-reader.ts';
import { launchApp } from '../shell/harness.ts';
import { makeDocx, makePdf } from '../support/made-files.ts';
import { median, p95, timeOf } from './measure.ts';
import type { Row } from './measure.ts';
import { workingPaper } from './texts.ts';

const READER = new URL('../../dist/reader/index.cjs', import.meta.url);
const PAPERS = 20;
const ROUNDS = 3;
/** One processor's worth of waiting in 1.7 is what two threads leave of the time of one. */
const BOTH_CORES = 1 / 1.7;
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

const readAll = (pool: PaperReader, files: readonly File[]) =>
  Promise.all(files.map(({ fileName, bytes }) => pool.read({ reading: fileName, fileName, bytes: new Uint8Array(bytes) })));

/** Twenty papers at once on all threads against one thread; and the window's frames meanwhile against the window at rest. */
export async function benchReading(): Promise<Row[]> {
  await buildIfStale();
  const files = twentyPapers();
  return [await benchThreads(files), await benchFrames(files)];
}

async function benchThreads(files: readonly File[]): Promise<Row> {
  const [all, one] = [openReaderPool({ entry: READER }), openReaderPool({ entry: READER, threads: 1 })];
  const times = { ours: [] as number[], rival: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = await timeOf(() => readAll(all, files));
    const rival = await timeOf(() => readAll(one, files));
    if (round === 0) continue; // the threads start and load their libraries
    times.ours.push(ours);
    times.rival.push(rival);
  }
  await Promise.all([all.close(), one.close()]);
  return { name: `${PAPERS} papers read at once`, ours: median(times.ours), rival: median(times.rival), rivalName: 'one thread', unit: 'ms', goal: BOTH_CORES };
}

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
