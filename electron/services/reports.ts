import { AppError } from '../contract/errors.ts';
import type { ReportForm, ReportOptions } from '../contract/reports.ts';
import { boardHandlers } from './board.ts';
import { committeeHandlers } from './committees.ts';
import type { Context, Handlers } from './context.ts';
import { draftHandlers } from './drafts.ts';
import { meetingHandlers } from './meetings.ts';
import { paperHandlers } from './papers.ts';
import { collectReportSource } from './reports/collect-report-source.ts';
import { compileReport, renderReport } from './reports/compile-report.ts';
import type { ReportDocument } from './reports/model.ts';
import { formatOf, writeFileWhole } from './reports/write-file.ts';

type Which = { committeeId: string; form: ReportForm; options: ReportOptions };

/** The report as a document. @throws AppError not-found, nothing-to-report */
function compile(context: Context, { committeeId, form, options }: Which): ReportDocument {
  const source = collectReportSource({
    'committees.get': (input) => committeeHandlers['committees.get'](context, input),
    'items.list': (input) => boardHandlers['items.list'](context, input),
    'points.all': (input) => boardHandlers['points.all'](context, input),
    'meetings.list': (input) => meetingHandlers['meetings.list'](context, input),
    'members.list': (input) => meetingHandlers['members.list'](context, input),
    'papers.list': (input) => paperHandlers['papers.list'](context, input),
    'drafts.list': (input) => draftHandlers['drafts.list'](context, input),
    'drafts.get': (input) => draftHandlers['drafts.get'](context, input),
  }, committeeId, options);
  return compileReport(form, source, { date: options.date, paperNumber: options.paperNumber, createdAt: context.now().toISOString() });
}

export const reportHandlers = {
  'reports.preview': async (context, which) => {
    const document = compile(context, which);
    return { title: document.title, html: new TextDecoder().decode(await renderReport(document, 'html', context.print)) };
  },
  'reports.export': async (context, { format, path, ...which }) => {
    if (formatOf(path) !== format) throw new AppError('unknown-export-format', { file: path });
    const bytes = await renderReport(compile(context, which), format, context.print);
    await writeFileWhole(path, bytes);
    return { path, bytes: bytes.length };
  },
} satisfies Partial<Handlers>;
