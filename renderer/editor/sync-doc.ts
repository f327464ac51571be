import type { Node } from '@tiptap/pm/model';
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { blockOf, clauseOf, clausesOfDoc, docOfClauses } from './clause-doc.ts';
import { withOwnIds } from './clause-ids.ts';
import { diffClauses } from './diff-clauses.ts';
import { sameClause, type EditorClause } from './editor-clause.ts';

/**
 * Brings the document to what `next` says, in steps that touch nothing but what differs: the caret, the other clauses and
 * what stands in them stay. Local undo leaves these steps alone.
 * @param emptyId id of the empty clause an emptied draft is left with.
 * @returns null where the document says it already.
 */
export function syncDoc(state: EditorState, next: readonly EditorClause[], emptyId: string): Transaction | null {
  const now = clausesOfDoc(state.doc);
  if (now.length === next.length && now.every((clause, i) => sameClause(clause, next[i] ?? clause))) return null;
  const tr = withOwnIds(state.tr).setMeta('addToHistory', false);
  if (now.length === 0 || next.length === 0) {
    const doc = state.schema.nodeFromJSON(docOfClauses(next, emptyId));
    tr.replaceWith(0, tr.doc.content.size, doc.content).setSelection(Selection.atStart(tr.doc));
    return tr;
  }
  const { upserts, removes } = diffClauses(now, next);
  for (const { afterId, ...clause } of upserts) {
    const at = placeOf(tr.doc, clause.id);
    const node = state.schema.nodeFromJSON(blockOf(clause));
    if (at && afterId === undefined) {
      if (!sameClause(clauseOf(at.node), clause)) replaceBlock(tr, at.pos, at.node, node);
      continue;
    }
    if (at) tr.delete(at.pos, at.pos + at.node.nodeSize);
    const before = afterId === null || afterId === undefined ? null : placeOf(tr.doc, afterId);
    tr.insert(before ? before.pos + before.node.nodeSize : 0, node);
  }
  // last, so that the document is never left without a block on the way
  for (const id of removes) {
    const at = placeOf(tr.doc, id);
    if (at) tr.delete(at.pos, at.pos + at.node.nodeSize);
  }
  return tr;
}

function placeOf(doc: Node, id: string): { node: Node; pos: number } | null {
  let found: { node: Node; pos: number } | null = null;
  doc.forEach((node, pos) => {
    if (!found && node.attrs['id'] === id) found = { node, pos };
  });
  return found;
}

/** Replaces only the part of a block's text that differs, so that a caret in the rest of it stays where it is. */
function replaceBlock(tr: Transaction, pos: number, old: Node, next: Node): void {
  if (old.type !== next.type) {
    tr.replaceWith(pos, pos + old.nodeSize, next);
    return;
  }
  const start = old.content.findDiffStart(next.content);
  const end = old.content.findDiffEnd(next.content);
  if (start !== null && end) {
    // where letters repeat, the ends found from both sides can overlap
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const inText = old.inlineContent ? [start, end.a + overlap, end.b + overlap] as const : [0, old.content.size, next.content.size] as const;
    tr.replace(pos + 1 + inText[0], pos + 1 + inText[1], next.slice(inText[0], inText[2]));
  }
  for (const [name, value] of Object.entries(next.attrs)) {
    if (old.attrs[name] !== value) tr.setNodeAttribute(pos, name, value);
  }
}
