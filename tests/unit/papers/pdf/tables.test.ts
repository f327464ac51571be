import { describe, expect, it } from 'vitest';
import type { PdfPage, PdfText } from '../../../support/make-pdf.ts';
import { lines, linesOf, readPages } from './read-pages.ts';

/** The ruling lines of a grid. */
function grid(xs: readonly number[], ys: readonly number[]): NonNullable<PdfPage['lines']> {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [...ys.map((y): [number, number, number, number] => [left, y, right, y]), ...xs.map((x): [number, number, number, number] => [x, top, x, bottom])];
}

const at = (x: number, y: number, ...texts: string[]): PdfText[] => texts.map((text, i) => ({ text, x, y: y + i * 14 }));

describe('tables of a PDF', () => {
  it('are rows of cells, with lines that a cell wraps put together', async () => {
    const texts = [...at(85, 115, '項目'), ...at(135, 115, '内容'), ...at(245, 115, '年度'), ...at(85, 137, '窓口の見', '直し'), ...at(135, 137, '証明書の発行を駅前で', '行う'), ...at(245, 137, '令和６年度', '令和７年度')];
    expect(await linesOf([{ texts, lines: grid([80, 130, 240, 400], [100, 120, 170]) }])).toEqual(['| 項目 | 内容 | 年度 |', '| 窓口の見直し | 証明書の発行を駅前で行う | 令和６年度<br>令和７年度 |']);
  });

  it('leave the other places of a merged cell empty', async () => {
    const rules = [...grid([80, 160, 300], [100, 120, 140]), ...grid([160, 230, 300], [120, 140])];
    const texts = [...at(85, 115, '区分'), ...at(165, 115, '見込み'), ...at(85, 135, '人口'), ...at(165, 135, '増える'), ...at(235, 135, '減る')];
    expect(await linesOf([{ texts, lines: rules }])).toEqual(['| 区分 | 見込み |  |', '| 人口 | 増える | 減る |']);
  });

  it('keep cells apart that stand close to the line between them', async () => {
    const texts = [{ text: '窓口時間予約', x: 81, y: 115 }, ...at(81, 135, '朝'), ...at(122, 135, '夕'), ...at(81, 155, '昼'), ...at(122, 155, '夜')];
    expect(await linesOf([{ texts, lines: grid([80, 121, 200], [100, 120, 140, 160]) }])).toEqual(['| 窓口時間 | 予約 |', '| 朝 | 夕 |', '| 昼 | 夜 |']);
  });

  it('read a label that is set one letter a line', async () => {
    const texts = [...at(83, 115, '現', '状', '課', '題'), ...at(105, 115, '窓口が混み合う。'), ...at(105, 129, '待ち時間が長い。')];
    expect(await linesOf([{ texts, lines: grid([80, 100, 300], [100, 170]) }])).toEqual(['| 現状課題 | 窓口が混み合う。<br>待ち時間が長い。 |']);
  });

  it('are no frames around a text', async () => {
    const frame = grid([70, 300], [85, 140]);
    expect(await linesOf([{ texts: [...lines(['囲みの中の一行目', '囲みの中の二行目']), { text: '外', x: 350, y: 100 }, { text: '欄', x: 350, y: 117 }], lines: frame }])).not.toContainEqual(expect.stringContaining('|'));
  });

  it('go on over the page with all their columns, and with the rest of a row that was cut', async () => {
    const first = { texts: [...at(85, 715, '項目'), ...at(205, 715, '内容'), ...at(85, 737, '窓口'), ...at(205, 737, '証明書の発行を駅前で行い市民の')], lines: grid([80, 200, 360], [700, 720, 745]) };
    const second = { texts: [...at(205, 75, '負担を減らす。'), ...at(85, 97, '広報'), ...at(205, 97, '年四回')], lines: grid([80, 200, 360], [60, 80, 100]) };
    expect(await linesOf([first, second])).toEqual(['| 項目 | 内容 |', '| 窓口 | 証明書の発行を駅前で行い市民の負担を減らす。 |', '\f| 広報 | 年四回 |']);
  });

  it('go on over the page where only a narrow cell of the row does', async () => {
    const first = { texts: at(85, 770, '道路', '公園', '課の'), lines: [...grid([80, 110, 360], [755, 815])] };
    const second = { texts: [...at(85, 75, '窓口'), ...at(85, 97, '取組'), ...at(125, 97, '平日に開く')], lines: grid([80, 110, 360], [60, 80, 100]) };
    expect(await linesOf([first, second])).toEqual(['| 道路公園課の窓口 |  |', '\f| 取組 | 平日に開く |']);
  });

  it('without ruling lines are told by their columns', async () => {
    const rows = [['会長', '青山\u3000一郎', '東都大学教授'], ['副会長', '白石\u3000花子', '弁護士'], ['委員', '黒田\u3000三郎', '日向市自治会連合会']];
    const texts = rows.flatMap((row, r) => row.map((text, c) => ({ text, x: 80 + c * 110, y: 100 + r * 20 })));
    expect(await linesOf([{ texts }])).toEqual(rows.map((row) => `| ${row.join(' | ')} |`));
  });

  it('without ruling lines part where cells stand close, and not where the parts of names do', async () => {
    const rows = [['窓口の見', '継続実施', '⇒', '⇒'], ['直し'], ['予約の受', '検討', '決定', '実施'], ['付'], ['庁舎', '検討', '⇒', '⇒']];
    const texts = rows.flatMap((row, r) => row.map((text, c) => ({ text, x: 80 + c * 54, y: 100 + r * 14 })));
    expect(await linesOf([{ texts }])).toEqual(['| 窓口の見直し | 継続実施 | ⇒ | ⇒ |', '| 予約の受付 | 検討 | 決定 | 実施 |', '| 庁舎 | 検討 | ⇒ | ⇒ |']);
  });

  it('say where each line of a cell stands', async () => {
    const texts = [...at(85, 115, '項目'), ...at(165, 115, '内容'), ...at(85, 137, '窓口の見', '直し'), ...at(165, 137, '一つ')];
    const { text, layout } = await readPages([{ texts, lines: grid([80, 130, 300], [100, 120, 170]) }]);
    expect(layout?.lines.map(({ start, end, x, y }) => [text.slice(start, end), x, y])).toEqual([['項目', 85, 106.2], ['内容', 165, 106.2], ['窓口の見', 85, 128.2], ['直し', 85, 142.2], ['一つ', 165, 128.2]]);
  });

  it('have a long cell beside its label', async () => {
    const long = Array.from({ length: 14 }, (_, i) => `窓口の案内を見直す${i % 10}`);
    const texts = [...at(85, 60, '日向市'), ...at(245, 60, '令和６年度'), ...at(85, 115, '効果'), ...at(135, 115, ...long)];
    expect((await linesOf([{ texts, lines: grid([80, 130, 240], [100, 320]) }])).slice(1)).toEqual([expect.stringMatching(/^\| 効果 \| 窓口の案内を見直す0.*\|$/)]);
  });
});
