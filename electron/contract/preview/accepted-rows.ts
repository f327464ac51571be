import type { AcceptedRow } from '../papers.ts';
import { isPointKind, isTakenIn, type Preview, type PreviewRow } from './preview.ts';

/** An item the receiving committee has already. */
export type ExistingItem = { id: string; title: string };

/**
 * The rows to send, items first. An item the committee has already under the same title is not sent again: its points
 * go to that one. A point whose item is left out goes outside the items; a child line whose owner is left out, of
 * another kind or in another item stands by itself.
 */
export function acceptedRows(rows: readonly PreviewRow[], existing: readonly ExistingItem[] = []): AcceptedRow[] {
  const taken = rows.filter((row) => isTakenIn(row) && row.text.trim() !== '');
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
      item: row.item === null || kind === 'item' ? null : (itemKeys.get(row.item) ?? null),
      parent: kind !== 'item' && owner && owner.kind === row.kind && owner.item === row.item ? owner.key : null,
      cities: [...row.cities],
      ranges: [...row.ranges],
    };
  };
  return [
    ...items.filter((row) => itemKeys.get(row.key) === row.key).map((row) => sent(row, 'item')),
    ...taken.flatMap((row) => (isPointKind(row.kind) ? [sent(row, row.kind)] : [])),
  ];
}

const squeezed = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** What papers.accept takes of a preview besides its rows. */
export function acceptedOthers({ meetings, members }: Preview) {
  return {
    meetings: meetings.filter((meeting) => !meeting.left).map(({ key: _key, left: _left, doubt: _doubt, ...meeting }) => meeting),
    members: members.filter((member) => !member.left).map(({ key: _key, left: _left, ranges, ...member }) => ({ ...member, ranges: [...ranges] })),
  };
}
