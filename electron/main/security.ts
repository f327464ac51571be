import { app, session } from 'electron';
import { APP_URL, isOwnUrl } from './app-url.ts';

/** Chromium's own background traffic, off before the app is ready: the product makes no request at all. */
const QUIET_SWITCHES = [
  'disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-sync',
  'disable-quic', 'no-pings', 'no-first-run', 'no-default-browser-check',
];

/** Must run before the app is ready. */
export function quietChromium(): void {
  for (const name of QUIET_SWITCHES) app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-features', 'Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,SpellcheckServiceMultilingual');
}

/** Denies every permission, download, foreign request, navigation, new window and webview, now and for pages to come. */
export function hardenSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowedRequest(url) }));

  app.on('web-contents-created', (_event, contents) => {
    // A page may only load itself again.
    const stay = (event: { url: string; preventDefault(): void }) => { if (event.url.split('#')[0] !== APP_URL) event.preventDefault(); };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** What a page may load: its own files, data: and blob: it made itself, and Chromium's developer tools from source. */
function isAllowedRequest(url: string): boolean {
  return isOwnUrl(url) || /^(data|blob):/.test(url) || (!app.isPackaged && url.startsWith('devtools:'));
}
