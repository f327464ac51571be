import { describe, expect, it } from 'vitest';
import { readLines as read } from '../../support/read-lines.ts';

// Minutes and agendas of a city that does not exist, one a way in which they are laid out.

const HEAD = ['潮見ヶ丘市協議会　会議録', '', '日　時　　令和5年11月20日（月）', '出席者　　青木会長、犬飼委員', '', '１　開会', ''];
const spoken = (lines: readonly string[]) => read([...HEAD, ...lines, '']).records.map(({ kind, speaker, text, parent }) => [kind, speaker, text, ...(parent === null ? [] : [parent])]);

describe('a speaker is named', () => {
  it.each<[string, string[], [string, string][]]>([
    ['with one space behind the name, the sentence going on at the margin', ['○事務局　資料を説明する。一方、', '貸出しは減っている。', '○青木副会長　期限が切れると読めない。費用を', '減らすなら反対である。'],
      [['事務局', '資料を説明する。一方、貸出しは減っている。'], ['青木副会長', '期限が切れると読めない。費用を減らすなら反対である。']]],
    ['by an office that answers for the city', ['会長：よろしいか。', '農政課：次回までに示す。', '市：検討する。'], [['会長', 'よろしいか。'], ['農政課', '次回までに示す。'], ['市', '検討する。']]],
    ['by a letter that comes again', ['Ａ：人を置くべきだ。', 'Ｂ：昼も開けてほしい。', 'Ａ：賛成である。', 'Ｂ：了解した。'], [['Ａ', '人を置くべきだ。'], ['Ｂ', '昼も開けてほしい。'], ['Ａ', '賛成である。'], ['Ｂ', '了解した。']]],
    ['by the surname of somebody present', ['犬飼：人を置くべきだ。', '事務局：検討する。', '青木：よろしいか。'], [['犬飼', '人を置くべきだ。'], ['事務局', '検討する。'], ['青木', 'よろしいか。']]],
    ['by a seat and a name', ['○議長（青木太郎君）　会議を開く。', '○３番（犬飼花子君）　質問する。'], [['議長（青木太郎君）', '会議を開く。'], ['３番（犬飼花子君）', '質問する。']]],
    ['by a full name and a post', ['○犬飼 花子委員　質問する。', '○中央図書館長　答える。'], [['犬飼 花子委員', '質問する。'], ['中央図書館長', '答える。']]],
    ['with a dash or a half bracket', ['会長－よろしいか。', '委員）賛成である。'], [['会長', 'よろしいか。'], ['委員', '賛成である。']]],
    ['letter by letter above what is said', ['会　長', '　よろしいか。', '委　員', '　賛成である。'], [['会長', 'よろしいか。'], ['委員', '賛成である。']]],
    ['in front of a quotation over two lines', ['会長「よろしいか。」', '犬飼委員「賛成である。ただし、費用は', '抑えてほしい。」'], [['会長', 'よろしいか。'], ['犬飼委員', '賛成である。ただし、費用は抑えてほしい。']]],
    ['in a table, offices among them', ['| 発言者 | 発言内容 |', '|---|---|', '| 会長 | よろしいか。 |', '| 農政課 | 説明する。 |', '| 犬飼委員 | 賛成。 |'], [['会長', 'よろしいか。'], ['農政課', '説明する。'], ['犬飼委員', '賛成。']]],
  ])('%s', (_way, lines, said) => expect(spoken(lines)).toEqual(said.map(([speaker, text]) => ['statement', speaker, text])));

  it('by nothing where an office in charge, or one that is only counted, stands before a colon', () => {
    expect(spoken(['会長：よろしいか。', '', '担当課：農政課', '農政課：３名']).filter(([, speaker]) => speaker !== '会長')).toEqual([]);
  });
});

describe('minutes by issue', () => {
  it.each<[string, string[]]>([
    ['before who speaks', ['- 【意見】（犬飼委員）人を置くべきだ。', '- 【回答】（事務局）項目を加える。', '- 【質問】（青木会長）昼も開けるのか。', '- 【回答】（事務局）検討する。', '- 【決定】座長に一任する。']],
    ['with who speaks behind', ['・【意見】人を置くべ', '　きだ。（犬飼委員）', '・【回答】項目を加える。（事務局）', '・（質問）昼も開けるのか。（青木会長）', '・（回答）検討する。（事務局）', '【決定】座長に一任する。']],
  ])('mark opinions and answers %s', (_way, lines) => {
    expect(spoken(lines)).toEqual([
      ['opinion', '犬飼委員', '人を置くべきだ。'], ['response', '事務局', '項目を加える。', 0], ['opinion', '青木会長', '昼も開けるのか。'], ['response', '事務局', '検討する。', 2], ['decision', null, '座長に一任する。'],
    ]);
  });

  it('go on with an opinion on the next line, and answer it behind an arrow', () => {
    expect(spoken(['【意見】人を置くべきだ。', '　昼も開けてほしい。', '⇒ 検討する。'])).toEqual([['opinion', null, '人を置くべきだ。昼も開けてほしい。'], ['response', null, '検討する。', 0]]);
  });
});

describe('the head of minutes', () => {
  it('is set with bars, and lists what is treated in levels', () => {
    const paper = read([
      '会　議　録', '', '会議の名称　｜　令和５年度　第２回　潮見ヶ丘市計画審議会', '開 催 日 時　｜　令和５年９月２８日（木）　９：３０～', '出　席　者　｜　部会長　青木 太郎、委員　犬飼 晋', '欠　席　者　｜　委員　蔵本 栄治', '会 議 次 第　｜', '　　１　開会', '　　２　審議事項', '　　　(1) 素案について', '　　３　閉会', '',
      '１　開会', '企画課長：　開会する。', '２　審議事項', '(1) 素案について', '農政課：　説明する。', '３　閉会',
    ]);
    expect([paper.title, paper.municipality, paper.meetings[0]?.label]).toEqual(['会議録', '潮見ヶ丘市', '令和５年度　第２回　潮見ヶ丘市計画審議会']);
    expect(paper.members.map(({ name, role }) => [name, role])).toEqual([['青木 太郎', '部会長'], ['犬飼 晋', '委員'], ['蔵本 栄治', '委員']]);
    expect(paper.records.map(({ kind, text, parent }) => [kind, text, parent])).toEqual([
      ['agenda', '開会', null], ['agenda', '審議事項', null], ['agenda', '素案について', 1], ['agenda', '閉会', null], ['statement', '開会する。', null], ['statement', '説明する。', null],
    ]);
    expect(paper.headings.map(({ text }) => text)).toEqual(['開会', '審議事項', '素案について', '閉会']);
  });

  it('lists 議題 and papers below their names, which head nothing', () => {
    const paper = read(['潮見ヶ丘市協議会　会議録', '', '日　時　　令和５年９月２８日（木）', '場　所　　会館', '議　題', '　（１）事業について', '　（２）その他', '配布資料　　資料１　事業報告', '　　　　　　資料２　考え方（案）', '', '## 議　事', '', '### （１）事業について', '○会長　よろしいか。']);
    expect(paper.records.map(({ kind, text }) => [kind, text])).toEqual([['agenda', '事業について'], ['agenda', 'その他'], ['statement', 'よろしいか。']]);
    expect(paper.headings.map(({ text }) => text)).toEqual(['議事', '事業について']);
  });

  it.each<[string, string[], [string, string | null][]]>([
    ['roles in front in a row', ['出席者：会長　青木 太郎　副会長　犬飼 晋', '　　　　委員　檜山 拓'], [['青木 太郎', '会長'], ['犬飼 晋', '副会長'], ['檜山 拓', '委員']]],
    ['names without roles', ['出席委員：青木 太郎（会長）、犬飼 晋、檜山 拓', '事務局：企画課長'], [['青木 太郎', '会長'], ['犬飼 晋', null], ['檜山 拓', null]]],
    ['signs', ['出席委員　◎青木太郎、○犬飼晋、檜山拓', '（◎会長、○副会長）'], [['青木太郎', '会長'], ['犬飼晋', '副会長'], ['檜山拓', null]]],
  ])('names who is there by %s', (_way, lines, people) => {
    expect(read(['潮見ヶ丘市協議会　会議録', '', '日時：令和５年９月２８日（木）', ...lines, '', '会長：よろしいか。']).members.map(({ name, role }) => [name, role])).toEqual(people);
  });
});

describe('an agenda', () => {
  const items = (lines: readonly string[]) => read(lines).records.map(({ marker, text, parent }) => [marker, text, parent]);

  it('has parts behind signs, numbers in them and dots in those', () => {
    expect(items(['第２期潮見ヶ丘市審議会（第１回）次第', '', '　と　き　　令和元年５月２３日（木）', '◇　委嘱状交付式', '　　・市長あいさつ', '◇　審議会', '　　①　自己紹介', '　　②　議題', '　　　　・運営について', '　　③　事務連絡', '', '◆　会議資料', '　　　№１　規則'])).toEqual([
      ['◇', '委嘱状交付式', null], ['・', '市長あいさつ', 0], ['◇', '審議会', null], ['①', '自己紹介', 2], ['②', '議題', 2], ['・', '運営について', 4], ['③', '事務連絡', 2],
    ]);
  });

  it('has nothing but signs, below a title that says what it is', () => {
    expect(items(['潮見ヶ丘市協議会　次第', '', '○　開会', '○　議題', '　・計画について', '○　閉会'])).toEqual([['○', '開会', null], ['○', '議題', null], ['・', '計画について', 1], ['○', '閉会', null]]);
  });

  it('treats the date of the next meeting, whatever a bracket says of it', () => {
    expect(items(['# 潮見ヶ丘委員会 次第', '', '1. 開会', '2. その他', '   - 次回の日程について（8月下旬で調整）', '3. 閉会']).map(([, text]) => text)).toEqual(['開会', 'その他', '次回の日程について（8月下旬で調整）', '閉会']);
  });

  it('has the year and the number of its meeting in its title', () => {
    const { title, meetings } = read(['日時　令和７年２月１４日（金）', '場所　本館', '', '令和６年度　第３回　潮見ヶ丘市審議会', '', '次　　第', '', '１　開　会', '２　閉　会']);
    expect([title, meetings[0]?.label]).toEqual(['令和６年度　第３回　潮見ヶ丘市審議会', '令和６年度　第３回　潮見ヶ丘市審議会']);
  });
});

describe('a list of members', () => {
  it('has a title set letter by letter, and a legend that names nobody', () => {
    const { title, members } = read(['潮見ヶ丘市委員会　委　員　名　簿', '', '　　　氏　　名　　　　　　　　所　属　　　　　　　　　選出区分', '　　　青木　太郎（あおき　たろう）　　商工会議所　副会頭　　　産業経済', '　◎　犬飼　晋（いぬかい　すすむ）　　潮見大学　教授　　　　　学識経験者', '', '　◎：委員長　　○：副委員長']);
    expect(title).toBe('潮見ヶ丘市委員会　委員名簿');
    expect(members.map(({ name, affiliation, field, role }) => [name, affiliation, field, role])).toEqual([['青木　太郎', '商工会議所　副会頭', '産業経済', null], ['犬飼　晋', '潮見大学　教授', '学識経験者', '委員長']]);
  });

  it('takes where somebody comes from out of a column 現職', () => {
    const { members } = read(['潮見ヶ丘市検討会　構成員一覧', '', '役職\t氏名\t現職\t専門分野', '座長\t青木 太郎\t潮見大学 教授\t建築', '委員\t犬飼 晋\t公認会計士\t財務']);
    expect(members.map(({ name, affiliation, field }) => [name, affiliation, field])).toEqual([['青木 太郎', '潮見大学 教授', '建築'], ['犬飼 晋', '公認会計士', '財務']]);
  });
});

it('takes 「＊…」 on a schedule as a note, which * in a working paper is not', () => {
  const { footnotes } = read(['潮見ヶ丘市検討会　今後の日程', '', '第１回　令和6年5月14日（火）　諮問', '第２回　令和6年6月下旬　審議', '', '＊第２回以降は、委員の都合を伺って決める。']);
  expect(footnotes.map(({ marker, text }) => [marker, text])).toEqual([['＊', '第２回以降は、委員の都合を伺って決める。']]);
});

it('takes what stands below 審議の結果 or 【決定】 as decided, and not that something was left out as said', () => {
  const decided = (heading: string) => read(['第3回汐浜市水道審議会 議事録', '', '日時：令和7年9月25日（木）', '', '１　更新計画について', '以下、所在地が分かる部分は省略した。', '事務局：順位を付けた。', '会長：案のとおりでよいか。', '', heading, '・更新計画は案のとおりとする。']).records.map(({ kind, text }) => `${kind}|${text}`);
  for (const heading of ['２　審議の結果', '【決定】']) expect(decided(heading)).toEqual(['statement|順位を付けた。', 'statement|案のとおりでよいか。', 'decision|更新計画は案のとおりとする。']);
});

it('begins a speech at each name where the speech above fills its last line', () => {
  const speech = ['宇野委員：工事を担う市内の業者が年々減っており、計画を立てても入札が不調に終わるおそれ', 'があるので、数年分の工事をまとめて発注する方法も、今のうちから詳しく考えておくべきだ。'];
  const texts = read(['第3回汐浜市水道審議会 議事録', '', '日時：令和7年9月25日（木）', '', '１　更新計画について', ...speech, ...speech, ...speech, ...speech]).records.map(({ text }) => text);
  expect(texts).toEqual(Array(4).fill(speech.join('').slice('宇野委員：'.length)));
});
