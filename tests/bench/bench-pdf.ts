import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { printHtml } from '../../build/print-html.ts';
import { readPdf } from '../../electron/services/papers/files/pdf/read-pdf.ts';
import { inTurn } from './measure.ts';
import type { Row } from './measure.ts';
import { randomOf, sentence } from './texts.ts';

const PAGES = 300;
/** Every so many pages a table, as in the policies that cities print. */
const TABLE_EVERY = 5;

/** A long PDF to text by paragraphs and tables, against PDF.js's own extraction of all its text, which knows neither. */
export async function benchPdf(): Promise<Row[]> {
  const printed = await printHtml(longHtml());
  if (!printed.ok) return [];
  const bytes = printed.value;
  let pages = 0;
  const times = await inTurn(5, () => readPdf('paper.pdf', bytes, (_, total) => { pages = total; }), () => extractText(bytes));
  return [{ name: `.pdf of ${pages} pages to text`, ...times, rivalName: 'PDF.js, getTextContent of every page', unit: 'ms', goal: 1.3 }];
}

const CMAPS = fileURLToPath(new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url));

async function extractText(bytes: Uint8Array): Promise<void> {
  const task = getDocument({ data: bytes.slice(), cMapUrl: CMAPS, verbosity: 0 });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  await task.destroy();
}

/** Pages of a heading, paragraphs and list items; on every fifth a table of eight rows. */
function longHtml(): string {
  const random = randomOf(7);
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const items = Array.from({ length: 4 }, (_item, i) => `<p class="item">(${i + 1}) ${sentence(random, 70)}</p>`).join('');
    const rows = Array.from({ length: 8 }, (_row, i) => `<tr><td>項目${i + 1}</td><td>${sentence(random, 30)}</td><td>令和${i + 1}年度</td></tr>`).join('');
    const rest = page % TABLE_EVERY === 0 ? `<table>${rows}</table>` : `<p>${sentence(random, 130)}</p>`.repeat(3);
    return `<section><h2>${page + 1} ${sentence(random, 16).slice(0, -1)}</h2><p>${sentence(random, 130)}</p>${items}${rest}</section>`;
  });
  return `<!doctype html><meta charset="utf-8"><style>
    @page { size: A4; margin: 25mm } section { break-after: page } body { font: 10.5pt/1.6 serif } h2 { font-size: 14pt }
    p { text-indent: 1em } .item { text-indent: -2em; padding-left: 2em } table { border-collapse: collapse; width: 100% } td { border: .5pt solid; padding: 2pt 4pt }
    </style>${pages.join('')}`;
}
