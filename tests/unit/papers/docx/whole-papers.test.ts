import { describe, expect, it } from 'vitest';
import { compileBasicPolicy } from '../../../../electron/services/reports/compile-basic-policy.ts';
import { compileWorkingPaper } from '../../../../electron/services/reports/compile-working-paper.ts';
import { toDocx } from '../../../../electron/services/reports/to-docx.ts';
import { toMd } from '../../../../electron/services/reports/to-md.ts';
import type { RecognisedPaper } from '../../../../electron/contract/recognised.ts';
import { readPaper } from '../../../../electron/services/papers/read-paper.ts';
import { options, source } from '../../reports/report-fixture.ts';
import { abstractNum, deleted, docx, field, inserted, listed, lvl, num, p, r, STYLES, styled, tbl, tc, type DocxParts } from './docx-builder.ts';
import { recognised, textsOf } from './reading.ts';

const tab = '<w:r><w:tab/></w:r>';

/** A working paper of an invented city (深山市) as a secretariat makes it in Word: headings by style, numbers by lists. */
const workingPaper: DocxParts = {
  styles: STYLES.replace('<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>')
    .replace('<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>'),
  numbering: abstractNum(0, [lvl(0, 'decimal', '%1'), lvl(1, 'decimal', '(%2)')].join('')) + abstractNum(1, lvl(0, 'decimalEnclosedCircle', '%1')) + abstractNum(2, lvl(0, 'bullet', '\uf0b7'))
    + num(1, 0) + [2, 3, 4, 5].map((id) => num(id, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')).join('') + num(9, 2),
  body: [
    p(r('令和7年6月4日'), '<w:jc w:val="right"/>'), p(r('資料１'), '<w:jc w:val="right"/>'), p(''),
    styled('a3', '深山市支所の在り方に関する検討資料'), p(''),
    styled('1', '審議事項'), listed(9, '支所の窓口の在り方'), listed(9, '支所の地域づくりの支援'),
    styled('1', 'スケジュール'),
    tbl([['回', '日程', '内容'], ['第1回', '令和7年6月4日', tc(p('諮問') + p('現状の説明'))], ['第2回', '令和7年8月上旬', '課題の整理']]), p(''),
    styled('1', '検討に当たってのポイント'),
    styled('2', '支所の窓口の在り方'),
    p('【基本視点】'), listed(2, '身近な窓口で手続が済むこと'), listed(2, '職員を生かす体制とすること'),
    p('【課　題】'), listed(3, r('朝夕の窓口が') + deleted('たいへん') + inserted(r('著しく')) + r('混む。')), listed(3, '支所ごとに取扱いが違う。'),
    p('【他都市の取組】'), listed(4, '予約制の窓口を設置（川根市・霧島台市）'), listed(4, '夜間の受付（白波市）'),
    styled('2', '支所の地域づくりの支援'),
    p('【課題】'), listed(5, r('担当職員') + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r('が足りない。')),
    p('※ 今後、支所の職員の配置を見直す。'), p('以　上', '<w:jc w:val="right"/>'),
    '<w:sectPr><w:footerReference w:type="default" r:id="f1"/></w:sectPr>',
  ].join(''),
  footnotes: `<w:footnote w:id="1">${p(`<w:r><w:footnoteRef/></w:r>${r('　担当職員：支所に置く地域づくりの担当')}`)}</w:footnote>`,
  footers: { f1: p(r('- ') + field('PAGE', '1') + r(' -')) },
};

describe('a working paper made in Word', () => {
  const paper = recognised(workingPaper);

  it('gives its title, headings, meetings and notes', () => {
    expect([paper.title, paper.municipality, paper.kind]).toEqual(['深山市支所の在り方に関する検討資料', '深山市', 'working-paper']);
    expect(paper.headings.map(({ level, marker, text }) => `${level} ${marker ?? ''}${text}`)).toEqual([
      '1 1審議事項', '1 2スケジュール', '1 3検討に当たってのポイント', '2 (1)支所の窓口の在り方', '3 【】基本視点', '3 【】課題', '3 【】他都市の取組',
      '2 (2)支所の地域づくりの支援', '3 【】課題',
    ]);
    expect(paper.meetings.map(({ label, start, end, topics }) => [label, start, end, topics])).toEqual([['第1回', '2025-06-04', '2025-06-04', '諮問\n現状の説明'], ['第2回', '2025-08-01', '2025-08-10', '課題の整理']]);
    expect(paper.footnotes).toContainEqual(expect.objectContaining({ marker: '※1', term: '担当職員', text: '支所に置く地域づくりの担当' }));
  });

  it('gives its items and points by their sections, with cities and doubts', () => {
    expect(paper.records.map(({ kind, marker, text, cities, doubt }) => [kind, marker, text, cities.join('・'), doubt ?? ''].join('|'))).toEqual([
      'deliberation_item|・|支所の窓口の在り方||', 'deliberation_item|・|支所の地域づくりの支援||',
      'viewpoint|①|身近な窓口で手続が済むこと||', 'viewpoint|②|職員を生かす体制とすること||',
      'issue|①|朝夕の窓口が著しく混む。||tracked-change', 'issue|②|支所ごとに取扱いが違う。||',
      'example|①|予約制の窓口を設置|川根市・霧島台市|unknown-city', 'example|②|夜間の受付|白波市|unknown-city',
      'issue|①|担当職員※1が足りない。||',
    ]);
  });

  it('is the same whatever prefix and namespace its writer uses', () => {
    for (const other of [{ prefix: 'ns0' }, { strict: true }, { prefix: 'x', strict: true }]) expect(textsOf({ ...workingPaper, ...other })).toEqual(textsOf(workingPaper));
  });
});

describe('papers numbered by hand', () => {
  it('with full-width digits and tabs, full-width spaces for indents and letter-spaced heads', () => {
    const paper = recognised([
      p(r('霧島台市公民館の在り方検討会'), '<w:jc w:val="center"/>'), p(''),
      p(r('１．') + tab + r('現　　状')), p('　利用者が減っている。', '<w:ind w:left="420"/>'),
      p(r('２．') + tab + r('課　　題')), p('　（１）担い手が足りない。'), p('　（２）建物が古い。'),
      p(r('３．') + tab + r('他都市の事例')), p('　・地区の会館に移管（川根市）'),
    ].join(''));
    expect(paper.headings.map(({ text }) => text)).toEqual(['現状', '課題', '他都市の事例']);
    expect(paper.records.map(({ kind, marker, text, cities }) => [kind, marker, text, cities.join()])).toEqual([
      ['background', null, '利用者が減っている。', ''], ['issue', '（１）', '担い手が足りない。', ''], ['issue', '（２）', '建物が古い。', ''], ['example', '・', '地区の会館に移管', '川根市'],
    ]);
  });
});

/** What a paper says, apart from how a number is set apart from its heading and how a note is marked. */
function substance({ headings, records, meetings, members, tables }: RecognisedPaper) {
  const plain = (text: string) => text.replace(/[ 　]/g, '').replace(/\[\^(\d+)\]/g, '※$1');
  return {
    headings: headings.map(({ level, marker, text }) => [level, marker, plain(text)]),
    // Markdown gathers its notes behind the text, as lines.
    records: records.filter(({ text }) => !/^\[\^\d+\]:/.test(text)).map(({ kind, marker, text, cities, parent, under }) => [kind, marker, plain(text), cities, parent, under.map(plain)]),
    meetings: meetings.map(({ label, date_raw, start, end, topics }) => [label, date_raw, start, end, topics]),
    members: members.map(({ name, affiliation, role }) => [name, affiliation, role]),
    tables,
  };
}

describe('our own reports, read back', () => {
  it.each([['審議資料', compileWorkingPaper], ['基本方針', compileBasicPolicy]] as const)('%s says in Word what it says in Markdown', async (_, compile) => {
    const report = compile(source, options);
    const word = await readPaper('報告.docx', toDocx(report));
    const markdown = await readPaper('報告.md', new TextEncoder().encode(toMd(report)));
    expect(word.encoding).toBe('Word');
    expect(substance(word.recognised)).toEqual(substance(markdown.recognised));
    expect(word.recognised.records.length).toBeGreaterThan(10);
  });

  it('has every note of the policy', async () => {
    const report = compileBasicPolicy(source, options);
    const { recognised: paper } = await readPaper('方針.docx', toDocx(report));
    expect(paper.footnotes.map(({ marker }) => marker)).toEqual(report.notes.map(({ number }) => `※${number}`));
  });
});

describe('a Word file of another writer', () => {
  it('is read where it gives no styles, no numbering and no relationships of its own', () => {
    expect(textsOf({ body: p('課題') + listed(4, '①窓口が混む。') })).toEqual(['課題', '①窓口が混む。']);
  });

  it('is read by readPaper as a Word file whatever its name', async () => {
    const { encoding, recognised: paper } = await readPaper('資料.txt', docx(workingPaper));
    expect([encoding, paper.title]).toEqual(['Word', '深山市支所の在り方に関する検討資料']);
  });
});
