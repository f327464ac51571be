import { v7 as uuidv7 } from 'uuid';
import type { DossierDraft } from '../../../db/dossier/draft.ts';
import type { Touched } from '../../../db/dossier/project.ts';
import type { RecordOf } from '../../../db/dossier/shape.ts';
import type { PaperKind } from '../../../db/domain/words.ts';
import { listPapers } from '../../../db/queries/papers.ts';
import { ranksBehind } from '../../../db/queries/ranks.ts';
import { insertSource } from '../../../db/queries/sources.ts';
import { paper } from '../../../db/schema/index.ts';
import type { SourceRange } from '../../contract/recognised.ts';
import type { Context } from '../context.ts';
import { formAsText } from '../papers/paper-form.ts';
import type { StagedPaper } from '../papers/staged-papers.ts';

/** Keeps a staged paper's file, text and pages. @throws AppError paper-not-staged where it has been let go */
export function keepSource({ store }: Context, staged: StagedPaper): void {
  insertSource(store.connection, { ...staged, form: formAsText(staged) });
}

/** The id of a committee's record of a paper: the same on every laptop, so that two that take it in have one record. */
const paperIdOf = (sha256: string): string => `paper-${sha256}`;

/** The record of a paper that another laptop may make too; goes into the change that takes the paper in. */
export const sharedPaper = (sha256: string): Touched => ({ table: 'paper', id: paperIdOf(sha256) });

export type PaperFields = Pick<RecordOf<'paper'>, 'sha256' | 'title' | 'label' | 'fileName' | 'municipality' | 'cited'> & { kind: PaperKind };

/** The committee's record of the paper: one a paper, however often it is taken in or cited. @returns its id */
export function addPaper(context: Context, draft: DossierDraft, dossierId: string, fields: PaperFields): string {
  const { orm } = context.store.connection;
  const held = listPapers(orm, dossierId).find((one) => one.sha256 === fields.sha256);
  if (held !== undefined) {
    if (held.cited && !fields.cited) draft.edit('paper', held.id, fields);
    return held.id;
  }
  const paperId = paperIdOf(fields.sha256);
  const [rank = ''] = ranksBehind(orm, paper, dossierId, 1);
  draft.add('paper', paperId, { ...fields, replacedBy: null, importedAt: context.now().toISOString(), rank });
  return paperId;
}

/** A paper of the committee with its text. */
export type PaperSource = { paperId: string; text: string };

/** Ties a record to places in a paper; a range outside the text is passed over. */
export function addPassages(draft: DossierDraft, ownerId: string, { paperId, text }: PaperSource, ranges: readonly SourceRange[]): void {
  for (const { start, end } of ranges) {
    if (start < end && end <= text.length) draft.add('passage', uuidv7(), { ownerId, paperId, start, end, quote: text.slice(start, end) });
  }
}
