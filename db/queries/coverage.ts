import { coverageOf } from '../domain/coverage.ts';
import type { Orm } from '../open.ts';
import { citationsOf } from './citations.ts';
import { placedPoints } from './placed-points.ts';

/**
 * Every issue of the committee with its state, and how many are in each: the one count behind the board, the shelf and
 * the reports' annex. A child line is part of its issue: what cites the line answers the issue, and the line itself has
 * no state.
 * @param points all points of the committee
 */
export function issueCoverage(orm: Orm, dossierId: string, points = placedPoints(orm, dossierId)) {
  const issues = points.filter((point) => point.kind === 'issue');
  const wholeOf = new Map(issues.map((issue) => [issue.id, issue.parentId ?? issue.id]));
  const { open, answered, reasoned, issues: states } = coverageOf(
    issues.filter((issue) => issue.parentId === null),
    citationsOf(orm, dossierId).map(({ clauseId, targetId }) => ({ clauseId, targetId: wholeOf.get(targetId) ?? targetId })),
  );
  const itemOf = new Map(issues.map((issue) => [issue.id, issue.itemId]));
  return { issues: states.map(({ id, state }) => ({ id, itemId: itemOf.get(id) ?? null, state })), counts: { open, answered, reasoned } };
}
