import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../../electron/services/papers/read-paper.ts';
import { toImportJson } from '../../../electron/services/papers/to-import-json.ts';
import { unaccounted } from '../../../electron/services/papers/unaccounted.ts';
import type { Answer } from '../../support/answers.ts';
import { scorePaper } from '../../support/score.ts';

/** Papers of cities that do not exist, each beside the reading of a careful person in the import format. */
const folder = new URL('../../fixtures/kinds/', import.meta.url);
const papers = readdirSync(folder).filter((file) => /\.(?:txt|md)$/.test(file));
const bytesOf = (file: string) => readFileSync(new URL(file, folder));
// Hand-made JSON in the import format.
const answerTo = (file: string) => JSON.parse(readFileSync(new URL(file.replace(/\.\w+$/, '.json'), folder), 'utf8')) as Answer & { kind: string };

/** What a person and a reading may see differently in one place of ten. */
const LOWEST = 0.9;

describe('papers of every kind', () => {
  it.each(papers)('reads %s as a person does, in nine places of ten at least', async (file) => {
    const { recognised } = await readPaper(file, bytesOf(file));
    const wanted = answerTo(file);
    expect(recognised.kind).toBe(wanted.kind);
    // What the command line prints has the parts of an answer.
    for (const [part, { f1, missing, extra }] of Object.entries(scorePaper(toImportJson(recognised) as unknown as Answer, wanted))) {
      expect(f1, `${part}\n${[...missing.map((line) => `- ${line}`), ...extra.map((line) => `+ ${line}`)].join('\n')}`).toBeGreaterThanOrEqual(LOWEST);
    }
  });

  it.each(papers)('accounts for every character of %s once', async (file) => {
    const { text, recognised } = await readPaper(file, bytesOf(file));
    expect(unaccounted(text, recognised)).toEqual({ missing: [], doubled: [] });
  });
});
