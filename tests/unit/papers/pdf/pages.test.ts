import { describe, expect, it } from 'vitest';
import { makePdf, type PdfPage, type PdfText } from '../../../support/make-pdf.ts';
import { readFile } from '../../../../electron/services/papers/files/read-file.ts';
import { readPdf } from '../../../../electron/services/papers/files/pdf/read-pdf.ts';
import { lines, linesOf, readPages } from './read-pages.ts';

const body = (n: number): PdfText[] => lines([`${n}ページ目の本文は短い。`, '次の行も短い。'], { y: 140 });
const marked = async (pages: readonly PdfPage[]) => {
  const { text, furniture = [] } = await readPages(pages);
  return furniture.map(({ start, end }) => text.slice(start, end));
};

describe('pages of a PDF', () => {
  it('tell running heads and page numbers apart from the text', async () => {
    const pages = [1, 2, 3].map((n) => ({ texts: [{ text: '日向市区役所改革', x: 80, y: 40, size: 8 }, ...body(n), { text: `${n} / 3`, x: 290, y: 815 }] }));
    expect(await marked(pages)).toEqual(['日向市区役所改革', '1 / 3', '日向市区役所改革', '2 / 3', '日向市区役所改革', '3 / 3']);
  });

  it('keep the number of the paper on the first', async () => {
    const pages = [1, 2, 3].map((n) => ({ texts: [{ text: '資料１', x: 480, y: 40 }, ...body(n)] }));
    expect(await marked(pages)).toEqual(['資料１', '資料１']);
    expect((await linesOf(pages))[0]).toBe('資料１');
  });

  it('keep a line that only one page begins with', async () => {
    expect(await marked([1, 2].map((n) => ({ texts: [{ text: n === 1 ? '日向市' : '別の見出し', x: 80, y: 40 }, ...body(n)] })))).toEqual([]);
  });

  it('are read column by column where prose stands in two', async () => {
    const column = (name: string, x: number) => lines([...['一', '二', '三', '四'].map((n) => `${name}${n}行目の文は段の幅いっぱいに続き`), '五行目で終わる。'], { x, y: 150 });
    const texts = [{ text: '両段にまたがる見出しはここに置かれ、二つの段の上に立っている。', x: 80, y: 110 }, ...column('左', 80), ...column('右', 330)];
    const [heading, left, right] = await linesOf([{ texts }]);
    expect(heading).toContain('両段');
    expect(left).toMatch(/^左一行目.*左四行目.*五行目で終わる。$/);
    expect(right).toMatch(/^右一行目.*右四行目.*五行目で終わる。$/);
  });

  it('are read column by column where these stand a letter apart, whatever their lines have beside them', async () => {
    const column = (name: string, x: number, y: number) => lines([`${name}の項目`, ...['一', '二', '三', '四', '五'].map((n) => `${name}${n}行目の文は段の幅いっぱいに続いて次の行に`), '六行目で終わる。'], { x, y });
    const read = await linesOf([{ texts: [...column('左', 60, 100), ...column('右', 290, 100)] }]);
    expect(read.map((line) => line.slice(0, 4))).toEqual(['左の項目', '左一行目', '右の項目', '右一行目']);
    // The right column begins lower, with a line that is set in.
    expect((await linesOf([{ texts: [...column('左', 60, 100), ...column('右', 290, 105)] }])).map((line) => line.slice(0, 4))).toEqual(['左の項目', '左一行目', '右の項目', '右一行目']);
  });

  it('keep a list in one column whose marks stand a letter before their text', async () => {
    const items = ['①', '②', '③', '④', '⑤', '⑥'].flatMap((mark, i) => [{ text: mark, x: 80, y: 100 + i * 17 }, { text: '窓口のあり方を見直すために行う取組の内容', x: 100, y: 100 + i * 17 }]);
    expect(await linesOf([{ texts: items }])).toEqual(['①', '②', '③', '④', '⑤', '⑥'].map((mark) => `${mark}\u3000窓口のあり方を見直すために行う取組の内容`));
  });

  it('in vertical writing are read from the right', async () => {
    const { text, layout } = await readPages([{ texts: [{ text: '審議会は（一）を', x: 500, y: 80, font: 'vertical' }, { text: '検討する。', x: 470, y: 80, font: 'vertical' }] }]);
    expect(text.replace(/\n/g, '')).toBe('審議会は（一）を検討する。');
    expect(layout?.lines[0]).toMatchObject({ x: 495, y: 80, width: 10, height: 80 });
  });

  it('in vertical writing set letter by letter are read alike', async () => {
    const column = (text: string, x: number) => Array.from(text).map((letter, i) => ({ text: letter, x, y: 100 + i * 10 }));
    expect(await linesOf([{ texts: [...column('区役所のあり方を見直すため有識者と市民からなる検討会を設けることとし、委員を公募し', 500), ...column('一年をかけて議論した。', 480)] }])).toEqual(['区役所のあり方を見直すため有識者と市民からなる検討会を設けることとし、委員を公募し一年をかけて議論した。']);
  });

  it('in vertical writing are read tier by tier', async () => {
    const tier = (name: string, y: number) => ['一', '二', '三', '四', '五'].map((n, i) => ({ text: `${name}${n}行目の文は段の幅いっぱいに続いて次の行に`, x: 700 - i * 17, y, font: 'vertical' as const }));
    const texts = [...tier('上', 60), { text: '終わる。', x: 615, y: 60, font: 'vertical' as const }, ...tier('下', 290), { text: '終わる。', x: 615, y: 290, font: 'vertical' as const }];
    const [upper, lower, ...rest] = await linesOf([{ width: 842, height: 595, texts }]);
    expect(upper).toMatch(/^上一行目.*上五行目.*終わる。$/);
    expect(lower).toMatch(/^下一行目.*下五行目.*終わる。$/);
    expect(rest).toEqual([]);
  });

  it('in vertical writing keep the number at their foot out of the lines', async () => {
    const texts = (n: number): PdfText[] => [
      ...['日向市は区役所と出張所の窓口のあり方を見直すため有識者と市民からなる検討会', 'を設け、一年をかけて検討する。'].map((text, i) => ({ text, x: 700 - i * 17, y: 80, font: 'vertical' as const })),
      { text: `${n}`, x: 410, y: 560 },
    ];
    const pages = [1, 2].map((n) => ({ width: 842, height: 595, texts: texts(n) }));
    expect(await marked(pages)).toEqual(['1', '2']);
    expect((await linesOf(pages))[0]).toBe('日向市は区役所と出張所の窓口のあり方を見直すため有識者と市民からなる検討会を設け、一年をかけて検討する。');
  });

  it('in vertical writing set letter by letter keep the spaces between words, and signs without a width in their line', async () => {
    const column = (text: string, x: number, from = 100) => Array.from(text).map((letter, i) => ({ text: letter, x, y: from + i * 10 }));
    const texts = [...column('目的', 500), ...column('窓口のあり方を見直すこと', 500, 122.5), ...column('方法', 480), ...column('委員を公募し一年をかけて議論する', 480, 122.5)];
    expect(await linesOf([{ texts }])).toEqual(['目的 窓口のあり方を見直すこと', '方法 委員を公募し一年をかけて議論する']);
  });

  it('that are turned give lines where they are seen', async () => {
    const { text, layout } = await readPages([{ rotate: 90, texts: [{ text: '横に回した頁', x: 100, y: 400, angle: 90 }] }]);
    expect(text).toBe('横に回した頁\n');
    expect(layout?.pages).toEqual([{ width: 842, height: 595 }]);
    expect(layout?.lines[0]).toMatchObject({ x: 442, y: 91.2, width: 60, height: 10 });
  });

  it('that are cropped give lines from the corner that is seen', async () => {
    const { layout } = await readPages([{ crop: [50, 60, 545, 800], texts: [{ text: '切り抜いた頁', x: 100, y: 160 }] }]);
    expect(layout?.pages).toEqual([{ width: 495, height: 740 }]);
    expect(layout?.lines[0]).toMatchObject({ x: 50, y: 91.2 });
  });

  it('hold what was filled in the fields of a form', async () => {
    const fields = [{ text: '日向市役所', place: [140, 90, 300, 104] as [number, number, number, number] }, { text: '窓口は\n駅前に要る。', place: [140, 120, 300, 150] as [number, number, number, number] }];
    expect(await linesOf([{ texts: [{ text: '提出先', x: 80, y: 100 }, { text: '意見', x: 80, y: 131 }], fields }])).toEqual(['提出先\u3000日向市役所', '意見\u3000窓口は', '駅前に要る。']);
  });

  it('without text are named, and refused where all are', async () => {
    expect((await readPages([{ texts: body(1) }, {}, {}])).warnings).toEqual([{ code: 'pages-without-text', pages: [2, 3] }]);
    await expect(readPages([{}, {}])).rejects.toMatchObject({ code: 'paper-only-pictures', detail: { file: '資料.pdf' } });
  });

  it('under a password are refused, and read where only changes are forbidden', async () => {
    const pages = [{ texts: [{ text: '開ける', x: 80, y: 100, font: 'own' as const }] }];
    await expect(readPages(pages, { lock: { user: 'himitsu', owner: 'o' } })).rejects.toMatchObject({ code: 'paper-protected' });
    expect((await readPages(pages, { lock: { user: '', owner: 'o' } })).text).toBe('開ける\n');
  });

  it('are found where the list of contents is broken, and refused where nothing is left', async () => {
    const whole = makePdf([{ texts: body(1) }]);
    const broken = Buffer.from(whole).toString('latin1').replace(/startxref\n\d+/, 'startxref\n99');
    expect((await readPdf('a.pdf', Uint8Array.from(Buffer.from(broken, 'latin1')), () => {})).text).toContain('1ページ目');
    await expect(readPdf('a.pdf', whole.slice(0, 300), () => {})).rejects.toMatchObject({ code: 'paper-damaged' });
  });

  it('are counted as they are read, and the bytes stay the caller’s', async () => {
    const bytes = makePdf([1, 2, 3].map((n) => ({ texts: body(n) })));
    const before = bytes.slice();
    const steps: string[] = [];
    const { encoding } = await readFile('資料.pdf', bytes, (done, total) => steps.push(`${done}/${total}`));
    expect(encoding).toBe('PDF');
    expect(steps.filter((step, i) => step !== steps[i - 1])).toEqual(['0/0', '0/3', '1/3', '2/3', '3/3']);
    expect(bytes).toEqual(before);
  });
});
