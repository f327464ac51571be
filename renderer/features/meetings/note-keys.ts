import type { KeyPress } from '../board/board-keys.ts';

export type NoteAction = 'up' | 'down' | 'first' | 'last' | 'shift-up' | 'shift-down' | 'edit' | 'kind' | 'kind-back' | 'speaker' | 'link' | 'remove' | 'leave';

const PLAIN: Record<string, NoteAction> = {
  ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last', Enter: 'edit', Tab: 'speaker', Delete: 'remove', Backspace: 'remove', Escape: 'leave',
};

/** What a key means on a recorded note: the same keys as in the entry line, and Enter to correct its words. null: nothing. */
export function noteActionOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): NoteAction | null {
  if (ctrlKey || metaKey) return key.toLowerCase() === 'l' && !altKey ? 'link' : null;
  if (altKey) return key === 'ArrowUp' ? 'shift-up' : key === 'ArrowDown' ? 'shift-down' : null;
  if (key === 'F2') return shiftKey ? 'kind-back' : 'kind';
  return shiftKey ? null : (PLAIN[key] ?? null);
}
