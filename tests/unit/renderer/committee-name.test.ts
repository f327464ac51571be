import { describe, expect, it } from 'vitest';
import { committeeNameFrom } from '../../../renderer/features/import/committee-name.ts';

// Every municipality here is invented.
describe('the name proposed for a new committee', () => {
  it.each([
    ['みなみ野市 区役所等の在り方検討会 審議資料', 'みなみ野市 区役所等の在り方検討会'],
    ['みどり市公民館運営審議会　第3回会議次第', 'みどり市公民館運営審議会'],
    ['あおば市支所再編検討委員会　資料２－１', 'あおば市支所再編検討委員会'],
    ['あおば市支所再編検討委員会 第2回 配布資料（案）', 'あおば市支所再編検討委員会'],
    ['みどり市図書館協議会の検討に当たって', 'みどり市図書館協議会'],
    ['みどり市図書館協議会について（案）', 'みどり市図書館協議会'],
    ['みどり市行政区画等審議会', 'みどり市行政区画等審議会'],
  ])('is %s without what says it is a paper', (title, name) => {
    expect(committeeNameFrom(title)).toBe(name);
  });

  it.each(['審議資料', '区役所の在り方について（案）', '支所と公民館の複合化', ''])('is the title 「%s」 itself where no body is named', (title) => {
    expect(committeeNameFrom(title)).toBe(title);
  });
});
