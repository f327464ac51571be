import type { Item, Point } from '../../contract/board.ts';
import type { CommitteeSummary } from '../../contract/committees.ts';
import type { CitationTarget, Clause, Draft } from '../../contract/drafts.ts';
import type { MeetingSummary, Member } from '../../contract/meetings.ts';
import type { Paper } from '../../contract/papers.ts';

/** A draft as `drafts.get` answers: its clauses in order, and everything they cite. */
export type DraftSource = { draft: Draft; clauses: Clause[]; targets: CitationTarget[] };

/** All a report is made from, in the shapes the contract's queries answer with and in their order. */
export type ReportSource = {
  committee: Pick<CommitteeSummary, 'name' | 'municipality' | 'purpose'>;
  items: Item[];
  /** Every point of the committee, child lines after the point they belong to. */
  points: Point[];
  meetings: MeetingSummary[];
  members: Member[];
  papers: Paper[];
  /** null where the committee has no draft yet. */
  draft: DraftSource | null;
};

/** What both compilers need besides the source: the wishes of the person, and the time for the file's properties. */
export type CompileOptions = { date: string; paperNumber: string; createdAt: string };

/** The points of one kind in an item (null: outside the items), each with its child lines. */
export function pointsUnder(source: ReportSource, itemId: string | null, kind: Point['kind']): { point: Point; children: Point[] }[] {
  const own = source.points.filter((point) => point.itemId === itemId && point.kind === kind);
  return own
    .filter((point) => point.parentId === null)
    .map((point) => ({ point, children: source.points.filter((child) => child.parentId === point.id) }));
}

/** 「本庁への集約（広島市・京都市）」: a text and the cities it names, as papers print them. */
export function withCities(text: string, cities: readonly string[]): string {
  return cities.length === 0 ? text : `${text}（${cities.join('・')}）`;
}

/** What the paper says of an issue: the places that answer it or one of its child lines, the reason none does, or 未対応. */
export function coverageOfIssue(source: ReportSource, issue: Point): { state: 'answered' | 'reasoned' | 'open'; text: string } {
  const lines = [issue, ...source.points.filter((point) => point.parentId === issue.id)];
  const places = lines.flatMap((line) => line.citations);
  const here = places.filter((place) => place.draftId === source.draft?.draft.id);
  const labels = new Set((here.length > 0 ? here : places).map((place) => place.label));
  if (issue.state === 'answered') return { state: 'answered', text: [...labels].join('、') };
  const reason = issue.reason.trim();
  return reason === '' ? { state: 'open', text: '未対応' } : { state: 'reasoned', text: reason };
}
