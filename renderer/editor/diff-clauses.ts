import { sameClause, sameForm, type EditorClause } from './editor-clause.ts';

/** A clause to write; `afterId` (null: first) is given where its place is new. */
export type ClauseUpsert = EditorClause & { afterId?: string | null };

/** The input of `clauses.apply`, without the draft it is for. */
export type ClauseChanges = {
  upserts: ClauseUpsert[];
  removes: string[];
  /** True where only the text of standing clauses changed, as in a stretch of typing. */
  typing: boolean;
};

/**
 * What to write so that `old` becomes `next`: clauses that are new, changed or moved, in document order, and those gone.
 * As few clauses as possible count as moved.
 */
export function diffClauses(old: readonly EditorClause[], next: readonly EditorClause[]): ClauseChanges {
  const oldById = new Map(old.map((clause, at) => [clause.id, { clause, at }]));
  const kept = next.filter((clause) => oldById.has(clause.id));
  const places = kept.map((clause) => oldById.get(clause.id)?.at ?? 0);
  const standing = new Set(longestRising(places).map((i) => kept[i]?.id));
  const nextIds = new Set(next.map((clause) => clause.id));

  const upserts: ClauseUpsert[] = [];
  let typing = true;
  next.forEach((clause, i) => {
    const before = oldById.get(clause.id)?.clause;
    if (!before || !standing.has(clause.id)) {
      upserts.push({ ...clause, afterId: next[i - 1]?.id ?? null });
      typing = false;
    } else if (!sameClause(before, clause)) {
      upserts.push(clause);
      typing &&= sameForm(before, clause) && before.content.form === clause.content.form;
    }
  });
  const removes = old.filter((clause) => !nextIds.has(clause.id)).map((clause) => clause.id);
  return { upserts, removes, typing: typing && removes.length === 0 };
}

export const isNothing = (changes: ClauseChanges): boolean => changes.upserts.length === 0 && changes.removes.length === 0;

/** Applies changes as the store does: removes first, then the upserts in their order. */
export function applyChanges(list: readonly EditorClause[], { upserts, removes }: ClauseChanges): EditorClause[] {
  const gone = new Set(removes);
  const result = list.filter((clause) => !gone.has(clause.id));
  for (const { afterId, ...clause } of upserts) {
    const at = result.findIndex(({ id }) => id === clause.id);
    if (at >= 0 && afterId === undefined) {
      result[at] = clause;
      continue;
    }
    if (at >= 0) result.splice(at, 1);
    const before = afterId === undefined ? result.length - 1 : result.findIndex(({ id }) => id === afterId);
    result.splice(before + 1, 0, clause);
  }
  return result;
}

/**
 * Puts what a person has not saved yet (`base` → `mine`) on top of what has come from elsewhere (`theirs`): clauses the
 * person has not touched are theirs, touched ones keep the person's text, and an edit beats a removal on either side.
 */
export function rebaseClauses(
  base: readonly EditorClause[],
  mine: readonly EditorClause[],
  theirs: readonly EditorClause[],
): EditorClause[] {
  const baseById = new Map(base.map((clause) => [clause.id, clause]));
  const theirsById = new Map(theirs.map((clause) => [clause.id, clause]));
  const { upserts, removes } = diffClauses(base, mine);
  const placed = upserts.map((upsert): ClauseUpsert => {
    if (upsert.afterId !== undefined || theirsById.has(upsert.id)) return upsert;
    const i = mine.findIndex(({ id }) => id === upsert.id); // removed there, edited here: it comes back to its place
    return { ...upsert, afterId: mine[i - 1]?.id ?? null };
  });
  // Moving a clause is not editing it: if only its place changed here, its text is theirs.
  const theirText = placed.map((upsert) => {
    const was = baseById.get(upsert.id);
    const their = theirsById.get(upsert.id);
    return was && their && upsert.afterId !== undefined && sameText(was, upsert) ? { ...their, afterId: upsert.afterId } : upsert;
  });
  const stillWanted = removes.filter((id) => {
    const was = baseById.get(id);
    const their = theirsById.get(id);
    return !was || !their || sameClause(was, their);
  });
  return applyChanges(theirs, { upserts: theirText, removes: stillWanted, typing: false });
}

function sameText(was: EditorClause, { afterId: _afterId, ...clause }: ClauseUpsert): boolean {
  return sameClause(was, clause);
}

/** Indexes of a longest strictly rising subsequence (patience sorting, O(n log n)). */
function longestRising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = i;
  });
  const rising: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) rising.push(i);
  return rising.toReversed();
}
