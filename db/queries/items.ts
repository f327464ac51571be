import { asc } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { item } from '../schema/index.ts';
import { among } from './among.ts';
import { issueCoverage } from './coverage.ts';
import { placedPoints } from './placed-points.ts';

/** The committee's deliberation items in order, or those of `ids` among them. */
export function itemRows(orm: Orm, dossierId: string, ids?: readonly string[]) {
  return orm.select({ id: item.id, title: item.title, rank: item.rank }).from(item).where(among(item, dossierId, ids)).orderBy(asc(item.rank), asc(item.id)).all();
}

/** Number of an item by its place in the list, from 0: 「(1)」. */
export const itemNumber = (index: number): string => `(${index + 1})`;

/** The deliberation items in order, numbered, with what each holds; child lines belong to their point and are not counted. */
export function listItems(orm: Orm, dossierId: string) {
  const all = placedPoints(orm, dossierId);
  const kinds = Map.groupBy(all.filter((point) => point.parentId === null), (point) => `${point.itemId ?? ''} ${point.kind}`);
  const states = Map.groupBy(issueCoverage(orm, dossierId, all).issues, (issue) => `${issue.itemId ?? ''} ${issue.state}`);
  return itemRows(orm, dossierId).map(({ id, title }, i) => {
    const points = (kind: string) => kinds.get(`${id} ${kind}`)?.length ?? 0;
    const issues = (state: string) => states.get(`${id} ${state}`)?.length ?? 0;
    return {
      id, number: itemNumber(i), title,
      viewpoints: points('viewpoint'), issues: points('issue'), examples: points('example'),
      openIssues: issues('open'), answeredIssues: issues('answered'), reasonedIssues: issues('reasoned'),
    };
  });
}
