import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { headsIn as heads, readLines as read } from '../../support/read-lines.ts';

// Plans, tables of indicators and answers to opinions of a city that does not exist, one a way in which offices set them.

const owned = ({ records }: RecognisedPaper) => records.map(({ kind, marker, text, parent }) => `${parent === null ? '' : `^${parent} `}${kind}|${marker ?? '-'}|${text}`);
const figures = ({ kpis }: RecognisedPaper) => kpis.map(({ name, base, values, target }) => [name, base && [base.label, base.value, base.unit], values, target && [target.label, target.value, target.unit]]);

describe('a matrix of a plan', () => {
  it('has its measures below the direction of their row, and who does one below it', () => {
    const paper = read(['# 白萩市子育て行動計画', '', '## １　体系', '', '| 取組方針 | 主な取組 | 担当課 |', '|---|---|---|', '| 産み育てやすくする | ・産後ケアの拡充<br>・健診の助成 | 健康課 |', '| | ・相談窓口の一本化 | 子ども課 |', '| 働く家庭を支える | ・病児保育の開設 | 保育課 |', '']);
    expect(heads(paper)).toEqual(['1１体系']);
    expect(owned(paper)).toEqual([
      'policy_direction|-|産み育てやすくする', '^0 measure|・|産後ケアの拡充', '^0 measure|・|健診の助成', 'actor|-|健康課', '^0 measure|・|相談窓口の一本化', '^4 actor|-|子ども課',
      'policy_direction|-|働く家庭を支える', '^6 measure|・|病児保育の開設', '^7 actor|-|保育課',
    ]);
  });

  it('takes no records from the column whose kind comes again to its right, nor from names with numbers of their own', () => {
    const paper = read(['# 白萩市共生プラン', '', '## １　体系', '', '| 施策 | 取組方針 | 主な取組 |', '|---|---|---|', '| 1-1 言葉を学ぶ | 学ぶ機会を保障する | 初期講座の開設 |', '| | | オンライン教室の試行 |', '| 1-2 日本語で伝える | やさしい日本語を標準とする | 職員研修 |', '']);
    expect(heads(paper)).toEqual(['1１体系']);
    expect(owned(paper)).toEqual(['policy_direction|-|学ぶ機会を保障する', '^0 measure|-|初期講座の開設', '^0 measure|-|オンライン教室の試行', 'policy_direction|-|やさしい日本語を標準とする', '^3 measure|-|職員研修']);
    const named = read(['# 白萩市デジタル実行計画', '', '## 施策一覧', '', '| 施策番号 | 施策名 | 取組内容 | 所管課 |', '|---|---|---|---|', '| 1 | 手続のオンライン化 | 千件の手続をオンライン化する。 | 行政改革課 |', '']);
    expect([heads(named), owned(named)]).toEqual([['1-施策一覧'], ['measure|-|千件の手続をオンライン化する。', '^0 actor|-|行政改革課']]);
  });

  it('has what is deliberated on as the record that the rest of its row stands under', () => {
    const paper = read(['# 白萩市支所の検討資料', '', '| 検討項目 | 課題 | 他市の事例 |', '|---|---|---|', '| 窓口業務 | 取扱件数が減っている。 | 巡回窓口を設置（浜松市） |', '| 地域支援 | 業務が属人的である。 | 地区担当制を導入（松江市） |', '']);
    expect(paper.records.map(({ kind, text, under, cities }) => [kind, text, under.at(-1), ...cities])).toEqual([
      ['deliberation_item', '窓口業務', undefined], ['issue', '取扱件数が減っている。', '窓口業務'], ['example', '巡回窓口を設置', '窓口業務', '浜松市'],
      ['deliberation_item', '地域支援', undefined], ['issue', '業務が属人的である。', '地域支援'], ['example', '地区担当制を導入', '地域支援', '松江市'],
    ]);
  });
});

describe('who does what a plan lists', () => {
  it.each(['担当：会計課', '（担当：会計課）', '【担当課】会計課', '実施主体　会計課'])('is told in a line below it: %s', (line) => {
    expect(owned(read(['白萩市窓口アクションプラン', '', '１　主な取組', '　・手数料の電子納付', `　　　${line}`, '　・窓口の予約', '', '２　その他', '　説明会を開く。']))).toEqual(['measure|・|手数料の電子納付', '^0 actor|-|会計課', 'measure|・|窓口の予約', 'background|-|説明会を開く。']);
  });

  it('is told in a column beside it, and a year in front of a step makes it one of the schedule', () => {
    const paper = read(['# 白萩市窓口アクションプラン', '', '## １　主な取組', '', '| 取組 | 所管部署 |', '|---|---|', '| 電子納付 | 会計課 |', '', '### 年次計画', '', '令和6年度　設計', '', '令和7年度～　運用', '']);
    expect(owned(paper)).toEqual(['measure|-|電子納付', '^0 actor|-|会計課', 'schedule|-|令和6年度　設計', 'schedule|-|令和7年度～　運用']);
  });
});

describe('what a plan lists', () => {
  it('below 施策１ is done, and 担当課：… behind a dash is who does it', () => {
    const paper = read(['# 白萩市交通アクションプラン', '', '## 【取組1】運賃の見直し', '- 取組内容：乗継割引を導入する。', '- 担当課：交通政策課', '- 実施時期：令和6年度', '## 【取組2】案内の充実', '- 多言語の案内板', '']);
    expect(owned(paper)).toEqual(['measure|-|乗継割引を導入する。', '^0 actor|-|交通政策課', 'background|-|実施時期：令和6年度', 'measure|-|多言語の案内板']);
  });

  it('are issues beside 「教員配置の課題」 in a chapter on how things are, and directions below 基本的な考え方', () => {
    const paper = read(['# 白萩市学校配置の基本方針', '', '# 第1章 学校を取り巻く状況', '', '### (1) 小規模校の増加', '- 単学級の学校が8校ある。', '### (2) 児童数の推移', '- 5年で1割減った。', '### (3) 教員配置の課題', '- 免許外の担任がいる。', '', '# 第2章 配置の基本的な考え方', '', '## 1 規模', '', '### (1) 小学校', '- 12学級以上を標準とします。', '']);
    expect(owned(paper).map((line) => line.split('|')[0])).toEqual(['issue', 'background', 'issue', 'policy_direction']);
  });

  it('goes on over a blank line where a noun lacks the verb before it', () => {
    expect(owned(read(['# 白萩市福祉の検討資料', '', '## 課題', '- 養成した後の活動の場が少ない', '', '　状況が続いている', '- 担い手が足りない', '']))).toEqual(['issue|-|養成した後の活動の場が少ない状況が続いている', 'issue|-|担い手が足りない']);
  });

  it('has 参考 as the mark of a heading, and 注1： as a note', () => {
    const paper = read(['# 白萩市支所の基本方針', '', '### 第1章　目的', '支所を見直す。', '', '### 参考　市民の主な意見', '- 窓口を残してほしい。', '', '注1：令和5年度の調査による。', '']);
    expect(heads(paper)).toEqual(['1第1章目的', '1参考市民の主な意見']);
    expect(paper.footnotes.map(({ marker, text }) => [marker, text])).toEqual([['注1', '令和5年度の調査による。']]);
  });
});

describe('a table of indicators', () => {
  const paper = (rows: readonly string[]) => figures(read(['# 白萩市健康計画 評価指標一覧', '', ...rows, '']));

  it('has the years of base and target in columns of their own, in the cells, or in a second row of the head', () => {
    const wanted = [['受診率', ['R4', 38.2, '％'], {}, ['R11', 60, '％']]];
    expect(paper(['| 指標 | 基準年度 | 基準値 | 目標年度 | 目標値 |', '|---|---|---|---|---|', '| 受診率 | R4 | 38.2％ | R11 | 60％ |'])).toEqual(wanted);
    expect(paper(['| 指標 | 現状値 | 目標値 |', '|---|---|---|', '| 受診率 | 38.2％（R4） | 60％（R11） |'])).toEqual(wanted);
    expect(paper(['| 指標 | 現状値 | | 目標値 | |', '|---|---|---|---|---|', '| | 年度 | 値 | 年度 | 値 |', '| 受診率 | R4 | 38.2％ | R11 | 60％ |'])).toEqual(wanted);
  });

  it('may have its indicators side by side, or one beside its labels', () => {
    expect(paper(['| 年度 | 受診率（％） | 講座数（回） |', '|---|---|---|', '| 基準（R2） | 30.1 | 18 |', '| R3 | 31.4 | 20 |', '| 目標（R8） | 40 | 30 |'])).toEqual([
      ['受診率（％）', ['基準（R2）', 30.1, '％'], { R3: 31.4 }, ['目標（R8）', 40, '％']], ['講座数（回）', ['基準（R2）', 18, '回'], { R3: 20 }, ['目標（R8）', 30, '回']],
    ]);
    const sheet = (name: string, base: string) => [`| 指標名 | ${name} |`, '|---|---|', '| 単位 | 人 |', `| 基準値（R4） | ${base} |`, '| 目標値（R9） | 900 |', ''];
    expect(paper([...sheet('利用者数', '812'), ...sheet('会員数', '640')])).toEqual([['利用者数', ['基準値（R4）', 812, '人'], {}, ['目標値（R9）', 900, '人']], ['会員数', ['基準値（R4）', 640, '人'], {}, ['目標値（R9）', 900, '人']]]);
  });

  it('keeps the word of a year only where it tells it from another, and passes over rates', () => {
    expect(paper(['| 指標 | 現状値(R4) | 中間値(R7) | 目標値(R10) |', '|---|---|---|---|', '| 受診率 | 37％ | 45％ | 60％ |'])).toEqual([['受診率', ['現状値(R4)', 37, '％'], { R7: 45 }, ['目標値(R10)', 60, '％']]]);
    expect(paper(['| 指標 | 策定時(H23) | 中間値(H25) | 直近値(H27) | 目標値(H28) |', '|---|---|---|---|---|', '| 受診率 | 37％ | 45％ | 46％ | 60％ |'])[0]?.[2]).toEqual({ '中間値(H25)': 45, '直近値(H27)': 46 });
    expect(paper(['| 指標 | 区分 | R3 | R4 |', '|---|---|---|---|', '| 講座数（回） | 目標 | 60 | 62 |', '| | 実績 | 58 | 60 |', '| | 達成率 | 97% | 97% |'])).toEqual([['講座数（回）', null, { R3: 58, R4: 60 }, ['R4', 62, '回']]]);
  });

  it('is known without a name over its first column, and among lines by the name above them', () => {
    expect(figures(read(['# 白萩市ごみ処理計画', '', '## 数値目標', '', '| | 現状（令和4年度） | 目標（令和13年度） |', '|---|---|---|', '| ごみ総排出量 | 32,410t | 28,000t |', '']))).toEqual([['ごみ総排出量', ['現状（令和4年度）', 32410, 't'], {}, ['目標（令和13年度）', 28000, 't']]]);
    const lines = read(['白萩市福祉計画　評価指標', '', '○ 活動に参加した市民の割合', '　現状値 18.4％（令和4年度） ⇒ 目標値 25％（令和10年度）', '']);
    expect([figures(lines), lines.records]).toEqual([[['活動に参加した市民の割合', ['令和4年度', 18.4, '％'], {}, ['令和10年度', 25, '％']]], []]);
  });
});

describe('a sheet of a programme', () => {
  it('has plan, revision, reason and result of its one item by years alone', () => {
    const { programme } = read(['令和5年度　行財政改革　進行管理票', '', '取組項目　　窓口業務の委託', '担当課　　　市民課', '', '■ 取組計画', '\tR4\tR5\tR6', '当初計画\t検討\t一部委託\t全部委託', '見直し後\t\t検討\t一部委託', '見直し理由\t仕様の整理に時間を要したため\t\t', '実績\t視察\t仕様書案\t', '']);
    expect(programme.map(({ item, rows, progress }) => [item, rows, progress.map(({ year, text }) => [year, text])])).toEqual([['窓口業務の委託', [
      { kind: 'plan', revision: null, cells: { R4: '検討', R5: '一部委託', R6: '全部委託' }, reason: null }, { kind: 'revised', revision: '見直し後', cells: { R5: '検討', R6: '一部委託' }, reason: '仕様の整理に時間を要したため' },
    ], [['R4', '視察'], ['R5', '仕様書案']]]]);
  });

  it('has plan and result of a year beside each other', () => {
    const { programme } = read(['# 白萩市行財政改革プラン 進捗状況一覧', '', '| No. | 取組項目 | R4計画 | R4実績 | R5計画 |', '|---|---|---|---|---|', '| 1 | 使用料の見直し | 方針の策定 | 方針を策定 | 条例改正 |', '']);
    expect(programme.map(({ item, rows, progress }) => [item, rows[0]?.cells, progress.map(({ year, text }) => [year, text])])).toEqual([['使用料の見直し', { R4: '方針の策定', R5: '条例改正' }, [['R4', '方針を策定']]]]);
  });

  it('goes on with the year above where a row of results leaves it out', () => {
    const { programme } = read(['# 実施計画 進捗管理シート', '', '## 取組実績', '', '| 年度 | 実施項目 | 実績 | 評価 |', '|---|---|---|---|', '| R4 | 予約の導入 | 調べた。 | B |', '| | 研修 | 行った。 | A |', '']);
    expect(programme.map(({ item, progress }) => [item, progress[0]?.year, progress[0]?.status])).toEqual([['予約の導入', 'R4', 'B'], ['研修', 'R4', 'A']]);
  });
});

describe('answers to opinions', () => {
  it('stand in the column of words beside one that says how it came out, 〃 being the chapter above', () => {
    const { records } = read(['# 白萩市総合計画（案）市民意見一覧', '', '| 番号 | 章 | 意見等 | 対応 | 対応の理由・考え方 |', '|---|---|---|---|---|', '| 1 | 第1章 | 推計が楽観的ではないか。 | 修正 | 推計を改めました。 |', '| 2 | 〃 | 調査の結果を載せてほしい。 | 修正 | 資料編に載せます。 |', '']);
    expect(records.map(({ kind, text, under, parent }) => [kind, text, under.at(-1), parent])).toEqual([
      ['opinion', '推計が楽観的ではないか。', '第1章', null], ['response', '推計を改めました。', '第1章', 0], ['opinion', '調査の結果を載せてほしい。', '第1章', null], ['response', '資料編に載せます。', '第1章', 2],
    ]);
  });

  it('are kept with how many said it behind the full stop', () => {
    expect(owned(read(['「白萩市プラン（案）」に寄せられた御意見と市の考え方', '', '■ 学習について', '　［御意見］', '　　夜間の教室を開いてほしい。（２件）', '　［市の考え方］', '　　試行します。', '']))).toEqual(['opinion|-|夜間の教室を開いてほしい。（２件）', '^0 response|-|試行します。']);
  });
});
