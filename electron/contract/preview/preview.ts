import type { MeetingDoubt, RecordKind, SourceRange } from '../recognised.ts';
import type { AcceptedAction, AcceptedIndicator, AcceptedMeeting, AcceptedMember } from '../papers.ts';
import { EXCERPT_KINDS, POINT_KINDS, type ExcerptKind, type PointKind } from '../../../db/domain/words.ts';

/** One recognised record as the person has corrected it so far. Rows stand in the order of the paper. */
export type PreviewRow = {
  key: string;
  kind: RecordKind;
  /** 「①」 as the paper prints it; empty where it prints none. */
  marker: string;
  text: string;
  cities: readonly string[];
  /** Who says it, as the paper names them; empty where it does not. */
  speaker: string;
  /** The headings it stands under, outermost first, a line each. */
  section: string;
  /** Key of the item row it stands under; null: outside the items. */
  item: string | null;
  /** Key of the row it is a child line of, or the answer to. */
  parent: string | null;
  /** Where it stands in the paper's text; more than one after joining. */
  ranges: readonly SourceRange[];
  /** Why it should be looked at: the recogniser's code; null once a person has touched or confirmed it. */
  doubt: string | null;
  /** Left out: shown, but not taken in. */
  left: boolean;
};

export type PreviewMeeting = AcceptedMeeting & {
  key: string;
  left: boolean;
  /** Why its date should be looked at; null once a person has touched or confirmed it. */
  doubt: MeetingDoubt | null;
};
export type PreviewMember = AcceptedMember & { key: string; ranges: readonly SourceRange[]; left: boolean };
export type PreviewIndicator = AcceptedIndicator & { key: string; left: boolean };
export type PreviewAction = AcceptedAction & { key: string; left: boolean };

/** Everything a preview may take in. */
export type Preview = {
  readonly rows: readonly PreviewRow[];
  readonly meetings: readonly PreviewMeeting[];
  readonly members: readonly PreviewMember[];
  readonly indicators: readonly PreviewIndicator[];
  readonly actions: readonly PreviewAction[];
};

export function isPointKind(kind: RecordKind): kind is PointKind {
  return (POINT_KINDS as readonly RecordKind[]).includes(kind);
}

export function isExcerptKind(kind: RecordKind): kind is ExcerptKind {
  return (EXCERPT_KINDS as readonly RecordKind[]).includes(kind);
}

export type PreviewCounts = {
  items: number;
  /** Points with a number of their own; child lines are counted apart. */
  points: Record<PointKind, number>;
  childLines: Record<PointKind, number>;
  excerpts: number;
  indicators: number;
  actions: number;
  meetings: number;
  members: number;
  doubts: number;
  leftOut: number;
};

/** How many of each kind would be taken in now. */
export function countPreview({ rows, meetings, members, indicators, actions }: Preview): PreviewCounts {
  const isTakenIn = ({ left }: { left: boolean }) => !left;
  const taken = rows.filter(isTakenIn);
  const points = (kind: PointKind, child: boolean) => taken.filter((row) => row.kind === kind && (row.parent !== null) === child).length;
  const perKind = (child: boolean) => ({ viewpoint: points('viewpoint', child), issue: points('issue', child), example: points('example', child) });
  return {
    items: taken.filter((row) => row.kind === 'deliberation_item').length,
    points: perKind(false),
    childLines: perKind(true),
    excerpts: taken.filter((row) => isExcerptKind(row.kind)).length,
    meetings: meetings.filter(isTakenIn).length,
    members: members.filter(isTakenIn).length,
    indicators: indicators.filter(isTakenIn).length,
    actions: actions.filter(isTakenIn).length,
    doubts: [...rows, ...meetings].filter((row) => row.doubt !== null && !row.left).length,
    leftOut: [...rows, ...meetings, ...members, ...indicators, ...actions].filter((row) => row.left).length,
  };
}

/** Rows that are shown together: an item's points of one kind, or the others of one kind. */
export type RowGroup = { key: string; kind: RecordKind; rows: PreviewRow[] };
/** An item with its points; `item` null for the points outside the items. */
export type ItemSection = { key: string; item: PreviewRow | null; groups: RowGroup[] };

/** The preview as the list shows it: by item, then by kind; what is neither item nor point comes last. */
export function groupPreview(rows: readonly PreviewRow[]): { sections: ItemSection[]; others: RowGroup[] } {
  const items = rows.filter((row) => row.kind === 'deliberation_item');
  const section = (item: PreviewRow | null): ItemSection => {
    const own = rows.filter((row) => isPointKind(row.kind) && row.item === (item?.key ?? null));
    const key = item?.key ?? 'outside';
    return { key, item, groups: POINT_KINDS.map((kind) => ({ key: `${key}.${kind}`, kind, rows: withChildren(own.filter((row) => row.kind === kind)) })).filter((group) => group.rows.length > 0) };
  };
  const outside = section(null);
  const others = Map.groupBy(rows.filter((row) => row.kind !== 'deliberation_item' && !isPointKind(row.kind)), (row) => row.kind);
  return {
    sections: [...items.map(section), ...(outside.groups.length > 0 ? [outside] : [])],
    others: [...others].map(([kind, group]) => ({ key: `others.${kind}`, kind, rows: group })),
  };
}

/** Child lines right behind the row they belong to. */
function withChildren(rows: readonly PreviewRow[]): PreviewRow[] {
  const keys = new Set(rows.map((row) => row.key));
  const children = Map.groupBy(rows.filter((row) => row.parent !== null && keys.has(row.parent)), (row) => row.parent);
  return rows.filter((row) => row.parent === null || !keys.has(row.parent)).flatMap((row) => [row, ...(children.get(row.key) ?? [])]);
}
