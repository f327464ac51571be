import { basename } from 'node:path';
import { acceptedOthers, acceptedRows } from '../contract/preview/accepted-rows.ts';
import { countPreview } from '../contract/preview/preview.ts';
import type { Preview } from '../contract/preview/preview.ts';
import { rowsFromRecognised } from '../contract/preview/rows-from-recognised.ts';
import { AppError } from '../contract/errors.ts';
import { isNothingRecognised, readPaper } from '../services/papers/read-paper.ts';
import { toImportJson } from '../services/papers/to-import-json.ts';
import type { CliCommand } from './arguments.ts';
import { readBytes } from './read-bytes.ts';

type ImportCommand = Extract<CliCommand, { name: 'import' }>;

/** Reads a paper, and with --store takes it in as the app does when nothing is corrected by hand. */
export async function importFile({ file, store, committee, json }: ImportCommand): Promise<string> {
  const bytes = await readBytes(file);
  const fileName = basename(file);
  const { sha256, recognised } = await readPaper(fileName, bytes);
  if (isNothingRecognised(recognised)) throw new AppError('paper-nothing-recognised', { file: fileName });
  const preview = rowsFromRecognised(recognised);
  const title = recognised.title ?? fileName;
  const name = committee ?? title;
  if (store !== null) await takeIn(store, { sha256, title, name, municipality: recognised.municipality ?? '', fileName, bytes, preview });
  if (json) return `${JSON.stringify(toImportJson(recognised), null, 1)}\n`;
  return `${title}\n${countsLine(preview)}\n${store === null ? '' : `「${name}」に取り込みました。\n`}`;
}

type Taken = { sha256: string; title: string; name: string; municipality: string; fileName: string; bytes: Uint8Array; preview: Preview };

/** Takes the paper into the committee of that name, or into a new one. */
async function takeIn(store: string, { sha256, title, name, municipality, fileName, bytes, preview }: Taken): Promise<void> {
  const { withSession } = await import('./session.ts');
  await withSession(store, async (session) => {
    const existing = (await session.call('committees.list', {})).find((one) => one.name === name);
    const items = existing === undefined ? [] : await session.call('items.list', { committeeId: existing.id });
    await session.call('papers.preview', { fileName, bytes });
    await session.call('papers.accept', {
      sha256,
      title,
      committee: existing === undefined ? { to: 'new', name, municipality } : { to: 'existing', committeeId: existing.id },
      rows: acceptedRows(preview.rows, items),
      ...acceptedOthers(preview),
    });
  });
}

function countsLine(preview: Preview): string {
  const { items, points, childLines, meetings, members } = countPreview(preview);
  const both = (kind: keyof typeof points) => points[kind] + childLines[kind];
  return [
    `審議事項 ${items}`, `基本視点 ${both('viewpoint')}`, `課題 ${both('issue')}`, `他都市の取組 ${both('example')}`,
    `会議 ${meetings}`, `委員 ${members}`,
  ].join('　');
}
