import { AppError } from '../../../contract/errors.ts';
import { openZip } from './zip.ts';

/** The kinds of file that can be read. */
export type FileKind = 'text' | 'html' | 'csv' | 'docx' | 'xlsx' | 'pdf';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const ZIP = ['PK\x03\x04', 'PK\x05\x06'].map(latin1);
/** The compound file of old Word, Excel and 一太郎, and of newer Office files under a password. */
const COMPOUND = latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
const RTF = latin1('{\\rtf');
/** What people take for a paper and nothing here reads: pictures, archives, databases, programs. */
const FOREIGN = [
  '\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\x00', 'MM\x00*', '\x1f\x8b', '7z\xbc\xaf', 'Rar!', 'SQLite format 3', 'MZ\x90\x00', '\x7fELF',
].map(latin1);

/** A PDF may begin behind a printer's own lines, its mark no later than here (ISO 32000-1, annex H). */
const PDF_WITHIN = 1024;
/** Where the beginning of an HTML page is looked for. */
const HTML_WITHIN = 1024;

const PLAIN = /\.(?:txt|text|md|markdown)$/i;
const HTML = /\.x?html?$/i;
const SHEET = /\.(?:csv|tsv|xls|xlsx)$/i;
const OFFICE = /\.(?:do[ct][xm]?|xl[st][xm]?)$/i;

/**
 * What a file is, by its first bytes; the name counts only between kinds of text, and in a refusal.
 * @throws AppError paper-old-format, paper-protected, paper-damaged, paper-binary, paper-unknown-format for what cannot be read
 */
export function fileKind(file: string, bytes: Uint8Array): FileKind {
  const starts = (magic: Uint8Array) => startsWith(bytes, magic);
  if (ZIP.some(starts)) return kindInZip(file, bytes);
  if (starts(COMPOUND)) throw new AppError(isEncryptedPackage(bytes) ? 'paper-protected' : 'paper-old-format', { file });
  if (starts(RTF)) throw new AppError('paper-old-format', { file });
  const pdf = latin1At(bytes, PDF_WITHIN).indexOf('%PDF-');
  // A text may speak of PDFs; only a file that is no text by its name has the mark anywhere but first.
  if (pdf === 0 || (pdf > 0 && !PLAIN.test(file) && !SHEET.test(file) && !HTML.test(file))) return 'pdf';
  if (FOREIGN.some(starts)) throw new AppError(PLAIN.test(file) || SHEET.test(file) || HTML.test(file) ? 'paper-binary' : 'paper-unknown-format', { file });
  return kindOfText(file, bytes);
}

function kindInZip(file: string, bytes: Uint8Array): FileKind {
  const names = [...openZip(file, bytes).names];
  const has = (folder: string) => names.some((name) => name.startsWith(folder));
  if (!names.includes('[Content_Types].xml')) throw new AppError(OFFICE.test(file) ? 'paper-damaged' : 'paper-unknown-format', { file });
  if (has('word/')) return 'docx';
  if (names.includes('xl/workbook.bin')) throw new AppError('paper-old-format', { file });
  if (has('xl/')) return 'xlsx';
  throw new AppError(OFFICE.test(file) ? 'paper-damaged' : 'paper-unknown-format', { file });
}

/** An Office file under a password is a compound file with these two streams (MS-OFFCRYPTO 2.3.4). Names are UTF-16. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ['EncryptionInfo', 'EncryptedPackage'].every((name) => buffer.includes(`${name}\0`, 0, 'utf16le'));
}

/**
 * Municipal systems export tables as HTML under the names of Excel and Word; such a file begins with a tag. Markdown may
 * begin with a table of its own, so a text by name is HTML only where it says so.
 */
function kindOfText(file: string, bytes: Uint8Array): FileKind {
  const start = latin1At(bytes, HTML_WITHIN).replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (/<\?mso-application|<w:wordDocument|urn:schemas-microsoft-com:office:spreadsheet"/.test(start) && start.startsWith('<?xml')) throw new AppError('paper-old-format', { file });
  const body = start.replace(/^(?:\s+|<\?xml[^>]*>|<!--[^]*?-->)*/, '');
  if (/^<(?:!doctype html|html)\b/i.test(body) || HTML.test(file)) return 'html';
  if (PLAIN.test(file)) return 'text';
  if (/^<(?:head|meta|style|body|table|div|center|title)\b/i.test(body)) return 'html';
  return SHEET.test(file) ? 'csv' : 'text';
}

const startsWith = (bytes: Uint8Array, magic: Uint8Array): boolean => magic.every((byte, i) => bytes[i] === byte);
const latin1At = (bytes: Uint8Array, most: number): string => String.fromCharCode(...bytes.subarray(0, most));
