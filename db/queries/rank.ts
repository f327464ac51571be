import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

type Ranked = { id: string; rank: string };

/** Order of a list: by rank, then id where two laptops chose the same rank. */
export const byRank = (a: Ranked, b: Ranked): number => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank < b.rank ? -1 : 1);

/**
 * A rank after the record `afterId` (null: first; undefined: last) of a list given in order.
 * The record that moves, `movingId`, is left out of account. An unknown `afterId` means last.
 */
export function rankAfter(list: readonly Ranked[], afterId: string | null | undefined, movingId?: string): string {
  const others = movingId === undefined ? list : list.filter((record) => record.id !== movingId);
  const found = afterId === null ? -1 : others.findIndex((record) => record.id === afterId);
  const index = afterId === null || found >= 0 ? found : others.length - 1;
  const lower = others[index]?.rank ?? null;
  // Equal ranks cannot be split: go past all records that share the lower one.
  const upper = others.slice(index + 1).find((record) => lower === null || record.rank > lower)?.rank ?? null;
  return generateKeyBetween(lower, upper);
}

/** `count` ranks after the end of a list given in order. */
export const ranksAtEnd = (list: readonly Ranked[], count: number): string[] => generateNKeysBetween(list.at(-1)?.rank ?? null, null, count);
