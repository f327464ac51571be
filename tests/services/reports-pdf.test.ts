import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUIET_ARGUMENTS, canSandbox, findBrowser } from '../../build/chromium-shell/find-browser.ts';
import { compileBasicPolicy } from '../../electron/services/reports/compile-basic-policy.ts';
import { compileWorkingPaper } from '../../electron/services/reports/compile-working-paper.ts';
import { renderReport } from '../../electron/services/reports/compile-report.ts';
import { contentsEntries, headingText, type ReportDocument } from '../../electron/services/reports/model.ts';
import { bare, clauseTexts, occurrences, outOfOrder, pointTexts } from '../unit/reports/expected-text.ts';
import { longSource, options, source } from '../unit/reports/report-fixture.ts';

const executablePath = findBrowser();

describe.skipIf(executablePath === null)('the PDF of a report', () => {
  let browser: Browser;
  let prints = 0;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', chromiumSandbox: canSandbox(), args: [...QUIET_ARGUMENTS] });
  });
  afterAll(() => browser.close());

  async function print(document: ReportDocument): Promise<Page[]> {
    const bytes = await renderReport(document, 'pdf', async (html) => {
      prints += 1;
      const page = await browser.newPage({ javaScriptEnabled: false, offline: true });
      await page.setContent(html, { waitUntil: 'load' });
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      await page.close();
      return { ok: true, value: new Uint8Array(pdf) };
    });
    return readPages(bytes);
  }

  it('holds every clause once for each time the draft says it, in order', async () => {
    const text = bare((await print(compileBasicPolicy(source, options))).slice(2).map(textOf).join(''));
    const clauses = clauseTexts(source);
    expect(outOfOrder(text, clauses)).toEqual([]);
    for (const clause of clauses.filter((one) => one.length > 12)) {
      expect(occurrences(text, clause), clause).toBe(clauses.filter((other) => other.includes(clause)).length);
    }
  });

  it('holds every point of the working paper once, in order', async () => {
    const text = bare((await print(compileWorkingPaper(source, options))).map(textOf).join(''));
    expect(outOfOrder(text, pointTexts(source))).toEqual([]);
    for (const point of pointTexts(source)) expect(occurrences(text, point)).toBe(1);
  });

  it('prints once, and its contents list gives the page each heading stands on', async () => {
    prints = 0;
    const document = compileBasicPolicy(longSource(240), options);
    const pages = await print(document);
    expect(prints).toBe(1);
    const bodyAt = pages.findIndex((page) => page.number === '1');
    const lines = pages.slice(1, bodyAt).flatMap(linesOf);
    expect(lines.shift()).toBe('目次');
    const entries = contentsEntries(document).map((heading) => bare(headingText(heading)));
    expect(lines.map((line) => line.replace(/\d+$/, ''))).toEqual(entries);
    lines.forEach((line, i) => {
      const number = Number(/\d+$/.exec(line)?.[0]);
      expect(linesOf(pages[bodyAt + number - 1]), line).toContain(entries[i]);
    });
  });

  it('carries no number on cover and contents, and counts from the first chapter', async () => {
    const pages = await print(compileBasicPolicy(source, options));
    expect(pages.map((page) => page.number)).toEqual(pages.map((_, i) => (i < 2 ? '' : String(i - 1))));
  });

  it('is set in BIZ UD throughout, the rarer characters included', async () => {
    const fonts = new Set<string>();
    await renderReport(compileBasicPolicy(source, options), 'pdf', async (html) => {
      const page = await browser.newPage({ javaScriptEnabled: false, offline: true });
      await page.setContent(html, { waitUntil: 'load' });
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      await page.close();
      for (const [, name] of pdf.toString('latin1').matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g)) fonts.add(name ?? '');
      return { ok: true, value: new Uint8Array(pdf) };
    });
    expect([...fonts].filter((name) => !name.startsWith('BIZUDP'))).toEqual([]);
  });

  it('passes on why a page could not be printed', async () => {
    const refuse = () => Promise.resolve({ ok: false as const, code: 'print-unavailable' as const, detail: {} });
    await expect(renderReport(compileBasicPolicy(source, options), 'pdf', refuse)).rejects.toMatchObject({ code: 'print-unavailable' });
  });

  it('refuses what is no PDF', async () => {
    const noPdf = () => Promise.resolve({ ok: true as const, value: new TextEncoder().encode('%PDF-1.4 nonsense') });
    await expect(renderReport(compileBasicPolicy(source, options), 'pdf', noPdf)).rejects.toMatchObject({ code: 'print-failed' });
  });
});

type Piece = { text: string; y: number };
type Page = { pieces: Piece[]; number: string };

/** Points from the bottom edge under which only the page number stands. */
const FOOT = 60;

/** What stands on each page, in the order it was drawn, and its number. */
async function readPages(bytes: Uint8Array): Promise<Page[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const pieces = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [{ text: item.str, y: Number(item.transform[5]) }] : []));
    pages.push({ pieces: pieces.filter((piece) => piece.y >= FOOT), number: pieces.filter((piece) => piece.y < FOOT).map((piece) => piece.text).join('') });
  }
  await pdf.loadingTask.destroy();
  return pages;
}

/** The lines of a page: what stands on one baseline, to half a point. */
function linesOf(page: Page | undefined): string[] {
  const lines = new Map<number, string>();
  for (const { text, y } of page?.pieces ?? []) {
    const line = Math.round(y * 2);
    lines.set(line, (lines.get(line) ?? '') + text);
  }
  return [...lines.values()].map(bare);
}

const textOf = (page: Page): string => page.pieces.map((piece) => piece.text).join('');
