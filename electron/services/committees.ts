import { v7 as uuidv7 } from 'uuid';
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

export const committeeHandlers = {
  'committees.list': (context) => summaries(context),
  'committees.get': (context, { committeeId }) => {
    const [found] = summaries(context, committeeId);
    if (found === undefined) throw new AppError('not-found');
    return found;
  },
  'committees.create': (context, input) => ({ committeeId: createCommittee(context, input) }),
  'committees.update': (context, { committeeId, ...fields }) => {
    requireRecords(context, committeeId);
    if (fields.name !== undefined) refuseTakenName(context, fields.name, committeeId);
    changeDossier(context, committeeId, (draft) => draft.edit('committee', committeeId, fields));
    return {};
  },
  'committees.remove': (context, { committeeId }) => {
    requireRecords(context, committeeId);
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
    return there === undefined ? createSample(context) : { committeeId: there.id };
  },
} satisfies Partial<Handlers>;
