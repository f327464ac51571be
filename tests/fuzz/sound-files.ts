import { readFileSync, readdirSync } from 'node:fs';
import { compileBasicPolicy } from '../../electron/services/reports/compile-basic-policy.ts';
import { compileWorkingPaper } from '../../electron/services/reports/compile-working-paper.ts';
import { toDocx } from '../../electron/services/reports/to-docx.ts';
import { options, source } from '../unit/reports/report-fixture.ts';
import { makeXlsx } from '../unit/papers/xlsx/build-xlsx.ts';
import { makePdf as makeMixedPdf, type PdfTag } from '../support/make-pdf.ts';
import { makeCsv, makeDocx, makeHtml, makePdf } from '../support/made-files.ts';

export type SoundFile = { name: string; extension: string; bytes: Uint8Array };

const FIXTURES = new URL('../fixtures/papers/', import.meta.url);
const utf8 = (text: string) => new TextEncoder().encode(text);
/** A file of more lines is mutated no better, only more slowly. */
const LINES = 120;

/** Word files with styles, numbering, notes and a contents list: the product's own. */
const reports = () => [compileWorkingPaper(source, options), compileBasicPolicy(source, options)].map((document, i): SoundFile => ({ name: `report ${i}`, extension: 'docx', bytes: toDocx(document) }));

const PDF_FONTS = ['shift-jis', 'own', 'vertical', 'unicode'] as const;

/** The lines with fonts of every kind, in two columns and within ruling lines, every second paper with tags: headings, paragraphs and cells. */
const mixedPdf = (lines: readonly string[], kind: number): Uint8Array => {
  const font = PDF_FONTS[kind % PDF_FONTS.length] ?? 'own';
  const pages = Array.from({ length: Math.ceil(lines.length / 40) }, (_, page) => lines.slice(page * 40, (page + 1) * 40));
  const made = pages.map((page) => ({
    texts: page.map((text, i) => (font === 'vertical' ? { text: text.slice(0, 30), x: 540 - i * 12, y: 60, font } : { text: text.slice(0, 22), x: i < 20 ? 60 : 310, y: 80 + (i % 20) * 30, font })),
    lines: Array.from({ length: 8 }, (_, i): [number, number, number, number] => (i < 4 ? [55, 60 + i * 90, 540, 60 + i * 90] : [55 + (i - 4) * 120, 60, 55 + (i - 4) * 120, 330])),
  }));
  const tags = made.map(({ texts }): PdfTag => ['Sect', ...texts.slice(20, 30).map((text, i): PdfTag => [i % 4 === 0 ? 'H2' : 'P', text]),
    ['Table', ...texts.slice(0, 20).map((text, i): PdfTag => ['TR', ['TD', ['P', text]], ['TD', ...texts.slice(20 + i, 21 + i)]])]]);
  return makeMixedPdf(made, kind % 2 === 0 ? {} : { tags: ['Document', ...tags] });
};

/** The papers of tests/fixtures, each as a file of every kind: headings and points as lines, rows of tables as tables. */
export function soundFiles(): SoundFile[] {
  const papers = readdirSync(FIXTURES).filter((name) => /\.(txt|md)$/.test(name)).flatMap((name, i) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, FIXTURES)));
    const lines = new TextDecoder().decode(bytes).split('\n').filter((line) => line.trim() !== '').slice(0, LINES);
    const rows = lines.filter((line) => line.trimStart().startsWith('|')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
    const table = rows.length > 0 ? rows : lines.map((line) => line.split(/[\s　]+/));
    const plain = lines.filter((line) => !line.trimStart().startsWith('|'));
    const made: [extension: string, bytes: Uint8Array][] = [
      [name.endsWith('.md') ? 'md' : 'txt', bytes], ['docx', makeDocx(plain, table)], ['pdf', i % 3 === 0 ? makePdf(lines) : mixedPdf(lines, i)], ['html', utf8(makeHtml(plain, table))],
      ['csv', utf8(makeCsv(table))], ['xlsx', makeXlsx([{ rows: plain.map((line) => [line]) }, { name: '表', rows: table }])],
    ];
    return made.map(([extension, file]) => ({ name, extension, bytes: file }));
  });
  return [...papers, ...reports()];
}
