import { deflateSync } from 'node:zlib';
import { AppError } from '../../contract/errors.ts';
import { DIGITS_FONT, type ReadFont } from './fonts.ts';
import { contentsEntries, type ReportDocument } from './model.ts';
import { CONTENTS, INK, type TextStyle } from './paper-style.ts';
import { PdfUpdate, captured } from './pdf-update.ts';
import { unpackWoff } from './woff.ts';

/** Prints a self-contained page to PDF, as Chromium does. */
export type Print = (html: string) => Promise<Uint8Array>;

/**
 * The report as PDF: its HTML printed once, then the page numbers written into the contents list, which only the
 * finished print knows. Where each line leads stands in the PDF as a link.
 * @throws AppError print-failed where the print holds no link for a line of the contents list.
 */
export async function printPdf(document: ReportDocument, html: string, print: Print, readFont: ReadFont): Promise<Uint8Array> {
  const printed = await print(html);
  const ids = contentsEntries(document).map((entry) => entry.id);
  if (ids.length === 0) return printed;
  const pdf = new PdfUpdate(printed);
  const catalog = pdf.read(pdf.root);
  const pages = pagesUnder(pdf, reference(catalog, 'Pages'));
  const destinations = destinationPages(pdf.read(reference(catalog, 'Dests')), pages);
  const lines = contentsLines(pdf, pages, new Set(ids));
  const frontPages = Math.max(...[...lines.values()].map((line) => line.page)) + 1;
  const font = digitsFont(pdf, readFont);
  const stamps = new Map<number, string[]>();
  for (const id of ids) {
    const line = lines.get(id);
    const page = destinations.get(id);
    if (line === undefined || page === undefined) throw new AppError('print-failed', { cause: `no link to ${id}` });
    stamps.set(line.page, [...(stamps.get(line.page) ?? []), digits(String(page - frontPages + 1), line)]);
  }
  for (const [index, operators] of stamps) stamp(pdf, pages[index] ?? 0, font, operators);
  return pdf.save();
}

const reference = (dictionary: string, key: string): number => Number(captured(new RegExp(`/${key} (\\d+) 0 R`), dictionary));
const references = (list: string): number[] => [...list.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));

/** Numbers of the page objects under a node of the page tree, in order. */
function pagesUnder(pdf: PdfUpdate, node: number): number[] {
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(pdf.read(node))?.[1];
  return kids === undefined ? [node] : references(kids).flatMap((kid) => pagesUnder(pdf, kid));
}

/** Named destinations (the ids of elements that are linked to) → index of their page. */
function destinationPages(names: string, pages: readonly number[]): Map<string, number> {
  const indexes = new Map(pages.map((page, i) => [page, i]));
  return new Map([...names.matchAll(/\/([\w-]+)\s*\[(\d+) 0 R/g)].flatMap(([, name = '', page]): [string, number][] => {
    const index = indexes.get(Number(page));
    return index === undefined ? [] : [[name, index]];
  }));
}

type Line = { page: number; right: number; bottom: number };

/**
 * Where the lines of the contents list stand: the links to its headings, of which a line that wraps has several and the
 * lowest counts. The list stands before the chapters, so that reading ends with the first page that has none.
 */
function contentsLines(pdf: PdfUpdate, pages: readonly number[], ids: ReadonlySet<string>): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const [page, number] of pages.entries()) {
    const before = lines.size;
    const annotations = /\/Annots\s*\[([^\]]*)\]/.exec(pdf.read(number))?.[1] ?? '';
    for (const annotation of references(annotations).map((one) => pdf.read(one))) {
      const id = /\/Dest \/([\w-]+)/.exec(annotation)?.[1] ?? '';
      const [, bottom, right] = /\/Rect\s*\[\S+ (\S+) (\S+) \S+\]/.exec(annotation) ?? [];
      if (!ids.has(id) || bottom === undefined || right === undefined) continue;
      lines.set(id, { page, right: Number(right), bottom: Number(bottom) });
    }
    if (before > 0 && lines.size === before) break;
  }
  return lines;
}

/** Widths of BIZ UDPMincho's digits 0–9, in thousandths of an em: its 1 is narrower than the rest. */
const DIGIT_WIDTHS = [680, 520, 680, 680, 680, 680, 680, 680, 680, 680];

const widthOf = (number: string, size: number): number =>
  Array.from(number).reduce((sum, digit) => sum + (DIGIT_WIDTHS[Number(digit)] ?? 0), 0) * size / 1000;

/**
 * Points from the bottom of a line of the contents list to the baseline of its text: BIZ UD stands .88 em over the
 * baseline and .12 em under it, each of which Chromium rounds to a pixel, in the middle of the line.
 */
function baselineOver({ size, line }: TextStyle): number {
  const pixels = 4 / 3;
  const [over, under] = [Math.round(0.88 * size * pixels), Math.round(0.12 * size * pixels)];
  return ((line * pixels - over - under) / 2 + under) / pixels;
}

/** A simple font of the digits 0–9, whose glyphs a reader finds through WinAnsi, so that no glyph number is needed. */
function digitsFont(pdf: PdfUpdate, readFont: ReadFont): number {
  const file = unpackWoff(readFont(DIGITS_FONT));
  const program = pdf.addStream(deflateSync(file), `/Filter /FlateDecode/Length1 ${file.length}`);
  const descriptor = pdf.add(`<</Type /FontDescriptor/FontName /BIZUDPMincho/Flags 34/FontBBox [0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80/FontFile2 ${program} 0 R>>`);
  return pdf.add(`<</Type /Font/Subtype /TrueType/BaseFont /BIZUDPMincho/FirstChar 48/LastChar 57/Widths [${DIGIT_WIDTHS.join(' ')}]/Encoding /WinAnsiEncoding/FontDescriptor ${descriptor} 0 R>>`);
}

/** Operators that show a number at the right end of a line of the contents list. */
function digits(number: string, { right, bottom }: Line): string {
  const x = right - widthOf(number, CONTENTS.size);
  const y = bottom + baselineOver(CONTENTS);
  return `1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm (${number}) Tj`;
}

function stamp(pdf: PdfUpdate, page: number, font: number, operators: readonly string[]): void {
  const colour = [0, 2, 4].map((at) => (Number.parseInt(INK.slice(at, at + 2), 16) / 255).toFixed(3)).join(' ');
  const object = pdf.read(page);
  // An artifact: readers that speak the page find the number where the line leads. What Chromium drew may leave its own transformation behind: it is put between a save and a restore.
  const before = pdf.addStream(Buffer.from('q\n'));
  const after = pdf.addStream(Buffer.from(`\nQ /Artifact BMC q BT ${colour} rg /ContentsDigits ${CONTENTS.size} Tf\n${operators.join('\n')}\nET Q EMC\n`));
  pdf.replace(page, object
    .replace(/\/Contents (\d+ 0 R)/, `/Contents [${before} 0 R $1 ${after} 0 R]`)
    .replace(/\/Font\s*<</, `/Font <</ContentsDigits ${font} 0 R `));
}
