const MAC = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

/** What is drawn on each key, by the name used in a shortcut; `mod` is ⌘ on a Mac and Ctrl elsewhere. */
const CAPS: Readonly<Record<string, string>> = {
  mod: MAC ? '⌘' : 'Ctrl', shift: MAC ? '⇧' : 'Shift', alt: MAC ? '⌥' : 'Alt',
  enter: 'Enter', escape: 'Esc', backspace: MAC ? '⌫' : 'BackSpace', delete: 'Del', tab: 'Tab', space: 'Space',
  pageup: 'PgUp', pagedown: 'PgDn', arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→',
};

/** 「mod+shift+z」 → 「Ctrl Shift Z」, as it is printed on this machine's keys. */
export function keyLabel(keys: string): string {
  return keys.split('+').map((key) => CAPS[key.toLowerCase()] ?? key.toUpperCase()).join(' ');
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/**
 * Whether a key press is the shortcut: 「mod+k」「shift+arrowup」「v」. Letters and digits are also compared by their place
 * on the keyboard, since Alt on a Mac and kana input change what they type.
 */
export function isPress(event: KeyPress, keys: string): boolean {
  const parts = keys.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const mod = MAC ? event.metaKey : event.ctrlKey;
  const other = MAC ? event.ctrlKey : event.metaKey;
  if (mod !== parts.includes('mod') || event.altKey !== parts.includes('alt') || other) return false;
  const symbol = key.length === 1 && !/[a-z0-9]/.test(key);
  if (!symbol && event.shiftKey !== parts.includes('shift')) return false;
  return event.key.toLowerCase() === (key === 'space' ? ' ' : key) || event.code === `Key${key.toUpperCase()}` || event.code === `Digit${key}`;
}

/**
 * Whether a key press belongs to an input method: the Enter that confirms kanji, the arrows that choose a candidate.
 * Chromium marks them isComposing; keyCode 229 is what remains where a browser ends the composition first.
 */
export function isComposing(event: { isComposing?: boolean; keyCode?: number; nativeEvent?: { isComposing: boolean; keyCode?: number } }): boolean {
  const native = event.nativeEvent ?? event;
  return native.isComposing === true || native.keyCode === 229;
}

/** Whether keys typed here are text: an input, a text area, a select or an editable document. */
export function isTextField(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio', 'range', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
