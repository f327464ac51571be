import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** Puts the caret at the end of a clause and shows it near the top of the sheet; false where the draft has no such clause. */
export function goToClause(editor: Editor, clauseId: string): boolean {
  const { view } = editor;
  let place = -1;
  let end = 0;
  view.state.doc.forEach((block, offset, at) => {
    if (block.attrs['id'] !== clauseId) return;
    place = at;
    end = offset + block.nodeSize - 1;
  });
  if (place < 0) return false;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(end), -1)));
  view.focus();
  view.dom.children[place]?.scrollIntoView({ block: 'start' });
  return true;
}
