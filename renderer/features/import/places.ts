import { groupPreview, isExcerptKind, type Preview, type PreviewMeeting, type PreviewRow } from '../../../electron/contract/preview/preview.ts';
import { groupExcerpts, rowsOf, type ExcerptGroup } from '../../shared/excerpt-groups.ts';
import { actionTable, figurePlaces, indicatorTables, type FigureTable, type FigureWords, type ListedAction } from '../../shared/figure-table.ts';
import { actionLike, indicatorLikes } from './preview-figures.ts';

/** What the list of a preview shows, in its order. */
export type Shown = {
  doubts: readonly Doubt[];
  sections: ReturnType<typeof groupPreview>['sections'];
  indicators: readonly FigureTable[];
  actions: readonly ListedAction[];
  meetings: Preview['meetings'];
  members: Preview['members'];
  excerpts: readonly ExcerptGroup<PreviewRow>[];
};

/*
 * A doubtful record stands in the list twice: first, among those to look at, and in its own place; an action has many
 * lines. So a line of the list is not named by its record's key but by a place: the key itself, the key with a mark
 * before it, or the key with the line's own name behind a slash.
 */
const MARK = '?';
export const doubtPlace = (key: string) => `${MARK}${key}`;
export const keyOfPlace = (place: string) => (place.startsWith(MARK) ? place.slice(MARK.length) : place).replace(/\/.*$/, '');

export type Doubt = { key: string; row: PreviewRow; meeting?: undefined } | { key: string; meeting: PreviewMeeting; row?: undefined };

/** What a person should look at, in the order of the paper. */
export function doubtsOf({ rows, meetings }: Preview): Doubt[] {
  const all: Doubt[] = [
    ...rows.filter((row) => row.doubt !== null && !row.left).map((row) => ({ key: row.key, row })),
    ...meetings.filter((meeting) => meeting.doubt !== null && !meeting.left).map((meeting) => ({ key: meeting.key, meeting })),
  ];
  const startOf = ({ row, meeting }: Doubt) => (row ?? meeting).ranges[0]?.start ?? Infinity;
  return all.toSorted((a, b) => startOf(a) - startOf(b));
}

/** What a preview is shown as. */
export function shownOf(preview: Preview, words: FigureWords): Shown {
  const { rows, indicators, actions, meetings, members } = preview;
  return {
    doubts: doubtsOf(preview),
    sections: groupPreview(rows).sections,
    indicators: indicatorTables(indicatorLikes(indicators), words),
    actions: actions.map((action) => ({ key: action.key, title: action.title, left: action.left, table: actionTable(actionLike(action), words) })),
    meetings,
    members,
    excerpts: groupExcerpts(rows.filter((row) => isExcerptKind(row.kind))),
  };
}

/** Places in the order the list shows them. */
export function shownOrder({ doubts, sections, indicators, actions, meetings, members, excerpts }: Shown): string[] {
  return [
    ...doubts.map(({ key }) => doubtPlace(key)),
    ...sections.flatMap(({ item, groups }) => [...(item ? [item.key] : []), ...groups.flatMap((group) => group.rows.map((row) => row.key))]),
    ...figurePlaces({ indicators, actions }),
    ...meetings.map((meeting) => meeting.key),
    ...members.map((member) => member.key),
    ...excerpts.flatMap((group) => rowsOf(group).map((row) => row.key)),
  ];
}

/** The parts that the counts above the list name. */
export type CountedPart = 'doubts' | 'items' | 'viewpoint' | 'issue' | 'example' | 'indicators' | 'actions' | 'meetings' | 'members' | 'excerpts';

/** Where a part begins; null where there is none of it. */
export function firstPlace({ doubts, sections, indicators, actions, meetings, members, excerpts }: Shown, part: CountedPart): string | null {
  const [doubt] = doubts;
  const found = part === 'doubts' ? (doubt ? { key: doubtPlace(doubt.key) } : undefined)
    : part === 'items' ? (sections.find(({ item }) => item !== null)?.item ?? undefined)
    : part === 'excerpts' ? excerpts[0]?.runs[0]?.rows[0]?.one
    : part === 'indicators' ? indicators[0]
    : part === 'actions' ? actions[0]
    : part === 'meetings' ? meetings[0]
    : part === 'members' ? members[0]
    : sections.flatMap(({ groups }) => groups).find(({ kind }) => kind === part)?.rows[0];
  return found?.key ?? null;
}

/** How many records there are to take in, those that are left out among them. */
export const recordsIn = ({ rows, meetings, members, indicators, actions }: Preview): number => rows.length + meetings.length + members.length + indicators.length + actions.length;
