import { describe, expect, it } from 'vitest';
import { plainText } from '../../db/domain/clause-content.ts';
import { POINT_KINDS } from '../../db/domain/words.ts';
import { newDesk } from '../support/services.ts';

async function openSample() {
  const desk = newDesk();
  const { committeeId } = await desk.call('committees.openSample', {});
  return { desk, committeeId };
}

describe('the sample committee', () => {
  it('is made by the recogniser and the import that every paper goes through', async () => {
    const { desk, committeeId } = await openSample();
    const items = await desk.call('items.list', { committeeId });
    expect(items.map(({ viewpoints, issues, examples }) => [viewpoints, issues, examples])).toEqual([[4, 5, 5], [4, 4, 4], [4, 4, 5]]);
    const points = await desk.call('points.all', { committeeId });
    expect(points.filter((point) => point.itemId === null)).toEqual([]);
    expect(points.filter((point) => point.parentId !== null).map(({ cities }) => cities)).toEqual([['新潟市'], ['静岡市']]);
    expect(points.every((point) => point.hasSource)).toBe(true);
    const [paper] = await desk.call('papers.list', { committeeId });
    const { text } = await desk.call('papers.text', { committeeId, paperId: paper?.id ?? '' });
    for (const point of points) {
      const { passages } = await desk.call('points.evidence', { committeeId, id: point.id });
      expect(passages.map(({ quote }) => quote).join('')).toContain(point.text);
      for (const { start, end, quote, line } of passages) {
        expect(text.slice(start, end)).toBe(quote);
        expect(text.split('\n')[line - 1]).toContain(quote.split('\n')[0]);
      }
    }
  });

  it('is made once, however quickly it is asked for again', async () => {
    const desk = newDesk();
    const [first, second] = await Promise.all([desk.call('committees.openSample', {}), desk.call('committees.openSample', {})]);
    expect(second).toEqual(first);
    expect(await desk.call('committees.openSample', {})).toEqual(first);
    expect(await desk.call('committees.list', {})).toHaveLength(1);
  });

  it('has something on every screen', async () => {
    const { desk, committeeId } = await openSample();
    expect(await desk.call('committees.get', { committeeId })).toMatchObject({ sample: true, items: 3, meetings: 7, papers: 1, issues: 13, openIssues: 4 });

    const members = await desk.call('members.list', { committeeId });
    expect(members).toHaveLength(10);
    expect(members.filter(({ role }) => role === 'chair')).toHaveLength(1);

    const meetings = await desk.call('meetings.list', { committeeId });
    expect(meetings.map(({ start }) => start)).toEqual(['2026-05-14', '2026-06-18', '2026-08-06', '2026-08-21', '2026-10-01', '2026-10-21', '2026-11-11']);
    const held = meetings.filter(({ notes }) => notes > 0);
    expect(held).toHaveLength(3);
    for (const { id } of held) {
      const { agenda, attendance, notes } = await desk.call('meetings.get', { committeeId, id });
      expect(attendance).toHaveLength(10);
      expect(agenda.every(({ state }) => state === 'done')).toBe(true);
      expect(agenda.reduce((sum, one) => sum + one.notes, 0)).toBe(notes.length);
      expect(notes.map(({ at }) => at)).toEqual(notes.map(({ at }) => at).toSorted());
    }
    const notes = await desk.call('notes.list', { committeeId });
    expect(notes.length).toBeGreaterThanOrEqual(25);
    expect(new Set(notes.map(({ kind }) => kind))).toEqual(new Set(['explanation', 'opinion', 'question', 'answer', 'decision', 'action', 'memo']));
    expect(notes.filter(({ links }) => links.length > 0).length).toBeGreaterThan(15);
    expect(notes.filter(({ kind, due }) => kind === 'action' && due === '')).toEqual([]);

    const points = await desk.call('points.all', { committeeId });
    const states = Map.groupBy(points.filter(({ state }) => state !== null), ({ state }) => state);
    expect([states.get('answered')?.length, states.get('reasoned')?.length, states.get('open')?.length]).toEqual([7, 2, 4]);
    for (const kind of POINT_KINDS) expect(points.some((point) => point.kind === kind && point.linkedIds.length > 0)).toBe(true);
  });

  it('has a draft whose every citation stands', async () => {
    const { desk, committeeId } = await openSample();
    const [draft] = await desk.call('drafts.list', { committeeId });
    const { clauses, targets } = await desk.call('drafts.get', { committeeId, id: draft?.id ?? '' });
    expect(clauses.length).toBeGreaterThanOrEqual(40);
    expect(clauses.filter(({ level, kind, numbered }) => kind === 'heading' && level === 1 && numbered).map(({ number }) => number)).toEqual(['第1章', '第2章', '第3章', '第4章']);
    expect(clauses.filter(({ kind }) => kind === 'table')).toHaveLength(1);
    expect(clauses.filter(({ content }) => plainText(content) === '')).toEqual([]);
    expect(clauses.filter(({ label }) => label === '')).toEqual([]);
    expect(targets.filter(({ exists }) => !exists)).toEqual([]);
    expect(targets.some(({ kind }) => kind === 'note')).toBe(true);
  });

  it('is opened again rather than made twice, and one undo takes the whole of it away', async () => {
    const { desk, committeeId } = await openSample();
    expect(await desk.call('committees.openSample', {})).toEqual({ committeeId });
    expect(await desk.call('committees.list', {})).toHaveLength(1);
    await desk.call('history.undo', { committeeId });
    expect(await desk.call('committees.list', {})).toEqual([]);
    await desk.refused('nothing-to-undo', 'history.undo', { committeeId });
    const again = await desk.call('committees.openSample', {});
    expect(again.committeeId).not.toBe(committeeId);
  });
});
