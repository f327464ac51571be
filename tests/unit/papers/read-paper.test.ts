import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { isNothingRecognised } from '../../../electron/services/papers/is-nothing-recognised.ts';
import { readPaper } from '../../../electron/services/papers/read-paper.ts';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { toImportJson } from '../../../electron/services/papers/to-import-json.ts';

const bytes = readFileSync(new URL('../../fixtures/papers/hinata.md', import.meta.url));
const text = bytes.toString('utf8');

describe('a paper file', () => {
  it('is named by the SHA-256 of its bytes', async () => {
    expect((await readPaper('資料.md', bytes)).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('reads the same in Shift_JIS with the line ends of Windows', async () => {
    const sjis = Uint8Array.from(Encoding.convert(Encoding.stringToCode(text.replace(/\n/g, '\r\n')), { to: 'SJIS', from: 'UNICODE' }));
    const paper = await readPaper('資料.txt', sjis);
    expect(paper.encoding).toBe('Shift_JIS');
    expect(paper.text).toBe(text);
    expect(paper.recognised).toEqual((await readPaper('資料.md', bytes)).recognised);
  });

  it('gives every record a range that holds its text', async () => {
    const { recognised } = await readPaper('資料.md', bytes);
    for (const { text: words, source, partSources } of recognised.records) {
      const printed = (partSources ?? [source]).map(({ start, end }) => text.slice(start, end)).join('');
      expect(printed.replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
    }
  });

  it.each([
    ['a letter', '前略\n\n先日はお世話になりました。来週またお目にかかります。\n\n草々'],
    ['a shopping list', '- 牛乳\n- 卵\n- 食パン'],
    ['a foreign text', 'The quick brown fox jumps over the lazy dog.\n\nAnd again.'],
    ['one character', 'あ'],
  ])('says that nothing was recognised in %s, and drops none of it', async (_name, plain) => {
    const { recognised, text: kept } = await readPaper('a.txt', new TextEncoder().encode(plain));
    expect(isNothingRecognised(recognised)).toBe(true);
    expect(kept).toBe(plain);
  });

  it('finds something in a paper of a committee', async () => {
    expect(isNothingRecognised((await readPaper('資料.md', bytes)).recognised)).toBe(false);
  });

  it('prints the import format without the app’s own ranges', () => {
    const json = toImportJson(recognisePaper(text));
    expect(Object.keys(json)).toEqual(['kind', 'title', 'municipality', 'headings', 'records', 'meetings', 'members', 'kpis', 'programme', 'tables', 'footnotes', 'rest']);
    expect(JSON.stringify(json)).not.toContain('partSources');
  });
});

describe('texts made to be slow', () => {
  const SIZE = 200_000;
  const times = (unit: string) => unit.repeat(Math.ceil(SIZE / unit.length));
  it.each([
    ['one line', times('あ')],
    ['open brackets', times('（')],
    ['open brackets a line', times('①あ（\n')],
    ['lines that never end', times('あいうえお、\n\n')],
    ['section names', times('【課題】\n')],
    ['numbers', Array.from({ length: SIZE / 10 }, (_, i) => `${(i % 99) + 1} あいうえお`).join('\n')],
    ['half tags', times('<b')],
    ['open cells', `<table>${times('<tr><td>a')}`],
    ['white space', `a${times(' ')}b`],
    ['leaders', times('…')],
    ['bars', times('|')],
    ['notes', times('※1 あ……い\n')],
  ])('takes %s in its stride', (_name, slow) => {
    const started = performance.now();
    recognisePaper(slow);
    // Linear reading takes well under a second; a quadratic one of this size takes minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
