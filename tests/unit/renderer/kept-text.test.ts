// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { Preferences } from '../../../electron/contract/app.ts';
import { preferences, setPreferences } from '../../../renderer/app/preferences.ts';
import { keep, readKept } from '../../../renderer/shared/kept-text.ts';

beforeEach(() => setPreferences({ view: { 'board.left': 270 } }));

describe('text that is typed and not recorded', () => {
  it('is kept whole, however long, in values the preferences accept', () => {
    const text = '支所の窓口でも同じ番号を使う。'.repeat(500);
    keep('meeting.m1', text);
    expect(readKept('meeting.m1')).toBe(text);
    expect(Preferences.safeParse(preferences()).success).toBe(true);
  });
  it('leaves nothing behind when it becomes shorter or is recorded', () => {
    keep('meeting.m1', 'あ'.repeat(5000));
    keep('meeting.m1', '短い');
    expect(readKept('meeting.m1')).toBe('短い');
    keep('meeting.m1', '');
    expect(preferences().view).toEqual({ 'board.left': 270 });
  });
  it('is not mixed up with another of a similar name', () => {
    keep('meeting.m1', '一');
    keep('meeting.m10', '十');
    keep('meeting.m1', '');
    expect(readKept('meeting.m10')).toBe('十');
  });
  it('is written only when it differs from what is on disk', () => {
    keep('meeting.m1', '一');
    const written = preferences();
    keep('meeting.m1', '一');
    expect(preferences()).toBe(written);
  });
});
