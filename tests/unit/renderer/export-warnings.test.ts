import { expect, it } from 'vitest';
import { textContent } from '../../../db/domain/clause-content.ts';
import type { Point } from '../../../electron/contract/board.ts';
import type { Clause } from '../../../electron/contract/drafts.ts';
import { exportWarnings, fileSize, suggestedName } from '../../../renderer/features/export/export-warnings.ts';

const point = (id: string, state: Point['state']): Point => ({
  id, itemId: null, kind: 'issue', number: '①', text: id, parentId: null, cities: [], reason: '', state, linkedIds: [], notes: 0, citations: [], hasSource: false, vanished: false,
});
const clause = (id: string, targetIds: string[]): Clause => ({
  id, kind: 'paragraph', level: 0, numbered: false, number: '', label: '', content: { form: 'runs', runs: targetIds.map((targetId) => ({ t: 'cite', targetId })) },
});
const target = (id: string, exists: boolean) => ({ id, kind: 'issue' as const, label: '課題①', text: '', cities: [], itemId: null, exists });

it('counts open issues and citations of what was removed, and knows the first of each', () => {
  const warnings = exportWarnings(
    [point('a', 'answered'), point('b', 'open'), point('c', 'open'), point('d', null)],
    [clause('1', ['x']), clause('2', ['x', 'gone']), { ...clause('3', ['gone']), content: textContent('文') }],
    [target('x', true), target('gone', false)],
  );
  expect(warnings).toMatchObject({ openIssues: 2, firstOpenIssue: { id: 'b' }, goneCitations: 1, firstGoneClauseId: '2' });
});

it('suggests file names that every system takes', () => {
  expect(suggestedName('区役所等の在り方：審議資料', '資料2', 'docx')).toBe('資料2_区役所等の在り方：審議資料.docx');
  expect(suggestedName('a/b\\c:d*e?"<>|', '', 'pdf')).toBe('abcde.pdf');
  expect(suggestedName(' . ', '', 'md')).toBe('report.md');
  expect(suggestedName('長'.repeat(300), '', 'md').length).toBeLessThan(90);
});

it('writes sizes as people read them', () => {
  expect([fileSize(120), fileSize(218_404), fileSize(1_440_000)]).toEqual(['1 KB', '218 KB', '1.4 MB']);
});
