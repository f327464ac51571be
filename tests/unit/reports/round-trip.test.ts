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
