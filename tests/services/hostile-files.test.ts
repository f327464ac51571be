import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/dossier/store.ts';
import { messageFor } from '../../electron/contract/messages.ts';
import { forkReader } from '../../electron/reader/fork-reader.ts';
import { openReaderPool } from '../../electron/reader/pool.ts';
import { dispatch } from '../../electron/services/dispatch.ts';
import { unaccounted } from '../../electron/services/papers/unaccounted.ts';
import { randomOf } from '../bench/texts.ts';
import { HOSTILE_FILES, SOUND_FILES } from '../support/hostile-files.ts';
import { CALLER, servicesOver, wholeStore } from '../support/services.ts';
import { lastingFolder } from '../support/store.ts';

const reader = openReaderPool({ start: forkReader(new URL('../../electron/reader/index.ts', import.meta.url)) });
const services = { ...servicesOver(openStore(join(lastingFolder(), 'store.db'))), reader };
afterAll(async () => {
  reader.close();
  services.store.close();
});

/** Faults of a reader's own: a file may be refused for many reasons, but not because nobody thought of it. */
const UNFORESEEN = ['internal', 'bad-input', 'paper-reader-failed'];

/** Previews the file in the readers’ processes as the app does: 'read', or the code of the refusal. The store must be as it was. */
async function outcomeOf(fileName: string, bytes: Uint8Array): Promise<string> {
  const before = wholeStore(services.store);
  const result = await dispatch(services, 'papers.preview', { fileName, bytes: new Uint8Array(bytes) }, CALLER);
  expect(wholeStore(services.store)).toEqual(before);
  if (result.ok) {
    expect(unaccounted(result.value.text, result.value.recognised)).toEqual({ missing: [], doubled: [] });
    return 'read';
  }
  expect(messageFor(result.code, result.detail)).toMatch(/「.+」.*。$/);
  return UNFORESEEN.includes(result.code) ? JSON.stringify(result) : result.code;
}

describe('a file made to break the reader is refused or read, with a sentence, and the store is as it was:', () => {
  it.each(HOSTILE_FILES)('$name', async ({ fileName, make, may }) => {
    expect(may).toContain(await outcomeOf(fileName, make()));
  });
});

describe.each(Object.entries(SOUND_FILES))('a .%s file', (extension, make) => {
  const sound = make();

  it('is read where it is whole', async () => {
    expect(await outcomeOf(`a.${extension}`, sound)).toBe('read');
  });

  it('is refused or read wherever it is cut off', async () => {
    const cuts = Array.from({ length: 24 }, (_, i) => Math.floor((sound.length * (i + 0.5)) / 24));
    for (const at of cuts) expect(await outcomeOf(`a.${extension}`, sound.subarray(0, at))).toMatch(/^(read|paper-[a-z-]+)$/);
  });

  it('is read as what it is under any other name', async () => {
    for (const other of ['docx', 'pdf', 'xlsx', 'bin', '']) {
      expect([other, await outcomeOf(`a.${other}`, sound)]).toEqual([other, 'read']);
    }
  });

  it('is refused where it is nothing but random bytes', async () => {
    const random = randomOf(extension.length);
    const noise = Uint8Array.from({ length: 20_000 }, () => random() * 256);
    expect(await outcomeOf(`a.${extension}`, noise)).toMatch(/^paper-[a-z-]+$/);
    expect(await outcomeOf(`a.${extension}`, new Uint8Array([...sound.subarray(0, 200), ...noise]))).toMatch(/^(read|paper-[a-z-]+)$/);
  });
});
