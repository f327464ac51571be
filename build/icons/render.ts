/**
 * Draws icon.png (1024 px, macOS and Linux) and icon.ico (Windows) from icon.svg: `npx node build/icons/render.ts`.
 * The results are kept in the repository; run it after a change of the drawing.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { canSandbox, findBrowser } from '../chromium-shell/find-browser.ts';

const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
const here = (file: string) => new URL(file, import.meta.url);

async function draw(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  const font = await readFile(new URL(import.meta.resolve('@fontsource/biz-udpmincho/files/biz-udpmincho-japanese-700-normal.woff2')), 'base64');
  await page.setContent(`<style>@font-face{font-family:Icon;font-weight:700;src:url(data:font/woff2;base64,${font})}*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot({ omitBackground: true });
}

/** An .ico of PNG pictures: a header, 16 bytes a picture, then the pictures. */
function ico(pictures: { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium to draw with');
const browser = await chromium.launch({ executablePath, chromiumSandbox: canSandbox() });
try {
  const page = await browser.newPage();
  const svg = await readFile(here('icon.svg'), 'utf8');
  await writeFile(here('icon.png'), await draw(page, svg, 1024));
  const pictures = [];
  for (const size of ICO_SIZES) pictures.push({ size, png: await draw(page, svg, size) });
  await writeFile(here('icon.ico'), ico(pictures));
} finally {
  await browser.close();
}
