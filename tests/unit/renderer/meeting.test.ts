import { describe, expect, it } from 'vitest';
import type { AgendaItem, Member, Note } from '../../../electron/contract/meetings.ts';
import { NOTE_KINDS } from '../../../db/domain/words.ts';
import { lookedAt, neighbour, readAgendaLine, takeUp, writeAgendaLine } from '../../../renderer/features/meetings/agenda-line.ts';
import { EMPTY_ENTRY, cycleKind, dueIn, nextEntry, readKeptEntry, writeKeptEntry } from '../../../renderer/features/meetings/entry.ts';
import { entryActionOf } from '../../../renderer/features/meetings/entry-keys.ts';
import { hoursAndMinutes, minutesOf, readClock, usedShare } from '../../../renderer/features/meetings/meeting-clock.ts';
import { readMemberLines } from '../../../renderer/features/meetings/member-lines.ts';
import { noteActionOf } from '../../../renderer/features/meetings/note-keys.ts';
import { groupNotes, lastAsker, shiftNote } from '../../../renderer/features/meetings/note-groups.ts';
import { THE_SECRETARIAT, candidatesFor, memberNamed, readPrefix, speakerLabel } from '../../../renderer/features/meetings/speaker.ts';

// Every name here is invented.
const member = (id: string, name: string, role: Member['role'] = 'member', more: Partial<Member> = {}): Member => ({ id, name, role, affiliation: '', field: '', ...more });
const members = [
  member('m1', '石田 正', 'chair'), member('m2', '森 はるか'), member('m3', '高木 由美'), member('m4', '高木 健'),
  member('m5', '大野（おおの）'), member('s1', '佐野 理', 'secretariat'),
];
const note = (id: string, kind: Note['kind'], agendaItemId: string | null = 'a1', more: Partial<Note> = {}): Note => ({
  id, kind, agendaItemId, meetingId: 'mt', speakerId: null, speaker: '', text: id, at: '2026-05-14T05:00:00Z', due: '', links: [], citations: [], ...more,
});
const agenda = (id: string): AgendaItem => ({ id, number: '1', title: id, minutes: null, state: 'open', itemIds: [], notes: 0 });

describe('speakers', () => {
  it('are named as minutes name them, and in full where two share a family name', () => {
    expect(members.map((each) => speakerLabel(each, members))).toEqual(['石田会長', '森委員', '高木 由美委員', '高木 健委員', '大野委員', '佐野']);
  });
  it('are found by family name, title, full name or office', () => {
    for (const [name, id] of [['森', 'm2'], ['森委員', 'm2'], ['森 はるか', 'm2'], ['会長', 'm1'], ['座長', 'm1'], ['石田委員', 'm1'], ['大野', 'm5']] as const) {
      expect(memberNamed(name, members)?.id, name).toBe(id);
    }
  });
  it('are not guessed where two could be meant or nobody is', () => {
    for (const name of ['高木', '副会長', '山', '']) expect(memberNamed(name, members)).toBeNull();
  });
  it('are set by a prefix, as are kinds; other words before a colon stay text', () => {
    expect(readPrefix('森：番号を渡せばよい', members)).toEqual({ rest: '番号を渡せばよい', taken: '森：', speaker: { speakerId: 'm2', speaker: '森委員' } });
    expect(readPrefix('事務局:三種類', members)).toEqual({ rest: '三種類', taken: '事務局:', speaker: THE_SECRETARIAT });
    expect(readPrefix('決定：', members)).toEqual({ rest: '', taken: '決定：', kind: 'decision' });
    expect(readPrefix('論点：二つある', members)).toBeNull();
    expect(readPrefix('高木：どちらか', members)).toBeNull();
    expect(readPrefix('時刻は14:30から', members)).toBeNull();
  });
  it('keep their digit whoever spoke last, and recent ones come first', () => {
    const list = candidatesFor('', members, [{ speakerId: 'm3', speaker: '' }]);
    expect(list.map((each) => [each.speakerId, each.key])).toEqual([['m3', '3'], ['m1', '1'], ['m2', '2'], ['m4', '4'], ['m5', '5'], ['s1', null], [null, '0']]);
  });
  it('are narrowed by kanji, by kana of a reading and by the secretariat’s', () => {
    expect(candidatesFor('高', members, []).map((each) => each.speakerId)).toEqual(['m3', 'm4']);
    expect(candidatesFor('オオノ', members, []).map((each) => each.speakerId)).toEqual(['m5']);
    expect(candidatesFor('じむ', members, []).map((each) => each.speaker)).toEqual(['事務局']);
  });
});

describe('the entry line', () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false, keyCode: 0, ...more });
  const typing = { empty: false, caretAtStart: false, composing: false };
  it('records on Enter', () => expect(entryActionOf(press('Enter', { keyCode: 13 }), typing)).toBe('record'));
  it('never records while kanji are being confirmed, whichever way the browser tells', () => {
    expect(entryActionOf(press('Enter', { isComposing: true }), typing)).toBeNull();
    expect(entryActionOf(press('Enter', { keyCode: 229 }), typing)).toBeNull();
    expect(entryActionOf(press('Enter'), { ...typing, composing: true })).toBeNull();
  });
  it('does nothing else either while kanji are being confirmed', () => {
    for (const key of ['Tab', 'F2', 'ArrowUp', 'Backspace']) expect(entryActionOf(press(key, { isComposing: true }), { empty: true, caretAtStart: true, composing: true })).toBeNull();
  });
  it('leaves Shift+Enter to the new line and Shift+Tab to leaving', () => {
    expect(entryActionOf(press('Enter', { shiftKey: true }), typing)).toBeNull();
    expect(entryActionOf(press('Tab', { shiftKey: true }), typing)).toBeNull();
  });
  it('goes up to the notes only from an empty line', () => {
    expect(entryActionOf(press('ArrowUp'), { ...typing, empty: true })).toBe('to-notes');
    expect(entryActionOf(press('ArrowUp'), typing)).toBeNull();
  });
  it('cycles through all kinds and back', () => {
    expect(NOTE_KINDS.map((kind) => cycleKind(cycleKind(kind), true))).toEqual([...NOTE_KINDS]);
    expect(cycleKind('memo')).toBe('explanation');
  });
  it('suggests the secretariat’s answer after a question, and the one who asked after the answer', () => {
    const asker = { speakerId: 'm2', speaker: '森委員' };
    const answer = nextEntry({ ...EMPTY_ENTRY, ...asker, kind: 'question', text: 'なぜか' }, null);
    expect(answer).toEqual({ ...EMPTY_ENTRY, ...THE_SECRETARIAT, kind: 'answer' });
    expect(nextEntry({ ...answer, text: '調整している' }, asker)).toEqual({ ...EMPTY_ENTRY, ...asker });
  });
  it('keeps the speaker and falls back to an opinion after a decision', () => {
    expect(nextEntry({ ...EMPTY_ENTRY, speakerId: 'm1', speaker: '石田会長', kind: 'decision', text: '決めた', pointIds: ['k1'] }, null)).toEqual({ ...EMPTY_ENTRY, speakerId: 'm1', speaker: '石田会長' });
  });
  it('reads the deadline out of an action', () => {
    expect(dueIn('各局の様式を集めて示す（8月20日まで）')).toBe('8月20日');
    expect(dueIn('次回までに示す')).toBe('次回');
    expect(dueIn('案を9月上旬までに配る')).toBe('9月上旬');
    expect(dueIn('令和8年5月末まで')).toBe('令和8年5月末');
    expect(dueIn('そこまでは求めない')).toBe('');
  });
});

describe('notes', () => {
  const notes = [note('q', 'question'), note('x', 'opinion', 'a2'), note('r1', 'answer'), note('r2', 'answer'), note('o', 'opinion'), note('r3', 'answer'), note('lost', 'memo', 'removed')];
  const groups = groupNotes(notes, [agenda('a1'), agenda('a2'), agenda('a3')], 'a3');
  it('stand under their agenda item in its order, the homeless first and the current one even while empty', () => {
    expect(groups.map((group) => [group.agenda?.id ?? null, group.notes.map((each) => each.note.id)])).toEqual([
      [null, ['lost']],
      ['a1', ['q', 'r1', 'r2', 'o', 'r3']],
      ['a2', ['x']],
      ['a3', []],
    ]);
  });
  it('are indented where they answer a question, and only there', () => {
    expect(groups[1]?.notes.map((each) => each.answers)).toEqual([false, true, true, false, false]);
  });
  it('know who asked last', () => {
    expect(lastAsker(notes.slice(0, 4), 'a1')?.id).toBe('q');
    expect(lastAsker(notes, 'a1')).toBeNull();
    expect(lastAsker([], 'a1')).toBeNull();
  });
  it('move past their neighbour in the group, whatever stands between them elsewhere', () => {
    const order = (move: { afterId: string | null } | null, id: string) => {
      const rest = notes.filter((each) => each.id !== id).map((each) => each.id);
      return move === null ? null : rest.toSpliced(move.afterId === null ? 0 : rest.indexOf(move.afterId) + 1, 0, id).filter((each) => ['q', 'r1', 'r2', 'o', 'r3'].includes(each));
    };
    expect(order(shiftNote(notes, groups, 'r1', 'up'), 'r1')).toEqual(['r1', 'q', 'r2', 'o', 'r3']);
    expect(order(shiftNote(notes, groups, 'q', 'down'), 'q')).toEqual(['r1', 'q', 'r2', 'o', 'r3']);
  });
  it('move into the next group at the edge of theirs, and stop at the last', () => {
    expect(shiftNote(notes, groups, 'q', 'up')).toEqual({ afterId: 'lost', agendaItemId: null });
    expect(shiftNote(notes, groups, 'x', 'down')).toEqual({ afterId: 'q', agendaItemId: 'a3' });
    expect(shiftNote(notes, groups, 'lost', 'up')).toBeNull();
  });
});

describe('the clock of a meeting', () => {
  it('reads times as people write them', () => {
    expect(['14:00', '１４：３０', '午後2時', '14時半', '午前9時05分', '未定', '25:00', ''].map(minutesOf)).toEqual([840, 870, 840, 870, 545, null, null, null]);
  });
  it('counts down to the start, to the end, and over it', () => {
    const at = (h: number, m: number) => new Date(2026, 4, 14, h, m);
    expect(readClock(at(13, 48), '14:00', '16:00')).toEqual({ state: 'before', minutes: 12 });
    expect(readClock(at(14, 38), '14:00', '16:00')).toEqual({ state: 'running', minutes: 82 });
    expect(readClock(at(16, 5), '14:00', '16:00')).toEqual({ state: 'over', minutes: 5 });
    expect(readClock(at(14, 0), '', '')).toBeNull();
    expect(hoursAndMinutes(82)).toEqual({ h: 1, m: 22 });
  });
  it('measures an agenda item against its plan', () => {
    expect(usedShare('2026-05-14T05:00:00Z', '2026-05-14T05:21:00Z', 35)).toBeCloseTo(0.6);
    expect(usedShare('2026-05-14T05:00:00Z', '2026-05-14T05:21:00Z', null)).toBeNull();
  });
});

describe('a pasted list of members', () => {
  it('is read in the orders committees print it in', () => {
    expect(readMemberLines('会長　石田 正（みなみ大学教授）\n◎ 森 はるか\n1 高木 由美\t白浜商工会\n大野 修 委員\n事務局\t佐野 理\n\n副会長: 原 一（はら はじめ）')).toEqual([
      { name: '石田 正', affiliation: 'みなみ大学教授', role: 'chair' },
      { name: '森 はるか', affiliation: '', role: 'chair' },
      { name: '高木 由美', affiliation: '白浜商工会', role: 'member' },
      { name: '大野 修', affiliation: '', role: 'member' },
      { name: '佐野 理', affiliation: '', role: 'secretariat' },
      { name: '原 一（はら はじめ）', affiliation: '', role: 'vice-chair' },
    ]);
  });
});

describe('the agenda', () => {
  const items = [agenda('a1'), agenda('a2'), agenda('a3')].map((item, at) => ({ ...item, state: (['done', 'current', 'open'] as const)[at] ?? 'open' }));
  it('is typed with its planned time behind it, and comes apart the same', () => {
    expect(readAgendaLine('基本的な考え方（案）　35分')).toEqual({ title: '基本的な考え方（案）', minutes: 35 });
    expect(readAgendaLine('その他（1時間30分）')).toEqual({ title: 'その他', minutes: 90 });
    expect(readAgendaLine('１０分')).toEqual({ title: '１０分', minutes: null });
    expect(readAgendaLine('開会')).toEqual({ title: '開会', minutes: null });
    for (const item of [{ title: '開会', minutes: null }, { title: '質疑（前半）', minutes: 5 }]) expect(readAgendaLine(writeAgendaLine(item))).toEqual(item);
  });
  it('ends the item before when the meeting moves on, and opens it again when it goes back', () => {
    expect(takeUp(items, 'a3')).toEqual([{ id: 'a2', state: 'done' }, { id: 'a3', state: 'current' }]);
    expect(takeUp(items, 'a1')).toEqual([{ id: 'a1', state: 'current' }, { id: 'a2', state: 'open' }]);
    expect(takeUp(items, 'a2')).toEqual([]);
  });
  it('goes on from the current item, starts with the first, and stops at its ends', () => {
    expect(neighbour(items, 'a2', 'next')).toBe('a3');
    expect(neighbour(items, 'a3', 'next')).toBeNull();
    expect(neighbour(items, 'a1', 'previous')).toBeNull();
    expect(neighbour(items, null, 'next')).toBe('a1');
    expect(neighbour([], null, 'next')).toBeNull();
  });
  it('shows the current item, without one the last done that is linked, else the first linked', () => {
    const item = (id: string, state: AgendaItem['state'], itemIds: string[] = []): AgendaItem => ({ ...agenda(id), state, itemIds });
    expect(lookedAt([item('a1', 'done', ['i1']), item('a2', 'current')])?.id).toBe('a2');
    expect(lookedAt([item('a1', 'done', ['i1']), item('a2', 'done', ['i2']), item('a3', 'done'), item('a4', 'open', ['i3'])])?.id).toBe('a2');
    expect(lookedAt([item('a1', 'open'), item('a2', 'open', ['i2']), item('a3', 'open', ['i3'])])?.id).toBe('a2');
    expect(lookedAt([item('a1', 'done')])).toBeNull();
  });
});

describe('what is kept of an entry', () => {
  it('comes back as it was, and nothing comes of anything else', () => {
    const head = { speakerId: 'm2', speaker: '森委員', kind: 'question' as const, pointIds: ['k1'] };
    expect(readKeptEntry(writeKeptEntry(head))).toEqual(head);
    for (const other of ['', '{', '{"kind":"shout"}']) expect(readKeptEntry(other)).toBeNull();
  });
});

describe('keys on a recorded note', () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  it('are those of the entry line, and Enter corrects the words', () => {
    expect(['Enter', 'F2', 'Tab', 'Delete', 'Escape'].map((key) => noteActionOf(press(key)))).toEqual(['edit', 'kind', 'speaker', 'remove', 'leave']);
    expect(noteActionOf(press('ArrowUp', { altKey: true }))).toBe('shift-up');
    expect(noteActionOf(press('l', { ctrlKey: true }))).toBe('link');
  });
  it('leave Shift+Tab, undo and letters to others', () => {
    for (const other of [press('Tab', { shiftKey: true }), press('z', { ctrlKey: true }), press('a')]) expect(noteActionOf(other)).toBeNull();
  });
});
