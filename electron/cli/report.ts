import { resolve } from 'node:path';
import { formatOf } from '../services/reports/write-file.ts';
import type { Services } from '../services/context.ts';
import type { CliCommand } from './arguments.ts';
import { requireFile } from './read-bytes.ts';
import { findCommittee, withSession } from './session.ts';

/** Compiles a report and writes it as the app does. @throws AppError as the services refuse */
export async function writeReport(command: Extract<CliCommand, { name: 'report' }>, print: Services['print']): Promise<string> {
  const { form, store, committee, out, date, paperNumber } = command;
  const format = formatOf(out);
  await requireFile(store);
  return withSession(store, async (session) => {
    const { id: committeeId } = await findCommittee(session, committee);
    const { path, bytes } = await session.call('reports.export', { committeeId, form, options: { date, paperNumber }, format, path: resolve(out) });
    return `${path}（${bytes.toLocaleString('ja-JP')}バイト）\n`;
  }, { print });
}
