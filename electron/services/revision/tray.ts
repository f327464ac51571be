import { hangings, strandedPassages } from '../../../db/queries/versions.ts';
import { listPapers } from '../../../db/queries/papers.ts';
import { sourceText } from '../../../db/queries/sources.ts';
import { AppError } from '../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts';
import type { Context } from '../context.ts';
import { changeDossier, requireRecords } from '../door.ts';
import { standingRecords } from '../records/entries.ts';
import { SOURCED } from '../records/sourced-tables.ts';
import { anchor } from './replace-paper.ts';

/** The records that newer versions of their papers no longer have, each once, in the order of the old papers. */
export function listTray(context: Context, committeeId: string): OutputOf<'papers.tray'> {
  requireRecords(context, committeeId);
  const { orm } = context.store.connection;
  const stranded = strandedPassages(orm, committeeId);
  const first = new Map(stranded.toReversed().map((one) => [one.ownerId, one]));
  const records = new Map(standingRecords(orm, committeeId, [...first.keys()]).map((one) => [one.id, one]));
  const hanging = hangings(orm, committeeId);
  return stranded.flatMap((one) => {
    const record = records.get(one.ownerId);
    if (record === undefined || first.get(one.ownerId) !== one) return [];
    return [{
      recordId: record.id, table: record.table, kind: record.kind, text: record.says, ...hanging(record.id),
      paperId: one.paperId, paperTitle: one.paperTitle, paperLabel: one.paperLabel, range: { start: one.start, end: one.end }, quote: one.quote,
      newPaperId: one.newPaperId, newPaperTitle: one.newPaperTitle,
    }];
  });
}

/**
 * Takes a record out of the tray as the person decides.
 * @throws AppError not-found where it is not in the tray or the paper is not there, bad-input where the range is outside the paper
 */
export function settleRecord(context: Context, { committeeId, recordId, as }: ParsedInputOf<'papers.settle'>): void {
  requireRecords(context, committeeId);
  const { orm } = context.store.connection;
  const passages = strandedPassages(orm, committeeId).filter(({ ownerId }) => ownerId === recordId);
  const [record] = standingRecords(orm, committeeId, [recordId]);
  if (record === undefined || passages.length === 0) throw new AppError('not-found');
  if (as.do === 'anchor') {
    const paper = listPapers(orm, committeeId).find(({ id, replacedBy }) => id === as.paperId && replacedBy === null);
    const text = paper === undefined ? undefined : sourceText(orm, paper.sha256);
    if (text === undefined) throw new AppError('not-found');
    if (as.range.start >= as.range.end || as.range.end > text.length) throw new AppError('bad-input', { field: 'as.range' });
    changeDossier(context, committeeId, (draft) => anchor(draft, recordId, passages, { paperId: as.paperId, text }, [as.range]));
    return;
  }
  changeDossier(context, committeeId, (draft) => {
    if (as.do === 'remove') SOURCED[record.table].remove({ orm, draft, dossierId: committeeId }, recordId);
    else for (const { id } of passages) draft.remove('passage', id);
  });
}
