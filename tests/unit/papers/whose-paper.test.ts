import { describe, expect, it } from 'vitest';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';

// All municipalities and prefectures here are invented.

const whose = (...lines: string[]) => recognisePaper(lines.join('\n')).municipality;

describe('the municipality of a paper', () => {
  it('is the town whose school, plan or committee its title names', () => {
    expect(whose('# 第2回 鳥越町立中学校統合検討委員会 議事要旨', '', '## 1. 報告', '', '- ○ 事務局：町内の生徒数を報告する。')).toBe('鳥越町');
    expect(whose('# 霧原村環境基本計画の策定日程について', '', '- **第1回策定委員会**（令和7年6月12日）', '- ・令和8年3月　計画の公表', '', '※会場は役場2階会議室')).toBe('霧原村');
    expect(whose('　　令和６年度第３回大滝町総合計画審議会　次第', '', '　　日　時：令和６年１０月１１日（金）', '　　場　所：大滝町役場　第１会議室', '', '　１　開　　会', '　２　議　　題', '　　（１）素案について')).toBe('大滝町');
  });

  it('is the prefecture whose body or plan its head names, be it one of the 47 or not', () => {
    expect(whose('　　瀬戸野県国土強靱化計画有識者会議（第２回）　議事次第', '', '　　　平成３１年２月１５日（金）', '', '　１．開　会', '　２．議　題', '　　(1) 脆弱性評価の結果')).toBe('瀬戸野県');
    expect(whose('# 「第3次瀬戸野県読書推進計画」の概要', '', '## 1 趣旨', '', '- 全ての県民が読書に親しめる社会を目指す。')).toBe('瀬戸野県');
  });

  it('is that of the office below the title', () => {
    expect(whose('資料５', '', '## 学校給食センター整備検討委員会　検討スケジュール（案）', '', '　　　　　　　　　二ノ浜市教育委員会　学校給食課', '', '### ■令和５年度', '', '| 時期 | 内容 |', '|---|---|', '| ５月１９日 | 委嘱 |')).toBe('二ノ浜市');
  });

  it('is that of the head of every page where nothing else says it', () => {
    const text = ['みさご市公共交通会議　部会', '', '# バスの再編に向けた論点', '', '## 1 経緯', '', '- 便数が減った。'].join('\n');
    expect(recognisePaper(text, { furniture: [{ start: 0, end: text.indexOf('\n') }] }).municipality).toBe('みさご市');
  });

  it('is none where 町 may be a district, or 県 any prefecture', () => {
    expect(whose('# 元町商店街振興計画', '', '## 1 趣旨', '', '本市の中心市街地の町内会と進める。')).toBeNull();
    expect(whose('# 城下町まちづくり方針', '', '## 1 趣旨', '', '市民とともに町の姿を守る。')).toBeNull();
    expect(whose('# 市町村と県の役割分担について', '', '## 1 趣旨', '', '県と市町村の役割を整理する。')).toBeNull();
    expect(whose('# 近隣県の取組状況', '', '## 1 趣旨', '', '近隣の取組を整理する。')).toBeNull();
  });
});

describe('the summary of a plan named in quotes', () => {
  it('is a summary, and the plan itself with its outline is none', () => {
    expect(recognisePaper('# 「第3次瀬戸野県読書推進計画」の概要\n\n## 1 趣旨\n\n- 読書に親しめる社会を目指す。').kind).toBe('summary');
    expect(recognisePaper('# 瀬戸野市公園行動計画の概要\n\n## 1 趣旨\n\n- 公園を直す。').kind).toBe('action-plan');
  });
});

describe('meetings of a list that gives no year', () => {
  const list = ['３．審議日程', '　・第１回（２月６日）　諮問', '　・第２回（３月２１日）　論点整理'];

  it('take it from the day in full that the paper tells elsewhere', () => {
    const { meetings } = recognisePaper(['下水道料金の見直しに係る論点', '', '１．審議の経緯', '■平成１９年以来、改定は行われていない。', '■令和６年２月６日付けで諮問', '', ...list].join('\n'));
    expect(meetings.map(({ start }) => start)).toEqual(['2024-02-06', '2024-03-21']);
    expect(meetings[0]?.doubt).toBe('year-from-context');
  });

  it('have none where no such day is told', () => {
    const { meetings } = recognisePaper(['下水道料金の見直しに係る論点', '', '１．審議の経緯', '■令和５年１１月８日付けで諮問', '', ...list].join('\n'));
    expect(meetings.map(({ start }) => start)).toEqual([null, null]);
  });
});

describe('what stands in its place', () => {
  it('is a schedule in a numbered annex of a policy', () => {
    const { headings, meetings } = recognisePaper([
      '　　地域交通基本方針', '', '第１節　推進体制', '', '　　町は、毎年度評価を行います。', '', '資料１　策定の経過', '',
      '　２０２２年　５月３０日　　第１回交通会議　　現状報告', '　　　　　　　９月２６日　　第２回交通会議　　課題の整理',
    ].join('\n'));
    expect(headings.map(({ text }) => text)).toContain('策定の経過');
    expect(meetings.map(({ label, start }) => [label, start])).toEqual([['第１回交通会議', '2022-05-30'], ['第２回交通会議', '2022-09-26']]);
  });

  it('is an example among what other prefectures do, a viewpoint behind its number, a direction however deep', () => {
    const kinds = (text: string) => recognisePaper(text).records.map(({ kind }) => kind);
    expect(kinds('# 図書館の論点\n\n［他県の取組］\n　ア　電子図書館の共同運営［長野県］\n　イ　毎日の配送［岡山県］')).toEqual(['example', 'example']);
    expect(kinds('# 区役所の方針\n\n### 第2章　めざす姿\n\n- 視点1　身近な相談の場であること\n- 視点2　地域をつなぐ場であること')).toEqual(['viewpoint', 'viewpoint']);
    expect(kinds('# 区役所の方針\n\n### 第3章　見直しの方向性\n\n#### 1　相談機能\n\n##### (1)　福祉\n\n- ア　相談を一つの窓口で受け止めます。\n- イ　本庁とオンラインで結びます。')).toEqual(['policy_direction', 'policy_direction']);
  });

  it('is a heading where a word stands over sentences with signs among issues', () => {
    const { headings, records } = recognisePaper('区のあり方について　　　　　　　　　　資料４－１\n\n２ 区役所の課題\n（１）窓口\n　○ 相談を伴う手続が増えている。\n（２）組織\n　○ 専門職が分散している。');
    expect(headings.map(({ text }) => text)).toEqual(['区役所の課題', '窓口', '組織']);
    expect(records.map(({ kind }) => kind)).toEqual(['issue', 'issue']);
  });

  it('is the name of a programme behind its number, and one plan with its revision and reason', () => {
    const { title, municipality, programme } = recognisePaper([
      '　　　　　　　　　浜名木町（令和５年度末現在）', '', '柱\t２\t住民サービスの向上', '項目\t２－３\t地域交通の再編', '担当\t企画課', '', '〔年次計画〕',
      '取組\t３年度\t４年度\t５年度', '予約型交通の導入\t検討\t試行\t本格運行', '（４年度変更）\t\t\t試行', '（変更の理由）\t地区から要望があったため。\t\t',
    ].join('\n'));
    expect([title, municipality]).toEqual(['地域交通の再編', '浜名木町']);
    expect(programme.map(({ rows }) => rows.map(({ kind, reason }) => [kind, reason]))).toEqual([[['plan', null], ['revised', '地区から要望があったため。']]]);
  });

  it('is the term of a note before a wide space', () => {
    const { footnotes } = recognisePaper('# 交通方針\n\n## 1 取組\n\n- 予約型交通（注１）を導入する。\n\n（注１）予約型交通　利用者の予約に応じて運行する乗合の交通');
    expect(footnotes).toMatchObject([{ marker: '（注１）', term: '予約型交通', text: '利用者の予約に応じて運行する乗合の交通' }]);
  });
});

describe('the title of a paper', () => {
  it('is the line above a double rule, whatever stands over it', () => {
    for (const rule of ['======', '＝＝＝＝＝']) {
      expect(recognisePaper(['みさご市教育委員会　生涯学習部　図書館', '', '第１回　みさご市図書館協議会　議事要旨', rule, '', '日時：令和７年７月８日', '', '○会長　始めます。'].join('\n')).title).toBe('第１回　みさご市図書館協議会　議事要旨');
    }
  });
});
