import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../../electron/contract/search.ts';
import { hitPlace } from '../../../renderer/features/search/hit-place.ts';
import { paletteEntries } from '../../../renderer/features/search/palette-entries.ts';

const hit = (more: Partial<SearchHit>): SearchHit => ({
  kind: 'issue', id: 'x', committeeId: 'c', committeeName: '会', library: false, place: '', before: '', match: '窓口', after: '', itemId: null, meetingId: null, draftId: null, paperId: null, offset: null, ...more,
});
const command = (id: string, label: string, listed = true) => ({ id, label, listed, run: () => {} });

describe('where a hit leads', () => {
  it('selects a point on the board of its item, or outside the items', () => {
    expect(hitPlace(hit({ itemId: 'i' }))).toEqual({ path: '/c/c/board/i', focus: { pointId: 'x' } });
    expect(hitPlace(hit({})).path).toBe('/c/c/board/outside');
  });

  it('marks the match in a paper', () => {
    expect(hitPlace(hit({ kind: 'paper', paperId: 'x', offset: 40 }))).toEqual({ path: '/c/c/papers/x', focus: { start: 40, end: 42 } });
  });

  it('opens the meeting of a note and the draft of a clause', () => {
    expect(hitPlace(hit({ kind: 'note', meetingId: 'm' }))).toEqual({ path: '/c/c/meetings/m', focus: { noteId: 'x' } });
    expect(hitPlace(hit({ kind: 'clause', draftId: 'd' }))).toEqual({ path: '/c/c/draft/d', focus: { clauseId: 'x' } });
  });
});

describe('what the palette lists', () => {
  const commands = [command('a', '課題を加える'), command('b', 'Undo'), command('c', '元に戻す', false), command('a', '課題を加える')];

  it('lists recent commands first where nothing is typed, each command once, and no unlisted one', () => {
    const groups = paletteEntries('', commands, [], ['b', 'gone']);
    expect(groups.map((group) => [group.key, group.entries.map((entry) => entry.id)])).toEqual([['recent', ['command.b']], ['commands', ['command.a']]]);
  });

  it('finds commands by any part of their name in either width and case, beside the hits by kind', () => {
    expect(paletteEntries('ｕＮＤ', commands, [], []).flatMap((group) => group.entries.map((entry) => entry.id))).toEqual(['command.b']);
    const groups = paletteEntries('課題', commands, [hit({ kind: 'paper', id: 'p', offset: 3 }), hit({ id: 'q' })], []);
    expect(groups.map((group) => group.key)).toEqual(['commands', 'issue', 'paper']);
  });
});
