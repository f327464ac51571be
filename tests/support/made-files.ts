import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';

/** Small files of each kind, made by hand from a paper of an invented city: what tests break and mutate. */

/** A working paper with headings, points, cities, dates, a table and a note. */
export const PAPER_LINES = [
  '令和8年5月14日', '資料1', '図書館の在り方検討に当たって', '１ 審議事項', '（１）地域における図書館の役割', '（２）本館と分館の役割分担', '２ 審議の進め方',
  '第1回　令和8年5月14日　審議事項の確認', '第2回　R8.8 下旬　現状と課題', '（１）地域における図書館の役割', '【基本視点】', '①誰もが歩いて行けること', '②学びの場が続くこと', '【課題】',
  '①開館時間が短く、勤め帰りに寄れない※1', '②分館の蔵書が古い', '【他都市の取組】', '①駅に返却口を置いている（みなみ野市・ひなた市）', '②移動図書館を増やした（あさぎり市）', '※1 平日は午後5時まで',
] as const;

export const PAPER_TABLE = [['年度', '来館者数', '目標'], ['R5', '12,340人', '15,000人'], ['R6', '▲3.2％', '-']] as const;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
const row = (cells: readonly string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;

/** The parts of a Word file with `body` (WordprocessingML) in it. */
export const docxParts = (body: string): Record<string, string> => ({
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
});

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]): [string, Zippable[string]] => [name, typeof part === 'string' ? strToU8(part) : part])), { mtime: new Date(2026, 4, 14) });

export const makeDocx = (lines: readonly string[] = PAPER_LINES, table: readonly (readonly string[])[] = PAPER_TABLE): Uint8Array =>
  zipped(docxParts(`${lines.map(paragraph).join('')}<w:tbl>${table.map(row).join('')}</w:tbl>${paragraph('以上')}`));

export const makeCsv = (table: readonly (readonly string[])[] = PAPER_TABLE): string =>
  table.map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n');

export const makeHtml = (lines: readonly string[] = PAPER_LINES, table: readonly (readonly string[])[] = PAPER_TABLE): string =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>資料1</title><h1>${escaped(lines[2] ?? '')}</h1>${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}`
  + `<table border="1">${table.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table></html>`;

/**
 * A PDF of these objects, numbered from 1, with a sound cross-reference table.
 * @param objects the body of each: 「<< /Type /Catalog … >>」
 */
export function pdfOf(objects: readonly string[], trailer = '/Root 1 0 R'): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/** A stream object of Latin letters. */
export const pdfStream = (content: string, entries = ''): string => `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`;

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
const LINES_A_PAGE = 30;

/** A PDF of the lines set one below another, in a Japanese face that is not in the file. */
export function makePdf(lines: readonly string[] = PAPER_LINES): Uint8Array {
  const pages = Array.from({ length: Math.ceil(lines.length / LINES_A_PAGE) }, (_, i) => lines.slice(i * LINES_A_PAGE, (i + 1) * LINES_A_PAGE));
  const [firstPage, font] = [6, 3];
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UTF16-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 850 /Descent -150 /CapHeight 700 /StemV 80 >>',
  ];
  pages.forEach((page, i) => {
    const content = page.map((line, at) => `BT /F1 11 Tf 1 0 0 1 70 ${770 - at * 22} Tm <${hex(line)}> Tj ET`).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${firstPage + 2 * i + 1} 0 R >>`,
      pdfStream(content),
    );
  });
  return pdfOf(objects);
}
