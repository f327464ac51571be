import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { readLines as read } from '../../support/read-lines.ts';

// Short papers of cities that do not exist, one a form in which their kind is set.

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
    const paper = read([title, '', '日時　令和6年12月3日', '', '１　開館時間について', '会長：延ばしてよいか。', '【決定】午後8時まで延ばす。', '２　その他', '事務局：次回は2月4日（火）に開催する。']);
    expect(said(paper)).toEqual(['statement|会長|延ばしてよいか。', 'decision|-|午後8時まで延ばす。', 'statement|事務局|次回は2月4日（火）に開催する。']);
    expect(paper.headings.map(({ text }) => text)).toEqual(['開館時間について', 'その他']);
    expect(events(paper)).toEqual(['霧ヶ丘市図書館協議会|令和6年12月3日|2024-12-03', '次回|2月4日（火）|2025-02-04']);
  });

  it('take a month that is only said for the next time for no meeting yet', () => {
    expect(events(read([title, '', '日時　令和6年12月3日', '', '１　その他', '事務局：次回は2月上旬を予定している。']))).toHaveLength(1);
  });

  it('reads a column of words that are no sentences, below sections that nothing numbers', () => {
    const paper = read([
      '霧ヶ丘市図書館協議会　会議録', '', '日　　時　　令和6年5月14日（火）', '公開・非公開の別　　公開', '事務局　　　小畑館長', '', '議題', '（１）開館時間について', '（２）その他', '', '会議の内容', '',
      '事務局　　資料１に基づき説明', '会長　　　原案のとおりでよいか。', '各委員　　異議なし', '', '決定事項', '・原案のとおりとする。',
    ]);
    expect(paper.headings.map(({ level, text }) => `${level}${text}`)).toEqual(['1議題', '1会議の内容', '1決定事項']);
    expect(said(paper)).toEqual([
      'agenda|（１）|開館時間について', 'agenda|（２）|その他', 'statement|事務局|資料１に基づき説明', 'statement|会長|原案のとおりでよいか。', 'statement|各委員|異議なし', 'decision|・|原案のとおりとする。',
    ]);
  });

  it('has numbered labels above their values as sections, and speakers of any post in a bracket', () => {
    const paper = read([
      title, '', '１　日　時', '　令和6年5月14日（火）', '　１０時００分から１１時まで', '２　場　所', '　中央図書館　会議室', '３　出席者', '　委員９名（欠席１名）', '４　議　題', '　⑴　開館時間について', '　⑵　蔵書について',
      '５　傍聴者', '　なし', '６　会議の経過', '', '【会長】', '議題⑴の説明を求めます。', '', '【事務局】', '開館を延ばす案です。', '', '【司書】', '人手が要ります。', '', '７　決定事項', '　・議題⑴　了承',
    ]);
    expect(paper.headings.map(({ marker, text }) => `${marker}${text}`)).toEqual(['１日時', '２場所', '３出席者', '４議題', '５傍聴者', '６会議の経過', '７決定事項']);
    expect(said(paper)).toEqual([
      'agenda|⑴|開館時間について', 'agenda|⑵|蔵書について', 'statement|会長|議題⑴の説明を求めます。', 'statement|事務局|開館を延ばす案です。', 'statement|司書|人手が要ります。', 'decision|・|議題⑴　了承',
    ]);
    expect(paper.meetings).toMatchObject([{ date_raw: '令和6年5月14日（火） １０時００分から１１時まで', place: '中央図書館　会議室' }]);
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

it('reads a schedule whose first lines are an HTML table, and takes a sentence that speaks of a date for no meeting', () => {
  const paper = read(['## 図書館協議会の年間スケジュール', '', '<table>', '<tr><th>時期</th><th>協議会</th><th>主な内容</th></tr>', '<tr><td>令和6年4月</td><td>第1回</td><td>諮問</td></tr>', '<tr><td>令和6年7月上旬</td><td>視察</td><td></td></tr>', '<tr><td>令和6年9月</td><td>第2回</td><td>答申案</td></tr>', '</table>', '', '### ○留意事項', '', '- ・国の動向により、第2回を12月に繰り下げることがある。']);
  expect(events(paper)).toEqual(['第1回|令和6年4月|2024-04-01', '視察|令和6年7月上旬|2024-07-01', '第2回|令和6年9月|2024-09-01']);
  expect(said(paper)).toEqual(['schedule|・|国の動向により、第2回を12月に繰り下げることがある。']);
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

describe('a policy', () => {
  it('has a note in brackets, its title again on top of a page, and numbered papers in its appendix', () => {
    const paper = read([
      '霧ヶ丘市立図書館再編基本方針', '', '令和6年5月', '', '第1章　現状と課題', '', '1　小さな館の課題', '(1)　開館日が限られている。', '(2)　書架が足りない。', '2　大きな館の課題', '(1)　駐車場が足りない。', '', '',
      '霧ヶ丘市立図書館再編基本方針', '－2－', '', '第2章　基本的な考え方', '', '　館の数を減らさないこととします(*1)。', '', '(*1)　分室を除く。', '', '資料編', '', '資料1　検討会の開催経過', '', '回\t開催日\t審議内容', '1\tR5.11.5\t現状', '2\tR6.1.21\t館の数',
    ]);
    expect(paper.headings.map(({ level, marker, text }) => `${level}${marker ?? '-'}${text}`)).toEqual(['1第1章現状と課題', '21小さな館の課題', '22大きな館の課題', '1第2章基本的な考え方', '1-資料編', '2資料1検討会の開催経過']);
    expect(said(paper).map((line) => line.split('|').slice(0, 2).join('|'))).toEqual(['issue|(1)', 'issue|(2)', 'issue|(1)', 'policy_direction|-']);
    expect(paper.footnotes).toMatchObject([{ marker: '(*1)', text: '分室を除く。' }]);
    expect(events(paper)).toEqual(['1|R5.11.5|2023-11-05', '2|R6.1.21|2024-01-21']);
  });
});

describe('an action plan', () => {
  it('has chapters with Roman numbers and its measures under 行動', () => {
    const paper = read(['霧ヶ丘市図書館行動計画', '', '第Ⅰ章　計 画 の 前 提', '', '１．対象', '　中央館とする。', '', '第Ⅱ章　行動計画', '', '１．使いやすくする', '', '　◎課題', '　　（ア）書架が高い。', '', '　◎行動', '　　（ア）書架を低くする仕組みを創設する。']);
    expect(paper.headings.map(({ level, marker, text }) => `${level}${marker ?? '-'}${text}`)).toEqual(['1第Ⅰ章計画の前提', '2１．対象', '1第Ⅱ章行動計画', '2１．使いやすくする', '3◎課題', '3◎行動']);
    expect(said(paper).slice(1)).toEqual(['issue|（ア）|書架が高い。', 'measure|（ア）|書架を低くする仕組みを創設する。']);
  });
});

describe('a sheet of a programme', () => {
  it('is an HTML table whose cells take more rows and columns, with labels and values side by side', () => {
    const row = (tag: string, cells: readonly string[]) => `<tr>${cells.map((cell) => (cell.startsWith('<') ? cell : `<${tag}>${cell}</${tag}>`)).join('')}</tr>`;
    const paper = read([
      '# 事業進行管理シート（令和5年度）', '', '<table>', row('td', ['施策番号', '3', '施策名', '学びのまち']), row('td', ['事業番号', '3-2', '事業名', '図書館の開館延長']), row('td', ['担当課', '<td colspan="3">図書館</td>']), '</table>', '',
      '## ◆概要', '', '- ○夜の開館を試し、利用の拡大につなげる。', '',
      '## ◆年次計画', '', '<table>', row('th', ['実施項目', 'R4年度', 'R5年度', 'R6年度']), row('td', ['①夜間開館', '検討', '試行', '実施']), row('td', ['（R5年度見直し）', '', '検討', '試行']), row('td', ['見直し理由', '<td colspan="3">人手が足りないため</td>']), '</table>', '',
      '## ◆令和5年度の取組結果', '', '<table>', row('th', ['実施項目', '区分', '内容', '自己評価']), row('td', ['<td rowspan="2">夜間開館</td>', '取組実績', '職員を募った。', 'C']), row('td', ['取組予定', '試行する。', '']), '</table>', '',
      '## ◆課題と今後の方向性', '', '- ①人手が足りない状況が続いている。', '- ②利用者の声を聴き、見直しを進める。',
    ]);
    expect(paper.title).toBe('図書館の開館延長');
    expect(paper.programme.map(({ item, rows, progress }) => ({ item, rows: rows.map(({ kind, cells, reason }) => ({ kind, cells, reason })), progress: progress.map(({ kind, status, text }) => ({ kind, status, text })) }))).toEqual([{
      item: '夜間開館',
      rows: [{ kind: 'plan', cells: { R4年度: '検討', R5年度: '試行', R6年度: '実施' }, reason: null }, { kind: 'revised', cells: { R5年度: '検討', R6年度: '試行' }, reason: '人手が足りないため' }],
      progress: [{ kind: '取組実績', status: 'C', text: '職員を募った。' }, { kind: '取組予定', status: null, text: '試行する。' }],
    }]);
    expect(said(paper).map((line) => line.split('|')[0])).toEqual(['measure', 'issue', 'policy_direction']);
  });
});

it('tells the direction of a pillar in its sentence and the measures in the list below it, and drops the office that made the paper', () => {
  const paper = read(['霧ヶ丘市図書館改革方針（概要版）', '', '第１章　改革の３つの柱', '', '　【柱Ａ　開かれた館へ】', '　　　誰もが使える館とすることを出発点とする。', '　　　・夜間開館の導入', '', '　【柱Ｂ　続けられる館へ】', '　　　費用を先送りしない。', '　　　・館の共同利用', '', '　　　　　　　　　　霧ヶ丘市 教育部 図書館課']);
  expect(said(paper)).toEqual(['policy_direction|-|誰もが使える館とすることを出発点とする。', 'measure|・|夜間開館の導入', 'policy_direction|-|費用を先送りしない。', 'measure|・|館の共同利用']);
});

it('goes on with a cell set with tabs whose bracket closes on the next line', () => {
  const paper = read(['図書館検討会資料', '', '項目①　開館時間', '', '視　点\t・夜も使えるようにする。', '課　題\t・人手が足りない。', '他都市の取組\t・夜間の当番（地域の団体が館を開ける制度。費用', 'は市が支給）〔神戸市〕']);
  expect(paper.records.filter(({ kind }) => kind === 'example')).toMatchObject([{ text: '夜間の当番（地域の団体が館を開ける制度。費用は市が支給）', cities: ['神戸市'] }]);
});

it('reads 意見 and 市の考え方 alone on their lines, with the words set in below, as the two sides', () => {
  const paper = read(['汐浜市駐輪場条例（案）に関するパブリックコメントの結果', '', '１　寄せられた意見と市の考え方', '意見', '　学生の料金を据え置いてほしい。', '市の考え方', '　改正案のとおり据え置きます。', '意見', '　屋根を付けてほしい。', '市の考え方', '　今後の参考とします。']);
  expect(paper.records.map(({ kind, text }) => `${kind}|${text}`)).toEqual(['opinion|学生の料金を据え置いてほしい。', 'response|改正案のとおり据え置きます。', 'opinion|屋根を付けてほしい。', 'response|今後の参考とします。']);
  expect(paper.headings.map(({ text }) => text)).toEqual(['寄せられた意見と市の考え方']);
});

it('reads what ① counts and an arrow answers as opinions, and a ① within an opinion as its words', () => {
  const sides = (...lines: string[]) => read(['汐浜市水道ビジョン（素案）に関するパブリックコメントの結果', '', '１　意見の概要及び市の考え方', ...lines]).records.map(({ kind, text }) => `${kind}|${text}`);
  expect(sides('①　水がかび臭い。', '　⇒　設備を増やします。', '②　管が古い。', '③　管が細い。', '　⇒　順に替えます。')).toEqual(['opinion|水がかび臭い。', 'response|設備を増やします。', 'opinion|管が古い。', 'opinion|管が細い。', 'response|順に替えます。']);
  expect(sides('意見1　次の2点を求める。', '①　管を替える。', '②　塔を直す。', '　⇒　順に行います。').filter((side) => side.startsWith('opinion'))).toHaveLength(1);
});
