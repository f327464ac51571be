import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../../../build/chromium-shell/find-browser.ts';
import { printHtml } from '../../../../build/print-html.ts';
import { readPdf } from '../../../../electron/services/papers/files/pdf/read-pdf.ts';

// A paper of a city that does not exist, as a browser sets it: fonts embedded, lines filled, headings larger.
const SENTENCE = '日向市は、区役所と出張所の窓口のあり方を見直すため、有識者と市民からなる検討会を設け、一年をかけて議論を重ねることとした。';
const HTML = `<!doctype html><meta charset="utf-8"><style>
  @page { size: A4; margin: 30mm } body { font: 10.5pt/1.7 serif; text-align: justify } h1 { font-size: 16pt } p { text-indent: 1em; margin: 0 }
  .item { padding-left: 1em; text-indent: -1em } table { border-collapse: collapse; width: 100% } td { border: .5pt solid; padding: 3pt 5pt } td:first-child { width: 6em }
</style><h1>検討の進め方</h1><p>${SENTENCE}</p><p>${SENTENCE}</p><div class="item">①${SENTENCE}</div><div class="item">②窓口の案内</div>
<table><tr><td>項目</td><td>内容</td></tr><tr><td>窓口の利便性の向上</td><td>${SENTENCE}</td></tr></table>`;

describe('a PDF that a browser prints', () => {
  it.skipIf(findBrowser() === null)('gives its headings, paragraphs, items and tables again', async () => {
    const printed = await printHtml(HTML);
    if (!printed.ok) throw new Error(printed.code);
    const { text } = await readPdf('資料.pdf', printed.value, () => {});
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      '# 検討の進め方', SENTENCE, SENTENCE, `①${SENTENCE}`, '②窓口の案内', '| 項目 | 内容 |', `| 窓口の利便性の向上 | ${SENTENCE} |`,
    ]);
  }, 60_000);
});
