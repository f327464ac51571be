import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperLines } from '../../../renderer/shared/paper-lines.ts';

describe('the lines of a paper', () => {
  it('shows every character of the paper once, whatever passages there are', () => {
    const ranges = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), start: fc.nat(40), end: fc.nat(60) }), { maxLength: 6 });
    fc.assert(fc.property(fc.array(fc.constantFrom('あ', '、', '\n', 'x'), { maxLength: 40 }), ranges, (characters, passages) => {
      const text = characters.join('');
      const lines = paperLines(text, passages);
      expect(lines.map((line) => line.pieces.map((piece) => piece.text).join('')).join('\n')).toBe(text);
      expect(lines.every((line) => text.startsWith(line.pieces[0]?.text ?? '', line.start))).toBe(true);
    }));
  });

  it('cuts a line where a passage begins and ends, and says on which line it begins', () => {
    const lines = paperLines('①窓口が\n遠い。次', [{ key: 'k', start: 1, end: 8 }]);
    expect(lines.map((line) => line.pieces)).toEqual([
      [{ text: '①', start: 0, key: null }, { text: '窓口が', start: 1, key: 'k' }],
      [{ text: '遠い。', start: 5, key: 'k' }, { text: '次', start: 8, key: null }],
    ]);
    expect(lines.map((line) => line.begins)).toEqual([['k'], []]);
  });

  it('gives overlapping text to the narrower passage', () => {
    const [line] = paperLines('abcdef', [{ key: 'wide', start: 0, end: 6 }, { key: 'narrow', start: 2, end: 4 }]);
    expect(line?.pieces.map((piece) => piece.key)).toEqual(['wide', 'narrow', 'wide']);
  });

  it('gives the passage a person came for its text before any other', () => {
    const [line] = paperLines('abcdef', [{ key: 'came', start: 0, end: 6, over: true }, { key: 'narrow', start: 2, end: 4 }]);
    expect(line?.pieces.map((piece) => piece.key)).toEqual(['came', 'came', 'came']);
  });
});
