import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { readLines as read } from '../../support/read-lines.ts';

// Minutes and agendas of cities that do not exist, in further forms that offices use side by side.

const records = ({ records: all }: RecognisedPaper) => all.map(({ kind, speaker, text, parent }) => `${kind}|${speaker ?? '-'}|${text}${parent === null ? '' : `^${parent}`}`);
const heads = ({ headings }: RecognisedPaper) => headings.map(({ level, text }) => `${level}${text}`);
const meetings = ({ meetings: all }: RecognisedPaper) => all.map(({ label, start }) => `${label}|${start}`);

describe('signs in front of what is said', () => {
  const minutes = (...lines: string[]) => read(['令和6年度第1回汐浜市景観審議会　会議要旨', '', '日時：令和6年5月21日（火）', '場所：市役所', '出席者：安西会長、飯島委員', '', ...lines]);

  it('stand for who speaks where a legend says so', () => {
    expect(records(minutes('（○：委員　●：事務局　◎：会長）', '', '１　広告の実績について', '●　許可は年320件である。前年並みである。', '○　窓に貼る広告が増えている。基準を', '　　設けるべきではないか。', '◎　次回までに整理されたい。')))
      .toEqual(['statement|事務局|許可は年320件である。前年並みである。', 'statement|委員|窓に貼る広告が増えている。基準を設けるべきではないか。', 'statement|会長|次回までに整理されたい。']);
  });

  it('are two sides where arrows answer, and ⇒ says what was decided', () => {
    expect(records(minutes('１　料金の方針について', '・据え置くことはできないのか、伺いたい。', '　→費用が12％上がっており、難しい。', '○（飯島委員）量を減らすことだけは避けてほしい。', '　→（事務局）今の量を守ることとする。', '⇒１については、委員の意見を付して進めることとした。')))
      .toEqual(['opinion|-|据え置くことはできないのか、伺いたい。', 'response|-|費用が12％上がっており、難しい。^0', 'opinion|飯島委員|量を減らすことだけは避けてほしい。', 'response|事務局|今の量を守ることとする。^2', 'decision|-|１については、委員の意見を付して進めることとした。']);
  });

  it('leave what is said to the speaker in a bracket, whatever the post is called', () => {
    expect(records(minutes('１　調査について', '', '【安西会長】説明を求める。', '', '【学芸員】候補は3件である。', '', '【飯島委員】所有者の同意はあるか。', '', '【事務局】口頭では得ている。')).map((line) => line.split('|')[1])).toEqual(['安西会長', '学芸員', '飯島委員', '事務局']);
  });
});

describe('what minutes hold beside speeches', () => {
  const minutes = (...lines: string[]) => read(['第3回汐浜市文化財審議会　議事録', '', '１　日時', '　　令和6年12月3日（火）', '２　場所', '　　市民館', '３　配布資料', '　　資料１　候補の一覧', '', '４　議事', '会長　候補を調べることでよいか。', '委員　異議なし。', ...lines]);

  it('is no record where it is a row of the head', () => {
    expect(records(minutes())).toEqual(['statement|会長|候補を調べることでよいか。', 'statement|委員|異議なし。']);
  });

  it('is a decision below 協議の結果', () => {
    expect(records(minutes('', '５　協議の結果', '(1) 候補の3件を調べる。')).at(-1)).toBe('decision|-|候補の3件を調べる。');
  });

  it.each([
    [['５　次回の開催', '　第4回審議会　令和7年2月上旬'], '第4回審議会|2025-02-01'],
    [['５　その他', '次回の会議の開催予定は次のとおり。', '第4回：令和7年2月14日（金）'], '第4回|2025-02-14'],
    [['５　次回会議', '　日時：令和7年2月14日（金）14時～'], '次回|2025-02-14'],
  ])('is the next meeting below a line that announces it: %j', (lines, meeting) => {
    expect(meetings(minutes('', ...lines)).at(-1)).toBe(meeting);
  });
});

describe('an agenda with its papers behind it', () => {
  it('ends where the first paper begins, which is read as any working paper', () => {
    const paper = read([
      '# 第2回汐浜市図書館協議会 次第', '', '- 日時：令和6年8月6日（火）10時～', '- 場所：中央図書館', '', '## 議題', '', '1. 開館時間について', '2. その他', '', '## 配布資料', '', '- 資料1 開館時間について', '',
      '# 資料1　開館時間について', '', '## 課題', '', '- 夜間の利用が全体の4％にとどまる。', '', '## 視点', '', '- 働く世代が使える時間に開いているか。', '', '## 今後の日程', '', '| 回 | 時期 | 内容 |', '|---|---|---|', '| 第3回 | 10月下旬 | 素案 |',
    ]);
    expect(records(paper).filter((line) => !line.startsWith('deliberation_item'))).toEqual(['agenda|-|開館時間について', 'agenda|-|その他', 'issue|-|夜間の利用が全体の4％にとどまる。', 'viewpoint|-|働く世代が使える時間に開いているか。']);
    expect(heads(paper).slice(-4)).toEqual(['1開館時間について', '2課題', '2視点', '2今後の日程']);
    expect(meetings(paper)).toEqual(['第2回汐浜市図書館協議会|2024-08-06', '第3回|2024-10-21']);
  });

  it('says nothing by what whoever comes to listen is asked to do', () => {
    expect(records(read(['# 第1回汐浜市子ども会議 次第', '', '- 日時：令和6年8月6日（火）', '- 場所：市民館', '', '## 議題', '', '1. 計画について', '', '## 傍聴について', '', '受付は10分前までに済ませてください。']))).toEqual(['agenda|-|計画について']);
  });
});
