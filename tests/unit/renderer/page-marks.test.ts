import { describe, expect, it } from 'vitest';
import { apart, pageMarks } from '../../../renderer/shared/page-marks.ts';

const layout = {
  pages: [{ width: 595, height: 842 }, { width: 595, height: 842 }],
  lines: [
    { start: 0, end: 10, page: 0, x: 100, y: 50, width: 200, height: 10 },
    { start: 11, end: 21, page: 1, x: 100, y: 60, width: 200, height: 10 },
    { start: 22, end: 26, page: 1, x: 400, y: 60, width: 10, height: 40 },
  ],
};

describe('passages over the pages of a paper', () => {
  it('stand over the part of each line they hold, on every page they run to', () => {
    const [first, second] = pageMarks(layout, [{ key: 'k', start: 5, end: 16 }]);
    expect(first?.marks).toEqual([{ key: 'k', x: 200, y: 50, width: 100, height: 10 }]);
    expect(second?.marks).toEqual([{ key: 'k', x: 100, y: 60, width: 100, height: 10 }]);
  });

  it('are named once, on the line they begin on', () => {
    const pages = pageMarks(layout, [{ key: 'a', start: 0, end: 21 }, { key: 'b', start: 3, end: 6 }]);
    expect(pages.map((page) => page.begins)).toEqual([[{ y: 50, keys: ['a', 'b'] }], []]);
  });

  it('follow a line that is set from top to bottom', () => {
    expect(pageMarks(layout, [{ key: 'v', start: 24, end: 26 }])[1]?.marks).toEqual([{ key: 'v', x: 400, y: 80, width: 10, height: 20 }]);
  });

  it('lie with the narrower one on top', () => {
    const marks = pageMarks(layout, [{ key: 'narrow', start: 0, end: 3 }, { key: 'wide', start: 0, end: 10 }])[0]?.marks ?? [];
    expect(marks.map((mark) => mark.key)).toEqual(['wide', 'narrow']);
  });

  it('makes one of names in the margin that would lie on each other', () => {
    expect(apart([{ y: 30, keys: ['c'] }, { y: 10, keys: ['a'] }, { y: 16, keys: ['b'] }], 12)).toEqual([{ y: 10, keys: ['a', 'b'] }, { y: 30, keys: ['c'] }]);
  });
});
