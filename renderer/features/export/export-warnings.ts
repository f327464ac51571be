import type { Point } from '../../../electron/contract/board.ts';
import type { CitationTarget, Clause } from '../../../electron/contract/drafts.ts';
import { citedIds } from '../../../db/domain/clause-content.ts';

export type ExportWarnings = {
  /** Issues that no clause answers and no reason explains: the number of the board, the shelf and the annex. */
  openIssues: number;
  firstOpenIssue: Point | null;
  /** Places where a clause cites what has since been removed. */
  goneCitations: number;
  firstGoneClauseId: string | null;
};

/** What a person should know before a paper leaves the house. */
export function exportWarnings(points: readonly Point[], clauses: readonly Clause[], targets: readonly CitationTarget[]): ExportWarnings {
  const open = points.filter(({ state }) => state === 'open');
  const gone = new Set(targets.filter(({ exists }) => !exists).map(({ id }) => id));
  const places = clauses.flatMap(({ id, content }) => citedIds(content).filter((target) => gone.has(target)).map(() => id));
  return { openIssues: open.length, firstOpenIssue: open[0] ?? null, goneCitations: places.length, firstGoneClauseId: places[0] ?? null };
}

const UNSAFE = /[\\/:*?"<>|\p{Cc}]/gu;

/** A file name for a report: its title and paper number, without what Windows, macOS or Linux refuse in a name. */
export function suggestedName(title: string, paperNumber: string, format: string): string {
  const name = [paperNumber, title].map((part) => part.replaceAll(UNSAFE, '').trim()).filter((part) => part !== '').join('_');
  return `${Array.from(name).slice(0, 80).join('').replace(/[. ]+$/, '') || 'report'}.${format}`;
}

/** 12 KB, 1.4 MB. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
