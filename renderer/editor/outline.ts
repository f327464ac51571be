import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { plainText } from '../../db/domain/clause-content.ts';
import { clauseAt } from './clause-commands.ts';
import { clauseOf } from './clause-doc.ts';
import { clauseNumbers } from './clause-numbers.ts';

/** One line of the contents list. */
export type OutlineEntry = { id: string; level: number; number: string; text: string };

/** The headings of the draft in order, and which of them the caret stands under (null above the first). */
export function outlineOf(state: EditorState): { entries: OutlineEntry[]; currentId: string | null } {
  const numbers = clauseNumbers(state);
  const here = clauseAt(state.selection.$from)?.at ?? 0;
  const entries: OutlineEntry[] = [];
  let currentId: string | null = null;
  state.doc.forEach((block, _offset, at) => {
    if (block.attrs['kind'] !== 'heading') return;
    const id = String(block.attrs['id']);
    entries.push({ id, level: Math.max(1, Number(block.attrs['level'])), number: numbers.get(id)?.number ?? '', text: plainText(clauseOf(block).content) });
    if (at <= here) currentId = id;
  });
  return { entries, currentId };
}

const counted = new WeakMap<Node, number>();

/** Characters of the draft without white space, numbers and citations. */
export function countCharacters(doc: Node): number {
  return doc.children.reduce((sum, block) => {
    const known = counted.get(block) ?? plainText(clauseOf(block).content).replaceAll(/\s/g, '').length;
    counted.set(block, known);
    return sum + known;
  }, 0);
}
