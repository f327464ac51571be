import { readPaper } from '../../electron/services/papers/read-paper.ts';
import { has, inTurn, runProgram } from './measure.ts';
import type { Row } from './measure.ts';
import { longPaper } from './texts.ts';

/** A long paper to records, in the process that has just read others, against pandoc reading the same text. */
export async function benchImport(): Promise<Row[]> {
  if (!has('pandoc')) return [];
  const { name, text } = longPaper();
  const bytes = new TextEncoder().encode(text);
  const pandoc = (input: string) => runProgram('pandoc', ['-f', 'markdown', '-t', 'json', '-o', '/dev/null'], input);
  const times = await inTurn(15, () => readPaper('paper.txt', bytes), () => pandoc(text));
  const { ours: start } = await inTurn(15, () => pandoc(''), () => undefined);
  return [{
    name: `import of ${name} (${text.length.toLocaleString('en')} characters)`, ...times, rivalName: 'pandoc reading it', unit: 'ms', goal: 0.5,
    note: `pandoc's own start, on an empty text, is ${start.toFixed(0)} ms of that`,
  }];
}
