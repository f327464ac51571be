import { chromium } from 'playwright-core';
import type { Result } from '../electron/contract/index.ts';
import { QUIET_ARGUMENTS, canSandbox, findBrowser } from './chromium-shell/find-browser.ts';

/**
 * Prints a self-contained page to PDF in a Chromium of its own, without a window, scripts or network: how the command
 * line makes PDFs where no app is running.
 */
export async function printHtml(html: string): Promise<Result<Uint8Array>> {
  const executablePath = findBrowser();
  if (executablePath === null) return { ok: false, code: 'print-unavailable', detail: {} };
  const browser = await chromium.launch({ executablePath, chromiumSandbox: canSandbox(), args: [...QUIET_ARGUMENTS] });
  try {
    const page = await browser.newPage({ javaScriptEnabled: false, offline: true });
    await page.setContent(html, { waitUntil: 'load' });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    return { ok: true, value: new Uint8Array(pdf) };
  } catch (error) {
    return { ok: false, code: 'print-failed', detail: { cause: error instanceof Error ? error.message : String(error) } };
  } finally {
    await browser.close();
  }
}
