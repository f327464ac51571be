import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { compileBasicPolicy } from '../../../electron/services/reports/compile-basic-policy.ts';
import { compileWorkingPaper } from '../../../electron/services/reports/compile-working-paper.ts';
import { toDocx } from '../../../electron/services/reports/to-docx.ts';
import { bare, clauseTexts, occurrences, outOfOrder, pointTexts } from './expected-text.ts';
import { partOf, readZip } from './read-zip.ts';
import { options, source } from './report-fixture.ts';

const policy = compileBasicPolicy(source, options);
const docx = toDocx(policy);
const parts = readZip(docx);
const rawText = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

describe('the Word file', () => {
  it('holds every clause once, in order, with nothing between them', async () => {
    const text = bare((await rawText(docx)).replaceAll('※', ''));
    expect(occurrences(text, clauseTexts(source).join(''))).toBe(1);
  });

  it('holds every point of the working paper in order, child lines and cities included', async () => {
    const text = bare(await rawText(toDocx(compileWorkingPaper(source, options))));
    expect(outOfOrder(text, pointTexts(source))).toEqual([]);
    for (const point of pointTexts(source)) expect(occurrences(text, point)).toBe(1);
  });

  it('gives every citation a real footnote with its text', () => {
    const body = partOf(parts, 'word/document.xml');
    const notes = partOf(parts, 'word/footnotes.xml');
    expect([...body.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map((match) => Number(match[1]))).toEqual(policy.notes.map((note) => note.number));
    for (const note of policy.notes) expect(notes).toContain(`>${note.text}<`);
  });

  it('is the same bytes for the same report, and a Word file others can read without complaint', async () => {
    expect(Buffer.compare(Buffer.from(toDocx(policy)), Buffer.from(docx))).toBe(0);
    const { messages } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) });
    expect(messages.filter((message) => message.type === 'error')).toEqual([]);
  });

  it('has a contents list that is filled in: each heading with a link and a page', () => {
    const body = partOf(parts, 'word/document.xml');
    const bookmarks = new Set([...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map((match) => match[1]));
    const lines = [...body.matchAll(/<w:pStyle w:val="TOC\d"\/>.*?<w:hyperlink w:anchor="([^"]+)".*?<w:t xml:space="preserve">(\d+)<\/w:t><\/w:r><w:r><w:fldChar w:fldCharType="end"/g)];
    expect(lines.length).toBe(policy.blocks.filter((block) => block.kind === 'heading' && block.level <= 2).length);
    const pages = lines.map((line) => Number(line[2]));
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    for (const [, anchor] of lines) expect(bookmarks).toContain(anchor);
    expect(body).toContain(' TOC \\o "1-2" \\h \\z ');
  });

  it('uses real heading styles with outline levels, BIZ UD faces for Japanese text, and repeated header rows that do not split', () => {
    const styles = partOf(parts, 'word/styles.xml');
    const body = partOf(parts, 'word/document.xml');
    for (const level of [1, 2, 3, 4, 5]) expect(styles).toMatch(new RegExp(`w:styleId="Heading${level}".*?<w:keepNext/>.*?<w:outlineLvl w:val="${level - 1}"/>`));
    expect(styles).toContain('w:eastAsia="BIZ UDPMincho"');
    expect(styles).toContain('<w:lang w:val="en-US" w:eastAsia="ja-JP"');
    expect(body).toContain('<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>');
    expect(occurrences(body, '<w:tr>')).toBe(occurrences(body, '<w:cantSplit/>'));
  });

  it('numbers pages from the first chapter on, not on cover and contents', () => {
    const sections = [...partOf(parts, 'word/document.xml').matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([section]) => section);
    expect(sections.map((section) => section.includes('w:footerReference'))).toEqual([false, true]);
    expect(sections[1]).toContain('<w:pgNumType w:start="1"/>');
  });

  it('takes any text a person can type: markup, control characters, half a surrogate pair', async () => {
    const title = 'A&B <c> "d" \u0001\u000b\ud800 終';
    const bytes = toDocx({ ...policy, title, blocks: [{ kind: 'title', text: title }], notes: [], cover: null, contents: null });
    expect((await rawText(bytes)).trim()).toBe('A&B <c> "d"  終');
  });
});
