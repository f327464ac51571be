import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { mkdtemp, open, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../build/build.ts';
import { electronVersion, packageApp } from '../../build/package.ts';
import { writeStubElectron } from '../../build/stub-electron.ts';

const LIMIT = 25_000_000;
const TARGET = `${process.platform}-${process.arch}`;

type Entry = { size?: number; offset?: string; unpacked?: boolean; files?: Record<string, Entry> };
type PackedFile = { path: string; size: number; unpacked: boolean; offset: number };

/** The files an asar archive lists, and how to read the text of one. Its header: three sizes, then JSON. */
async function openAsar(archive: string): Promise<{ files: PackedFile[]; read: (file: PackedFile) => Promise<string> }> {
  const handle = await open(archive);
  const readAt = async (position: number, length: number) => (await handle.read(Buffer.alloc(length), 0, length, position)).buffer;
  const sizes = await readAt(0, 16);
  const header = JSON.parse((await readAt(16, sizes.readUInt32LE(12))).toString()) as Entry; // written by electron-builder
  const list = (entry: Entry, path: string): PackedFile[] =>
    entry.files
      ? Object.entries(entry.files).flatMap(([name, child]) => list(child, path ? `${path}/${name}` : name))
      : [{ path, size: entry.size ?? 0, unpacked: entry.unpacked === true, offset: 8 + sizes.readUInt32LE(4) + Number(entry.offset ?? 0) }];
  return { files: list(header, ''), read: async ({ offset, size }) => (await readAt(offset, size)).toString() };
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

// The stub has the shape of Electron for Linux; elsewhere there is nothing to package against without the real one.
describe.skipIf(process.platform !== 'linux')('the packaged app', () => {
  let folder: string;
  let unpacked: string;
  let asar: Awaited<ReturnType<typeof openAsar>>;
  beforeAll(async () => {
    await buildIfStale();
    folder = await mkdtemp(join(tmpdir(), 'package-'));
    await writeStubElectron(join(folder, 'electron'), await electronVersion());
    const code = await packageApp(join(folder, 'electron'), ['--dir', `-c.directories.output=${join(folder, 'out')}`]);
    expect(code).toBe(0);
    unpacked = join(folder, 'out', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
    asar = await openAsar(join(unpacked, 'resources/app.asar'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const paths = () => asar.files.map(({ path }) => path);

  it('holds what the app runs on', () => {
    expect(paths()).toEqual(expect.arrayContaining([
      'package.json', 'dist/main/index.js', 'dist/preload/index.cjs', 'dist/reader/index.cjs', 'dist/worker/index.cjs', 'dist/worker/automerge.wasm',
      'dist/worker/migrations/meta/_journal.json', 'dist/renderer/index.html', 'dist/renderer/fonts/biz-udpgothic-japanese-400-normal.woff2',
      'dist/renderer/fonts/biz-udpmincho-latin-400-normal.woff', 'node_modules/better-sqlite3/lib/index.js',
    ]));
  });

  it('holds nothing else: dist, package.json and the one library that cannot be bundled', () => {
    expect(paths().filter((path) => !/^(package\.json$|dist\/(main|preload|reader|worker|renderer)\/|node_modules\/better-sqlite3\/(lib|prebuilds|package\.json$|LICENSE$))/.test(path))).toEqual([]);
  });

  it('holds one native file, that of the target platform, outside the archive where it can be loaded', () => {
    const native = asar.files.filter(({ path }) => path.endsWith('.node'));
    expect(native.map(({ path }) => path)).toEqual([`node_modules/better-sqlite3/prebuilds/${TARGET}.node`]);
    expect(asar.files.filter((file) => file.unpacked)).toEqual(native);
  });

  it('holds no source, source map or test', async () => {
    expect(paths().filter((path) => /\.(map|tsx?|tsbuildinfo)$|(^|\/)(tests?|__tests__)\/|\.test\./.test(path))).toEqual([]);
    const scripts = asar.files.filter(({ path }) => /\.(c?js|css)$/.test(path));
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) expect(await asar.read(script), script.path).not.toContain('sourceMappingURL=');
  });

  it('holds the style of every part of Mantine that its screens are made of', async () => {
    const known = await readFile(new URL('../../node_modules/@mantine/core/styles.css', import.meta.url), 'utf8');
    const assets = await Promise.all(asar.files.filter(({ path }) => /renderer\/assets\/.*\.(js|css)$/.test(path)).map(async (file) => ({ path: file.path, text: await asar.read(file) })));
    const styled = assets.filter(({ path }) => path.endsWith('.css')).map(({ text }) => text).join('\n');
    const used = new Set(assets.filter(({ path }) => path.endsWith('.js')).flatMap(({ text }) => text.match(/\bm_[0-9a-f]{6,8}\b/g) ?? []));
    expect(used.size).toBeGreaterThan(20);
    expect([...used].filter((name) => known.includes(`.${name}`) && !styled.includes(`.${name}`))).toEqual([]);
  });

  it('names its entry in package.json and keeps no development dependency there', async () => {
    const manifest = asar.files.find(({ path }) => path === 'package.json');
    const { main, type, devDependencies } = JSON.parse(manifest ? await asar.read(manifest) : '{}') as Record<string, unknown>; // our own manifest
    expect({ main, type, devDependencies }).toEqual({ main: 'dist/main/index.js', type: 'module', devDependencies: undefined });
  });

  it('weighs less than 25 MB beside Electron itself', async () => {
    expect(await bytesBelow(join(unpacked, 'resources'))).toBeLessThan(LIMIT);
  });

  it('keeps two of Chromium’s languages', async () => {
    expect((await readdir(join(unpacked, 'locales'))).toSorted()).toEqual(['en-US.pak', 'ja.pak']);
  });

  it('cannot be run as Node, inspected, given options or another app', async () => {
    const { RunAsNode, EnableNodeOptionsEnvironmentVariable, EnableNodeCliInspectArguments, EnableEmbeddedAsarIntegrityValidation, OnlyLoadAppFromAsar, GrantFileProtocolExtraPrivileges } = FuseV1Options;
    const fuses = await getCurrentFuseWire(join(unpacked, 'shingicho'));
    const { ENABLE, DISABLE } = FuseState;
    expect(fuses).toMatchObject({
      [RunAsNode]: DISABLE,
      [EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [EnableNodeCliInspectArguments]: DISABLE,
      [GrantFileProtocolExtraPrivileges]: DISABLE,
      [EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [OnlyLoadAppFromAsar]: ENABLE,
    });
  });
});
