import { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { CitationLabels } from '../../../renderer/editor/citation-node.ts';
import { clauseNumbers } from '../../../renderer/editor/clause-numbers.ts';
import { clausesOfDoc, docOfClauses } from '../../../renderer/editor/clause-doc.ts';
import { draftExtensions, type DraftEditorOptions } from '../../../renderer/editor/draft-extensions.ts';
import type { EditorClause } from '../../../renderer/editor/editor-clause.ts';
import { createStore } from '../../../renderer/shared/store.ts';
import { plainText } from '../../../db/domain/clause-content.ts';
import { clause } from './clause-arbitraries.ts';

const nothing = () => {};

/** A draft editor without a window, holding the clauses of these specs (see `clause`). */
export function editorOf(specs: readonly (string | EditorClause)[], options: Partial<DraftEditorOptions> = {}): Editor {
  const clauses = specs.map((spec, i) => (typeof spec === 'string' ? clause(spec, `c${i}`) : spec));
  return new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: draftExtensions({ labels: createStore<CitationLabels>(new Map()), onChoose: nothing, onCite: nothing, onLeave: nothing, ...options }),
    content: docOfClauses(clauses, 'empty'),
  });
}

/** Puts the caret into a clause at an offset of its text; negative counts from its end (-1 is the end). */
export function caret(editor: Editor, at: number, offset = -1): void {
  const { doc } = editor.state;
  const start = doc.resolve(0).posAtIndex(at, 0) + 1;
  const pos = offset < 0 ? start + doc.child(at).content.size + offset + 1 : start + offset;
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(doc, pos)));
}

export function selectClauses(editor: Editor, first: number, last: number): void {
  const $start = editor.state.doc.resolve(0);
  const from = $start.posAtIndex(first, 0) + 1;
  const to = $start.posAtIndex(last + 1, 0) - 1;
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)));
}

/** Presses a key such as 「Enter」「Shift-Tab」「Mod-Alt-2」 as the page would hear it. */
export function press(editor: Editor, keys: string): boolean {
  const parts = keys.split('-');
  const key = parts.pop() ?? '';
  const event = new KeyboardEvent('keydown', {
    key, code: /^\d$/.test(key) ? `Digit${key}` : key, bubbles: true, cancelable: true,
    ctrlKey: parts.includes('Mod'), shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt'),
  });
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) === true;
}

/** Types text as a keyboard gives it, a character at a time. */
export function type(editor: Editor, text: string): void {
  for (const char of text) {
    const { from, to } = editor.state.selection;
    const handled = editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, to, char, () => editor.state.tr.insertText(char, from, to)));
    if (!handled) editor.view.dispatch(editor.state.tr.insertText(char, from, to));
  }
}

export const clausesOf = (editor: Editor): EditorClause[] => clausesOfDoc(editor.state.doc);

/** The draft as a person reads it: a line a clause, 「第1章 はじめに」. */
export function printed(editor: Editor): string[] {
  const numbers = clauseNumbers(editor.state);
  return clausesOf(editor).map(({ id, kind, content }) => {
    const number = kind === 'bullet' ? '・' : kind === 'table' ? '表' : (numbers.get(id)?.number ?? '');
    return `${number} ${plainText(content)}`.trim();
  });
}

/** Form and text of each clause in the short-hand of `clause`. */
export function specs(editor: Editor): string[] {
  return clausesOf(editor).map(({ kind, level, numbered, content }) =>
    `${kind[0]}${level > 0 && !numbered && kind !== 'bullet' ? '-' : ''}${level} ${plainText(content)}`.trim());
}
