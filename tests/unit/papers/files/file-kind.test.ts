import { strToU8, zipSync } from 'fflate';
import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { fileKind } from '../../../../electron/services/papers/files/file-kind.ts';
import { refusalOf } from './refusal.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const shiftJis = (text: string) => Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }));
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
const office = (main: string) => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [main]: strToU8('<a/>') });
const compound = (...streams: string[]) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...streams.flatMap((name) => [...utf16(`${name}\0`)])]);

describe('what a file is', () => {
  it.each<[string, string, Uint8Array]>([
    ['docx', '資料.docx', office('word/document.xml')],
    ['docx', '資料.xlsx', office('word/document.xml')],
    ['docx', '資料.txt', office('word/document.xml')],
    ['xlsx', '資料.xlsx', office('xl/workbook.xml')],
    ['xlsx', '資料', office('xl/workbook.xml')],
    ['pdf', '資料.pdf', utf8('%PDF-1.7\n')],
    ['pdf', '資料.docx', utf8('%PDF-1.7\n')],
    ['pdf', '資料.pdf', utf8('@PJL ENTER LANGUAGE=PDF\n%PDF-1.4\n')],
    ['text', '覚え書き.txt', utf8('PDF の先頭は %PDF- です。')],
    ['html', '資料.html', utf8('<p>区役所</p>')],
    ['html', '資料.xls', utf8('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>1')],
    ['html', '一覧.xls', shiftJis('\r\n<TABLE border=1><TR><TD>区役所')],
    ['html', '資料.doc', utf8('\uFEFF<!-- 出力 --><!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><HTML>')],
    ['html', '資料.doc', utf16('\uFEFF<html><body>区役所')],
    ['html', '資料.txt', utf8('<!doctype html><title>区役所')],
    ['html', '資料', utf8('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">')],
    ['text', '資料.md', utf8('<table><tr><td>区役所</td></tr></table>\n\n# 区役所')],
    ['csv', '指標.csv', shiftJis('指標,基準値\n')],
    ['csv', '指標.TSV', utf8('指標\t基準値\n')],
    ['csv', '指標.xls', shiftJis('指標\t基準値\r\n')],
    ['text', '資料.txt', utf8('【課題】')],
    ['text', '資料.docx', utf8('【課題】')],
    ['text', '資料.log', utf8('【課題】')],
    ['text', '資料', utf8('<課題>')],
    ['text', '資料.txt', new Uint8Array(0)],
  ])('is told by its content: %s in %s', (kind, name, bytes) => {
    expect(fileKind(name, bytes)).toBe(kind);
  });

  it.each<[string, string, Uint8Array]>([
    ['paper-old-format', '資料.doc', compound('WordDocument')],
    ['paper-old-format', '資料.docx', compound('Workbook')],
    ['paper-old-format', '資料.doc', utf8('{\\rtf1\\ansi')],
    ['paper-old-format', '資料.xml', utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>')],
    ['paper-old-format', '資料.xlsb', office('xl/workbook.bin')],
    ['paper-protected', '資料.docx', compound('EncryptionInfo', 'EncryptedPackage')],
    ['paper-damaged', '資料.docx', zipSync({})],
    ['paper-damaged', '資料.xlsx', office('word/document.xml').slice(0, 100)],
    ['paper-unknown-format', '資料.zip', zipSync({ 'a.txt': utf8('区役所') })],
    ['paper-unknown-format', '資料.pptx', office('ppt/presentation.xml')],
    ['paper-unknown-format', '写真.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['paper-binary', '写真.txt', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['paper-unknown-format', 'setup.exe', Uint8Array.of(0x4d, 0x5a, 0x90, 0)],
  ])('is refused with %s: %s', (code, name, bytes) => {
    expect(refusalOf(() => fileKind(name, bytes))).toBe(code);
  });
});
