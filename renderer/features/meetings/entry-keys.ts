/** The part of a keyboard event that decides; keyCode is the only sign some input methods give. */
export type EntryPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'keyCode'>;

export type EntryAction = 'record' | 'speaker' | 'kind' | 'kind-back' | 'next-agenda' | 'previous-agenda' | 'link' | 'to-notes' | 'restore-prefix';

/** Where the caret is and whether an input method still has the text. */
export type EntryState = {
  empty: boolean;
  caretAtStart: boolean;
  /** From compositionstart to the task after compositionend: some browsers send the confirming Enter after compositionend. */
  composing: boolean;
};

/**
 * What a key means in the entry line of a meeting.
 * @returns null for everything that belongs to typing, above all every key while kanji are being confirmed.
 */
export function entryActionOf(press: EntryPress, state: EntryState): EntryAction | null {
  if (press.isComposing || press.keyCode === 229 || state.composing) return null;
  const { key, shiftKey, altKey } = press;
  const command = press.ctrlKey || press.metaKey;
  if (altKey) return null;
  if (command) {
    if (key === 'ArrowDown') return 'next-agenda';
    if (key === 'ArrowUp') return 'previous-agenda';
    return key.toLowerCase() === 'l' ? 'link' : null;
  }
  if (key === 'F2') return shiftKey ? 'kind-back' : 'kind';
  if (shiftKey) return null;
  if (key === 'Enter') return 'record';
  if (key === 'Tab') return 'speaker';
  if (key === 'ArrowUp' && state.empty) return 'to-notes';
  return key === 'Backspace' && state.caretAtStart ? 'restore-prefix' : null;
}
