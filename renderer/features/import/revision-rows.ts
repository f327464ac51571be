import type { OutputOf } from '../../../electron/contract/index.ts';
import type { RevisedRecord } from '../../../electron/contract/revision.ts';

type Comparison = OutputOf<'papers.compareVersion'>;

/** A line of what is new: rows by their own key, meetings and members by what they are called and where they stand. */
export type AddedLine = { key: string; what: Comparison['added']['rows'][number]['kind'] | 'meeting' | 'member'; text: string; leftBefore: boolean; canChoose: boolean };

/** What is new in the newer version, in one list. */
export function addedLines({ added }: Comparison): AddedLine[] {
  return [
    ...added.rows.map(({ key, kind, text, leftBefore }) => ({ key, what: kind, text, leftBefore, canChoose: leftBefore })),
    ...added.meetings.map(({ label, dateRaw, leftBefore }, index) => ({ key: `meeting-${index}`, what: 'meeting' as const, text: [dateRaw, label].filter((word) => word !== '').join('　'), leftBefore, canChoose: false })),
    ...added.members.map(({ name, affiliation, leftBefore }, index) => ({ key: `member-${index}`, what: 'member' as const, text: [name, affiliation].filter((word) => word !== '').join('　'), leftBefore, canChoose: false })),
  ];
}

/** Keys in the order they are shown: what changed, what vanished, what is new, and what stayed where that is unfolded. */
export function revisionOrder(comparison: Comparison, sameFolded: boolean): string[] {
  const of = (state: RevisedRecord['state']) => comparison.records.filter((record) => record.state === state).map((record) => record.recordId);
  return [...of('changed'), ...of('vanished'), ...addedLines(comparison).map(({ key }) => key), ...(sameFolded ? [] : of('same'))];
}

/** Which text a changed record goes on with: as chosen; else the person's own where it was corrected, and the new one where not. */
export function takenText({ recordId, corrected }: Pick<RevisedRecord, 'recordId' | 'corrected'>, take: ReadonlyMap<string, 'old' | 'new'>): 'old' | 'new' {
  return take.get(recordId) ?? (corrected ? 'old' : 'new');
}

/** Two texts as what they begin with alike, what differs, and what they end with alike; never cut within a character. */
export function differing(a: string, b: string): { before: string; a: string; b: string; after: string } {
  const [one, other] = [Array.from(a), Array.from(b)];
  const shortest = Math.min(one.length, other.length);
  let head = 0;
  while (head < shortest && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return { before: one.slice(0, head).join(''), a: one.slice(head, one.length - tail).join(''), b: other.slice(head, other.length - tail).join(''), after: one.slice(one.length - tail).join('') };
}
