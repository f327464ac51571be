import { describe, expect, it } from 'vitest';
import { deleted, inserted, p, r, styled, tbl, tr } from './docx-builder.ts';
import { read, recognised, textsOf } from './reading.ts';

const endDeleted = (content: string) => `<w:p><w:pPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr>${content}</w:p>`;

describe('tracked changes', () => {
  const changed = styled('1', '課題') + p(r('①窓口が') + deleted('とても') + inserted(r('朝夕に')) + r('混む。')) + p('②待ち時間が長い。');

  it('are shown, counted and read as if they were accepted, in records that say so', () => {
    const { text, warnings } = read(changed);
    expect(text).toContain('①窓口が<del>とても</del><ins>朝夕に</ins>混む。');
    expect(warnings).toEqual([{ code: 'tracked-changes', count: 2 }]);
    const { records } = recognised(changed);
    expect(records.map((record) => [record.text, record.doubt])).toEqual([['窓口が朝夕に混む。', 'tracked-change'], ['待ち時間が長い。', undefined]]);
    expect(text.slice(records[0]?.source.start, records[0]?.source.end)).toBe('①窓口が<del>とても</del><ins>朝夕に</ins>混む。');
  });

  it('of moved text are a deletion and an insertion, and what was inserted and deleted again is gone', () => {
    const moved = '<w:moveFrom w:id="1"><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo w:id="2"><w:r><w:t>新</w:t></w:r></w:moveTo>';
    expect(textsOf(p(moved + inserted(deleted('下書き'))))).toEqual(['<del>旧</del><ins>新</ins><del>下書き</del>']);
  });

  it('join paragraphs whose end was deleted, and give a paragraph deleted as a whole a line of its own', () => {
    expect(textsOf(endDeleted(r('窓口が混み、')) + p('待ち時間も長い。'))).toEqual(['窓口が混み、待ち時間も長い。']);
    expect(textsOf(p('①一') + endDeleted(deleted('②二')) + p('②三'))).toEqual(['①一', '<del>②二</del>', '②三']);
    expect(textsOf(endDeleted(r('最後の行')) + tbl([['a', 'b']])).at(0)).toBe('最後の行');
    expect(textsOf(endDeleted(r('a')) + endDeleted(deleted('b')) + p('c'))).toEqual(['a<del>b</del>c']);
  });

  it('of rows strike out or insert all cells of the row', () => {
    const body = tbl([['視点', '課題'], tr(['窓口', '混雑'], '<w:del w:id="1"/>'), tr(['受付', '予約'], '<w:ins w:id="2"/>')]);
    expect(textsOf(body).slice(2)).toEqual(['| <del>窓口</del> | <del>混雑</del> |', '| <ins>受付</ins> | <ins>予約</ins> |']);
    expect(recognised(body).records.map(({ text, doubt }) => [text, doubt])).toEqual([['受付', 'tracked-change'], ['予約', 'tracked-change']]);
  });

  it('keep their words in the text where the reading leaves them out, line by line', () => {
    const body = styled('1', '課題') + p(`<w:del w:id="1"><w:r><w:delText>①旧</w:delText><w:br/><w:delText>続き</w:delText></w:r></w:del>`) + p(inserted(r('①新しい課題')));
    expect(read(body).text).toMatch(/<del>①旧<\/del> *\n<del>続き<\/del>/);
    expect(recognised(body).records.map(({ text, marker }) => [marker, text])).toEqual([['①', '新しい課題']]);
  });

  it('made by hand, with crossed-out words (見え消し), are read alike', () => {
    const body = styled('1', '課題') + p(r('①窓口が') + r('とても', '<w:strike/>') + r('著しく', '<w:u w:val="single"/>') + r('混む。', '<w:strike w:val="0"/>'));
    expect(read(body).warnings).toEqual([{ code: 'tracked-changes', count: 1 }]);
    expect(recognised(body).records.map(({ text, doubt }) => [text, doubt])).toEqual([['窓口が著しく混む。', 'tracked-change']]);
  });

  it('that leave nothing of a heading leave no heading', () => {
    const body = styled('1', '課題') + styled('2', deleted('旧見出し')) + p('①窓口が混む。');
    expect(recognised(body).headings.map(({ text }) => text)).toEqual(['課題']);
  });

  it('of how a paragraph looks are no changes of the text', () => {
    const body = p('本文', '<w:jc w:val="left"/><w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>');
    expect([textsOf(body), read(body).warnings]).toEqual([['本文'], []]);
  });
});
