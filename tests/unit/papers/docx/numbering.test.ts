import { describe, expect, it } from 'vitest';
import { writeNumber } from '../../../../electron/services/papers/files/docx/number-formats.ts';
import { abstractNum, listed, lvl, num, p, STYLES, styled } from './docx-builder.ts';
import { linesOf, textsOf } from './reading.ts';

const count = (format: string, numbers: readonly number[]) => numbers.map((n) => writeNumber(format, n)).join(' ');

describe('numbers are written as Word writes them', () => {
  it.each([
    ['decimal', '1 2 10 20 21'], ['decimalZero', '01 02 10 20 21'], ['decimalFullWidth', '１ ２ １０ ２０ ２１'],
    ['decimalEnclosedCircle', '① ② ⑩ ⑳ 21'], ['decimalEnclosedParen', '⑴ ⑵ ⑽ ⒇ 21'], ['decimalEnclosedFullstop', '⒈ ⒉ ⒑ ⒛ 21'],
    ['aiueo', 'ｱ ｲ ｺ ﾄ ﾅ'], ['aiueoFullWidth', 'ア イ コ ト ナ'], ['iroha', 'ｲ ﾛ ﾇ ﾈ ﾅ'], ['irohaFullWidth', 'イ ロ ヌ ネ ナ'],
    ['japaneseCounting', '一 二 十 二十 二十一'], ['japaneseLegal', '壱 弐 壱拾 弐拾 弐拾壱'],
    ['japaneseDigitalTenThousand', '一 二 一〇 二〇 二一'], ['ideographDigital', '一 二 一〇 二〇 二一'],
    ['ideographTraditional', '甲 乙 癸 20 21'], ['ideographZodiac', '子 丑 酉 20 21'],
    ['upperRoman', 'I II X XX XXI'], ['lowerRoman', 'i ii x xx xxi'], ['upperLetter', 'A B J T U'], ['lowerLetter', 'a b j t u'],
    ['numberInDash', '- 1 - - 2 - - 10 - - 20 - - 21 -'], ['none', '    '], ['unheardOf', '1 2 10 20 21'],
  ])('%s', (format, written) => {
    expect(count(format, [1, 2, 10, 20, 21])).toBe(written);
  });

  it('goes on past the end of an alphabet by doubling its letters', () => {
    expect(count('upperLetter', [26, 27, 28, 53])).toBe('Z AA BB AAA');
    expect(count('aiueoFullWidth', [46, 47, 48])).toBe('ン アア イイ');
  });

  it('writes a list that begins at 0, or far on, in digits', () => {
    expect(count('irohaFullWidth', [0, 10_000])).toBe('0 10000');
  });
});

const MUNICIPAL = abstractNum(0, [
  lvl(0, 'decimal', '第%1章'), lvl(1, 'decimal', '%2'), lvl(2, 'decimal', '(%3)'), lvl(3, 'aiueoFullWidth', '%4', '<w:suff w:val="space"/>'),
  lvl(4, 'aiueoFullWidth', '(%5)'), lvl(5, 'decimalEnclosedCircle', '%6'),
].join(''));
const levels = (id: number, ...all: readonly number[]) => all.map((level) => listed(id, 'x', level)).join('');

describe('the numbers of a list are those Word shows', () => {
  it('counts 第1章/1/(1)/ア/(ア)/① down and up again', () => {
    const body = levels(1, 0, 1, 2, 3, 3, 4, 5, 5, 3, 2, 1, 2, 0, 1);
    expect(textsOf({ body, numbering: MUNICIPAL + num(1, 0) }))
      .toEqual(['第1章　x', '1　x', '(1)　x', 'ア x', 'イ x', '(ア)　x', '①x', '②x', 'ウ x', '(2)　x', '2　x', '(1)　x', '第2章　x', '1　x']);
  });

  it('shows the numbers of outer levels, in digits where the list is legal', () => {
    const numbering = abstractNum(0, [lvl(0, 'japaneseCounting', '第%1'), lvl(1, 'decimal', '%1－%2'), lvl(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')].join('')) + num(1, 0);
    expect(textsOf({ body: levels(1, 0, 0, 1, 1, 2), numbering })).toEqual(['第一　x', '第二　x', '二－1　x', '二－2　x', '2.2.1　x']);
  });

  it('begins anew where the list says so, and only once', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = abstractNum(0, lvl(0, 'decimalEnclosedCircle', '%1')) + num(1, 0) + num(2, 0, restart) + num(3, 0);
    expect(textsOf({ body: levels(1, 0, 0) + levels(2, 0, 0) + levels(3, 0) + levels(2, 0), numbering })).toEqual(['①x', '②x', '①x', '②x', '③x', '④x']);
  });

  it('starts where w:start says, and takes a level of its own from an override', () => {
    const start = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>';
    const numbering = abstractNum(0, start) + num(1, 0) + num(2, 0, `<w:lvlOverride w:ilvl="0">${lvl(0, 'upperLetter', '%1.')}</w:lvlOverride>`);
    expect(textsOf({ body: levels(1, 0) + levels(2, 0), numbering })).toEqual(['3)　x', 'D.　x']);
  });

  it('counts on over outer levels where w:lvlRestart is 0, and begins anew after the level it names', () => {
    const numbering = abstractNum(0, [
      lvl(0, 'decimal', '%1章'), lvl(1, 'decimal', '%2節'), lvl(2, 'decimal', '図%3', '<w:lvlRestart w:val="0"/>'), lvl(3, 'decimal', '表%4', '<w:lvlRestart w:val="1"/>'),
    ].join('')) + num(1, 0);
    expect(textsOf({ body: levels(1, 0, 1, 2, 3, 1, 2, 3, 0, 1, 2, 3), numbering }).map((line) => line.replace('　x', '')))
      .toEqual(['1章', '1節', '図1', '表1', '2節', '図2', '表2', '2章', '1節', '図3', '表1']);
  });

  it('takes the levels of a list style by its link', () => {
    const numbering = `<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="list"/>${lvl(0, 'decimal', '(%1)')}</w:abstractNum>`
      + '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="list"/></w:abstractNum>' + num(1, 5) + num(2, 6);
    expect(textsOf({ body: levels(1, 0) + levels(2, 0), numbering })).toEqual(['(1)　x', '(2)　x']);
  });

  it('numbers by a style, by the level that is tied to it, and not where the number is taken off (numId 0)', () => {
    const numbered = (id: string, basedOn: string, level: number, numId: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${basedOn}"/><w:pPr>${numId}<w:outlineLvl w:val="${level}"/></w:pPr></w:style>`;
    const styles = STYLES + numbered('章', 'a', 0, '<w:numPr><w:numId w:val="1"/></w:numPr>') + numbered('節', 'a', 1, '<w:numPr><w:numId w:val="1"/></w:numPr>') + numbered('小節', '節', 2, '');
    const numbering = abstractNum(0, [
      lvl(0, 'decimal', '第%1章', '<w:pStyle w:val="章"/>'), lvl(1, 'decimal', '%2', '<w:pStyle w:val="節"/>'),
    ].join('')) + num(1, 0);
    const body = styled('章', '総論') + styled('節', '目的') + styled('章', '各論', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('小節', '経緯') + styled('節', '名称', '<w:numPr><w:ilvl w:val="0"/></w:numPr>');
    expect(textsOf({ body, numbering, styles })).toEqual(['# 第1章　総論', '## 1　目的', '# 各論', '### 2　経緯', '## 第2章　名称']);
  });

  it('draws bullets as their font draws them', () => {
    const bullet = (level: number, char: string, font: string) => lvl(level, 'bullet', char).replace('</w:lvl>', `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr></w:lvl>`);
    const numbering = abstractNum(0, [
      bullet(0, '\uf0b7', 'Symbol'), bullet(1, '\uf06c', 'Wingdings'), bullet(2, 'n', 'Wingdings'), bullet(3, '\uf075', 'Wingdings'), bullet(4, 'o', 'Courier New'),
      bullet(5, '\uf0d8', 'Wingdings'), bullet(6, '○', 'ＭＳ 明朝'), bullet(7, '•', 'Arial'), bullet(8, '※', 'ＭＳ 明朝'),
    ].join('')) + num(1, 0);
    expect(textsOf({ body: levels(1, 0, 1, 2, 3, 4, 5, 6, 7, 8), numbering })).toEqual(['・x', '● x', '■ x', '◆ x', '○ x', '➢ x', '○ x', '・x', '※ x']);
  });

  it('lets a number of the text stand for the dot before it', () => {
    const numbering = abstractNum(0, lvl(0, 'bullet', '・')) + num(1, 0);
    expect(textsOf({ body: listed(1, '①窓口の混雑') + listed(1, '窓口'), numbering })).toEqual(['- ①窓口の混雑', '・窓口']);
  });

  it('shows nothing for a list without signs, an unknown list, or an empty bullet, and the number alone of an empty paragraph', () => {
    const numbering = abstractNum(0, lvl(0, 'none', '')) + abstractNum(1, lvl(0, 'bullet', '・')) + abstractNum(2, lvl(0, 'decimal', '(%1)')) + num(1, 0) + num(2, 1) + num(3, 2);
    expect(textsOf({ body: listed(1, 'a') + listed(9, 'b') + listed(2, '') + listed(3, '') + listed(3, 'c'), numbering })).toEqual(['a', 'b', '(1)', '(2)　c']);
  });

  it('does not count a paragraph that was struck out with its end', () => {
    const numbering = abstractNum(0, lvl(0, 'decimal', '(%1)')) + num(1, 0);
    const gone = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>';
    expect(textsOf({ body: listed(1, 'a') + gone + listed(1, 'b'), numbering })).toEqual(['(1)　a', '<del>旧</del>', '(2)　b']);
  });
});

describe('the place of list lines', () => {
  const numbering = abstractNum(0, lvl(0, 'decimal', '(%1)', '').replace('</w:lvl>', '<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl>')
    + lvl(1, 'aiueoFullWidth', '%2').replace('</w:lvl>', '<w:pPr><w:ind w:left="840" w:hanging="420"/></w:pPr></w:lvl>')) + num(1, 0);

  it('stand below each other, as far in as Word sets them, and a line set in with them goes with them', () => {
    const child = p('細目の説明', '<w:ind w:left="420"/>');
    expect(linesOf({ body: p('前文') + listed(1, 'a') + child + listed(1, 'b', 1) + p('後文'), numbering })).toEqual(['前文', '(1)　a', '    細目の説明', '    ア　b', '後文']);
  });
});
