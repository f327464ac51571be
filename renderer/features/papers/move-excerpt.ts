import type { ExcerptGroup } from '../../shared/excerpt-groups.ts';
import type { Side } from '../../shared/use-row-drag.ts';
import type { KeyedExcerpt } from './paper-records.ts';

type Groups = readonly ExcerptGroup<KeyedExcerpt>[];

/** The excerpts among which one has its place: those of its kind, or those that belong to the same one. */
function companyOf(groups: Groups, id: string): KeyedExcerpt[] {
  for (const { runs } of groups) {
    const rows = runs.flatMap((run) => run.rows);
    const own = rows.find(({ one }) => one.id === id);
    if (own) return rows.filter(({ one, child }) => child === own.child && (!child || one.parentId === own.one.parentId)).map(({ one }) => one);
  }
  return [];
}

/**
 * Where an excerpt goes by one step up or down in its list: past its neighbour, or, where that stands under other
 * headings, first under those. @returns null at the edge
 */
export function excerptStep(groups: Groups, id: string, by: -1 | 1): { besideId: string; side: Side } | null {
  const company = companyOf(groups, id);
  const at = company.findIndex((one) => one.id === id);
  const [own, neighbour] = [company[at], company[at + by]];
  if (!own || !neighbour) return null;
  const past = own.section === neighbour.section;
  return { besideId: neighbour.id, side: (by < 0) === past ? 'before' : 'behind' };
}

/** Whether an excerpt may be put beside another. */
export const isCompany = (groups: Groups, id: string, besideId: string): boolean => companyOf(groups, id).some((one) => one.id === besideId);

/** A move that was asked for, and may not be in what is read yet. */
export type Move = { id: string; besideId: string; side: Side };

/** The excerpts as they stand after moves that are on their way to the store: the next step goes on from there. */
export function withMoves<T extends Pick<KeyedExcerpt, 'id' | 'parentId' | 'section'>>(excerpts: readonly T[], moves: readonly Move[]): readonly T[] {
  return moves.reduce((all, { id, besideId, side }) => {
    const [moved, beside] = [all.find((one) => one.id === id), all.find((one) => one.id === besideId)];
    if (!moved || !beside) return all;
    const rest = all.filter((one) => one !== moved).map((one) => (one.parentId === id ? { ...one, section: beside.section } : one));
    return rest.toSpliced(rest.findIndex((one) => one.id === besideId) + (side === 'behind' ? 1 : 0), 0, { ...moved, section: beside.section });
  }, excerpts);
}
