import type { AcceptedContent, AcceptedRow } from '../papers.ts';
import { isExcerptKind, isPointKind, type Preview, type PreviewRow } from './preview.ts';
import { isSameMeeting, type DatedMeeting } from './same-meeting.ts';

/** What the receiving committee has already. */
export type ExistingItem = { id: string; title: string };
export type Existing = {
  meetings: readonly (DatedMeeting & { id: string })[];
  members: readonly { id: string; name: string }[];
};
const NOTHING: Existing = { meetings: [], members: [] };

/**
 * The rows to send, items first. An item the committee has already under the same title is not sent again: its points
 * go to that one. A point whose item is left out goes outside the items; a child line whose owner is left out, of
 * another kind or in another item stands by itself; an excerpt may belong to an excerpt of another kind, as an answer does.
 */
export function acceptedRows(rows: readonly PreviewRow[], existing: readonly ExistingItem[] = []): AcceptedRow[] {
  const taken = rows.filter((row) => !row.left && row.text.trim() !== '');
  const byKey = new Map(taken.map((row) => [row.key, row]));
  const known = new Map(existing.map((item) => [squeezed(item.title), `id:${item.id}`]));
  const items = taken.filter((row) => row.kind === 'deliberation_item');
  const itemKeys = new Map(items.map((row) => [row.key, known.get(squeezed(row.text)) ?? row.key]));

  const sent = (row: PreviewRow, kind: AcceptedRow['kind']): AcceptedRow => {
    const owner = row.parent === null ? undefined : byKey.get(row.parent);
    return {
      key: row.key,
      kind,
      text: row.text.trim(),
      item: row.item === null || !isPointKind(row.kind) ? null : (itemKeys.get(row.item) ?? null),
      parent: owner !== undefined && belongsTo(row, owner) ? owner.key : null,
      cities: [...row.cities],
      speaker: row.speaker,
      section: isExcerptKind(row.kind) ? row.section : '',
      ranges: [...row.ranges],
    };
  };
  return [
    ...items.filter((row) => itemKeys.get(row.key) === row.key).map((row) => sent(row, 'item')),
    ...taken.flatMap((row) => (row.kind === 'deliberation_item' ? [] : [sent(row, row.kind)])),
  ];
}

const squeezed = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

const belongsTo = (row: PreviewRow, owner: PreviewRow): boolean =>
  (isPointKind(row.kind) ? owner.kind === row.kind && owner.item === row.item : isExcerptKind(row.kind) && isExcerptKind(owner.kind));

/**
 * What papers.accept takes of a preview besides its rows. A meeting that the committee has already (isSameMeeting) is that
 * one, and a member of the same name is that member: neither is made anew.
 * @param existing the committee's own, as meetings.list and members.list give them
 */
export function acceptedOthers({ meetings, members, indicators, actions }: Preview, existing: Existing = NOTHING) {
  const sameMeeting = (meeting: DatedMeeting) => existing.meetings.find((one) => isSameMeeting(meeting, one))?.id ?? null;
  const sameName = (name: string) => existing.members.find((one) => squeezed(one.name) === squeezed(name))?.id ?? null;
  return {
    meetings: meetings.flatMap(({ key: _key, left, doubt: _doubt, ...meeting }) => (left ? [] : [{ ...meeting, existing: sameMeeting(meeting) }])),
    members: members.flatMap(({ key: _key, left, ranges, ...member }) => (left ? [] : [{ ...member, ranges: [...ranges], existing: sameName(member.name) }])),
    indicators: indicators.flatMap(({ key: _key, left, ...indicator }) => (left ? [] : [indicator])),
    actions: actions.flatMap(({ key: _key, left, ...action }) => (left ? [] : [action])),
  };
}

/** Everything a committee takes in of a preview. @param existing the meetings and members it has @param items the items it has */
export function committeeContent(preview: Preview, existing: Existing = NOTHING, items: readonly ExistingItem[] = []): AcceptedContent {
  return { rows: acceptedRows(preview.rows, items), ...acceptedOthers(preview, existing) };
}
