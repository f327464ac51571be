import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCounter } from '../../../db/domain/counters.ts';
import { readKanjiNumber, writeKanjiNumber } from '../../../db/domain/kanji-number.ts';
import { readMarker } from '../../../db/domain/marker.ts';
import type { Marker } from '../../../db/domain/marker.ts';
import { DEFAULT_NUMBERING_STYLE, numberClauses, NumberingStyle } from '../../../db/domain/numbering.ts';

const labels = (levels: (number | null)[], style?: NumberingStyle): (string | null)[] => numberClauses(levels, style).map((c) => c.label);
const paths = (levels: (number | null)[], style?: NumberingStyle): string[] => numberClauses(levels, style).map((c) => c.path);

describe('clause numbers', () => {
  it('run 第1章, 1, (1), ア, (ア), ① and start again under each parent', () => {
    expect(labels([1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 3, 1, 2])).toEqual([
      '第1章', '1', '(1)', 'ア', '(ア)', '①', '②', '(イ)', 'イ', '(2)', '2', '(1)', '第2章', '1',
    ]);
  });

  it('tell the whole way to a clause', () => {
    expect(paths([1, 1, 2, 3, 4])).toEqual(['第1章', '第2章', '第2章1', '第2章1(1)', '第2章1(1)ア']);
  });

  it('leave text unnumbered, at the place of the clause above it', () => {
    expect(numberClauses([null, 1, null, 2, null, 2])).toEqual([
      { label: null, path: '' }, { label: '第1章', path: '第1章' }, { label: null, path: '第1章' },
      { label: '1', path: '第1章1' }, { label: null, path: '第1章1' }, { label: '2', path: '第1章2' },
    ]);
  });

  it('pass over a skipped level', () => {
    expect(paths([1, 3, 3, 2, 3])).toEqual(['第1章', '第1章(1)', '第1章(2)', '第1章1', '第1章1(1)']);
  });

  it('use the last pattern below the deepest level of the style', () => {
    expect(labels([7, 7])).toEqual(['①', '②']);
  });

  it('count articles through the chapters where the house style says so', () => {
    const style = NumberingStyle.parse({ levels: [
      { prefix: '第', counter: 'kanji', suffix: '章' }, { prefix: '第', counter: 'decimal', suffix: '条', continuous: true }, { prefix: '', counter: 'iroha', suffix: '' },
    ] });
    expect(labels([1, 2, 3, 3, 2, 1, 2, 3], style)).toEqual(['第一章', '第1条', 'イ', 'ロ', '第2条', '第二章', '第3条', 'イ']);
  });

  it('join the numbers of the levels above where the house style says so', () => {
    const style = NumberingStyle.parse({ levels: [
      { prefix: '第', counter: 'decimal', suffix: '章' }, { prefix: '', counter: 'decimal', suffix: '', joined: '-' }, { prefix: '', counter: 'decimal', suffix: '', joined: '-' },
    ] });
    expect(numberClauses([1, 2, 3, 3, 2], style)).toEqual([
      { label: '第1章', path: '第1章' }, { label: '1-1', path: '1-1' }, { label: '1-1-1', path: '1-1-1' },
      { label: '1-1-2', path: '1-1-2' }, { label: '1-2', path: '1-2' },
    ]);
  });

  it('never give two clauses one path in the default style', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 60 }), (levels) => {
      const all = paths(levels);
      expect(new Set(all).size).toBe(all.length);
    }));
  });

  it('refuse a level that is none', () => {
    expect(() => numberClauses([0])).toThrow(RangeError);
    expect(() => numberClauses([1.5])).toThrow(RangeError);
    expect(NumberingStyle.safeParse({ levels: [] }).success).toBe(false);
  });

  it('are read back as the markers they are', () => {
    const families = ['chapter', 'decimal', 'decimal-paren', 'katakana', 'katakana-paren', 'circled'] as const;
    for (const [index, family] of families.entries()) {
      const pattern = DEFAULT_NUMBERING_STYLE.levels[index];
      if (!pattern) throw new Error(`no pattern for ${family}`);
      for (let n = 1; n <= 20; n += 1) {
        const before: Marker | undefined = n === 1 ? undefined : { family, ordinal: n - 1, raw: '', rest: '', restAt: 0 };
        const marker = readMarker(`${pattern.prefix}${formatCounter(pattern.counter, n)}${pattern.suffix} 見直し`, before);
        expect([marker?.family, marker?.ordinal, marker?.rest]).toEqual([family, n, '見直し']);
      }
    }
  });
});

describe('counters', () => {
  it.each([
    ['decimal', 12, '12'], ['fullwidth', 12, '１２'], ['kanji', 1, '一'], ['kanji', 10, '十'], ['kanji', 26, '二十六'], ['kanji', 110, '百十'],
    ['katakana', 1, 'ア'], ['katakana', 4, 'エ'], ['katakana', 46, 'ン'], ['katakana', 47, 'アア'], ['katakana', 48, 'アイ'],
    ['iroha', 1, 'イ'], ['iroha', 3, 'ハ'], ['iroha', 47, 'ス'], ['circled', 20, '⑳'], ['circled', 21, '㉑'], ['circled', 36, '㊱'], ['circled', 50, '㊿'], ['circled', 51, '(51)'],
    ['roman', 4, 'IV'], ['roman', 19, 'XIX'], ['lower-roman', 9, 'ix'], ['alpha', 26, 'Z'], ['alpha', 27, 'AA'], ['lower-alpha', 1, 'a'],
  ] as const)('%s %i is %s', (counter, n, text) => {
    expect(formatCounter(counter, n)).toBe(text);
  });

  it('refuse nought, fractions and more than 9999', () => {
    for (const n of [0, -1, 1.5, 10_000, Number.NaN]) expect(() => formatCounter('decimal', n)).toThrow(RangeError);
  });
});

describe('kanji numerals', () => {
  it('are read back from 1 to 9999', () => {
    for (let n = 1; n <= 9999; n += 1) if (readKanjiNumber(writeKanjiNumber(n)) !== n) expect(writeKanjiNumber(n)).toBe(n);
  });

  it('are read digit by digit and refused when malformed', () => {
    expect(readKanjiNumber('二〇一四')).toBe(2014);
    for (const text of ['', '十十', '百千', '二三十四五六', '一十〇']) expect([text, readKanjiNumber(text)]).toEqual([text, null]);
  });
});
