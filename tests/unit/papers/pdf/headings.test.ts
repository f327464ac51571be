import { describe, expect, it } from 'vitest';
import { lookOf } from '../../../../electron/services/papers/files/pdf/faces.ts';
import type { PdfText } from '../../../support/make-pdf.ts';
import { lines, linesOf } from './read-pages.ts';

// The papers here are of cities and wards that do not exist.
const FULL = '日向市は区役所と出張所の窓口のあり方を見直すため有識者と市民からなる'; // 34 letters: the width of the column
const TEXT = [FULL, '検討会を設け、一年をかけて検討する。'];

const BLUE: [number, number, number] = [0.1, 0.3, 0.6];
const NEARLY_BLACK: [number, number, number] = [0.1, 0.1, 0.1];

/** Lines below each other; those with an exclamation mark before them in Gothic. */
const set = (texts: readonly string[], place?: Parameters<typeof lines>[1]): PdfText[] =>
  lines(texts.map((text) => text.replace('!', '')), place).map((line, i) => (texts[i]?.includes('!') ? { ...line, font: 'gothic' } : line));

describe('headings of a PDF in one size', () => {
  it('are the lines of their own in a face that stands out', async () => {
    expect(await linesOf([{ texts: set(['!検討の経過', ...TEXT, '!(1) 検討の体制', ...TEXT]) }]))
      .toEqual(['## 検討の経過', TEXT.join(''), '## (1) 検討の体制', TEXT.join('')]);
  });

  it('are the deeper the further in they stand', async () => {
    expect((await linesOf([{ texts: set(['!検討の経過', ...TEXT, '\u3000\u3000!取組', ...TEXT, '\u3000\u3000!成果', ...TEXT]) }])).filter((line) => line.startsWith('#')))
      .toEqual(['## 検討の経過', '### 取組', '### 成果']);
  });

  it('stand below those in larger letters', async () => {
    const texts = [...lines(['区役所のあり方'], { size: 18, y: 60 }), ...set(['!検討の経過', ...TEXT])];
    expect((await linesOf([{ texts }])).slice(0, 2)).toEqual(['# 区役所のあり方', '## 検討の経過']);
  });

  it.each([
    ['sentences', ['!窓口は平日に限り開く。', ...TEXT]],
    ['lists', ['!窓口の案内', '!証明書の発行', '!税の相談', ...TEXT]],
    ['items, notes and captions', ['!・窓口の案内', ...TEXT, '!※ 窓口の案内', ...TEXT, '!図１ 窓口の案内', ...TEXT]],
    ['the last line of a paper', [...TEXT, '!日向市総務課']],
    ['texts that go on for long', [`!${FULL}`, `!${FULL}`, '!検討会を設けるもの', ...TEXT, ...TEXT, ...TEXT]],
  ])('are no %s', async (_, texts) => {
    expect((await linesOf([{ texts: set(texts) }])).filter((line) => line.startsWith('#'))).toEqual([]);
  });

  it('are no words that stand out in a line, nor labels with their text', async () => {
    const emphasis: PdfText[] = [{ text: '重点', x: 80, y: 100, font: 'gothic' }, { text: '窓口の案内', x: 100, y: 100 }];
    const label: PdfText[] = [{ text: '期間', x: 80, y: 117, font: 'gothic' }, { text: '六月から', x: 120, y: 117, font: 'gothic' }];
    expect((await linesOf([{ texts: [...emphasis, ...label, ...set(TEXT, { y: 140 }), ...set(TEXT, { y: 180 })] }])).filter((line) => line.startsWith('#'))).toEqual([]);
  });

  it('are in another colour or slanted, the deeper the later a kind comes', async () => {
    const heading = (text: string, y: number, look: Partial<PdfText>): PdfText => ({ text, x: 80, y, ...look });
    const texts = [
      heading('検討の経過', 100, { colour: BLUE }), ...lines(TEXT, { y: 117 }), heading('検討の体制', 160, { slanted: true }), ...lines(TEXT, { y: 177 }),
      heading('今後の予定', 220, { colour: BLUE }), ...lines(TEXT, { y: 237 }), heading('窓口の案内', 280, { colour: NEARLY_BLACK }), ...lines(TEXT, { y: 297 }),
    ];
    expect((await linesOf([{ texts }])).filter((line) => line.startsWith('#'))).toEqual(['## 検討の経過', '### 検討の体制', '## 今後の予定']);
  });

  it('are in another colour on all pages, also before the one that first shows it', async () => {
    const plain = { texts: lines([...TEXT, ...TEXT]) };
    const coloured = (text: string): PdfText[] => [...lines(TEXT, { y: 200 }), { text, x: 80, y: 240, colour: BLUE }, ...lines(TEXT, { y: 257 })];
    const table = ['項目', '窓口'].flatMap((text, i): PdfText[] => [{ text, x: 80, y: 340 + 40 * i }, { text: '内容', x: 190, y: 340 + 40 * i }]);
    const pages = [...Array.from({ length: 6 }, () => plain), { texts: coloured('検討の経過') }, { texts: [...coloured('今後の予定'), ...table] }];
    expect((await linesOf(pages)).filter((line) => line.startsWith('#'))).toEqual(['## 検討の経過', '## 今後の予定']);
  });

  it('are told by the names that founders give their faces', () => {
    const strong = ['ABCDEF+BIZUDPGothic-Bold', 'MS-Gothic,Bold', 'HiraKakuProN-W6', 'HGSoeiKakugothicUB', 'NotoSansCJKjp-Black', 'YuMincho-Demibold', 'HGMinchoE'];
    expect(strong.filter((name) => !lookOf(name).bold)).toEqual([]);
    const plain = ['ABCDEF+BIZUDPMincho-Regular', 'MS-Mincho', 'HiraMinProN-W3', 'RyuminPro-Light', '\x82l\x82r \x96\xbe\x92\xa9'];
    expect(plain.filter((name) => lookOf(name).bold || lookOf(name).gothic || !lookOf(name).mincho)).toEqual([]);
    expect(['MS-Gothic', 'Meiryo', 'ABCDEF+NotoSansCJKjp-Regular', '\x82l\x82r \x83S\x83V\x83b\x83N'].filter((name) => !lookOf(name).gothic)).toEqual([]);
  });
});
