import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ReadFont } from './fonts.ts';

/** A font file: in the built app where the renderer's fonts are too (build.ts puts them there), else from its package. */
export const readFont: ReadFont = (fileName) => {
  const beside = new URL(`../renderer/fonts/${fileName}`, import.meta.url);
  const [, family = ''] = /^(biz-udp(?:mincho|gothic))-/.exec(fileName) ?? [];
  return readFileSync(existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`@fontsource/${family}/files/${fileName}`));
};
