import { and, eq } from 'drizzle-orm';
import { ClauseContent, plainText } from '../domain/clause-content.ts';
import type { Orm } from '../open.ts';
import { clause, draft } from '../schema/index.ts';
import { byRank } from './rank.ts';

/** The committee's drafts in order, each with the number of its clauses and characters (citations not counted). */
export function listDrafts(orm: Orm, dossierId: string) {
  const characters = new Map<string, { clauses: number; characters: number }>();
  for (const { draftId, content } of orm.select({ draftId: clause.draftId, content: clause.content }).from(clause).where(eq(clause.dossierId, dossierId)).all()) {
    const sum = characters.get(draftId) ?? { clauses: 0, characters: 0 };
    sum.clauses += 1;
    sum.characters += plainText(ClauseContent.parse(JSON.parse(content))).replaceAll(/\s/g, '').length;
    characters.set(draftId, sum);
  }
  return orm.select({ id: draft.id, title: draft.title, edition: draft.edition, rank: draft.rank }).from(draft).where(eq(draft.dossierId, dossierId)).all()
    .toSorted(byRank)
    .map((one) => ({ ...one, clauses: 0, characters: 0, ...characters.get(one.id) }));
}

/** Ids and ranks of a draft's clauses, in order: what placing a clause needs. */
export function clauseOrder(orm: Orm, dossierId: string, draftId: string) {
  return orm.select({ id: clause.id, rank: clause.rank }).from(clause).where(and(eq(clause.dossierId, dossierId), eq(clause.draftId, draftId))).all().toSorted(byRank);
}

/** One clause's draft and content; undefined where there is none. */
export function getClause(orm: Orm, dossierId: string, clauseId: string) {
  const found = orm.select({ draftId: clause.draftId, content: clause.content }).from(clause).where(and(eq(clause.dossierId, dossierId), eq(clause.id, clauseId))).get();
  return found && { draftId: found.draftId, content: ClauseContent.parse(JSON.parse(found.content)) };
}
