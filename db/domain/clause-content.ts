import { z } from 'zod';

/** One run of a clause: text with its marks, or a citation of a point or note by its id. */
export const Inline = z.discriminatedUnion('t', [
  z.object({ t: z.literal('text'), text: z.string(), bold: z.literal(true).optional(), underline: z.literal(true).optional() }),
  z.object({ t: z.literal('cite'), targetId: z.string().min(1) }),
  z.object({ t: z.literal('break') }),
]);
export type Inline = z.infer<typeof Inline>;

export const TableCell = z.object({
  header: z.boolean(),
  colspan: z.number().int().positive().default(1),
  rowspan: z.number().int().positive().default(1),
  runs: z.array(Inline),
});
export type TableCell = z.infer<typeof TableCell>;

/** What a clause says. The whole of it is one value in the dossier: two people's edits are shown side by side, never blended. */
export const ClauseContent = z.discriminatedUnion('form', [
  z.object({ form: z.literal('runs'), runs: z.array(Inline) }),
  z.object({ form: z.literal('table'), caption: z.string().default(''), rows: z.array(z.array(TableCell)) }),
]);
export type ClauseContent = z.infer<typeof ClauseContent>;

const runsOf = (content: ClauseContent): Inline[] =>
  content.form === 'runs' ? content.runs : content.rows.flatMap((row) => row.flatMap((cell) => [...cell.runs, { t: 'break' as const }]));

/** The clause as plain text (citations left out), for search, contents lists and comparison. */
export function plainText(content: ClauseContent): string {
  const caption = content.form === 'table' && content.caption !== '' ? `${content.caption}\n` : '';
  const body = runsOf(content).map((run) => (run.t === 'text' ? run.text : run.t === 'break' ? '\n' : '')).join('');
  return (caption + body).trim();
}

/** Ids of the points and notes a clause cites, each once, in order of first citation. */
export function citedIds(content: ClauseContent): string[] {
  return [...new Set(runsOf(content).flatMap((run) => (run.t === 'cite' ? [run.targetId] : [])))];
}

/** A clause content of plain text. */
export function textContent(text: string): ClauseContent {
  return { form: 'runs', runs: text === '' ? [] : [{ t: 'text', text }] };
}
