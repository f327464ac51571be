import { parseArgs } from 'node:util';
import { REPORT_FORMS } from '../contract/reports.ts';
import type { ReportForm } from '../contract/reports.ts';
import { PAPER_KINDS } from '../../db/domain/words.ts';
import type { PaperKind } from '../../db/domain/words.ts';

/** The command line was not one of the forms that --help shows. */
export class UsageError extends Error {}

export type CliCommand =
  | { name: 'help' }
  | { name: 'import'; file: string; store: string | null; committee: string | null; library: boolean; city: string | null; replaces: string | null; kind: PaperKind | null; print: string | null; json: boolean }
  | { name: 'date'; json: boolean }
  | { name: 'report'; form: ReportForm; store: string; committee: string | null; out: string; date: string; paperNumber: string }
  | { name: 'search'; text: string; store: string; committee: string | null; json: boolean };

/** A form may be named in Japanese as on the screen. */
const FORM_NAMES: Record<string, ReportForm> = {
  ...Object.fromEntries(REPORT_FORMS.map((form) => [form, form])),
  審議資料: 'working-paper',
  基本方針: 'basic-policy',
};

const OPTIONS = {
  store: { type: 'string' },
  committee: { type: 'string' },
  out: { type: 'string' },
  date: { type: 'string' },
  number: { type: 'string' },
  library: { type: 'boolean' },
  city: { type: 'string' },
  replaces: { type: 'string' },
  kind: { type: 'string' },
  print: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const ALLOWED: Record<Exclude<CliCommand['name'], 'help'>, { operands: number; options: readonly (keyof typeof OPTIONS)[]; required: readonly (keyof typeof OPTIONS)[] }> = {
  import: { operands: 1, options: ['store', 'committee', 'library', 'city', 'replaces', 'kind', 'print', 'json'], required: [] },
  date: { operands: 0, options: ['json'], required: [] },
  report: { operands: 1, options: ['store', 'committee', 'out', 'date', 'number'], required: ['store', 'out'] },
  search: { operands: 1, options: ['store', 'committee', 'json'], required: ['store'] },
};

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function kindNamed(name: string): PaperKind {
  const kind = PAPER_KINDS.find((known) => known === name);
  if (kind === undefined) throw new UsageError(`「${name}」という資料の種類はありません（${PAPER_KINDS.join('・')}）。`);
  return kind;
}

/** Reads the command line. @throws UsageError where it is none of the forms */
export function readArguments(args: readonly string[]): CliCommand {
  const { values, positionals: [name, ...operands] } = parse(args);
  if (values.help === true || name === undefined || name === 'help') return { name: 'help' };
  if (!Object.hasOwn(ALLOWED, name)) throw new UsageError(`「${name}」というコマンドはありません。`);
  const command = name as keyof typeof ALLOWED; // one of ALLOWED's own keys, checked above
  const { operands: wanted, options, required } = ALLOWED[command];
  const stray = Object.keys(values).find((option) => !options.some((known) => known === option));
  if (stray !== undefined) throw new UsageError(`${name} に --${stray} は使えません。`);
  const missing = required.find((option) => values[option] === undefined || values[option] === '');
  if (missing !== undefined) throw new UsageError(`${name} には --${missing} が要ります。`);
  const [operand = ''] = operands;
  if (operands.length !== wanted || (wanted === 1 && operand === '')) throw new UsageError(`${name} の引数の数が違います。`);

  const { store = '', committee = null, out = '', date = '', number = '', library = false, city = null, replaces = null, kind, print = null, json = false } = values;
  if (command === 'date') return { name: command, json };
  if (command === 'import') {
    if (store === '' && (library || city !== null || replaces !== null)) throw new UsageError('import の --library・--city・--replaces には --store が要ります。');
    if (library && committee !== null) throw new UsageError('import の --library と --committee は一緒に使えません。');
    return { name: command, file: operand, store: store === '' ? null : store, committee, library, city, replaces, kind: kind === undefined ? null : kindNamed(kind), print, json };
  }
  if (command === 'search') return { name: command, text: operand, store, committee, json };
  const form = FORM_NAMES[operand];
  if (form === undefined) throw new UsageError(`「${operand}」という書類はありません。`);
  return { name: command, form, store, committee, out, date, paperNumber: number };
}
