import { describe, expect, it } from 'vitest';
import { ordinary, unreadableIn } from '../../../../electron/services/papers/files/pdf/letters.ts';
import { lines, linesOf, readPages } from './read-pages.ts';

describe('letters of a PDF', () => {
  it.each([
    ['radicals', '⼀⽇⾏政⻑⻄⺠⻘⼾籍', '一日行政長西民青戸籍'],
    ['brackets of another block', '\u2329案\u232a', '〈案〉'],
    ['doubles of ideographs', '\uf98e\uf901', '年更'],
    ['forms for vertical writing', '︵案︶︻課題︼﹁声﹂︑︒', '（案）【課題】「声」、。'],
    ['ligatures and soft hyphens', 'o\ufb03ce re\u00adport', 'office report'],
    ['bullets of symbol fonts', '\uf06c項\uf0b7項', '●項・項'],
    ['dots and waves that faces share', '浜松\u2027静岡\u301c', '浜松・静岡～'],
  ])('are the ordinary ones for %s', (_, printed, read) => expect(ordinary(printed)).toBe(read));

  it('leaves half-width kana and the ideographs of names alone', () => expect(ordinary('ｶﾀｶﾅ 髙橋 﨑 神')).toBe('ｶﾀｶﾅ 髙橋 﨑 神'));

  it('counts those that no letter is known for', () => expect(unreadableIn('委\ufffd員\ue123')).toBe(2));

  it('are read through the tables of Japanese fonts that are not embedded', async () => {
    const fonts = ['unicode', 'shift-jis', 'own'] as const;
    expect(await linesOf([{ texts: fonts.map((font, i) => ({ text: `資料１（案）abc「${i}」`, x: 80, y: 100 + i * 30, font })) }])).toEqual(['資料１（案）abc「0」', '資料１（案）abc「1」', '資料１（案）abc「2」']);
  });

  it('are warned of where the font does not say which they are', async () => {
    const { warnings } = await readPages([{ texts: [{ text: '読める行', x: 80, y: 100 }, { text: '読めない', x: 80, y: 130, font: 'unreadable' }] }]);
    expect(warnings).toEqual([{ code: 'letters-unreadable', count: 4 }]);
  });

  it('count once where they are printed twice to look bold', async () => {
    const twice = lines(['第２章\u3000現状']).flatMap((line) => [line, { ...line, x: line.x + 0.3 }]);
    const letterwise = Array.from('課題の整理').flatMap((text, i) => [{ text, x: 80 + i * 10, y: 140 }, { text, x: 80.4 + i * 10, y: 140 }]);
    expect(await linesOf([{ texts: [...twice, ...letterwise] }])).toEqual(['第２章\u3000現状', '課題の整理']);
  });

  it('are closed up where a word is spaced out', async () => {
    const spaced = (word: string, y: number, step: number) => Array.from(word).map((text, i) => ({ text, x: 200 + i * step, y }));
    expect(await linesOf([{ texts: [...spaced('目次', 80, 45), ...spaced('委員名簿', 120, 25), { text: '基本方針', x: 80, y: 160, spacing: 4 }, { text: '普通の行、二つの文。', x: 80, y: 200, spacing: 0.4 }] }]))
      .toEqual(['目次', '委員名簿', '基本方針', '普通の行、二つの文。']);
  });

  it('lose the thin space between kana and digits, and keep the one behind a number that opens a line', async () => {
    const set = (y: number, ...parts: [string, number][]) => parts.map(([text, x]) => ({ text, x, y }));
    expect(await linesOf([{ texts: [...set(80, ['平成', 80], ['28', 102.2], ['年度まで', 114.4]), ...set(120, ['3', 80], ['検討の体制', 87.2])] }])).toEqual(['平成28年度まで', '3 検討の体制']);
  });

  it('stand beside the line as furniture where they only say how it is read', async () => {
    const { text, furniture = [] } = await readPages([{ texts: [{ text: '礎を築く', x: 80, y: 100 }, { text: 'いしずえ', x: 77, y: 91, size: 4 }] }]);
    expect(text).toBe('礎を築く\nいしずえ\n');
    expect(furniture.map(({ start, end }) => text.slice(start, end))).toEqual(['いしずえ']);
  });

  it('of a note’s mark stay in the line they are raised in', async () => {
    expect(await linesOf([{ texts: [{ text: '個人番号', x: 80, y: 100 }, { text: '※１', x: 120, y: 96, size: 5 }, { text: 'の利用', x: 130, y: 100 }] }])).toEqual(['個人番号※１の利用']);
  });

  it('over a scan are the text of the page', async () => {
    expect(await linesOf([{ texts: [{ text: '読み取った行', x: 80, y: 100, invisible: true }] }])).toEqual(['読み取った行']);
  });
});
