import { expect, it } from 'vitest';
import { readLines as read, saidIn } from '../../support/read-lines.ts';

// Measures counted beside measures, directions in sentences, reasons in a schedule. The cities are invented.

const heads = (lines: readonly string[]) => read(lines).headings.map(({ level, marker, text }) => `${level}${marker ?? ''}${text}`);
const said = (lines: readonly string[]) => saidIn(read(lines));

it('reads a count of measures as items where one of them has nothing below it', () => {
  const lines = ['汐路町図書館ビジョン【概要版】', '', '■ 主な取組', '(1) 開館時間の延長', '    → 平日は20時まで開館', '(2) 移動図書館の増便', '    → 年24回の巡回', '(3) 電子書籍の貸出し', '(4) 読み聞かせ講座の開催', '', '■ 他団体の取組', '① 駅での返却の受付（花園市）'];
  expect(heads(lines)).toEqual(['1■主な取組', '1■他団体の取組']);
  expect(said(lines).filter((each) => each.startsWith('measure|('))).toHaveLength(4);
  expect(said(lines)).toContain('example|①|駅での返却の受付');
});

it('reads them as items where one says nothing but who does it', () => {
  const lines = ['潮見ヶ丘市自主防災アクションプラン', '', '第１　具体的な取組', '', '柱１　備える地域', '(1) 備蓄倉庫の更新', '   － 毎年２か所の更新', '   担当：防災課', '(2) 訓練の手引の作成', '   担当：防災課、消防署', '', '柱２　助け合う地域', '(1) 名簿の共有', '   担当：福祉課', '(2) 避難所の運営訓練', '   － 年１回の実施', '   担当：防災課'];
  expect(heads(lines)).toEqual(['1第１具体的な取組', '2柱１備える地域', '2柱２助け合う地域']);
  expect(said(lines).filter((each) => each.startsWith('measure|('))).toHaveLength(4);
});

it('keeps numbered measures that all have a list below them as headings', () => {
  const lines = ['潮見ヶ丘市緑化計画', '', '第２　主な取組', '', '(1) 街路樹の更新', '・樹種の見直し', '・根上がりの点検', '', '(2) 公園の再生', '・遊具の更新', '・芝生の整備'];
  expect(heads(lines)).toEqual(['1第２主な取組', '2(1)街路樹の更新', '2(2)公園の再生']);
});

it.each(['方針Ａ', '方針１', '目標①', '視点Ⅰ', '戦略1'])('takes %s in front of a sentence as its number', (marker) => {
  expect(said(['汐路町窓口改革の基本方針', '', '１　改革の基本方針', '', `${marker}　一度出した書類を再び求めない。`])[0]).toMatch(new RegExp(`\\|${marker}\\|一度出した書類を再び求めない。$`));
});

it('keeps why the work is done apart from its steps, and drops what leads in to the members', () => {
  const lines = ['資料２', '汐路町交通計画の改定に係る検討スケジュール', '', '１　改定の背景', '・現行計画の策定から１０年が経過している。', '・町の総合計画との整合を図る必要がある。', '', '２　検討の体制', '協議会に次の委員からなる分科会を置く。', '', '３　令和6年度の日程', '  5/13(月)   第１回分科会   進め方', '  9/10(火)   第２回分科会   素案', '', '４　令和7年度の日程', '  4/24(木)   第３回分科会   最終案', '', '５　改定後の予定', '・令和８年度　時刻表の見直し'];
  expect(said(lines)).toEqual(['background|・|現行計画の策定から１０年が経過している。', 'background|・|町の総合計画との整合を図る必要がある。', 'schedule|・|令和８年度　時刻表の見直し']);
  expect(heads(lines)).toEqual(['1１改定の背景', '1２検討の体制', '1３令和6年度の日程', '1４令和7年度の日程', '1５改定後の予定']);
  expect(read(lines).meetings.map(({ start }) => start)).toEqual(['2024-05-13', '2024-09-10', '2025-04-24']);
});

it.each(['協議会で御議論いただきたい論点を、分野ごとに掲げます。', '論点は次の3点とし、それぞれについて視点及び課題を掲げる。', 'アンケートで寄せられた主な意見です。'])('keeps no record of a sentence that only leads in: %s', (lead) => {
  expect(said(['汐路町空家対策の論点', '', '１　主な課題', '', lead, '', '・連絡先が分からない家が多い。'])).toEqual(['issue|・|連絡先が分からない家が多い。']);
});

it('reads voices as opinions, and what the paper is for as its purpose', () => {
  expect(said(['汐路町居場所づくり方針', '', '１　経緯', '', '本資料は、論点を整理することを目的とする。', '', '２　子どもたちの声', '', '・ボールを使える公園がほしい。'])).toEqual(['purpose|-|本資料は、論点を整理することを目的とする。', 'opinion|・|ボールを使える公園がほしい。']);
});

it.each([
  ['letters set apart', ['学校配置の基本方針（素案）', '令和7年1月', '汐 見 原 市 教 育 委 員 会', '', '第1章　背景', '', '児童が減っている。'], '汐見原市'],
  ['two years in front', ['令和6・7年度 汐見原市地域包括ケア推進会議 構成員一覧', '', '１　目的', '', '・協議する。'], '汐見原市'],
  ['a bracket in front of the office', ['病院経営の論点', '', '１　課題', '', '・医師が足りない。', '', '（事務局）汐見原市健康福祉部病院経営室'], '汐見原市'],
] as const)('tells whose paper it is for all %s', (_, lines, city) => {
  expect(read(lines).municipality).toBe(city);
});
