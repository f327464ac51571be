import { deflateSync } from 'node:zlib';
import type { ErrorCode } from '../../electron/contract/errors.ts';
import { PART_LIMIT } from '../../electron/services/papers/files/zip.ts';
import { makeXlsx } from '../unit/papers/xlsx/build-xlsx.ts';
import { docxParts, makeCsv, makeDocx, makeHtml, makePdf, pdfOf, pdfStream, zipped } from './made-files.ts';

/** A file made to break, hold up or fill a reader, and what may come of it: one of the refusals, or 'read'. */
export type HostileFile = { name: string; fileName: string; make: () => Uint8Array; may: readonly (ErrorCode | 'read')[] };

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const LAUGHS = `<!DOCTYPE w:document [<!ENTITY a0 "区">${Array.from({ length: 10 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;
const withLaughs = (xml: string) => xml.replace('?>', `?>${LAUGHS}`).replace(/<w:body>|<sheetData>/, '$&&a10;');
const DEEP = 10_000;
const nested = (open: string, close: string, inside = '') => open.repeat(DEEP) + inside + close.repeat(DEEP);

/** A small sheet as the makers of this folder write one. */
const sheet = () => makeXlsx([{ rows: [['年度', '来館者数'], ['R5', 12340], ['R6', 12800]] }]);

const page = (more = '', resources = '') => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> ${more} >>`;
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>';
const FONT = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
const WORDS = 'BT /F1 12 Tf 70 700 Td (words) Tj ET';
const deflated = (content: Uint8Array | string) => deflateSync(content).toString('latin1');
const flate = (content: Uint8Array | string, entries = '') => pdfStream(deflated(content), `/Filter /FlateDecode ${entries}`);

const pdf = (name: string, may: HostileFile['may'], objects: readonly string[], trailer?: string): HostileFile =>
  ({ name: `a PDF with ${name}`, fileName: 'a.pdf', make: () => pdfOf(objects, trailer), may });

/** A page whose words have tags: so many elements, each with what it holds, the last with the words; the page names that one. */
const tagged = (count: number, role: (i: number) => string, kids: (i: number) => string, more = ''): string[] => [
  '<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 5 0 R >>', PAGES, page('/StructParents 0 /Contents 4 0 R', FONT), pdfStream(`/P << /MCID 0 >> BDC ${WORDS} EMC`),
  `<< /Type /StructTreeRoot /K [6 0 R] /ParentTree << /Nums [0 [${count + 5} 0 R]] >> >>`,
  ...Array.from({ length: count }, (_, i) => `<< /Type /StructElem /S /${role(i)} /P ${i + 5} 0 R /Pg 3 0 R ${more} /K [${i === count - 1 && count > 2 ? '0' : kids(i)}] >>`),
];

/** A loop that a reader may see through: read without it, or refused as damaged or as having nothing to read. */
const SEEN_THROUGH = ['read', 'paper-damaged', 'paper-only-pictures', 'paper-too-large', 'paper-empty', 'paper-too-slow', 'paper-unpacks-too-large', 'paper-too-intricate'] as const;

const PDFS: HostileFile[] = [
  pdf('pages that hold themselves', SEEN_THROUGH, [CATALOG, '<< /Type /Pages /Count 3 /Kids [2 0 R 3 0 R 2 0 R] >>', page('/Contents 4 0 R', FONT), pdfStream(WORDS)]),
  pdf('a tree of pages that goes round', SEEN_THROUGH, [CATALOG, '<< /Type /Pages /Count 9 /Kids [4 0 R] >>', page(), '<< /Type /Pages /Count 9 /Parent 2 0 R /Kids [2 0 R] >>']),
  pdf('two thousand million pages', SEEN_THROUGH, [CATALOG, '<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>', page('/Contents 4 0 R', FONT), pdfStream(WORDS)]),
  pdf('one page named a hundred thousand times', SEEN_THROUGH, [CATALOG, `<< /Type /Pages /Count 100000 /Kids [${'3 0 R '.repeat(100_000)}] >>`, page('/Contents 4 0 R', FONT), pdfStream(WORDS)]),
  pdf('pages that inherit from themselves', SEEN_THROUGH, [CATALOG, '<< /Type /Pages /Count 1 /Kids [3 0 R] /Parent 2 0 R >>', '<< /Type /Page /Parent 3 0 R >>']),
  pdf('a form that draws itself', SEEN_THROUGH, [
    CATALOG, PAGES, page('/Contents 4 0 R', `${FONT} /XObject << /X1 5 0 R >>`), pdfStream(`${WORDS} /X1 Do`),
    pdfStream('/X1 Do /X1 Do', `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << ${FONT} /XObject << /X1 5 0 R >> >> `),
  ]),
  pdf('forms that draw each other twice, twenty deep', SEEN_THROUGH, [
    CATALOG, PAGES, page('/Contents 4 0 R', `${FONT} /XObject << /X 5 0 R >>`), pdfStream('/X Do'),
    ...Array.from({ length: 20 }, (_, i) => pdfStream(i === 19 ? WORDS : '/X Do /X Do /X Do', `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << ${FONT} /XObject << /X ${6 + i} 0 R >> >> `)),
  ]),
  pdf('contents that are themselves', SEEN_THROUGH, [CATALOG, PAGES, page('/Contents 4 0 R'), '[4 0 R 4 0 R]']),
  pdf('a length that is the stream itself', SEEN_THROUGH, [CATALOG, PAGES, page('/Contents 4 0 R', FONT), `<< /Length 4 0 R >>\nstream\n${WORDS}\nendstream`]),
  pdf('an outline that goes round', SEEN_THROUGH, [
    '<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>', PAGES, page('/Contents 4 0 R', FONT), pdfStream(WORDS), '<< /Type /Outlines /First 6 0 R /Last 6 0 R >>',
    '<< /Title (a) /Parent 5 0 R /Next 6 0 R /First 6 0 R >>',
  ]),
  pdf('tags that hold themselves', ['read'], tagged(1, () => 'Table', () => '6 0 R '.repeat(3))),
  pdf('tags that go round', ['read'], tagged(2, (i) => (i === 0 ? 'L' : 'LI'), (i) => `${7 - i} 0 R 7 0 R `)),
  pdf('tags ten thousand deep', ['read'], tagged(DEEP, () => 'Sect', (i) => `${i + 7} 0 R`)),
  pdf('lists in lists ten thousand deep by their tags', ['read'], tagged(DEEP, () => 'L', (i) => `${i + 7} 0 R`)),
  pdf('a tagged cell that takes a thousand million columns', ['read'], tagged(3, (i) => ['Table', 'TR', 'TD'][i] ?? '', (i) => (i === 2 ? '0' : `${i + 7} 0 R`), '/A << /O /Table /ColSpan 1000000000 /RowSpan 1000000000 >>')),
  pdf('tags that hold each other twice, thirty deep', ['paper-too-large', 'paper-too-slow', 'paper-unpacks-too-large'], tagged(30, () => 'Sect', (i) => `${i + 7} 0 R `.repeat(2))),
  pdf('an object stream that holds itself', SEEN_THROUGH, [CATALOG, PAGES, page('/Contents 4 0 R', FONT), pdfStream(WORDS), pdfStream('5 0 5 0 R', '/Type /ObjStm /N 1 /First 4 /Extends 5 0 R ')]),
  pdf('a table of objects that comes before itself', SEEN_THROUGH, [CATALOG, PAGES, page('/Contents 4 0 R', FONT), pdfStream(WORDS)], '/Root 1 0 R /Prev 9'),
  pdf('a code table that uses itself', SEEN_THROUGH, [
    CATALOG, PAGES, page('/Contents 4 0 R', '/Font << /F1 5 0 R >>'), pdfStream('BT /F1 12 Tf 70 700 Td <0041> Tj ET'),
    '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 6 0 R /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>',
    pdfStream('/CMapName /A def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0041> endbfrange', '/Type /CMap /CMapName /A /UseCMap 6 0 R '),
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
  ]),
  pdf('a letter that is drawn by itself', SEEN_THROUGH, [
    CATALOG, PAGES, page('/Contents 4 0 R', '/Font << /F1 5 0 R >>'), pdfStream('BT /F1 12 Tf 70 700 Td (a) Tj ET'),
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /F1 5 0 R >> >> >>',
    pdfStream('1 0 d0 BT /F1 1 Tf (a) Tj ET'),
  ]),
  pdf('lists a hundred thousand deep', SEEN_THROUGH, [CATALOG, PAGES, page(`/Annots ${'['.repeat(100_000)}${']'.repeat(100_000)}`, FONT)]),
  pdf('dictionaries a hundred thousand deep', SEEN_THROUGH, [CATALOG, PAGES, page('/Contents 4 0 R', FONT), pdfStream(`/a ${'<< /a '.repeat(100_000)} 1 ${'>>'.repeat(100_000)} BDC ${WORDS}`)]),
  { name: 'a PDF whose page unpacks to half a gigabyte of nothing', fileName: 'a.pdf', make: () => pdfOf([CATALOG, PAGES, page('/Contents 4 0 R', FONT), flate(new Uint8Array(500_000_000).fill(0x20))]), may: SEEN_THROUGH },
  { name: 'a PDF whose page unpacks to a hundred megabytes of letters', fileName: 'a.pdf', make: () => pdfOf([CATALOG, PAGES, page('/Contents 4 0 R', FONT), flate(`${WORDS}\n`.repeat(2_500_000))]), may: SEEN_THROUGH },
  { name: 'a PDF under a password', fileName: 'a.pdf', make: () => pdfOf([CATALOG, PAGES, page(), `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`], '/Root 1 0 R /ID [<00> <00>] /Encrypt 4 0 R'), may: ['paper-protected'] },
  { name: 'a PDF of pictures alone', fileName: 'a.pdf', make: () => pdfOf([CATALOG, PAGES, page('/Contents 4 0 R'), pdfStream('0 0 100 100 re f')]), may: ['paper-only-pictures'] },
];

const compound = (...streams: string[]) => {
  const mark = new Uint8Array(512);
  mark.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([mark, Buffer.from(streams.map((name) => `${name}\0`).join(''), 'utf16le')]);
};

const OFFICE: HostileFile[] = [
  { name: 'a Word file that unpacks beyond the limit', fileName: 'a.docx', make: () => zipped({ ...docxParts(''), 'word/document.xml': new Uint8Array(PART_LIMIT + 1) }), may: ['paper-unpacks-too-large'] },
  { name: 'a Word file whose parts together do', fileName: 'a.docx', make: () => zipped({ ...docxParts('<w:p/>'), ...Object.fromEntries(Array.from({ length: 3 }, (_, i) => [`word/${'abc'[i] ?? ''}.xml`, new Uint8Array(PART_LIMIT)])) }), may: SEEN_THROUGH },
  { name: 'a Word file of a million empty paragraphs', fileName: 'a.docx', make: () => zipped(docxParts('<w:p><w:r><w:t>あ</w:t></w:r></w:p>'.repeat(1_000_000))), may: SEEN_THROUGH },
  { name: 'a Word file of one table of half a million cells', fileName: 'a.docx', make: () => zipped(docxParts(`<w:tbl>${'<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>'.repeat(250_000)}</w:tbl>`)), may: SEEN_THROUGH },
  { name: 'a Word file with a paragraph of thirty million letters', fileName: 'a.docx', make: () => zipped(docxParts(`<w:p><w:r><w:t>${'a'.repeat(30_000_000)}</w:t></w:r></w:p>`)), may: SEEN_THROUGH },
  { name: 'a Word file whose entities grow a billionfold', fileName: 'a.docx', make: () => zipped(Object.fromEntries(Object.entries(docxParts('')).map(([name, xml]) => [name, name === 'word/document.xml' ? withLaughs(xml) : xml]))), may: ['paper-damaged'] },
  { name: 'a Word file of 10,000 nested tables', fileName: 'a.docx', make: () => zipped(docxParts(nested('<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>'))), may: ['paper-too-intricate'] },
  { name: 'a workbook whose entities grow a billionfold', fileName: 'a.xlsx', make: () => makeXlsx([{ rows: [['a']] }], { extra: { 'xl/worksheets/sheet1.xml': withLaughs('<?xml version="1.0"?><worksheet><sheetData></sheetData></worksheet>') } }), may: ['paper-damaged'] },
  { name: 'a workbook with a cell at its far corner', fileName: 'a.xlsx', make: () => makeXlsx([{ rows: [['a']] }], { extra: { 'xl/worksheets/sheet1.xml': '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>' } }), may: SEEN_THROUGH },
  { name: 'a workbook of a million cells', fileName: 'a.xlsx', make: () => makeXlsx([{ rows: Array.from({ length: 100_000 }, () => Array.from({ length: 10 }, (_, i) => i)) }]), may: SEEN_THROUGH },
  { name: 'a workbook of formats that never end', fileName: 'a.xlsx', make: () => makeXlsx([{ rows: [[{ value: 1, format: `${'[h]'.repeat(50_000)}${'#,'.repeat(50_000)}${'"'.repeat(50_001)}` }]] }]), may: SEEN_THROUGH },
  { name: 'a Word file under a password', fileName: 'a.docx', make: () => compound('EncryptionInfo', 'EncryptedPackage'), may: ['paper-protected'] },
  { name: 'a Word file of old', fileName: 'a.doc', make: () => compound('WordDocument'), may: ['paper-old-format'] },
  { name: 'an empty ZIP', fileName: 'a.docx', make: () => zipped({}), may: ['paper-damaged'] },
  { name: 'a ZIP of something else', fileName: 'a.xlsx', make: () => zipped({ 'a.txt': 'a' }), may: ['paper-damaged'] },
];

const TEXTS: HostileFile[] = [
  { name: 'a page of 10,000 nested tables', fileName: 'a.html', make: () => utf8(nested('<table><tr><td>', '</td></tr></table>', '区役所')), may: SEEN_THROUGH },
  { name: 'a page of a hundred thousand open elements', fileName: 'a.html', make: () => utf8('<div><b>'.repeat(100_000)), may: SEEN_THROUGH },
  { name: 'a page of an attribute that never ends', fileName: 'a.html', make: () => utf8(`<html><p a="${'x'.repeat(10_000_000)}`), may: SEEN_THROUGH },
  { name: 'a table of a cell a billion wide', fileName: 'a.html', make: () => utf8('<table><tr><td colspan=1000000000 rowspan=1000000000>区</td></tr><tr><td>所</td></tr></table>'), may: SEEN_THROUGH },
  { name: 'a text of nothing but brackets', fileName: 'a.txt', make: () => utf8('（'.repeat(2_000_000)), may: SEEN_THROUGH },
  { name: 'a text of a million lines', fileName: 'a.txt', make: () => utf8('①課題\n'.repeat(1_000_000)), may: SEEN_THROUGH },
  { name: 'a list of quotation marks', fileName: 'a.csv', make: () => utf8('"'.repeat(3_000_001)), may: SEEN_THROUGH },
  { name: 'a list of a million commas a line', fileName: 'a.csv', make: () => utf8(`${','.repeat(1_000_000)}\n`.repeat(4)), may: SEEN_THROUGH },
  { name: 'nothing at all', fileName: 'a.pdf', make: () => new Uint8Array(0), may: ['paper-empty'] },
  { name: 'more than is ever taken', fileName: 'a.pdf', make: () => new Uint8Array(65 * 1024 * 1024), may: ['paper-too-large'] },
  { name: 'a PDF mark and nothing else', fileName: 'a.pdf', make: () => utf8('%PDF-1.7'), may: ['paper-damaged'] },
];

export const HOSTILE_FILES: readonly HostileFile[] = [...OFFICE, ...PDFS, ...TEXTS];

/** A sound file of each kind, by its extension. */
export const SOUND_FILES: Readonly<Record<string, () => Uint8Array>> = {
  docx: makeDocx, xlsx: sheet, pdf: makePdf, html: () => utf8(makeHtml()), csv: () => utf8(makeCsv()), txt: () => latin1('1. Purpose\n'), md: () => utf8('# 審議事項\n\n- ①課題\n'),
};
