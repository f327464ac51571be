import { main as runCommand } from '../electron/cli/index.ts';

/** `npm run -s shingicho -- …`: the command line over the sources, as they are. A browser is sought only for a PDF. */
export const main = (args: readonly string[]): Promise<number> =>
  runCommand(args, async (html) => (await import('./print-html.ts')).printHtml(html));
