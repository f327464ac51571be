import { BrowserWindow } from 'electron';
import type { Result } from '../contract/index.ts';
import { offerPrintPage } from './app-protocol.ts';

/**
 * Prints a self-contained HTML page (fonts and pictures as data:) to a tagged PDF with an outline, in a hidden window
 * that runs no script. Paper size and margins come from the page's own @page rules.
 */
export async function printToPdf(html: string): Promise<Result<Uint8Array>> {
  const page = offerPrintPage(html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, backgroundThrottling: false },
  });
  try {
    await window.loadURL(page.url);
    const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true });
    return { ok: true, value: new Uint8Array(pdf) };
  } catch (error) {
    return { ok: false, code: 'print-failed', detail: { cause: error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error) } };
  } finally {
    window.destroy();
    page.forget();
  }
}
