import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PART_LIMIT, UNPACKED_LIMIT, openZip } from '../../../../electron/services/papers/files/zip.ts';
import { refusalOf } from './refusal.ts';

const TEXT = '審議事項。'.repeat(200);
const SOUND = zipSync({ 'word/document.xml': strToU8(TEXT), 'plain.txt': [strToU8('そのまま'), { level: 0 }] });
const textOf = (part: Uint8Array | undefined) => new TextDecoder().decode(part);

/** A copy with a little-endian number put into each directory entry (or the end record) at `offset` behind its signature. */
function rewritten(zip: Uint8Array, signature: number, offset: number, value: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at += 1) if (view.getUint32(at, true) === signature) view.setUint32(at + offset, value, true);
  return copy;
}
const DIRECTORY = 0x02014b50;
const [CRC, PACKED, SIZE, AT] = [16, 20, 24, 42];

describe('a ZIP file', () => {
  it('gives its parts by name, packed or not, in capitals or not', () => {
    const zip = openZip('a.docx', SOUND);
    expect([...zip.names]).toEqual(['word/document.xml', 'plain.txt']);
    expect([zip.read('word/document.xml'), zip.read('Word/Document.XML'), zip.read('plain.txt')].map(textOf)).toEqual([TEXT, TEXT, 'そのまま']);
    expect(zip.read('nothing')).toBeUndefined();
  });

  it('is read where a writer used backslashes, or something stands behind its end', () => {
    expect(textOf(openZip('a.docx', zipSync({ 'word\\document.xml': strToU8(TEXT) })).read('word/document.xml'))).toBe(TEXT);
    expect(textOf(openZip('a.docx', new Uint8Array([...SOUND, ...new Uint8Array(512)])).read('word/document.xml'))).toBe(TEXT);
  });

  it('with nothing in it has no parts', () => {
    expect([...openZip('a.docx', zipSync({})).names]).toEqual([]);
  });

  it.each(Array.from({ length: 40 }, (_, i) => Math.floor((SOUND.length * i) / 40)))('cut off after %d bytes is damaged', (length) => {
    expect(refusalOf(() => openZip('a.docx', SOUND.subarray(0, length)))).toBe('paper-damaged');
  });

  it.each([
    ['is another than it was', rewritten(SOUND, DIRECTORY, CRC, 1)],
    ['is smaller than it says', rewritten(SOUND, DIRECTORY, SIZE, 100_000)],
    ['is larger than it says', rewritten(SOUND, DIRECTORY, SIZE, 10)],
    ['ends outside the file', rewritten(SOUND, DIRECTORY, PACKED, 0x7fffffff)],
    ['stands nowhere', rewritten(SOUND, DIRECTORY, AT, 0x7fffffff)],
    ['stands in the middle of another', rewritten(SOUND, DIRECTORY, AT, 100)],
  ])('whose part %s is damaged', (_name, bytes) => {
    expect(refusalOf(() => openZip('a.docx', bytes).read('word/document.xml'))).toBe('paper-damaged');
  });

  it('under a password says so', () => {
    const copy = SOUND.slice();
    const view = new DataView(copy.buffer);
    for (let at = 0; at + 46 <= copy.length; at += 1) if (view.getUint32(at, true) === DIRECTORY) view.setUint16(at + 8, 1, true);
    expect(refusalOf(() => openZip('a.docx', copy).read('word/document.xml'))).toBe('paper-protected');
  });
});

describe('a ZIP file made to fill the memory', () => {
  const memory = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;

  it('is refused by what a part says of its size, before it is unpacked', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(PART_LIMIT + 1) });
    const before = memory();
    expect(refusalOf(() => openZip('a.docx', bomb).read('word/document.xml'))).toBe('paper-unpacks-too-large');
    expect(memory() - before).toBeLessThan(PART_LIMIT / 2);
  });

  it('is refused where the part says too little', () => {
    const bomb = rewritten(zipSync({ 'word/document.xml': new Uint8Array(PART_LIMIT + 1) }), DIRECTORY, SIZE, 1000);
    expect(refusalOf(() => openZip('a.docx', bomb).read('word/document.xml'))).toBe('paper-damaged');
  });

  it('is refused by the sum of its parts, also where they all stand on the same bytes', () => {
    const size = PART_LIMIT / 2;
    const parts = Array.from({ length: UNPACKED_LIMIT / size + 1 }, (_, i) => `xl/sheet${i}.xml`);
    const bomb = rewritten(zipSync(Object.fromEntries(parts.map((name) => [name, new Uint8Array(size)]))), DIRECTORY, AT, 0);
    const zip = openZip('a.xlsx', bomb);
    expect(refusalOf(() => parts.map((name) => zip.read(name)))).toBe('paper-unpacks-too-large');
  });

  it('is refused by the number of its parts', () => {
    const empty = new Uint8Array(0);
    const bomb = zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [String(i), [empty, { level: 0 }] as const])));
    expect(refusalOf(() => openZip('a.docx', bomb))).toBe('paper-unpacks-too-large');
  });
});
