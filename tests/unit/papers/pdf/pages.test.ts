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

  it('in vertical writing are read from the right', async () => {
    const { text, layout } = await readPages([{ texts: [{ text: '審議会は（一）を', x: 500, y: 80, font: 'vertical' }, { text: '検討する。', x: 470, y: 80, font: 'vertical' }] }]);
    expect(text.replace(/\n/g, '')).toBe('審議会は（一）を検討する。');
    expect(layout?.lines[0]).toMatchObject({ x: 495, y: 80, width: 10, height: 80 });
  });

  it('in vertical writing set letter by letter are read alike', async () => {
    const column = (text: string, x: number) => Array.from(text).map((letter, i) => ({ text: letter, x, y: 100 + i * 10 }));
    expect(await linesOf([{ texts: [...column('区役所のあり方を見直すため有識者と市民からなる検討会を設けることとし、委員を公募し', 500), ...column('一年をかけて議論した。', 480)] }])).toEqual(['区役所のあり方を見直すため有識者と市民からなる検討会を設けることとし、委員を公募し一年をかけて議論した。']);
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
