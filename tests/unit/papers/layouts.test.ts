import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { headsIn as heads, readLines as read, saidIn as said } from '../../support/read-lines.ts';

// Short papers of cities that do not exist, one a way in which the same thing is laid out.

const figures = ({ kpis }: RecognisedPaper) => kpis.map(({ name, base, values, target }) => [name, base?.value ?? null, values, target?.value ?? null]);

describe('tables set with spaces alone', () => {
  it('have the values of an indicator under the names they stand under, a last word of the name being a cell of its own', () => {
    const paper = read([
      '潮見ヶ丘市環境計画　指標一覧', '', '　　指標　　　　　　　　　　単位　　基準値　　Ｒ４　　Ｒ５　　目標値', '　　公用車の電動化率　　　　％　　　2.0　　　8.5　　12.1　　50', '　　１人当たりのごみ排出量　g　　　　985　　　912　　905　　　850', '　　市民農園の区画　　　　　　　　　120　　　　　　　131　　　150',
    ]);
    expect(figures(paper)).toEqual([
      ['公用車の電動化率', 2, { 'Ｒ４': 8.5, 'Ｒ５': 12.1 }, 50], ['１人当たりのごみ排出量', 985, { 'Ｒ４': 912, 'Ｒ５': 905 }, 850], ['市民農園の区画', 120, { 'Ｒ４': null, 'Ｒ５': 131 }, 150],
    ]);
  });

  it('go from where to where below a heading that names figures, when they have two years', () => {
    const paper = read(['潮見ヶ丘市改革方針（概要版）', '', '■ 改革の方針', '', '費用を先送りしない。', '', '■ 数値目標', '', '　指　標　　　　　　　令和元年度　　令和7年度', '　窓口の待ち時間　　　24分　　　　　10分', '　将来負担比率　　　 71.2%　　　　60%以下', '']);
    expect(figures(paper)).toEqual([['窓口の待ち時間', 24, {}, 10], ['将来負担比率', 71.2, {}, '60%以下']]);
    expect(paper.records).toHaveLength(1);
  });

  it('are the plan of a programme by fiscal years', () => {
    const paper = read(['潮見ヶ丘市行政改革プログラム　進行管理表', '', '■工程', '取組項目　　　　　令和４年度　　令和５年度　　令和６年度', '車両の更新　　　　５台　　　　　８台　　　　　８台', '充電設備の整備　　調査　　　　　　　　　　　　整備', '']);
    expect(paper.programme.map(({ item, rows }) => [item, rows[0]?.cells])).toEqual([
      ['車両の更新', { 令和4年度: '５台', 令和5年度: '８台', 令和6年度: '８台' }], ['充電設備の整備', { 令和4年度: '調査', 令和6年度: '整備' }],
    ]);
  });

  it('are no tables where the line above names no columns', () => {
    const paper = read(['潮見ヶ丘市窓口の検討資料', '', '■ 課題', '', '・窓口　　　　混んでいる　　　　朝', '・電話　　　　つながらない　　　昼', '']);
    expect(paper.kpis).toEqual([]);
    expect(paper.records).toHaveLength(2);
  });
});

describe('indicators', () => {
  it('have a row each for those they are measured on, below one name', () => {
    const paper = read(['潮見ヶ丘市食育計画　指標一覧', '', '| 番号 | 指標 | 対象 | 策定時 | R5 | 目標値 |', '|---|---|---|---|---|---|', '| ① | 朝食を欠食する割合 | 小学5年生 | 4.8% | 3.9% | 0% |', '| | | 中学2年生 | 7.2% | 7.9% | 3% |', '| ② | 実施する学校 | | 16校/22校 | 21校/21校 | 全校 |']);
    expect(figures(paper)).toEqual([['朝食を欠食する割合', 4.8, { R5: 3.9 }, 0], ['朝食を欠食する割合', 7.2, { R5: 7.9 }, 3], ['実施する学校', '16校/22校', { R5: '21校/21校' }, '全校']]);
  });

  it('have their values on lines below their numbered names, with or without a colon', () => {
    const paper = read(['潮見ヶ丘市福祉計画　成果指標の達成状況', '', '（１）支え合い', '指標①　登録者数', '　基準値（令和元年度）　1,204人', '　実績値（令和５年度）　1,256人', '　目標値（令和８年度）　1,500人', '指標②　通いの場', '　基準値（令和元年度）　－', '　目標値（令和８年度）：90か所']);
    expect(heads(paper)).toEqual(['1（１）支え合い', '2指標①登録者数', '2指標②通いの場']);
    expect(figures(paper)).toEqual([['登録者数', 1204, { 令和５年度: 1256 }, 1500], ['通いの場', null, {}, 90]]);
  });

  it('are none where an arrow between two years tells how things have come about', () => {
    const paper = read(['潮見ヶ丘市交通方針　概要版', '', '## 第1章　現状', '', '◆バスの利用者数 … 平成25年度 212万人 → 令和4年度 138万人', '']);
    expect(paper.kpis).toEqual([]);
    expect(said(paper)).toEqual(['background|◆|バスの利用者数 … 平成25年度 212万人 → 令和4年度 138万人']);
  });
});

describe('steps and meetings', () => {
  it('are told apart by how near their time is: a year or a part of it is for work, and a record', () => {
    const paper = read(['潮見ヶ丘市観光計画　策定スケジュール', '', '１　策定委員会', '', '　　第１回（令和6年6月4日）　　委員長の選出', '　　第２回（令和6年9月下旬）　　骨子案', '', '２　策定後', '', '　　令和7年度上半期　　推進組織の設立', '　　・中間評価（令和8年度）', '　　令和9年度以降　　見直し']);
    expect(heads(paper)).toEqual(['1１策定委員会', '1２策定後']);
    expect(paper.meetings.map(({ label }) => label)).toEqual(['第１回', '第２回']);
    expect(said(paper)).toEqual(['schedule|-|令和7年度上半期　　推進組織の設立', 'schedule|・|中間評価（令和8年度）', 'schedule|-|令和9年度以降　　見直し']);
  });

  it('take the day behind a meeting\'s number, and not the fiscal year before it', () => {
    const paper = read(['潮見ヶ丘市審議会　開催日程', '', '・令和6年度第1回（5月14日）　諮問', '・令和6年度第2回（令和7年1月20日）　答申']);
    expect(paper.meetings.map(({ label, start }) => [label, start])).toEqual([['第1回', '2024-05-14'], ['第2回', '2025-01-20']]);
  });

  it('stay in their year where a list is out of order, and go to the next as the fiscal year does', () => {
    const paper = read(['潮見ヶ丘市審議会　令和6年度開催日程', '', '・地区懇談会　7月', '・市民意識調査　5月下旬', '・意見公募　1月上旬']);
    expect(paper.meetings.map(({ label, start }) => [label, start])).toEqual([['地区懇談会', '2024-07-01'], ['市民意識調査', '2024-05-21'], ['意見公募', '2025-01-01']]);
  });

  it('stand below lines that are nothing but a time', () => {
    const paper = read(['　　　庁舎建設の工程（案）', '', '●令和５年度', '　基本構想の策定', '●令和７～８年度', '　基本設計', '　市民説明会']);
    expect(heads(paper)).toEqual(['1●令和５年度', '1●令和７～８年度']);
    expect(said(paper)).toEqual(['schedule|-|基本構想の策定', 'schedule|-|基本設計', 'schedule|-|市民説明会']);
  });

  it('end where 備考 heads a list of remarks', () => {
    const paper = read(['潮見ヶ丘市審議会　年間スケジュール', '', '第１回　　令和7年5月23日　　諮問', '第２回　　令和8年2月　　　　答申', '', '備考', '・会議は公開とする。']);
    expect(paper.meetings.map(({ topics }) => topics)).toEqual(['諮問', '答申']);
    expect(said(paper)).toEqual(['schedule|・|会議は公開とする。']);
  });
});

describe('headings', () => {
  it('of subjects stand beside each other though the subjects within them count on', () => {
    const paper = read(['潮見ヶ丘市健康計画　概要版', '', '■基本目標と施策', '　【基本目標１】　動く', '　　施策１　歩道の整備', '　　施策２　体操の普及', '　【基本目標２】　食べる', '　　施策３　地場産の活用', '', '■推進体制', '　協議会が毎年度確認します。']);
    expect(heads(paper)).toEqual(['1■基本目標と施策', '2【基本目標１】動く', '2【基本目標２】食べる', '1■推進体制']);
    expect(said(paper)).toEqual(['measure|施策１|歩道の整備', 'measure|施策２|体操の普及', 'measure|施策３|地場産の活用', 'actor|-|協議会が毎年度確認します。']);
  });

  it('after the last of several subjects, as large as they are, stand beside them', () => {
    const paper = read(['# 潮見ヶ丘市計画　指標一覧', '', '## 基本目標1 学ぶ', '', '本文です。', '', '## 基本目標2 働く', '', '本文です。', '', '## 計画の推進', '', '本文です。', '']);
    expect(heads(paper)).toEqual(['1基本目標1学ぶ', '1基本目標2働く', '1-計画の推進']);
  });

  it('are phrases set apart over whole sentences among the issues of a policy', () => {
    const paper = read(['# 潮見ヶ丘市基本方針', '', '## 1　現状と課題', '', '### (1) 課題', '', 'ア　学ぶ機会', '', '- (ｱ) 教室が中心部に偏っている。', '- (ｲ) 担い手が不足している。', '', 'イ　情報', '', '- (ｱ) 二つの言語に限られている。', '']);
    expect(heads(paper)).toEqual(['11現状と課題', '2(1)課題', '3ア学ぶ機会', '3イ情報']);
    expect(paper.records.map(({ kind }) => kind)).toEqual(['issue', 'issue', 'issue']);
  });
});

describe('tables', () => {
  it('have no records in a column that only refers to what a row belongs to', () => {
    const paper = read(['# 潮見ヶ丘市交通方針　概要版', '', '## 第1章　主な取組', '', '| 方針 | 取組 | 実施時期 |', '|---|---|---|', '| 方針1 | 15分間隔の運行 | 令和7年度～ |', '| 方針2 | 乗合タクシーの導入 | 令和6年度～ |']);
    expect(said(paper)).toEqual(['measure|-|15分間隔の運行', 'measure|-|乗合タクシーの導入']);
    expect(heads(paper)).toEqual(['1第1章主な取組']);
  });

  it('of members give the role by what a column holds, and leave out who works for the committee', () => {
    const paper = read(['# 潮見ヶ丘市会議　委員名簿', '', '| | 氏名 | 所属 |', '|---|---|---|', '| 会長 | 青砥 優子 | 学院大学 教授 |', '| 委員 | 大塚 真 | ― |', '', '## 事務局', '', '| 所属 | 氏名 |', '|---|---|', '| 総務課長 | 加納 篤史 |']);
    expect(paper.members.map(({ name, affiliation, role }) => [name, affiliation, role])).toEqual([['青砥 優子', '学院大学 教授', '会長'], ['大塚 真', null, null]]);
  });
});

it('keeps a paper named tight behind an agenda item as part of it, and drops one set apart', () => {
  const paper = read(['潮見ヶ丘市協議会　次第', '', '1. 開会', '2. 報告', '   (1) 事業の状況について【資料1】', '   (2) 予定について　【資料2】', '3. その他', '   ・次回の日程について', '4. 閉会']);
  expect(paper.records.map(({ text, parent }) => [text, parent])).toEqual([['開会', null], ['事業の状況について【資料1】', null], ['予定について', null], ['その他', null], ['次回の日程について', 3], ['閉会', null]]);
});

it('reads a grade by letters as no answer, and a note on 1-1 as a note without a number', () => {
  const paper = read(['潮見ヶ丘市計画（素案）に対する意見募集の結果', '', '１　意見の概要及び市の考え方', '', '| No. | 意見の概要 | 市の考え方 |', '|---|---|---|', '| 1 | 図がほしい。 | 追加しました。 |', '', '２　反映の区分', '　　Ａ　計画を修正したもの（１件）', '　　Ｂ　参考とするもの（０件）', '', '※1-1の件数は、延べ数である。', '', '３　問合せ先', '　　企画課']);
  expect(said(paper)).toEqual(['opinion|1|図がほしい。', 'response|-|追加しました。']);
  expect(paper.footnotes.map(({ marker, text }) => [marker, text])).toEqual([['※', '1-1の件数は、延べ数である。']]);
});

it('lists what is treated from the head of minutes, and heads their sections from the first number on', () => {
  const paper = read([
    '潮見ヶ丘市総合計画審議会　会議録', '', '日　時　　令和5年11月20日（月）', '議　題　　（１）基本構想について', '　　　　　（２）調査の結果について', '', '１　開会', '', '２　議事', '', '（１）基本構想について', '', '　事務局から資料１に基づき説明', '', '【会長】', '　御意見をお願いしたい。', '', '（２）調査の結果について', '', '【会長】', '　次に移る。', '', '３　閉会',
  ]);
  expect(heads(paper)).toEqual(['1１開会', '1２議事', '2（１）基本構想について', '2（２）調査の結果について', '1３閉会']);
  expect(said(paper)).toEqual(['agenda|（１）|基本構想について', 'agenda|（２）|調査の結果について', 'statement|【】|御意見をお願いしたい。', 'statement|【】|次に移る。']);
});

it('reads the head of minutes from a table of labels and values, with its name, its members and what is treated', () => {
  const paper = read([
    '# 会議結果の概要', '', '| 項目 | 内容 |', '|---|---|', '| 会議名 | 第1回 汐路町学校再編検討委員会 |', '| 日時 | 令和5年7月12日（水）18:30～20:30 |', '| 場所 | 役場 大会議室 |', '| 出席者 | 長尾委員長、井出委員 |', '| 議題 | (1) 公開について<br>(2) 推計について |', '',
    '## 主な意見', '', '### (1) 公開について', '', '- 発言者名は伏せてほしい。（井出委員）', '',
  ]);
  expect(paper.meetings.map(({ label, start, place }) => [label, start, place])).toEqual([['第1回 汐路町学校再編検討委員会', '2023-07-12', '役場 大会議室']]);
  expect(paper.members.map(({ name, role }) => [name, role])).toEqual([['長尾', '委員長'], ['井出', '委員']]);
  expect(said(paper)).toEqual(['agenda|(1)|公開について', 'agenda|(2)|推計について', 'statement|-|発言者名は伏せてほしい。']);
});

it('ends what is said where a sign stands that heads the parts of the meeting', () => {
  const paper = read(['潮見ヶ丘市防災会議　議事録', '', '日　時　　平成30年2月6日（火）', '', '○　開会', '○　議事', '', '会長：　よろしいか。', '委員：　異議なし。', '', '○　閉会　　午前11時']);
  expect(paper.records.filter(({ kind }) => kind === 'statement').map(({ text }) => text)).toEqual(['よろしいか。', '異議なし。']);
});

it('goes on with a full line of an item right below its first letter, and with a paragraph at the margin', () => {
  const paper = read(['潮見ヶ丘市の窓口に関する論点', '', '１　背景', '　8050問題やヤングケアラーなど、一つの分野の制度だけでは対応が難', 'しい相談が増えています。', '', '２　他都市の取組', '　②　オンライン会議の仕組みを使い、地区の窓口から本庁の専門職に相談', '　　　できる体制（都城市）']);
  expect(said(paper)).toEqual(['background|-|8050問題やヤングケアラーなど、一つの分野の制度だけでは対応が難しい相談が増えています。', 'example|②|オンライン会議の仕組みを使い、地区の窓口から本庁の専門職に相談できる体制']);
});
