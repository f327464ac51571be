import { v7 as uuidv7 } from 'uuid';
import { committeesHolding, listPapers } from '../../db/queries/papers.ts';
import { passagesInPaper } from '../../db/queries/passages.ts';
import { sourceFile, sourceForm, sourceText } from '../../db/queries/sources.ts';
import type { PaperKind } from '../../db/domain/words.ts';
import { AppError } from '../contract/errors.ts';
import type { OutputOf } from '../contract/index.ts';
import type { Context, Handlers } from './context.ts';
import { requireRecords } from './door.ts';
import { acceptPaper } from './import-paper.ts';
import { refuseTooLarge } from './papers/files/paper-size.ts';
import { formFromText } from './papers/paper-form.ts';
import { addToPaper } from './records/add-to-paper.ts';

type Asked = { fileName: string; bytes: Uint8Array; reading: string | undefined; kind: PaperKind | undefined };

/** Reads a paper and stages it. */
async function preview(context: Context, { fileName, bytes, reading = uuidv7(), kind }: Asked): Promise<OutputOf<'papers.preview'>> {
  refuseTooLarge(fileName, bytes.length);
  const read = await context.reader.run(reading, { do: 'read', fileName, bytes, ...(kind === undefined ? {} : { kind }) });
  context.staged.put({ ...read, fileName, bytes });
  const { furniture: _furniture, warnings, ...paper } = read;
  return { ...paper, fileName, warnings: [...warnings], heldBy: committeesHolding(context.store.connection.orm, paper.sha256) };
}

const fileOf = (context: Context, sha256: string) => context.staged.get(sha256) ?? sourceFile(context.store.connection.orm, sha256);

export const paperHandlers = {
  'papers.preview': (context, { fileName, bytes, reading, kind }) => preview(context, { fileName, bytes, reading, kind }),
  'papers.readAgain': (context, { sha256, kind, reading }) => {
    const file = fileOf(context, sha256);
    if (file === undefined) throw new AppError('paper-not-staged');
    return preview(context, { fileName: file.fileName, bytes: file.bytes, reading, kind });
  },
  'papers.progress': (context) => context.reader.readings(),
  'papers.stopReading': (context, { reading }) => {
    context.reader.stop(reading);
    return {};
  },
  'papers.file': (context, { sha256 }) => {
    const file = fileOf(context, sha256);
    if (file === undefined) throw new AppError('not-found');
    return { fileName: file.fileName, bytes: file.bytes };
  },
  'papers.accept': acceptPaper,
  'papers.add': addToPaper,
  'papers.list': (context, { committeeId }) => {
    requireRecords(context, committeeId);
    return listPapers(context.store.connection.orm, committeeId).map(({ rank: _rank, ...paper }) => paper);
  },
  'papers.text': (context, { committeeId, paperId }) => {
    const { orm } = context.store.connection;
    const found = listPapers(orm, committeeId).find((paper) => paper.id === paperId);
    const text = found === undefined ? undefined : sourceText(orm, found.sha256);
    if (found === undefined || text === undefined) throw new AppError('not-found');
    const { rank: _rank, ...paper } = found;
    return { paper, text, layout: formFromText(sourceForm(orm, found.sha256)).layout, passages: passagesInPaper(orm, committeeId, paperId) };
  },
} satisfies Partial<Handlers>;
