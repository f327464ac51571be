import { describe, expect, it } from 'vitest';
import type { RecognisedPaper } from '../../../electron/contract/recognised.ts';
import { readLines } from '../../support/read-lines.ts';

// Who sits on a committee and who came, as minutes and lists of cities that do not exist set it out.

const read = (...lines: string[]) => readLines(lines);
const members = ({ members: all }: RecognisedPaper) => all.map(({ name, role, affiliation }) => `${name}|${role ?? '-'}|${affiliation ?? '-'}`);
const said = ({ records }: RecognisedPaper) => records.map(({ kind, text }) => `${kind}|${text}`);

describe('those present', () => {
  it('have role, name and where they come from in columns of their own', () => {
    const paper = read(
      '第2回汐浜市公民館検討委員会 会議録', '', '日　時　　令和6年8月22日（木）', '場　所　　汐浜市役所', '出席者　　委員長　　　安西 正　　　汐浜大学教授', '　　　　　副委員長　　飯島 久美子　汐浜市読書会会長', '　　　　　委　員　　　宇野 由美　　公募市民',
      '欠席者　　委　員　　　江藤 隆　　　税理士', '', '１　議事', '（１）利用状況について', '○事務局　利用は年に1割ずつ減っている。', '２　その他', '　第3回委員会　令和6年10月10日（木）午後1時30分から',
    );
    expect(members(paper)).toEqual(['安西 正|委員長|汐浜大学教授', '飯島 久美子|副委員長|汐浜市読書会会長', '宇野 由美|委員|公募市民', '江藤 隆|委員|税理士']);
    expect(paper.meetings.map(({ label, start }) => `${label}|${start}`)).toEqual(['第2回汐浜市公民館検討委員会|2024-08-22', '第3回委員会|2024-10-10']);
  });

  it('may stand in one cell, with role and calling in one bracket', () => {
    const paper = read(
      '# 令和5年度第1回汐浜市空き家協議会　議事録', '', '| 開催日時 | 令和5年7月6日（木）10時～ |', '| --- | --- |', '| 出席委員 | 安西 義則（会長・弁護士）<br>飯島 さゆり（副会長・建築士）<br>宇野 健（区長会） |', '', '# 1　報告', '', '事務局：58戸である。',
    );
    expect(members(paper)).toEqual(['安西 義則|会長|弁護士', '飯島 さゆり|副会長|建築士', '宇野 健|-|区長会']);
  });

  it('say nothing by being named below a heading', () => {
    const paper = read('# 平成30年度第2回汐浜市水道審議会 会議録', '', '## １　日時', '平成30年10月29日（月）', '## ２　出席委員（2名）', '会長　安西 誠司（汐浜大学）', '委員　飯島 博（商工会）', '## ３　会議の内容', '事務局：収入は前年度より減った。');
    expect(members(paper).toSorted()).toEqual(['安西 誠司|会長|汐浜大学', '飯島 博|委員|商工会']);
    expect(said(paper)).toEqual(['statement|収入は前年度より減った。']);
  });
});

it('titles an outcome by its name and not by the number of its form, and lists ＜会議次第＞ as its agenda', () => {
  const paper = read(
    '様式第3号（第8条関係）', '', '会議結果の概要', '', '会議の名称\t第4回汐浜市交通会議', '開催年月日\tR7.2.4(火)', '出席者\t委員14人、事務局5人', '会長\t安西 克典（汐浜大学教授）', '', '＜会議次第＞', '1\t開会', '2\t運行の結果について', '3\t閉会', '',
    '＜主な意見＞', '◇運行の結果', '・（A委員）予約が朝に集中している。', '・（事務局）運行事業者と調整する。',
  );
  expect([paper.title, paper.kind, ...members(paper)]).toEqual(['会議結果の概要', 'minutes', '安西 克典|会長|汐浜大学教授']);
  expect(said(paper)).toEqual(['agenda|開会', 'agenda|運行の結果について', 'agenda|閉会', 'statement|予約が朝に集中している。', 'statement|運行事業者と調整する。']);
});

describe('a list of members', () => {
  it('may print how a name is read above it or in front of it', () => {
    const paper = read('# 汐浜市文化計画策定委員会 委員名簿', '', '| 区分 | ふりがな<br>氏　名 | 所属 | 備考 |', '| --- | --- | --- | --- |', '| 学識 | あんざい かずま<br>安西 数馬 | 汐浜大学 | 会長 |', '| 公募 | いいじま はるな飯島 春奈 | 市民 | |');
    expect(members(paper)).toEqual(['安西 数馬|会長|汐浜大学', '飯島 春奈|-|市民']);
  });

  it('may be ruled off below the names of its columns, and tell by what it will deliberate', () => {
    const paper = read(
      '汐浜市行政改革委員会委員名簿', '', '区分              氏名                所属等                        職', '--------------------------------------------------------------------------', '学識経験者        ◎ 安西　晃         汐浜大学准教授                会長',
      '各種団体          　 飯島　忠         汐浜商工会議所専務理事        委員', '市民公募          　 宇野　さやか                                   委員', '--------------------------------------------------------------------------', '', '１　審議に当たっての視点', '　・将来の世代に負担を先送りしない財政運営',
    );
    expect(members(paper)).toEqual(['安西　晃|会長|汐浜大学准教授', '飯島　忠|-|汐浜商工会議所専務理事', '宇野　さやか|-|-']);
    expect(said(paper)).toEqual(['viewpoint|将来の世代に負担を先送りしない財政運営']);
  });
});

it('reads the role of those present in a bracket, before all whom it is for or behind each, with or without signs', () => {
  const minutes = (...present: string[]) => read('第4回汐浜市交通会議 会議録', '', '日時：令和6年2月20日（火）', ...present, '', '１　運賃について', '事務局：据え置く案である。');
  const three = ['安西 正|会長|-', '飯島 奈美|副会長|-', '宇野 武|委員|-'];
  expect(members(minutes('出席者：（会長）安西 正　（副会長）飯島 奈美　（委員）宇野 武、江藤 恵'))).toEqual([...three, '江藤 恵|委員|-']);
  expect(members(minutes('出席委員：◎安西 正（会長）　○飯島 奈美（副会長）　宇野 武（委員）'))).toEqual(three);
});
