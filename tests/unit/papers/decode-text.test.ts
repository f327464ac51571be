import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../electron/contract/errors.ts';
import { messageFor } from '../../../electron/contract/messages.ts';
import { decodeText, PAPER_SIZE_LIMIT } from '../../../electron/services/papers/files/decode-text.ts';

const TEXT = '【課題】\n①避難所の鍵を開けられる人が限られている（みなも市）\n髙橋・㈱～－２－ｱｲｳ\n';
const bytesOf = (to: Encoding.Encoding, text = TEXT) => Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to, from: 'UNICODE' }));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);

function refusal(fileName: string, bytes: Uint8Array): AppError {
  try {
    decodeText(fileName, bytes);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('the bytes of a paper', () => {
  it.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8', utf8(`\uFEFF${TEXT}`)],
    ['UTF-16LE', utf16le(`\uFEFF${TEXT}`)],
    ['UTF-16LE', utf16le(TEXT)],
    ['UTF-16BE', bytesOf('UTF16BE', `\uFEFF${TEXT}`)],
    ['UTF-16BE', bytesOf('UTF16BE')],
    ['Shift_JIS', bytesOf('SJIS')],
    ['EUC-JP', bytesOf('EUCJP')],
    ['ISO-2022-JP', bytesOf('JIS')],
  ] as const)('reads %s', (encoding, bytes) => {
    expect(decodeText('資料.txt', bytes)).toEqual({ text: TEXT, encoding });
  });

  it('reads the line ends of Windows and of old Macs as \\n', () => {
    expect(decodeText('a.md', utf8('一\r\n二\r三\n')).text).toBe('一\n二\n三\n');
  });

  it.each(['a.txt', 'a.TXT', 'a.md', 'a.markdown', 'a.text', '/path/to/資料.txt'])('takes %s', (name) => {
    expect(decodeText(name, utf8(TEXT)).text).toBe(TEXT);
  });

  it.each(['a.docx', 'a.pdf', 'a', 'txt', 'a.txt.exe'])('refuses %s by its name', (name) => {
    expect(refusal(name, utf8(TEXT)).code).toBe('paper-unknown-format');
  });

  it.each([[''], [' \n\u3000\n'], ['\uFEFF']])('refuses a paper without a character: %j', (text) => {
    expect(refusal('a.txt', utf8(text)).code).toBe('paper-empty');
  });

  it.each([
    ['a zip renamed', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)],
    ['a PDF renamed', utf8('%PDF-1.7\n%âãÏÓ')],
    ['a PNG renamed', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['zeros', new Uint8Array(1000)],
    ['control characters', utf8('abc\u0001\u0002\u0003\u0004'.repeat(20))],
  ])('refuses %s as no text', (_name, bytes) => {
    expect(refusal('a.txt', bytes).code).toBe('paper-binary');
  });

  it('refuses what is in no encoding it knows', () => {
    expect(refusal('a.txt', Uint8Array.from({ length: 200 }, (_, i) => (i % 2 ? 0xff : 0x80))).code).toBe('paper-unreadable-encoding');
  });

  it('refuses 50 MB before it decodes anything, and says both sizes', () => {
    const started = performance.now();
    const error = refusal('/tmp/大きい.txt', new Uint8Array(50 * 1024 * 1024).fill(0x41));
    expect(performance.now() - started).toBeLessThan(500);
    expect(error).toMatchObject({ code: 'paper-too-large', detail: { file: '大きい.txt', size: '50 MB', limit: '20 MB' } });
    expect(messageFor(error.code, error.detail)).toContain('50 MB');
  });

  it('takes a paper of exactly the limit', () => {
    expect(decodeText('a.txt', new Uint8Array(PAPER_SIZE_LIMIT).fill(0x41)).text).toHaveLength(PAPER_SIZE_LIMIT);
  });
});
