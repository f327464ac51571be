import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { chromium } from 'playwright-core';
import { QUIET_ARGUMENTS, canSandbox, findBrowser } from '../../build/chromium-shell/find-browser.ts';
import { compileReport, renderReport } from '../../electron/services/reports/compile-report.ts';
import { longReport } from './long-report.ts';
import { has, inTurn, runProgram } from './measure.ts';
import type { Row } from './measure.ts';

/** Compiling and writing a long report, against pandoc (Word) and against Chromium's print of the very same page (PDF). */
export async function benchReports(folder: string): Promise<Row[]> {
  const source = longReport();
  const compile = () => compileReport('basic-policy', source, { date: '', paperNumber: '', createdAt: '2026-01-01T00:00:00.000Z' });
  const noPrint = () => Promise.reject(new Error('no printing here'));
  const rows: Row[] = [];

  if (has('pandoc')) {
    const markdown = join(folder, 'report.md');
    writeFileSync(markdown, await renderReport(compile(), 'md', noPrint));
    const times = await inTurn(9, () => renderReport(compile(), 'docx', noPrint), () => runProgram('pandoc', [markdown, '-f', 'markdown', '-t', 'docx', '--toc', '-o', join(folder, 'pandoc.docx')]));
    rows.push({ name: '.docx of a long basic policy', ...times, rivalName: 'pandoc, same text and a contents list', unit: 'ms', goal: 1 / 3 });
  }

  const executablePath = findBrowser();
  if (executablePath !== null) {
    const browser = await chromium.launch({ executablePath, chromiumSandbox: canSandbox(), args: [...QUIET_ARGUMENTS] });
    const print = async (html: string): Promise<Uint8Array> => {
      const page = await browser.newPage({ javaScriptEnabled: false, offline: true });
      await page.setContent(html, { waitUntil: 'load' });
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      await page.close();
      return pdf;
    };
    const html = new TextDecoder().decode(await renderReport(compile(), 'html', noPrint));
    let printed: Uint8Array = new Uint8Array();
    const times = await inTurn(5, async () => {
      printed = await renderReport(compile(), 'pdf', async (page) => ({ ok: true, value: await print(page) }));
    }, () => print(html));
    await browser.close();
    const loading = getDocument({ data: new Uint8Array(printed), verbosity: 0 });
    const { numPages } = await loading.promise;
    await loading.destroy();
    rows.push({ name: `.pdf of the same, ${numPages} pages`, ...times, rivalName: "Chromium's own print of the same HTML", unit: 'ms', goal: 1.2 });
  }
  return rows;
}
