import { and, eq } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { citation, clause, draft } from '../schema/index.ts';
import { clauseLabels } from './clauses.ts';

export type CitationPlace = { draftId: string; clauseId: string; label: string };

/** What clauses of the drafts that stand cite: pairs of clause and target. */
export function citationsOf(orm: Orm, dossierId: string) {
  return orm
    .select({ clauseId: citation.clauseId, targetId: citation.targetId })
    .from(citation)
    .innerJoin(clause, and(eq(clause.dossierId, citation.dossierId), eq(clause.id, citation.clauseId)))
    .innerJoin(draft, and(eq(draft.dossierId, clause.dossierId), eq(draft.id, clause.draftId)))
    .where(eq(citation.dossierId, dossierId))
    .all();
}

/** Where each point or note is cited, in the order of drafts and clauses. */
export function citationPlaces(orm: Orm, dossierId: string): Map<string, CitationPlace[]> {
  const citations = citationsOf(orm, dossierId);
  if (citations.length === 0) return new Map();
  const targetsOf = Map.groupBy(citations, ({ clauseId }) => clauseId);
  const places = [...clauseLabels(orm, dossierId)].flatMap(([clauseId, { draftId, label }]) =>
    (targetsOf.get(clauseId) ?? []).map(({ targetId }) => ({ targetId, place: { draftId, clauseId, label } })));
  return new Map([...Map.groupBy(places, ({ targetId }) => targetId)].map(([targetId, own]) => [targetId, own.map(({ place }) => place)]));
}
