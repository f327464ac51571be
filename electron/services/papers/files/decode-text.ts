import Encoding from 'encoding-japanese';
import { AppError } from '../../../contract/errors.ts';
import { TEXT_SIZE_LIMIT } from '../../../contract/papers.ts';
import { refuseTooLarge } from './paper-size.ts';

export const PAPER_ENCODINGS = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'Shift_JIS', 'EUC-JP', 'ISO-2022-JP'] as const;
export type PaperEncoding = (typeof PAPER_ENCODINGS)[number];

/** More control characters than this share of the text, and it was never text. */
const CONTROL_SHARE = 0.005;

/**
 * Turns the bytes of a paper into text with \n line ends and no byte order mark.
 * @param file names the paper in a refusal.
 * @param declared what the text says of itself; believed where its bytes allow it.
 * @throws AppError paper-too-large (before anything is decoded), paper-empty, paper-binary, paper-unreadable-encoding.
 */
export function decodeText(file: string, bytes: Uint8Array, declared?: PaperEncoding): { text: string; encoding: PaperEncoding } {
  refuseTooLarge(file, bytes.length, TEXT_SIZE_LIMIT);
  if (bytes.length === 0) throw new AppError('paper-empty', { file });

  const encoding = detectEncoding(bytes, declared);
  if (encoding === null) throw new AppError(bytes.includes(0) ? 'paper-binary' : 'paper-unreadable-encoding', { file });
  const text = decode(bytes, encoding).replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw new AppError('paper-empty', { file });
  if (controlCount(text) > text.length * CONTROL_SHARE) throw new AppError('paper-binary', { file });
  return { text, encoding };
}

function controlCount(text: string): number {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g)?.length ?? 0;
}

function detectEncoding(bytes: Uint8Array, declared?: PaperEncoding): PaperEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  if (bytes.includes(0)) return detectUtf16(bytes);
  if (isUtf8(bytes)) return hasJisEscape(bytes) ? 'ISO-2022-JP' : 'UTF-8';
  const fits = [shiftJisFit(bytes), eucFit(bytes)];
  const [sjis = -1, euc = -1] = fits;
  if (Math.max(sjis, euc) < 0) return null;
  if ((declared === 'Shift_JIS' && sjis >= 0) || (declared === 'EUC-JP' && euc >= 0)) return declared;
  return euc > sjis ? 'EUC-JP' : 'Shift_JIS';
}

/** UTF-16 without a mark shows NUL as half of every line end; the right byte order is the one that reads as Japanese. */
function detectUtf16(bytes: Uint8Array): PaperEncoding | null {
  if (bytes.length % 2 !== 0) return null;
  for (const encoding of ['UTF-16LE', 'UTF-16BE'] as const) {
    const text = decode(bytes, encoding);
    const common = text.match(/[\t\n\r -~\u2460-\u2473\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
    if (common > text.length * 0.85) return encoding;
  }
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // The decoder's only way of saying "not UTF-8".
  }
}

function hasJisEscape(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0x1b); i >= 0; i = bytes.indexOf(0x1b, i + 1)) {
    if (bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x40 || bytes[i + 2] === 0x42)) return true;
  }
  return false;
}

const within = (byte: number | undefined, from: number, to: number): boolean => byte !== undefined && byte >= from && byte <= to;

/** Count of kana (which every Japanese text is full of) if the bytes are well-formed Shift_JIS (CP932), else -1. */
function shiftJisFit(bytes: Uint8Array): number {
  let kana = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i];
    if (within(lead, 0, 0x7f) || within(lead, 0xa1, 0xdf)) continue;
    const trail = bytes[i + 1];
    if (!(within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc))) return -1;
    if (!(within(trail, 0x40, 0x7e) || within(trail, 0x80, 0xfc))) return -1;
    if (lead === 0x82 && within(trail, 0x9f, 0xf1)) kana += 1;
    if (lead === 0x83 && within(trail, 0x40, 0x96)) kana += 1;
    i += 1;
  }
  return kana;
}

/** The same count for EUC-JP. */
function eucFit(bytes: Uint8Array): number {
  let kana = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i];
    if (within(lead, 0, 0x7f)) continue;
    const width = lead === 0x8f ? 3 : 2;
    if (lead !== 0x8e && lead !== 0x8f && !within(lead, 0xa1, 0xfe)) return -1;
    for (let k = 1; k < width; k += 1) if (!within(bytes[i + k], 0xa1, 0xfe)) return -1;
    if (lead === 0xa4 || lead === 0xa5) kana += 1;
    i += width - 1;
  }
  return kana;
}

function decode(bytes: Uint8Array, encoding: PaperEncoding): string {
  // TextDecoder's Japanese tables are not in every Electron build's ICU data, so those come from encoding-japanese.
  if (encoding === 'UTF-8') return new TextDecoder('utf-8').decode(bytes);
  if (encoding === 'UTF-16LE') return new TextDecoder('utf-16le').decode(bytes);
  const from = { 'UTF-16BE': 'UTF16BE', Shift_JIS: 'SJIS', 'EUC-JP': 'EUCJP', 'ISO-2022-JP': 'JIS' } as const;
  return Encoding.convert(bytes, { from: from[encoding], to: 'UNICODE', type: 'string' });
}
