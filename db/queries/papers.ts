import { and, eq } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { committee, paper, source } from '../schema/index.ts';
import { byRank } from './rank.ts';

/** The papers a committee uses, in order. */
export function listPapers(orm: Orm, dossierId: string) {
  return orm
    .select({
      id: paper.id, sha256: paper.sha256, title: paper.title, label: paper.label, fileName: paper.fileName,
      importedAt: paper.importedAt, kind: paper.kind, municipality: paper.municipality, replacedBy: paper.replacedBy, cited: paper.cited,
      rank: paper.rank, characters: source.characters,
    })
    .from(paper)
    .innerJoin(source, eq(source.sha256, paper.sha256))
    .where(eq(paper.dossierId, dossierId))
    .all()
    .toSorted(byRank);
}

/** The committees on the shelf, and the library, that hold the paper of this sha256 as their own. */
export function committeesHolding(orm: Orm, sha256: string) {
  return orm
    .select({ committeeId: committee.dossierId, name: committee.name })
    .from(paper)
    .innerJoin(committee, eq(committee.dossierId, paper.dossierId))
    .where(and(eq(paper.sha256, sha256), eq(paper.cited, false)))
    .orderBy(committee.name)
    .all();
}
