import { describe, expect, it } from 'vitest';
import type { Item, Point } from '../../../electron/contract/board.ts';
import { clauseChange, stretches } from '../../../renderer/features/draft/clause-change.ts';
import { citationLabels, coverageOf, filtered, noteGroups, pointGroups } from '../../../renderer/features/draft/evidence.ts';

const item = (id: string, number: string): Item => ({ id, number, title: '窓口', viewpoints: 0, issues: 0, examples: 0, openIssues: 0, answeredIssues: 0, reasonedIssues: 0 });
const point = (id: string, more: Partial<Point> = {}): Point => ({
  id, itemId: 'i1', kind: 'issue', number: '①', text: `文${id}`, parentId: null, cities: [], reason: '', state: 'open', linkedIds: [], notes: 0, citations: [], hasSource: false, vanished: false, ...more,
});

describe('what can be cited', () => {
  const points = [
    point('a', { linkedIds: ['x', 'y', 'b'], notes: 2 }),
    point('b', { number: '②', state: 'answered', text: 'ＩＣＴの窓口' }),
    point('c', { itemId: null, number: '①', state: 'reasoned' }),
    point('x', { kind: 'example', cities: ['東川市', '西川市'], state: null }),
    point('y', { kind: 'viewpoint', state: null }),
    point('z', { kind: 'example', parentId: 'x', number: '', state: null }),
  ];

  it('stands under its item, what is outside the items last, with how much bears on it', () => {
    const groups = pointGroups('issue', [item('i1', '(1)'), item('i2', '(2)')], points, '外');
    expect(groups.map(({ title, entries }) => [title, entries.map(({ id }) => id)])).toEqual([['(1) 窓口', ['a', 'b']], ['外', ['c']]]);
    expect(groups[0]?.entries[0]?.linked).toEqual({ viewpoint: 1, issue: 1, example: 1, note: 2 });
  });

  it('is found by every word, in any width, by city, and by what is open', () => {
    const issues = pointGroups('issue', [item('i1', '(1)')], points, '外');
    const ids = (groups: typeof issues) => groups.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(ids(filtered(issues, 'ict', false))).toEqual(['b']);
    expect(ids(filtered(issues, '', true))).toEqual(['a']);
    expect(ids(filtered(pointGroups('example', [item('i1', '(1)')], points, '外'), '西川', false))).toEqual(['x']);
    expect(filtered(issues, 'どこにもない', false)).toEqual([]);
  });

  it('is called as its paper calls it, a child line by the number above it, a removed one as removed', () => {
    const groups = pointGroups('example', [item('i1', '(1)')], points, '外');
    const labels = citationLabels([{ id: 'old', kind: 'issue', label: '課題', text: '旧', cities: [], itemId: null, exists: false }], groups, '（削除済み）');
    expect(labels.get('x')).toMatchObject({ text: '事例① 東川市 西川市', exists: true });
    expect(labels.get('z')?.text).toBe('事例①');
    expect(labels.get('old')).toMatchObject({ text: '課題（削除済み）', exists: false });
  });

  it('counts issues by their state; what has none does not count', () => {
    expect(coverageOf(points)).toEqual({ answered: 1, reasoned: 1, open: 1 });
  });

  it('lists notes under their meetings, the latest first', () => {
    const meeting = (id: string) => ({ id, label: `${id}回`, dateRaw: '', start: null, end: null, precision: 'none' as const, dateFlag: null, topics: '', agendaItems: 0, notes: 0 });
    const note = (id: string, meetingId: string) => ({ id, meetingId, agendaItemId: null, speakerId: null, speaker: '森委員', kind: 'opinion' as const, text: id, at: '', due: '', links: [], citations: [] });
    expect(noteGroups([meeting('1'), meeting('2'), meeting('3')], [note('n', '1'), note('m', '2')]).map(({ id, entries }) => [id, entries[0]?.id])).toEqual([['2', 'm'], ['1', 'n']]);
  });
});

describe('the history of a clause', () => {
  it('names the words that came, went or changed', () => {
    expect(clauseChange(null, '区は聞く')).toEqual({ did: 'wrote' });
    expect(clauseChange(null, '')).toEqual({ did: 'wroteEmpty' });
    expect(clauseChange('区は聞く', null)).toEqual({ did: 'removedClause' });
    expect(clauseChange('区は聞く', '区は声を聞く')).toEqual({ did: 'addedWords', text: '声を' });
    expect(clauseChange('区は声を聞く', '区は聞く')).toEqual({ did: 'removedWords', text: '声を' });
    expect(clauseChange('8億円', '12億円')).toEqual({ did: 'replacedWords', before: '8', after: '12' });
    expect(clauseChange('区', '区')).toEqual({ did: 'samewords' });
  });

  it('is one entry for what one author wrote without a long pause', () => {
    const entry = (minute: number, author: string, before: string | null, after: string) => ({ at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(), author, before, after });
    const entries = [entry(40, '佐野', '区は聞', '区は聞く'), entry(39, '佐野', '区は', '区は聞'), entry(20, '佐野', '区', '区は'), entry(19, '森', null, '区')];
    expect(stretches(entries).map(({ author, before, after }) => [author, before, after])).toEqual([['佐野', '区は', '区は聞く'], ['佐野', '区', '区は'], ['森', null, '区']]);
  });
});
