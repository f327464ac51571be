import { committeesHolding, listPapers } from '../../db/queries/papers.ts';
import { passagesInPaper } from '../../db/queries/passages.ts';
import { sourceText } from '../../db/queries/sources.ts';
import { AppError } from '../contract/errors.ts';
import type { Handlers } from './context.ts';
import { requireRecords } from './door.ts';
import { acceptPaper } from './import-paper.ts';
import { isNothingRecognised, readPaper } from './papers/read-paper.ts';

export const paperHandlers = {
  'papers.preview': async (context, { fileName, bytes }) => {
    const paper = await readPaper(fileName, bytes);
    if (isNothingRecognised(paper.recognised)) throw new AppError('paper-nothing-recognised', { file: fileName });
    context.staged.put({ ...paper, fileName, bytes });
    return { ...paper, warnings: [...paper.warnings], fileName, heldBy: committeesHolding(context.store.connection.orm, paper.sha256) };
  },
  'papers.accept': acceptPaper,
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
    return { paper, text, passages: passagesInPaper(orm, committeeId, paperId) };
  },
} satisfies Partial<Handlers>;
