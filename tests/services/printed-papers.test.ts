import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUIET_ARGUMENTS, canSandbox, findBrowser } from '../../build/chromium-shell/find-browser.ts';
import { readPaper } from '../../electron/services/papers/read-paper.ts';
import { compilePaper } from '../../electron/services/reports/compile-paper.ts';
import { dataUrls, fontFaces } from '../../electron/services/reports/fonts.ts';
import { readFont } from '../../electron/services/reports/read-font.ts';
import { toHtml } from '../../electron/services/reports/to-html.ts';
import { substanceOf } from '../support/substance.ts';

const CREATED = '2026-04-01T00:00:00Z';
const here = new URL('../fixtures/', import.meta.url);
const seeds = new URL('../../../shared/seeds/', import.meta.url);

/** Neither BIZ UD nor a PDF has the ring of 1⃣: its glyph stands for no letter. */
const WITHOUT_LETTERS = ['komorebi.md'];
/** The fixtures are papers of cities that do not exist; the seeds are real, and stand beside the project. */
const files = ['papers/', 'kinds/'].flatMap((folder) => readdirSync(new URL(folder, here)).map((file) => new URL(folder + file, here)))
  .filter(({ pathname }) => /\.(?:txt|md)$/.test(pathname) && !WITHOUT_LETTERS.some((name) => pathname.endsWith(name)));
const papers = [...files, ...['000', '001', '002', '003', '004'].map((seed) => new URL(`${seed}.txt`, seeds))];

const nameOf = ({ pathname }: URL): string => pathname.split('/').at(-1) ?? '';

/** A PDF has no white space of its own, and the wave dash and the full-width tilde are one glyph in many fonts. */
function asPrinted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? part.replace(/\s/g, '').replaceAll('〜', '～') : part));
}

const executablePath = findBrowser();

describe.skipIf(executablePath === null)('a paper printed from its records as PDF', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', chromiumSandbox: canSandbox(), args: [...QUIET_ARGUMENTS] });
    page = await browser.newPage({ offline: true });
    // All are printed from one page, so that the fonts are unpacked once.
    const texts = papers.flatMap((file) => (existsSync(file) ? readFileSync(file, 'utf8') : [])).join('');
    await page.setContent(toHtml(compilePaper((await readPaper('a.txt', new TextEncoder().encode('課題'))).recognised, CREATED), fontFaces(`${texts}①※→`, dataUrls(readFont))));
  }, 60_000);
  afterAll(() => browser.close());

  async function print(html: string): Promise<Uint8Array> {
    await page.evaluate((source) => {
      document.body.innerHTML = new DOMParser().parseFromString(source, 'text/html').body.innerHTML;
    }, html);
    return new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }));
  }

  for (const file of papers) {
    it.skipIf(!existsSync(file))(`reads back as the same records: ${nameOf(file)}`, async () => {
      const first = (await readPaper(nameOf(file), readFileSync(file))).recognised;
      const second = (await readPaper('paper.pdf', await print(toHtml(compilePaper(first, CREATED), '')))).recognised;
      expect(asPrinted(substanceOf(second))).toEqual(asPrinted(substanceOf(first)));
    }, 30_000);
  }
});
