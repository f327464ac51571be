import { app, dialog, nativeTheme, shell } from 'electron';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Failure, OperationName } from '../contract/index.ts';
import { AppError } from '../contract/errors.ts';
import type { MainHandlers } from './answer-call.ts';
import { setMenu } from './menu.ts';
import type { PreferencesFile } from './preferences.ts';

const FORMAT_NAMES = { docx: 'Word', pdf: 'PDF', md: 'Markdown' } as const;

/** The operations main answers itself, and the rule that reports are written only where the person pointed. */
export function createHandlers(preferences: PreferencesFile, storePath: string): { main: MainHandlers; refuse: (name: OperationName, input: unknown) => Failure | null } {
  const chosenPaths = new Set<string>();
  return {
    main: {
      'app.info': () => ({
        version: app.getVersion(),
        shell: process.versions['electron'] ? 'electron' : 'chromium',
        storePath,
        platform: process.platform,
      }),
      'preferences.get': () => preferences.get(),
      'preferences.set': (changed) => {
        // exactOptionalPropertyTypes: zod's partial allows an explicit undefined, which means "not changed" as well.
        const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
        const now = preferences.set(given);
        if (changed.language) setMenu(now.language);
        if (changed.theme) nativeTheme.themeSource = now.theme;
        return now;
      },
      'files.chooseSavePath': async ({ suggestedName, format }) => {
        const { canceled, filePath } = await dialog.showSaveDialog({
          defaultPath: join(app.getPath('documents'), suggestedName),
          filters: [{ name: FORMAT_NAMES[format], extensions: [format] }],
        });
        if (canceled || !filePath) return { path: null };
        const path = extname(filePath).toLowerCase() === `.${format}` ? filePath : `${filePath}.${format}`;
        chosenPaths.add(path);
        return { path };
      },
      'files.reveal': ({ path }) => {
        if (!chosenPaths.has(path)) throw new AppError('forbidden-sender');
        if (!existsSync(path)) throw new AppError('file-not-found', { file: path });
        shell.showItemInFolder(path);
        return {};
      },
    },
    refuse: (name, input) => {
      if (name !== 'reports.export') return null;
      const path = typeof input === 'object' && input !== null && 'path' in input ? input.path : undefined;
      return typeof path === 'string' && chosenPaths.has(path) ? null : { ok: false, code: 'forbidden-sender', detail: {} };
    },
  };
}
