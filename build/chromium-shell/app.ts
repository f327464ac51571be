import Database from 'better-sqlite3';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

type Package = { productName: string; version: string };
const { productName, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Package;

const APP_DATA: Partial<Record<NodeJS.Platform, string | undefined>> = {
  darwin: join(homedir(), 'Library', 'Application Support'),
  win32: process.env['APPDATA'],
};
const appData = APP_DATA[process.platform] ?? process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
const { values } = parseArgs({ options: { 'user-data-dir': { type: 'string' } }, strict: false });
const given = values['user-data-dir'];
const paths = {
  // The same folder as Electron's, so that both shells open the same store.
  userData: typeof given === 'string' ? given : join(appData, productName),
  documents: join(homedir(), 'Documents'),
};

const CLOSED_WITHIN = 5_000;

type Closeable = { close(): Promise<void> };

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = { appendSwitch: (): void => {} };
  /** Windows, then the browser, in the order they are to be closed in. */
  readonly windows = new Set<Closeable>();
  closeBrowser: () => Promise<void> = async () => {};
  #lock: Database.Database | undefined;
  #isEnding = false;

  getVersion = (): string => version;
  getPath = (name: keyof typeof paths): string => paths[name];
  whenReady = (): Promise<void> => Promise.resolve();

  /** A lock the system itself lets go of when the process dies, however it dies. */
  requestSingleInstanceLock(): boolean {
    mkdirSync(paths.userData, { recursive: true });
    const raise = join(paths.userData, 'raise');
    this.#lock = new Database(join(paths.userData, 'instance.lock'), { timeout: 0 });
    try {
      this.#lock.exec('BEGIN EXCLUSIVE');
    } catch {
      // Held by the instance that is running: ask it to come to the front.
      writeFileSync(raise, '');
      return false;
    }
    writeFileSync(raise, '');
    watch(raise, () => this.emit('second-instance')).unref();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.quit());
    return true;
  }

  /** Closes windows, lets `will-quit` listeners hold the end back, then ends the process. */
  quit(): void {
    void this.#quit();
  }

  async #quit(): Promise<void> {
    if (this.#isEnding) return;
    await Promise.all([...this.windows].map((window) => window.close()));
    let held = false;
    this.emit('will-quit', { preventDefault: () => { held = true; } });
    if (!held) await this.#end(0);
  }

  exit(code: number): void {
    void this.#end(code);
  }

  async #end(code: number): Promise<void> {
    this.#isEnding = true;
    // A Chromium that does not close must not keep the app from ending.
    await Promise.race([this.closeBrowser(), sleep(CLOSED_WITHIN)]);
    process.exit(code);
  }

  windowClosed(window: Closeable): void {
    this.windows.delete(window);
    if (this.windows.size === 0) this.emit('window-all-closed');
  }
}

export const app = new App();
