import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../../electron/services/papers/read-paper.ts';
import { toImportJson } from '../../../electron/services/papers/to-import-json.ts';
import { type Answer, answerHash, readAnswer, sha256 } from '../../support/answers.ts';
import { type ScoredPart, scoreOf, scorePaper } from '../../support/score.ts';

const shared = new URL('../../../../shared/', import.meta.url);
const here = (name: string) => readFileSync(new URL(`../../fixtures/answers/${name}.tsv`, import.meta.url), 'utf8');
const seed = (name: string) => new URL(`seeds/${name}.txt`, shared);

/** An answer speaks of one text: of another edition of a seed it says nothing. */
const isAbsent = (name: string) => !existsSync(seed(name)) || sha256(readFileSync(seed(name))) !== answerHash(here(name));
const scored = async (name: string, answer: (text: string) => Answer) => {
  const { text, recognised } = await readPaper(`${name}.txt`, readFileSync(seed(name)));
  // What the command line prints has the parts of an answer.
  return scorePaper(toImportJson(recognised) as unknown as Answer, answer(text));
};

/** What may differ from a person's reading in 2 of 100 places; the rest must be as the person reads it. */
const COUNTED: readonly ScoredPart[] = ['records', 'headings', 'heading texts'];

describe('the seeds against answers made by reading', () => {
  for (const name of ['000', '003', '004']) {
    it.skipIf(isAbsent(name))(`reads ${name} as a careful person does`, async () => {
      const scores = await scored(name, (text) => readAnswer(here(name), text));
      for (const [part, score] of Object.entries(scores)) {
        const differences = [...score.missing.map((line) => `- ${line}`), ...score.extra.map((line) => `+ ${line}`)];
        expect(score.f1, `${part}\n${differences.join('\n')}`).toBeGreaterThanOrEqual(COUNTED.some((each) => each === part) ? 0.98 : 1);
      }
    });
  }

  for (const name of ['001', '002']) {
    it.skipIf(!existsSync(seed(name)) || !existsSync(new URL(`gold/${name}.json`, shared)))(`reads ${name} exactly`, async () => {
      // Parsed JSON of a hand-made answer in the import format.
      const gold = JSON.parse(readFileSync(new URL(`gold/${name}.json`, shared), 'utf8')) as Answer;
      const scores = await scored(name, () => gold);
      expect(Object.fromEntries(Object.entries(scores).map(([part, { missing, extra }]) => [part, { missing, extra }]))).toEqual(
        Object.fromEntries(Object.keys(scores).map((part) => [part, { missing: [], extra: [] }])),
      );
    });
  }
});

describe('the score', () => {
  it('counts each thing once, however often it is found', () => {
    expect(scoreOf(['a', 'a', 'b'], ['a', 'b', 'b', 'c'])).toEqual({ precision: 2 / 3, recall: 0.5, f1: 4 / 7, missing: ['b', 'c'], extra: ['a'] });
  });

  it('is full where there is nothing to be found and nothing was', () => {
    expect(scoreOf([], []).f1).toBe(1);
    expect(scoreOf(['a'], []).f1).toBe(0);
  });
});
