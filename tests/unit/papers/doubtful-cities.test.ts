// The paper below is of an invented city.
import { describe, expect, it } from 'vitest';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';

const doubts = (lines: readonly string[], front = '') => recognisePaper(`${front}\n\n1 窓口の在り方\n\n【他都市の取組】\n\n${lines.join('\n')}\n`).records.map(({ cities, doubt }) => [cities.join('・'), doubt ?? null]);

describe('the cities of examples', () => {
  it('doubts a name nobody knows once, where it comes first', () => {
    expect(doubts(['① 総合窓口（みなと市）', '② 夜間窓口（みなと市・京都市）', '③ 休日窓口（東浜市）', '④ 予約制（浜松市）']))
      .toEqual([['みなと市', 'unknown-city'], ['みなと市・京都市', null], ['東浜市', 'unknown-city'], ['浜松市', null]]);
  });

  it('doubts a name that several have, unless its prefecture is given', () => {
    expect(doubts(['① 総合窓口（府中市）', '② 夜間窓口（東京都府中市）', '③ 休日窓口（北区）'])).toEqual([['府中市', 'ambiguous-city'], ['東京都府中市', null], ['北区', 'ambiguous-city']]);
  });
});
