import { describe, expect, it } from 'vitest';
import { addDays, partsOf, weekdayOf } from '../../../db/domain/calendar.ts';
import { FISCAL_YEAR_FORMS, fiscalYearInterval, fiscalYearOf, formatFiscalYear } from '../../../db/domain/fiscal-year.ts';
import { formatDate } from '../../../db/domain/format-date.ts';
import { readDate } from '../../../db/domain/read-date.ts';

describe('calendar', () => {
  it('counts days and weekdays as the world does, 1868–2100', () => {
    const start = Date.UTC(1868, 0, 1);
    for (let n = 0, iso = '1868-01-01'; iso < '2101-01-01'; n += 1, iso = addDays(iso, 1)) {
      const civil = new Date(start + n * 86_400_000);
      if (civil.toISOString().slice(0, 10) !== iso || civil.getUTCDay() !== weekdayOf(iso)) expect([iso, weekdayOf(iso)]).toEqual(civil);
    }
  });

  it.each(['2015-02-29', '2014-13-01', '2014-8-8', '', '2014-04-31'])('refuses %j as a day', (iso) => {
    expect(() => partsOf(iso)).toThrow(RangeError);
  });
});

describe('fiscal years', () => {
  it('begin on 1 April and end on 31 March', () => {
    expect([fiscalYearOf('2015-03-31'), fiscalYearOf('2015-04-01')]).toEqual([2014, 2015]);
    expect(fiscalYearInterval(2014)).toEqual({ start: '2014-04-01', end: '2015-03-31' });
  });

  it('are named by the era they mostly lie in', () => {
    expect([1926, 1927, 1988, 1989, 2014, 2018, 2019, 2020].map((year) => formatFiscalYear(year))).toEqual([
      '大正15年度', '昭和2年度', '昭和63年度', '平成元年度', '平成26年度', '平成30年度', '令和元年度', '令和2年度',
    ]);
    expect(FISCAL_YEAR_FORMS.map((form) => formatFiscalYear(2014, form))).toEqual(['平成26年度', 'H26', '26年度', '2014年度']);
  });

  it('are read back from their names', () => {
    for (let year = 1873; year <= 2100; year += 1) {
      const { start, end } = readDate(formatFiscalYear(year));
      expect({ start, end }).toEqual(fiscalYearInterval(year));
      expect(readDate(formatFiscalYear(year)).flag).toBeUndefined();
    }
  });
});

describe('formatDate', () => {
  it('writes each style of a house', () => {
    expect(formatDate('2014-08-08')).toBe('平成26年8月8日');
    expect(formatDate('2014-08-08', 'era-short')).toBe('H26.8.8');
    expect(formatDate('2014-08-08', 'western', { weekday: true })).toBe('2014年8月8日(金)');
    expect(formatDate('2014-08-08', 'era-western')).toBe('平成26年(2014年)8月8日');
    expect(formatDate('2019-05-01')).toBe('令和元年5月1日');
    expect(formatDate('2019-04-30', 'era-short')).toBe('H31.4.30');
    expect(formatDate('1926-12-25')).toBe('昭和元年12月25日');
  });

  it('refuses an era before Meiji', () => {
    expect(() => formatDate('1867-12-31')).toThrow(RangeError);
  });
});
