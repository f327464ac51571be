import { BrowserWindow, app, protocol } from 'electron';

/** A main process that opens an empty page and does nothing else: what a start of the shell costs by itself. */
await app.whenReady();
protocol.handle('app', () => new Response('<!doctype html><title>-</title><body></body>', { headers: { 'content-type': 'text/html' } }));
await new BrowserWindow({ width: 1440, height: 900 }).loadURL('app://empty/index.html');
