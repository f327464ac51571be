/**
 * The small part of the `electron` module that electron/main uses, over a real Chromium driven through a pipe.
 * electron/preload gets its part inside the page (preload.ts). Nothing happens at import: Chromium starts with the
 * first BrowserWindow.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { utilityProcess } from './utility-process.ts';
export { Menu, nativeTheme, screen, shell } from './desktop.ts';
