import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../db/domain/coverage.ts';

describe('coverage', () => {
  it('counts an issue as answered by a clause, reasoned by a reason, open otherwise', () => {
    expect(coverageOf(
      [{ id: 'a', reason: null }, { id: 'b', reason: '国の動向を見る' }, { id: 'c', reason: ' ' }, { id: 'd', reason: '済み' }],
      [{ clauseId: '1', targetId: 'a' }, { clauseId: '2', targetId: 'a' }, { clauseId: '1', targetId: 'a' }, { clauseId: '1', targetId: 'd' }, { clauseId: '1', targetId: 'x' }],
    )).toEqual({
      issues: [
        { id: 'a', state: 'answered', clauseIds: ['1', '2'] }, { id: 'b', state: 'reasoned', clauseIds: [] },
        { id: 'c', state: 'open', clauseIds: [] }, { id: 'd', state: 'answered', clauseIds: ['1'] },
      ],
      total: 4, open: 1, answered: 2, reasoned: 1,
    });
  });

  it('always adds up', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(fc.property(fc.uniqueArray(fc.record({ id, reason: fc.option(fc.string()) }), { selector: (i) => i.id }), fc.array(fc.record({ clauseId: id, targetId: id })), (issues, citations) => {
      const all = coverageOf(issues, citations);
      expect(all.open + all.answered + all.reasoned).toBe(all.total);
      expect(all.total).toBe(issues.length);
    }));
  });
});
