import { describe, expect, it } from 'vitest';
import { abstractNum, listed, lvl, MERGED, MERGE_FIRST, num, p, r, span, styled, tbl, tc, tr } from './docx-builder.ts';
import { recognised, textsOf } from './reading.ts';

const rows = (body: string) => textsOf(body).filter((line) => !line.includes('---'));

describe('tables', () => {
  it('have a cell for each column of the grid: a merged one stands first and leaves the others empty', () => {
    const body = tbl([
      [tc('指標', MERGE_FIRST), tc('実績', span(2)), '目標'], [tc('', MERGED), 'R5', 'R6', 'R10'],
      tr(['来庁者数', '10', '12'], '<w:gridBefore w:val="0"/><w:gridAfter w:val="1"/>'),
    ]);
    expect(rows(body)).toEqual(['| 指標 | 実績 |  | 目標 |', '|  | R5 | R6 | R10 |', '| 来庁者数 | 10 | 12 |  |']);
  });

  it('keep paragraphs, breaks, numbers and inner tables in their cell', () => {
    const numbering = abstractNum(0, lvl(0, 'decimalEnclosedCircle', '%1')) + num(1, 0);
    const inner = tbl([['a', 'b'], ['c', 'd']]) + p('');
    const body = tbl([['取組', tc(listed(1, '窓口の統合') + listed(1, '予約制') + p(r('毎週、') + '<w:r><w:br/></w:r>' + r('火曜') + '<w:r><w:br/></w:r>' + r('木曜')))], ['成果', tc(inner)]]);
    expect(textsOf({ body, numbering }).filter((line) => !line.includes('---'))).toEqual(['| 取組 | ①窓口の統合<br>②予約制<br>毎週、火曜<br>木曜 |', '| 成果 | a　b<br>c　d |']);
  });

  it('of one column are a frame around running text', () => {
    const body = p('前') + tbl([[tc(styled('1', '課題') + p('①窓口が混む。') + tbl([['a', 'b']]))]]) + p('後');
    expect(rows(body)).toEqual(['前', '# 課題', '①窓口が混む。', '| a | b |', '後']);
  });

  it('of one row whose cells each open with a numbered heading are boxes of running text', () => {
    const body = tbl([[tc(p('１　背景') + p('・窓口が混む。')), tc(p('２　課題') + p('・職員が足りない。'))]]);
    expect(rows(body)).toEqual(['１　背景', '・窓口が混む。', '２　課題', '・職員が足りない。']);
    expect(rows(tbl([['１　背景', '窓口が混む。']]))).toEqual(['| １　背景 | 窓口が混む。 |']);
  });

  it('right below each other stay two', () => {
    const plan = (item: string) => tbl([['実施項目', '7年度', '8年度'], [item, '検討', '実施']]);
    expect(recognised(plan('窓口') + tbl([['氏名', '所属', '備考'], ['森 花', 'みどり大学', '会長']])).tables).toBe(2);
    expect(recognised(plan('窓口') + p('') + tbl([['氏名', '所属', '備考'], ['森 花', 'みどり大学', '会長']])).members).toMatchObject([{ name: '森 花' }]);
  });

  it('keep their bars apart from those in the text', () => {
    expect(rows(tbl([['a|b', 'c\\'], ['d', 'e']]))).toEqual(['| a\\|b | c\\ |', '| d | e |']);
    expect(recognised(tbl([['課題', '他都市の取組'], ['窓口|受付', '統合（川根市）']])).records.map(({ text }) => text)).toEqual(['窓口|受付', '統合']);
  });

  it('read labels set one letter a line', () => {
    const label = (text: string) => tc(Array.from(text, (letter) => p(letter)).join(''));
    const paper = recognised(styled('2', '1　窓口') + tbl([[label('取組'), '窓口を統合しました。'], [label('課題'), '待ち時間が長い。']]));
    expect(paper.records.map(({ kind, text }) => [kind, text])).toEqual([['measure', '窓口を統合しました。'], ['issue', '待ち時間が長い。']]);
  });

  it('of members and of meetings are read by their columns', () => {
    const paper = recognised(
      styled('1', '1　委員構成') + tbl([['分野', '氏名', '所属'], [tc('学識経験者', MERGE_FIRST), '森 花（会長）', 'みどり大学'], [tc('', MERGED), '林 太郎', '川根短期大学']])
      + styled('1', '2　開催経過') + tbl([['回', '開催日', '議題'], ['第1回', '令和7年6月4日', tc(p('諮問') + p('会長の選任'))], ['第2回', '令和7年7月2日', '現状と課題']]),
    );
    expect(paper.members.map(({ name, field, role }) => [name, field, role])).toEqual([['森 花', '学識経験者', '会長'], ['林 太郎', '学識経験者', null]]);
    expect(paper.meetings.map(({ label, start, topics }) => [label, start, topics])).toEqual([['第1回', '2025-06-04', '諮問\n会長の選任'], ['第2回', '2025-07-02', '現状と課題']]);
  });
});
