import { expect } from 'vitest';
import type { PaperKind } from '../../db/domain/words.ts';
import type { RecognisedPaper } from '../../electron/contract/recognised.ts';
import { recognisePaper } from '../../electron/services/papers/recognise-paper.ts';
import { unaccounted } from '../../electron/services/papers/unaccounted.ts';

/** Reads a paper given line by line; that none of its text is dropped or taken twice is expected of every one. */
export function readLines(lines: readonly string[], kind?: PaperKind): RecognisedPaper {
  const text = lines.join('\n');
  const paper = recognisePaper(text, kind === undefined ? {} : { kind });
  expect(unaccounted(text, paper)).toEqual({ missing: [], doubled: [] });
  return paper;
}

/** 「issue|①|窓口が遠い。」 a record. */
export const saidIn = ({ records }: RecognisedPaper): string[] => records.map(({ kind, marker, text }) => [kind, marker ?? '-', text].join('|'));

/** 「2(1)窓口」 a heading. */
export const headsIn = ({ headings }: RecognisedPaper): string[] => headings.map(({ level, marker, text }) => `${level}${marker ?? '-'}${text}`);
