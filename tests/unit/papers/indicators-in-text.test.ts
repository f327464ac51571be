import { describe, expect, it } from 'vitest';
import { readLines, saidIn } from '../../support/read-lines.ts';

// Papers of an invented city.

const read = (...lines: string[]) => readLines(lines);
const short = ({ kpis }: ReturnType<typeof read>) => kpis.map(({ name, base, values, target }) => [name, base?.value, values, target?.value]);

describe('indicators told in lines', () => {
  it.each([
    ['a colon and an arrow', '・登山者数：1,200人（2020年）→ 1,500人（2025年）'],
    ['wide spaces', '・登山者数　　　1,200人（令和2年度）　⇒　1,500人（令和7年度）'],
    ['the words for both sides', '指標：登山者数　現状値（R2）1,200人　⇒　目標値（R7）1,500人'],
    ['no year, below a heading that names figures', '・登山者数　1,200人 ⇒ 1,500人'],
  ])('reads one with %s', (_form, line) => {
    const paper = read('峰越市山岳観光計画（概要版）', '', '■ 基本方針', '', '登山道を整備します。', '', '■ 数値目標', '', line, '');
    expect(short(paper)).toEqual([['登山者数', 1200, {}, 1500]]);
    expect(paper.records).toHaveLength(1);
  });

  it('takes what is said below 評価 as outcomes, and a sentence below 今後の取組 as a direction', () => {
    const paper = readLines(['峰越市山岳計画　指標一覧', '', '基本目標１　山', '', '指標\t単位\t基準値（H30）\tR2\t目標値（R6）', '登山者数\t人\t418\t430\t480', '', '〔評価〕', '・登山者数は基準値を下回った。', '', '〔今後の取組〕', '・案内所を駅前に移す。', '・山小屋の改修', ''], 'indicators');
    expect(saidIn(paper)).toEqual(['outcome|・|登山者数は基準値を下回った。', 'policy_direction|・|案内所を駅前に移す。', 'measure|・|山小屋の改修']);
  });

  it('leaves an arrow between two steps alone', () => {
    const paper = read('峰越市窓口改革アクションプラン', '', '■ 主な取組', '', '・申請の方法：来庁 → 電子申請', '・令和5年度 → 令和6年度に開始', '');
    expect(paper.kpis).toEqual([]);
    expect(paper.records).toHaveLength(2);
  });

  it('reads the lines below the name of an indicator', () => {
    const paper = read('峰越市こども計画　成果指標の達成状況', '', '(1) 相談の件数', '　現状値（令和元年度）：35件', '　令和4年度：61件', '　令和5年度：-', '　目標値（令和6年度）：80件', '', '(2) 受診率', '　現状値：94.1%', '　目標値：98.0%', '');
    expect(short(paper)).toEqual([['相談の件数', 35, { 令和4年度: 61, 令和5年度: null }, 80], ['受診率', 94.1, {}, 98]]);
  });

  it('reads a list of indicators with several years on a line, a goal in words and a remark', () => {
    const paper = read('峰越市読書計画　成果指標一覧', '', 'Ⅰ　家庭', '', '① 読み聞かせの割合', '基準値（令和元年度）　61.3％', '実績値　令和4年度：63.8％　令和5年度：－', '目標値（令和8年度）　前年度を上回る', '備　考　保護者への調査による。', '', '② 電子図書館の利用', '策定時（令和元年度）　0回', '直近値（令和5年度）　4,210回', '目標値（令和8年度）　9,000回', '');
    expect(short(paper)).toEqual([['読み聞かせの割合', 61.3, { 令和4年度: 63.8, 令和5年度: null }, '前年度を上回る'], ['電子図書館の利用', 0, { 令和5年度: 4210 }, 9000]]);
    expect(paper.kpis[0]?.note).toBe('保護者への調査による。');
    expect(paper.headings.map(({ text }) => text)).toEqual(['家庭']);
  });

  it('reads a table drawn with rules, whose cells go on over a line', () => {
    const paper = read(
      '峰越市環境指標一覧', '',
      '┌─────┬───┬───┬───┐', '│指標名　　│基準値│R5　　│目標値│', '├─────┼───┼───┼───┤', '│ごみの量　│　892 │　840 │　750 │', '│（一人一日）│　　│　　　│　　　│',
      '├─────┼───┼───┼───┤', '│資源化率　│ 21.4 │ 23.0 │ 30.0 │', '└─────┴───┴───┴───┘', '',
    );
    expect(short(paper)).toEqual([['ごみの量（一人一日）', 892, { R5: 840 }, 750], ['資源化率', 21.4, { R5: 23 }, 30]]);
  });

  it('takes the names from the column that has them', () => {
    const paper = read('| 指標 | 指標名 | 基準値 | R5 | 目標値 |', '|---|---|---|---|---|', '| | ①受診率 | 40% | 44% | 60% |', '');
    expect(short(paper)).toEqual([['受診率', 40, { R5: 44 }, 60]]);
  });
});
