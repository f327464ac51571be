import { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { v7 as uuid } from 'uuid';
import { createAutosave, type Autosave } from './autosave.ts';
import { clausesOfDoc, docOfClauses } from './clause-doc.ts';
import { rebaseClauses, type ClauseChanges } from './diff-clauses.ts';
import { draftExtensions, type DraftEditorOptions } from './draft-extensions.ts';
import type { EditorClause } from './editor-clause.ts';
import { syncDoc } from './sync-doc.ts';

/** The draft's way to the store. */
export type DraftStore = {
  read(): Promise<readonly EditorClause[]>;
  save(changes: ClauseChanges): Promise<unknown>;
  /** Whether a refused save is not worth trying again by itself: see createAutosave. */
  isFinal?(error: unknown): boolean;
};

/** One draft open for writing: the editor and what keeps it and the store saying the same. */
export type DraftSession = {
  editor: Editor;
  /** The element the editor lives in, to be put into the page. */
  host: HTMLElement;
  autosave: Autosave;
  /** Something else changed the draft: takes it into the open editor, under what is not saved yet. Rejects as `read` does. */
  pull(): Promise<void>;
  /** Saves what is left and lets go of the editor. Saving goes on by itself where it was refused. */
  close(): Promise<void>;
};

/** How long after the end of a composition the editor has taken its text in. */
const AFTER_COMPOSITION = 60;

/** Opens a draft whose clauses were just read. */
export function openDraft(store: DraftStore, clauses: readonly EditorClause[], options: DraftEditorOptions): DraftSession {
  const emptyId = uuid();
  const host = document.createElement('div');
  const editor = new Editor({
    element: host,
    extensions: draftExtensions(options),
    content: docOfClauses(clauses, emptyId),
    editorProps: {
      attributes: { class: 'sheet-text', 'aria-multiline': 'true', spellcheck: 'false', lang: 'ja', translate: 'no' },
      handleClickOn: (_view, _pos, node, _nodePos, event) => {
        if (node.type.name !== 'citation' || event.detail > 1) return false;
        options.onChoose(String(node.attrs['targetId']));
        return false; // and the citation is selected, as by any click
      },
    },
  });
  const normal = (list: readonly EditorClause[]) => clausesOfDoc(editor.schema.nodeFromJSON(docOfClauses(list, emptyId)));

  let settled: Node = editor.state.doc;
  const autosave = createAutosave({
    initial: normal(clauses),
    read: () => clausesOfDoc(settled),
    save: (changes) => store.save(changes),
    isFinal: (error) => store.isFinal?.(error) ?? false,
  });
  let pulling: Promise<void> | null = null;
  let pullAgain = false;

  const composing = () => editor.view.composing;
  const settle = () => {
    if (editor.isDestroyed || composing()) return;
    if (settled !== editor.state.doc) {
      settled = editor.state.doc;
      autosave.touch();
    }
    if (pullAgain) pull().catch(() => {}); // whoever asked for it has been told
  };
  editor.on('blur', () => void autosave.flush());
  // What an input method is composing is no text yet: it is saved once it is confirmed.
  editor.on('transaction', settle);
  editor.view.dom.addEventListener('compositionend', () => setTimeout(settle, AFTER_COMPOSITION));

  async function pullOnce(): Promise<void> {
    pullAgain = false;
    await autosave.flush();
    const begun = autosave.begun();
    const theirs = normal(await store.read());
    // what was read may be older than a save begun meanwhile; what is being composed must not be touched
    if (editor.isDestroyed) return;
    if (autosave.begun() !== begun || composing()) {
      pullAgain = true;
      return;
    }
    const next = rebaseClauses(autosave.saved(), clausesOfDoc(editor.state.doc), theirs);
    autosave.rebase(theirs);
    const tr = syncDoc(editor.state, next, emptyId);
    if (tr) editor.view.dispatch(tr);
  }

  function pull(): Promise<void> {
    pullAgain = true;
    pulling ??= pullOnce()
      .finally(() => {
        pulling = null;
      })
      .then(() => {
        if (pullAgain && !composing()) return pull();
      });
    return pulling;
  }

  return {
    editor,
    host,
    autosave,
    pull,
    async close() {
      settled = editor.state.doc;
      const saved = autosave.flush();
      editor.destroy();
      await saved;
    },
  };
}
