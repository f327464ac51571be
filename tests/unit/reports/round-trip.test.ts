import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../../electron/services/papers/read-paper.ts';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { compilePaper } from '../../../electron/services/reports/compile-paper.ts';
import { toDocx } from '../../../electron/services/reports/to-docx.ts';
import { toMd } from '../../../electron/services/reports/to-md.ts';
import { substanceOf } from '../../support/substance.ts';

const CREATED = '2026-04-01T00:00:00Z';
const read = async (file: URL, name: string) => (await readPaper(name, readFileSync(file))).recognised;

/** The fixtures are papers of cities that do not exist. */
const here = new URL('../../fixtures/', import.meta.url);
const papers = ['papers/', 'kinds/'].flatMap((folder) => readdirSync(new URL(folder, here)).filter((file) => /\.(?:txt|md)$/.test(file)).map((file) => folder + file));

describe('a paper printed from its records', () => {
  it('has each item below the one it belongs to, as deep as it goes', () => {
    const paper = recognisePaper('# 公園の課題\n\n## 課題\n\n- 利用\n  - ボール遊びができない。\n    - 看板が多い。\n  - 夜間の声が響く。\n- ① 遊具\n  - (ア) 老朽化\n');
    expect(toMd(compilePaper(paper, CREATED))).toBe('# 公園の課題\n\n## 課題\n\n- 利用\n  - ボール遊びができない。  \n    看板が多い。\n  - 夜間の声が響く。\n- ① 遊具\n  - (ア) 老朽化\n');
  });

  it.each(papers)('reads back as the same records: %s', async (file) => {
    const first = await read(new URL(file, here), file);
    const second = recognisePaper(toMd(compilePaper(first, CREATED)));
    expect(substanceOf(second)).toEqual(substanceOf(first));
  });

  it.each(papers)('reads back as the same records from Word: %s', async (file) => {
    const first = await read(new URL(file, here), file);
    const second = (await readPaper('paper.docx', toDocx(compilePaper(first, CREATED)))).recognised;
    expect(substanceOf(second)).toEqual(substanceOf(first));
  });
});

/** Minutes of a city that does not exist, whose head names the meeting and lists what is treated. */
const HEADED: readonly (readonly [string, readonly string[]])[] = [
  ['in levels, offices speaking', [
    '会　議　録', '', '会議の名称　｜　令和５年度　第２回　潮見ヶ丘市計画審議会', '開 催 日 時　｜　令和５年９月２８日（木）　９：３０～', '開 催 場 所　｜　市役所', '出　席　者　｜　部会長　青木 太郎、委員　犬飼 晋、布施 美代（潮見大学教授）', '会 議 次 第　｜', '　　１　開会', '　　２　審議事項', '　　　(1) 素案について', '　　３　閉会', '',
    '１　開会', '企画課長：　開会する。', '２　審議事項', '(1) 素案について', '農政課：　説明する。', '犬飼委員：　よい。', '３　閉会', '企画課長：　次回は１１月上旬の予定である。',
  ]],
  ['in a line, opinions and answers marked', [
    '# 第4回 潮見ヶ丘市検討会 議事要旨', '', '日時：2023年11月8日（水）18時30分～', '出席者：青木 太郎（座長）、犬飼 晋', '議題：(1) 報告について', '　　　(2) その他', '', '## 議事要旨', '', '### (1) 報告について', '',
    '- 【意見】（犬飼委員）人を置くべきだ。', '- 【回答】（事務局）項目を加える。', '- 【意見】昼も開けてほしい。', '- 【決定】座長に一任する。', '', '### (2) その他', '', '【座長】', '終わりとする。', '',
  ]],
];

describe('minutes printed from their records', () => {
  it.each(HEADED)('have their head again: %s', async (_name, lines) => {
    const first = recognisePaper(lines.join('\n'));
    const printed = compilePaper(first, CREATED);
    expect(first.records.filter(({ kind }) => kind === 'agenda').length).toBeGreaterThan(1);
    expect(substanceOf(recognisePaper(toMd(printed)))).toEqual(substanceOf(first));
    expect(substanceOf((await readPaper('paper.docx', toDocx(printed))).recognised)).toEqual(substanceOf(first));
  });
});

/** Real papers, which stand beside the project and not in it. */
const seeds = new URL('../../../../shared/seeds/', import.meta.url);

describe('a real paper printed from its records', () => {
  for (const file of ['000.txt', '001.txt', '002.txt', '003.txt', '004.txt']) {
    const seed = new URL(file, seeds);
    it.skipIf(!existsSync(seed))(`reads back as the same records, from Markdown and from Word: ${file}`, async () => {
      const first = await read(seed, file);
      const printed = compilePaper(first, CREATED);
      expect(first.records.length + first.programme.length).toBeGreaterThan(0);
      expect(substanceOf(recognisePaper(toMd(printed)))).toEqual(substanceOf(first));
      expect(substanceOf((await readPaper('paper.docx', toDocx(printed))).recognised)).toEqual(substanceOf(first));
    });
  }
});
