/** One entry of a clause's history: what it said before and after (null: it was not there), and who changed it when. */
export type HistoryEntry = { at: string; author: string; before: string | null; after: string | null };

/** A pause this long ends a stretch of writing. */
const PAUSE = 10 * 60_000;

/**
 * The history as a person remembers it: what one author wrote without a long pause is one entry, however often it was
 * saved meanwhile.
 * @param entries newest first, as `clauses.history` gives them.
 */
export function stretches(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const merged: HistoryEntry[] = [];
  let oldest = Number.NaN;
  for (const entry of entries) {
    const newer = merged.at(-1);
    const at = Date.parse(entry.at);
    if (newer && newer.author === entry.author && newer.before === entry.after && oldest - at < PAUSE) {
      merged[merged.length - 1] = { ...newer, before: entry.before };
    } else {
      merged.push({ at: entry.at, author: entry.author, before: entry.before, after: entry.after });
    }
    oldest = at;
  }
  return merged;
}

/** What a change did to a clause's text, in as few words as it takes. */
export type ClauseChange =
  | { did: 'wrote' | 'wroteEmpty' | 'removedClause' | 'samewords' }
  | { did: 'addedWords' | 'removedWords'; text: string }
  | { did: 'replacedWords'; before: string; after: string };

/** Names the difference between what a clause said before and after (null: it was not there). */
export function clauseChange(before: string | null, after: string | null): ClauseChange {
  if (after === null) return { did: 'removedClause' };
  if (before === null) return { did: after === '' ? 'wroteEmpty' : 'wrote' };
  if (before === after) return { did: 'samewords' };
  if (before === '') return { did: 'wrote' };
  const [a, b] = [Array.from(before), Array.from(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const was = shortened(a.slice(start, a.length - end));
  const is = shortened(b.slice(start, b.length - end));
  if (was === '') return { did: 'addedWords', text: is };
  if (is === '') return { did: 'removedWords', text: was };
  return { did: 'replacedWords', before: was, after: is };
}

const MOST = 30;

function shortened(chars: readonly string[]): string {
  const text = chars.join('').replace(/\s+/g, ' ');
  return chars.length > MOST ? `${Array.from(text).slice(0, MOST).join('')}…` : text;
}
