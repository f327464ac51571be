import { v7 as uuidv7 } from 'uuid';
import type { Store } from '../../db/dossier/store.ts';
import { LIBRARY_ID } from '../../db/domain/library.ts';
import { listCommittees } from '../../db/queries/committees.ts';
import { issueCoverage } from '../../db/queries/coverage.ts';
import type { CommitteeSummary } from '../contract/committees.ts';
import { AppError } from '../contract/errors.ts';
import type { Context, Handlers } from './context.ts';
import { whyOf } from './context.ts';
import { changeDossier, refuseTakenName, requireRecords } from './door.ts';
import { createSample } from './sample/sample.ts';

function summaries(context: Context, dossierId?: string): CommitteeSummary[] {
  const { orm } = context.store.connection;
  return listCommittees(orm, dossierId).map((committee) => {
    const { counts } = issueCoverage(orm, committee.id);
    return { ...committee, issues: counts.open + counts.answered + counts.reasoned, openIssues: counts.open };
  });
}

/** Starts a committee with an empty dossier. @returns its id @throws AppError committee-name-taken */
export function createCommittee(context: Context, input: { name: string; municipality: string; purpose?: string; sample?: boolean }): string {
  refuseTakenName(context, input.name);
  const dossierId = uuidv7();
  context.store.create({ dossierId, why: whyOf(context) }, (draft) => {
    draft.add('committee', dossierId, { name: input.name, municipality: input.municipality, purpose: input.purpose ?? '', sample: input.sample ?? false });
  });
  return dossierId;
}

/** The sample being made in each store: its paper is read elsewhere, and a second call meanwhile is for the same sample. */
const samplesInMaking = new WeakMap<Store, Promise<{ committeeId: string }>>();

function makeSampleOnce(context: Context): Promise<{ committeeId: string }> {
  const { store } = context;
  const making = samplesInMaking.get(store) ?? createSample(context).finally(() => samplesInMaking.delete(store));
  samplesInMaking.set(store, making);
  return making;
}

/** @throws AppError not-found where no committee of that id is on the shelf: the library is none */
function requireCommittee(context: Context, committeeId: string): void {
  requireRecords(context, committeeId);
  if (committeeId === LIBRARY_ID) throw new AppError('not-found');
}

export const committeeHandlers = {
  'committees.list': (context) => summaries(context),
  'committees.get': (context, { committeeId }) => {
    const [found] = summaries(context, committeeId);
    if (found === undefined) throw new AppError('not-found');
    return found;
  },
  'committees.create': (context, input) => ({ committeeId: createCommittee(context, input) }),
  'committees.update': (context, { committeeId, ...fields }) => {
    requireCommittee(context, committeeId);
    if (fields.name !== undefined) refuseTakenName(context, fields.name, committeeId);
    changeDossier(context, committeeId, (draft) => draft.edit('committee', committeeId, fields));
    return {};
  },
  'committees.remove': (context, { committeeId }) => {
    requireCommittee(context, committeeId);
    changeDossier(context, committeeId, (draft) => draft.remove('committee', committeeId));
    return {};
  },
  'committees.restore': (context, { committeeId }) => {
    if (!context.store.hasDossier(committeeId)) throw new AppError('not-found');
    changeDossier(context, committeeId, (draft) => draft.restore('committee', committeeId));
    requireRecords(context, committeeId);
    return {};
  },
  'committees.openSample': (context) => {
    const there = summaries(context).find((committee) => committee.sample);
    return there === undefined ? makeSampleOnce(context) : { committeeId: there.id };
  },
} satisfies Partial<Handlers>;
