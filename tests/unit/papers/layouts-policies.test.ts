import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { headsIn as heads, readLines as read, saidIn as said } from '../../support/read-lines.ts';

// Working papers, plans, policies and programme sheets of cities that do not exist, one a way in which the same thing is laid out.

const named = ({ members }: RecognisedPaper) => members.map(({ name, affiliation, role }) => [name, affiliation, role]);

describe('what a paper is', () => {
  it('is a working paper when it is a sheet to deliberate on, and a programme sheet when it is one to report on', () => {
    const body = ['', '１　趣旨', '　窓口の在り方を整理する。'];
    expect(read(['「出張所の役割」に関する検討シート', ...body]).kind).toBe('working-paper');
    expect(read(['岬台市行政改革　取組実績シート', ...body]).kind).toBe('programme-sheet');
  });

  it('is a programme sheet when it begins with the name of a programme and its office, whatever follows', () => {
    const paper = read(['事務事業名：放課後児童クラブ', '担当課：こども課', '評価年度：令和5年度', '', '■ 成果', '待機児童が減った。']);
    expect([paper.kind, paper.title, said(paper)]).toEqual(['programme-sheet', '放課後児童クラブ', ['outcome|-|待機児童が減った。']]);
  });

  it('is the policy itself when it has chapters, though it holds viewpoints and the examples of others', () => {
    const points = ['### 第１節　基本視点', '　①　対等であること', '　②　公開すること', '### 第２節　他都市の事例', '　・相談窓口の一本化（横浜市）', '　・寄附の控除（札幌市）'];
    expect(read(['# 岬台市協働の基本方針（素案）', '', '## 第１章　目的', '　協働のルールを定める。', '## 第２章　考え方', ...points, '## 第３章　進め方', '　審議会で点検する。']).kind).toBe('basic-policy');
    expect(read(['# 岬台市協働の基本方針', '', '## １　協働の範囲', ...points, '## ２　担い手の確保', ...points]).kind).toBe('working-paper');
  });

  it('is the policy when its chapters are counted 第１, 第２, and a list of figures however its title goes on', () => {
    const chapters = ['第１　趣旨', '　協働のルールを定める。', '第２　課題', '　・担い手が足りない。', '第３　他都市の取組', '　・相談窓口の一本化（横浜市）'];
    expect(read(['岬台市協働基本方針', '', ...chapters]).kind).toBe('basic-policy');
    for (const title of ['岬台市デジタル推進計画　成果指標の推移と目標', '岬台市環境計画　数値目標編']) expect(read([title, '', '１　指標', '　成果指標を掲げる。']).kind).toBe('indicators');
  });

  it('is not told by the plan that a committee is named after', () => {
    const members = ['| 氏名 | 所属 |', '|---|---|', '| 青山 一郎 | 岬台大学 |', '| 赤井 花 | 商工会 |'];
    expect(read(['岬台市総合計画審議会について', '', '１　委員構成', '', ...members]).kind).toBe('member-list');
  });
});

describe('the head of a programme sheet set with spaces', () => {
  it('names the programme, with its number left out, and the office that runs it', () => {
    for (const head of [
      ['方針　　　　　２　　身近な区政', 'プログラム名　　７　　窓口の改革', '所管課　　　　区政推進課、市民課'],
      ['整理番号　　2-1', '取組名　　窓口の改革', '担当課　　市民課'],
      ['事業名：窓口の改革', '所管：市民課'],
    ]) {
      const paper = read([...head, '', '【実施概要】', '　○届出の手順を統一する。', '', '【スケジュール】', '実施項目\t4年度\t5年度', '手順の統一\t調査\t実施', '']);
      expect([paper.kind, paper.title, heads(paper), said(paper)]).toEqual(['programme-sheet', '窓口の改革', ['1【】実施概要', '1【】スケジュール'], ['measure|○|届出の手順を統一する。']]);
    }
  });
});

describe('tables set with spaces alone', () => {
  it('are members below the names of their columns, however far the letters of these are set apart', () => {
    expect(named(read(['# 岬台市交通基本方針', '', '## １　目的', '　移動の手段を守る。', '', '## ２　委員名簿', '　　　氏名　　　　　　　所属等　　　　　　　　備考', '　　　岸　陽子　　　　　岬台大学教授　　　　　座長', '　　　ラム・ティ・ホア　　国際交流協会理事', '']))).toEqual([
      ['岸　陽子', '岬台大学教授', '座長'], ['ラム・ティ・ホア', '国際交流協会理事', null],
    ]);
    expect(named(read(['岬台市交通審議会　委員名簿', '', '　　氏　　名　　　　　　　所　　属', '', '　　岸　陽子　　　　　　　岬台大学教授', '　　堀　健　　　　　　　　商工会議所', '']))).toHaveLength(2);
  });

  it('are a plan below years alone, unless what stands there is counted', () => {
    const [years, head] = ['　　　　　　　令和３年度　　　令和４年度　　　令和５年度', ['岬台市窓口見直し方針（概要）', '', 'Ⅰ　目的', '　窓口を一つにする。', '', 'Ⅱ　実施の段階']];
    const plan = read([...head, years, '相談窓口　　　モデル区（２区）　　　全区展開　　　検証', '一般窓口　　　準備　　　開設　　　―', 'Ⅲ　効果', '　◎　待ち時間を短くする', '']);
    expect(plan.programme.map(({ item, rows }) => [item, rows[0]?.cells])).toEqual([
      ['相談窓口', { 令和3年度: 'モデル区（２区）', 令和4年度: '全区展開', 令和5年度: '検証' }], ['一般窓口', { 令和3年度: '準備', 令和4年度: '開設', 令和5年度: '―' }],
    ]);
    expect(read([...head, years, '相談件数　　　120件　　　131件　　　140件', '来庁者数　　　2,100人　　　1,980人　　　1,700人', '']).programme).toEqual([]);
  });
});

describe('tables of subjects', () => {
  const rows = ['項目\t区分\t内容', '１ 権限\t基本視点\t①現場で判断する', '\t\t②災害のとき任せる', '\t課題\t①着手まで日数を要する。', '　　　　　　　　1／2', '２ 人員\t基本視点\t①必要なときに出向く', '\t他市事例\t①エリア担当制（横浜市）', ''];

  it('are headed by the first cell and by what is said of it in the second, also over a page', () => {
    const paper = read(['「出張所の役割」に関する検討シート', '', '２．項目別の整理', '', ...rows]);
    expect(heads(paper)).toEqual(['1２．項目別の整理', '2１権限', '3-基本視点', '3-課題', '2２人員', '3-基本視点', '3-他市事例']);
    expect(said(paper)).toEqual(['viewpoint|①|現場で判断する', 'viewpoint|②|災害のとき任せる', 'issue|①|着手まで日数を要する。', 'viewpoint|①|必要なときに出向く', 'example|①|エリア担当制']);
    expect(paper.records.at(-1)?.under).toEqual(['項目別の整理', '人員', '他市事例']);
  });

  it('have no headings in their cells, which only name what is said of what', () => {
    const paper = read(['# 岬台市公共施設の検討資料', '', '## １　整理', '', '| 施設 | 課題 | 方向性 |', '|---|---|---|', '| 学校 | 余裕教室が増えている。 | 複合化する。 |', '| | 老朽化が進む。 | |', '| 市営住宅 | 空き家が多い。 | 用途を廃止する。 |', '']);
    expect(heads(paper)).toEqual(['1１整理']);
    expect(paper.records.map(({ kind, under }) => [kind, under.at(-1)])).toEqual([['issue', '整理'], ['policy_direction', '整理'], ['issue', '整理'], ['issue', '整理'], ['policy_direction', '整理']]);
  });

  it('are headed by the line right above them that names what 取組, 成果 and 課題 are said of', () => {
    const paper = read(['岬台市交通の基本方針', '', '第１章　現状', '１　これまでの取組', '巡回バスの運行', '取組\t２路線で運行を始めました。', '成果\t空白地域が減りました。', '課題\t財政の負担が増えています。', '乗合タクシーの運行', '取組\t南部で始めました。', '課題\t乗合率が低くなっています。', '２　市民の意識', '　移動に不安がある人が増えています。']);
    expect(heads(paper)).toEqual(['1第１章現状', '2１これまでの取組', '3-巡回バスの運行', '4-取組', '4-成果', '4-課題', '3-乗合タクシーの運行', '4-取組', '4-課題', '2２市民の意識']);
  });
});

describe('what is annexed', () => {
  it('stands beside the chapters, and its meetings are read though nothing but spaces parts their columns', () => {
    const paper = read(['岬台市交通の基本方針', '', '第１章　目的', '　移動の手段を守る。', '', '第２章　推進', '　毎年度見直す。', '', '別紙　岬台市交通会議の開催経過', '回　　　開催年月日　　　　　議題', '第１回　　平成２９年５月２２日（月）　　　会長の選出', '第２回　　平成２９年１０月１９日（木）　　　課題の整理']);
    expect(heads(paper)).toEqual(['1第１章目的', '1第２章推進', '1別紙岬台市交通会議の開催経過']);
    expect(paper.meetings.map(({ label, start, topics }) => [label, start, topics])).toEqual([['第１回', '2017-05-22', '会長の選出'], ['第２回', '2017-10-19', '課題の整理']]);
  });

  it('is only named where it is one of several papers in a list', () => {
    expect(heads(read(['岬台市交通の検討資料', '', '１　目的', '　移動の手段を守る。', '', '別紙１　委員名簿', '別紙２　開催経過', '']))).toEqual(['1１目的']);
  });

  it('has its notes under ＊１ as under ※１, and a bare ＊ is a remark', () => {
    const paper = read(['岬台市交通の基本方針', '', '１　位置付け', '　本方針は、立地計画＊１と整合を図ります。', '　　＊１　立地計画：都市機能の誘導を図る計画', '', '２　その他', '　＊　金額は税込みである。']);
    expect(paper.footnotes.map(({ marker, term, text }) => [marker, term, text])).toEqual([['＊１', '立地計画', '都市機能の誘導を図る計画']]);
    expect(said(paper).at(-1)).toBe('background|＊|金額は税込みである。');
  });
});

describe('items and headings', () => {
  it('are items where they are the last, or all, of what stands under a heading', () => {
    expect(heads(read(['# 岬台市窓口プラン', '', '## １　取組の柱', '### 【方針】', '　ア　混雑を見えるようにする', '### 【具体的な取組】', '　(ｱ)　予約の開始', '　(ｲ)　日曜の開庁', '']))).toEqual(['1１取組の柱', '2【】方針', '2【】具体的な取組']);
    expect(heads(read(['# 岬台市窓口プラン', '', '## １　取組方針', '### 来なくてよい窓口', '● 手続のオンライン化', '● キャッシュレス決済の導入', '', '### 待たない窓口', '● 書かない窓口の展開', '（令和5年に試行、令和6年に拡大）', '● 予約制の導入', '', '## ２　進め方', '毎年度公表する。']))).toEqual(['1１取組方針', '2-来なくてよい窓口', '2-待たない窓口', '1２進め方']);
  });

  it('have the bracket right below them, which is the rest of an item that is no sentence', () => {
    for (const sign of ['●', '-', '(1)']) {
      const lines = ['# 岬台市窓口プラン', '', '## １　取組', `${sign} 書かない窓口の展開`, '（令和5年に試行、令和6年に拡大）', `${sign.replace('1', '2')} 予約制の導入`, ''];
      expect(read(lines).records.map(({ kind, text }) => [kind, text])).toEqual([['measure', '書かない窓口の展開（令和5年に試行、令和6年に拡大）'], ['measure', '予約制の導入']]);
    }
  });

  it('are what is to be deliberated below a sentence that says so', () => {
    const items = ['　（１）窓口の範囲', '　（２）地域の支援'];
    for (const lead of ['審議事項を次の２点に整理した。', '以下の２点を検討事項とする。', '次の事項について、御審議をお願いします。']) {
      expect(said(read(['支所の見直しについて', '', '１　経緯', `　前回の意見を踏まえ、${lead}`, ...items, ''])).filter((line) => line.startsWith('deliberation'))).toEqual(['deliberation_item|（１）|窓口の範囲', 'deliberation_item|（２）|地域の支援']);
    }
    expect(said(read(['支所の見直しについて', '', '１　経緯', '　支所では次の業務を行っている。', ...items, ''])).some((line) => line.startsWith('deliberation'))).toBe(false);
  });
});

describe('directions', () => {
  const texts = ['（１）幹線と支線の役割分担', 'ア　幹線', '　運行本数の維持に必要な支援を行います。', 'イ　支線', '　需要に応じて手段を組み合わせます。'];

  it('are directions throughout below two headings that name them, whatever the sections between treat of', () => {
    expect(said(read(['岬台市交通の基本方針', '', '第１章　基本方針', '１　取組の方向', ...texts])).map((line) => line.split('|')[0])).toEqual(['policy_direction', 'policy_direction']);
  });

  it('become measures two numbered sections below the only one', () => {
    expect(said(read(['岬台市交通の基本方針', '', '第１章　基本方針', '１　支え合う交通', ...texts])).map((line) => line.split('|')[0])).toEqual(['measure', 'measure']);
  });

  it('of carrying on under 推進体制と評価 are of who does it', () => {
    expect(said(read(['岬台市窓口プラン', '', '第１章　推進体制と評価', '　副市長を本部長とする推進本部が進捗を管理し、毎年度公表する。']))).toEqual(['actor|-|副市長を本部長とする推進本部が進捗を管理し、毎年度公表する。']);
  });
});
