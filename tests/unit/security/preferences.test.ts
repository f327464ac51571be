import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPreferences } from '../../../electron/main/preferences.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preferences-'));
  file = join(folder, 'preferences.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('starts in Japanese, and keeps the device’s id from the first start on', () => {
  const { device, ...first } = openPreferences(file);
  expect(first.get()).toMatchObject({ language: 'ja', theme: 'system', author: '' });
  expect(openPreferences(file).device).toBe(device);
});

it('has every change on disk when the call returns, and no half-written file beside it', () => {
  openPreferences(file).set({ author: '佐藤', place: '/c/1/board' });
  openPreferences(file).setWindow({ x: 10, y: 20, width: 1200, height: 800, maximised: true });
  const again = openPreferences(file);
  expect(again.get()).toMatchObject({ author: '佐藤', place: '/c/1/board' });
  expect(again.window()).toEqual({ x: 10, y: 20, width: 1200, height: 800, maximised: true });
  expect(readdirSync(folder)).toEqual(['preferences.json']);
});

it.each([['half a file', '{"device":"'], ['another shape', '{"device": 5}'], ['nothing', '']])('keeps a damaged file (%s) aside and starts with the defaults', (_name, damaged) => {
  writeFileSync(file, damaged);
  expect(openPreferences(file).get().language).toBe('ja');
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(damaged);
  expect(openPreferences(file).get().language).toBe('ja');
});
