import { createHash } from 'node:crypto';
import { cp, glob, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin, PluginOption } from 'vite';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DIST = join(ROOT, 'dist');
const STAMP = 'built-from';
const SOURCES = ['electron/**/*', 'renderer/**/*', 'db/**/*', 'build/build.ts', 'package-lock.json'];

/** What Electron 45 is made of. */
const CHROMIUM = 'chrome140';
const NODE = 'node24';

/** A fingerprint of every file the build reads: changes with any content, name, addition or removal. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const files: string[] = [];
  for await (const path of glob(SOURCES, { cwd: ROOT, exclude: ['**/*.tsbuildinfo'] })) {
    const { size, mtimeMs } = await stat(join(ROOT, path));
    files.push(`${path}\0${size}\0${mtimeMs}`);
  }
  hash.update(files.sort().join('\n'));
  return hash.digest('hex');
}

/** Builds dist/ unless what stands there was built from just these sources. Returns the seconds it took, or null. */
export async function buildIfStale(): Promise<number | null> {
  const built = await readFile(join(DIST, STAMP), 'utf8').catch(() => '');
  return built === await fingerprint() ? null : build();
}

/** Builds the product into dist/, which is replaced whole when everything is done. Returns the seconds it took. */
export async function build(): Promise<number> {
  const start = performance.now();
  // Loaded only to build: most starts find dist/ as it should be.
  const [{ build: viteBuild }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  const sources = await fingerprint();
  const draft = join(ROOT, `node_modules/.cache/dist-${process.pid}`);
  const into = (part: string) => join(draft, part);
  const { NODE_ENV } = process.env;
  try {
    // What a test builds is what is shipped: in the test runner's environment React would be its development build.
    process.env['NODE_ENV'] = 'production';
    await viteBuild(rendererConfig(into('renderer'), react()));
    await viteBuild(nodeConfig('electron/main/index.ts', into('main'), { external: ['electron'], fileName: 'index.js', format: 'es' }));
    await viteBuild(nodeConfig('electron/preload/index.ts', into('preload'), { external: ['electron'], fileName: 'index.cjs', format: 'cjs' }));
    // CommonJS: what Electron has long been able to start as a thread from inside an asar archive.
    await viteBuild(nodeConfig('electron/worker/index.ts', into('worker'), { external: ['better-sqlite3'], fileName: 'index.cjs', format: 'cjs' }));
    await viteBuild(nodeConfig(['electron/reader/index.ts', 'electron/reader/thread.ts'], into('reader'), { external: [], fileName: '[name].cjs', format: 'cjs', split: true }));
    await copyRunTimeFiles(into('worker'), into('renderer/fonts'));
    await copyPdfReader(into('renderer/pdf'));
    await writeFile(into(STAMP), sources);
    await rm(DIST, { recursive: true, force: true });
    await rename(draft, DIST).catch((error: NodeJS.ErrnoException) => {
      // Another build of the same sources was quicker between the two lines: its result stands.
      if (error.code !== 'ENOTEMPTY') throw error;
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
    await rm(draft, { recursive: true, force: true });
  }
  return (performance.now() - start) / 1000;
}

const shared = (outDir: string): InlineConfig => ({ configFile: false, logLevel: 'warn', clearScreen: false, build: { outDir, emptyOutDir: true, sourcemap: false, reportCompressedSize: false } });

function rendererConfig(outDir: string, react: PluginOption): InlineConfig {
  const base = shared(outDir);
  return {
    ...base,
    root: join(ROOT, 'renderer'),
    plugins: [react],
    build: {
      ...base.build,
      target: CHROMIUM,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1000,
      // Fonts keep their names: the worker sets papers in the same files (copyRunTimeFiles).
      rollupOptions: { output: { assetFileNames: ({ names: [name = ''] }) => (/\.woff2?$/.test(name) ? 'fonts/[name][extname]' : 'assets/[name]-[hash][extname]') } },
    },
  };
}

type NodeBundle = { external: string[]; fileName: string; format: 'es' | 'cjs'; split?: boolean };

/**
 * One file with everything inside but Node's own modules and `external`; with `split`, what is imported on demand stands
 * in files of its own.
 */
function nodeConfig(entry: string | string[], outDir: string, { external, fileName, format, split = false }: NodeBundle): InlineConfig {
  const base = shared(outDir);
  return {
    ...base,
    root: ROOT,
    publicDir: false,
    plugins: [automergeWasmFromFile(), pdfLibraryFromPage()],
    ssr: { noExternal: true },
    build: {
      ...base.build,
      ssr: typeof entry === 'string' ? entry : true,
      target: NODE,
      minify: true,
      rollupOptions: { external, input: entry, output: { format, entryFileNames: fileName, chunkFileNames: '[name].cjs', codeSplitting: split } },
    },
  };
}

/** The threads take the PDF library where the page has it (copyPdfReader), which saves the app a second copy of 1.8 MB. */
function pdfLibraryFromPage(): Plugin {
  return {
    name: 'pdf-library-from-page',
    enforce: 'pre',
    resolveId: (id) => {
      const file = /^pdfjs-dist\/legacy\/build\/(pdf(?:\.worker)?)\.mjs$/.exec(id)?.[1];
      return file === undefined ? null : { id: `../renderer/pdf/${file}.min.mjs`, external: true };
    },
  };
}

/**
 * Automerge's builds for bundlers carry their 3.6 MB of WebAssembly as base64 in the script, its build for Node looks
 * for it beside its own file. The worker reads it as the file that copyRunTimeFiles puts beside the bundle.
 */
function automergeWasmFromFile(): Plugin {
  const automerge = join(ROOT, 'node_modules/@automerge/automerge/dist/mjs');
  return {
    name: 'automerge-wasm-from-file',
    enforce: 'pre',
    resolveId: (id) => (id === '@automerge/automerge' ? join(automerge, 'entrypoints/fullfat_base64.js') : null),
    load: (id) => id === join(automerge, 'wasm_bindgen_output/web/index.js')
      ? `import { readFileSync } from 'node:fs';
         import { initSync } from './automerge_wasm.js';
         initSync({ module: readFileSync(new URL('./automerge.wasm', import.meta.url)) });
         export * from './automerge_wasm.js';`
      : null,
  };
}

/** The faces papers are set in, whole and in the pieces that hold rarer characters (electron/services/reports/fonts.ts). */
const PAPER_FONTS = ['biz-udpmincho/files/*-{japanese,[0-9]*}-400-normal.woff2', 'biz-udpgothic/files/*-{japanese,[0-9]*}-700-normal.woff2', 'biz-udpmincho/files/*-latin-400-normal.woff'];

/** Pieces that no paper asks for: the one file holds all of their characters. */
export const NEEDLESS = /-(?:65|99|100|104|106|110|111|112|114|116|117|119)-[47]00-/;

/** What the worker reads while it runs, where `new URL('./…', import.meta.url)` of the bundled code finds it. */
async function copyRunTimeFiles(worker: string, fonts: string): Promise<void> {
  await mkdir(join(worker, 'assets'), { recursive: true });
  await cp(join(ROOT, 'db/migrations'), join(worker, 'migrations'), { recursive: true });
  await cp(join(ROOT, 'node_modules/@automerge/automerge/dist/automerge.wasm'), join(worker, 'automerge.wasm'));
  for await (const folder of glob('electron/services/**/assets', { cwd: ROOT })) {
    await cp(join(ROOT, folder), join(worker, 'assets'), { recursive: true });
  }
  const packages = join(ROOT, 'node_modules/@fontsource');
  for await (const font of glob(PAPER_FONTS, { cwd: packages })) if (!NEEDLESS.test(font)) await cp(join(packages, font), join(fonts, basename(font)));
}

/**
 * What reads and draws PDF papers, once for the page and for the thread that reads files (dist/renderer/pdf): the library
 * as it is published, in its build for older Chromium (the new one wants more than Electron 45 has), the character maps
 * of Japanese fonts that PDF names (ISO 32000-2, table 116), and the two symbol faces that no system has under a name of its own.
 */
const PDF_FILES = ['legacy/build/pdf{,.worker}.min.mjs', 'cmaps/{LICENSE,83pv-RKSJ-H*,90{ms,msp,pv}-RKSJ-*,Add-*,Adobe-Japan1-*,EUC-[HV].*,Ext-*,[HV].bcmap,RKSJ-*,Uni{JIS,JISPro}-UCS2-*,UniJIS{,2004}-UTF16-*}', 'standard_fonts/{Foxit{Dingbats,Symbol}.pfb,LICENSE_FOXIT}'];

async function copyPdfReader(into: string): Promise<void> {
  const packages = join(ROOT, 'node_modules/pdfjs-dist');
  for await (const file of glob(PDF_FILES, { cwd: packages })) await cp(join(packages, file), join(into, file.replace('legacy/build/', '')));
}

export async function main(): Promise<number> {
  console.log(`built dist/ in ${(await build()).toFixed(1)} s`);
  return 0;
}
