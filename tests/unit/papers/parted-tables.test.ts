import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { compilePaper } from '../../../electron/services/reports/compile-paper.ts';
import { toMd } from '../../../electron/services/reports/to-md.ts';
import { substanceOf } from '../../support/substance.ts';
import { headsIn as heads, readLines as read } from '../../support/read-lines.ts';

// Tables of cities that do not exist: parted by pages and groups, with headers of two rows, turned, or on one thing alone.

const again = (paper: RecognisedPaper) => substanceOf(recognisePaper(toMd(compilePaper(paper, '2026-04-01T00:00:00Z'))));
const figures = ({ kpis }: RecognisedPaper) => kpis.map(({ name, base, values, target }) => [name, base?.value ?? null, values, target?.value ?? null]);

describe('a table of indicators', () => {
  it('goes by its header below the lines that name groups of its rows', () => {
    const paper = read(['霧ヶ丘市環境計画　指標一覧', '', '指標\t目標値(R8)\t基準値(R2)\tR4年度', '【みどり】', '公園の面積\t12ha\t8ha\t9ha', '【ごみ】', '排出量\t800t\t900t\t880t']);
    expect(heads(paper)).toEqual(['1【】みどり', '1【】ごみ']);
    expect(figures(paper)).toEqual([['公園の面積', 8, { R4年度: 9 }, 12], ['排出量', 900, { R4年度: 880 }, 800]]);
  });

  it.each([
    ['spaces', ['　指標　　　　　　基準値(R2)　　目標値(R8)', '【みどり】', '　公園の面積　　　8ha　　　　　12ha', '【ごみ】', '　排出量　　　　　900t　　　　 800t']],
    ['bars', ['| 指標 | 基準値(R2) | 目標値(R8) |', '|---|---|---|', '| 【みどり】 | | |', '| 公園の面積 | 8ha | 12ha |', '| 【ごみ】 | | |', '| 排出量 | 900t | 800t |']],
  ])('has groups in rows of their own, set with %s', (_form, table) => {
    const paper = read(['霧ヶ丘市環境計画　指標一覧', '', ...table]);
    expect(heads(paper)).toEqual(['1【】みどり', '1【】ごみ']);
    expect(figures(paper)).toEqual([['公園の面積', 8, {}, 12], ['排出量', 900, {}, 800]]);
  });

  it('goes on over a page without its header', () => {
    const paper = read(['霧ヶ丘市環境計画　指標一覧', '', '指標\t基準値(R2)\tR4年度\t目標値(R8)', '公園の面積\t8ha\t9ha\t12ha', '', '- 1 -', '', '排出量\t900t\t880t\t800t']);
    expect(figures(paper)).toEqual([['公園の面積', 8, { R4年度: 9 }, 12], ['排出量', 900, { R4年度: 880 }, 800]]);
  });

  it('has years of their own below 実績値, in a second line of a table set with spaces', () => {
    const paper = read([
      '霧ヶ丘市環境計画　指標一覧', '', '　指標　　　　　　　　基準値　　　　　実績値　　　　　目標値', '　　　　　　　　　　　（H28）　　R2　　　R3　　　R4　　（R8）', '　公園の面積　　　　　8ha　　　　9ha　　 9ha　　 10ha　　12ha', '　排出量　　　　　　　900t　　　 880t　　－　　　871t　　800t',
    ]);
    expect(figures(paper)).toEqual([['公園の面積', 8, { R2: 9, R3: 9, R4: 10 }, 12], ['排出量', 900, { R2: 880, R3: null, R4: 871 }, 800]]);
    expect(paper.kpis.map(({ base, target }) => [base?.label, target?.label])[0]).toEqual(['基準値(H28)', '目標値(R8)']);
  });

  it('has a column of the parts of the plan, which head nothing', () => {
    const paper = read(['霧ヶ丘市総合計画　指標一覧', '', '| 政策 | No | 指標 | 現状値(R2) | 目標値(R8) | 備考 |', '|---|---|---|---|---|---|', '| １ 福祉 | 1 | 健診の受診率 | 37.4％ | 60.0％ | 40歳以上 |', '| | 2 | 通いの場 | 12か所 | 20か所 | |', '| ２ 産業 | 3 | 創業の件数 | 23件 | 30件 | - |']);
    expect(heads(paper)).toEqual([]);
    expect(paper.kpis.map(({ marker, base, note }) => [marker, base?.unit, note])).toEqual([['1', '％', '40歳以上'], ['2', 'か所', null], ['3', '件', null]]);
    expect(again(paper)).toEqual(substanceOf(paper));
  });

  it('takes its unit from the line above it, which is no text of its own, and its notes from those below', () => {
    const paper = read(['霧ヶ丘市観光計画　指標一覧', '', '１　観光', '', '　　　　　（単位：千人）', '| 指標 | 基準値(R2) | R4 | 目標値(R8) |', '|---|---|---|---|', '| 日帰り客数 | 310 | 402 | 500 |', '| 宿泊客数 | 45 | 61 | 80 |', '', '※　宿泊客数は、暦年の数値である。']);
    expect(paper.kpis.map(({ base, target, note }) => [base?.unit, target?.unit, note])).toEqual([['千人', '千人', null], ['千人', '千人', '宿泊客数は、暦年の数値である。']]);
    expect(paper.records).toEqual([]);
  });
});

describe('a chart of a schedule', () => {
  it('has its events in parts of years, under a header of two rows', () => {
    const paper = read(['霧ヶ丘市総合計画　策定スケジュール', '', '| 項目 | 令和6年度 | | 令和7年度 | |', '|---|---|---|---|---|', '| | 上半期 | 下半期 | 上半期 | 下半期 |', '| 審議会 | 第1回 | 第2回 | | 答申 |']);
    expect(paper.meetings.map(({ label, date_raw, start }) => [label, date_raw, start])).toEqual([['第1回', '令和6年度上半期', '2024-04-01'], ['第2回', '令和6年度下半期', '2024-10-01'], ['答申', '令和7年度下半期', '2025-10-01']]);
  });
});

describe('a list of members', () => {
  it.each([
    ['a page', ['', '- 1 -', '']],
    ['a line that names a group', ['【市民】']],
  ])('goes by its header below %s', (_form, between) => {
    const paper = read(['霧ヶ丘市総合計画審議会　委員名簿', '', '氏名\t所属\t役職', '青木　一郎\t霧ヶ丘大学\t会長', ...between, '石川　花子\t町内会連合会\t委員']);
    expect(paper.members.map(({ name, affiliation, role }) => [name.replace(/\s/g, ''), affiliation, role])).toEqual([['青木一郎', '霧ヶ丘大学', '会長'], ['石川花子', '町内会連合会', null]]);
  });
});

describe('a programme', () => {
  it('has its plan by halves of years, under a header of two rows', () => {
    const paper = read(['霧ヶ丘市窓口改革　進捗管理シート', '', '■工程', '', '| 取組項目 | Ｒ６ | | Ｒ７ | |', '|---|---|---|---|---|', '| | 上期 | 下期 | 上期 | 下期 |', '| 予約の受付 | 検討 | 試行 | 実施 | |']);
    expect(paper.programme.map(({ item, rows }) => [item, rows[0]?.cells])).toEqual([['予約の受付', { R6上期: '検討', R6下期: '試行', R7上期: '実施' }]]);
  });

  it.each([
    ['a row a year', ['| 年度 | 計画 | 実績 | 評価 |', '|---|---|---|---|', '| 令和4年度 | 検討 | 案を作成した。 | B |', '| 令和5年度 | 実施 | - | - |']],
    ['a column a year', ['| 区分 | 令和4年度 | 令和5年度 |', '|---|---|---|', '| 計画 | 検討 | 実施 |', '| 実績 | 案を作成した。 | - |']],
  ])('is of the one thing that its section is about, %s', (_form, table) => {
    const paper = read(['霧ヶ丘市窓口改革　進捗管理シート', '', '## 1 予約の受付', '', ...table]);
    expect(paper.programme.map(({ item, rows, progress }) => [item, rows[0]?.cells, progress.map(({ year, text }) => [year, text])])).toEqual([
      ['予約の受付', { 令和4年度: '検討', 令和5年度: '実施' }, [['令和4年度', '案を作成した。']]],
    ]);
    expect(paper.records).toEqual([]);
  });

  it('keeps a reason whole that goes on in the next row', () => {
    const paper = read([
      '霧ヶ丘市窓口改革　進捗管理シート', '', '実施項目\t4年度\t5年度', '予約の受付\t検討\t実施', '【5年度変更】\t\t検討', '変更理由\t試行した窓口において一件当たりの処理の時間が平均で四分ほど延びる結果となり、聞き取り項目の見直し', '\tが必要となったため。',
    ]);
    expect(paper.programme[0]?.rows[1]?.reason).toBe('試行した窓口において一件当たりの処理の時間が平均で四分ほど延びる結果となり、聞き取り項目の見直しが必要となったため。');
  });
});

describe('opinions', () => {
  const COVER = ['霧ヶ丘市住民自治計画（案）に対する意見募集の結果', '', '１　意見の内容と市の考え方', ''];

  it('stand under what of the plan they are about, which an empty cell goes on with', () => {
    const paper = read([...COVER, '| No. | 該当箇所 | 意見の概要 | 市の考え方 |', '|---|---|---|---|', '| 1 | 第2章 現状 | 図がほしい。 | 加えました。 |', '| 2 | | 数字が古い。 | 改めました。 |', '| 3 | 全般 | 読みやすい。 | 今後も努めます。 |']);
    expect(paper.records.map(({ under }) => under.at(-1))).toEqual(['第2章 現状', '第2章 現状', '第2章 現状', '第2章 現状', '全般', '全般']);
    expect(again(paper)).toEqual(substanceOf(paper));
  });

  it.each(['（対応区分）◎', '【反映状況】反映', '対応区分：A', '修正の有無　有'])('have no part in how they were dealt with: %s', (line) => {
    const paper = read([...COVER, '（意見１）　図がほしい。', '（考え方）　御意見を踏まえ、', '図を加えました。', `　　　${line}`, '（意見２）　数字が古い。', '（考え方）　改めました。']);
    expect(paper.records.map(({ text }) => text)).toEqual(['図がほしい。', '御意見を踏まえ、図を加えました。', '数字が古い。', '改めました。']);
  });

  it('stand under chapters of the plan within their section', () => {
    const paper = read(['# 霧ヶ丘市住民自治計画（案）に対する意見募集の結果', '', '## １　意見と市の考え方', '', '### 第１章　目的について（１件）', '', '（意見１）図がほしい。', '（考え方）加えました。', '', '### その他（１件）', '', '（意見２）読みやすい。', '（考え方）今後も努めます。', '', '## ２　修正箇所', '', '２ページ']);
    expect(heads(paper)).toEqual(['1１意見と市の考え方', '2第１章目的について（１件）', '2-その他（１件）', '1２修正箇所']);
  });

  it('come in a paper whose title has two lines, and whose office is no section', () => {
    const paper = read(['　　　　霧ヶ丘市住民自治条例（骨子案）', '　　　　パブリックコメントの実施結果', '', '番号\t意見\t市の考え方', '1\t図がほしい。\t加えました。', '', '　　　　　　　　　　問い合わせ先', '　　　　　　　　　　霧ヶ丘市総務部　自治振興課', '　　　　　　　　　　電話 000-000-0000']);
    expect([paper.title, paper.headings, paper.records.length]).toEqual(['霧ヶ丘市住民自治条例（骨子案）パブリックコメントの実施結果', [], 2]);
  });
});
