import { describe, expect, it } from 'vitest';
import type { PdfPage, PdfTag, PdfText } from '../../../support/make-pdf.ts';
import { lines, readPages } from './read-pages.ts';

// Papers of cities that do not exist, with tags as word processors write them.
const at = (x: number, y: number, ...texts: string[]): PdfText[] => texts.map((text, i) => ({ text, x, y: y + i * 14 }));
const cell = (...texts: PdfText[]): PdfTag => ['TD', ['P', ...texts]];

/** The text of a paper with these tags, without its blank lines. */
async function tagged(pages: readonly PdfPage[], ...tags: PdfTag[]): Promise<string[]> {
  return (await readPages(pages, { tags: ['Document', ...tags] })).text.split('\n').filter((line) => line !== '');
}

const plain = async (pages: readonly PdfPage[]) => (await readPages(pages)).text.split('\n').filter((line) => line !== '');

/** A line that fills its column. */
const FULL = (text: string) => text.padEnd(43, '、そして窓口のあり方');

describe('a tagged PDF', () => {
  it('gives the levels of headings that look as the text does', async () => {
    const texts = lines(['検討の進め方', '窓口の見直しを検討する。', '窓口', '予約の受付を始める。']);
    const [title, first, heading, second] = texts;
    if (!title || !first || !heading || !second) throw new Error('four lines');
    expect(await tagged([{ texts }], ['H1', title], ['P', first], ['Sect', ['H3', ['Span', heading]], ['P', second]])).toEqual(['# 検討の進め方', '窓口の見直しを検討する。', '### 窓口', '予約の受付を始める。']);
  });

  it('gives tables without ruling lines, however narrow their cells are', async () => {
    const head = [...at(80, 100, '項目'), ...at(140, 100, '内容')];
    const [label, text] = [at(80, 130, '窓口の', '見直し'), at(140, 130, '予約の受付', 'を始める。')];
    const tags: PdfTag[] = [['Table', ['TR', ...head.map((own): PdfTag => ['TH', own])], ['TR', cell(...label), cell(...text)]]];
    expect(await tagged([{ texts: [...head, ...label, ...text] }], ...tags)).toEqual(['| 項目 | 内容 |', '| 窓口の見直し | 予約の受付を始める。 |']);
  });

  it('leaves the places empty that a cell takes beside its own', async () => {
    const texts = [...at(80, 100, '区分'), ...at(160, 100, '見込みとその理由'), ...at(160, 120, '増える'), ...at(230, 120, '転入'), ...at(160, 140, '減る'), ...at(230, 140, '転出')];
    const [kind, both, a, b, c, d] = texts;
    if (!kind || !both || !a || !b || !c || !d) throw new Error('six cells');
    const table: PdfTag = ['Table', ['TR', ['TD', { RowSpan: 3 }, kind], ['TD', { ColSpan: 2 }, both]], ['TR', cell(a), cell(b)], ['TR', cell(c), cell(d)]];
    expect(await tagged([{ texts }], table)).toEqual(['| 区分 | 見込みとその理由 |  |', '|  | 増える | 転入 |', '|  | 減る | 転出 |']);
  });

  it('finds the columns by their places where empty cells have no tags', async () => {
    const [first, second, third] = [at(80, 100, '項目'), at(160, 100, '６年度'), at(240, 100, '７年度')];
    const [label, value] = [at(80, 120, '窓口'), at(240, 120, '実施')];
    const table: PdfTag = ['Table', ['TR', cell(...first), cell(...second), cell(...third)], ['TR', cell(...label), cell(...value)]];
    expect(await tagged([{ texts: [...first, ...second, ...third, ...label, ...value] }], table)).toEqual(['| 項目 | ６年度 | ７年度 |', '| 窓口 |  | 実施 |']);
  });

  it('puts a row together that the end of a page cuts', async () => {
    const [head, a, b] = [at(80, 760, '項目'), at(80, 780, '窓口の'), at(160, 780, '予約の受付を始め')];
    const [name, c, d, e, f] = [at(160, 760, '内容'), at(80, 60, '見直し'), at(160, 60, 'る。'), at(80, 90, '庁舎'), at(160, 90, '建て替える。')];
    const table: PdfTag = ['Table', ['TR', cell(...head), cell(...name)], ['TR', cell(...a, ...c), cell(...b, ...d)], ['TR', cell(...e), cell(...f)]];
    expect(await tagged([{ texts: [...head, ...name, ...a, ...b] }, { texts: [...c, ...d, ...e, ...f] }], table)).toEqual(
      ['| 項目 | 内容 |', '| 窓口の見直し | 予約の受付を始める。 |', '\f| 庁舎 | 建て替える。 |']);
  });

  it('tells paragraphs apart that fill their lines', async () => {
    const texts = lines([FULL('市は窓口の見直しを検討する'), '有識者の会議を設けて進める', ...Array.from({ length: 12 }, () => FULL('予約の受付を始めるために')), '窓口を見直していくものです。']);
    const [a, b, ...rest] = texts;
    if (!a || !b) throw new Error('two paragraphs');
    expect(await plain([{ texts }])).toHaveLength(2);
    expect(await tagged([{ texts }], ['P', a], ['P', b], ['P', ...rest])).toEqual([a.text, b.text, rest.map(({ text }) => text).join('')]);
  });
});

describe('tags that the page gainsays', () => {
  const texts = [...at(80, 100, '窓口の', '見直し'), ...at(160, 100, '予約の受付', 'を始める。')];

  it.each<[string, PdfTag]>([
    ['rows side by side', ['Table', ...texts.map((text): PdfTag => ['TR', cell(text), ['TD']])]],
    ['a table with other text among its cells', ['Document', ['Table', ['TR', cell(...texts.slice(0, 1)), cell(...texts.slice(2))]], ['P', ...texts.slice(1, 2)]]],
    ['one column', ['Table', ['TR', cell(...texts)]]],
    ['rows from the bottom up', ['Table', ...[1, 0].map((row): PdfTag => ['TR', ...[row, row + 2].map((i) => cell(...texts.slice(i, i + 1)))])]],
  ])('are not followed: %s', async (_, tag) => {
    expect(await tagged([{ texts }], tag)).toEqual(await plain([{ texts }]));
  });

  it('are not followed where each printed line is a paragraph', async () => {
    const wrapped = lines([FULL('窓口の見直しについては市民の'), FULL('声を広く聞きながら'), '会議を設けて検討を進めることとした。']);
    expect(await plain([{ texts: wrapped }])).toHaveLength(1);
    expect(await tagged([{ texts: wrapped }], ...wrapped.map((text): PdfTag => ['P', text]))).toEqual(await plain([{ texts: wrapped }]));
  });

  it('are not followed where two blocks claim one text', async () => {
    const [claimed, one, two, ...rest] = lines(['窓口', '予約', '庁舎', '予約の受付を始める。', '庁舎を建て替える。']);
    if (!claimed || !one || !two) throw new Error('three headings');
    expect(await tagged([{ texts: [claimed, one, two, ...rest] }], ['H1', claimed, one], ['H2', claimed, two], ['P', ...rest])).toEqual(['窓口', '# 予約', '## 庁舎', '予約の受付を始める。', '庁舎を建て替える。']);
  });

  it('are followed in a table alone that stands in a layout', async () => {
    const [label, left, text, right] = texts.map((each): PdfTag => cell(each));
    if (!label || !left || !text || !right) throw new Error('four cells');
    expect(await tagged([{ texts }], ['Table', ['TR', label, ['TD', text, ['Table', ['TR', left, right]]]]])).toEqual(['窓口の　予約の受付', '| 見直し | を始める。 |']);
  });

  it('are not followed where all of a paper is tagged as headings', async () => {
    const long = lines(['窓口の見直しを検討する。', '庁舎の建て替えを検討する。', '出張所の役割を検討する。']);
    expect(await tagged([{ texts: long }], ['H1', ...long.slice(0, 1)], ['H1', ...long.slice(1, 2)], ['H1', ...long.slice(2)])).toEqual(await plain([{ texts: long }]));
  });
});
