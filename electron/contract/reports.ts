import { z } from 'zod';
import { Id, Nothing, command, inMain, query } from './operation.ts';

/** 審議資料 (the committee's working paper) and 基本方針（素案・案）. */
export const REPORT_FORMS = ['working-paper', 'basic-policy'] as const;
export const ReportForm = z.enum(REPORT_FORMS);
export type ReportForm = z.infer<typeof ReportForm>;

export const REPORT_FORMATS = ['docx', 'pdf', 'md'] as const;
export const ReportFormat = z.enum(REPORT_FORMATS);
export type ReportFormat = z.infer<typeof ReportFormat>;

export const ReportOptions = z.object({
  /** 右上の日付, as the person wants it printed; empty prints none. */
  date: z.string().max(100).default(''),
  /** 資料番号 such as 「資料2」; empty prints none. */
  paperNumber: z.string().max(100).default(''),
  /** Which draft the basic policy prints; left out: the committee's first. */
  draftId: Id.optional(),
});
export type ReportOptions = z.infer<typeof ReportOptions>;

const WhichReport = z.object({ committeeId: Id, form: ReportForm, options: ReportOptions });

export const reports = {
  /** The report as the HTML page that the PDF is printed from, for preview. */
  'reports.preview': query(WhichReport, z.object({ title: z.string(), html: z.string() })),
  /** Writes the report to a path the person chose; an existing file is replaced whole or not at all. */
  'reports.export': query(
    WhichReport.extend({ format: ReportFormat, path: z.string().min(1).max(4096) }),
    z.object({ path: z.string(), bytes: z.number().int() }),
  ),
  /** Asks where to save; null where the person cancelled. Also the place where a path becomes one the app may write to. */
  'files.chooseSavePath': inMain(command(z.object({ suggestedName: z.string().min(1).max(255), format: ReportFormat }), z.object({ path: z.string().nullable() }))),
  /** Opens the folder of a file the app wrote in the system's file manager. */
  'files.reveal': inMain(command(z.object({ path: z.string().min(1).max(4096) }), Nothing)),
} as const;
