import { describe, expect, it } from 'vitest';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';

// Of cities that do not exist.
const labelOf = (...lines: string[]) => recognisePaper(lines.join('\n')).label;

describe('the number a paper carries', () => {
  it.each([
    ['alone at the right', ['　　　　　　　　　　　　資料２', '窓口の在り方について', '１　現状', '・窓口が混む。'], '資料２'],
    ['set letter by letter', ['　　　　　　　　　　　　資　料　４', '窓口の在り方について'], '資料４'],
    ['in a frame', ['【参考資料1-2】', '# 窓口の在り方について'], '参考資料1-2'],
    ['in a table of one cell', ['| 資料No.3 |', '| --- |', '', '# 窓口の在り方について'], '資料No.3'],
    ['behind the committee', ['第3回みさご市窓口検討会 資料1', '窓口の在り方について'], '資料1'],
    ['without a number', ['（別紙）', '意見募集の結果'], '別紙'],
  ])('is read where it stands %s', (_where, lines, label) => {
    expect(labelOf(...lines)).toBe(label);
  });

  it.each([
    ['the papers that an agenda ends its lines in', ['次第', '（１）窓口の在り方について　　【資料１】', '（２）その他']],
    ['a list of what was handed out', ['会議録', '配布資料', '資料１', '資料２']],
    ['a sentence', ['窓口の在り方について', '経費は資料1のとおりである。', '詳しくは別紙']],
    ['the word alone', ['第2回会議資料', '窓口の在り方に関する資料']],
  ])('is not taken from %s', (_what, lines) => {
    expect(labelOf(...lines)).toBe('');
  });
});
