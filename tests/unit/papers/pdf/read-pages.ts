import { readPdf } from '../../../../electron/services/papers/files/pdf/read-pdf.ts';
import type { PaperText } from '../../../../electron/services/papers/files/paper-text.ts';
import { makePdf, type PdfOptions, type PdfPage, type PdfText } from '../../../support/make-pdf.ts';

/** Reads a PDF made of these pages. */
export async function readPages(pages: readonly PdfPage[], options?: PdfOptions): Promise<PaperText> {
  return readPdf('資料.pdf', makePdf(pages, options), () => {});
}

/** Lines below each other, as a word processor sets them: 10 points, 17 from line to line. */
export function lines(texts: readonly string[], { x = 80, y = 100, size = 10, pitch = 17 } = {}): PdfText[] {
  return texts.map((text, i) => {
    const indent = /^\u3000*/.exec(text)?.[0].length ?? 0;
    return { text: text.slice(indent), x: x + indent * size, y: y + i * pitch, size };
  });
}

/** The text of a paper, without its blank lines. */
export async function linesOf(pages: readonly PdfPage[]): Promise<string[]> {
  return (await readPages(pages)).text.split('\n').filter((line) => line !== '');
}
