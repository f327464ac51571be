import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../electron/services/papers/files/docx/read-docx.ts';
import { abstractNum, docx, listed, lvl, num, p, r, styled, tbl } from './docx-builder.ts';
import { textsOf } from './reading.ts';

const refusal = (bytes: Uint8Array) => {
  try {
    readDocx('資料.docx', bytes, () => {});
    return 'read';
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};
/** A good file with one part changed, or taken out. */
function withPart(name: string, content: string | null): Uint8Array {
  const files = unzipSync(docx({ body: p('本文') }));
  if (content === null) delete files[name];
  else files[name] = strToU8(content);
  return zipSync(files);
}
const document = (body: string) => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;

describe('damaged Word files are refused as damaged', () => {
  it.each([
    ['without a document', withPart('word/document.xml', null)],
    ['whose document breaks off', withPart('word/document.xml', '<w:document xmlns:w="w"><w:body><w:p>')],
    ['whose styles are broken', withPart('word/styles.xml', '<w:styles')],
    ['that declares entities', withPart('word/document.xml', `<!DOCTYPE x [<!ENTITY a "b">]>${document('')}`)],
    ['that is cut off', docx({ body: p('本文') }).slice(0, 600)],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toBe('paper-damaged');
  });

  it('or as too intricate, where tables stand in tables without end or a part has elements without end', () => {
    const [open, close] = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'];
    expect(refusal(withPart('word/document.xml', document(open.repeat(10_000) + close.repeat(10_000))))).toBe('paper-too-intricate');
    expect(refusal(withPart('word/document.xml', document(`<w:tbl>${'<w:tr/>'.repeat(700_000)}</w:tbl>`)))).toBe('paper-too-intricate');
  });

  it('and an empty one as empty', () => {
    expect(refusal(docx({ body: p('') + '<w:sectPr/>' }))).toBe('paper-empty');
  });
});

describe('odd Word files are read', () => {
  it('with a document of another name, and targets from the root', () => {
    const files = unzipSync(docx({ body: p('本文') }));
    const main = files['word/document.xml'] ?? new Uint8Array();
    const rels = '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    expect(refusal(zipSync({ '_rels/.rels': strToU8(rels), 'word/document2.xml': main }))).toBe('read');
  });

  it('under protection against changes', () => {
    expect(textsOf({ body: p('本文'), settings: '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>' })).toEqual(['本文']);
  });

  it('with properties that are no numbers, styles in a circle and rows of nothing', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const odd = p('本文', '<w:pStyle w:val="a"/><w:outlineLvl w:val="x"/><w:ind w:left="" w:firstLineChars="z"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>');
    const numbering = abstractNum(0, lvl(0, 'decimal', '%9%1')) + num(1, 0) + num(2, 7);
    const table = '<w:tbl/><w:tbl><w:tr/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr></w:tc></w:tr></w:tbl>';
    expect(textsOf({ body: odd + table + listed(2, 'b'), styles, numbering }).filter((line) => !line.startsWith('|'))).toEqual(['本文', 'b']);
  });

  it('in one content control around everything', () => {
    const body = `<w:sdt><w:sdtContent>${p('段落').repeat(60_000)}</w:sdtContent></w:sdt>`;
    expect(textsOf(body)).toHaveLength(60_000);
  });
});

describe('Word files made to stall a reader', () => {
  const within = (seconds: number, body: string) => {
    const bytes = docx({ body });
    const start = performance.now();
    const outcome = refusal(bytes);
    expect(performance.now() - start).toBeLessThan(seconds * 1000);
    return outcome;
  };
  it.each([
    ['spaces without end', p(`a${' '.repeat(1_000_000)}b`), 'read'],
    ['tabs without end', p('<w:r><w:tab/></w:r>'.repeat(100_000) + r('x')), 'read'],
    ['breaks in a heading without end', p('<w:r><w:t>あ</w:t><w:br/></w:r>'.repeat(50_000), '<w:outlineLvl w:val="0"/>'), 'read'],
    ['tags of our own, typed', p('<w:r><w:t>' + '&lt;del&gt;&lt;!--'.repeat(100_000) + '</w:t></w:r>'), 'read'],
    ['fields never closed', p('<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>x</w:t></w:r>'.repeat(50_000)), 'read'],
    ['paragraphs that each run on in the next', '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'.repeat(50_000), 'read'],
    ['wide rows of nothing', `<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr></w:tc></w:tr>'.repeat(100_000)}</w:tbl>`, 'paper-too-intricate'],
    ['paragraphs of nothing', '<w:p/>'.repeat(1_000_000), 'paper-too-intricate'],
  ])('%s', (_, body, outcome) => {
    expect(within(5, body)).toBe(outcome);
  });
});

describe('a long paper', () => {
  const sentence = ['地域の窓口は', '市民に', 'もっとも近い場所であり、', '待ち時間の短縮が', '求められている。'].map((text) => r(text, '<w:sz w:val="21"/>')).join('');
  const page = styled('1', '見出し') + Array.from({ length: 25 }, (_, i) => listed(1, sentence, i % 3)).join('') + tbl(Array.from({ length: 5 }, () => ['a', 'b', 'c']));
  const bytes = docx({ body: page.repeat(200), numbering: abstractNum(0, [lvl(0, 'decimal', '%1'), lvl(1, 'decimal', '(%2)'), lvl(2, 'aiueoFullWidth', '%3')].join('')) + num(1, 0) });

  it('of 200 pages is read well within a second, with signs of life all along', () => {
    readDocx('長い資料.docx', bytes, () => {});
    let signs = 0;
    const start = performance.now();
    readDocx('長い資料.docx', bytes, () => { signs += 1; });
    // Half a second on one free core; the limit allows for a busy machine.
    expect(performance.now() - start).toBeLessThan(2000);
    expect(signs).toBeGreaterThan(50);
  });
});
