import { v7 as uuidv7 } from 'uuid';
import type { DossierDraft } from '../../db/dossier/draft.ts';
import { LIBRARY_ID } from '../../db/domain/library.ts';
import { AppError } from '../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../contract/index.ts';
import type { Context } from './context.ts';
import { whyOf } from './context.ts';
import { refuseTakenName, requireRecords } from './door.ts';
import { openLibrary } from './library/open-library.ts';
import type { StagedPaper } from './papers/staged-papers.ts';
import { addRecords } from './records/add-records.ts';
import { checkReferences, requireExisting } from './records/incoming.ts';
import { addPaper, keepSource, sharedPaper } from './records/paper-record.ts';

type Input = ParsedInputOf<'papers.accept'>;

/**
 * Takes a read paper into a committee or the library, as one undoable change: the paper itself, and a record of
 * everything that the person accepted, each with the passages it came from.
 * @throws AppError paper-not-staged, not-found, committee-name-taken, bad-input where a row names a row that is not there,
 *   or a new committee is said to have something
 */
export function acceptPaper(context: Context, input: Input): OutputOf<'papers.accept'> {
  const staged = context.staged.get(input.sha256);
  if (staged === undefined) throw new AppError('paper-not-staged', { file: input.title });
  checkReferences(input);

  const { store } = context;
  const change = { why: whyOf(context), alsoWrite: () => keepSource(context, staged), shared: [sharedPaper(staged.sha256)] };
  if (input.committee.to === 'new') {
    const { name, municipality } = input.committee;
    refuseTakenName(context, name);
    if ([...input.meetings, ...input.members].some(({ existing }) => existing !== null)) throw new AppError('bad-input', { field: 'existing' });
    const dossierId = uuidv7();
    return store.create({ ...change, dossierId }, (draft) => {
      draft.add('committee', dossierId, { name, municipality, purpose: '', sample: false });
      return writeAccepted(context, draft, dossierId, input, staged);
    });
  }
  const dossierId = input.committee.to === 'library' ? LIBRARY_ID : input.committee.committeeId;
  if (input.committee.to === 'library') openLibrary(context);
  requireRecords(context, dossierId);
  requireExisting(context, dossierId, input);
  return store.change({ ...change, dossierId }, (draft) => writeAccepted(context, draft, dossierId, input, staged));
}

function writeAccepted(context: Context, draft: DossierDraft, dossierId: string, input: Input, staged: StagedPaper): OutputOf<'papers.accept'> {
  const { sha256, fileName, text, recognised } = staged;
  const paperId = addPaper(context, draft, dossierId, {
    sha256, fileName, title: input.title, label: input.label, cited: false,
    kind: input.kind ?? recognised.kind, municipality: input.municipality ?? recognised.municipality ?? '',
  });
  const { counts } = addRecords({ orm: context.store.connection.orm, draft, dossierId }, { paperId, text }, input);
  return { committeeId: dossierId, paperId, ...counts };
}
