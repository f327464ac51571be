import type { groupPreview, Preview, PreviewMeeting, PreviewRow } from '../../../electron/contract/preview/preview.ts';

/*
 * A doubtful record stands in the list twice: first, among those to look at, and in its own place. So a line of the list
 * is not named by its record's key but by a place: the key itself, or the key with a mark before it.
 */
const MARK = '?';
export const doubtPlace = (key: string) => `${MARK}${key}`;
export const keyOfPlace = (place: string) => (place.startsWith(MARK) ? place.slice(MARK.length) : place);

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

/** Places in the order the list shows them. */
export function shownOrder({ sections, others }: ReturnType<typeof groupPreview>, { meetings, members }: Preview, doubts: readonly Doubt[], othersFolded: boolean): string[] {
  return [
    ...doubts.map(({ key }) => doubtPlace(key)),
    ...sections.flatMap(({ item, groups }) => [...(item ? [item.key] : []), ...groups.flatMap((group) => group.rows.map((row) => row.key))]),
    ...meetings.map((meeting) => meeting.key),
    ...members.map((member) => member.key),
    ...(othersFolded ? [] : others.flatMap((group) => group.rows.map((row) => row.key))),
  ];
}
