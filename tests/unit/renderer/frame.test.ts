import { describe, expect, it } from 'vitest';
import type { CommitteeSummary } from '../../../electron/contract/committees.ts';
import { isTouchedBy } from '../../../renderer/app/query-client.ts';
import { sortCommittees } from '../../../renderer/features/shelf/sort-committees.ts';
import { translate } from '../../../renderer/i18n/index.ts';
import { whenSaid } from '../../../renderer/shared/when.ts';

describe('what is read again after a change', () => {
  const notice = { committeeId: 'a', tables: ['point'] };

  it('is everything of that committee, the shelf and the search, and nothing of another', () => {
    expect(isTouchedBy(['points.list', { committeeId: 'a', itemId: null }], notice)).toBe(true);
    expect(isTouchedBy(['points.list', { committeeId: 'b', itemId: null }], notice)).toBe(false);
    expect(isTouchedBy(['committees.list', {}], notice)).toBe(true);
    expect(isTouchedBy(['search.all', { text: '窓口', committeeId: 'b' }], notice)).toBe(true);
  });

  it('is only what shows the draft where nothing but words of clauses changed', () => {
    const typed = { committeeId: 'a', tables: ['clause'] };
    expect(isTouchedBy(['drafts.get', { committeeId: 'a', id: 'd' }], typed)).toBe(true);
    expect(isTouchedBy(['points.all', { committeeId: 'a' }], typed)).toBe(false);
    expect(isTouchedBy(['points.all', { committeeId: 'a' }], { committeeId: 'a', tables: ['clause', 'citation'] })).toBe(true);
  });

  it('is everything of the store where the change names no committee, but never what is no record', () => {
    expect(isTouchedBy(['points.list', { committeeId: 'b', itemId: null }], { committeeId: null, tables: [] })).toBe(true);
    expect(isTouchedBy(['app.info', {}], { committeeId: null, tables: [] })).toBe(false);
  });
});

describe('the shelf', () => {
  const committee = (name: string, changedAt: string | null): CommitteeSummary =>
    ({ id: name, name, municipality: '', purpose: '', sample: false, items: 0, issues: 0, openIssues: 0, meetings: 0, papers: 0, changedAt });
  const list = [committee('い 第10期', null), committee('あ', '2026-05-01T00:00:00Z'), committee('い 第9期', '2026-06-01T00:00:00Z')];

  it('sorts by the last change, those never changed at the end', () => {
    expect(sortCommittees(list, 'change').map(({ name }) => name)).toEqual(['い 第9期', 'あ', 'い 第10期']);
  });

  it('sorts by name with numbers as numbers', () => {
    expect(sortCommittees(list, 'name').map(({ name }) => name)).toEqual(['あ', 'い 第9期', 'い 第10期']);
  });

  it('says a time as one would: today, yesterday, then the day, with the year where it is another', () => {
    const now = new Date(2026, 4, 14, 9, 0);
    const said = (date: Date) => whenSaid(date.toISOString(), translate, 'ja', now);
    expect(said(new Date(2026, 4, 14, 0, 5))).toBe('きょう 0:05');
    expect(said(new Date(2026, 4, 13, 23, 59))).toBe('きのう 23:59');
    expect(said(new Date(2026, 1, 3))).toBe('2月3日');
    expect(said(new Date(2025, 10, 3))).toBe('2025年11月3日');
  });
});
