import { BrowserWindow, nativeTheme, screen } from 'electron';
import { fileURLToPath } from 'node:url';
import { APP_URL } from './app-url.ts';
import type { PreferencesFile } from './preferences.ts';

/** Opens the app's window where it was left, on a display that is still there, and remembers where it is put. */
export function openWindow(preferences: PreferencesFile): BrowserWindow {
  const { theme } = preferences.get();
  nativeTheme.themeSource = theme;
  const { x, y, width, height, maximised } = preferences.window();
  const window = new BrowserWindow({
    width,
    height,
    ...(x !== undefined && y !== undefined && isOnScreen(x, y) ? { x, y } : {}),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '審議帳',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a17' : '#fbfaf7',
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => preferences.setWindow({ ...window.getNormalBounds(), maximised: window.isMaximized() }));
  void window.loadURL(APP_URL);
  return window;
}

function isOnScreen(x: number, y: number): boolean {
  return screen.getAllDisplays().some(({ workArea: area }) =>
    x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height);
}
