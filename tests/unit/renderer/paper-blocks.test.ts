import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDressed, paperBlocks, type SheetTable } from '../../../renderer/shared/paper-blocks.ts';
import { undressed, wordsAlone } from '../../../renderer/shared/paper-dressing.ts';

const shown = (text: string) => undressed(text, 0, text.length).map((run) => run.text).join('');
const tableOf = (text: string) => paperBlocks(text, []).find((block): block is SheetTable => block.kind === 'table');
const cellTexts = (table: SheetTable | undefined) => table?.rows.map((row) => row.cells.map((cell) => cell.pieces.map((piece) => piece.text).join('')));

describe('the dressing of a paper', () => {
  it('is taken off: emphasis, escapes, signs by name and line breaks', () => {
    expect(shown(String.raw`**重点** \*注 A&amp;B<br>次<u>線</u>`)).toBe('重点 *注 A&B\n次線');
  });

  it('stays where a mark has no partner, so that no character of the text is lost', () => {
    expect(shown('2 ** 3 と snake_case')).toBe('2 ** 3 と snake_case');
    expect(shown('a < b')).toBe('a < b');
  });

  it('says what was inserted and deleted, over other styles', () => {
    expect(undressed('<del>旧</del><ins>**新**</ins>', 0, 28).map(({ text, styles }) => [text, styles])).toEqual([['旧', ['deleted']], ['新', ['inserted', 'strong']]]);
  });

  it('shows hidden text and readings above words as such, and comment marks without a partner as they stand', () => {
    const styled = (text: string) => undressed(text, 0, text.length).map((run) => [run.text, run.styles]);
    expect(styled('前<!--控え-->後')).toEqual([['前', []], ['控え', ['hidden']], ['後', []]]);
    expect(styled('岬<rt>みさき</rt>町')).toEqual([['岬', []], ['みさき', ['reading']], ['町', []]]);
    expect(styled('左<!--右').map(([text]) => text).join('')).toBe('左<!--右');
    expect(styled('A --> <b>B</b>').map(([text]) => text).join('')).toBe('A --> B');
  });

  it('says a stretch in words alone, as its tracked changes leave it', () => {
    expect(wordsAlone('## 1. 審議\n- **①** <del>遠い</del><ins>近い</ins><!--控え-->岬<rt>みさき</rt>町\n#### ')).toBe('1. 審議\n- ① 近い岬（みさき）町\n');
  });

  it('tells two tables apart by the rule on top of the second', () => {
    expect(paperBlocks('| 年度 | 数 |\n| 元 | 1 |\n| --- | --- |\n| 名前 | 役 |', []).map((block) => block.kind === 'table' && block.rows.length)).toEqual([2, 1]);
  });

  it('keeps every piece at its place in the text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('あ', '**', '__', '\\', '<br>', '<b>', '</b>', '&lt;', '|', 'x'), { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      const runs = undressed(text, 0, text.length);
      let at = 0;
      for (const run of runs) {
        expect(run.start).toBeGreaterThanOrEqual(at);
        if (run.text.length === run.end - run.start) expect(text.slice(run.start, run.end)).toBe(run.text);
        at = run.end;
      }
    }));
  });
});

describe('a paper as a formatted sheet', () => {
  it('shows headings without their marks and with their depth, and where a page begins', () => {
    const blocks = paperBlocks('# 題\n\f## 1. 章\n本文 # ではない', []);
    expect(blocks.map((block) => block.kind === 'line' && [block.level, block.page, block.pieces.map((piece) => piece.text).join('')])).toEqual([
      [1, false, '題'], [2, true, '1. 章'], [0, false, '本文 # ではない'],
    ]);
  });

  it('reads a pipe table: header by its rule, escaped bars in cells, line numbers going on below', () => {
    const text = String.raw`| 区分 | 内容 |
|---|---|
| 駅 | 北\|南<br>両方 |
次の行`;
    expect(cellTexts(tableOf(text))).toEqual([['区分', '内容'], ['駅', '北|南\n両方']]);
    expect(tableOf(text)?.rows[0]?.cells.every((cell) => cell.header)).toBe(true);
    expect(paperBlocks(text, []).at(-1)?.number).toBe(4);
  });

  it('reads an HTML table over several lines, with the spans of its cells', () => {
    const table = tableOf('<table>\n<tr><th colspan="2">計画</th></tr>\n<tr><td>一<br>行</td><td></td></tr></table>');
    expect(cellTexts(table)).toEqual([['計画'], ['一\n行', '']]);
    expect(table?.rows[0]?.cells[0]).toMatchObject({ colSpan: 2, header: true });
  });

  it('leaves a table that is never closed as text, and survives one within a cell', () => {
    expect(paperBlocks('<table><tr><td>切れた', []).map((block) => block.kind)).toEqual(['line']);
    expect(cellTexts(tableOf('<table><tr><td>外<table><tr><td>内</td></tr></table></td></tr></table>'))?.[0]?.[0]).toContain('外');
  });

  it('cuts cells where passages begin and end', () => {
    const text = '| 市 | 課題がある |';
    const start = text.indexOf('課題');
    const [, cell] = paperBlocks(text, [{ key: 'k', start, end: start + 2 }]).find((block): block is SheetTable => block.kind === 'table')?.rows[0]?.cells ?? [];
    expect(cell?.pieces.map(({ text: piece, key }) => [piece, key])).toEqual([['課題', 'k'], ['がある', null]]);
    expect(cell?.begins).toEqual(['k']);
  });

  it('has nothing to set in plain text', () => {
    expect(isDressed('１　目的\n（1）市の考え')).toBe(false);
    expect(['# 題', '| a | b |', 'a<br>b', '前\f後', String.raw`1\.`].every(isDressed)).toBe(true);
  });
});
