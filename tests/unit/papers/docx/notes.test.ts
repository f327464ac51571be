import { describe, expect, it } from 'vitest';
import { p, r, styled } from './docx-builder.ts';
import { read, recognised, textsOf } from './reading.ts';

const reference = (id: number, more = '') => `<w:r><w:footnoteReference w:id="${id}"${more}/></w:r>`;
const endReference = (id: number) => `<w:r><w:endnoteReference w:id="${id}"/></w:r>`;
const note = (kind: 'footnote' | 'endnote', id: number, ...paragraphs: readonly string[]) =>
  `<w:${kind} w:id="${id}">${paragraphs.map((text, i) => p(`${i === 0 ? `<w:r><w:${kind}Ref/></w:r>` : ''}${r(text)}`)).join('')}</w:${kind}>`;
const rule = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>';

describe('notes', () => {
  it('are numbered by their marks and stand at the end, where the recogniser reads them', () => {
    const body = styled('1', '現状') + p(r('地区担当職員') + reference(7) + r('を置く。')) + p(r('協議会') + reference(3) + r('と進める。'));
    const parts = { body, footnotes: rule + note('footnote', 3, ' まちづくり協議会の略。') + note('footnote', 7, '地区担当職員：各地区に', '一人を置く。') };
    expect(textsOf(parts).slice(1)).toEqual(['地区担当職員※1を置く。', '協議会※2と進める。', '※1 地区担当職員：各地区に<br>一人を置く。', '※2 まちづくり協議会の略。']);
    expect(recognised(parts).footnotes).toMatchObject([{ marker: '※1', term: '地区担当職員', text: '各地区に 一人を置く。' }, { marker: '※2', text: 'まちづくり協議会の略。' }]);
  });

  it('use the sign the writer set before the number, and the writer\'s own marks', () => {
    const own = `<w:footnote w:id="5">${p('＊ 令和6年度の値')}</w:footnote>`;
    const body = p(r('窓口※') + reference(4) + r('と出張所') + reference(5, ' w:customMarkFollows="1"') + r('＊'));
    expect(textsOf({ body, footnotes: note('footnote', 4, '区役所の窓口') + own })).toEqual(['窓口※1と出張所＊', '※1 区役所の窓口', '＊ 令和6年度の値']);
  });

  it('at the end of the paper are told apart from those of the page', () => {
    const body = p(r('甲') + reference(1) + r('乙') + endReference(1));
    expect(textsOf({ body, footnotes: note('footnote', 1, '甲の注'), endnotes: note('endnote', 1, '乙の注') })).toEqual(['甲※1乙（注1）', '※1 甲の注', '（注1） 乙の注']);
    expect(textsOf({ body: p(r('乙') + endReference(1)), endnotes: note('endnote', 1, '乙の注') })).toEqual(['乙※1', '※1 乙の注']);
  });

  it('that nothing cites any more are kept outside the reading, and a mark without a note is left out', () => {
    const gone = `<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r>${reference(1)}</w:del>`;
    const parts = { body: styled('1', '課題') + p(r('①窓口が混む。') + reference(9) + gone), footnotes: note('footnote', 1, '残った注') };
    expect(textsOf(parts)).toEqual(['# 課題', '①窓口が混む。<del>旧</del>', '残った注']);
    expect(recognised(parts).records.map(({ text }) => text)).toEqual(['窓口が混む。']);
  });
});

describe('heads and feet of pages, and remarks', () => {
  const section = '<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/><w:footerReference w:type="default" r:id="f1"/></w:sectPr>';
  const parts = {
    body: styled('1', '課題') + p('①窓口が混む。', section) + p('②待ち時間が長い。') + section,
    headers: { h1: p('資料１'), h2: p('検討会資料') }, footers: { f1: p('- 1 -') },
    comments: `<w:comments><w:comment w:id="0" w:author="森">${p('数字を確認')}${p('至急')}</w:comment></w:comments>`.replace(/<\/?w:comments>/g, ''),
  };

  it('stand in the text once each, and are no part of the reading', () => {
    const { text, furniture = [] } = read(parts);
    expect(furniture.map(({ start, end }) => text.slice(start, end))).toEqual(['資料１', '検討会資料', '- 1 -', '〔コメント　森〕数字を確認<br>至急']);
    const paper = recognised(parts);
    expect(paper.records.map((record) => record.text)).toEqual(['窓口が混む。', '待ち時間が長い。']);
    expect(paper.rest.map(({ start, end }) => text.slice(start, end)).join()).toContain('数字を確認');
  });
});
