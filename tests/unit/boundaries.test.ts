import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Who may import whom: one line a folder, the more particular first. Folders of our own, then packages. */
const BOUNDARIES: { folder: string; mayImport: string[]; packages: RegExp }[] = [
  { folder: 'electron/contract', mayImport: ['electron/contract', 'db/domain'], packages: /^zod$/ },
  { folder: 'electron/main', mayImport: ['electron/main', 'electron/contract', 'electron/worker/client.ts', 'electron/worker/protocol.ts', 'electron/reader/protocol.ts'], packages: /^(electron|zod|node:.+)$/ },
  { folder: 'electron/preload', mayImport: ['electron/contract', 'electron/main/channels.ts'], packages: /^electron$/ },
  // A reader reads papers and nothing else: no store, no disk.
  { folder: 'electron/reader', mayImport: ['electron/reader', 'electron/services/papers', 'electron/contract', 'db/domain'], packages: /^node:(child_process|os|v8|worker_threads)$/ },
  { folder: 'electron/worker', mayImport: ['electron/worker', 'electron/reader/pool.ts', 'electron/reader/protocol.ts', 'electron/services', 'electron/contract', 'db'], packages: /^node:.+$/ },
  { folder: 'electron/services', mayImport: ['electron/services', 'electron/worker/protocol.ts', 'electron/contract', 'db'], packages: /^(?!electron$|react|better-sqlite3|@automerge)/ },
  { folder: 'electron/cli', mayImport: ['electron/cli', 'electron/reader/pool.ts', 'electron/reader/fork-reader.ts', 'electron/services', 'electron/worker/protocol.ts', 'electron/contract', 'db'], packages: /^(zod|node:.+)$/ },
  { folder: 'db/domain', mayImport: ['db/domain'], packages: /^zod$/ },
  { folder: 'db', mayImport: ['db'], packages: /^(?!electron$|react)/ },
  { folder: 'renderer', mayImport: ['renderer', 'electron/contract', 'db/domain'], packages: /^(?!electron$|node:|better-sqlite3|drizzle-orm|@automerge)/ },
  { folder: 'build', mayImport: ['build', 'electron/cli', 'electron/contract'], packages: /^(?!electron$)/ },
];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\s]+)\1/g;
const COMMENT_LINE = /^\s*(?:\/\/|\/?\*).*$/gm;

const importsOf = (source: string) => [...source.replace(COMMENT_LINE, '').matchAll(IMPORT)].flatMap(([, , specifier]) => specifier ?? []);
const isInside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** What is wrong with an import, or null. `file` is relative to the project, with forward slashes. */
function trespass(file: string, specifier: string): string | null {
  const rule = BOUNDARIES.find(({ folder }) => isInside(file, folder));
  if (!rule) return `${file} stands in no known folder`;
  if (specifier.startsWith('.')) {
    const target = join(dirname(file), specifier).split(sep).join('/').replace(/\?.*$/, '');
    return rule.mayImport.some((allowed) => isInside(target, allowed)) ? null : `${file} → ${target}`;
  }
  const name = isBuiltin(specifier) && !specifier.startsWith('node:') ? `node:${specifier}` : specifier;
  return rule.packages.test(name) ? null : `${file} → ${specifier}`;
}

describe('the rule itself', () => {
  it('finds every way to import', () => {
    expect(importsOf(`import a from './a.ts'; import type { B } from "b"; import './c.css';\nexport * from './d.ts'; const e = await import('./e.ts');`))
      .toEqual(['./a.ts', 'b', './c.css', './d.ts', './e.ts']);
  });

  it.each([
    ['renderer/app/main.tsx', '../../electron/services/notes.ts'],
    ['renderer/app/main.tsx', 'node:fs'],
    ['renderer/app/main.tsx', 'fs'],
    ['electron/services/notes.ts', 'electron'],
    ['electron/services/notes.ts', '../main/index.ts'],
    ['electron/contract/index.ts', '../services/notes.ts'],
    ['electron/contract/index.ts', 'react'],
    ['electron/main/index.ts', '../services/notes.ts'],
    ['electron/main/index.ts', '../worker/index.ts'],
    ['electron/preload/index.ts', 'zod'],
    ['electron/reader/index.ts', '../../db/open.ts'],
    ['electron/reader/index.ts', '../services/notes.ts'],
    ['electron/reader/index.ts', 'node:fs'],
    ['electron/worker/index.ts', '../reader/index.ts'],
    ['electron/worker/index.ts', '../reader/fork-reader.ts'],
    ['electron/main/index.ts', '../reader/pool.ts'],
    ['electron/services/papers.ts', '../reader/pool.ts'],
    ['db/domain/words.ts', '../open.ts'],
    ['db/domain/words.ts', 'node:fs'],
    ['db/open.ts', '../electron/contract/errors.ts'],
    ['db/queries/notes.ts', '../../renderer/i18n/index.ts'],
  ])('stops %s from importing %s', (file, specifier) => {
    expect(trespass(file, specifier)).not.toBeNull();
  });
});

it('is kept by every file of the project', () => {
  const files = globSync(['electron/**/*.ts', 'db/**/*.ts', 'renderer/**/*.{ts,tsx}', 'build/**/*.ts'], { cwd: ROOT }).map((file) => file.split(sep).join('/'));
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => importsOf(readFileSync(join(ROOT, file), 'utf8')).map((specifier) => trespass(file, specifier)).filter((found) => found !== null))).toEqual([]);
});
