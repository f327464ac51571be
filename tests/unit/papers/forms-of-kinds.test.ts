import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../../db/domain/words.ts';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { unaccounted } from '../../../electron/services/papers/unaccounted.ts';

/** Short papers of cities that do not exist, one a form in which their kind is set. */
const read = (lines: readonly string[], kind?: PaperKind): RecognisedPaper => {
  const text = lines.join('\n');
  const paper = recognisePaper(text, kind === undefined ? {} : { kind });
  expect(unaccounted(text, paper)).toEqual({ missing: [], doubled: [] });
  return paper;
};
const said = ({ records }: RecognisedPaper) => records.map(({ kind, speaker, marker, text }) => [kind, speaker ?? marker ?? '-', text].join('|'));
const people = ({ members }: RecognisedPaper) => members.map(({ name, role, affiliation }) => [name.replace(/　/g, ' '), role ?? '-', affiliation ?? '-'].join('|'));
const events = ({ meetings }: RecognisedPaper) => meetings.map(({ label, date_raw, start }) => [label, date_raw, start ?? '-'].join('|'));

describe('minutes', () => {
  const title = '霧ヶ丘市図書館協議会　議事要旨';

  it.each([
    ['a colon', ['会長：開館時間を延ばしたい。', '小畑委員：人手が要る。']],
    ['a column of its own', ['会長　　　開館時間を', '　　　　　延ばしたい。', '小畑委員　人手が要る。']],
    ['a bracket in front', ['【会長】開館時間を延ばしたい。', '【小畑委員】人手が要る。']],
    ['a bracket behind', ['・開館時間を延ばしたい。（会長）', '・人手が要る。（小畑委員）']],
    ['bold type', ['**会長** 開館時間を延ばしたい。', '', '**小畑委員** 人手が要る。']],
    ['a table', ['| 発言者 | 内容 |', '|---|---|', '| 会長 | 開館時間を延ばしたい。 |', '| 小畑委員 | 人手が要る。 |']],
    ['a line of its own', ['会長', '　開館時間を延ばしたい。', '小畑委員', '　人手が要る。']],
  ])('names the speaker by %s', (_form, lines) => {
    const { records } = read([title, '', '日時　令和6年5月14日（火）', '', ...lines]);
    expect(records.map(({ kind, speaker, text }) => [kind, speaker, text])).toEqual([
      ['statement', '会長', '開館時間を延ばしたい。'], ['statement', '小畑委員', '人手が要る。'],
    ]);
  });

  it('sets decisions apart and takes the next meeting from what is said', () => {
    const paper = read([title, '', '日時　令和6年12月3日', '', '１　開館時間について', '会長：延ばしてよいか。', '【決定】午後8時まで延ばす。', '２　その他', '事務局：次回は2月上旬を予定している。']);
    expect(said(paper)).toEqual(['statement|会長|延ばしてよいか。', 'decision|-|午後8時まで延ばす。', 'statement|事務局|次回は2月上旬を予定している。']);
    expect(paper.headings.map(({ text }) => text)).toEqual(['開館時間について', 'その他']);
    expect(events(paper)).toEqual(['霧ヶ丘市図書館協議会|令和6年12月3日|2024-12-03', '次回|2月上旬|2025-02-01']);
  });
});

describe('an agenda', () => {
  it('has an item a line where nothing is numbered', () => {
    expect(said(read(['霧ヶ丘市図書館協議会', '', '次　第', '', '開　会', '会長挨拶', '開館時間について', '閉　会']))).toEqual([
      'agenda|-|開会', 'agenda|-|会長挨拶', 'agenda|-|開館時間について', 'agenda|-|閉会',
    ]);
  });

  it('is numbered by words (日程第1, 議案第1号), papers and hours apart', () => {
    const { records } = read(['霧ヶ丘町議会　議事日程', '', '日程第１　会議録署名議員の指名', '日程第２　議案の審議', '議案第１号　図書館条例の改正　　　10:15～10:40', '議案第２号　予算　……資料2']);
    expect(records.map(({ marker, text, parent }) => [marker, text, parent])).toEqual([
      ['日程第１', '会議録署名議員の指名', null], ['日程第２', '議案の審議', null], ['議案第１号', '図書館条例の改正', 1], ['議案第２号', '予算', 1],
    ]);
  });

  it('may be a table', () => {
    expect(said(read(['# 霧ヶ丘市図書館協議会　会議次第', '', '| 時間 | 内容 | 資料 |', '|---|---|---|', '| 10:00 | 開会 | |', '| 10:05 | 開館時間について | 資料1 |']))).toEqual([
      'agenda|-|開会', 'agenda|-|開館時間について',
    ]);
  });
});

describe('a list of members', () => {
  it.each([
    ['letters spaced out', ['会　長　　尾　形　　　実　　霧ヶ丘大学教授', '委　員　　千々岩　　透　　霧ヶ丘市医師会　理事']],
    ['roles in brackets', ['・尾形 実（会長）　霧ヶ丘大学教授', '・千々岩 透　霧ヶ丘市医師会　理事']],
    ['where they come from in front', ['霧ヶ丘大学教授　　　　　　尾形　実　　会長', '霧ヶ丘市医師会　理事　　　千々岩　透']],
    ['signs that a legend explains', ['（◎会長　○副会長）', '◎尾形 実　　霧ヶ丘大学教授', '千々岩 透　　霧ヶ丘市医師会　理事']],
    ['a table with 〃 and readings', ['| No. | 氏名（ふりがな） | 所属 | 備考 |', '|---|---|---|---|', '| 1 | 尾形 実（おがた みのる） | 霧ヶ丘大学教授 | 会長 |', '| 2 | 千々岩 透（ちぢいわ とおる） | 霧ヶ丘市医師会　理事 | 新任 |', '| 3 | （調整中） | 〃 | |']],
  ])('is read with %s', (_form, lines) => {
    expect(people(read(['霧ヶ丘市図書館協議会　委員名簿', '', ...lines, '', '事務局　教育部図書館　館長　山辺 学']))).toEqual(['尾形 実|会長|霧ヶ丘大学教授', '千々岩 透|-|霧ヶ丘市医師会　理事']);
  });

  it('is read as one where a person says that it is', () => {
    const lines = ['霧ヶ丘市の図書館を考える会', '', '尾形 実　　霧ヶ丘大学教授', '千々岩 透　　市医師会'];
    expect(read(lines).members).toEqual([]);
    expect(people(read(lines, 'member-list'))).toEqual(['尾形 実|-|霧ヶ丘大学教授', '千々岩 透|-|市医師会']);
  });
});

describe('a schedule', () => {
  it('has its dates in brackets, and some without a date', () => {
    expect(events(read(['霧ヶ丘市図書館協議会　開催スケジュール', '', '・第1回協議会（R6.5.14）', '・アンケート（R6.7～8）', '・視察（随時）']))).toEqual([
      '第1回協議会|R6.5.14|2024-05-14', 'アンケート|R6.7～8|2024-07-01', '視察|随時|-',
    ]);
  });

  it('is a table of rows, or of months', () => {
    expect(events(read(['# 検討工程表', '', '| 区分 | 事項 | 時期 |', '|---|---|---|', '| 協議会 | 第1回（諮問） | R6.5.14 |', '| 庁内 | 条例案 | 未定 |']))).toEqual(['第1回|R6.5.14|2024-05-14', '条例案|未定|-']);
    expect(events(read(['# 検討工程表（令和6年度）', '', '| 項目 | 4月 | 5月 | 6月 |', '|---|---|---|---|', '| 調査 | → | → | |', '| 協議会 | | 第1回 | |']))).toEqual(['調査|4月～5月|2024-04-01', '第1回|5月|2024-05-01']);
  });
});

describe('public comment', () => {
  it.each([
    ['numbers', ['意見１　蔵書を増やしてほしい。', '回答　計画に加えます。']],
    ['brackets', ['【意見】蔵書を増やしてほしい。', '【市の考え方】計画に加えます。〔修正〕']],
    ['colons', ['意見：蔵書を', '増やしてほしい。', '', '市の考え方：計画に加えます。']],
    ['an arrow', ['意見１：蔵書を増やしてほしい。', '⇒ 計画に加えます。']],
    ['a table', ['| No. | 意見の概要 | 市の考え方 | 反映 |', '|---|---|---|---|', '| 1 | 蔵書を増やしてほしい。 | 計画に加えます。 | A |']],
    ['lists under headings', ['〈意見〉', 'ア　蔵書を増やしてほしい。', '', '〈市の考え方〉', 'ア　計画に加えます。']],
  ])('gives each opinion its response, named by %s', (_form, lines) => {
    const { records } = read(['霧ヶ丘市図書館計画（案）に対する意見募集の結果', '', '募集期間：令和6年5月1日～5月31日', '', ...lines]);
    expect(records.map(({ kind, text, parent }) => [kind, text, parent])).toEqual([['opinion', '蔵書を増やしてほしい。', null], ['response', '計画に加えます。', 0]]);
  });
});

describe('indicators', () => {
  it('have a number, a unit and years in columns of their own, under a header of two rows', () => {
    const { kpis } = read(['# 霧ヶ丘市図書館計画　指標一覧', '', '| No. | 項目 | 単位 | 現況値 | 実績値 | | 目標値 |', '|---|---|---|---|---|---|---|', '| | | | R3 | R4 | R5 | R8 |', '| 1 | 貸出冊数 | 千冊 | 812 | 830 | － | 900以上 |']);
    expect(kpis.map(({ name, marker, base, values, target }) => ({ name, marker, base, values, target }))).toEqual([{
      name: '貸出冊数', marker: '1', base: { label: '現況値(R3)', value: 812, unit: '千冊' }, values: { R4: 830, R5: null }, target: { label: '目標値(R8)', value: '900以上', unit: null },
    }]);
  });

  it('stand alone below the heading that names them', () => {
    const { kpis } = read(['# 霧ヶ丘市図書館計画　成果指標', '', '## 指標1 貸出冊数', '', '| | 基準(R3) | R4 | 目標(R8) |', '|---|---|---|---|', '| 実績（冊） | 812 | 830 | 900 |']);
    expect(kpis).toMatchObject([{ name: '貸出冊数', values: { R4: 830 }, base: { value: 812, unit: '冊' } }]);
  });
});
