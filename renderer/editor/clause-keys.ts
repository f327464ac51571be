import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, Plugin, type Command } from '@tiptap/pm/state';
import { addRowAfter, CellSelection, goToNextCell, isInTable } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import {
  clauseAfterTable, deeper, leaveCaption, lineBreak, moveClauses, newClause, removeTable, setLevel, shallower, undressOrJoin,
} from './clause-commands.ts';

export type ClauseKeysOptions = {
  /** Ctrl+Enter: cite what is selected among the evidence. */
  onCite: () => void;
  /** Enter on a citation. */
  onChoose: (targetId: string) => void;
  /** Esc: out of the sheet, so that the keyboard is never caught in it. */
  onLeave: () => void;
};

const first = (...commands: Command[]): Command => (state, dispatch, view) => commands.some((command) => command(state, dispatch, view));

/** Tab in a table: the next cell; after the last one, a new row. */
const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  return addRowAfter(state, dispatch) && view !== undefined && goToNextCell(1)(view.state, dispatch);
};

/** Delete on a table whose every cell is selected takes the table away; on some cells it empties them (the default). */
const removeWholeTable: Command = (state, dispatch) => {
  const { selection } = state;
  const whole = selection instanceof CellSelection && selection.isRowSelection() && selection.isColSelection();
  return whole && removeTable(state, dispatch);
};

/**
 * Takes in where the caret is before a key is handled. ProseMirror hears of it by selectionchange, which Chromium sends
 * only after the keys that are waiting: on a busy machine End, Enter would cut the clause where the caret was before End.
 */
function readCaret(view: EditorView): false {
  // ProseMirror's own way to do it, which its types leave out
  if (!view.composing) (view as unknown as { domObserver: { flush(): void } }).domObserver.flush();
  return false;
}

/** The keys of the sheet. Those that are not for the clause at hand fall through to the editor's own. */
export const ClauseKeys = Extension.create<ClauseKeysOptions>({
  name: 'clauseKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    const run = (command: Command) => () => {
      const { view } = this.editor;
      // each of these is a step of its own for undo, however fast it follows the typing before it
      return !view.composing && command(view.state, (tr) => view.dispatch(closeHistory(tr)), view);
    };
    const chooseCitation: Command = ({ selection }) => {
      if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'citation') return false;
      this.options.onChoose(String(selection.node.attrs['targetId']));
      return true;
    };
    const always = (act: () => void) => () => {
      if (!this.editor.view.composing) act();
      return !this.editor.view.composing;
    };
    const levels = Object.fromEntries([0, 1, 2, 3, 4, 5].map((level) => [`Mod-Alt-${level}`, run(setLevel(level))]));
    return {
      ...levels,
      Enter: run(first(chooseCitation, clauseAfterTable, leaveCaption, newClause)),
      'Shift-Enter': run(lineBreak),
      // Tab never leaves the sheet by itself; Esc does.
      Tab: () => run(first(nextCell, deeper))() || true,
      'Shift-Tab': () => run(first(goToNextCell(-1), shallower))() || true,
      // right after 「(1) 」 became a number, Backspace gives the characters back
      Backspace: () => this.editor.commands.undoInputRule() || run(first(removeWholeTable, undressOrJoin))(),
      Delete: run(removeWholeTable),
      'Alt-ArrowUp': run(moveClauses(-1)),
      'Alt-ArrowDown': run(moveClauses(1)),
      'Mod-Enter': always(this.options.onCite),
      Escape: always(this.options.onLeave),
    };
  },
  addProseMirrorPlugins: () => [new Plugin({ props: { handleDOMEvents: { keydown: readCaret } } })],
});
