import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchApp } from './harness.ts';
import type { RunningApp } from './harness.ts';

let running: RunningApp;
beforeAll(async () => { running = await launchApp(); });
afterAll(() => running.close());

it('answers the page through preload, main and the contract', async () => {
  expect(await running.invoke('app.info', {})).toMatchObject({ ok: true, value: { shell: 'chromium', storePath: expect.stringContaining('shingicho.db') as string } });
});

it('gives the page two functions and nothing of Node, Electron or the shell', async () => {
  const seen = await running.page.evaluate(() => ({
    api: Object.keys(Reflect.get(window, 'api') as object).sort(),
    frozen: Object.isFrozen(Reflect.get(window, 'api')),
    foreign: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', '__shingichoPipe'].filter((name) => name in window),
  }));
  expect(seen).toEqual({ api: ['invoke', 'onChange'], frozen: true, foreign: [] });
});

it('carries 20 MB of bytes and Japanese text to main unharmed', async () => {
  const result = await running.invoke('papers.preview', { fileName: '大きな資料.pdf', bytes: new Uint8Array(20_000_000) });
  expect(result).not.toMatchObject({ code: 'bad-input' });
  expect(result).not.toMatchObject({ code: 'internal' });
});

it('serves every file with a policy that runs no foreign script', async () => {
  const policy = await running.page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy') ?? '');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  // Text as a timer is evaluated after the test's own call, which is above the policy.
  await running.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = "script"';
    document.body.append(script);
    // oxlint-disable-next-line no-implied-eval -- the very thing the policy must stop
    setTimeout('window.injected = "eval"');
  });
  await running.page.waitForTimeout(100);
  expect(await running.page.evaluate(() => 'injected' in window)).toBe(false);
});

it('answers 404 for what is not in the build', async () => {
  const statuses = await running.page.evaluate(() => Promise.all(
    ['/no-such.js', '/..%2f..%2fpackage.json', '/%2e%2e/main/index.js', '/assets/'].map(async (path) => (await fetch(path)).status)));
  expect(statuses).toEqual([404, 404, 404, 404]);
});

it('stays where it is: no navigation, no second window, no frame of another site', async () => {
  const { page } = running;
  const before = page.url();
  await page.evaluate(() => { window.open('https://example.com/'); });
  await page.evaluate(() => { location.href = 'https://example.com/away'; });
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.com/link', target: '_blank' });
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.com/frame' });
    document.body.append(link, frame);
    link.click();
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  expect(page.context().pages()).toHaveLength(1);
  expect(page.frames().filter((frame) => frame.url().includes('example.com'))).toEqual([]);
});

it('comes back to its place when the page is loaded again', async () => {
  const { page } = running;
  await page.evaluate(() => { location.hash = '#/settings'; });
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => { location.reload(); })]);
  expect(page.url()).toMatch(/#\/settings$/);
  expect(await running.invoke('app.info', {})).toMatchObject({ ok: true });
});

it('gives a frame inside the page no way to main', async () => {
  const seen = await running.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>x</p>';
    document.body.append(frame);
    await new Promise((resolve) => { frame.onload = resolve; });
    const inner = frame.contentWindow;
    return inner ? ['api', '__shingichoPipe', 'require'].filter((name) => name in inner) : null;
  });
  expect(seen).toEqual([]);
});

it('refuses every way to reach a network or a device', async () => {
  const refused = await running.page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) => promise.then(() => 'allowed', () => 'refused');
    const socket = new Promise((resolve, reject) => {
      const opened = new WebSocket('wss://example.com/');
      opened.onopen = resolve;
      opened.onerror = reject;
    });
    const image = new Promise((resolve, reject) => { Object.assign(new Image(), { onload: resolve, onerror: reject, src: 'https://example.com/x.png' }); });
    return {
      fetch: await outcome(fetch('https://example.com/')),
      elsewhere: await outcome(fetch('https://print.app.invalid/1.html')),
      socket: await outcome(socket),
      image: await outcome(image),
      beacon: navigator.sendBeacon('https://example.com/', 'x') ? 'queued' : 'refused',
      location: await outcome(new Promise((resolve, reject) => { navigator.geolocation.getCurrentPosition(resolve, reject); })),
      notification: await Notification.requestPermission(),
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
    };
  });
  expect(refused).toMatchObject({ fetch: 'refused', elsewhere: 'refused', socket: 'refused', image: 'refused', location: 'refused', notification: 'denied', camera: 'refused' });
});

it('asked for no address but its own, other than the attempts of these tests', async () => {
  const attempts = await running.requests();
  expect(attempts.filter((url) => !url.startsWith('https://example.com/'))).toEqual([]);
});
