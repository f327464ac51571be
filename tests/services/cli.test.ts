import { chmodSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../db/dossier/store.ts';
import { docxParts, zipped } from '../support/made-files.ts';
import { OPINIONS, SHEET } from '../support/kept-papers.ts';
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

  it('prints a paper anew from its records, as the kind a person sets', () => {
    const { folder, file } = paperFile('names.txt', '考える会\n\n尾形 実　　霧ヶ丘大学教授\n千々岩 透　　市医師会\n');
    const out = join(folder, '名簿.docx');
    expect(runCli(['import', file, '--kind', 'member-list', '--print', out, '--json'])).toMatchObject({ code: 0 });
    expect(JSON.parse(runCli(['import', out, '--json']).out).members).toMatchObject([{ name: '尾形 実' }, { name: '千々岩 透' }]);
    expect(runCli(['import', file, '--kind', 'nothing'])).toMatchObject({ code: 2 });
    expectRefusal(runCli(['import', file, '--print', join(folder, 'out.xyz')]), /xyz/);
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

  it('prints the JSON of a paper of plain prose too, and says on standard error that nothing was recognised', () => {
    const { file } = paperFile('paper.txt', 'きょうは晴れ。\n\nあすも晴れるらしい。\n');
    const { code, out, error } = runCli(['import', file, '--json']);
    expect({ code, records: JSON.parse(out).records.every(({ kind }: { kind: string }) => kind === 'background') }).toEqual({ code: 0, records: true });
    expect(error).toMatch(/読み取れませんでした/);
  });

  it('reads a Word file, and says on standard error what a person should know of it', () => {
    const hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し文字</w:t></w:r></w:p>';
    const { file } = paperFile('paper.docx', zipped(docxParts(`<w:p><w:r><w:t>【課題】</w:t></w:r></w:p><w:p><w:r><w:t>①道が狭い。</w:t></w:r></w:p>${hidden}`)));
    const { code, out, error } = runCli(['import', file, '--json']);
    expect({ code, issues: JSON.parse(out).records.map(({ kind, text }: Record<string, string>) => [kind, text]) }).toEqual({ code: 0, issues: [['issue', '道が狭い。']] });
    expect(error).toMatch(/^隠してある.*含めていません。\n$/);
  });

  it('refuses a file of 200 MB without reading it', () => {
    const { file } = paperFile('paper.pdf', '%PDF-1.7\n');
    truncateSync(file, 200 * 1024 * 1024);
    expectRefusal(runCli(['import', file, '--json']), /大きすぎます（200 MB、上限 64 MB）/);
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
    ['a format that is not read', 'paper.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /形式/],
    ['a Word file of old', 'paper.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), /古い形式.*\.docx/],
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

describe('the command line takes in', () => {
  it('a newer version of a paper in the place of the old one, and says what became of its lines', () => {
    const { folder, file, store } = paperFile('資料2.md', PAPER);
    runCli(['import', file, '--store', store, '--committee', '検討会']);
    const newer = join(folder, '資料2（差替）.md');
    writeFileSync(newer, PAPER.replace('- ②夜間の利用に応じられていない。\n', '').replace('若い世代の利用が少ない。', '若い世代の利用が年々少なくなっている。'));
    const { code, out } = runCli(['import', newer, '--store', store, '--committee', '検討会', '--replaces', '資料2.md']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/差し替えました。.*変わった 1　なくなった 1.*新しい 0/) });
    expectRefusal(runCli(['import', newer, '--store', store, '--committee', '検討会', '--replaces', '資料9']), /資料9/);
  });

  it('everything a paper says, into a committee that stands, and says how many of each', () => {
    const { folder, file, store } = paperFile('資料2.md', PAPER);
    runCli(['import', file, '--store', store, '--committee', '検討会']);
    const [sheet, opinions] = [join(folder, '進行管理表.md'), join(folder, '意見.md')];
    writeFileSync(sheet, SHEET);
    writeFileSync(opinions, OPINIONS);
    expect(runCli(['import', sheet, '--store', store, '--committee', '検討会'])).toMatchObject({ code: 0, out: expect.stringMatching(/記載 0　指標 2　実施項目 2　会議 0[^]*「検討会」に取り込みました/) });
    expect(runCli(['import', opinions, '--store', store, '--committee', '検討会'])).toMatchObject({ code: 0, out: expect.stringContaining('記載 6　指標 0') });
    expect(runCli(['search', '関係課との協議', '--store', store]).out).toContain('進行管理表　窓口の一本化');
  });

  it('another city’s paper into the library, where search finds it', () => {
    const { file, store } = paperFile('計画.md', PAPER);
    expect(runCli(['import', file, '--store', store, '--library', '--city', '白峰市'])).toMatchObject({ code: 0, out: expect.stringContaining('事例集に取り込みました（白峰市）') });
    expect(runCli(['search', '放課後', '--store', store]).out).toContain('事例集');
    expect(runCli(['import', file, '--library'])).toMatchObject({ code: 2 });
    expect(runCli(['import', file, '--store', store, '--library', '--committee', '検討会'])).toMatchObject({ code: 2 });
  });
});
