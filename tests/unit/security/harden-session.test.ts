import { beforeEach, expect, it, vi } from 'vitest';

type Listener = (...args: unknown[]) => unknown;

/** Electron as main sees it, keeping what main gives it. */
const given = vi.hoisted(() => ({ session: new Map<string, Listener>(), app: new Map<string, Listener>(), switches: new Map<string, string | undefined>() }));
vi.mock('electron', () => {
  const keep = (name: string) => (listener: Listener) => given.session.set(name, listener);
  return {
    app: {
      isPackaged: true,
      on: (name: string, listener: Listener) => given.app.set(name, listener),
      commandLine: { appendSwitch: (name: string, value?: string) => given.switches.set(name, value) },
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: keep('permission-request'),
        setPermissionCheckHandler: keep('permission-check'),
        setDevicePermissionHandler: keep('device-permission'),
        setSpellCheckerEnabled: () => {},
        on: (name: string, listener: Listener) => given.session.set(name, listener),
        webRequest: { onBeforeRequest: keep('before-request') },
      },
    },
  };
});

const { hardenSession, quietChromium } = await import('../../../electron/main/security.ts');
beforeEach(() => hardenSession());

const call = (listeners: Map<string, Listener>, name: string, ...args: unknown[]) => {
  const listener = listeners.get(name);
  if (!listener) throw new Error(`main gave Electron no ${name}`);
  return listener(...args);
};
const prevented = (listeners: Map<string, Listener>, name: string, url = 'https://example.com/') => {
  const preventDefault = vi.fn();
  call(listeners, name, { preventDefault, url });
  return preventDefault.mock.calls.length === 1;
};

it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen'])('denies the permission %s, asked or checked', (permission) => {
  const answer = vi.fn();
  call(given.session, 'permission-request', {}, permission, answer);
  expect(answer).toHaveBeenCalledExactlyOnceWith(false);
  expect(call(given.session, 'permission-check', {}, permission)).toBe(false);
  expect(call(given.session, 'device-permission', {})).toBe(false);
});

it('lets a page load its own files and nothing else', () => {
  const cancelled = (url: string) => {
    const answer = vi.fn<(response: { cancel: boolean }) => void>();
    call(given.session, 'before-request', { url }, answer);
    return answer.mock.calls[0]?.[0].cancel;
  };
  for (const url of ['app://shingicho/', 'app://shingicho/assets/a.js', 'app://print/1.html', 'data:font/woff2;base64,AA', 'blob:app://shingicho/1']) expect(cancelled(url), url).toBe(false);
  for (const url of ['https://example.com/', 'http://localhost/', 'ws://localhost/', 'file:///etc/passwd', 'ftp://x/', 'app://other/', 'devtools://x', 'chrome://gpu']) expect(cancelled(url), url).toBe(true);
});

it('prevents downloads, navigations, redirects, webviews and new windows in every page', () => {
  expect(prevented(given.session, 'will-download')).toBe(true);
  const contents = new Map<string, Listener>();
  call(given.app, 'web-contents-created', {}, {
    on: (name: string, listener: Listener) => contents.set(name, listener),
    setWindowOpenHandler: (handler: Listener) => contents.set('window-open', handler),
    setWebRTCIPHandlingPolicy: (policy: string) => expect(policy).toBe('disable_non_proxied_udp'),
  });
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) expect(prevented(contents, name), name).toBe(true);
  for (const url of ['app://shingicho/assets/a.js', 'app://print/1.html', 'file:///etc/passwd', 'about:blank']) expect(prevented(contents, 'will-navigate', url), url).toBe(true);
  for (const url of ['app://shingicho/', 'app://shingicho/#/c/1']) expect(prevented(contents, 'will-navigate', url), url).toBe(false);
  expect(call(contents, 'window-open', { url: 'app://shingicho/' })).toEqual({ action: 'deny' });
});

it('turns Chromium’s own traffic off before it starts', () => {
  quietChromium();
  expect([...given.switches.keys()]).toEqual(expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'disable-sync', 'no-pings']));
  expect(given.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
});
