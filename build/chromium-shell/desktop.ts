import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** Chromium has its own keys for copy, zoom and windows: the application menu has no place to stand. */
export const Menu = {
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu: (): void => {},
};

export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };

/** Where windows stand is Chromium's own memory, in its profile. */
export const screen = { getAllDisplays: (): { workArea: { x: number; y: number; width: number; height: number } }[] => [] };

const FILE_MANAGER: Partial<Record<NodeJS.Platform, (path: string) => [string, string[]]>> = {
  darwin: (path) => ['open', ['-R', path]],
  win32: (path) => ['explorer.exe', [`/select,${path}`]],
};

export const shell = {
  showItemInFolder: (path: string): void => {
    const [command, args] = FILE_MANAGER[process.platform]?.(path) ?? ['xdg-open', [dirname(path)]];
    // A desktop without a file manager shows nothing, as Electron would.
    spawn(command, args, { detached: true, stdio: 'ignore' }).on('error', () => {}).unref();
  },
};
