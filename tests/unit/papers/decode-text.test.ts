import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../electron/contract/errors.ts';
import { messageFor } from '../../../electron/contract/messages.ts';
import { TEXT_SIZE_LIMIT } from '../../../electron/contract/papers.ts';
import { decodeText } from '../../../electron/services/papers/files/decode-text.ts';

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

  it.each([[''], [' \n\u3000\n'], ['\uFEFF']])('refuses a paper without a character: %j', (text) => {
    expect(refusal('a.txt', utf8(text)).code).toBe('paper-empty');
  });

  it.each([
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
    const error = refusal('大きい.txt', new Uint8Array(50 * 1024 * 1024).fill(0x41));
    expect(performance.now() - started).toBeLessThan(500);
    expect(error).toMatchObject({ code: 'paper-too-large', detail: { file: '大きい.txt', size: '50 MB', limit: '20 MB' } });
    expect(messageFor(error.code, error.detail)).toContain('50 MB');
  });

  it('takes a paper of exactly the limit', () => {
    expect(decodeText('a.txt', new Uint8Array(TEXT_SIZE_LIMIT).fill(0x41)).text).toHaveLength(TEXT_SIZE_LIMIT);
  });
});
