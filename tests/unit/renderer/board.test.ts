import { describe, expect, it } from 'vitest';
import type { Point } from '../../../electron/contract/board.ts';
import { columnsOf, filterByCity, linkSummary, shift, span, step } from '../../../renderer/features/board/board-grid.ts';
import { afterItem, placeOf } from '../../../renderer/features/board/drop-place.ts';
import { boardActionOf } from '../../../renderer/features/board/board-keys.ts';
import { copyText, joinCities, readPasted, splitCities } from '../../../renderer/features/board/point-text.ts';
import { isPast, presence } from '../../../renderer/features/board/schedule.ts';

// The cities and points here are invented.
const point = (id: string, kind: Point['kind'], more: Partial<Point> = {}): Point => ({
  id, kind, itemId: 'i1', number: '①', text: id, parentId: null, cities: [], reason: '', state: kind === 'issue' ? 'open' : null,
  linkedIds: [], notes: 0, citations: [], hasSource: false, vanished: false, ...more,
});

describe('the board as a grid', () => {
  const points = [
    point('v1', 'viewpoint'), point('k1', 'issue'), point('e1', 'example'), point('k2', 'issue'),
    point('e2', 'example'), point('k3', 'issue'), point('e1a', 'example', { parentId: 'e1', number: '' }),
  ];
  const columns = columnsOf(points);

  it('keeps child lines under their parent', () => {
    expect(columns.example.map(({ id }) => id)).toEqual(['e1', 'e1a', 'e2']);
  });
  it('shows a child line whose parent is in another column by itself', () => {
    expect(columnsOf([point('k1', 'issue'), point('e9', 'example', { parentId: 'k1' })]).example.map(({ id }) => id)).toEqual(['e9']);
  });
  it('walks within a column and stops at its ends', () => {
    expect(step(columns, 'k1', 'down')).toBe('k2');
    expect(step(columns, 'k3', 'down')).toBe('k3');
    expect(step(columns, 'k1', 'up')).toBe('k1');
    expect(step(columns, 'k1', 'last')).toBe('k3');
  });
  it('walks across columns to the row of the same rank, or the last there is', () => {
    expect(step(columns, 'k3', 'left')).toBe('v1');
    expect(step(columns, 'k2', 'right')).toBe('e1a');
    expect(step(columns, 'v1', 'left')).toBe('v1');
  });
  it('passes over an empty column, and starts at the first point', () => {
    const gap = columnsOf([point('v1', 'viewpoint'), point('e1', 'example')]);
    expect(step(gap, 'v1', 'right')).toBe('e1');
    expect(step(gap, null, 'down')).toBe('v1');
    expect(step(columnsOf([]), null, 'down')).toBeNull();
  });
  it('says what a moved point follows, and nothing at the edges', () => {
    const [k1, k2, k3] = columns.issue;
    if (!k1 || !k2 || !k3) throw new Error('three issues expected');
    expect(shift(columns, k3, 'up')).toBe('k1');
    expect(shift(columns, k2, 'up')).toBeNull();
    expect(shift(columns, k1, 'up')).toBeUndefined();
    expect(shift(columns, k1, 'down')).toBe('k2');
    expect(shift(columns, k3, 'down')).toBeUndefined();
  });
  it('extends a selection either way within one column', () => {
    expect(span(columns, 'k3', 'k1')).toEqual(['k1', 'k2', 'k3']);
    expect(span(columns, 'v1', 'k2')).toEqual(['k2']);
  });
  it('groups links by kind in the order of the columns', () => {
    const k = point('k', 'issue', { linkedIds: ['e1', 'v1', 'gone'] });
    expect(linkSummary(k, new Map(points.map((each) => [each.id, each]))).map((group) => [group.kind, group.points.map(({ id }) => id)])).toEqual([
      ['viewpoint', ['v1']],
      ['example', ['e1']],
    ]);
  });
});

describe('the city filter', () => {
  const points = [
    point('k1', 'issue'),
    point('e1', 'example', { cities: ['青嶺市'] }),
    point('e2', 'example', { cities: ['白浜市', '青嶺市'] }),
    point('e3', 'example', { cities: ['白浜市'] }),
    point('e4', 'example'),
    point('e4a', 'example', { parentId: 'e4', cities: ['白浜市'] }),
    point('e4b', 'example', { parentId: 'e4', cities: ['青嶺市'] }),
    point('e5', 'example'),
    point('e5a', 'example', { parentId: 'e5', cities: ['白浜市'] }),
  ];
  it('keeps the city’s points, their parents and what names no city, and counts the rest', () => {
    const { shown, hidden } = filterByCity(points, '青嶺市');
    expect(shown.map(({ id }) => id)).toEqual(['k1', 'e1', 'e2', 'e4', 'e4b']);
    expect(hidden).toBe(4);
  });
  it('hides nothing without a city', () => {
    expect(filterByCity(points, null)).toEqual({ shown: points, hidden: 0 });
  });
});

describe('keys on the board', () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  it('leaves copy, paste, undo and the palette to those who own them', () => {
    for (const key of ['c', 'v', 'z', 'k', 'l']) expect(boardActionOf(press(key, { ctrlKey: true }), false)).toBeNull();
  });
  it('moves points with Alt and arrows', () => {
    expect(boardActionOf(press('ArrowUp', { altKey: true }), false)).toEqual({ do: 'shift', direction: 'up' });
    expect(boardActionOf(press('ArrowRight', { altKey: true }), false)).toEqual({ do: 'retype', direction: 'right' });
  });
  it('leaves letters to the commands of the screen', () => {
    for (const key of ['v', 'k', 'e', 'l', 'c', 'r', 'm']) expect(boardActionOf(press(key), false)).toBeNull();
  });
  it('while linking, Space toggles, Escape ends it, and nothing can be deleted or moved', () => {
    expect(boardActionOf(press(' '), true)).toEqual({ do: 'toggle-link' });
    expect(boardActionOf(press('Escape'), true)).toEqual({ do: 'escape' });
    expect(boardActionOf(press('Delete'), true)).toBeNull();
    expect(boardActionOf(press('ArrowUp', { altKey: true }), true)).toBeNull();
  });
});

describe('points as text', () => {
  it('takes cities off the closing bracket', () => {
    expect(splitCities('窓口を一つにした。（青嶺市、白浜市）')).toEqual({ text: '窓口を一つにした。', cities: ['青嶺市', '白浜市'] });
    expect(splitCities('窓口を一つにした［青嶺市ほか］')).toEqual({ text: '窓口を一つにした', cities: ['青嶺市'] });
  });
  it('leaves brackets that name no city alone', () => {
    for (const text of ['様式を定めた（新設）', '定めた（青嶺市、案）', '（青嶺市）', '区（支所を含む）で受ける']) expect(splitCities(text)).toEqual({ text, cities: [] });
  });
  it('takes a bracket back to the same cities after editing', () => {
    for (const typed of [{ text: '様式（新設）を定めた。', cities: ['青嶺市', '県都'] }, { text: '窓口', cities: [] }]) {
      expect(splitCities(joinCities(typed), typed.cities)).toEqual(typed);
    }
  });
  it('copies numbers, child lines and cities', () => {
    expect(copyText([point('受付番号', 'example', { cities: ['青嶺市'] }), point('公開', 'example', { parentId: 'x', number: '' })])).toBe('①　受付番号（青嶺市）\n　公開');
  });
  it('pastes one point a line without markers and empty lines', () => {
    expect(readPasted('① 受付番号（青嶺市）\r\n\n・公開\n 3か所に置く', true)).toEqual([
      { text: '受付番号', cities: ['青嶺市'] },
      { text: '公開', cities: [] },
      { text: '3か所に置く', cities: [] },
    ]);
  });
  it('gives back what was copied when it is pasted', () => {
    const points = [point('受付番号を付けた。', 'example', { cities: ['青嶺市'] }), point('公開した。', 'example', { number: '②' })];
    expect(readPasted(copyText(points), true)).toEqual(points.map(({ text, cities }) => ({ text, cities })));
  });
});

describe('dragging', () => {
  const columns = columnsOf([
    point('k1', 'issue'), point('k2', 'issue'), point('k3', 'issue'), point('e1', 'example'),
    point('e1a', 'example', { parentId: 'e1' }), point('e1b', 'example', { parentId: 'e1' }), point('e2', 'example'),
  ]);
  const carried = (id: string) => Object.values(columns).flat().filter((each) => each.id === id);
  it('puts a point before or after the one it is held over', () => {
    expect(placeOf({ over: 'point', id: 'k1', side: 'before' }, columns, carried('k3'))).toEqual({ kind: 'issue', afterId: null });
    expect(placeOf({ over: 'point', id: 'k2', side: 'after' }, columns, carried('k1'))).toEqual({ kind: 'issue', afterId: 'k2' });
    expect(placeOf({ over: 'point', id: 'k2', side: 'before' }, columns, carried('k1'))).toEqual({ kind: 'issue', afterId: null });
  });
  it('retypes a point let go in another column, behind the point of a child line', () => {
    expect(placeOf({ over: 'point', id: 'e1a', side: 'before' }, columns, carried('k1'))).toEqual({ kind: 'example', afterId: null });
    expect(placeOf({ over: 'point', id: 'e1a', side: 'after' }, columns, carried('k1'))).toEqual({ kind: 'example', afterId: 'e1' });
    expect(placeOf({ over: 'column', kind: 'viewpoint' }, columns, carried('k1'))).toEqual({ kind: 'viewpoint', afterId: null });
    expect(placeOf({ over: 'column', kind: 'example' }, columns, carried('k1'))).toEqual({ kind: 'example', afterId: 'e2' });
  });
  it('moves a child line among its sisters', () => {
    expect(placeOf({ over: 'point', id: 'e1b', side: 'after' }, columns, carried('e1a'))).toEqual({ kind: 'example', afterId: 'e1b' });
    expect(placeOf({ over: 'point', id: 'e1a', side: 'before' }, columns, carried('e1b'))).toEqual({ kind: 'example', afterId: null });
  });
  it('puts items in order', () => {
    expect(afterItem({ over: 'item', id: 'i1', side: 'before' }, ['i1', 'i2'], 'i2')).toBeNull();
    expect(afterItem({ over: 'item', id: 'i2', side: 'after' }, ['i1', 'i2'], 'i1')).toBe('i2');
    expect(afterItem({ over: 'item', id: null, side: 'after' }, ['i1', 'i2'], 'i1')).toBeUndefined();
  });
});

describe('the schedule', () => {
  it('tells today from an interval that holds today', () => {
    expect(presence({ start: '2014-08-08', end: '2014-08-08' }, '2014-08-08')).toBe('today');
    expect(presence({ start: '2014-08-21', end: '2014-08-31' }, '2014-08-25')).toBe('about-now');
    expect(presence({ start: '2014-08-21', end: '2014-08-31' }, '2014-09-01')).toBeNull();
    expect(presence({ start: null, end: null }, '2014-09-01')).toBeNull();
  });
  it('is past only after the last day it may be on', () => {
    expect(isPast({ end: '2014-08-31' }, '2014-09-01')).toBe(true);
    expect(isPast({ end: '2014-08-31' }, '2014-08-31')).toBe(false);
    expect(isPast({ end: null }, '2014-09-01')).toBe(false);
  });
});
