import { AppError } from '../../contract/errors.ts';
import type { Result } from '../../contract/index.ts';
import type { ReportForm, ReportFormat } from '../../contract/reports.ts';
import { compileBasicPolicy } from './compile-basic-policy.ts';
import { compileWorkingPaper } from './compile-working-paper.ts';
import { dataUrls, fontFaces } from './fonts.ts';
import type { ReportDocument } from './model.ts';
import { printPdf } from './print-pdf.ts';
import { readFont } from './read-font.ts';
import type { CompileOptions, ReportSource } from './report-source.ts';
import { toDocx } from './to-docx.ts';
import { toHtml } from './to-html.ts';
import { toMd } from './to-md.ts';

const COMPILERS = { 'working-paper': compileWorkingPaper, 'basic-policy': compileBasicPolicy } as const satisfies
  Record<ReportForm, (source: ReportSource, options: CompileOptions) => ReportDocument>;

/** The report of a form. @throws AppError nothing-to-report where the committee has nothing that it prints */
export function compileReport(form: ReportForm, source: ReportSource, options: CompileOptions): ReportDocument {
  const empty = source.items.length === 0 && source.points.length === 0 && source.meetings.length === 0 && source.draft === null;
  if (empty) throw new AppError('nothing-to-report');
  return COMPILERS[form](source, options);
}

const fontUrl = dataUrls(readFont);

const htmlOf = (document: ReportDocument): string => {
  const bare = toHtml(document, '');
  return toHtml(document, fontFaces(bare, fontUrl));
};

/**
 * The document as a file's bytes.
 * @param print prints a self-contained page, for pdf
 * @throws AppError print-unavailable, print-failed
 */
export async function renderReport(document: ReportDocument, format: ReportFormat | 'html', print: (html: string) => Promise<Result<Uint8Array>>): Promise<Uint8Array> {
  switch (format) {
    case 'docx': return toDocx(document);
    case 'md': return new TextEncoder().encode(toMd(document));
    case 'html': return new TextEncoder().encode(htmlOf(document));
    case 'pdf': return printPdf(document, htmlOf(document), async (html) => {
      const printed = await print(html);
      if (!printed.ok) throw new AppError(printed.code, printed.detail);
      return printed.value;
    }, readFont);
  }
}
