import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { numberClauses } from '../../db/domain/numbering.ts';
import { numberedLevel, type ClauseForm } from './editor-clause.ts';

/** A clause's number and place by its id: 「(1)」 and 「第2章1(1)」. */
export type ClauseNumbers = ReadonlyMap<string, { number: string; place: string }>;

type Numbering = { attrs: readonly Node['attrs'][]; numbers: ClauseNumbers; decorations: DecorationSet };

const key = new PluginKey<Numbering>('clause-numbers');

/** The form of every block of a document, in order. */
export const formsOf = (doc: Node): ClauseForm[] => doc.children.map(formOf);

export function formOf(block: Node): ClauseForm {
  const { kind, level, numbered } = block.attrs; // of the two clause nodes, which are only ever written as forms
  return { kind, level, numbered };
}

/** The numbers of the clauses as they stand on the screen. */
export function clauseNumbers(state: EditorState): ClauseNumbers {
  return key.getState(state)?.numbers ?? new Map();
}

/**
 * Shows each clause's number as a `data-number` attribute, which the style sheet prints before the text. The text itself,
 * and so whatever an input method is composing in it, is never touched; while only text changes nothing is redrawn.
 */
export const ClauseNumbering = Extension.create({
  name: 'clauseNumbering',
  addProseMirrorPlugins: () => [
    new Plugin<Numbering>({
      key,
      state: {
        init: (_, { doc }) => numbering(doc),
        apply: (tr, before) => (tr.docChanged ? afterChange(tr, before) : before),
      },
      props: { decorations: (state) => key.getState(state)?.decorations },
    }),
  ],
});

function afterChange(tr: Transaction, before: Numbering): Numbering {
  const { doc } = tr;
  const textOnly = doc.childCount === before.attrs.length && doc.children.every((block, i) => block.attrs === before.attrs[i]);
  if (!textOnly) return numbering(doc);
  const decorations = before.decorations.map(tr.mapping, doc);
  // a block replaced by one with the same attributes loses its decoration on the way
  return decorations.find().length === before.decorations.find().length ? { ...before, decorations } : numbering(doc);
}

function numbering(doc: Node): Numbering {
  const levels = doc.children.map((block) => numberedLevel(formOf(block)));
  const found = numberClauses(levels);
  const numbers = new Map<string, { number: string; place: string }>();
  const decorations: Decoration[] = [];
  doc.forEach((block, offset, i) => {
    const number = found[i]?.label ?? '';
    numbers.set(String(block.attrs['id']), { number, place: found[i]?.path ?? '' });
    if (number !== '') decorations.push(Decoration.node(offset, offset + block.nodeSize, { 'data-number': number }));
  });
  return { attrs: doc.children.map((block) => block.attrs), numbers, decorations: DecorationSet.create(doc, decorations) };
}
