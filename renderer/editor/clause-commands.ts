import { createTable } from '@tiptap/extension-table';
import type { Node, NodeType, ResolvedPos, Schema } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { formOf, formsOf } from './clause-numbers.ts';
import {
  deeperForm, formAfterHeading, formAtLevel, neighbour, shallowerForm, steppedOut, undressed, withSubtree, type Range,
} from './clause-tree.ts';
import { sameForm, type ClauseForm } from './editor-clause.ts';

type Place = { node: Node; at: number; pos: number };

const isClause = (node: Node) => node.type.name === 'clause';

/** The schema's type of that name. @throws RangeError where the schema has none: a mistake of ours. */
export function nodeType(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new RangeError(`no node type ${name}`);
  return type;
}

/** The clause a position stands in (or right before). */
export function clauseAt($pos: ResolvedPos): Place | null {
  const at = $pos.index(0);
  const node = $pos.doc.maybeChild(at);
  return node ? { node, at, pos: $pos.posAtIndex(at, 0) } : null;
}

/** First and last selected clause. */
export function selectedClauses({ doc, selection: { $from, $to } }: EditorState): { first: number; last: number } {
  const first = Math.min($from.index(0), doc.childCount - 1);
  // a selection that ends right before a clause does not reach into it
  const last = $to.depth === 0 ? $to.index(0) - 1 : $to.index(0);
  return { first, last: Math.max(first, last) };
}

const withForm = (node: Node, form: ClauseForm) => ({ ...node.attrs, ...form });

/** Enter: a new clause of the same form; after a heading its text; in an empty clause one level out. In a cell: a line. */
export const newClause: Command = (state, dispatch) => {
  const { parent } = state.selection.$from;
  if (parent.type.name === 'cellText') return lineBreak(state, dispatch);
  if (!isClause(parent) || !state.selection.$to.sameParent(state.selection.$from) && !isClause(state.selection.$to.parent)) return false;
  const tr = state.tr.deleteSelection();
  const place = clauseAt(tr.selection.$from);
  if (!place || !isClause(place.node)) return false;
  const { node, at, pos } = place;
  const form = formOf(node);
  const forms = formsOf(tr.doc);
  const offset = tr.selection.$from.parentOffset;
  if (node.content.size === 0 && undressed(form)) {
    tr.setNodeMarkup(pos, null, withForm(node, steppedOut(forms, at)));
  } else if (offset === 0 && node.content.size > 0) {
    tr.insert(pos, node.type.create({ ...form, id: null }));
  } else {
    const next = form.kind === 'heading' && offset === node.content.size ? formAfterHeading(forms, at) : form;
    tr.split(tr.selection.from, 1, [{ type: node.type, attrs: { ...next, id: null } }]);
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Shift+Enter: a new line in the same clause. */
export const lineBreak: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.inlineContent || $from.parent.type.name === 'tableCaption') return false;
  dispatch?.(state.tr.replaceSelectionWith(nodeType(state.schema, 'lineBreak').create(), false).scrollIntoView());
  return true;
};

/** Backspace at the start of a clause: its number goes, then its level, then it joins the clause before. */
export const undressOrJoin: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || !selection.empty || selection.$from.parentOffset > 0) return false;
  const place = clauseAt(selection.$from);
  if (!place || !isClause(place.node) || selection.$from.depth !== 1) return false;
  const form = undressed(formOf(place.node));
  const before = selection.$from.doc.maybeChild(place.at - 1);
  const tr = state.tr;
  if (form) tr.setNodeMarkup(place.pos, null, withForm(place.node, form));
  else if (before && isClause(before) && before.content.size === 0) tr.delete(place.pos - before.nodeSize, place.pos);
  else return false;
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Gives each selected clause the form `next` names for it; false where that changes nothing. */
function reform(next: (forms: readonly ClauseForm[], at: number) => ClauseForm): Command {
  return (state, dispatch) => {
    const { first, last } = selectedClauses(state);
    const tr = state.tr;
    for (let at = first; at <= last; at += 1) {
      const node = tr.doc.child(at);
      const form = next(formsOf(tr.doc), at);
      if (!isClause(node) || sameForm(formOf(node), form)) continue;
      tr.setNodeMarkup(tr.doc.resolve(0).posAtIndex(at, 0), null, withForm(node, form));
    }
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export const deeper: Command = reform(deeperForm);
export const shallower: Command = reform((forms, at) => shallowerForm(forms[at] ?? { kind: 'paragraph', level: 0, numbered: false }));
export const setLevel = (level: number): Command => reform((forms, at) => formAtLevel(forms[at] ?? { kind: 'paragraph', level: 0, numbered: false }, level));
export const setForm = (form: ClauseForm): Command => reform(() => form);

/**
 * Alt+↑/↓: the selected clauses, with what stands under them, change places with their neighbour. The neighbour is what is
 * taken out and put in, so that the clause being edited keeps its caret and its place on the screen.
 */
export function moveClauses(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const forms = formsOf(state.doc);
    const { first, last } = selectedClauses(state);
    const moving = withSubtree(forms, first, last);
    const hopped = neighbour(forms, moving, direction);
    if (!hopped) return false;
    const tr = state.tr;
    const [from, to] = positions(tr, hopped);
    const nodes = state.doc.slice(from, to).content;
    const [start, end] = positions(tr, moving);
    tr.delete(from, to);
    tr.insert(direction === -1 ? tr.mapping.map(end, -1) : start, nodes);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function positions({ doc }: Transaction, { from, to }: Range): [number, number] {
  const $start = doc.resolve(0);
  return [$start.posAtIndex(from, 0), $start.posAtIndex(to, 0)];
}

/** Puts a citation at the caret (after a selection, whose text stays). */
export function cite(targetId: string): Command {
  return (state, dispatch) => citeAt(state, state.selection.to, targetId, dispatch);
}

/** Puts a citation at a position of text; false where none can stand. */
export function citeAt(state: EditorState, pos: number, targetId: string, dispatch?: (tr: Transaction) => void): boolean {
  const type = nodeType(state.schema, 'citation');
  const $pos = state.doc.resolve(pos);
  if (!$pos.parent.inlineContent || !$pos.parent.canReplaceWith($pos.index(), $pos.index(), type)) return false;
  const tr = state.tr.insert(pos, type.create({ targetId }));
  tr.setSelection(TextSelection.create(tr.doc, pos + 1));
  dispatch?.(tr.scrollIntoView());
  return true;
}

/** Takes every citation of a target out of one clause. */
export function uncite(clauseId: string, targetId: string): Command {
  return (state, dispatch) => {
    const tr = state.tr;
    state.doc.forEach((clause, offset) => {
      if (clause.attrs['id'] !== clauseId) return;
      clause.descendants((node, pos) => {
        if (node.type.name !== 'citation' || node.attrs['targetId'] !== targetId) return;
        const from = tr.mapping.map(offset + 1 + pos);
        tr.delete(from, from + 1);
      });
    });
    if (!tr.docChanged) return false;
    dispatch?.(tr);
    return true;
  };
}

/** A table of three rows and three columns after the clause at the caret (in its place where it is empty). */
export const insertTable: Command = (state, dispatch) => {
  const place = clauseAt(state.selection.$to);
  if (!place) return false;
  const cell = nodeType(state.schema, 'cellText').create();
  const table = createTable(state.schema, 3, 3, true, cell);
  const node = nodeType(state.schema, 'tableClause').create(null, [nodeType(state.schema, 'tableCaption').create(), table]);
  const replaces = isClause(place.node) && place.node.content.size === 0;
  const pos = replaces ? place.pos : place.pos + place.node.nodeSize;
  const tr = replaces ? state.tr.replaceWith(pos, pos + place.node.nodeSize, node) : state.tr.insert(pos, node);
  // first cell: into the clause, past the caption, into table, row and cell
  tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1 + 2 + 3)));
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Removes the table the caret is in, caption and all. */
export const removeTable: Command = (state, dispatch) => {
  const place = clauseAt(state.selection.$from);
  if (place?.node.type.name !== 'tableClause') return false;
  const tr = state.tr;
  if (state.doc.childCount === 1) tr.replaceWith(place.pos, place.pos + place.node.nodeSize, nodeType(state.schema, 'clause').create());
  else tr.delete(place.pos, place.pos + place.node.nodeSize);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Enter in a caption goes into the first cell. */
export const leaveCaption: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type.name !== 'tableCaption') return false;
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve($from.after() + 1))).scrollIntoView());
  return true;
};

/** Enter on a selected table: a clause under it to go on writing. */
export const clauseAfterTable: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.$from.depth !== 0) return false;
  const tr = state.tr.insert(selection.to, nodeType(state.schema, 'clause').create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, selection.to + 1)).scrollIntoView());
  return true;
};
