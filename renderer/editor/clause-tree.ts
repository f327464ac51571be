import { BODY, numberedLevel, type ClauseForm } from './editor-clause.ts';

/** A range of clauses by their places: `from` is in, `to` is not. */
export type Range = { from: number; to: number };

/**
 * How deep a clause stands as the head of others: its level for what is numbered and for headings, null for text, bullets
 * and tables, which stand under the clause above them.
 */
export function depthOf(form: ClauseForm): number | null {
  return numberedLevel(form) ?? (form.kind === 'heading' ? Math.max(1, form.level) : null);
}

/** Where the clauses under the clause at `at` end. */
export function subtreeEnd(forms: readonly ClauseForm[], at: number): number {
  const form = forms[at];
  const depth = form ? depthOf(form) : null;
  if (depth === null) return at + 1;
  const next = forms.findIndex((other, i) => i > at && (depthOf(other) ?? Infinity) <= depth);
  return next < 0 ? forms.length : next;
}

/** The selected clauses with everything under the last of them. */
export function withSubtree(forms: readonly ClauseForm[], first: number, last: number): Range {
  return { from: first, to: Math.max(...Array.from({ length: last - first + 1 }, (_, i) => subtreeEnd(forms, first + i))) };
}

/**
 * The neighbours a range changes places with when it moves up or down: a whole sibling with what stands under it; at the
 * end of its parent the parent's own heading, so that it goes over into the next one.
 * @returns null at the end of the draft.
 */
export function neighbour(forms: readonly ClauseForm[], { from, to }: Range, direction: -1 | 1): Range | null {
  const depths = forms.slice(from, to).map(depthOf).filter((depth) => depth !== null);
  const depth = depths.length > 0 ? Math.min(...depths) : null;
  if (direction === 1) {
    const next = forms[to];
    if (!next) return null;
    return { from: to, to: depth !== null && depthOf(next) === depth ? subtreeEnd(forms, to) : to + 1 };
  }
  if (from === 0) return null;
  if (depth === null) return { from: from - 1, to: from };
  const sibling = forms.slice(0, from).findLastIndex((form) => (depthOf(form) ?? Infinity) <= depth);
  return { from: sibling < 0 ? from - 1 : sibling, to: from };
}

/** The nearest heading above a clause, null above the first. */
export function headingAbove(forms: readonly ClauseForm[], at: number): ClauseForm | null {
  return forms.slice(0, at).findLast((form) => form.kind === 'heading') ?? null;
}

/**
 * What comes after a heading when Enter is pressed at its end: what follows the last heading of that level in this draft;
 * with none to go by, plain text under chapters and unnumbered headings, else the next level, as basic policies have it.
 */
export function formAfterHeading(forms: readonly ClauseForm[], at: number): ClauseForm {
  const heading = forms[at];
  if (!heading) return BODY;
  for (let i = at - 1; i >= 0; i -= 1) {
    const form = forms[i];
    const next = forms[i + 1];
    if (form?.kind !== 'heading' || form.level !== heading.level || form.numbered !== heading.numbered) continue;
    if (next && next.kind !== 'heading' && next.kind !== 'table') return { kind: next.kind, level: next.level, numbered: next.numbered };
  }
  return heading.numbered && heading.level >= 2 ? { kind: 'paragraph', level: Math.min(5, heading.level + 1), numbered: true } : BODY;
}

/** What an empty clause becomes on Enter: one level out, and plain text once it would stand at its heading's level. */
export function steppedOut(forms: readonly ClauseForm[], at: number): ClauseForm {
  const form = forms[at] ?? BODY;
  const level = form.level - 1;
  if (form.kind === 'heading') return level >= 1 ? { ...form, level } : BODY;
  const outermost = headingAbove(forms, at)?.level ?? 0;
  return numberedLevel(form) !== null && level > outermost ? { ...form, level } : BODY;
}

/** Tab: one level deeper. Plain text takes a number: under a heading the next level, after a numbered clause its level. */
export function deeperForm(forms: readonly ClauseForm[], at: number): ClauseForm {
  const form = forms[at] ?? BODY;
  if (form.kind === 'table') return form;
  if (form.kind !== 'paragraph' || numberedLevel(form) !== null) return { ...form, level: Math.min(5, form.level + 1) };
  if (form.level > 0) return { ...form, numbered: true };
  const above = forms.slice(0, at).findLast((other) => numberedLevel(other) !== null);
  const level = above ? Math.min(5, above.kind === 'heading' ? above.level + 1 : above.level) : 3;
  return { kind: 'paragraph', level, numbered: true };
}

/** Shift+Tab: one level out; text at the outermost level and bullets become plain text, a heading stays one. */
export function shallowerForm(form: ClauseForm): ClauseForm {
  if (form.kind === 'table') return form;
  if (form.kind === 'heading') return { ...form, level: Math.max(1, form.level - 1) };
  if (form.kind === 'bullet') return form.level > 0 ? { ...form, level: form.level - 1 } : BODY;
  return form.level > 1 ? { ...form, level: form.level - 1 } : BODY;
}

/** Ctrl+Alt+1…5: chapters and their sections are headings, deeper levels text unless they are headings already. */
export function formAtLevel(form: ClauseForm, level: number): ClauseForm {
  if (form.kind === 'table') return form;
  if (level === 0) return BODY;
  return { kind: level <= 2 || form.kind === 'heading' ? 'heading' : 'paragraph', level, numbered: true };
}

/** Backspace at the start of a clause: first its number or bullet goes, then its level; null: it joins the one before. */
export function undressed(form: ClauseForm): ClauseForm | null {
  if (form.kind === 'bullet') return BODY;
  if (numberedLevel(form) !== null) return { ...form, numbered: false };
  return form.kind === 'heading' || form.level > 0 ? BODY : null;
}
