import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Preferences } from '../contract/app.ts';

export const WindowPlace = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  maximised: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

const Remembered = z.object({
  /** This machine in histories and merges; outside the database, so that a copied store is not the same device. */
  device: z.uuid(),
  window: WindowPlace,
  preferences: Preferences,
});
type Remembered = z.infer<typeof Remembered>;

const initial = (): Remembered => ({
  device: crypto.randomUUID(),
  window: { width: 1440, height: 900, maximised: false },
  preferences: { author: '', language: 'ja', theme: 'system', place: '', lastCommitteeId: null, view: {} },
});

export type PreferencesFile = {
  readonly device: string;
  window(): WindowPlace;
  setWindow(window: WindowPlace): void;
  get(): Preferences;
  set(changed: Partial<Preferences>): Preferences;
};

/**
 * Opens preferences.json, this machine's own small memory beside the store. A file that cannot be read is kept
 * beside it as `.damaged` and the defaults are used. Every change is on disk, whole, when the call returns.
 */
export function openPreferences(file: string): PreferencesFile {
  let remembered = read(file) ?? initial();
  const change = (changed: Partial<Remembered>) => {
    remembered = { ...remembered, ...changed };
    writeWhole(file, JSON.stringify(remembered, null, 2));
  };
  // Written at once, so that the device keeps its id from the first start on.
  if (!existsSync(file)) change({});
  return {
    get device() { return remembered.device; },
    window: () => remembered.window,
    setWindow: (window) => change({ window }),
    get: () => remembered.preferences,
    set: (changed) => {
      change({ preferences: { ...remembered.preferences, ...changed } });
      return remembered.preferences;
    },
  };
}

function read(file: string): Remembered | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return Remembered.parse(JSON.parse(text));
  } catch {
    // Not JSON, or not of this shape: kept for whoever wants to look, never overwritten in place.
    renameSync(file, `${file}.damaged`);
    return null;
  }
}

function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
