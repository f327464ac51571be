import { LIBRARY_ID, LIBRARY_NAME } from '../../../db/domain/library.ts';
import { hasRecord } from '../../../db/queries/records.ts';
import type { Context } from '../context.ts';
import { whyOf } from '../context.ts';

/** Makes the library of other cities' papers where it is not there yet, as a change that no undo takes back. */
export function openLibrary(context: Context): void {
  const { store } = context;
  if (hasRecord(store.connection.orm, LIBRARY_ID, 'committee', LIBRARY_ID)) return;
  // Under no device: the library itself is nobody's step, only what is put into it.
  const change = { dossierId: LIBRARY_ID, why: { ...whyOf(context), device: '' }, shared: [{ table: 'committee', id: LIBRARY_ID }] as const };
  const write = store.hasDossier(LIBRARY_ID) ? store.change : store.create;
  write(change, (draft) => draft.add('committee', LIBRARY_ID, { name: LIBRARY_NAME, municipality: '', purpose: '', sample: false, library: true }));
}
