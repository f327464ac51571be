import { describe, expect, it } from 'vitest';
import { lines, linesOf, readPages } from './read-pages.ts';

// The papers here are of cities and wards that do not exist.
const FULL = '日向市は区役所と出張所の窓口のあり方を見直すため有識者と市民からなる'; // 34 letters: the width of the column

describe('paragraphs of a PDF', () => {
  it('puts wrapped lines together, and begins a paragraph where a line is set in', async () => {
    expect(await linesOf([{ texts: lines([`\u3000${FULL.slice(1)}`, '検討会を設け、一年をかけて検討する。', `\u3000${FULL.slice(1)}`, '会議を開く。']) }]))
      .toEqual([`${FULL.slice(1)}検討会を設け、一年をかけて検討する。`, `${FULL.slice(1)}会議を開く。`]);
  });

  it('keeps lines apart that had room left', async () => {
    expect(await linesOf([{ texts: lines([FULL, '検討の日程', '検討の体制', '検討の進め方']) }])).toEqual([`${FULL}検討の日程`, '検討の体制', '検討の進め方']);
  });

  it('keeps a sign that may not begin a line with the sentence it ends', async () => {
    // The last letter went down because the full stop may not stand alone: the line above is one letter short.
    expect(await linesOf([{ texts: lines([FULL, `${FULL.slice(0, 32)}す`, 'る。次の項']) }])).toEqual([`${FULL}${FULL.slice(0, 32)}する。次の項`]);
  });

  it('joins the lines of list items that hang below their text', async () => {
    expect(await linesOf([{ texts: lines(['\u3000①' + FULL.slice(2), '\u3000\u3000まちづくりの仕組み', '\u3000②' + FULL.slice(2), '\u3000\u3000支援の体制', '・' + FULL.slice(1), '\u3000窓口の案内']) }]))
      .toEqual([`①${FULL.slice(2)}まちづくりの仕組み`, `②${FULL.slice(2)}支援の体制`, `・${FULL.slice(1)}窓口の案内`]);
  });

  it('lets an item begin where the one above ends with the line', async () => {
    expect(await linesOf([{ texts: lines(['①' + FULL.slice(1), '②' + FULL.slice(1), '③短い項']) }])).toEqual([`①${FULL.slice(1)}`, `②${FULL.slice(1)}`, '③短い項']);
  });

  it('sets items in that belong to the item above them, and the text below one', async () => {
    expect(await linesOf([{ texts: lines(['・窓口の案内', '\u3000\u3000・駅前の窓口', '\u3000\u3000\u3000\u3000平日に限り開く', '\u3000\u3000・出張所の窓口', '・証明書の発行', '検討の体制']) }]))
      .toEqual(['・窓口の案内', '  ・駅前の窓口', '    平日に限り開く', '  ・出張所の窓口', '・証明書の発行', '検討の体制']);
  });

  it('tells that a paragraph begins where the line above is full, by its first line and by what it says', async () => {
    const phrase = `${FULL.slice(0, 33)}ど`;
    expect(await linesOf([{ texts: lines([`\u3000${phrase.slice(1)}`, `\u3000${FULL.slice(1)}`, '見直しを行う。']) }])).toEqual([phrase.slice(1), `${FULL.slice(1)}見直しを行う。`]);
    const sentence = `${FULL.slice(0, 33)}。`;
    expect(await linesOf([{ texts: lines([sentence, '青山委員：窓口は要る。']) }])).toEqual([sentence, '青山委員：窓口は要る。']);
  });

  it('joins the lines of a title in the middle of the column', async () => {
    const texts = [{ text: FULL.slice(0, 25), x: 85, y: 60, size: 13 }, { text: '検討会の報告', x: 211, y: 81, size: 13 }, ...lines([FULL, FULL, '会議を開いた。'])];
    expect(await linesOf([{ texts }])).toEqual([`# ${FULL.slice(0, 25)}検討会の報告`, `${FULL}${FULL}会議を開いた。`]);
  });

  it('takes a number with a bracket for text where the bracket was open', async () => {
    const open = `${FULL.slice(0, 27)}（令第二条の`;
    expect(await linesOf([{ texts: lines([open, '20）による。']) }])).toEqual([`${open}20）による。`]);
  });

  it('joins the text behind a label with the lines below it', async () => {
    const texts = [...lines(['目的', '方法']).map((label, i) => ({ ...label, y: 100 + i * 34 })), ...lines([FULL.slice(6), '見直す。', FULL.slice(6)], { x: 140 })];
    expect(await linesOf([{ texts }])).toEqual([`目的\u3000${FULL.slice(6)}見直す。`, `方法\u3000${FULL.slice(6)}`]);
  });

  it('puts a sentence together that a page breaks, with the page number after it', async () => {
    const { text, furniture = [] } = await readPages([
      { texts: [...lines([FULL, `${FULL.slice(0, 30)}窓口につ`], { y: 740 }), { text: '- 1 -', x: 290, y: 810 }] },
      { texts: [...lines(['いて検討する。', '\u3000次の段落。'], { y: 80 }), { text: '- 2 -', x: 290, y: 810 }] },
    ]);
    expect(text).toBe(`${FULL}${FULL.slice(0, 30)}窓口について検討する。\n- 1 -\n\f次の段落。\n- 2 -\n`);
    expect(furniture.map(({ start, end }) => text.slice(start, end))).toEqual(['- 1 -', '- 2 -']);
  });

  it('gives larger letters as headings, by their rank', async () => {
    expect(await linesOf([{ texts: [...lines(['区役所のあり方'], { size: 18, y: 60 }), ...lines(['検討の経過'], { size: 13 }), ...lines([FULL, '会議を開いた。'], { y: 130 })] }]))
      .toEqual(['# 区役所のあり方', '## 検討の経過', `${FULL}会議を開いた。`]);
  });

  it('shields what the paper prints and Markdown would take for its own', async () => {
    expect(await linesOf([{ texts: lines(['#一', '|二|', '**三**', '<b>四', '>五']).map((line) => ({ ...line, font: 'own' as const })) }])).toEqual(['\\#一', '\\|二|', '\\*\\*三\\*\\*', '\\<b>四', '\\>五']);
  });

  it('says of every printed line where it stands, and which part of the text it is', async () => {
    const { text, layout } = await readPages([{ texts: lines([FULL, '会議を開く。']) }]);
    expect(layout?.pages).toEqual([{ width: 595, height: 842 }]);
    expect(layout?.lines.map(({ start, end, ...place }) => ({ text: text.slice(start, end), ...place }))).toEqual([
      { text: FULL, page: 0, x: 80, y: 91.2, width: 340, height: 10 },
      { text: '会議を開く。', page: 0, x: 80, y: 108.2, width: 60, height: 10 },
    ]);
  });

  it('are items behind dots that are drawn, as browsers do', async () => {
    const texts = [...lines(['窓口の案内を見直す。']), ...lines(['証明書の発行', '税の相談'], { x: 110, y: 117 })];
    expect(await linesOf([{ texts, dots: [[100, 113], [100, 130], [300, 130]] }])).toEqual(['窓口の案内を見直す。', '- 証明書の発行', '- 税の相談']);
  });

  it('stand apart on top of a page as they do from what is below', async () => {
    const last = lines(['窓口の案内を見直す。', '証明書の発行をする。', '税の相談を受ける。', '予約を受け付ける。']);
    const apart = await readPages([{ texts: last }, { texts: [...lines(['本庁の役割']), ...lines(['方向を決める。', '予算を組む。'], { y: 140 })] }]);
    expect(apart.text).toContain('\f\n本庁の役割\n\n');
    const close = await readPages([{ texts: last }, { texts: lines(['本庁の役割', '方向を決める。']) }]);
    expect(close.text).toContain('\f本庁の役割\n方');
  });
});
