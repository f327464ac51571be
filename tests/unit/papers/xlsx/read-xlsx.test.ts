// The sheets below are of invented cities.
import { describe, expect, it } from 'vitest';
import { recognisePaper } from '../../../../electron/services/papers/recognise-paper.ts';
import { readXlsx } from '../../../../electron/services/papers/files/xlsx/read-xlsx.ts';
import { unaccounted } from '../../../../electron/services/papers/unaccounted.ts';
import { escapeXml, framed, makeXlsx, type MadeCell, type MadeSheet } from './build-xlsx.ts';

const read = (sheets: readonly MadeSheet[], options?: Parameters<typeof makeXlsx>[1]) => readXlsx('sheet.xlsx', makeXlsx(sheets, options), () => {});
const textOf = (rows: MadeSheet['rows'], more: Partial<MadeSheet> = {}) => read([{ rows, ...more }]).text.replace(/ +$/gm, '').replace(/^\|(?: --- \|)+\n/gm, '').trim();
const asides = (paper: ReturnType<typeof readXlsx>) => (paper.furniture ?? []).map(({ start, end }) => paper.text.slice(start, end));

/** Without the places in the text, which two forms of a paper do not share. */
const unplaced = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, each: unknown) => (/source/i.test(key) ? undefined : each)));

/** A programme's yearly sheet, as tab-separated text and as cells, of the same content. */
const PROGRAMME = [
  [['プログラム名', '2', '支所の窓口の見直し'], ['所管課', '市民課、支所']],
  [['【 実施概要 】']],
  [['○支所の窓口を一つにまとめ、手続の案内を一人の職員が最後まで受け持つ。']],
  [['【 実施項目とスケジュール 】']],
  [
    ['実施項目', '5年度', '6年度', '7年度'], ['窓口の統合', '検討', '実施', '⇒'], ['【6年度変更】', '', '検討', '実施'],
    ['上記変更理由', '庁舎の改修に時間を要したため。', '', ''], ['夜間窓口の試行', '準備', '試行', '評価'],
  ],
  [['【 成果 】']],
  [['指標', '基準値(R4)', 'R5', 'R6', '目標値(R8)'], ['①窓口に満足した人の割合', '51.2%', '54.0%', '58.5%', '65%'], ['②夜間窓口の利用者数', '-', '', '1,240人', '2,000人']],
  [['【 取組内容等 】']],
  [['実施項目', '年度', '状況', '取組内容等'], ['窓口の統合', 'R5 取組実績', '検討', '窓口の配置を検討した。'], ['', 'R6 取組予定', '実施', '改修のあと窓口を統合する。'], ['夜間窓口の試行', 'R5 取組実績', '準備', '試行の時間を決めた。']],
];
const programmeText = PROGRAMME.map((block) => block.map((row) => row.join('\t')).join('\n')).join('\n\n');

describe('a workbook', () => {
  it('gives the same programme as the paper in text', () => {
    const rows: MadeCell[][] = [];
    for (const block of PROGRAMME) {
      const isTable = (block[0]?.length ?? 0) > 1;
      rows.push(...(isTable ? framed(block.map((row) => row.map((text) => text || null))) : block.map((row) => row)), []);
    }
    const paper = read([{ rows }]);
    const [fromSheet, fromText] = [recognisePaper(paper.text, { furniture: paper.furniture ?? [] }), recognisePaper(programmeText)];
    expect(fromText.programme.map(({ rows: { length }, progress }) => [length, progress.length])).toEqual([[2, 2], [1, 1]]);
    expect(fromText.kpis).toHaveLength(2);
    for (const part of ['title', 'programme', 'kpis', 'tables'] as const) expect(unplaced(fromSheet[part])).toEqual(unplaced(fromText[part]));
    const texts = ({ records }: typeof fromText) => records.map(({ kind, text, under }) => ({ kind, text, under }));
    expect(texts(fromSheet)).toEqual(texts(fromText));
    expect(unaccounted(paper.text, fromSheet)).toEqual({ missing: [], doubled: [] });
  });

  it('breaks one frame around a whole sheet where its sections begin', () => {
    const rows = framed([['プログラム名', '2', '支所の窓口', null], ['【実施概要】', null, null, null], ['○窓口をまとめる。', null, null, null], ['項目', '5年度', '6年度', '7年度'], ['窓口', '検討', '実施', '']]);
    expect(textOf(rows, { merges: ['C1:D1', 'A2:D2', 'A3:D3'] })).toBe('| プログラム名 | 2 | 支所の窓口 |\n\n【実施概要】\n○窓口をまとめる。\n\n| 項目 | 5年度 | 6年度 | 7年度 |\n| 窓口 | 検討 | 実施 |  |');
  });

  it('keeps a row across the table as a row where the columns go on below', () => {
    const rows = framed([['区分', '件数', '割合'], ['1 窓口', null, null], ['満足', 12, 30], ['2 電話', null, null], ['満足', 8, 20]]);
    expect(textOf(rows, { merges: ['A2:C2', 'A4:C4'] })).toBe('| 区分 | 件数 | 割合 |\n| 1 窓口 |  |  |\n| 満足 | 12 | 30 |\n| 2 電話 |  |  |\n| 満足 | 8 | 20 |');
  });

  it('keeps two tables apart that only a blank row parts', () => {
    const table = framed([['年度', '件数'], ['5年度', 3]]);
    const { text } = read([{ rows: [...table, [], ...framed([['部', '人数'], ['総務', 4]])] }]);
    expect(recognisePaper(text).tables).toBe(2);
  });

  it('shows values as their cells do', () => {
    const rows: MadeCell[][] = [
      ['日付', '割合', '増減', '件数', '済', '参照'],
      [{ value: 42460, format: '[$-411]ggge"年"m"月"d"日"' }, { value: 0.626, format: '0.0%' }, { value: -12, format: '#,##0;▲#,##0' }, { value: 1234, format: '#,##0' }, true, { raw: '<f>A9</f><v>#REF!</v>', type: 'e' }],
      [{ raw: '<f>TODAY()</f><v>45000</v>' }, { raw: '<f>T(1)</f><v>計</v>', type: 'str' }, { raw: '<is><t>直</t></is>', type: 'inlineStr' }, null, false, 0.1],
    ];
    expect(textOf(rows)).toBe('| 日付 | 割合 | 増減 | 件数 | 済 | 参照 |\n| 平成28年3月31日 | 62.6% | ▲12 | 1,234 | TRUE | #REF! |\n| 45000 | 計 | 直 |  | FALSE | 0.1 |');
  });

  it('leaves the readings of kanji out, and joins the runs of a rich text', () => {
    const name = '<r><t>青凪</t></r><r><rPr><b/></rPr><t xml:space="preserve">市 </t></r><r><t>支所</t></r><rPh sb="0" eb="2"><t>アオナギ</t></rPh><phoneticPr fontId="1"/>';
    expect(textOf([[name]])).toBe('青凪市 支所');
  });

  it('shows a merged value once, at its top left', () => {
    const rows = framed([['部', '課', '人数', null], ['総務部', '人事課', '男', '女'], [null, '財政課', 3, 4]]);
    expect(textOf(rows, { merges: ['C1:D1', 'A2:A3'] })).toBe('| 部 | 課 | 人数 |  |\n| 総務部 | 人事課 | 男 | 女 |\n|  | 財政課 | 3 | 4 |');
  });

  it('keeps line ends within a cell, and escapes what the form of the text would take', () => {
    expect(textOf(framed([['視点', '課題'], ['○便利に\n○安く', 'A|B'], ['-', '-']]))).toBe('| 視点 | 課題 |\n| ○便利に<br>○安く | A\\|B |\n| \\- | \\- |');
    expect(textOf([['# 番号'], ['- 引く'], ['<b>太']])).toBe('\\# 番号\n\\- 引く\n\\<b>太');
  });

  it('takes titles above and notes below a table for text', () => {
    const rows: MadeCell[][] = [['表1 窓口の利用'], [null, null, '(単位：人)'], ...framed([['年度', '本庁', '支所'], ['5年度', 10, 20]]), ['※支所は3か所の計']];
    expect(textOf(rows)).toBe('表1 窓口の利用\n\u3000(単位：人)\n\n| 年度 | 本庁 | 支所 |\n| 5年度 | 10 | 20 |\n\n※支所は3か所の計');
  });

  it('reads a column of texts as lines', () => {
    expect(textOf([['1 はじめに'], ['区役所は身近な窓口である。'], [], ['2 課題']])).toBe('1 はじめに\n区役所は身近な窓口である。\n\n2 課題');
  });

  it('reads a page drawn on squares as lines, joined by where they stand', () => {
    const at = (texts: Record<number, string>) => Array.from({ length: 40 }, (_, i) => texts[i] ?? null);
    const rows = [at({ 30: '資料2' }), at({ 0: '1', 2: '日時' }), at({ 2: '令和7年5月1日', 14: '午後2時' }), at({ 0: '2', 2: '議題' }), at({ 2: '(1)', 4: '窓口の在り方' })];
    const text = textOf(rows, { columns: '<cols><col min="1" max="60" width="2.5" customWidth="1"/></cols>', merges: ['C2:R2', 'C3:M3', 'E5:AN5'] });
    expect(text.split('\n').map((line) => line.trim())).toEqual(['資料2', '1 日時', '令和7年5月1日\u3000\u3000午後2時', '2 議題', '(1) 窓口の在り方']);
  });

  it('heads each of several sheets by its name, and begins it on a new page', () => {
    const { text } = read([{ name: '委員名簿', rows: [['青山 一郎']] }, { name: '日程', rows: [['第1回']] }]);
    expect(text.replace(/ +$/gm, '')).toBe('# 委員名簿\n\n青山 一郎\n\n\f# 日程\n\n第1回\n\n');
  });

  it('leaves the name to the tab where a sheet opens with a title of its own', () => {
    const paper = read([{ name: '名簿', rows: [['検討会委員名簿'], [], ['青山 一郎']] }, { name: '日程', rows: [['1 会議'], [], ['第1回']] }]);
    expect(asides(paper)).toEqual(['名簿']);
    expect(paper.text).toContain('# 日程');
  });

  it('takes a number that counts on, or the very name of the tab behind a mark, for the title of the sheet', () => {
    const paper = read([{ name: '概要', rows: [['1 目的'], ['協議の進め方を定める。']] }, { name: '体制', rows: [['2 委員'], [], ['青山 一郎']] }, { name: '日程', rows: [['■ 日程'], [], ['第1回']] }]);
    expect(asides(paper)).toEqual(['体制', '日程']);
    expect(paper.text).toContain('# 概要');
  });

  it('keeps what is hidden as furniture, and says so', () => {
    const rows: MadeCell[][] = [['見える', '列'], ['隠れた行', 'x'], ['また見える', '列2']];
    const paper = read([{ name: '表', rows, hiddenRows: [1], columns: '<cols><col min="2" max="2" hidden="1" width="9"/></cols>' }, { name: '裏', state: 'hidden', rows: [['裏の文']] }]);
    expect(asides(paper)).toEqual(['列', '隠れた行\u3000\u3000x', '列2', '裏の文']);
    expect(paper.warnings).toEqual([{ code: 'hidden-left-out', count: 3 }]);
    expect(paper.text.startsWith('見える  \nまた見える')).toBe(true);
  });

  it('keeps comments as furniture, and the text of shapes in its place', () => {
    const namespaces = 'xmlns:xdr="urn:x" xmlns:a="urn:a"';
    const relation = (id: number, kind: string, target: string) => `<Relationship Id="rId${id}" Type="http://x/${kind}" Target="${target}"/>`;
    const paper = read([{ rows: [['上'], [], ['下']] }], { extra: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relation(1, 'comments', '../comments1.xml')}${relation(2, 'drawing', '/xl/drawings/drawing1.xml')}</Relationships>`,
      'xl/comments1.xml': `<comments><commentList><comment ref="A1" authorId="0"><text><r><t>${escapeXml('要確認 <市>')}</t></r></text></comment></commentList></comments>`,
      'xl/drawings/drawing1.xml': `<xdr:wsDr ${namespaces}><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>枠の</a:t></a:r><a:r><a:t>文</a:t></a:r></a:p><a:p><a:r><a:t>二行目</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>`,
    } });
    expect(paper.text.replace(/ +$/gm, '')).toBe('上\n\n枠の文\n二行目\n\n下\n\nA1 要確認 <市>\n\n');
    expect(asides(paper)).toEqual(['A1 要確認 <市>']);
  });

  it('reads elements under a prefix, as some programs write them', () => {
    const sheet = '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>あ</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(read([{ rows: [] }], { extra: { 'xl/worksheets/sheet1.xml': sheet } }).text.trim()).toBe('あ\u3000\u30002');
  });

  it('refuses a file that holds no workbook, and a workbook that holds no text', () => {
    expect(() => readXlsx('a.xlsx', makeXlsx([], { extra: { 'xl/workbook.xml': '<workbook/>' } }), () => {})).toThrow(expect.objectContaining({ code: 'paper-damaged' }));
    expect(() => read([{ rows: [] }])).toThrow(expect.objectContaining({ code: 'paper-empty' }));
    expect(() => read([{ rows: [['x']] }], { extra: { 'xl/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><styleSheet/>' } })).toThrow(expect.objectContaining({ code: 'paper-damaged' }));
  });

  it('reads a merge over the whole sheet and cells at its far corner at once', () => {
    const started = performance.now();
    const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>z</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048575"/></mergeCells></worksheet>';
    expect(read([{ rows: [] }], { extra: { 'xl/worksheets/sheet1.xml': sheet } }).text).toContain('z');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
