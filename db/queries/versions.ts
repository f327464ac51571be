import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Orm } from '../open.ts';
import { citation, clause, committee, draft, link, note, paper, passage } from '../schema/index.ts';

/** The papers that stand (not replaced, not merely cited) in the committees on the shelf and the library, or in one. */
export function standingPapers(orm: Orm, dossierId?: string) {
  return orm
    .select({
      committeeId: committee.dossierId, committeeName: committee.name, paperId: paper.id, sha256: paper.sha256,
      title: paper.title, label: paper.label, fileName: paper.fileName, importedAt: paper.importedAt,
    })
    .from(paper)
    .innerJoin(committee, eq(committee.dossierId, paper.dossierId))
    .where(and(isNull(paper.replacedBy), eq(paper.cited, false), dossierId === undefined ? undefined : eq(paper.dossierId, dossierId)))
    .all();
}

/** The passages of a paper with their owners, standing or not, in the order of the paper. */
export function passagesOf(orm: Orm, dossierId: string, paperId: string) {
  return orm
    .select({ id: passage.id, ownerId: passage.ownerId, start: passage.start, end: passage.end, quote: passage.quote })
    .from(passage)
    .where(and(eq(passage.dossierId, dossierId), eq(passage.paperId, paperId)))
    .orderBy(passage.start, passage.id)
    .all();
}

export type Hangings = { links: number; notes: number; citations: number };

/** What hangs on each record: points and notes linked to it, clauses of standing drafts that cite it. */
export function hangings(orm: Orm, dossierId: string): (id: string) => Hangings {
  const notes = new Set(orm.select({ id: note.id }).from(note).where(eq(note.dossierId, dossierId)).all().map(({ id }) => id));
  const found = new Map<string, Hangings>();
  const at = (id: string): Hangings => {
    const there = found.get(id) ?? { links: 0, notes: 0, citations: 0 };
    found.set(id, there);
    return there;
  };
  for (const { aId, bId } of orm.select({ aId: link.aId, bId: link.bId }).from(link).where(eq(link.dossierId, dossierId)).all()) {
    at(aId)[notes.has(bId) ? 'notes' : 'links'] += 1;
    at(bId)[notes.has(aId) ? 'notes' : 'links'] += 1;
  }
  const cited = orm.select({ id: citation.targetId }).from(citation)
    .innerJoin(clause, and(eq(clause.dossierId, citation.dossierId), eq(clause.id, citation.clauseId)))
    .innerJoin(draft, and(eq(draft.dossierId, clause.dossierId), eq(draft.id, clause.draftId)))
    .where(eq(citation.dossierId, dossierId)).all();
  for (const { id } of cited) at(id).citations += 1;
  return (id) => found.get(id) ?? { links: 0, notes: 0, citations: 0 };
}

const newer = alias(paper, 'newer');

/** The passages that still stand in a paper which a newer version replaced: what has vanished from it. */
export function strandedPassages(orm: Orm, dossierId: string) {
  return orm
    .select({
      id: passage.id, ownerId: passage.ownerId, start: passage.start, end: passage.end, quote: passage.quote,
      paperId: paper.id, paperTitle: paper.title, paperLabel: paper.label, newPaperId: newer.id, newPaperTitle: newer.title,
    })
    .from(passage)
    .innerJoin(paper, and(eq(paper.dossierId, passage.dossierId), eq(paper.id, passage.paperId)))
    .innerJoin(newer, and(eq(newer.dossierId, paper.dossierId), eq(newer.id, paper.replacedBy)))
    .where(and(eq(passage.dossierId, dossierId), isNotNull(paper.replacedBy)))
    .orderBy(paper.rank, passage.start, passage.id)
    .all();
}
