import { writeSync } from 'node:fs';
import { messageFor } from '../contract/messages.ts';
import type { Services } from '../services/context.ts';
import { asFailure } from '../services/failure.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { CliCommand } from './arguments.ts';
import { HELP } from './help.ts';

/** Exit codes, as --help prints them. */
const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** Runs one command; each brings only what it needs, so that reading a date does not load the store. */
async function run(command: CliCommand, print: Services['print']): Promise<string> {
  switch (command.name) {
    case 'help': return HELP;
    case 'date': return (await import('./date.ts')).readDates(process.stdin, command.json);
    case 'import': return (await import('./import.ts')).importFile(command, print);
    case 'report': return (await import('./report.ts')).writeReport(command, print);
    case 'search': return (await import('./search.ts')).searchStore(command);
  }
}

/**
 * The command line. What was asked for goes to standard output, a refusal as one line to standard error.
 * @param args what stands behind `npm run shingicho --`
 * @param print prints a page to PDF
 * @returns the exit code
 */
export async function main(args: readonly string[], print: Services['print']): Promise<number> {
  try {
    const command = readArguments(args);
    writeSync(process.stdout.fd, await run(command, print));
    return DONE;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message} 使い方は npm run -s shingicho -- --help で見られます。`);
      return WRONG_USAGE;
    }
    const { code, detail } = asFailure(error);
    console.error(messageFor(code, detail).replaceAll('\n', ' '));
    return REFUSED;
  }
}
