import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { InputOf, OperationName, OutputOf, Result, ShingichoApi } from '../../electron/contract/index.ts';
import { ROOT, buildIfStale } from '../../build/build.ts';
import type { FromTest, ToTest } from '../../build/chromium-shell/test-port.ts';

export type LaunchOptions = {
  /** An existing profile (userData) to open again; left out: an empty one, removed by close(). */
  profileDir?: string;
  /** Modules that Node imports in the app's process before main, such as a recorder of sockets. */
  imports?: string[];
  env?: Record<string, string>;
  /** Another main process than the product's, to measure the shell alone. */
  main?: string;
};

export type RunningApp = {
  /** The app's window, with the renderer loaded. */
  page: Page;
  /** The process that runs main and its worker; Chromium is its child. */
  app: ChildProcess;
  profileDir: string;
  /** Asks for an operation as the page's own code does, through preload and main. */
  invoke<N extends OperationName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  /** Everything the app's process wrote to standard output and error so far. */
  output(): string;
  /** Ends the app as a person does, by closing its window, and waits until the process is gone. */
  close(): Promise<void>;
  /** SIGKILL to main, worker and Chromium at once; the profile stays. */
  kill(): Promise<void>;
  /** Addresses outside the app that any page asked for since the start, refused as they were. */
  requests(): Promise<string[]>;
  /** The path that the next save dialog returns; null cancels it. */
  answerSaveDialog(path: string | null): void;
};

const REGISTER = new URL('../../build/chromium-shell/register.ts', import.meta.url).href;

/**
 * Starts the product as it is built (its own main, preload, worker and screens) in the Chromium shell and gives the
 * test Playwright's hold of its window, through a socket file that exists for tests only.
 */
export async function launchApp({ profileDir: given, imports = [], env = {}, main = join(ROOT, 'dist/main/index.js') }: LaunchOptions = {}): Promise<RunningApp> {
  await buildIfStale();
  const profileDir = given ?? await mkdtemp(join(tmpdir(), 'shingicho-'));
  const app = spawn(
    process.execPath,
    [...imports.flatMap((url) => ['--import', url]), '--import', REGISTER, main, `--user-data-dir=${profileDir}`],
    { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
  );
  let written = '';
  for (const stream of [app.stdout, app.stderr]) stream?.on('data', (chunk: Buffer) => { written += chunk.toString(); });
  const gone = once(app, 'exit');

  const tell = (message: FromTest) => { app.send(message); };
  const hear = <T extends ToTest['type']>(type: T) => new Promise<Extract<ToTest, { type: T }>>((resolve, reject) => {
    const listen = (message: ToTest) => {
      if (message.type !== type) return;
      app.off('message', listen);
      // Narrowed by the comparison above, which TypeScript cannot follow through a type parameter.
      resolve(message as Extract<ToTest, { type: T }>);
    };
    app.on('message', listen);
    void gone.then(() => reject(new Error(`The app ended before it said "${type}":\n${written}`)));
  });

  const { endpoint } = await hear('browser');
  const browser = await chromium.connect(endpoint);
  const page = await appPage(browser);

  return {
    page,
    app,
    profileDir,
    invoke: (name, input) => invokeIn(page, name, input),
    output: () => written,
    close: async () => {
      if (app.exitCode === null && app.signalCode === null) app.kill('SIGTERM');
      await gone;
      if (!given) await rm(profileDir, { recursive: true, force: true });
    },
    kill: async () => {
      // Chromium has a process group of its own, and its profile names its process.
      for (const group of [app.pid, await chromiumOf(profileDir)]) killGroup(group);
      await gone;
    },
    requests: async () => {
      const answer = hear('requests');
      tell({ type: 'report-requests' });
      return (await answer).urls;
    },
    answerSaveDialog: (path) => tell({ type: 'answer-save-dialog', path }),
  };
}

/** Starts the product in a window of 1440 by 900 and waits until its first screen is drawn. */
export async function openApp(options?: LaunchOptions): Promise<RunningApp> {
  const app = await launchApp(options);
  await app.page.setViewportSize({ width: 1440, height: 900 });
  await app.page.getByRole('main').waitFor();
  return app;
}

/** Goes to a place (renderer/app/routes.ts) as a link there does. */
export const goTo = (page: Page, route: string): Promise<void> => page.evaluate((hash) => { location.hash = hash; }, `#${route}`);

function invokeIn<N extends OperationName>(page: Page, name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  return page.evaluate(([given, asked]) => {
    // What preload put there, and the very input of the caller: Playwright's types lose sight of both.
    const { api } = window as unknown as { api: ShingichoApi };
    return api.invoke(given as N, asked as InputOf<N>);
  }, [name, input] as const);
}

/** The first page that shows the app, or the message that stands in its place. */
async function appPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? await context?.waitForEvent('page');
  if (!page) throw new Error('Chromium started without a window');
  await page.waitForURL(/^https:/);
  return page;
}

/** Chromium's process, from the lock (host-pid) that it keeps in its profile. */
async function chromiumOf(profileDir: string): Promise<number | undefined> {
  const lock = await readlink(join(profileDir, 'chromium/SingletonLock')).catch(() => '');
  return Number(lock.split('-').at(-1)) || undefined;
}

function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
