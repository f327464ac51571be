import { app, dialog, ipcMain } from 'electron';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserWindow } from 'electron';
import type { Failure } from '../contract/index.ts';
import { messageFor } from '../contract/messages.ts';
import { answerCall } from './answer-call.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { CHANGE_CHANNEL, INVOKE_CHANNEL } from './channels.ts';
import { createHandlers } from './handlers.ts';
import { setMenu } from './menu.ts';
import { openPreferences } from './preferences.ts';
import { hardenSession, quietChromium } from './security.ts';
import { openStore } from './store.ts';
import { openWindow } from './window.ts';

registerAppScheme();
quietChromium();
if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  const storePath = join(app.getPath('userData'), 'shingicho.db');
  const preferences = openPreferences(join(app.getPath('userData'), 'preferences.json'));
  let window: BrowserWindow | null = null;
  app.commandLine.appendSwitch('lang', preferences.get().language);
  // The worker opens the store while Chromium starts.
  const store = openStore({
    storePath,
    caller: () => ({ author: preferences.get().author, device: preferences.device }),
    onChange: (notice) => window?.webContents.send(CHANGE_CHANNEL, notice),
    onTrouble: (failure) => void tell(failure, { ja: ['閉じる'], en: ['Close'] }),
    onLost: () => void offerRestart(),
  });

  const show = () => {
    window = openWindow(preferences);
    window.on('closed', () => { window = null; });
  };
  const tell = async (failure: Failure, buttons: { ja: string[]; en: string[] }) => {
    const { language } = preferences.get();
    const { response } = await dialog.showMessageBox({ type: 'error', title: '審議帳', message: messageFor(failure.code, failure.detail, language), buttons: buttons[language], noLink: true });
    return response;
  };
  const quitUnlessOpened = async () => {
    const refused = await store.opened();
    if (!refused) return;
    window?.hide();
    const damaged = refused.code === 'store-damaged';
    const answer = await tell(refused, damaged ? { ja: ['控えから開く', '終了'], en: ['Open a backup', 'Quit'] } : { ja: ['終了'], en: ['Quit'] });
    if (!damaged || answer !== 0) return app.exit(1);
    store.reopen(true);
    window?.show();
    window?.webContents.reload();
    await quitUnlessOpened();
  };
  const offerRestart = async () => {
    const lost: Failure = { ok: false, code: 'internal', detail: { cause: 'database worker' } };
    if (await tell(lost, { ja: ['開き直す', '終了'], en: ['Reopen', 'Quit'] }) !== 0) return app.quit();
    store.reopen();
    window?.webContents.reload();
    await quitUnlessOpened();
  };

  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void store.close().finally(() => { closed = true; app.quit(); });
  });
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });

  const handlers = createHandlers(preferences, storePath);
  ipcMain.handle(INVOKE_CHANNEL, ({ senderFrame: frame }, name: unknown, input: unknown) =>
    answerCall(frame && { url: frame.url, isMainFrame: frame.parent === null }, name, input, { ...handlers, worker: store.invoke }));

  void app.whenReady().then(() => {
    serveApp(fileURLToPath(new URL('../renderer', import.meta.url)));
    hardenSession();
    setMenu(preferences.get().language);
    show();
    return quitUnlessOpened();
  });
}
