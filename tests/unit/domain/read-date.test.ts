import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysInMonth, isoDay, lastDayOf } from '../../../db/domain/calendar.ts';
import { DATE_STYLES, formatDate } from '../../../db/domain/format-date.ts';
import { compareFuzzy } from '../../../db/domain/fuzzy-date.ts';
import { findDates, readDate } from '../../../db/domain/read-date.ts';
import { LATER_EXPRESSIONS } from './date-expressions-later.ts';
import { EXPRESSIONS } from './date-expressions.ts';
import { written } from './written-answer.ts';

const GOLD = fileURLToPath(new URL('../../../../shared/gold/dates.json', import.meta.url));

describe('reads dates as people write them', () => {
  it.each([...EXPRESSIONS, ...LATER_EXPRESSIONS].map(([raw, answer, context]) => ({ raw, answer, context })))('$raw → $answer', ({ raw, answer, context }) => {
    expect(written(readDate(raw, context))).toBe(answer);
    expect(readDate(raw, context).raw).toBe(raw);
  });

  it.skipIf(!existsSync(GOLD))('answers the hand-made list exactly, key by key', () => {
    const gold: unknown = JSON.parse(readFileSync(GOLD, 'utf8'));
    if (!Array.isArray(gold)) throw new TypeError('the list of dates is not a list');
    for (const { note: _note, from: _from, context, ...answer } of gold) expect(readDate(answer.raw, context)).toEqual(answer);
  });
});

const WRITINGS: readonly (readonly [string, (raw: string) => string])[] = [
  ['in NFKC', (raw) => raw.normalize('NFKC')],
  ['in full width', (raw) => raw.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
  ['letter-spaced', (raw) => Array.from(raw).join(' ')],
  ['letter-spaced in full width', (raw) => Array.from(raw).join('　')],
  ['one character a line', (raw) => Array.from(raw).join('\n')],
  ['with blanks around', (raw) => `　 ${raw} \n`],
];

describe('reads the same date', () => {
  it.each(WRITINGS)('%s', (_name, rewrite) => {
    for (const [raw, answer, context] of EXPRESSIONS) {
      expect([raw, written(readDate(rewrite(raw), context))]).toEqual([raw, answer]);
    }
  });
});

const day = fc.integer({ min: 0, max: 85_000 }).map((n) => addDays('1868-01-01', n));
const month = fc.record({ year: fc.integer({ min: 1873, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) });

describe('keeps its own rules', () => {
  it('reads back every day from 1868 to 2100 in every style it writes', () => {
    for (let iso = '1868-01-01'; iso <= '2100-12-31'; iso = addDays(iso, 1)) {
      for (const style of DATE_STYLES) {
        const date = readDate(formatDate(iso, style, { weekday: true }));
        if (date.start !== iso || date.end !== iso || date.precision !== 'day' || date.flag) expect([style, iso, date]).toBeNull();
      }
    }
  });

  it('flags every wrong day of the week and no right one', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 6 }), (iso, shift) => {
      const raw = formatDate(iso, 'western', { weekday: true });
      const wrong = raw.replace(/.(?=\)$)/, (c) => '日月火水木金土'.charAt(('日月火水木金土'.indexOf(c) + shift) % 7));
      expect(readDate(wrong).flag).toBe(shift === 0 ? undefined : 'weekday-mismatch');
    }));
  });

  it('keeps every part of a month inside its month', () => {
    const words = fc.constantFrom('上旬', '中旬', '下旬', '初旬', '末', '上旬～中旬', '中旬～下旬', '前半', '後半', '初め', '半ば', '第2週', '8日');
    fc.assert(fc.property(month, words, (m, word) => {
      const date = readDate(`${m.year}年${m.month}月${word}`);
      expect(date.start !== null && date.start >= isoDay(m.year, m.month, 1)).toBe(true);
      expect(date.end !== null && date.end <= lastDayOf(m.year, m.month)).toBe(true);
    }));
  });

  it('splits every month into 上旬, 中旬 and 下旬 without gap or overlap', () => {
    fc.assert(fc.property(month, (m) => {
      const [a, b, c] = ['上旬', '中旬', '下旬'].map((word) => readDate(`${m.year}年${m.month}月${word}`));
      expect([a?.start, b?.start, c?.start]).toEqual([isoDay(m.year, m.month, 1), addDays(a?.end ?? '', 1), addDays(b?.end ?? '', 1)]);
      expect(c?.end).toBe(isoDay(m.year, m.month, daysInMonth(m.year, m.month)));
    }));
  });

  it('covers in a range exactly what its two ends cover', () => {
    fc.assert(fc.property(day, fc.nat(5000), fc.constantFrom(...DATE_STYLES), (from, length, style) => {
      const to = addDays(from, length);
      const range = readDate(`${formatDate(from, style)}～${formatDate(to, style)}`);
      expect([range.start, range.end, range.precision]).toEqual([from, to, 'range']);
    }));
  });

  it('never throws and never ends before it begins, whatever is typed', () => {
    const pieces = fc.constantFrom('平成', 'H', '令和', '26', '元', '年', '年度', '月', '日', '8', '31', '～', '、', '・', '(', ')', '上旬', '末', '頃', 'から', 'まで', '.', '/', '-', ' ', '2014', '土', '13:00', '第', '四半期', '翌年', '春', '代');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }), fc.boolean(), (parts, known) => {
      const date = readDate(parts.join(''), known ? { document_date: '2014-05-15', era: '平成' } : {});
      if (date.start !== null && date.end !== null) expect(date.start <= date.end).toBe(true);
      if (date.precision === 'none' || date.precision === 'invalid') expect([date.start, date.end]).toEqual([null, null]);
    }), { numRuns: 3000 });
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { start, end, date } of findDates(text)) expect(text.slice(start, end)).toBe(date.raw);
    }));
  });

  it('sorts by first day, then by last, with unknown ends last', () => {
    const raws = ['未定', '平成26年8月下旬', 'H26.8.8', '平成28年3月から', '平成26年8月', '平成26年8月8日～9日', '平成28年3月', '平成26年4月'];
    expect(raws.map((raw) => readDate(raw)).toSorted(compareFuzzy).map((d) => d.raw)).toEqual([
      '平成26年4月', '平成26年8月', 'H26.8.8', '平成26年8月8日～9日', '平成26年8月下旬', '平成28年3月', '平成28年3月から', '未定',
    ]);
  });
});

/** Dates in running text as `raw → answer`, each checked to be what stands at its offsets. */
function found(text: string, context = {}): string[] {
  return findDates(text, context).map(({ date, start, end }) => {
    expect(text.slice(start, end)).toBe(date.raw);
    return `${date.raw} → ${written(date)}`;
  });
}

describe('finds dates in running text', () => {
  it('with their places, and nothing else', () => {
    expect(found('平成 27 年 7 月に素案をまとめ、第3回（H27.9.4）で審議し、10年後の姿を16区で描く。参加者は2,014人であった。')).toEqual([
      '平成 27 年 7 月 → month 2015-07-01..2015-07-31', 'H27.9.4 → day 2015-09-04',
    ]);
  });

  it('across the end of a line, but not across cells', () => {
    expect(found('方針は平成28年\n3月を目途に策定する。')).toEqual(['平成28年\n3月を目途に → month 2016-03-01..2016-03-31 approx']);
    expect(found('H26\tH27\tH28')).toEqual(['H26', 'H27', 'H28'].map((h, i) => `${h} → year ${2014 + i}-01-01..${2014 + i}-12-31`));
    expect(found('H26 62.6\n27.0')).toEqual(['H26 → year 2014-01-01..2014-12-31']);
  });

  it('taking the year from the date before in the sentence, and saying so', () => {
    expect(found('平成27年7月に中間とりまとめ、11月に素案、翌年2月に決定した。4月に施行した。')).toEqual([
      '平成27年7月 → month 2015-07-01..2015-07-31', '11月 → month 2015-11-01..2015-11-30 from=previous', '翌年2月 → month 2016-02-01..2016-02-29',
    ]);
    expect(readDate('平成27年7月').year_from).toBeUndefined();
    expect(findDates('平成27年7月に中間とりまとめ、次いで11月に素案')[1]?.date.year_from).toBe('previous');
  });

  it('but no year from a plan named in passing', () => {
    expect(found('平成14年度の計画により4月から実施')).toEqual(['平成14年度 → fiscal-year 2002-04-01..2003-03-31']);
  });

  it('keeping list marks apart from numbers', () => {
    expect(found('①26年度 ②27年度', { era: '平成' })).toEqual(['26年度 → fiscal-year 2014-04-01..2015-03-31', '27年度 → fiscal-year 2015-04-01..2016-03-31']);
  });

  it('not in names of places, laws and every year’s doings', () => {
    expect(found('昭和区と大正区、平成町、十日町市、H鋼、R&D、毎年4月、毎年度末、地方自治法第252条の20、電話044-200-2014')).toEqual([]);
  });
});
