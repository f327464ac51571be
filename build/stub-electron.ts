import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How @electron/fuses finds the fuses in Electron's program, followed by their version, number and states. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
const FUSES = 9;

/**
 * Writes a folder of the shape of an unpacked Electron for Linux, with a program that only says what it is: enough to
 * package the app and look at what was packed where Electron's own program cannot be had.
 */
export async function writeStubElectron(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'), { recursive: true });
  const fuses = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([FUSE_VERSION, FUSES]), Buffer.alloc(FUSES, '0')]);
  const program = Buffer.concat([Buffer.from('#!/bin/sh\necho "This is a stub of Electron: package again where Electron can be downloaded." >&2\nexit 1\n'), fuses]);
  await writeFile(join(folder, 'electron'), program, { mode: 0o755 });
  await writeFile(join(folder, 'version'), version);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'icudtl.dat', 'chrome-sandbox', 'locales/ja.pak', 'locales/en-US.pak', 'locales/de.pak']) {
    await writeFile(join(folder, file), '');
  }
}
