import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { toBrowserUrl } from './app-address.ts';
import { app } from './app.ts';
import { openHiddenPage, openPage } from './browser.ts';
import { dispatch } from './ipc.ts';
import { PIPE, preloadScript } from './preload.ts';
import { guardNavigation } from './requests.ts';
import { BYTES, encode } from './wire.ts';

type Options = { width?: number; height?: number; webPreferences?: { preload?: string; javascript?: boolean } };
type PdfOptions = { preferCSSPageSize?: boolean; printBackground?: boolean; generateTaggedPDF?: boolean; generateDocumentOutline?: boolean };

class WebContents extends EventEmitter {
  readonly #page: Promise<Page>;
  /** Messages for a page that has not asked for them yet, and the answer to one that waits. */
  readonly #outbox: string[] = [];
  #deliver: ((message: string) => void) | undefined;
  /** The address loadURL or reload asked for: the one navigation that `will-navigate` is not asked about. */
  #loading: string | undefined;

  constructor(page: Promise<Page>) {
    super();
    this.#page = page;
  }

  async prepare({ preload, javascript }: NonNullable<Options['webPreferences']>): Promise<void> {
    const page = await this.#page;
    guardNavigation(page, (url) => this.#mayNavigate(url));
    if (javascript === false) {
      const chromium = await page.context().newCDPSession(page);
      await chromium.send('Emulation.setScriptExecutionDisabled', { value: true });
    }
    if (preload === undefined) return;
    await page.exposeBinding(PIPE, ({ frame }, kind: 'invoke' | 'receive', message: string) =>
      kind === 'invoke' ? dispatch(frame, message) : this.#nextMessage());
    await page.addInitScript({ content: preloadScript(await readFile(preload, 'utf8'), BYTES) });
  }

  async load(url: string): Promise<void> {
    this.#loading = url;
    await (await this.#page).goto(toBrowserUrl(url), { timeout: 0 });
  }

  send(...message: unknown[]): void {
    this.#outbox.push(encode(message));
    this.#flush();
  }

  reload(): void {
    void this.#page.then((page) => {
      this.#loading = page.url();
      return page.reload();
    });
  }

  async printToPDF({ preferCSSPageSize, printBackground, generateTaggedPDF, generateDocumentOutline }: PdfOptions): Promise<Buffer> {
    const page = await this.#page;
    return page.pdf({ preferCSSPageSize: preferCSSPageSize ?? false, printBackground: printBackground ?? false, tagged: generateTaggedPDF ?? false, outline: generateDocumentOutline ?? false });
  }

  setWindowOpenHandler(): void {
    // Every page that the app did not open itself is closed (browser.ts).
  }

  setWebRTCIPHandlingPolicy(): void {
    // Given to Chromium at its start (find-browser.ts).
  }

  #nextMessage(): Promise<string> {
    return new Promise((resolve) => {
      this.#deliver = resolve;
      this.#flush();
    });
  }

  #flush(): void {
    const message = this.#deliver && this.#outbox.shift();
    if (message === undefined) return;
    this.#deliver?.(message);
    this.#deliver = undefined;
  }

  #mayNavigate(url: string): boolean {
    const asked = this.#loading;
    this.#loading = undefined;
    if (asked !== undefined) return true;
    let prevented = false;
    this.emit('will-navigate', { url, preventDefault: () => { prevented = true; } });
    return !prevented;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #page: Promise<Page>;
  readonly #prepared: Promise<void>;
  readonly #size: { width: number; height: number };

  constructor({ width = 800, height = 600, webPreferences = {} }: Options) {
    super();
    this.#size = { width, height };
    // A window without a preload is one to print from: there is nobody it could talk to.
    this.#page = webPreferences.preload === undefined ? openHiddenPage(this.#size) : openPage(this.#size);
    this.webContents = new WebContents(this.#page);
    this.#prepared = this.webContents.prepare(webPreferences);
    app.windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    // What fails here fails loadURL as well, where main hears of it.
    void this.#page.then((page) => page.once('close', () => this.#closed()), () => {});
    this.#prepared.catch(() => {});
  }

  async loadURL(url: string): Promise<void> {
    await this.#prepared;
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  async close(): Promise<void> {
    const page = await this.#page;
    if (page.isClosed()) return;
    const closed = new Promise<void>((resolve) => page.once('close', () => resolve()));
    await page.close({ runBeforeUnload: true });
    await closed;
  }

  destroy(): void {
    void this.#page.then((page) => page.close());
  }

  #closed(): void {
    this.emit('close', { preventDefault: () => {} });
    this.emit('closed');
    app.windowClosed(this);
  }

  // Chromium keeps its window's place and size in its own profile.
  getNormalBounds = (): { x: number; y: number; width: number; height: number } => ({ x: 0, y: 0, ...this.#size });
  isMaximized = (): boolean => false;
  isMinimized = (): boolean => false;
  maximize = (): void => {};
  restore = (): void => {};
  show = (): void => {};
  hide = (): void => {};
  focus = (): void => void this.#page.then((page) => page.bringToFront());
}
