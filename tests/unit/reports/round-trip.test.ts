import { readdirSync, readFileSync } from 'node:fs';
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

/** Lists more than two deep, a text that closes the heading above it, and a period under a heading of another kind are printed as another thing. */
const OPEN_POINTS = ['kosodate-program.txt', 'koen-kadai.md', 'matsugae.txt', 'saginuma.md', 'shiomi-center.txt', 'shiomidai.txt', 'toshokan-kaikaku.txt'].map((file) => `papers/${file}`);

describe('a paper printed from its records', () => {
  it.fails.each(OPEN_POINTS)('does not yet read back as the same records: %s', async (file) => {
    const first = await read(new URL(file, here), file);
    expect(substanceOf(recognisePaper(toMd(compilePaper(first, CREATED))))).toEqual(substanceOf(first));
  });

  it.each(papers.filter((file) => !OPEN_POINTS.includes(file)))('reads back as the same records: %s', async (file) => {
    const first = await read(new URL(file, here), file);
    const second = recognisePaper(toMd(compilePaper(first, CREATED)));
    expect(substanceOf(second)).toEqual(substanceOf(first));
  });

  const kinds = papers.filter((file) => file.startsWith('kinds/'));
  it.each(kinds)('reads back as the same records from Word: %s', async (file) => {
    const first = await read(new URL(file, here), file);
    const second = (await readPaper('paper.docx', toDocx(compilePaper(first, CREATED)))).recognised;
    expect(substanceOf(second)).toEqual(substanceOf(first));
  });
});
