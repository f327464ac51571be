import type { CommitteeSummary } from '../../../electron/contract/committees.ts';

export type CommitteeSort = 'change' | 'name';

/** Last changed first (those never changed at the end), or by name in the order of the Japanese syllables. */
export function sortCommittees(committees: readonly CommitteeSummary[], sort: CommitteeSort): CommitteeSummary[] {
  const byName = (a: CommitteeSummary, b: CommitteeSummary) => a.name.localeCompare(b.name, 'ja', { numeric: true });
  return committees.toSorted((a, b) => (sort === 'name' ? byName(a, b) : (b.changedAt ?? '').localeCompare(a.changedAt ?? '') || byName(a, b)));
}
