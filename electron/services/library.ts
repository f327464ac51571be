import { LIBRARY_ID, LIBRARY_NAME } from '../../db/domain/library.ts';
import { citedPoints, hasWords, libraryPapers, libraryPoints, wordsOf } from '../../db/queries/library.ts';
import type { Handlers } from './context.ts';
import { requireRecords } from './door.ts';
import { citePoints } from './library/cite-points.ts';

/** 事例集: the operations of electron/contract/library.ts. */
export const libraryHandlers = {
  'library.get': (context) => {
    const { orm } = context.store.connection;
    const points = libraryPoints(orm);
    return {
      committeeId: LIBRARY_ID, name: LIBRARY_NAME, papers: libraryPapers(orm).filter(({ replacedBy }) => replacedBy === null).length,
      points: points.length, cities: new Set(points.flatMap(({ cities }) => cities)).size,
    };
  },
  'library.papers': (context) => libraryPapers(context.store.connection.orm),
  'library.examples': (context, { text, committeeId, paperId, limit }) => {
    if (committeeId !== undefined) requireRecords(context, committeeId);
    const { orm } = context.store.connection;
    const cited = committeeId === undefined ? new Map<string, string>() : citedPoints(orm, committeeId);
    const words = wordsOf(text);
    const found = libraryPoints(orm).filter((point) => (paperId === undefined || point.paperId === paperId) && hasWords(point, words));
    const examples = found.slice(0, limit).map(({ parentId: _parent, ...point }) => ({ ...point, citedAs: cited.get(point.id) ?? null }));
    return { examples, more: found.length > limit };
  },
  'library.cite': (context, { committeeId, pointIds, itemId }) => ({ ids: citePoints(context, committeeId, pointIds, itemId) }),
} satisfies Partial<Handlers>;
