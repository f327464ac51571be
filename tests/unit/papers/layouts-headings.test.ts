import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { headsIn as heads, readLines as read } from '../../support/read-lines.ts';

// Headings, covers and lead-ins of policies and summaries of cities that do not exist.

const said = ({ records }: RecognisedPaper) => records.map(({ kind, marker, text, parent }) => [parent === null ? '' : '^', kind, '|', marker ?? '-', '|', text].join(''));
const TITLE = ['岬台市の支所の在り方　基本方針', ''];

describe('a sign above a bracket', () => {
  it('holds it and those that follow, wherever it comes again, with # and without', () => {
    const expected = ['1１施策', '2◆窓口', '3【】取組方針', '3【】主な取組', '2◆移動', '3【】取組方針'];
    for (const [sign, bracket] of [['', ''], ['### ', '### '], ['### ', '#### ']]) {
      const part = (name: string) => [`${sign}◆ ${name}`, `${bracket}【取組方針】`, '', '・一度の来庁で用件が済むようにする。', ''];
      const paper = read([...TITLE, '## １　施策', '', ...part('窓口'), `${bracket}【主な取組】`, '', '・予約制の導入', '', ...part('移動')]);
      expect(heads(paper)).toEqual(expected);
    }
  });

  it('leaves a bracket above a sign where it is: it holds the sign', () => {
    expect(heads(read([...TITLE, '## 【取組】', '', '### ◆窓口', '・予約制の導入', '', '### ◆移動', '・巡回車の運行', '', '## 【効果】', '', '### ◆窓口', '・待ち時間が減る。']))).toEqual(['1【】取組', '2◆窓口', '2◆移動', '1【】効果', '2◆窓口']);
  });
});

describe('a subject', () => {
  it('is counted by letters and by 一, 二 as by digits', () => {
    for (const [first, second] of [['Ａ', 'Ｂ'], ['A', 'B'], ['一', '二'], ['１', '２'], ['Ⅰ', 'Ⅱ']]) {
      const part = (count: string, name: string) => [`　重点項目${count}　${name}`, '', '　　〔課題〕', '　　　－ 担い手が足りない。', '', '　　〔取組〕', '　　　－ 講座の開催', ''];
      expect(heads(read([...TITLE, '１　重点項目と取組', '', ...part(first ?? '', '窓口'), ...part(second ?? '', '移動')])), first).toEqual([
        '1１重点項目と取組', `2重点項目${first}窓口`, '3〔〕課題', '3〔〕取組', `2重点項目${second}移動`, '3〔〕課題', '3〔〕取組',
      ]);
    }
  });
});

describe('a cover', () => {
  it('is a first page that holds but a title, a motto and small print, whatever their size', () => {
    const paper = read(['# 窓口改革基本方針', '', '#### 待たせない市役所へ', '', '#### 令和５年９月', '## 岬台市', '- 1 -', '### 第１　趣旨', '　窓口を改める。', '- 2 -']);
    expect([paper.title, paper.municipality, heads(paper)]).toEqual(['窓口改革基本方針', '岬台市', ['1第１趣旨']]);
  });

  it('ends before the first section that stands on its page', () => {
    expect(heads(read(['# 窓口改革基本方針', '', '## 背景', '令和５年９月', '・待ち時間が長い。', '- 1 -', '## 目的', '・待ち時間を減らす。', '- 2 -']))).toEqual(['1-背景', '1-目的']);
  });

  it('has who makes the paper at the right margin', () => {
    const paper = read(['　岬台市読書計画　基本方針', '', '　　　　　　　　　　　　　　　　　　岬台市立図書館', '', '　計画の期間中に、次の世代の読書の場を整えることとした。', '', 'Ⅰ　家庭', '　・読み聞かせの会を開く。']);
    expect([paper.title, heads(paper)]).toEqual(['岬台市読書計画　基本方針', ['1Ⅰ家庭']]);
  });
});

describe('a section', () => {
  it('of the schedule ends at 資料編, and at a sign like its own', () => {
    const paper = read([...TITLE, '第１章　今後の進め方', '○　令和７年度は、実施計画を策定します。', '', '資料編', '', '１　検討経過', '第１回　令和６年５月22日（水）　現状', '第２回　令和６年７月17日（水）　素案', '', '２　主な意見', '　・車がないと本庁まで行けない。']);
    expect(heads(paper)).toEqual(['1第１章今後の進め方', '1-資料編', '2１検討経過', '2２主な意見']);
    expect([paper.meetings.length, said(paper).at(-1)]).toEqual([2, 'opinion|・|車がないと本庁まで行けない。']);
    const dated = ['平成29年5月30日　　　　第1回懇話会', '平成29年8月上旬　　　　団体アンケートの実施', '平成29年9月21日　　　　第2回懇話会'];
    for (const name of ['方針策定までの経過', '答申までの経緯', '計画決定までの流れ']) {
      const summary = read([...TITLE, '■ スケジュール', '・令和７年度　試行', '', `■ ${name}`, ...dated]);
      expect([heads(summary), summary.meetings.map(({ label }) => label)]).toEqual([['1■スケジュール', `1■${name}`], ['第1回懇話会', '団体アンケートの実施', '第2回懇話会']]);
    }
  });

  it('of issues is divided by words over words over counted sentences, and by no words over sentences alone', () => {
    const points = (sign: string) => [`　　${sign === 'ア' ? 'ア' : '①'}　職員が二人しかいない。`, `　　${sign === 'ア' ? 'イ' : '②'}　相談を終えることができない。`];
    expect(heads(read([...TITLE, '第１章　課題', '', '１　窓口', '（１）職員', ...points('ア'), '（２）業務', ...points('ア'), '', '２　施設', '（１）庁舎', ...points('ア')]))).toEqual(['1第１章課題', '2１窓口', '3（１）職員', '3（２）業務', '2２施設', '3（１）庁舎']);
    expect(heads(read([...TITLE, '１　課題', '（１）職員', ...points('①'), '（２）業務', ...points('①')]))).toEqual(['1１課題']);
  });

  it('on where to write to is no heading unless it is counted', () => {
    const body = ['１　目的', '　・窓口を改める。', ''];
    expect(heads(read([...TITLE, ...body, '【お問合せ】 地域振興課　電話0000-12-3456']))).toEqual(['1１目的']);
    expect(heads(read([...TITLE, ...body, '２　問合せ先', '　地域振興課　電話0000-12-3456']))).toEqual(['1１目的', '1２問合せ先']);
  });
});

describe('texts of a policy', () => {
  it('that only say that something follows are no records', () => {
    for (const lead of ['来庁者への調査の結果から、次の課題が明らかになりました。', '庁内の調査から、以下の三つの課題が見えてきた。', '現状を踏まえ、下記の課題を整理した。']) {
      expect(said(read([...TITLE, '１　課題', lead, '・待ち時間が長い。', '・職員が足りない。']))).toEqual(['issue|・|待ち時間が長い。', 'issue|・|職員が足りない。']);
    }
    expect(said(read([...TITLE, '１　課題', '次の世代の担い手が足りず、次の課題の解決が遅れている。']))).toHaveLength(1);
  });

  it('are answers behind an arrow below an opinion, and tell how the opinions came in above them', () => {
    const lead = '懇談会を４回開き、延べ186人から御意見をいただきました。主なものと市の考え方は次のとおりです。';
    expect(said(read([...TITLE, '１　基本方針', '・窓口を改める。', '', '２　市民意見の概要', '', lead, '', '○夜の会議に出られない。', '', '→時間帯の例を手引に加えます。', '', '○紙でも配ってほしい。', '', '→紙も選べるようにします。']))).toEqual([
      'policy_direction|・|窓口を改める。', `background|-|${lead}`, 'opinion|○|夜の会議に出られない。', '^response|→|時間帯の例を手引に加えます。', 'opinion|○|紙でも配ってほしい。', '^response|→|紙も選べるようにします。',
    ]);
  });

  it('of examples go on in a bracket of cities set in below them', () => {
    const { records, headings } = read([...TITLE, '＜先行事例＞', '➢専用の玄関を設ける。［横浜市］', '➢会議室を自主的に運営', '　［三鷹市・春日市］', '', '１　日程', '・未定']);
    expect([records.map(({ text, cities }) => [text, cities]).slice(0, 2), headings.length]).toEqual([[['専用の玄関を設ける。', ['横浜市']], ['会議室を自主的に運営', ['三鷹市', '春日市']]], 2]);
    expect(heads(read([...TITLE, '◆先行事例', '［横浜市］', '・専用の玄関を設ける。', '［春日市］', '・会議室を自主的に運営する。']))).toEqual(['1◆先行事例', '2［］横浜市', '2［］春日市']);
  });
});
