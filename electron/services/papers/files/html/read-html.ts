import { parse } from 'parse5';
import { AppError } from '../../../../contract/errors.ts';
import { decodeText, type PaperEncoding } from '../decode-text.ts';
import type { PaperText, Progress } from '../paper-text.ts';
import { PaperWriter } from '../paper-writer.ts';
import { writePage } from './html-writer.ts';

/** A page of more tags than this is no paper; each takes some hundred bytes of memory. */
const MOST_TAGS = 200_000;

/**
 * Reads a web page, or what Word and Excel save as one, as a browser shows it: headings, lists with their numbers, tables.
 * Tables that only lay a page out are looked through. Nothing the page refers to is fetched.
 * @throws AppError paper-too-large, paper-unpacks-too-large, paper-empty, paper-binary, paper-unreadable-encoding
 */
export function readHtml(fileName: string, bytes: Uint8Array, progress: Progress): PaperText {
  const { text: source, encoding } = decodeText(fileName, bytes, declaredEncoding(bytes));
  if (countOf(source, '<') > MOST_TAGS) throw new AppError('paper-unpacks-too-large', { file: fileName });
  const page = parse(source);
  progress(0, 0);
  const alive = () => progress(0, 0);
  const paper = new PaperWriter(alive);
  writePage(paper, page, alive);
  if (paper.text.trim() === '') throw new AppError('paper-empty', { file: fileName });
  return { text: paper.text, encoding: `HTML（${encoding}）`, furniture: paper.furniture };
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** What the page says of its encoding, in a meta element near its beginning. */
function declaredEncoding(bytes: Uint8Array): PaperEncoding | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const charset = /<meta\b[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? /^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1] ?? '';
  if (/^(?:shift_?jis|sjis|x-sjis|windows-31j|cp932|ms932)$/i.test(charset)) return 'Shift_JIS';
  return /^(?:x-)?euc-?jp$/i.test(charset) ? 'EUC-JP' : undefined;
}
