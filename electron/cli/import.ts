import { basename, resolve } from 'node:path';
import type { PaperKind } from '../../db/domain/words.ts';
import { countPreview } from '../contract/preview/preview.ts';
import type { Preview } from '../contract/preview/preview.ts';
import type { RecognisedPaper } from '../contract/recognised.ts';
import type { ReportFormat } from '../contract/reports.ts';
import { rowsFromRecognised } from '../contract/preview/rows-from-recognised.ts';
import { AppError } from '../contract/errors.ts';
import { messageFor } from '../contract/messages.ts';
import type { Services } from '../services/context.ts';
import { formatOf, writeFileWhole } from '../services/reports/write-file.ts';
import { isNothingRecognised } from '../services/papers/is-nothing-recognised.ts';
import type { StagedPaper } from '../services/papers/staged-papers.ts';
import { toImportJson } from '../services/papers/to-import-json.ts';
import type { CliCommand } from './arguments.ts';
import { openReader } from './paper-reader.ts';
import { warningSentences } from './paper-warnings.ts';
import { readBytes } from './read-bytes.ts';

type ImportCommand = Extract<CliCommand, { name: 'import' }>;

/**
 * Reads a paper, and with --store takes it in as the app does when nothing is corrected by hand. A paper in which nothing
 * is recognised is refused; where only its JSON is asked for, it is printed, and standard error says so.
 * @param print prints a page to PDF, where --print asks for one
 */
export async function importFile({ file, store, json, kind, print: out, ...to }: ImportCommand, print: Services['print']): Promise<string> {
  const fileName = basename(file);
  const format = out === null ? null : formatOf(out);
  const paper = await readOne(fileName, await readBytes(file), kind);
  const { recognised } = paper;
  if (isNothingRecognised(recognised)) {
    const refusal = new AppError('paper-nothing-recognised', { file: fileName });
    if (store !== null || !json) throw refusal;
    console.error(messageFor(refusal.code, refusal.detail));
  }
  for (const sentence of warningSentences(paper.warnings)) console.error(sentence);
  const preview = rowsFromRecognised(recognised);
  const title = recognised.title ?? fileName;
  // Opening the store brings much in that reading alone does not need.
  const taken = store === null ? '' : await (await import('./take-in.ts')).takeIn(store, paper, title, preview, to);
  if (out !== null && format !== null) await printAnew(recognised, { path: resolve(out), format, print });
  if (json) return `${JSON.stringify(toImportJson(recognised), null, 1)}\n`;
  return `${title}\n${countsLine(preview)}\n${taken}`;
}

/** Writes the paper as it is set from its records. */
async function printAnew(recognised: RecognisedPaper, { path, format, print }: { path: string; format: ReportFormat; print: Services['print'] }): Promise<void> {
  const [{ compilePaper }, { renderReport }] = await Promise.all([import('../services/reports/compile-paper.ts'), import('../services/reports/compile-report.ts')]);
  await writeFileWhole(path, await renderReport(compilePaper(recognised, new Date().toISOString()), format, print));
}

async function readOne(fileName: string, bytes: Uint8Array, kind: PaperKind | null): Promise<StagedPaper> {
  const reader = openReader();
  try {
    return { ...await reader.run(fileName, { do: 'read', fileName, bytes, ...(kind === null ? {} : { kind }) }), fileName, bytes };
  } finally {
    reader.close();
  }
}

function countsLine(preview: Preview): string {
  const { items, points, childLines, excerpts, indicators, actions, meetings, members } = countPreview(preview);
  const both = (kind: keyof typeof points) => points[kind] + childLines[kind];
  return [
    `審議事項 ${items}`, `基本視点 ${both('viewpoint')}`, `課題 ${both('issue')}`, `他都市の取組 ${both('example')}`,
    `記載 ${excerpts}`, `指標 ${indicators}`, `実施項目 ${actions}`, `会議 ${meetings}`, `委員 ${members}`,
  ].join('　');
}
