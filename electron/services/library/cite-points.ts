import type { Touched } from '../../../db/dossier/project.ts';
import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { citedPoints, libraryPassages, libraryPoints } from '../../../db/queries/library.ts';
import type { LibraryPoint } from '../../../db/queries/library.ts';
import { ranksBehind } from '../../../db/queries/ranks.ts';
import { point } from '../../../db/schema/index.ts';
import { AppError } from '../../contract/errors.ts';
import type { Context } from '../context.ts';
import { whyOf } from '../context.ts';
import { requireRecords } from '../door.ts';
import { addPaper, sharedPaper } from '../records/paper-record.ts';
import { writeCities } from '../points.ts';

/** What a record cited from the library is called: of one name on every laptop, so that citing twice makes one. */
const citedId = (id: string): string => `cited-${id}`;

/**
 * Makes examples of the committee of points of the library, as one change: text, cities and child lines, and the paper
 * they stand in, so that one click shows the line. What was cited before and stands is left as the committee has it.
 * @returns the committee's examples, in the order asked for
 * @throws AppError not-found for a point the library does not have, bad-input where the library would cite itself
 */
export function citePoints(context: Context, committeeId: string, pointIds: readonly string[], itemId: string | null): string[] {
  if (committeeId === LIBRARY_ID) throw new AppError('bad-input', { field: 'committeeId' });
  requireRecords(context, committeeId, ['item', itemId]);
  const { orm } = context.store.connection;
  const all = libraryPoints(orm);
  const asked = pointIds.map((id) => all.find((one) => one.id === id));
  if (asked.includes(undefined)) throw new AppError('not-found');
  const before = citedPoints(orm, committeeId);
  const wanted = new Set(pointIds.flatMap((id) => [id, ...all.filter(({ parentId }) => parentId === id).map((line) => line.id)]));
  const fresh = all.filter(({ id }) => wanted.has(id) && !before.has(id));
  if (fresh.length > 0) writeExamples(context, committeeId, fresh, itemId);
  return pointIds.map((id) => before.get(id) ?? citedId(id));
}

function writeExamples(context: Context, committeeId: string, fresh: readonly LibraryPoint[], itemId: string | null): void {
  const { orm } = context.store.connection;
  const freshIds = new Set(fresh.map(({ id }) => id));
  const passages = libraryPassages(orm, [...freshIds]);
  const shared: Touched[] = [
    ...[...new Set(passages.map(({ sha256 }) => sha256))].map(sharedPaper),
    ...passages.map(({ id }): Touched => ({ table: 'passage', id: citedId(id) })),
    ...fresh.map(({ id }): Touched => ({ table: 'point', id: citedId(id) })),
    ...fresh.flatMap(({ id, cities }) => cities.map((city): Touched => ({ table: 'pointCity', id: `${citedId(id)}/${city}` }))),
  ];
  const ranks = ranksBehind(orm, point, committeeId, fresh.length);
  context.store.change({ dossierId: committeeId, why: whyOf(context), shared }, (draft) => {
    for (const [i, { id, text, cities, parentId }] of fresh.entries()) {
      const above = parentId !== null && freshIds.has(parentId) ? citedId(parentId) : null;
      draft.add('point', citedId(id), { itemId, kind: 'example', text, parentId: above, reason: '', origin: id, rank: ranks[i] ?? '' });
      writeCities(draft, citedId(id), cities);
    }
    const papers = new Map<string, string>();
    for (const { id, ownerId, start, end, quote, sha256, ...paper } of passages) {
      const paperId = papers.get(sha256) ?? addPaper(context, draft, committeeId, { ...paper, sha256, cited: true });
      papers.set(sha256, paperId);
      draft.add('passage', citedId(id), { ownerId: citedId(ownerId), paperId, start, end, quote });
    }
  });
}
