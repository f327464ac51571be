import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../electron/services/papers/files/csv/read-csv.ts';
import { readHtml } from '../../../../electron/services/papers/files/html/read-html.ts';
import { readXlsx } from '../../../../electron/services/papers/files/xlsx/read-xlsx.ts';
import { recognisePaper } from '../../../../electron/services/papers/recognise-paper.ts';
import { unaccounted } from '../../../../electron/services/papers/unaccounted.ts';
import { makeXlsx, type MadeCell } from './build-xlsx.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const nothing = () => {};

/** A text that can be told from every other: words of the kinds that papers have, and a number of its own. */
const texts = fc.array(fc.constantFrom('窓口', '課題', '①', '・', '（みなと市）', '【基本視点】', '令和6年5月1日', '。', '\n', '-', '|', '#', '**', '<b>', ' ', '※1', '会長', '取組'), { maxLength: 5 })
  .map((words) => words.join(''));

/** Every text is found, in the text as read and in the paper as recognised. */
function expectAll(paper: { text: string; furniture?: readonly { start: number; end: number }[] }, wanted: readonly string[]): void {
  const bare = (text: string) => text.replaceAll('<br>', '').replace(/[\\\s]/g, '');
  const read = bare(paper.text);
  for (const each of wanted) expect([each, read.includes(bare(each))]).toEqual([each, true]);
  expect(unaccounted(paper.text, recognisePaper(paper.text, { furniture: paper.furniture ?? [] }))).toEqual({ missing: [], doubled: [] });
}

describe('no text of a file is dropped', () => {
  it('of a workbook, framed and merged and hidden as it may be', () => {
    const cell = fc.record({ text: texts, framed: fc.boolean(), empty: fc.boolean() });
    const sheet = fc.record({
      cells: fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      merges: fc.array(fc.tuple(fc.nat(5), fc.nat(7), fc.nat(3), fc.nat(3)), { maxLength: 3 }), hiddenRows: fc.array(fc.nat(7), { maxLength: 2 }), squared: fc.boolean(),
    });
    fc.assert(fc.property(fc.array(sheet, { minLength: 1, maxLength: 2 }), (sheets) => {
      const wanted: string[] = ['表題'];
      let n = 0;
      const made = sheets.map(({ cells, merges, hiddenRows, squared }) => ({
        name: `表${n}`, hiddenRows,
        columns: squared ? '<cols><col min="1" max="80" width="2" customWidth="1"/></cols>' : '',
        merges: merges.map(([column, row, wide, high]) => `${String.fromCharCode(65 + column)}${row + 1}:${String.fromCharCode(65 + column + wide)}${row + 1 + high}`),
        rows: [['表題'], ...cells.map((row) => row.map(({ text, framed, empty }): MadeCell => {
          if (empty) return framed ? { framed } : null;
          n += 1;
          wanted.push(`${text}${n}番`);
          return { value: `${text}${n}番`, framed };
        }))],
      }));
      expectAll(readXlsx('a.xlsx', makeXlsx(made), nothing), wanted);
    }), { numRuns: 150 });
  });

  it('of a table kept as text, whatever its quotes and separators', () => {
    fc.assert(fc.property(fc.array(fc.array(texts, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), fc.constantFrom(',', '\t', ';'), (rows, separator) => {
      let n = 0;
      const named = rows.map((row) => row.map((text) => `${text}${(n += 1)}番`));
      const text = named.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
      expectAll(readCsv('a.csv', utf8(text), nothing), named.flat());
    }), { numRuns: 150 });
  });

  it('of a page, however its elements are nested and left open', () => {
    const tag = fc.constantFrom('p', 'div', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'h2', 'dl', 'dt', 'dd', 'b', 'sup', 'del', 'pre', 'section', 'caption', 'nav', 'blockquote');
    const step = fc.oneof(tag.map((name) => `<${name}>`), tag.map((name) => `</${name}>`), fc.constant('<br>'), fc.constant(''));
    fc.assert(fc.property(fc.array(fc.tuple(step, texts), { minLength: 1, maxLength: 25 }), (steps) => {
      let n = 0;
      const wanted: string[] = [];
      const html = steps.map(([tags, text]) => {
        const words = text.replace(/\n/g, '');
        wanted.push(`${words}${(n += 1)}番`);
        return `${tags}${`${words}${n}番`.replaceAll('<', '&lt;')}`;
      }).join('');
      expectAll(readHtml('a.html', utf8(html), nothing), wanted);
    }), { numRuns: 300 });
  });
});
