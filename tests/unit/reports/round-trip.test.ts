import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { compilePaper } from '../../../electron/services/reports/compile-paper.ts';
import { toMd } from '../../../electron/services/reports/to-md.ts';
import { substanceOf } from '../../support/substance.ts';

/** The fixtures are papers of cities that do not exist. */
const folder = new URL('../../fixtures/papers/', import.meta.url);
const papers = readdirSync(folder).filter((file) => /\.(?:txt|md)$/.test(file));

describe('a paper printed from its records', () => {
  it.each(papers)('reads back as the same records: %s', (file) => {
    const first = recognisePaper(readFileSync(new URL(file, folder), 'utf8'));
    const second = recognisePaper(toMd(compilePaper(first, '2026-04-01T00:00:00Z')));
    expect(substanceOf(second)).toEqual(substanceOf(first));
  });
});
