import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { toImportJson } from '../../electron/services/papers/to-import-json.ts';
import { readPaper } from '../../electron/services/papers/read-paper.ts';
import { type Answer, readAnswer } from './answers.ts';
import { scorePaper } from './score.ts';

/** `npx node tests/support/score-paper.ts FILE ANSWER`: what is read from a paper against its answer (.tsv of places, or JSON in the import format). */
const [file, answer] = process.argv.slice(2);
if (file === undefined || answer === undefined) throw new Error('score-paper FILE ANSWER');

const paper = await readPaper(basename(file), readFileSync(file));
const written = readFileSync(answer, 'utf8');
// An answer in JSON is in the import format, made by hand.
// What the command line prints has the parts of an answer.
const printed = toImportJson(paper.recognised) as unknown as Answer;
const wanted = answer.endsWith('.json') ? (JSON.parse(written) as Answer) : readAnswer(written, paper.text);
for (const [part, { precision, recall, f1, missing, extra }] of Object.entries(scorePaper(printed, wanted))) {
  console.log(`${part}: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`);
  for (const line of missing) console.log(`  - ${line}`);
  for (const line of extra) console.log(`  + ${line}`);
}
