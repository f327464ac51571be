import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../db/dossier/store.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/store.ts';

/** A working paper of an invented city. */
const PAPER = `# 公民館の在り方検討に当たって

## 1. 審議事項

- (1) 公民館の役割
- (2) 公民館の運営

## 2. スケジュール

- 第1回検討会（R8.5.14）
諮問
- 第2回検討会（R8.8 下旬）
内容検討

## 3. 検討のポイント

### (1) 公民館の役割

#### 【基本視点】
- ①だれもが学べる場とする。

#### 【課題】
- ①若い世代の利用が少ない。
- ②夜間の利用に応じられていない。

#### 【他都市の取組】
- ①放課後の学習室を開く（川崎市）

### (2) 公民館の運営

#### 【課題】
- ①職員の異動が早く、地域の事情が引き継がれない。
`;

function paperFile(name: string, content: string | Uint8Array): { folder: string; file: string; store: string } {
  const folder = temporaryFolder();
  const file = join(folder, name);
  writeFileSync(file, content);
  return { folder, file, store: join(folder, 'store.db') };
}

/** A refusal: code 1, nothing on standard output, one Japanese sentence or two on one line of standard error. */
function expectRefusal(result: ReturnType<typeof runCli>, says: RegExp): void {
  expect(result).toMatchObject({ code: 1, out: '' });
  expect(result.error.trimEnd()).not.toContain('\n');
  expect(result.error).toMatch(/[ぁ-ん].*。/);
  expect(result.error).toMatch(says);
}

describe('the command line', () => {
  it('takes a paper in, finds its words, and writes the report in every format', () => {
    const { folder, file, store } = paperFile('paper.md', PAPER);
    expect(runCli(['import', file, '--store', store])).toMatchObject({ code: 0, error: '' });
    const found = runCli(['search', '夜', '--store', store, '--json']);
    expect(JSON.parse(found.out).hits).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'issue', match: '夜', after: '間の利用に応じられていない。' })]));
    for (const format of ['docx', 'md', 'pdf']) {
      const out = join(folder, `審議資料.${format}`);
      expect(runCli(['report', '審議資料', '--store', store, '--out', out])).toMatchObject({ code: 0, error: '' });
      expect(readFileSync(out).length).toBeGreaterThan(500);
    }
  });

  it('prints what it recognised as JSON without a store', () => {
    const { file, store } = paperFile('paper.txt', PAPER);
    const { code, out } = runCli(['import', file, '--json']);
    const paper = JSON.parse(out);
    expect(code).toBe(0);
    expect(paper.title).toBe('公民館の在り方検討に当たって');
    expect(paper.records.filter((record: { kind: string }) => record.kind === 'issue')).toHaveLength(3);
    expect(paper.meetings.map((meeting: { start: string; end: string }) => [meeting.start, meeting.end])).toEqual([['2026-05-14', '2026-05-14'], ['2026-08-21', '2026-08-31']]);
    expect(existsSync(store)).toBe(false);
  });

  it('reads dates a line each', () => {
    const { code, out } = runCli(['date', '--json'], '{"raw":"H26.8 下旬"}\n{"raw":"26年度","context":{"era":"平成"}}\n');
    expect(code).toBe(0);
    expect(out.trim().split('\n').map((line) => JSON.parse(line).start)).toEqual(['2014-08-21', '2014-04-01']);
  });

  it('reads the same paper in Shift_JIS', () => {
    const bytes = Uint8Array.from(Encoding.convert(Encoding.stringToCode(PAPER), { from: 'UNICODE', to: 'SJIS' }));
    const plain = paperFile('paper.txt', PAPER);
    const shiftJis = paperFile('paper.txt', bytes);
    expect(JSON.parse(runCli(['import', shiftJis.file, '--json']).out)).toEqual(JSON.parse(runCli(['import', plain.file, '--json']).out));
  });

  it.each([
    ['no such command', ['nothing']],
    ['a missing operand', ['import']],
    ['a missing store', ['search', '区']],
    ['an option of another command', ['date', '--out', 'x.docx']],
    ['an unknown option', ['import', 'x', '--nothing']],
    ['an unknown form', ['report', '議事録', '--store', 'x', '--out', 'y.docx']],
  ])('answers wrong usage with 2: %s', (_name, args) => {
    const { code, out, error } = runCli(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain('--help');
  });

  it('says how it is used', () => {
    expect(runCli(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('import ファイル') });
  });
});

describe('bad input is refused with a sentence, and nothing is written:', () => {
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['an empty file', 'paper.txt', '', /文字がありません/],
    ['white space alone', 'paper.txt', ' \n　\n', /文字がありません/],
    ['a binary file', 'paper.txt', Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256), /文字のファイルではありません/],
    ['a text of 50 MB', 'paper.txt', 'あ'.repeat(17_500_000), /大きすぎます/],
    ['a paper with nothing to recognise', 'paper.txt', 'きょうは晴れ。\n\nあすも晴れるらしい。\n', /読み取れませんでした/],
    ['a format that is not read', 'paper.xyz', PAPER, /形式/],
  ])('%s', (_name, name, content, says) => {
    const { file, store } = paperFile(name, content);
    expectRefusal(runCli(['import', file, '--store', store]), says);
    expect(existsSync(store)).toBe(false);
  });

  it('a file that is not there', () => {
    const { folder, store } = paperFile('paper.txt', PAPER);
    expectRefusal(runCli(['import', join(folder, 'nothing.txt'), '--store', store]), /見つかりません/);
  });

  it('a date line that is not JSON', () => {
    expectRefusal(runCli(['date', '--json'], '{"raw":\n'), /1行目/);
  });

  it('an export to a name of no known kind', () => {
    const { folder, file, store } = paperFile('paper.md', PAPER);
    runCli(['import', file, '--store', store]);
    expectRefusal(runCli(['report', '審議資料', '--store', store, '--out', join(folder, 'x.xls')]), /\.docx/);
  });

  it('an export into a folder that cannot be written, leaving no half file', () => {
    const { folder, file, store } = paperFile('paper.md', PAPER);
    runCli(['import', file, '--store', store]);
    // Root may write anywhere, but into a file as if it were a folder nobody can.
    writeFileSync(join(folder, 'closed'), '');
    expectRefusal(runCli(['report', '審議資料', '--store', store, '--out', join(folder, 'closed', 'x.docx')]), /書き込めません/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('an export into a read-only folder', () => {
    const { folder, file, store } = paperFile('paper.md', PAPER);
    runCli(['import', file, '--store', store]);
    chmodSync(folder, 0o555);
    expectRefusal(runCli(['report', '審議資料', '--store', store, '--out', join(folder, 'x.docx')]), /書き込めません/);
    chmodSync(folder, 0o755);
  });

  it('a store in use, from a newer program, or damaged', () => {
    const { folder, file, store } = paperFile('paper.md', PAPER);
    const holder = openStore(store);
    expectRefusal(runCli(['import', file, '--store', store]), /ほかの審議帳が使っています/);
    holder.close();
    const newer = join(folder, 'newer.db');
    const database = new Database(newer);
    database.pragma('user_version = 9999');
    database.close();
    expectRefusal(runCli(['search', '区', '--store', newer]), /新しい版/);
    const damaged = join(folder, 'damaged.db');
    writeFileSync(damaged, 'こわれた帳簿'.repeat(500));
    expectRefusal(runCli(['search', '区', '--store', damaged]), /壊れている/);
    expect(readFileSync(damaged, 'utf8')).toBe('こわれた帳簿'.repeat(500));
  });
});
