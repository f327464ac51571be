import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { headsIn as heads, readLines as read } from '../../support/read-lines.ts';

// Minutes, agendas and lists of cities that do not exist, laid out as not many are.

const said = ({ records }: RecognisedPaper) => records.map(({ kind, marker, speaker, text }) => [kind, speaker ?? marker ?? '-', text].join('|'));

describe('a paper on public comment', () => {
  const HEAD = ['潮見ヶ丘市読書計画（案）　意見対応表', '', '■意見の内容及び市の考え方', ''];

  it('takes 「No.1　…」 above an arrow or an answer for an opinion, its further lines with it', () => {
    const paper = read([...HEAD, 'No.1　夜も開けてほしい。', '　→　検討します。', '', 'No.2　移動図書館の巡回を', '増やしてほしい。', '【市の考え方】', '今年度から増やします。', '']);
    expect(said(paper)).toEqual(['opinion|No.1|夜も開けてほしい。', 'response|→|検討します。', 'opinion|No.2|移動図書館の巡回を増やしてほしい。', 'response|-|今年度から増やします。']);
    expect(paper.records.map(({ parent }) => parent)).toEqual([null, 0, null, 2]);
  });

  it('takes a sign above an arrow for an opinion, and what it lists for parts of it; what tells the signs is neither', () => {
    const paper = read([...HEAD, '　○は御意見、', '　→は市の考え方です。', '', '○ 分館を建て替えるときは、次のことに配慮してほしい。', '　・段差のない入口', '　・広い机', '　→ 設計の参考とします。', '', '○ 夜も開けてほしい。', '　→ 検討します。', '']);
    expect(said(paper)).toEqual(['opinion|○|分館を建て替えるときは、次のことに配慮してほしい。', 'opinion|・|段差のない入口', 'opinion|・|広い机', 'response|→|設計の参考とします。', 'opinion|○|夜も開けてほしい。', 'response|→|検討します。']);
    expect(paper.records.map(({ parent }) => parent)).toEqual([null, 0, 0, 0, null, 4]);
  });

  it('knows labels set wide, and an answer on the line of what it answers', () => {
    expect(said(read([...HEAD, '１　意　見：夜も開けてほしい。回　答：検討します。', '箇　所：２２ページ', '区　分：参考', '']))).toEqual(['opinion|１|夜も開けてほしい。', 'response|-|検討します。']);
  });

  it('announces what is to come, on days that are kept', () => {
    expect(read([...HEAD, 'No.1　夜も開けてほしい。', '　→　検討します。', '', '２　今後の予定', '', '　・令和7年3月下旬　　計画の決定', '']).meetings.map(({ label, start }) => [label, start])).toEqual([['計画の決定', '2025-03-21']]);
  });

  it('leaves a number over labels to the labels', () => {
    expect(said(read([...HEAD, 'No.1　第2章', '【意見】夜も開けてほしい。', '【回答】検討します。', ''])).slice(-2)).toEqual(['opinion|-|夜も開けてほしい。', 'response|-|検討します。']);
  });

  it('has a section over its table though the numbers before it tell a fact each', () => {
    const paper = read(['潮見ヶ丘市読書計画（案）に対する意見募集の結果', '', '１　募集期間　　令和5年1月5日から2月3日まで', '２　提出者数　　2人', '３　意見件数　　2件', '', '４　御意見の概要と市の考え方', '', '番号\t意見の概要\t市の考え方', '１\t夜も開けてほしい。\t検討します。', '２\t移動図書館を増やしてほしい。\t増やします。', '']);
    expect(heads(paper)).toEqual(['1４御意見の概要と市の考え方']);
  });
});

describe('minutes', () => {
  const HEAD = ['令和5年度第2回潮見ヶ丘市読書推進会議　会議録', '', '１　日　時　　令和5年11月20日（月）', '２　出席者', '　(1)　委員', '　　　　青木　太郎（会長）、犬飼　花子', '　(2)　事務局', '　　　　図書館長、同館主査', '３　会議の概要', ''];

  it('name speakers in a column, each name spaced to its width', () => {
    const paper = read([...HEAD, '会　　長　　では、説明をお願いします。', '', '事 務 局　　資料１に沿って説明します。', '', '犬飼委員　　賛成です。', '', '会　　長　　よろしいでしょうか。', '']);
    expect(said(paper)).toEqual(['statement|会長|では、説明をお願いします。', 'statement|事務局|資料１に沿って説明します。', 'statement|犬飼委員|賛成です。', 'statement|会長|よろしいでしょうか。']);
  });

  it('list who works for the committee in the head, and 議題(2) その他 is a heading', () => {
    const paper = read([...HEAD, '議題(1)　計画の骨子について', '', '会　　長　　御意見をどうぞ。', '', '議題(2)　その他', '', '事 務 局　　次回は別に知らせます。', '']);
    expect(heads(paper)).toEqual(['1２出席者', '2(1)委員', '2(2)事務局', '1３会議の概要', '2議題(1)計画の骨子について', '2議題(2)その他']);
    expect(paper.members.map(({ name }) => name)).toEqual(['青木　太郎', '犬飼　花子']);
    expect(said(paper)).toEqual(['statement|会長|御意見をどうぞ。', 'statement|事務局|次回は別に知らせます。']);
  });

  it('take a lone 【事務局】 over its words for a speaker', () => {
    const paper = read(['潮見ヶ丘市協議会　会議録', '', '日　時　　令和5年11月20日（月）', '', '１　議事', '', '【事務局】', '　貸出しが増えていることを踏まえ、冊数を年８千冊と見込', 'んだものである。', '【青木会長】', '　よろしいか。', '']);
    expect(said(paper)).toEqual(['statement|事務局|貸出しが増えていることを踏まえ、冊数を年８千冊と見込んだものである。', 'statement|青木会長|よろしいか。']);
  });

  it('count who was there, the office among them', () => {
    const paper = read(['# 潮見ヶ丘市協議会　議事要旨', '', '- **日時** 2024年11月14日（木）19:00～', '- **出席** 委員14名（欠席2名）、事務局4名', '', '## 1. 協議', '', '- ○ 委員：賛成である。', '']);
    expect(said(paper)).toEqual(['statement|委員|賛成である。']);
  });

  it('go on over a page number in a bracket, and have 《》 below the ［］ right above the first', () => {
    const paper = read(['潮見ヶ丘市協議会　会議要旨', '', '［日　時］令和5年6月30日（金）', '［要旨］', '《座長の選出》', '【青木委員】犬飼委員を推す。', '', '《進め方》', '【犬飼座長】順序を示す必要がある。次回までに、', '', '（P.1）', '', '事務局で整理していただきたい。', '']);
    expect(heads(paper)).toEqual(['1［］要旨', '2《》座長の選出', '2《》進め方']);
    expect(said(paper).at(-1)).toBe('statement|犬飼座長|順序を示す必要がある。次回までに、事務局で整理していただきたい。');
  });
});

describe('an agenda', () => {
  it('ends at （配布資料）, which heads what is handed out', () => {
    const paper = read(['潮見ヶ丘市協議会　次第', '', '１．開　会', '２．議　題', '　(1) 計画の骨子', '３．閉　会', '', '（配布資料）', '　・委員名簿', '　・資料１　骨子案', '']);
    expect(said(paper)).toEqual(['agenda|１．|開会', 'agenda|(1)|計画の骨子', 'agenda|３．|閉会']);
    expect(heads(paper)).toEqual(['1２．議題', '1（）配布資料']);
  });

  it('has an item on two lines where the first cannot end it, and not where it ends in について', () => {
    const paper = read(['# 潮見ヶ丘市協議会　会議次第', '', '1. 開会', '2. 協議事項', '    - (1) 読書計画（最終案）について', '    - (2) 移動図書館の巡回と貸出しの在り方、', '      来年度の行事について', '3. 閉会', '']);
    expect(said(paper)).toEqual(['agenda|1.|開会', 'agenda|(1)|読書計画（最終案）について', 'agenda|(2)|移動図書館の巡回と貸出しの在り方、来年度の行事について', 'agenda|3.|閉会']);
  });
});

describe('a list', () => {
  it('of members has 議　長 as a role', () => {
    const paper = read(['潮見ヶ丘市調整会議　構成員名簿', '', '　　議　長　　日比野　雅人　　　市医師会　会長', '　　副議長　　熊谷　昭彦　　　　市歯科医師会　会長', '']);
    expect(paper.members.map(({ name, role }) => [name, role])).toEqual([['日比野　雅人', '議長'], ['熊谷　昭彦', '副議長']]);
  });

  it('of indicators has the prefecture and its office on the cover, no record of what only leads to the tables, and a source apart from a note', () => {
    const paper = read(['　　健康計画に係る評価指標', '', '　　　　　　　　高 井 県　健康福祉部　健康課', '', '　策定時の値と目標値を次のとおり整理した。', '', '〔生活習慣〕', 'No\t指標\t策定時（平成24年度）\t平成29年度\t目標（平成34年度）', '①\t喫煙率\t32.8%\t27.4%※\t20%', '', '※速報値', '（出典）県民健康調査', '']);
    expect(paper.municipality).toBe('高井県');
    expect(heads(paper)).toEqual(['1〔〕生活習慣']);
    expect(said(paper)).toEqual([]);
    expect(paper.footnotes.map(({ text }) => text)).toEqual(['速報値']);
  });
});
