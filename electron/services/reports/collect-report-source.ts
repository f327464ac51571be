import type { OutputOf, ParsedInputOf, WorkerOperation } from '../../contract/index.ts';
import type { ReportOptions } from '../../contract/reports.ts';
import type { ReportSource } from './report-source.ts';

/** The queries a report is made from; the services answer them (see reports.ts). */
export type ReportQueries = { [N in ReportQuery]: (input: ParsedInputOf<N>) => OutputOf<N> };
type ReportQuery = Extract<WorkerOperation, 'committees.get' | 'items.list' | 'points.all' | 'meetings.list' | 'members.list' | 'papers.list' | 'drafts.list' | 'drafts.get'>;

/**
 * Everything a report of the committee prints, read in one go.
 * @throws AppError not-found where the committee, or the draft asked for, is not there
 */
export function collectReportSource(read: ReportQueries, committeeId: string, options: Pick<ReportOptions, 'draftId'>): ReportSource {
  const draftId = options.draftId ?? read['drafts.list']({ committeeId })[0]?.id;
  return {
    committee: read['committees.get']({ committeeId }),
    items: read['items.list']({ committeeId }),
    points: read['points.all']({ committeeId }),
    meetings: read['meetings.list']({ committeeId }),
    members: read['members.list']({ committeeId }),
    // Neither what a newer version replaced nor what came along with a citation is one of the committee's papers.
    papers: read['papers.list']({ committeeId }).filter((paper) => paper.replacedBy === null && !paper.cited),
    draft: draftId === undefined ? null : read['drafts.get']({ committeeId, id: draftId }),
  };
}
