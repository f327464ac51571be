import type { DossierDraft } from '../../db/dossier/draft.ts';
import type { TableName } from '../../db/dossier/shape.ts';
import { listCommittees } from '../../db/queries/committees.ts';
import { hasRecord } from '../../db/queries/records.ts';
import { AppError } from '../contract/errors.ts';
import type { Context } from './context.ts';
import { whyOf } from './context.ts';

type Reference = readonly [table: TableName, id: string | null | undefined];

/**
 * Checks that the committee stands and that it has every record named; null and undefined name none.
 * @throws AppError not-found for what is not there or was removed
 */
export function requireRecords(context: Context, committeeId: string, ...references: readonly Reference[]): void {
  const { orm } = context.store.connection;
  for (const [table, id] of [['committee', committeeId] as const, ...references]) {
    if (typeof id === 'string' && !hasRecord(orm, committeeId, table, id)) throw new AppError('not-found');
  }
}

/** Changes the committee's dossier under the caller's name and the operation's. @returns what `edit` returned */
export const changeDossier = <T>(context: Context, committeeId: string, edit: (draft: DossierDraft) => T): T =>
  context.store.change({ dossierId: committeeId, why: whyOf(context) }, edit);

/** @throws AppError committee-name-taken where another committee of that name stands on the shelf */
export function refuseTakenName(context: Context, name: string, exceptId?: string): void {
  if (listCommittees(context.store.connection.orm).some((one) => one.name === name && one.id !== exceptId)) {
    throw new AppError('committee-name-taken', { name });
  }
}
