/** What became of an issue: answered by a clause, left out for a recorded reason, or still open. */
export type CoverageState = 'open' | 'answered' | 'reasoned';

export type Coverage = {
  issues: { id: string; state: CoverageState; clauseIds: string[] }[];
  total: number;
  open: number;
  answered: number;
  reasoned: number;
};

/**
 * Tells for each issue whether the draft answers it. The one count behind the coverage screen, the report's annex and
 * the check before export, so that all three say the same.
 * @param issues in the order to be shown; `reason` is why no clause answers it (blank is no reason).
 * @param citations which clause cites what; those of other targets are passed over. A clause that cites an issue answers
 *   it, even where a reason was recorded before.
 */
export function coverageOf(
  issues: readonly { id: string; reason: string | null }[],
  citations: readonly { clauseId: string; targetId: string }[],
): Coverage {
  const clausesOf = new Map<string, Set<string>>();
  for (const { clauseId, targetId } of citations) clausesOf.set(targetId, (clausesOf.get(targetId) ?? new Set()).add(clauseId));
  const states = issues.map(({ id, reason }) => {
    const clauseIds = [...(clausesOf.get(id) ?? [])];
    const state: CoverageState = clauseIds.length > 0 ? 'answered' : (reason ?? '').trim() === '' ? 'open' : 'reasoned';
    return { id, state, clauseIds };
  });
  const count = (state: CoverageState): number => states.filter((issue) => issue.state === state).length;
  return { issues: states, total: states.length, open: count('open'), answered: count('answered'), reasoned: count('reasoned') };
}
