import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../contract/messages.ts';

const LABELS = {
  ja: { file: 'ファイル', quit: '審議帳を終了', edit: '編集', undo: '元に戻す', redo: 'やり直す', cut: '切り取り', copy: 'コピー', paste: '貼り付け', selectAll: 'すべて選択', view: '表示', zoomIn: '拡大', zoomOut: '縮小', resetZoom: '実際の大きさ', fullscreen: '全画面', window: 'ウインドウ', minimize: 'しまう', close: '閉じる' },
  en: { file: 'File', quit: 'Quit Shingicho', edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select All', view: 'View', zoomIn: 'Zoom In', zoomOut: 'Zoom Out', resetZoom: 'Actual Size', fullscreen: 'Full Screen', window: 'Window', minimize: 'Minimise', close: 'Close' },
} as const;

/** The application menu. Undo and redo of records belong to the page: Ctrl Z reaches it because no accelerator is set here. */
export function setMenu(language: Language): void {
  const label = LABELS[language];
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    { label: process.platform === 'darwin' ? '審議帳' : label.file, submenu: [{ role: 'quit', label: label.quit }] },
    { label: label.edit, submenu: [
      { role: 'undo', label: label.undo, registerAccelerator: false },
      { role: 'redo', label: label.redo, registerAccelerator: false },
      separator,
      { role: 'cut', label: label.cut }, { role: 'copy', label: label.copy }, { role: 'paste', label: label.paste }, { role: 'selectAll', label: label.selectAll },
    ] },
    { label: label.view, submenu: [
      { role: 'zoomIn', label: label.zoomIn }, { role: 'zoomOut', label: label.zoomOut }, { role: 'resetZoom', label: label.resetZoom },
      separator, { role: 'togglefullscreen', label: label.fullscreen },
    ] },
    { label: label.window, submenu: [{ role: 'minimize', label: label.minimize }, { role: 'close', label: label.close }] },
  ]));
}
