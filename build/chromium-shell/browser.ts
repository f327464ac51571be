import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { app } from './app.ts';
import { QUIET_ARGUMENTS, canSandbox, findBrowser, hasDisplay } from './find-browser.ts';
import { routeRequests } from './requests.ts';
import { foreignRequests } from './session.ts';
import { onTestMessage, tellTest, underTest } from './test-port.ts';

const headless = underTest || !hasDisplay();

const BLANK = 'data:text/html,<title></title>';
/** The person has no use for Chromium's bar about the switches it was started with. */
const NO_BARS = ['--test-type'];
const ownPages = new Set<Page>();
let context: Promise<BrowserContext> | undefined;
let hidden: Promise<Browser> | undefined;
let opening: Promise<unknown> = Promise.resolve();

/** A page of the app's own, in the window Chromium started with where that is still free. */
export function openPage(size: { width: number; height: number }): Promise<Page> {
  const page = opening.then(async () => {
    const shared = await (context ??= launch(size));
    const [first] = shared.pages();
    const own = first && !ownPages.has(first) ? first : await shared.newPage();
    ownPages.add(own);
    own.on('websocket', (socket) => foreignRequests.push(socket.url()));
    own.once('close', () => ownPages.delete(own));
    return own;
  });
  opening = page.catch(() => {});
  return page;
}

/** A page that nobody sees, to print from: beside a window a Chromium without one, started when it is first needed. */
export async function openHiddenPage(size: { width: number; height: number }): Promise<Page> {
  if (headless) return openPage(size);
  const browser = await (hidden ??= chromium.launch({ executablePath: requireBrowser(), chromiumSandbox: canSandbox(), args: [...QUIET_ARGUMENTS] }));
  const context = await browser.newContext({ acceptDownloads: false, serviceWorkers: 'block' });
  await routeRequests(context);
  const page = await context.newPage();
  page.once('close', () => void context.close());
  return page;
}

function requireBrowser(): string {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found: install one, or name it in CHROMIUM_PATH.');
  return executablePath;
}

async function launch({ width, height }: { width: number; height: number }): Promise<BrowserContext> {
  const profile = join(app.getPath('userData'), 'chromium');
  const isFirst = !existsSync(profile);
  if (isFirst) await writeFirstPreferences(profile);
  const launched = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser(),
    headless,
    chromiumSandbox: canSandbox(),
    viewport: null,
    colorScheme: null,
    acceptDownloads: false,
    serviceWorkers: 'block',
    ignoreDefaultArgs: ['--enable-automation'],
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    args: [...QUIET_ARGUMENTS, '--lang=ja', ...(headless ? [] : [`--app=${BLANK}`, ...NO_BARS]), ...(headless || isFirst ? [`--window-size=${width},${height}`] : [])],
  });
  app.closeBrowser = async () => {
    await launched.close();
    await (await hidden)?.close();
  };
  await routeRequests(launched);
  launched.on('page', (page) => void opening.then(() => closeStranger(page)));
  launched.on('close', () => { if (ownPages.size > 0) app.quit(); });
  if (underTest) await shareWithTest(launched);
  return launched;
}

/** A new profile's settings: nothing that offers itself over the app's page. */
async function writeFirstPreferences(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify({ translate: { enabled: false }, credentials_enable_service: false }));
}

/** What a page opens by itself (window.open, target=_blank) is closed at once. */
async function closeStranger(page: Page): Promise<void> {
  if (!ownPages.has(page)) await page.close();
}

async function shareWithTest(launched: BrowserContext): Promise<void> {
  process.once('disconnect', () => app.quit());
  onTestMessage((message) => {
    if (message.type === 'report-requests') tellTest({ type: 'requests', urls: foreignRequests });
  });
  const server = await launched.browser()?.bind('shingicho');
  if (server) tellTest({ type: 'browser', endpoint: server.endpoint });
}
