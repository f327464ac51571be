import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { readLines as read } from '../../support/read-lines.ts';

// Minutes, agendas, lists of members and schedules of cities that do not exist, in the forms that offices use side by side.

const said = ({ records }: RecognisedPaper) => records.filter(({ kind }) => kind !== 'agenda').map(({ kind, speaker, text }) => `${kind}|${speaker ?? '-'}|${text}`);
const heads = ({ headings }: RecognisedPaper) => headings.map(({ marker, text }) => `${marker ?? '-'}${text}`);
const items = ({ records }: RecognisedPaper) => records.map(({ marker, text, parent }) => `${marker ?? '-'}${text}${parent === null ? '' : `^${parent}`}`);
const people = ({ members }: RecognisedPaper) => members.map(({ name, role, affiliation, field }) => [name, role ?? '-', affiliation ?? '-', field ?? '-'].join('|'));
const names = ({ members }: RecognisedPaper) => members.map(({ name }) => name);

describe('who was there, in the head of minutes', () => {
  const head = (...lines: string[]) => read(['令和6年度第1回霧ヶ丘市図書館協議会　会議録', '', '日　時　　令和6年7月9日（火）', '場　所　　中央図書館', ...lines, '', '会長：始める。', '委員：よい。']);

  it('has members behind a group in round brackets, surnames that are cities among them', () => {
    expect(names(head('出席者　　（委　員）千葉さやか委員長、福島健副委員長、長野委員', '　　　　　（事務局）教育部長、図書館長'))).toEqual(['千葉さやか', '福島健', '長野']);
  });

  it('has everyone of a cell, a long surname of another script among them', () => {
    const paper = read(['# 霧ヶ丘市策定委員会（第4回）議事録', '', '| 開催日時 | 令和6年7月22日（月） |', '|---|---|', '| 出席委員 | 委員長 小野 哲（霧ヶ丘大学）<br>委員 アンダーソン 恵（NPO法人きり）<br>委員 沢田 ゆかり（公募） |', '', '## 議題', '', '(1) 素案について', '(2) 日程について', '', '## 審議内容', '', '### 1. 素案について', '', '| 発言者 | 発言内容 |', '|---|---|', '| 沢田委員 | 図がほしい。 |']);
    expect(names(paper)).toEqual(['小野 哲', 'アンダーソン 恵', '沢田 ゆかり']);
    expect(heads(paper)).toEqual(['-議題', '-審議内容', '1.素案について']);
    expect(items(paper).slice(0, 2)).toEqual(['(1)素案について', '(2)日程について']);
  });

  it('has members in a bracket behind how many they are, those absent too', () => {
    expect(people(head('出席委員　２名（佐賀会長、山口委員）', '欠席委員　１名（宮崎委員）'))).toEqual(['佐賀|会長|-|-', '山口|委員|-|-', '宮崎|委員|-|-']);
  });

  it('has members behind their role in a column, its letters set apart', () => {
    expect(people(head('【出席者】', '　会　　長　　大分 和夫', '　委　　員　　沖縄 直子、津田 実'))).toEqual(['大分 和夫|会長|-|-', '沖縄 直子|委員|-|-', '津田 実|委員|-|-']);
  });

  it('has members below 「○委　員」, and nobody below 「○事務局」', () => {
    const paper = head('出　席　者　　○委　員', '　　　　　　　　鳥取会長、島根委員', '　　　　　　　○事務局', '　　　　　　　　市民部長、推進課主事');
    expect(names(paper)).toEqual(['鳥取', '島根']);
    expect(said(paper)).toEqual(['statement|会長|始める。', 'statement|委員|よい。']);
  });

  it('does not count an office in the row of those present as a member', () => {
    expect(people(head('出席　　部会長、Ａ委員、Ｂ委員、事務局（企画課）'))).toEqual([]);
  });
});

describe('the sections of minutes on who was there', () => {
  it('have members in a row behind 委員 with a role each, and none in the section of the office', () => {
    const paper = read(['霧ヶ丘市審議会　会議録', '', '１．開催日時', '　　令和６年１１月５日（火）', '', '２．出席者', '　（１）委員　大野会長、西副会長、東委員', '　（２）事務局', '　　　都市計画課長　青木　正', '', '３．議事', '', '【会長】　始める。', '', '【東委員】　よい。']);
    expect(people(paper)).toEqual(['大野|会長|-|-', '西|副会長|-|-', '東|委員|-|-']);
    expect(said(paper)).toEqual(['statement|会長|始める。', 'statement|東委員|よい。']);
  });
});

describe('what is said in minutes', () => {
  const HEAD = ['霧ヶ丘市図書館協議会　会議録', '', '日　時　　令和6年7月9日（火）', ''];

  it('begins with the first speaker, though the next is an office set like a field of the head', () => {
    expect(said(read([...HEAD.slice(0, 3), '事 務 局　　図書館　柏原課長', '', '１　事業について', '', '会　　長　　説明をお願いします。', '事 務 局　　貸出しは増えました。一方、分館は', '　　　　　　減っています。', '青木委員　　なぜか。']))).toEqual([
      'statement|会長|説明をお願いします。', 'statement|事務局|貸出しは増えました。一方、分館は減っています。', 'statement|青木委員|なぜか。',
    ]);
  });

  it('stands below a name alone in a bracket, and not above it', () => {
    expect(said(read([...HEAD, '【主な意見】', '（青木会長）', '　数が多い。', '（事務局）', '　整理する。', '（犬飼委員）', '　夜も開けてほしい。']))).toEqual(['statement|青木会長|数が多い。', 'statement|事務局|整理する。', 'statement|犬飼委員|夜も開けてほしい。']);
  });

  it('is every row of a table of speakers, 一同 among them, and goes on in a row without a name', () => {
    expect(said(read([...HEAD, '| 発言者 | 発言内容 |', '|---|---|', '| 会長 | よいか。 |', '| 委員一同 | 異議なし。 |', '| 事務局 | 進める。 |', '|  | 資料は後で送る。 |']))).toEqual(['statement|会長|よいか。', 'statement|委員一同|異議なし。', 'statement|事務局|進める。資料は後で送る。']);
  });

  it('is asked and answered with who does in a bracket behind the letter', () => {
    expect(said(read([...HEAD, '1. 改定について', '', 'Q（岩崎委員）：根拠は何か。', '', 'A（事務局）：回収の率である。', '']))).toEqual(['opinion|岩崎委員|根拠は何か。', 'response|事務局|回収の率である。']);
  });

  it('is by surnames spaced to a column that a colon closes', () => {
    expect(said(read([...HEAD, '会長　：　意見はあるか。', '鈴　木：　係数によるのではないか。', '事務局：　そのとおり。', '田　中：　分けて示すべきだ。']))).toEqual(['statement|会長|意見はあるか。', 'statement|鈴木|係数によるのではないか。', 'statement|事務局|そのとおり。', 'statement|田中|分けて示すべきだ。']);
  });

  it('stands below ○ or ア with its subject, which is a heading', () => {
    expect(heads(read([...HEAD, '１　主な意見', '○　公園の使い方について', '・禁止は見直すべき。', '・（委員）子どもにも聴くこと。', '○　その他', '・特になし。', '・以上である。']))).toEqual(['１主な意見', '○公園の使い方について', '○その他']);
  });

  it('is asked by 問 and answered by 答, and what is set further out is none of the answer', () => {
    expect(said(read([...HEAD, '１　会議の要旨', '　議題（１）について質疑を行った。', '　　　　問　下回った理由は。', '　　　　答　新設が延びたためである。', '　議題（２）について了承した。'])).slice(1)).toEqual(['opinion|-|下回った理由は。', 'response|-|新設が延びたためである。', 'decision|-|議題（２）について了承した。']);
  });

  it('stands below ▼ with its subject too, where speakers are named', () => {
    expect(heads(read([...HEAD, '▼ 産業について', '平田委員　後継ぎの問題を書き込むべき。', '部会長　　加えることとする。', '▼ 交通について', '小池委員　バスが減っている。']))).toEqual(['▼産業について', '▼交通について']);
  });
});

describe('an agenda', () => {
  it('has 議題 and 報告事項 without a number for headings over items that count anew', () => {
    const paper = read(['霧ヶ丘市運営協議会　次第', '', '日時　令和7年2月10日（月）', '', '議　題', '　１　事業計画について', '　２　料率について', '', '報告事項', '　１　健診について', '', '資　料', '　資料１　計画（案）']);
    expect(heads(paper)).toEqual(['-議題', '-報告事項', '-資料']);
    expect(paper.records.map(({ text, under }) => [text, ...under])).toEqual([['事業計画について', '議題'], ['料率について', '議題'], ['健診について', '報告事項']]);
  });

  it('has what is set in below a number as its own, though it counts in the same way', () => {
    expect(items(read(['霧ヶ丘市審議会　次第', '', '1. 開会', '2. 議事', '   1. 計画について', '   2. 指定について', '3. 意見交換', '　　テーマ1：担い手について', '　　テーマ2：助成について', '4. 閉会']))).toEqual(['1.開会', '1.計画について', '2.指定について', '3.意見交換', 'テーマ1担い手について^3', 'テーマ2助成について^3', '4.閉会']);
  });

  it('has a numbered 報告事項 over a list of its own as the heading of that list alone, and one over a remark as an item', () => {
    const paper = read(['霧ヶ丘市審議会　次第', '', '１　開会', '２　報告事項', '　（１）　調査の速報について', '３　審議事項', '　・令和7年度の計画について', '４　連絡事項', '　・次回の開催　令和6年7月22日（月）', '５　閉会']);
    expect(heads(paper)).toEqual(['２報告事項', '３審議事項']);
    expect(items(paper)).toEqual(['１開会', '（１）調査の速報について', '・令和7年度の計画について', '４連絡事項', '５閉会']);
    expect(paper.records.map(({ under }) => under.join())).toEqual(['', '報告事項', '審議事項', '', '']);
  });

  it('is told by its title below 〔机上配布〕', () => {
    for (const mark of ['〔机上配布〕', '（会議終了後回収）', '【取扱注意】', '当日配付資料', '差替え版']) {
      expect(read([`　　　　　　　　　　${mark}`, '', '　令和6年度第2回霧ヶ丘市審議会　次第', '', '　　日時　令和6年7月22日（月）', '', '１　開会', '２　閉会']).title).toBe('令和6年度第2回霧ヶ丘市審議会　次第');
    }
  });

  it('ends where 「検討事項」 with a sign of its own follows its table, and lists no papers that are handed out', () => {
    const paper = read(['# 霧ヶ丘市審議会 保育部会 次第', '', '日時　令和6年7月22日（月）', '', '| 時刻 | 次第 | 資料 |', '|---|---|---|', '| 14:00 | 1 開会 | － |', '| 14:05 | 2 園児数の推移について | 資料1 |', '', '# ◇ 部会での検討事項', '', '①園が担う役割', '②園舎の利用', '', '# ◇ 配布資料', '', '・資料1 園児数の推移']);
    expect(paper.records.map(({ kind, text }) => `${kind}|${text}`)).toEqual(['agenda|開会', 'agenda|園児数の推移について', 'deliberation_item|園が担う役割', 'deliberation_item|園舎の利用']);
    expect(heads(paper)).toEqual(['◇部会での検討事項', '◇配布資料']);
  });

  it('gives the hour and the place below the day to the meeting', () => {
    const paper = read(['第12回　霧ヶ丘町防災会議', '', '　　　　次　　　第', '', '　　　　　　　　令和6年5月30日（木）', '　　　　　　　　午後1時30分から', '　　　　　　　　霧ヶ丘町役場　大会議室', '', '○　開　　会', '○　議　　題', '　・計画の修正について', '○　閉　　会']);
    expect(paper.meetings).toMatchObject([{ start: '2024-05-30', date_raw: '令和6年5月30日（木） 午後1時30分から', place: '霧ヶ丘町役場　大会議室' }]);
    expect(items(paper)).toEqual(['○開会', '○議題', '・計画の修正について^1', '○閉会']);
  });

  it('is a call to a meeting, whose name and items stand behind labels', () => {
    const paper = read(['会議開催通知', '', '会議名　　第3回 霧ヶ丘市都市計画審議会', '日　時　　令和6年8月19日（月）午後2時', '会　場　　文化会館', '案　件　　議案第1号　用途の変更について', '　　　　　報告第1号　改定の状況について']);
    expect(paper.meetings[0]?.label).toBe('第3回 霧ヶ丘市都市計画審議会');
    expect(items(paper)).toEqual(['議案第1号用途の変更について', '報告第1号改定の状況について']);
  });

  it('is what 「議事日程（第４号）」 stands over', () => {
    expect(read(['霧ヶ丘市特別委員会', '議事日程（第４号）', '　　　　令和６年９月１８日　午前１０時開議', '日程第１　署名委員の指名', '日程第２　条例の一部改正について']).kind).toBe('agenda');
  });
});

describe('minutes by subject', () => {
  it('keep what was laid before the meeting apart from what was said in it', () => {
    const paper = read(['# 第3回霧ヶ丘市図書館委員会 議事要旨', '', '- 日時：R6.9.18(水)', '- 出席：小野委員長、沢田委員', '', '## 1 議事要旨', '', '### (1) 移動図書館について', '', '#### 【課題】', '', '- ・巡回車が古い。', '', '#### 【他市の事例】', '', '- ・小学校の昼休みに合わせた巡回（伊万里市）', '', '#### 【主な意見】', '', '- ・数だけで外すべきでない。']);
    expect(paper.records.map(({ kind, text, cities }) => [kind, text, ...cities])).toEqual([['issue', '巡回車が古い。'], ['example', '小学校の昼休みに合わせた巡回', '伊万里市'], ['statement', '数だけで外すべきでない。']]);
  });

  it('name their meeting without 「の会議結果」, and have a section for those who were there where they are numbered', () => {
    const paper = read(['　令和6年度第1回霧ヶ丘市審議会の会議結果', '', '１　日時　　令和6年7月22日（月）', '２　出席者', '　　会長　小野　哲（霧ヶ丘大学）', '３　会議の内容', '', '（会長）よい。', '（小野会長）始める。']);
    expect(paper.meetings[0]?.label).toBe('令和6年度第1回霧ヶ丘市審議会');
    expect(heads(paper)).toEqual(['２出席者', '３会議の内容']);
  });
});

describe('a paper on a committee', () => {
  it('says what the committee is for over two lines, and what it treats', () => {
    const paper = read(['霧ヶ丘市審議会委員名簿', '', '１　設置の目的', '　経営の健全化を図るため、市長の諮問に応じ、料金', '　及び使用料の水準を審議する。', '', '２　所掌事務', '　(1) 料金の改定に関すること。', '', '３　委員', '氏名\t所属', '小野　哲\t霧ヶ丘大学', '沢田　ゆかり\t公募', '']);
    expect(paper.records.map(({ kind, text }) => `${kind}|${text}`)).toEqual(['purpose|経営の健全化を図るため、市長の諮問に応じ、料金及び使用料の水準を審議する。', 'deliberation_item|料金の改定に関すること。']);
    expect(paper.members).toHaveLength(2);
  });

  it('is a list of members where its title says 構成, whatever plan the committee is for', () => {
    expect(['霧ヶ丘市推進計画検討委員会の構成及び検討経過', '霧ヶ丘市総合計画審議会の委員構成', '行動計画策定部会の構成'].map((title) => read([`# ${title}`, '', '| 氏名 | 所属 |', '|---|---|', '| 小野 哲 | 公募 |', '']).kind)).toEqual(['member-list', 'member-list', 'member-list']);
  });
});

describe('the outcome of a public comment', () => {
  it('has what comes next as meetings, and no city in 「意見と市の考え方」', () => {
    const paper = read(['# こども計画（案）に対する意見と市の考え方', '', '## 意見', '', '| 意見 | 市の考え方 |', '|---|---|', '| 図がほしい。 | 追加します。 |', '', '## 今後の流れ', '', '- 第4回検討委員会（令和4年10月中旬）　案の検討', '', '## 計画の策定時期', '', '計画の公表　令和5年3月下旬', '']);
    expect(paper.meetings.map(({ label, start }) => [label, start])).toEqual([['第4回検討委員会', '2022-10-11'], ['計画の公表', '2023-03-21']]);
    expect(paper.municipality).toBeNull();
  });
});

describe('a list of members', () => {
  const TITLE = '霧ヶ丘市環境審議会　委員名簿';

  it('begins below a line in brackets, with no blank line between', () => {
    expect(names(read([TITLE, '', '（五十音順・敬称略）', '　氏　名　　　　　所属・職名　　　　　備考', '　青森　一郎　　　北大学教授　　　　　会長', '　千葉　さやか　　公募市民']))).toEqual(['青森　一郎', '千葉　さやか']);
  });

  it('leaves the mark of a note off a name, and who was there before is none', () => {
    expect(people(read([TITLE, '', '| 氏名 | 所属 |', '|---|---|', '| 梶谷 勇※ | 消防団 |', '| 宮崎 勝（※1） | 協議会 |', '| 長野 花子＊ | 婦人会 |', '', '＊ 前任：富山 茂']))).toEqual(['梶谷 勇|-|消防団|-', '宮崎 勝|-|協議会|-', '長野 花子|-|婦人会|-']);
    expect(people(read([TITLE, '', '１　会　長　　宮城　正人　　大学教授', '２　委　員　　梶谷　勇※　　消防団', '', '※令和6年9月就任']))).toEqual(['宮城　正人|会長|大学教授|-', '梶谷　勇|-|消防団|-']);
  });

  it('takes ◎ behind a row for its role, and 「1号委員（…）」 for the field below it', () => {
    expect(people(read([TITLE, '', '１号委員（学識経験者）', '　大阪　豊（大学教授）◎', '　奈良　恵子（元館長）○', '', '◎会長　○副会長']))).toEqual(['大阪　豊|会長|大学教授|学識経験者', '奈良　恵子|副会長|元館長|学識経験者']);
  });

  it('reads a label a line', () => {
    expect(people(read([TITLE, '', '氏名　石川 俊介', '所属　小学校長会', '役職　委員長', '', '氏名　富山 由紀', '所属　ＰＴＡ連合会', '役職　委員']))).toEqual(['石川 俊介|委員長|小学校長会|-', '富山 由紀|-|ＰＴＡ連合会|-']);
  });

  it('has the role first whatever the gap behind it, and 民生委員 is what one is', () => {
    expect(people(read([TITLE, '', '副会長　小学校長会　会長　　　長野　花子', '民生委員　　　　　　　　　　福島　健', '委　　員　　　長　野　　　孝　　　弁護士']))).toEqual(['長野　花子|副会長|小学校長会　会長|-', '福島　健|-|民生委員|-', '長野 孝|-|弁護士|-']);
  });

  it('set in two side by side is read down the left side, then the right', () => {
    expect(people(read([TITLE, '', '| 氏名 | 所属 | 氏名 | 所属 |', '|---|---|---|---|', '| 千葉 さやか | 大学 | 福島 健 | 商工会 |', '| 長野 花子 | 婦人会 | 山口 進 | 公募 |']))).toEqual(['千葉 さやか|-|大学|-', '長野 花子|-|婦人会|-', '福島 健|-|商工会|-', '山口 進|-|公募|-']);
  });

  it('is no talk though a role and a colon stand in front of each', () => {
    expect(people(read(['# 霧ヶ丘市交通会議の進め方', '', '## 委員名簿', '', '- 会長：千葉 さやか（大学教授）', '- 委員：長野 花子（婦人会）']))).toEqual(['千葉 さやか|会長|大学教授|-', '長野 花子|-|婦人会|-']);
  });

  it('set with spaces gives a short row its cells from the left', () => {
    expect(people(read(['霧ヶ丘市計画　策定スケジュール', '', '１　委員', '氏名　　　分野　　　　所属　　　　　　　　　役職', '青木 誠　　学識経験　　大学 教授　　会長', '千葉 さやか　　子育て　　ＮＰＯ法人こそだてひろば'])).at(-1)).toBe('千葉 さやか|-|ＮＰＯ法人こそだてひろば|子育て');
  });
});

describe('a list that only says 委員名簿', () => {
  it('is one, its sections what people are there for, and 事務局 among them holds no member', () => {
    const paper = read(['委員名簿', '', '【学識経験者】', '千葉　さやか　　大学教授　　　　会長', '福島　健　　　　弁護士会', '', '【事務局】', '静岡　太郎　　　企画課長']);
    expect([paper.kind, ...people(paper)]).toEqual(['member-list', '千葉　さやか|会長|大学教授|学識経験者', '福島　健|-|弁護士会|学識経験者']);
  });

  it('may have the role in a bracket, its letters set apart', () => {
    expect(people(read(['霧ヶ丘市審議会委員名簿', '', '　　千葉　さやか　　（会　長）　　大学教授', '　　福島　健　　　　　　　　　　　入居者代表']))).toEqual(['千葉　さやか|会長|大学教授|-', '福島　健|-|入居者代表|-']);
  });
});

describe('a schedule', () => {
  const rows = ({ meetings }: RecognisedPaper) => meetings.map(({ label, start }) => `${label}|${start}`);

  it('begins with its first row, though a year stands above it like a date on a cover', () => {
    expect(rows(read(['霧ヶ丘市計画改定スケジュール（案）', '', '令和６年', '　５月　　第１回会議', '　９月　　第２回会議', '令和７年', '　３月　　公表']))).toEqual(['第１回会議|2024-05-01', '第２回会議|2024-09-01', '公表|2025-03-01']);
  });

  it('has the first meeting, which stands alone on its line as the others do', () => {
    expect(rows(read(['霧ヶ丘市検討委員会　開催日程', '', '第１回', '　日時　令和６年６月１１日（火）', '　内容　委員長の選出', '', '第２回', '　日時　令和６年８月６日（火）', '　内容　骨子']))).toEqual(['第１回|2024-06-11', '第２回|2024-08-06']);
  });

  it('has counted meetings below any heading', () => {
    expect(rows(read(['霧ヶ丘市計画　策定スケジュール', '', '１　審議会', '・第1回審議会（R6.5.14）', '', '２　庁内体制', '令和6年4月18日　第1回本部会議　方針の決定']))).toEqual(['第1回審議会|2024-05-14', '第1回本部会議|2024-04-18']);
  });
});
