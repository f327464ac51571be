import { describe, expect, it } from 'vitest';
import { fiscalYearsOf } from '../../../db/domain/fiscal-year-label.ts';

const yearsOf = (labels: readonly string[], today = 2026) => labels.map(fiscalYearsOf(labels, today));

describe('the fiscal year of a label', () => {
  it('is the year it begins in, however the label writes it', () => {
    expect(yearsOf(['H26', '平成26年度', '2014年度', '基準値（H25）', '目標（R9）', '令和元年度末', 'R6.3', '実績値(令和4年度)'])).toEqual([2014, 2014, 2014, 2013, 2027, 2019, 2023, 2022]);
  });

  it('is that of the era nearest to the years beside it, where it names none', () => {
    expect(yearsOf(['27年度変更', '26年度', '27年度', 'H28'])).toEqual([2015, 2014, 2015, 2016]);
    expect(yearsOf(['30年度', '31年度', '2年度', '3年度'])).toEqual([2018, 2019, 2020, 2021]);
    expect(yearsOf(['8年度', '9年度'])).toEqual([2026, 2027]);
    expect(yearsOf(['8年度', '平成9年度'])).toEqual([1996, 1997]);
  });

  it('is unknown where the label tells none', () => {
    expect(yearsOf(['目標', '第3期', '', '3年目', '12.5'])).toEqual([null, null, null, null, null]);
  });
});
