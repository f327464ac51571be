import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { DateContext, FuzzyDate } from '../../db/domain/fuzzy-date.ts';
import { readDate } from '../../db/domain/read-date.ts';
import { AppError } from '../contract/errors.ts';

const Line = z.object({
  raw: z.string(),
  context: z.object({ era: z.string(), document_date: z.string(), year: z.number().int() }).partial().optional(),
});

function readLine(line: string, number: number): FuzzyDate {
  if (!line.trimStart().startsWith('{')) return readDate(line.trim());
  try {
    const { raw, context } = Line.parse(JSON.parse(line));
    // zod marks an optional field as possibly undefined; the context leaves it out.
    return readDate(raw, context as DateContext | undefined);
  } catch (error) {
    throw new AppError('bad-input', { field: `${number}行目` }, { cause: error });
  }
}

const describe = ({ raw, start, end, precision, reason }: FuzzyDate): string =>
  `${raw}\t${start === end ? (start ?? '—') : `${start ?? ''}～${end ?? ''}`}\t${precision}${reason === undefined ? '' : `\t${reason}`}`;

/** Reads one date a line ({raw, context?} or plain text) and answers one line each: JSON, or a row for people. */
export async function readDates(input: NodeJS.ReadableStream, json: boolean): Promise<string> {
  const lines = (await text(input)).split('\n').map((line, i) => ({ line, number: i + 1 })).filter(({ line }) => line.trim() !== '');
  return lines.map(({ line, number }) => {
    const date = readLine(line, number);
    return `${json ? JSON.stringify(date) : describe(date)}\n`;
  }).join('');
}
