import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, diffClauses, isNothing, rebaseClauses } from '../../../renderer/editor/diff-clauses.ts';
import { clause, clauseList, edited } from './clause-arbitraries.ts';

const oldAndNew = clauseList().chain((old) => fc.tuple(fc.constant(old), edited(old)));

describe('what the autosave sends', () => {
  it('turns the old list into the new one, whatever was changed, moved, added or removed', () => {
    fc.assert(fc.property(oldAndNew, ([old, next]) => {
      expect(applyChanges(old, diffClauses(old, next))).toEqual(next);
    }));
  });

  it('sends nothing where nothing changed', () => {
    fc.assert(fc.property(clauseList(), (list) => {
      expect(isNothing(diffClauses(list, structuredClone(list)))).toBe(true);
    }));
  });

  it('sends only the one clause that was moved over many', () => {
    const list = ['a', 'b', 'c', 'd', 'e'].map((id) => clause('p0 文', id));
    const [first, ...others] = list;
    if (!first) throw new Error('no first clause');
    const { upserts, removes, typing } = diffClauses(list, [...others, first]);
    expect(upserts.map(({ id, afterId }) => [id, afterId])).toEqual([['a', 'e']]);
    expect(removes).toEqual([]);
    expect(typing).toBe(false);
  });

  it('calls it typing only while the text of standing clauses changes', () => {
    const list = [clause('p3 一', 'a'), clause('p3 二', 'b')];
    expect(diffClauses(list, [clause('p3 一つ', 'a'), clause('p3 二', 'b')]).typing).toBe(true);
    expect(diffClauses(list, [clause('p4 一', 'a'), clause('p3 二', 'b')]).typing).toBe(false);
    expect(diffClauses(list, [clause('p3 一', 'a')]).typing).toBe(false);
    expect(diffClauses(list, [...list, clause('p3', 'c')]).typing).toBe(false);
  });
});

describe('changes from elsewhere under unsaved typing', () => {
  const threeWay = clauseList().chain((base) => fc.tuple(fc.constant(base), edited(base, 'm'), edited(base, 't')));

  it('gives mine where nothing came, theirs where nothing was typed', () => {
    fc.assert(fc.property(oldAndNew, ([base, other]) => {
      expect(rebaseClauses(base, other, base)).toEqual(other);
      expect(rebaseClauses(base, base, other)).toEqual(other);
    }));
  });

  it('loses no text a person typed and no text that came, and doubles no clause', () => {
    fc.assert(fc.property(threeWay, ([base, mine, theirs]) => {
      const merged = rebaseClauses(base, mine, theirs);
      const ids = merged.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const was = new Map(base.map((c) => [c.id, JSON.stringify(c)]));
      const typed = mine.filter((c) => was.get(c.id) !== JSON.stringify(c));
      for (const c of typed) expect(merged).toContainEqual(c);
      const typedIds = new Set(typed.map(({ id }) => id));
      for (const c of theirs) {
        if (was.get(c.id) !== JSON.stringify(c) && !typedIds.has(c.id)) expect(merged).toContainEqual(c);
      }
    }));
  });

  it('keeps a clause that was removed on one side and edited on the other', () => {
    const base = [clause('p0 一', 'a'), clause('p0 二', 'b'), clause('p0 三', 'c')];
    const editedB = [clause('p0 一', 'a'), clause('p0 二つ', 'b'), clause('p0 三', 'c')];
    const removedB = [clause('p0 一', 'a'), clause('p0 三', 'c')];
    expect(rebaseClauses(base, editedB, removedB)).toEqual(editedB);
    expect(rebaseClauses(base, removedB, editedB)).toEqual(editedB);
    expect(rebaseClauses(base, removedB, base)).toEqual(removedB);
  });
});
