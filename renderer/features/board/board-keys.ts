import type { Direction } from './board-grid.ts';

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export type BoardAction =
  | { do: 'go'; direction: Direction; extend: boolean }
  | { do: 'shift'; direction: 'up' | 'down' }
  | { do: 'retype'; direction: 'left' | 'right' }
  | { do: 'edit' | 'remove' | 'toggle-link' | 'select-all' | 'escape' };

const ARROWS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', Home: 'first', End: 'last' };

function whileLinking(key: string): BoardAction | null {
  const arrow = ARROWS[key];
  if (arrow !== undefined) return { do: 'go', direction: arrow, extend: false };
  if (key === ' ') return { do: 'toggle-link' };
  return key === 'Escape' || key === 'Enter' ? { do: 'escape' } : null;
}

/**
 * What a key means on a point of the board while no text is being typed. The letters (V, K, E, L…) are commands of the
 * screen and not read here. While linking, only what links or ends it works.
 * @returns null where the key means nothing here and keeps its ordinary meaning.
 */
export function boardActionOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress, linking: boolean): BoardAction | null {
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' && !altKey && !shiftKey && !linking ? { do: 'select-all' } : null;
  if (linking) return altKey ? null : whileLinking(key);
  const arrow = ARROWS[key];
  if (altKey) {
    if (arrow === 'up' || arrow === 'down') return { do: 'shift', direction: arrow };
    return arrow === 'left' || arrow === 'right' ? { do: 'retype', direction: arrow } : null;
  }
  if (arrow !== undefined) return { do: 'go', direction: arrow, extend: shiftKey };
  if (key === 'Enter' || key === 'F2') return { do: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { do: 'remove' };
  return key === 'Escape' ? { do: 'escape' } : null;
}
