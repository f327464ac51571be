import { and, asc, countDistinct, eq, inArray, isNotNull } from 'drizzle-orm';
import { LIBRARY_ID } from '../domain/library.ts';
import { foldText } from '../search-text.ts';
import type { Orm } from '../open.ts';
import { paper, passage, point } from '../schema/index.ts';
import { listPapers } from './papers.ts';
import { placedPoints } from './placed-points.ts';
import { citiesByPoint } from './points.ts';

/** The library's papers in order, with how many points were read from each. */
export function libraryPapers(orm: Orm) {
  const points = new Map(
    orm.select({ id: passage.paperId, points: countDistinct(point.id) }).from(passage)
      .innerJoin(point, and(eq(point.dossierId, passage.dossierId), eq(point.id, passage.ownerId)))
      .where(eq(passage.dossierId, LIBRARY_ID)).groupBy(passage.paperId).all()
      .map(({ id, points: count }) => [id, count]),
  );
  return listPapers(orm, LIBRARY_ID).map(({ rank: _rank, cited: _cited, ...one }) => ({ ...one, points: points.get(one.id) ?? 0 }));
}

/**
 * The library's points in order, each with its cities and the paper it stands in. A paper that two laptops put in apart
 * has every line twice: of two that say the same of one place, one is given.
 */
export function libraryPoints(orm: Orm) {
  const cities = citiesByPoint(orm, LIBRARY_ID);
  const papers = new Map(
    orm.select({ ownerId: passage.ownerId, id: paper.id, title: paper.title, municipality: paper.municipality, start: passage.start, end: passage.end }).from(passage)
      .innerJoin(paper, and(eq(paper.dossierId, passage.dossierId), eq(paper.id, passage.paperId)))
      .where(eq(passage.dossierId, LIBRARY_ID)).orderBy(asc(passage.start)).all().toReversed()
      .map(({ ownerId, ...one }) => [ownerId, one]),
  );
  const said = new Set<string>();
  const isNew = ({ id, kind, text }: { id: string; kind: string; text: string }): boolean => {
    const from = papers.get(id);
    const place = from === undefined ? id : `${from.id} ${from.start} ${from.end} ${kind} ${text}`;
    const before = said.size;
    return said.add(place).size > before;
  };
  return placedPoints(orm, LIBRARY_ID).filter(isNew).map(({ id, kind, text, parentId }) => {
    const from = papers.get(id);
    const municipality = from?.municipality ?? '';
    const named = cities.get(id) ?? [];
    return {
      id, kind, text, parentId, cities: named.length > 0 || municipality === '' ? named : [municipality],
      paperId: from?.id ?? null, paperTitle: from?.title ?? '', municipality,
    };
  });
}

export type LibraryPoint = ReturnType<typeof libraryPoints>[number];

/** Whether every word stands somewhere in a point: in its text, its cities or the title of its paper. */
export function hasWords({ text, cities, paperTitle, municipality }: LibraryPoint, words: readonly string[]): boolean {
  const body = foldText([text, ...cities, paperTitle, municipality].join('\n'));
  return words.every((word) => body.includes(word));
}

/** The words of a search, folded. */
export const wordsOf = (text: string): string[] => foldText(text).split(/[\s\u3000]+/).filter((word) => word !== '');

/** The points of a committee that were cited from the library, by the library's point. */
export function citedPoints(orm: Orm, dossierId: string): Map<string, string> {
  const rows = orm.select({ id: point.id, origin: point.origin }).from(point).where(and(eq(point.dossierId, dossierId), isNotNull(point.origin))).all();
  return new Map(rows.map(({ id, origin }) => [origin ?? '', id]));
}

/** The passages of the library's points, each with the paper it stands in. */
export function libraryPassages(orm: Orm, pointIds: readonly string[]) {
  return orm
    .select({
      id: passage.id, ownerId: passage.ownerId, start: passage.start, end: passage.end, quote: passage.quote,
      sha256: paper.sha256, title: paper.title, label: paper.label, fileName: paper.fileName, kind: paper.kind, municipality: paper.municipality,
    })
    .from(passage)
    .innerJoin(paper, and(eq(paper.dossierId, passage.dossierId), eq(paper.id, passage.paperId)))
    .where(and(eq(passage.dossierId, LIBRARY_ID), inArray(passage.ownerId, [...pointIds])))
    .orderBy(asc(passage.start), asc(passage.id))
    .all();
}
