import { describe, expect, it } from 'vitest';
import { isComposing, isPress, keyLabel } from '../../../renderer/shared/keys.ts';

const press = (key: string, more: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> & { code?: string } = {}) =>
  ({ key, code: '', ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...more });

describe('shortcuts', () => {
  it('wants exactly the modifiers that are written', () => {
    expect(isPress(press('z', { ctrlKey: true }), 'mod+z')).toBe(true);
    expect(isPress(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+z')).toBe(false);
    expect(isPress(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+z')).toBe(true);
    expect(isPress(press('z'), 'mod+z')).toBe(false);
    expect(isPress(press('v', { ctrlKey: true }), 'v')).toBe(false);
    expect(isPress(press('k', { ctrlKey: true, metaKey: true }), 'mod+k')).toBe(false);
  });

  it('knows a letter by its place on the keyboard while kana are typed', () => {
    expect(isPress(press('ひ', { code: 'KeyV' }), 'v')).toBe(true);
  });

  it('takes a sign that needs Shift on this keyboard as it is', () => {
    expect(isPress(press('?', { shiftKey: true }), '?')).toBe(true);
    expect(isPress(press(',', { ctrlKey: true }), 'mod+,')).toBe(true);
  });

  it('never takes a key of the input method for a shortcut', () => {
    expect(isComposing({ isComposing: true })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
    expect(isComposing({ nativeEvent: { isComposing: true } })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
  });

  it('names keys as they are printed', () => {
    expect(keyLabel('mod+shift+arrowup')).toBe('Ctrl Shift ↑');
    expect(keyLabel('v')).toBe('V');
  });
});
