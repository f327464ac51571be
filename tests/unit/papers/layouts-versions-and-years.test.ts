import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { readPaper } from '../../../electron/services/papers/read-paper.ts';
import { headsIn as heads, readLines as read, saidIn as said } from '../../support/read-lines.ts';

// Covers, schedules, plans and indicators of cities that do not exist, one a way in which the same thing is laid out.

const met = ({ meetings }: RecognisedPaper) => meetings.map(({ label, start, end }) => [label, start, end].join('|'));

describe('the cover of a paper', () => {
  it.each(['【概要版】', '〈ダイジェスト版〉', '（素案）', '［中間まとめ］'])('has %s above its title as the version of it', (version) => {
    const paper = read([`　　　　　　　　　　　　${version}`, '', '　　第２次岬台市文化振興プラン', '', '１．策定の背景', '　○市民会館の利用率は61%である。']);
    expect([paper.title, paper.municipality, heads(paper)]).toEqual(['第２次岬台市文化振興プラン', '岬台市', ['1１．策定の背景']]);
  });

  it.each([['基本方針', 'summary'], ['文化振興ビジョン', 'summary'], ['アクションプラン', 'action-plan']])('with 【概要版】 above 「%s」 is of the kind it has with 〈概要版〉 behind', (name, kind) => {
    const body = ['', '１．課題', '　○若い世代の来館が少ない。'];
    expect([read(['【概要版】', `岬台市${name}`, ...body]).kind, read([`岬台市${name}〈概要版〉`, ...body]).kind]).toEqual([kind, kind]);
  });

  it('has the name of the meeting and its paper between two stars, or in a bracket below the title', () => {
    const body = ['', '１ 目的', '', '公民館の在り方を定めることを目的とする。'];
    for (const cover of [['*第2回 公民館運営審議会　資料3*', '', '# 公民館の今後'], ['# 公民館の今後', '', '（第2回 公民館運営審議会 説明資料）']]) {
      const paper = read([...cover, ...body]);
      expect([paper.title, said(paper)]).toEqual(['公民館の今後', ['purpose|-|公民館の在り方を定めることを目的とする。']]);
    }
  });

  it('may say above the first section what the paper is, which is no record', () => {
    expect(said(read(['# 使用料の論点整理', '', 'この資料は、前回の会議で出された論点をまとめたものです。', '', '## １　課題', '・減免の割合が施設により異なる。']))).toEqual(['issue|・|減免の割合が施設により異なる。']);
  });
});

describe('a page of a site', () => {
  const page = (top: string) => new TextEncoder().encode(
    `<html><body>${top}<div id="main"><h1>岬台市住まいの計画</h1><h2>1 課題</h2><ul><li>空き家が増えている。</li></ul></div><div id="footNavi"><a href="/map">サイトマップ</a></div></body></html>`,
  );
  it.each([
    '<div id="header"><a href="/">岬台市ホームページ</a></div><ul id="gnav"><li><a href="/a/">くらし</a></li></ul>',
    '<header><h1><a href="/index.html">岬台市</a></h1></header><div class="global-navi"><a href="/a/">くらし</a></div>',
    '<div class="site-header"><p><a href="https://example.jp/">岬台市</a> <span><a href="/en/">English</a></span></p></div>',
  ])('has its title below what stands on every page: %s', async (top) => {
    const { recognised } = await readPaper('page.html', page(top));
    expect([recognised.title, heads(recognised), said(recognised)]).toEqual(['岬台市住まいの計画', ['11課題'], ['issue|-|空き家が増えている。']]);
  });

  it('keeps what a paper has in a head of its own', async () => {
    const { recognised } = await readPaper('page.html', page('<div class="header"><p>岬台市住まい審議会 資料2</p></div>'));
    expect([recognised.title, recognised.label]).toEqual(['岬台市住まいの計画', '資料2']);
  });
});

describe('a schedule', () => {
  it.each(['令和６年度に予定している会議は、次のとおりです。', '令和６年度は、次の日程で審議会を開催する。'])('takes the year of its dates from 「%s」, and 〃 from the row above', (lead) => {
    const rows = ['　第１回　　　５月２０日（月）　　委嘱', '　見学会　　　８月２４日（土）　　中央公園', '　　〃　　　　９月７日（土）　　　東部緑地', '　第２回　　　２月上旬　　　　　　素案'];
    expect(met(read(['みどりの計画の検討スケジュール', '', lead, '', '１　会議', '', ...rows]))).toEqual([
      '第１回|2024-05-20|2024-05-20', '見学会|2024-08-24|2024-08-24', '見学会|2024-09-07|2024-09-07', '第２回|2025-02-01|2025-02-10',
    ]);
  });

  it('has 〃 in a table too, for the date and for the name, in any kind of paper', () => {
    const table = ['', '| 時期 | 会議 | 内容 |', '|---|---|---|', '| R6.7.4 | 第1回審議会 | 現状 |', '| 〃 | 現地視察 | 公民館 |', '| R6.8.1 | 〃 | 図書館 |'];
    for (const title of ['# 検討スケジュール', '# 公民館の今後']) {
      expect(met(read([title, '', '## 1 検討の日程', ...table]))).toEqual(['第1回審議会|2024-07-04|2024-07-04', '現地視察|2024-07-04|2024-07-04', '現地視察|2024-08-01|2024-08-01']);
    }
  });

  it('keeps each counted row though the row above is as wide as the lines that wrap', () => {
    const wrapped = ['　　施設の老朽化と利用の変化を踏まえて、今後の図書館の在り方を明らかに', '　　する。市民の意見を広く聴き、審議会での検討を重ねた上で、計画として', '　　まとめる。'];
    const paper = read(['図書館の検討資料', '', '１　検討の目的', ...wrapped, '２　今後の進め方', '　　利用者アンケート（R6.10 上旬～中旬）　来館者及び電子図書館利用者を調査', '　　第３回検討委員会（R6.12 中旬）　中間まとめ案の審議']);
    expect(met(paper)).toEqual(['利用者アンケート|2024-10-01|2024-10-20', '第３回検討委員会|2024-12-11|2024-12-20']);
  });

  it('has 「令和12年度当初　供用開始」 as a step, like any other part of a year', () => {
    const paper = read(['# 整備スケジュール', '', '## 今後の予定', '- 令和11年度　建設工事', '- 令和12年度当初　供用開始']);
    expect([met(paper), said(paper)]).toEqual([[], ['schedule|-|令和11年度　建設工事', 'schedule|-|令和12年度当初　供用開始']]);
  });
});

describe('a plan', () => {
  it('has a sign over brackets as the heading of both, among the measures too', () => {
    const paper = read(['岬台市防災プラン', '', '１．具体的な取組', '　◆避難計画の普及', '　　《取組方針》', '　　　①３年間で全ての地区で作成する', '　　《主な取組》', '　　　・出前講座の実施', '　◆避難所の運営', '　　《主な取組》', '　　　・鍵の預託']);
    expect(heads(paper)).toEqual(['1１．具体的な取組', '2◆避難計画の普及', '3《》取組方針', '3《》主な取組', '2◆避難所の運営', '3《》主な取組']);
  });

  it('has what others do under 取組 of a chapter of examples, and under 参考 where each line names its city', () => {
    expect(said(read(['# 学校の検討', '', '## ４ 他市町村における取組', '### (1) 通学に関する取組', '・定期券の補助〔豊岡市〕', '・合同授業']))).toEqual(['example|・|定期券の補助', 'example|・|合同授業']);
    const plan = ['# 岬台市推進計画', '', '## １ 取組', '### 参考'];
    expect(said(read([...plan, '・移動市役所（三豊市）', '・相談会（渋谷区）']))).toEqual(['example|・|移動市役所', 'example|・|相談会']);
    expect(said(read([...plan, '・移動市役所（三豊市）', '・相談会の開催']))).toEqual(['measure|・|移動市役所', 'measure|・|相談会の開催']);
  });

  it('says in a sentence above 主な取組 where they go, and lists with ✓ as with ・', () => {
    expect(said(read(['# 岬台市推進計画', '', '## １ 取組', '### (1) 身近な窓口', '誰もが相談できる窓口をつくります。', '#### 主な取組', '✓　出張窓口の開設', '✓　相談員の配置']))).toEqual([
      'policy_direction|-|誰もが相談できる窓口をつくります。', 'measure|✓|出張窓口の開設', 'measure|✓|相談員の配置',
    ]);
  });
});

describe('a table of indicators', () => {
  it('gives a row the note whose sign it bears, each table its own ※', () => {
    const table = (name: string, last: string) => ['| 指標 | 基準値(R4) | R5 | 目標値(R7) |', '|---|---|---|---|', `| ${name}の数 | 12件 | 13件${last} | 20件 |`, `| ${name}の率 | 50% | 51% | 60% |`, ''];
    const paper = read(['# 成果指標一覧', '', '## 窓口', '', ...table('予約', '※'), '※休業の期間を除く。', '', '## 道路', '', ...table('補修', '※'), '※災害によるものを含む。']);
    expect(paper.kpis.map(({ name, note }) => [name, note])).toEqual([['予約の数', '休業の期間を除く。'], ['予約の率', null], ['補修の数', '災害によるものを含む。'], ['補修の率', null]]);
  });
});
