import { describe, expect, it } from 'vitest';
import { paperKindOfTitle } from '../../../../electron/services/papers/kinds/paper-kind.ts';
import { recognisePaper } from '../../../../electron/services/papers/recognise-paper.ts';

/** The titles and papers here are of cities that do not exist. */
describe('the kind of a paper', () => {
  it.each([
    ['第3回 みどり市図書館検討会 次第', 'agenda'],
    ['第3回みどり市図書館検討会　会議録（要旨）', 'minutes'],
    ['令和6年度第2回　審議会の議事要旨', 'minutes'],
    ['会議結果の概要', 'minutes'],
    ['みどり市図書館検討会委員名簿', 'member-list'],
    ['委員名簿（令和6年4月1日現在）', 'member-list'],
    ['「みどり市図書館基本方針（案）」に対するパブリックコメントの結果について', 'public-comment'],
    ['意見募集の結果と市の考え方', 'public-comment'],
    ['今後の検討スケジュール（案）', 'schedule'],
    ['年間日程表', 'schedule'],
    ['成果指標一覧', 'indicators'],
    ['実施プログラム　進捗管理シート', 'programme-sheet'],
    ['みどり市行政改革アクションプラン〈概要版〉', 'action-plan'],
    ['図書館基本方針 ～学びの場をつくる～ 【概要版】', 'summary'],
    ['図書館基本方針（素案）', 'basic-policy'],
    ['図書館の在り方に関する審議資料', 'working-paper'],
    ['ごあいさつ', null],
  ] as const)('is told by the title 「%s」', (title, kind) => {
    expect(paperKindOfTitle(title)).toBe(kind);
  });

  it('is told by what the paper holds where its title names none', () => {
    expect(recognisePaper('# 図書館について\n\n【課題】\n\n① 本が古い。\n\n【他都市の取組】\n\n① 電子の本を貸す（川崎市）\n').kind).toBe('working-paper');
    expect(recognisePaper('図書館について\n\n会長：始めます。\n\n木村委員：開館を延ばしてはどうか。\n\n事務局：検討します。\n').kind).toBe('minutes');
  });

  it('is what a person set', () => {
    expect(recognisePaper('# 図書館について\n\n【課題】\n\n① 本が古い。\n', { kind: 'minutes' }).kind).toBe('minutes');
  });
});
