import { describe, expect, it } from 'vitest';
import { isSameMeeting } from '../../electron/contract/preview/same-meeting.ts';

const at = (label: string, start: string | null, end = start) => ({ label, start, end });

describe('two meetings are one', () => {
  it.each([
    ['of one day, whatever they are called', at('第1回検討会', '2014-08-25'), at('検討会（初回）', '2014-08-25')],
    ['of one number, where the day lies in the stretch of time', at('第1回 あり方検討会', '2014-08-25'), at('第１回検討会', '2014-08-21', '2014-08-31')],
    ['of one number in kanji, where the stretch lies in another', at('第三回', '2014-08-21', '2014-08-31'), at('第3回', '2014-04-01', '2015-03-31')],
    ['of one number, where the other date is open at its end', at('第2回', '2014-10-01'), at('第2回', '2014-09-01', null)],
  ])('%s', (_why, one, other) => {
    expect([isSameMeeting(one, other), isSameMeeting(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['of one day, but another number', at('第1回', '2014-08-25'), at('第2回', '2014-08-25')],
    ['of one day, but another body', at('第1回検討会', '2014-08-25'), at('第1回検討会 広報部会', '2014-08-25')],
    ['of one number on two days', at('第1回', '2014-08-25'), at('第1回', '2014-09-01')],
    ['of one number, of which one has no date', at('第1回', null), at('第1回', '2014-08-25')],
    ['without a number, of which one merely lies in the stretch of the other', at('検討会', '2014-08-25'), at('検討会', '2014-08-21', '2014-08-31')],
  ])('no more: %s', (_why, one, other) => {
    expect([isSameMeeting(one, other), isSameMeeting(other, one)]).toEqual([false, false]);
  });
});
